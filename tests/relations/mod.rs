//! Reads `phrasings/relations.md`: lists, shares and changes with their numbers marked, and look-alikes.

use crate::literate::{Told, said};
use jiaohe::rules::Severity;

/// The rules that tell of numbers within the prose.
const RULES: [&str; 3] = ["prose/sum", "prose/share", "prose/change"];

/// What is told of a sentence in the report of a bureau that says nothing else in numbers.
fn told(sentence: &str) -> Vec<Told> {
    let said = said(&format!("base = department\nquiet\nprose 1 += {sentence}")).unwrap();
    said.into_iter().filter(|said| RULES.contains(&said.rule.id)).flat_map(|said| said.findings).collect()
}

/// One more in the last digit in front of a decimal point.
fn one_more(number: &str) -> String {
    let (whole, rest) = number.split_at(number.find('.').unwrap_or(number.len()));
    format!("{}{rest}", whole.parse::<u64>().unwrap() + 1)
}

/// What goes wrong, a line each, and how many sentences there are.
pub(crate) fn wrong() -> (Vec<String>, usize) {
    let (mut wrong, mut count) = (Vec::new(), 0);
    for line in include_str!("../phrasings/relations.md").lines() {
        let Some((kind, sentence)) = line.split_once(' ').filter(|(kind, _)| [">", "?", "~"].contains(kind))
        else {
            continue;
        };
        count += 1;
        let parts: Vec<&str> = sentence.split(['【', '】']).collect();
        wrong.extend(told(&parts.concat()).iter().map(|told| format!("{sentence}: told as it is: {told}")));
        let least = if kind == ">" { Severity::Warning } else { Severity::Hint };
        for at in (1..parts.len()).step_by(2) {
            let mut changed: Vec<String> = parts.iter().map(|part| (*part).to_owned()).collect();
            changed[at] = one_more(parts[at]);
            if !told(&changed.concat()).iter().any(|told| told.severity >= least) {
                wrong.push(format!("{sentence}: {} is not told", changed[at]));
            }
        }
    }
    (wrong, count)
}
