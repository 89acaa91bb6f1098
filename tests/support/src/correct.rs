//! Correct reports: figures that agree with each other, and prose that agrees with the figures.

use crate::form::{self, COLUMNS, Edition, NUMERALS, SECTIONS};
use crate::prose;
use crate::rng::Rng;
use crate::scenario::{Scenario, Section};
use std::collections::{BTreeMap, BTreeSet};

/// The kind of body that reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Body {
    /// A town government: nothing received, nothing carried over.
    Town,
    /// A county government with its departments: carry-over, several kinds of applicant, litigation.
    County,
    /// A department of a county-level city: few requests.
    Department,
    /// A city with districts, which may issue 规章.
    City,
}

impl Body {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Town, Self::County, Self::Department, Self::City];

    /// The kind with a name of the case language.
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "town" => Some(Self::Town),
            "county" => Some(Self::County),
            "department" => Some(Self::Department),
            "city" => Some(Self::City),
            _ => None,
        }
    }

    /// Whether it is a government at some level, which has to report 工作考核、社会评议和责任追究结果.
    pub fn is_government(self) -> bool {
        self != Self::Department
    }

    fn organ(self) -> &'static str {
        match self {
            Self::Town => "柳林镇人民政府",
            Self::County => "清河县人民政府",
            Self::Department => "宁安市交通运输局",
            Self::City => "云川市人民政府",
        }
    }

    fn year(self) -> u16 {
        match self {
            Self::Town => 2023,
            Self::County => 2022,
            Self::Department => 2024,
            Self::City => 2025,
        }
    }

    /// Table 2: 规章, 行政规范性文件, then permits, penalties, coercion, fees.
    fn table2(self) -> [&'static str; 10] {
        match self {
            Self::Town => ["0", "0", "0", "0", "0", "0", "126", "4", "0", "0"],
            Self::County => ["0", "0", "0", "6", "2", "48", "18342", "5210", "163", "3857.85"],
            Self::Department => ["0", "0", "0", "2", "0", "9", "3120", "268", "12", "12.6"],
            Self::City => ["2", "1", "18", "15", "9", "131", "402118", "71960", "3051", "59237.2449"],
        }
    }

    /// What became of the requests: row, then the columns that are not zero.
    fn results(self) -> &'static [(&'static str, &'static [(&'static str, u32)])] {
        match self {
            Self::Town => &[],
            Self::County => &[
                ("open", &[("person", 20), ("business", 3)]),
                ("partial", &[("person", 6), ("business", 1)]),
                ("denied.law", &[("person", 1)]),
                ("denied.third_party", &[("person", 2), ("business", 1)]),
                ("denied.internal", &[("person", 1)]),
                ("denied.process", &[("person", 2)]),
                ("denied.enforcement_file", &[("person", 3)]),
                ("denied.admin_query", &[("person", 1)]),
                ("unavailable.not_held", &[("person", 14), ("business", 2), ("legal", 1)]),
                ("unavailable.needs_making", &[("person", 2)]),
                ("unavailable.unclear", &[("person", 1)]),
                ("rejected.complaint", &[("person", 4)]),
                ("rejected.repeat", &[("person", 2)]),
                ("rejected.confirm", &[("person", 1)]),
                ("other.no_correction", &[("person", 3)]),
                ("other.misc", &[("person", 2), ("other_org", 1)]),
                ("carried_out", &[("person", 4), ("business", 1)]),
                ("carried_in", &[("person", 3)]),
            ],
            Self::Department => &[
                ("open", &[("person", 4), ("business", 1)]),
                ("partial", &[("person", 1)]),
                ("unavailable.not_held", &[("person", 1)]),
                ("rejected.repeat", &[("person", 1)]),
                ("carried_out", &[("person", 1)]),
                ("carried_in", &[("person", 1)]),
            ],
            Self::City => &[
                ("open", &[("person", 412), ("business", 37), ("research", 2), ("legal", 9)]),
                ("partial", &[("person", 96), ("business", 11), ("welfare", 1)]),
                ("denied.state_secret", &[("person", 3)]),
                ("denied.law", &[("person", 8)]),
                ("denied.safety", &[("person", 2)]),
                ("denied.third_party", &[("person", 24), ("business", 3)]),
                ("denied.internal", &[("person", 31)]),
                ("denied.process", &[("person", 28), ("legal", 1)]),
                ("denied.enforcement_file", &[("person", 40), ("other_org", 2)]),
                ("denied.admin_query", &[("person", 55)]),
                ("unavailable.not_held", &[("person", 380), ("business", 21), ("research", 1), ("legal", 4)]),
                ("unavailable.needs_making", &[("person", 29)]),
                ("unavailable.unclear", &[("person", 17), ("business", 1)]),
                ("rejected.complaint", &[("person", 61)]),
                ("rejected.repeat", &[("person", 33), ("business", 2)]),
                ("rejected.publication", &[("person", 1)]),
                ("rejected.excessive", &[("person", 5)]),
                ("rejected.confirm", &[("person", 12)]),
                ("other.no_correction", &[("person", 22)]),
                ("other.no_payment", &[("person", 1)]),
                ("other.misc", &[("person", 44), ("other_org", 1)]),
                ("carried_out", &[("person", 38), ("business", 4), ("research", 1)]),
                ("carried_in", &[("person", 41), ("business", 2)]),
            ],
        }
    }

    /// Table 4 without its totals.
    fn table4(self) -> [[u32; 4]; 3] {
        match self {
            Self::Town => [[0; 4]; 3],
            Self::County => [[4, 1, 2, 1], [2, 0, 1, 1], [1, 0, 0, 1]],
            Self::Department => [[1, 0, 0, 0], [0; 4], [0; 4]],
            Self::City => [[52, 6, 31, 11], [19, 2, 8, 7], [10, 1, 3, 4]],
        }
    }
}

impl Scenario {
    /// The correct report of a body, edition 2021, with prose that tells its figures.
    pub fn base(body: Body) -> Self {
        let mut scenario = bare(body);
        for (id, value) in form::cells2(Edition::F2021).iter().zip(body.table2()) {
            scenario.set(id, value);
        }
        for (row, columns) in body.results() {
            for (column, count) in *columns {
                scenario.set(&format!("t3.{row}.{column}"), count.to_string());
            }
        }
        for ((block, _), counts) in form::BLOCKS.iter().zip(body.table4()) {
            for ((outcome, _), count) in form::OUTCOMES.iter().zip(counts) {
                scenario.set(&format!("t4.{block}.{outcome}"), count.to_string());
            }
        }
        scenario.balance();
        scenario.tell(body, 0);
        scenario
    }

    /// A correct report made up from a seed: body, figures and wording vary.
    pub fn correct(seed: u64) -> Self {
        let mut rng = Rng::new(seed);
        let body = Body::ALL[usize::try_from(seed % 4).unwrap()];
        let mut scenario = Self::base(body);
        scenario.year = 2021 + u16::try_from(rng.upto(4)).unwrap();
        let busy = rng.upto(3) > 0;
        for row in form::rows(Edition::F2021) {
            for (i, (column, _)) in COLUMNS[..6].iter().enumerate() {
                let bound = if row.id == "total" || row.id == "received" || !busy || rng.upto(2) == 0 {
                    0
                } else {
                    [40, 6, 1, 1, 2, 1][i]
                };
                scenario.set(&format!("t3.{}.{column}", row.id), rng.upto(bound).to_string());
            }
        }
        for (column, _) in &COLUMNS[..6] {
            // No more can come over from last year than was finished or is still open.
            let there = scenario.results(column) + scenario.number(&format!("t3.carried_out.{column}"));
            let carried = scenario.number(&format!("t3.carried_in.{column}")).min(there);
            scenario.set(&format!("t3.carried_in.{column}"), carried.to_string());
        }
        for (block, _) in form::BLOCKS {
            for (outcome, _) in &form::OUTCOMES[..4] {
                let bound = if busy { 5 } else { 0 };
                scenario.set(&format!("t4.{block}.{outcome}"), rng.upto(bound).to_string());
            }
        }
        let (issued, repealed) = (rng.upto(9), rng.upto(4));
        scenario.set("t2.documents.issued", issued.to_string());
        scenario.set("t2.documents.repealed", repealed.to_string());
        scenario.set("t2.documents.in_force", (issued + 3 + rng.upto(60)).to_string());
        scenario.set("t2.permits", rng.upto(30000).to_string());
        scenario.balance();
        scenario.tell(body, rng.next_u64());
        scenario
    }

    /// The same report in the form of 2019, for the year 2020.
    #[must_use]
    pub fn in_form_2019(&self, body: Body) -> Self {
        let mut old = self.clone();
        (old.edition2, old.edition3, old.year) = (Edition::F2019, Edition::F2019, 2020);
        for (column, _) in COLUMNS {
            let parts = ["no_correction", "no_payment", "misc"].map(|row| format!("t3.other.{row}.{column}"));
            let sum = self.sum(parts.iter().map(String::as_str));
            old.set(&format!("t3.other.{column}"), sum.to_string());
        }
        let figures = [
            "0",
            "0",
            "0",
            "6",
            "6",
            "48",
            "214",
            "-11",
            "18342",
            "12",
            "0",
            "905",
            "3105",
            "+2",
            "5210",
            "87",
            "0",
            "163",
            "9",
            "-1",
            "34",
            "251.6万元",
        ];
        for (id, value) in form::cells2(Edition::F2019).iter().zip(figures) {
            old.set(id, value);
        }
        old.tell(body, 0);
        old
    }

    /// The same report with prose that names no figure, so that a changed cell contradicts other cells only.
    #[must_use]
    pub fn quiet(mut self, body: Body) -> Self {
        self.section_mut(1).unwrap().prose = prose::quiet(body, self.year, &self.organ);
        self
    }

    /// Fills in what follows from the rest: new requests, totals of rows, of results and of table 4.
    pub fn balance(&mut self) {
        for (column, _) in &COLUMNS[..6] {
            let total = self.results(column);
            self.set(&format!("t3.total.{column}"), total.to_string());
            let there = total + self.number(&format!("t3.carried_out.{column}"));
            let new = there - self.number(&format!("t3.carried_in.{column}"));
            self.set(&format!("t3.received.{column}"), new.to_string());
        }
        for row in form::rows(self.edition3) {
            let sum: u32 =
                COLUMNS[..6].iter().map(|(column, _)| self.number(&format!("t3.{}.{column}", row.id))).sum();
            self.set(&format!("t3.{}.total", row.id), sum.to_string());
        }
        for (block, _) in form::BLOCKS {
            let sum: u32 = form::OUTCOMES[..4]
                .iter()
                .map(|(outcome, _)| self.number(&format!("t4.{block}.{outcome}")))
                .sum();
            self.set(&format!("t4.{block}.total"), sum.to_string());
        }
    }

    /// The sum of all result rows in a column.
    fn results(&self, column: &str) -> u32 {
        let ends = ["received", "carried_in", "total", "carried_out"];
        let rows = form::rows(self.edition3);
        rows.iter()
            .filter(|row| !ends.contains(&row.id))
            .map(|row| self.number(&format!("t3.{}.{column}", row.id)))
            .sum()
    }

    /// Writes title, preface and prose anew, so that they tell the figures as they are now.
    pub fn tell(&mut self, body: Body, seed: u64) {
        self.title = format!("{}{}年政府信息公开工作年度报告", self.organ, self.year);
        self.preface = prose::preface(self);
        let mut rng = Rng::new(seed);
        let sections = [
            prose::overview(self, body, &mut rng),
            Vec::new(),
            Vec::new(),
            Vec::new(),
            prose::problems(&mut rng),
            prose::other(&mut rng, body, &self.organ),
        ];
        self.sections = sections
            .into_iter()
            .enumerate()
            .map(|(i, prose)| Section {
                number: u8::try_from(i + 1).unwrap(),
                heading: format!("{}、{}", NUMERALS[i], SECTIONS[i]),
                prose,
            })
            .collect();
    }
}

/// A report of a body with nothing but zeros and no prose.
fn bare(body: Body) -> Scenario {
    let zeros =
        form::cells2(Edition::F2021).into_iter().chain(form::cells3(Edition::F2021)).chain(form::cells4());
    Scenario {
        title: String::new(),
        organ: body.organ().into(),
        year: body.year(),
        edition2: Edition::F2021,
        edition3: Edition::F2021,
        cells: zeros.map(|id| (id, "0".to_owned())).collect::<BTreeMap<_, _>>(),
        dropped_rows: BTreeSet::new(),
        tables: [true; 3],
        preface: Vec::new(),
        sections: Vec::new(),
    }
}
