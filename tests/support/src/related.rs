//! The other reports of a case: last year's, and the units whose sum the report is.

use crate::edit::Case;
use crate::layout::Source;

impl Case {
    /// Last year's report, where the case has one: the same body, figures that fit, and no prose.
    ///
    /// # Errors
    /// The edit that is not understood, and why.
    pub fn previous(&self) -> Result<Option<Source>, String> {
        let Some(edits) = &self.previous else { return Ok(None) };
        let mut case = self.bare(self.scenario.year - 1);
        let now = &self.scenario;
        for column in ["person", "business", "research", "welfare", "legal", "other_org", "total"] {
            let carried = now.number(&format!("t3.carried_in.{column}"));
            case.scenario.set(&format!("t3.carried_out.{column}"), carried.to_string());
        }
        for item in ["rules", "documents"] {
            let number = |column: &str| now.number(&format!("t2.{item}.{column}"));
            let stock = (number("in_force") + number("repealed")).saturating_sub(number("issued"));
            case.scenario.set(&format!("t2.{item}.in_force"), stock.to_string());
        }
        case.all(edits)?;
        Ok(Some(case.source()))
    }

    /// The units, where the case has some: as the edits say, and a rest with which they make up the report's figures.
    ///
    /// # Errors
    /// The edit that is not understood, and why.
    pub fn units(&self) -> Result<Vec<Source>, String> {
        let mut units = Vec::new();
        for (name, edits) in &self.units {
            let mut unit = self.bare(self.scenario.year);
            unit.rename(name);
            for id in unit.scenario.ids() {
                unit.scenario.set(&id, "0");
            }
            unit.all(edits)?;
            units.push(unit);
        }
        if units.is_empty() {
            return Ok(Vec::new());
        }
        let mut rest = self.bare(self.scenario.year);
        rest.rename("清河县人民政府办公室");
        for id in rest.scenario.ids() {
            let others: u32 = units.iter().map(|unit| unit.scenario.number(&id)).sum();
            let whole = self.scenario.number(&id);
            // Amounts with decimals stay with the rest.
            if others > 0 {
                let left = whole.checked_sub(others).ok_or_else(|| format!("{id}: more than the whole"))?;
                rest.scenario.set(&id, left.to_string());
            }
        }
        rest.all(&self.rest)?;
        units.push(rest);
        Ok(units.iter().map(Self::source).collect())
    }

    /// The same figures in another year, without prose and without reports of others.
    fn bare(&self, year: u16) -> Self {
        let mut case = self.clone();
        (case.previous, case.units, case.rest) = (None, Vec::new(), Vec::new());
        let (old, new) = (self.scenario.year.to_string(), year.to_string());
        case.scenario.year = year;
        case.scenario.title = case.scenario.title.replace(&old, &new);
        case.scenario.preface.clear();
        for section in &mut case.scenario.sections {
            section.prose.clear();
        }
        case
    }

    fn rename(&mut self, name: &str) {
        let old = std::mem::replace(&mut self.scenario.organ, name.to_owned());
        self.scenario.title = self.scenario.title.replace(&old, name);
    }

    fn all(&mut self, edits: &[String]) -> Result<(), String> {
        edits.iter().try_for_each(|edit| self.apply(edit).map_err(|why| format!("`{edit}`: {why}")))
    }
}
