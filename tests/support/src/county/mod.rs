//! A county: sixty units over three years in mixed formats, with all that lies in a reviewer's folder, and the plan of it.
//!
//! Everything follows from the lists here; the same county comes out on every machine. What is planted, and what a
//! program has to find, stands in the plan: faults, who is missing, what is there twice or does not belong there, the true
//! sums, and how the county's own report differs from them.

mod figures;
mod plan;
mod units;
mod write;

pub use figures::{hundredths, ids};
pub use units::{COUNTY, UNITS, Unit};

use crate::Scenario;
use crate::body::Body;
use crate::layout::Layout;
use std::collections::BTreeMap;

/// The years reported on.
pub const YEARS: [u16; 3] = [2022, 2023, 2024];

/// What is planted in the report of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// One more in 予以公开 of natural persons than adds up.
    Balance,
    /// Last year left another number over.
    CarriedIn,
    /// More 规范性文件 in force than last year's stock allows.
    Stock,
    /// The prose says one request more than table three.
    Prose,
    /// A cell is blank.
    Blank,
    /// The tables are pictures.
    Pictures,
    /// Table three is not there.
    NoTable3,
    /// The file is cut off.
    Damaged,
}

impl Fault {
    /// Its word in the plan.
    pub fn id(self) -> &'static str {
        match self {
            Self::Balance => "balance",
            Self::CarriedIn => "carried_in",
            Self::Stock => "stock",
            Self::Prose => "prose",
            Self::Blank => "blank",
            Self::Pictures => "pictures",
            Self::NoTable3 => "no_table3",
            Self::Damaged => "damaged",
        }
    }

    /// The rule that has to tell it; `None` where the report cannot be read.
    pub fn rule(self) -> Option<&'static str> {
        match self {
            Self::Balance => Some("table3/row_total"),
            Self::CarriedIn => Some("years/carried_in"),
            Self::Stock => Some("years/stock"),
            Self::Prose => Some("prose/requests"),
            Self::Blank => Some("cells/blank"),
            Self::Pictures | Self::NoTable3 | Self::Damaged => None,
        }
    }
}

/// Which unit has which fault in which year.
const FAULTS: [(usize, u16, Fault); 10] = [
    (5, 2022, Fault::Balance),
    (45, 2022, Fault::Prose),
    (9, 2023, Fault::Balance),
    (20, 2023, Fault::CarriedIn),
    (26, 2023, Fault::Blank),
    (29, 2023, Fault::Pictures),
    (32, 2023, Fault::NoTable3),
    (7, 2023, Fault::Damaged),
    (14, 2024, Fault::Balance),
    (23, 2024, Fault::Stock),
];

/// Who has not reported.
const MISSING: [(usize, u16); 6] = [(40, 2022), (13, 2022), (42, 2023), (43, 2024), (44, 2024), (33, 2024)];

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The report of a unit.
    Report,
    /// The county's own, the sum of its units.
    Sum,
    /// The very bytes of another file.
    Copy,
    /// An earlier draft: the same unit and year, other figures.
    Draft,
    /// A notice, which is no report.
    Notice,
    /// The report of another county's unit.
    Foreign,
}

impl Kind {
    /// Its word in the plan.
    pub fn id(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Sum => "sum",
            Self::Copy => "copy",
            Self::Draft => "draft",
            Self::Notice => "notice",
            Self::Foreign => "foreign",
        }
    }
}

/// A file of the county.
#[derive(Debug, Clone)]
pub struct Planned {
    /// Its path below the folder of reports.
    pub path: String,
    /// What it is.
    pub kind: Kind,
    /// Whose it is; empty for a notice.
    pub organ: String,
    /// The year it reports on.
    pub year: u16,
    /// What is planted in it.
    pub fault: Option<Fault>,
    /// What stands in its cells, by id.
    pub cells: BTreeMap<String, String>,
    /// The file.
    pub bytes: Vec<u8>,
}

/// How the county's report differs from the sum of the units in the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The unit that makes the difference.
    pub organ: String,
    /// `twice`, `left_out`, `previous` (last year's number) or `repair` (the number that its own report needs).
    pub how: &'static str,
    /// The cells, by table prefix or id.
    pub cells: &'static str,
}

/// What a program has to find in a year.
#[derive(Debug, Clone)]
pub struct PlannedYear {
    /// The year.
    pub year: u16,
    /// Units of the list without a report, as the list calls them.
    pub missing: Vec<String>,
    /// For each cell what the files that count come to.
    pub sum: BTreeMap<String, String>,
    /// For each cell what the county's report says.
    pub county: BTreeMap<String, String>,
    /// Why the two differ.
    pub gaps: Vec<Gap>,
}

/// The county.
#[derive(Debug, Clone)]
pub struct County {
    /// Its files.
    pub files: Vec<Planned>,
    /// Its list of units, one a line.
    pub roster: String,
    /// What has to be found, by year.
    pub years: Vec<PlannedYear>,
}

impl County {
    /// The one county there is.
    pub fn new() -> Self {
        let true_reports: Vec<_> = (0..UNITS.len()).map(|number| figures::reports(number, &YEARS)).collect();
        let mut county = Self { files: Vec::new(), roster: roster(), years: Vec::new() };
        for year in YEARS {
            county.add_year(year, &true_reports);
        }
        county
    }

    fn add_year(&mut self, year: u16, truth: &[BTreeMap<u16, Scenario>]) {
        let there = |number: &usize| !MISSING.contains(&(*number, year));
        let numbers: Vec<usize> = (0..UNITS.len()).filter(there).collect();
        let mut written = Vec::new();
        for &number in &numbers {
            let fault = FAULTS.iter().find(|(unit, of, _)| (*unit, *of) == (number, year));
            let fault = fault.map(|(_, _, fault)| *fault);
            let mut report = truth[number][&year].clone();
            if let Some(fault) = fault {
                plant(&mut report, fault, UNITS[number].body);
            }
            self.files.push(self::file(number, &report, fault));
            written.push(report);
        }
        // The county has put right what did not add up, and nothing else.
        let counted = numbers
            .iter()
            .zip(&written)
            .map(|(&number, report)| if is_balanced(number, year) { report } else { &truth[number][&year] });
        let mut county = figures::sum(year, counted);
        let gaps = gaps(year, &mut county, truth);
        let bytes = write::source(Layout::Docx.write(&county, write::plain()));
        self.files.push(planned(format!("{year}/{}.docx", county.title), Kind::Sum, &county, bytes));
        self.strays(year, &truth[12][&year]);
        let missing = (0..UNITS.len()).filter(|number| !there(number));
        // A unit whose name has changed altogether is missing under its new one.
        let renamed = (0..UNITS.len()).filter(|&number| number == 39 && year == YEARS[0]);
        let sum = |id: &String| {
            let values = written.iter().map(|report| report.cells[id].as_str());
            (id.clone(), figures::total(id, values))
        };
        self.years.push(PlannedYear {
            year,
            missing: missing.chain(renamed).map(|number| UNITS[number].listed.to_owned()).collect(),
            sum: ids().iter().map(sum).collect(),
            county: county.cells,
            gaps,
        });
    }

    /// What lies in the folder beside the reports that count.
    fn strays(&mut self, year: u16, twice: &Scenario) {
        if year == 2023 {
            let of = self.files.iter().find(|file| file.year == year && file.organ.ends_with("应急管理局"));
            let mut copy = of.unwrap().clone();
            let (stem, end) = copy.path.rsplit_once('.').unwrap();
            copy.path = format!("{stem} - 副本.{end}");
            copy.kind = Kind::Copy;
            self.files.push(copy);
        }
        if year == 2024 {
            let mut draft = twice.clone();
            let permits = draft.number("t2.permits") + 2;
            draft.set("t2.permits", permits.to_string());
            let bytes = write::source(Layout::Html.write(&draft, write::plain()));
            self.files.push(planned(format!("{year}/水利局初稿.html"), Kind::Draft, &draft, bytes));
            let mut foreign = twice.clone();
            foreign.organ = "安平县水利局".into();
            foreign.tell(Body::Department, 3);
            let bytes = write::source(Layout::Markdown.write(&foreign, write::plain()));
            self.files.push(planned(format!("{year}/安平水利.md"), Kind::Foreign, &foreign, bytes));
        }
        if year > 2022 {
            let text = format!(
                "关于报送{year}年度政府信息公开材料的通知\n\n各乡镇、街道，各部门：\n请于{}年1月15日前报送有关材料，逾期将予以通报。\n\n{COUNTY}人民政府办公室\n",
                year + 1
            );
            let mut notice = planned(format!("{year}/通知.txt"), Kind::Notice, twice, text.into_bytes());
            (notice.organ, notice.cells) = (String::new(), BTreeMap::new());
            self.files.push(notice);
        }
    }
}

impl Default for County {
    fn default() -> Self {
        Self::new()
    }
}

/// What the county keeps of who has to report.
fn roster() -> String {
    UNITS.iter().flat_map(|unit| [unit.listed, "\n"]).collect()
}

fn plant(report: &mut Scenario, fault: Fault, body: Body) {
    let more = |report: &mut Scenario, id: &str, by: u32| {
        report.set(id, (report.number(id) + by).to_string());
    };
    match fault {
        Fault::Balance => more(report, "t3.open.person", 1),
        Fault::CarriedIn => {
            // Whatever came over, one more, and one less that is new; so nothing else breaks.
            for row in ["carried_in", "open"] {
                more(report, &format!("t3.{row}.person"), 1);
            }
            report.balance();
            report.tell(body, 1);
        }
        Fault::Stock => {
            more(report, "t2.documents.in_force", 3);
            report.tell(body, 1);
        }
        Fault::Prose => {
            let mut said = report.clone();
            more(&mut said, "t3.received.total", 1);
            said.tell(body, 4);
            report.sections[0].prose = said.sections[0].prose.clone();
        }
        Fault::Blank => {
            report.set("t3.rejected.publication.person", "");
        }
        Fault::Pictures => report.tables = [false; 3],
        Fault::NoTable3 => report.tables[1] = false,
        Fault::Damaged => {}
    }
}

fn is_balanced(number: usize, year: u16) -> bool {
    !FAULTS.contains(&(number, year, Fault::Balance))
}

/// Makes the county's figures differ from the sum of the units, in the last year.
fn gaps(year: u16, county: &mut Scenario, truth: &[BTreeMap<u16, Scenario>]) -> Vec<Gap> {
    let mut gaps: Vec<Gap> = Vec::new();
    let mut gap = |number: usize, how, cells| gaps.push(Gap { organ: UNITS[number].organ(year), how, cells });
    for (number, of, fault) in FAULTS {
        if of == year && fault == Fault::Balance {
            gap(number, "repair", "t3.open.person");
        }
    }
    if year != 2024 {
        return gaps;
    }
    for id in ids() {
        let mut change = 0;
        let value = |number: usize, of: u16| hundredths(&truth[number][&of].cells[&id]);
        if id.starts_with("t2.") {
            change += value(21, year);
        } else {
            change -= value(1, year);
        }
        if id == "t2.permits" {
            change += value(36, 2023) - value(36, 2024);
        }
        let now = hundredths(&county.cells[&id]) + change;
        county.set(&id, figures::print(&id, now));
    }
    county.tell(Body::County, u64::from(year));
    gap(21, "twice", "t2");
    gap(1, "left_out", "t3");
    gap(1, "left_out", "t4");
    gap(36, "previous", "t2.permits");
    gaps
}

fn file(number: usize, report: &Scenario, fault: Option<Fault>) -> Planned {
    let form = match fault {
        // What is cut off has to be a container, and pictures have no table to write.
        Some(Fault::Damaged) => write::Form::Docx,
        Some(Fault::Pictures) => write::Form::Pictures,
        _ => write::Form::of(number + usize::from(report.year)),
    };
    let mut bytes = form.bytes(report);
    if fault == Some(Fault::Damaged) {
        bytes.truncate(bytes.len() / 2);
    }
    let stem = if number.is_multiple_of(3) { &report.organ } else { &report.title };
    let path = format!("{}/{stem}.{}", report.year, form.ending());
    Planned { fault, ..planned(path, Kind::Report, report, bytes) }
}

fn planned(path: String, kind: Kind, report: &Scenario, bytes: Vec<u8>) -> Planned {
    Planned {
        path,
        kind,
        organ: report.organ.clone(),
        year: report.year,
        fault: None,
        cells: report.cells.clone(),
        bytes,
    }
}
