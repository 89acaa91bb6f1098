//! Correct reports: figures that agree with each other, and prose that agrees with the figures.

pub use crate::body::Body;
use crate::form::{self, COLUMNS, Edition, NUMERALS, SECTIONS};
use crate::prose;
use crate::rng::Rng;
use crate::scenario::{Scenario, Section};
use std::collections::{BTreeMap, BTreeSet};

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
