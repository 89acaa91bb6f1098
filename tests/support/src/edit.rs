//! The case language: one edit a line on a base report.
//!
//! ```text
//! base = county            the report to start from: town, county, department or city
//! layout = L5              the layout to write it in (default L1)
//! edition = 2019           the same report in the form of 2019
//! edition3 = 2019          table 3 only in the form of 2019: a mixed form
//! heads = repeated         the heads of table 3 come again in the middle
//! zeros = blank | /        what stands for zero
//! year = 2023              the year everywhere: title, preface, prose
//! organ = 云州市水利局      the body everywhere
//! title = …                the title line
//! preface = …              all of the preface
//! t3.total.person = 9      a cell; (blank) empties it
//! zeros everywhere         all cells 0 before any edit of a cell
//! drop row t3.other.misc   a row of a table
//! drop table 4             a table
//! drop section 6           a section with all that is in it
//! heading 5 = 5、存在的…    the heading line of a section
//! prose 6 = 无             all prose of a section
//! prose 1 += 句子          a paragraph behind the prose of a section
//! replace 旧文 => 新文      in preface and prose, wherever it stands
//! balance                  recomputes what follows from the cells set so far
//! quiet                    takes the figures out of section one
//! tell                     rewrites the prose to fit the cells
//! previous | EDIT          an edit on last year's report of the same body, which fits this one and has no prose
//! unit NAME | EDIT         an edit on the report of a unit, all zeros before; with units comes a rest that makes up the sum
//! rest | EDIT              an edit on that rest
//! ```

use crate::body::Body;
use crate::form::{self, Edition};
use crate::layout::{Layout, Source};
use crate::scenario::{Scenario, Section, Style, Zeros};

/// A report described by edits.
#[derive(Debug, Clone)]
pub struct Case {
    /// The report.
    pub scenario: Scenario,
    /// How it is written.
    pub layout: Layout,
    /// How values are written.
    pub style: Style,
    body: Body,
    /// Edits of last year's report, where there is one.
    pub(crate) previous: Option<Vec<String>>,
    /// Edits by unit.
    pub(crate) units: Vec<(String, Vec<String>)>,
    /// Edits of the rest.
    pub(crate) rest: Vec<String>,
}

impl Case {
    /// Reads a list of edits.
    ///
    /// # Errors
    /// The line that is not understood, and why.
    pub fn parse(edits: &str) -> Result<Self, String> {
        let lines: Vec<&str> =
            edits.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")).collect();
        let body = match lines.iter().find_map(|line| assignment(line, "base")) {
            Some(name) => Body::parse(name).ok_or_else(|| format!("no base named {name}"))?,
            None => Body::County,
        };
        let scenario = Scenario::base(body);
        let mut case = Self {
            scenario,
            layout: Layout::TabCells,
            style: Style::default(),
            body,
            previous: None,
            units: Vec::new(),
            rest: Vec::new(),
        };
        if lines.contains(&"zeros everywhere") {
            for id in case.scenario.ids() {
                case.scenario.set(&id, "0");
            }
        }
        for line in lines {
            case.apply(line).map_err(|why| format!("`{line}`: {why}"))?;
        }
        Ok(case)
    }

    /// The report as the program gets it.
    pub fn source(&self) -> Source {
        self.layout.write(&self.scenario, self.style)
    }

    pub(crate) fn apply(&mut self, line: &str) -> Result<(), String> {
        if let Some((whose, edit)) = line.split_once(" | ") {
            let edit = edit.trim().to_owned();
            match whose.trim().split_once(' ').unwrap_or((whose.trim(), "")) {
                ("previous", "") => self.previous.get_or_insert_default().push(edit),
                ("rest", "") => self.rest.push(edit),
                ("unit", name) => match self.units.iter_mut().find(|(known, _)| known == name) {
                    Some((_, edits)) => edits.push(edit),
                    None => self.units.push((name.to_owned(), vec![edit])),
                },
                _ => return Err("another report is previous, unit or rest".into()),
            }
            return Ok(());
        }
        match line {
            "zeros everywhere" => {}
            "balance" => self.scenario.balance(),
            "quiet" => self.scenario = self.scenario.clone().quiet(self.body),
            "tell" => self.scenario.tell(self.body, 0),
            _ => {
                if let Some(what) = line.strip_prefix("drop ") {
                    return self.drop(what);
                }
                if let Some((old, new)) =
                    line.strip_prefix("replace ").and_then(|rest| rest.split_once(" => "))
                {
                    return self.replace(old.trim(), new.trim());
                }
                if let Some((target, text)) = line.split_once("+=") {
                    let section =
                        self.section(target.trim().strip_prefix("prose ").ok_or("only prose can grow")?)?;
                    section.prose.push(text.trim().to_owned());
                    return Ok(());
                }
                let (target, value) = line.split_once('=').ok_or("no edit of this kind")?;
                return self.assign(target.trim(), value.trim());
            }
        }
        Ok(())
    }

    fn assign(&mut self, target: &str, value: &str) -> Result<(), String> {
        match target {
            "base" => {}
            "layout" => self.layout = Layout::parse(value).ok_or("no such layout")?,
            "edition" if value == "2019" => self.scenario = self.scenario.in_form_2019(self.body),
            "edition3" if value == "2019" => {
                let whole = self.scenario.in_form_2019(self.body);
                self.scenario.edition3 = whole.edition3;
                self.scenario.cells.extend(whole.cells.into_iter().filter(|(id, _)| id.starts_with("t3.")));
            }
            "heads" if value == "repeated" => self.style.repeated_heads = true,
            "zeros" if value == "blank" => self.style.zeros = Zeros::Blank,
            "zeros" => {
                let marks = ["/", "-", "—", "无"];
                let mark = marks.into_iter().find(|mark| *mark == value).ok_or("no such mark")?;
                self.style.zeros = Zeros::Mark(mark);
            }
            "title" => self.scenario.title = value.to_owned(),
            "preface" => self.scenario.preface = paragraphs(value),
            "year" => self.rename_year(value)?,
            "organ" => {
                let old = std::mem::replace(&mut self.scenario.organ, value.to_owned());
                self.scenario.title = self.scenario.title.replace(&old, value);
                self.each_text(|text| *text = text.replace(&old, value));
            }
            _ => {
                if let Some(number) = target.strip_prefix("heading ") {
                    self.section(number)?.heading = value.to_owned();
                } else if let Some(number) = target.strip_prefix("prose ") {
                    self.section(number)?.prose = paragraphs(value);
                } else {
                    self.set_cell(target, value)?;
                }
            }
        }
        Ok(())
    }

    fn set_cell(&mut self, id: &str, value: &str) -> Result<(), String> {
        if !self.scenario.ids().iter().any(|known| known == id) {
            return Err("no such cell in this report".into());
        }
        self.scenario.set(id, if value == "(blank)" { "" } else { value });
        Ok(())
    }

    fn drop(&mut self, what: &str) -> Result<(), String> {
        if let Some(row) = what.strip_prefix("row ") {
            let before = self.scenario.ids().len();
            self.scenario.dropped_rows.insert(row.trim().to_owned());
            if self.scenario.ids().len() == before {
                return Err("no such row".into());
            }
        } else if let Some(number) = what.strip_prefix("table ") {
            let number: usize = number.trim().parse().map_err(|_| "no table number")?;
            *self.scenario.tables.get_mut(number.wrapping_sub(2)).ok_or("tables are 2 to 4")? = false;
        } else if let Some(number) = what.strip_prefix("section ") {
            let number = self.section(number)?.number;
            self.scenario.sections.retain(|section| section.number != number);
        } else {
            return Err("rows, tables and sections can be dropped".into());
        }
        Ok(())
    }

    fn replace(&mut self, old: &str, new: &str) -> Result<(), String> {
        let mut found = false;
        self.each_text(|text| {
            found |= text.contains(old);
            *text = text.replace(old, new);
        });
        if found { Ok(()) } else { Err(format!("{old} stands nowhere")) }
    }

    fn rename_year(&mut self, value: &str) -> Result<(), String> {
        let year: u16 = value.parse().map_err(|_| "no year")?;
        let old = std::mem::replace(&mut self.scenario.year, year).to_string();
        self.scenario.title = self.scenario.title.replace(&old, value);
        // The notice keeps the year of its own number.
        self.each_text(|text| *text = text.replace(&format!("{old}年"), &format!("{value}年")));
        Ok(())
    }

    fn each_text(&mut self, mut change: impl FnMut(&mut String)) {
        self.scenario.preface.iter_mut().for_each(&mut change);
        for section in &mut self.scenario.sections {
            section.prose.iter_mut().for_each(&mut change);
        }
    }

    fn section(&mut self, number: &str) -> Result<&mut Section, String> {
        let number: u8 = number.trim().parse().map_err(|_| "no section number")?;
        self.scenario.section_mut(number).ok_or_else(|| "no such section".to_owned())
    }
}

/// `target = value` with the given target.
fn assignment<'l>(line: &'l str, target: &str) -> Option<&'l str> {
    let (left, right) = line.split_once('=')?;
    (left.trim() == target).then(|| right.trim())
}

/// Paragraphs of a value; ` / ` with blanks around it breaks it.
fn paragraphs(value: &str) -> Vec<String> {
    value.split(" / ").map(str::trim).filter(|text| !text.is_empty()).map(String::from).collect()
}

/// The edition that a report for a year has to follow.
pub fn edition_for(year: u16) -> Edition {
    if year <= 2020 { Edition::F2019 } else { Edition::F2021 }
}

/// Every id that a cell can have, both editions.
pub fn all_ids() -> Vec<String> {
    let editions = [Edition::F2021, Edition::F2019];
    let mut ids: Vec<String> = editions
        .into_iter()
        .flat_map(|edition| [form::cells2(edition), form::cells3(edition)].concat())
        .collect();
    ids.extend(form::cells4());
    ids.sort();
    ids.dedup();
    ids
}
