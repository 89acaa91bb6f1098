//! Several things with their numbers: one by one behind 分别为, or all in one number.

use super::Reader;
use crate::report::claims::doubt::{Doubt, Doubts};
use crate::report::claims::features::Features;
use crate::report::claims::lex::Stop;
use crate::report::claims::lexicon::{Noun, Word};
use crate::report::claims::meaning::Meaning;
use crate::report::claims::phrase::Phrase;
use crate::text::NumberForm;

impl Reader<'_> {
    /// Numbers given as 分别为 take the items of the list before them one by one.
    pub(super) fn in_order(&mut self, features: &Features, following: &[Phrase<'_>]) -> Features {
        if features.each {
            let items = features.list();
            let bare = |phrase: &&Phrase<'_>| {
                let mut words = phrase.before.iter().chain(&phrase.after);
                let mut joined = || words.all(|token| token.word() == Some(Word::Join));
                phrase.number.as_ref().is_some_and(|(number, _)| number.form == NumberForm::Count)
                    && (phrase.stop == Some(Stop::Item) || phrase.stop == Some(Stop::None) && joined())
                    && !Features::of(phrase).keyed()
            };
            // One more than fits is enough to know that they do not match.
            let more = following.iter().take(items.len()).take_while(bare).count();
            if items.len() == more + 1 {
                self.context.waiting.clone_from(&items);
                self.context.waiting.reverse();
                let item = self.context.waiting.pop();
                return features.only(&items, item);
            }
            self.context.waiting.clear();
            return features.unordered();
        }
        if !features.keyed()
            && let Some(item) = self.context.waiting.pop()
        {
            return features.only(&[], Some(item));
        }
        features.clone()
    }

    /// One number of several things that each have a cell: 行政处罚、行政强制3项.
    pub(super) fn together(
        &mut self,
        nouns: &[Noun],
        phrase: &Phrase<'_>,
        features: &Features,
        mut doubts: Doubts,
    ) -> (Meaning, Doubts) {
        let mut meanings = Vec::new();
        for &noun in nouns {
            meanings.push(self.of_subject(noun, true, phrase, features, &mut doubts));
        }
        doubts.add(Doubt::Together);
        let first = meanings.first().copied().unwrap_or(Meaning::Unknown);
        self.with = meanings.split_off(1.min(meanings.len()));
        (first, doubts)
    }
}

/// Whether nouns named side by side are all decisions, or all documents.
pub(super) fn is_row_of_cells(nouns: &[Noun]) -> bool {
    let decisions = |noun: &Noun| matches!(noun, Noun::Permits | Noun::Penalties | Noun::Coercion);
    let documents = |noun: &Noun| matches!(noun, Noun::Rules | Noun::Documents);
    nouns.iter().all(decisions) || nouns.iter().all(documents)
}
