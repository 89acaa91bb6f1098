//! The vocabulary itself. Longer entries win over shorter ones, so 规章制度 is no 规章 and 申请人 no 申请. A new
//! wording is a new entry here, not a change of the grammar; an entry is a word, in the form in which prose is folded.

mod little;
mod nouns;
mod people;
mod results;
mod scope;
mod verbs;

use super::Word;

/// Words that say the same, by what they say.
pub(super) const LEXICON: [&[(Word, &[&str])]; 6] =
    [nouns::WORDS, verbs::WORDS, results::WORDS, people::WORDS, scope::WORDS, little::WORDS];
