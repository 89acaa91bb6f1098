//! What a number of documents and of decisions says.

use super::Reader;
use crate::report::claims::doubt::{Doubt, Doubts};
use crate::report::claims::features::Features;
use crate::report::claims::lexicon::{Act, Noun};
use crate::report::claims::meaning::{Change, Decision, DocumentKind, Meaning, Other};
use crate::report::claims::phrase::Phrase;
use crate::text::Unit;

impl Reader<'_> {
    pub(super) fn document(
        &mut self,
        kind: DocumentKind,
        phrase: &Phrase<'_>,
        features: &Features,
        doubts: &mut Doubts,
    ) -> Meaning {
        if let Some(&Noun::Other(other @ (Other::Draft | Other::Interpretation))) = features
            .nouns
            .iter()
            .find(|noun| matches!(noun, Noun::Other(Other::Draft | Other::Interpretation)))
        {
            return Meaning::Other(other);
        }
        let own = features.change().or_else(|| features.has(Act::New).then_some(Change::Issued));
        let change =
            own.or(self.context.change.filter(|_| self.context.named)).unwrap_or(Change::Unspecified);
        match change {
            Change::Published
                if features.has(Act::Announce)
                    && !features.has(Act::Publish)
                    && kind == DocumentKind::Normative
                    && !features.nouns.iter().any(|noun| matches!(noun, Noun::Other(_))) =>
            {
                doubts.add(Doubt::AnnouncedDocuments);
            }
            Change::Published => doubts.add(Doubt::PublishedDocuments),
            Change::Cleaned => doubts.add(Doubt::Cleaned),
            Change::Unspecified => doubts.add(Doubt::ChangeUnsaid),
            Change::InForce if features.has(Act::Publish) => {
                doubts.add(Doubt::PublishedInForce);
            }
            Change::InForce if features.has(Act::Keep) && phrase.part => {
                doubts.add(Doubt::KeptOfCleaned);
            }
            Change::InForce if features.has(Act::Keep) => doubts.add(Doubt::KeptInForce),
            Change::InForce if features.punctual => {
                doubts.add(Doubt::InForceByNow);
            }
            Change::Repealed if self.context.cleaning => doubts.add(Doubt::OfCleanUp),
            Change::Issued | Change::Repealed | Change::InForce => {}
        }
        let zero = phrase.number.as_ref().is_some_and(|(number, _)| number.value.is_zero());
        if kind == DocumentKind::Rules && !zero && !self.organ.may_make_rules() {
            doubts.add(Doubt::OthersRules);
        }
        if features.changes() > 1 {
            doubts.add(Doubt::SeveralChanges);
        }
        self.context.change = Some(change);
        Meaning::Documents(kind, change)
    }

    pub(super) fn decision(
        &mut self,
        decision: Decision,
        phrase: &Phrase<'_>,
        features: &Features,
        doubts: &mut Doubts,
    ) -> Meaning {
        let own = features.decides();
        let decides = own || (self.context.decides && !features.has(Act::Receive));
        let cases = phrase.number.as_ref().is_some_and(|(number, _)| number.unit == Unit::Case)
            && !self.passage.text(phrase.range()).ends_with('条');
        let alone =
            features.acts.is_empty() && features.nouns.len() == 1 && !phrase.strange() && !phrase.part;
        if !decides && cases && alone {
            doubts.add(Doubt::HandledDecisions);
        } else if !decides {
            doubts.add(Doubt::NotDecided);
        } else if own && !features.has(Act::Decide) {
            doubts.add(Doubt::HandledDecisions);
        }
        if self.names_matters(phrase) {
            doubts.add(Doubt::Items);
        }
        // 诉讼：政府信息公开类1件，交通处罚类57件: what the cases were about.
        let class = || {
            ["许可类", "处罚类", "强制类"]
                .iter()
                .any(|words| self.passage.text(phrase.range()).contains(words))
        };
        if (self.context.disclosed || !self.context.suits.is_empty()) && class() {
            doubts.add(Doubt::OtherCause);
        }
        self.context.decides = decides;
        // 网站公开信息120条，其中行政处罚决定30条: posts.
        let posts =
            |head: super::Head| matches!(head.meaning, Meaning::Other(Other::Published | Other::Media));
        let listed = phrase.part && self.context.head.is_some_and(posts)
            || features.nouns.iter().any(|noun| matches!(noun, Noun::Other(Other::Published | Other::Media)));
        if features.has(Act::Publish) || features.has(Act::Announce) || listed {
            doubts.add(Doubt::PublishedDecisions);
        }
        Meaning::Decisions(decision)
    }
}
