//! Reads `phrasings/marked*.md`: sentences with their numbers marked, and look-alikes.
//!
//! A sentence without a mark says in words that there was none. One sentence in five, by a hash of its text, is kept
//! aside: nobody looks at it while the grammar is mended, and `docs/accuracy.md` tells how it goes.

use crate::prose::{Case, claims_of};
use jiaohe::report::claims::{Certainty, Claim, Comparison};
use jiaohe::report::form::CellId;

/// A sentence of the file.
pub(crate) struct Sentence {
    /// Body, year and cells.
    pub(crate) setting: Case,
    /// As it is written, with its marks.
    pub(crate) text: String,
    /// Whether it is a look-alike.
    pub(crate) look_alike: bool,
}

/// What became of a sentence.
#[derive(Default)]
pub(crate) struct Outcome {
    /// Numbers or denials that had to be told when changed, and how many were.
    pub(crate) marks: (usize, usize),
    /// What is told although it is right.
    pub(crate) false_alarms: usize,
    /// In words, what went wrong.
    pub(crate) wrong: Vec<String>,
}

impl Sentence {
    /// Whether it is kept aside.
    pub(crate) fn is_aside(&self) -> bool {
        let hash = self.text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
        });
        hash % 5 == 0
    }

    /// Reads it as it is and changed.
    pub(crate) fn judge(&self) -> Outcome {
        let mut outcome = Outcome::default();
        let claims = self.read(&plain(&self.text), None);
        for claim in claims.iter().filter(|claim| matches!(claim.comparison, Comparison::Differs { .. })) {
            outcome.false_alarms += usize::from(is_told(claim));
            outcome
                .wrong
                .push(format!("{}: told as it is: {} {:?}", self.text, claim.number, claim.comparison));
        }
        if self.look_alike {
            return outcome;
        }
        let parts: Vec<&str> = self.text.split(['【', '】']).collect();
        for at in (1..parts.len()).step_by(2) {
            let mut changed: Vec<String> = parts.iter().map(|part| (*part).to_owned()).collect();
            changed[at] = one_more(parts[at]);
            let told = self.read(&changed.concat(), None).iter().any(is_told);
            outcome.count(told, || format!("{}: {} is not told", self.text, changed[at]));
        }
        if parts.len() == 1 {
            let denied: Vec<CellId> = claims
                .iter()
                .filter(|claim| claim.number.is_zero() && matches!(claim.comparison, Comparison::Agrees(_)))
                .filter_map(|claim| claim.readings.first())
                .flat_map(|reading| reading.plus.clone())
                .collect();
            outcome.count(!denied.is_empty(), || format!("{}: denies nothing", self.text));
            for cell in denied {
                let told = self.read(&self.text, Some(cell)).iter().any(is_told);
                outcome.count(told, || format!("{}: one in {cell} is not told", self.text));
            }
        }
        outcome
    }

    fn read(&self, text: &str, raised: Option<CellId>) -> Vec<Claim> {
        let mut case = Case { lines: vec![text.to_owned()], ..self.setting.clone() };
        case.cells.extend(raised.map(|cell| (cell.to_string(), "1".to_owned())));
        claims_of(&case).1
    }
}

impl Outcome {
    fn count(&mut self, told: bool, wrong: impl Fn() -> String) {
        self.marks.0 += 1;
        self.marks.1 += usize::from(told);
        if !told {
            self.wrong.push(wrong());
        }
    }
}

fn is_told(claim: &Claim) -> bool {
    matches!(claim.comparison, Comparison::Differs { certainty: Certainty::Certain | Certainty::Likely, .. })
}

fn plain(text: &str) -> String {
    text.replace(['【', '】'], "")
}

/// One more in the last digit.
fn one_more(number: &str) -> String {
    let (whole, rest) = number.split_at(number.find('.').unwrap_or(number.len()));
    match whole.parse::<u64>() {
        Ok(whole) => format!("{}{rest}", whole + 1),
        Err(_) => format!("{number}一"),
    }
}

/// The files, by what they are about.
const FILES: [&str; 5] = [
    include_str!("../phrasings/marked.md"),
    include_str!("../phrasings/marked-channels.md"),
    include_str!("../phrasings/marked-results.md"),
    include_str!("../phrasings/marked-figures.md"),
    include_str!("../phrasings/marked-scope.md"),
];

/// All sentences.
pub(crate) fn sentences() -> Vec<Sentence> {
    let mut setting = Case::default();
    let mut sentences = Vec::new();
    for line in FILES.iter().flat_map(|file| file.lines()) {
        if let Some(title) = line.strip_prefix("### ") {
            setting = Case { title: title.into(), year: 2023, section: 1, ..Case::default() };
        } else if let Some(settings) = line.strip_prefix("- ") {
            setting.set(settings);
        } else if let Some(text) = line.strip_prefix("> ") {
            sentences.push(Sentence { setting: setting.clone(), text: text.into(), look_alike: false });
        } else if let Some(text) = line.strip_prefix("~ ") {
            sentences.push(Sentence { setting: setting.clone(), text: text.into(), look_alike: true });
        }
    }
    sentences
}
