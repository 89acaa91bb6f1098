//! Reports of every kind that rules have something to say of.

use crate::{literate, prose};
use jiaohe::read::Input;
use jiaohe::wire::{CheckedReport, Extract, Related};
use jiaohe::{Options, open, rules};
use jiaohe_testkit::correct::Body;
use jiaohe_testkit::edit::Case;
use jiaohe_testkit::layout::Source;
use jiaohe_testkit::{Layout, Rng, Scenario, Style, clerk};
use std::fs;
use std::path::Path;

pub(crate) fn review(source: &Source, related: Option<&Related>) -> CheckedReport {
    let options = Options { related, ..Options::default() };
    let input = match source {
        Source::Text(text) => Input::Text(text),
        Source::Bytes(bytes) => Input::Bytes(bytes),
    };
    open("报告", input, &options)[0].review(&options, true).checked.unwrap()
}

fn extract(source: &Source) -> Extract {
    let input = match source {
        Source::Text(text) => Input::Text(text),
        Source::Bytes(bytes) => Input::Bytes(bytes),
    };
    open("报告", input, &Options::default())[0].extract().unwrap()
}

/// A report that edits describe, in the light of the others that they speak of.
fn edited(edits: &str) -> CheckedReport {
    let case = Case::parse(edits).unwrap();
    let units = case.units().unwrap().iter().map(extract).collect();
    let previous = case.previous().unwrap().as_ref().map(extract);
    review(&case.source(), Some(&Related { previous, units }))
}

pub(crate) fn written(scenario: &Scenario) -> CheckedReport {
    review(&Layout::TabCells.write(scenario, Style::default()), None)
}

pub(crate) fn corpus() -> Vec<(String, Source)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| {
        path.is_file() && !["README", "faults"].contains(&path.file_stem().unwrap().to_str().unwrap())
    });
    paths.sort();
    let named = |path: &std::path::PathBuf| {
        (path.file_name().unwrap().to_string_lossy().into_owned(), Source::Bytes(fs::read(path).unwrap()))
    };
    paths.iter().map(named).collect()
}

/// Everything that rules are known to say something of.
pub(crate) fn reports() -> Vec<(String, CheckedReport)> {
    let mut all = Vec::new();
    for (rule, cases) in literate::files() {
        for case in cases {
            let checked = match &case.report {
                Some(text) => review(&Source::Text(text.clone()), None),
                None => edited(&case.edits),
            };
            all.push((format!("{rule} {}", case.name), checked));
        }
    }
    for rule in rules::all() {
        for example in rule.documentation().examples {
            all.push((format!("example of {}", rule.id), edited(&clerk::edits(&example.text).unwrap())));
        }
    }
    all.extend(corpus().iter().map(|(name, source)| (name.clone(), review(source, None))));
    all.extend(phrasings());
    all.extend(slips());
    all
}

/// A county's report that says what the phrasings say, beside their cells.
fn phrasings() -> Vec<(String, CheckedReport)> {
    let files = [
        include_str!("../phrasings/requests.md"),
        include_str!("../phrasings/others.md"),
        include_str!("../phrasings/paragraphs.md"),
        include_str!("../phrasings/fresh.md"),
    ];
    let base = Scenario::base(Body::County).quiet(Body::County);
    let mut all = Vec::new();
    for file in files {
        for text in file.split("\n### ").skip(1) {
            let mut case = prose::Case { year: 2023, section: 1, ..prose::Case::default() };
            let mut scenario = base.clone();
            for line in text.lines().skip(1) {
                if let Some(prose) = line.strip_prefix('>') {
                    case.lines.push(prose.trim().into());
                } else if let Some(setting) = line.strip_prefix("- ") {
                    case.set(setting);
                }
            }
            if case.edition2019 || case.unreadable {
                continue;
            }
            for (name, value) in &case.cells {
                let cells = if name.contains('.') && name.starts_with('t') {
                    vec![name.clone()]
                } else {
                    [".person", ".total"].map(|column| format!("t3.{name}{column}")).to_vec()
                };
                for cell in &cells {
                    scenario.set(cell, value.clone());
                }
            }
            if let Some(section) = scenario.section_mut(case.section) {
                section.prose.extend(case.lines.clone());
            }
            all.push((text.lines().next().unwrap().to_owned(), written(&scenario)));
        }
    }
    all
}

/// Reports with slips of many kinds in their tables: one, several, swapped, left out.
fn slips() -> Vec<(String, CheckedReport)> {
    let mut all = Vec::new();
    let mut rng = Rng::new(11);
    for body in [Body::County, Body::Department, Body::City] {
        for base in [Scenario::base(body), Scenario::base(body).quiet(body)] {
            let cells: Vec<String> =
                base.ids().into_iter().filter(|id| id.starts_with("t3.") || id.starts_with("t4.")).collect();
            let last = u32::try_from(cells.len()).unwrap() - 1;
            for count in [1, 1, 1, 2, 2, 2, 3, 3, 4, 6, 12, 40].repeat(4) {
                let mut slipped = base.clone();
                for _ in 0..count {
                    let cell = &cells[rng.upto(last) as usize];
                    let other = &cells[rng.upto(last) as usize];
                    let wrong = match rng.upto(5) {
                        0 => String::new(),
                        1 => "/".to_owned(),
                        2 => {
                            slipped.set(other, base.number(cell).to_string());
                            base.number(other).to_string()
                        }
                        _ => (base.number(cell) + rng.pick(&[1, 2, 7, 30])).to_string(),
                    };
                    slipped.set(cell, wrong);
                }
                all.push((format!("{body:?} with {count} slips"), written(&slipped)));
            }
            for (what, ends) in [("column", ".total"), ("row", "")] {
                let mut slipped = base.clone();
                for cell in cells.iter().filter(|cell| match ends {
                    "" => cell.starts_with("t3.total."),
                    ends => cell.starts_with("t3.") && cell.ends_with(ends),
                }) {
                    slipped.set(cell, "0");
                }
                all.push((format!("{body:?} without its {what} of totals"), written(&slipped)));
            }
        }
    }
    all
}
