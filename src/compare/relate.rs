//! Which report belongs to which, told from title and year.

use crate::report::Organ;
use crate::report::organ::Place;
use crate::sorted::sort_by_key;
use crate::wire::{Choice, Extract, Link, PreviousChoice, Related, SumRole};

/// For every report, in their order, what it is compared with: the same body's report on the year before if exactly one
/// is there, and the units whose sum it is. `choices` is what the user corrected: one for each report, or none at all.
pub fn links(all: &[Extract], choices: &[Choice]) -> Vec<Link> {
    let reports = Reports::of(all, choices);
    let units = reports.units().into_iter().enumerate();
    units.map(|(at, units)| Link { previous: reports.previous(at), units }).collect()
}

/// [`links`] with the reports themselves in place of where they stand.
pub fn relations(all: &[Extract], choices: &[Choice]) -> Vec<Related> {
    related(all, &links(all, choices))
}

/// The reports that links lead to.
pub fn related(all: &[Extract], links: &[Link]) -> Vec<Related> {
    let copy = |at: &usize| all.get(*at).cloned();
    let related = |link: &Link| Related {
        previous: link.previous.as_ref().and_then(copy),
        units: link.units.iter().filter_map(copy).collect(),
    };
    links.iter().map(related).collect()
}

/// Reports, each with its body and what the user said of it, in an order in which those of one body, and of one year, are
/// found without looking at all the others.
struct Reports {
    organs: Vec<Organ>,
    choices: Vec<Choice>,
    years: Vec<Option<u16>>,
    /// Positions of the reports of a known body and year, by body, then by year.
    by_body: Vec<usize>,
    /// All positions, by year.
    by_year: Vec<usize>,
}

impl Reports {
    fn of(all: &[Extract], choices: &[Choice]) -> Self {
        let organs = all.iter().map(|report| Organ::of(report.organ.as_deref().unwrap_or("")));
        let choice = |at| choices.get(at).copied().unwrap_or_default();
        let mut reports = Self {
            organs: organs.collect(),
            choices: (0..all.len()).map(choice).collect(),
            years: all.iter().map(|report| report.year).collect(),
            by_body: Vec::new(),
            by_year: (0..all.len()).collect(),
        };
        let mut by_body: Vec<usize> =
            (0..all.len()).filter(|&at| reports.year(at).is_some() && !reports.body(at).is_empty()).collect();
        sort_by_key(&mut by_body, |&at| (reports.body(at), reports.year(at)));
        reports.by_body = by_body;
        let years = &reports.years;
        sort_by_key(&mut reports.by_year, |&at| years.get(at).copied().flatten());
        reports
    }

    /// The body's name; empty if it is not known.
    fn body(&self, at: usize) -> &str {
        self.organs.get(at).map_or("", Organ::name)
    }

    fn year(&self, at: usize) -> Option<u16> {
        self.years.get(at).copied().flatten()
    }

    /// What the user said of its part in a sum.
    fn role(&self, at: usize) -> Option<SumRole> {
        self.choices.get(at).and_then(|choice| choice.role)
    }

    /// The position of the report on the year before.
    fn previous(&self, at: usize) -> Option<usize> {
        match self.choices.get(at).and_then(|choice| choice.previous) {
            None => {}
            Some(PreviousChoice::Nothing) => return None,
            Some(PreviousChoice::Report(index)) => {
                return Some(index).filter(|&index| index != at && index < self.organs.len());
            }
        }
        let wanted = (self.body(at), Some(self.year(at)?.checked_sub(1)?));
        let key = |&at: &usize| (self.body(at), self.year(at));
        let from = self.by_body.partition_point(|at| key(at) < wanted);
        let mut found = self.by_body.iter().skip(from).take_while(|at| key(at) == wanted);
        // With two to choose from, neither is certain.
        found.next().copied().filter(|_| found.next().is_none())
    }

    /// For every report the positions of the units whose sum it is, in their order.
    fn units(&self) -> Vec<Vec<usize>> {
        let mut units = vec![Vec::new(); self.organs.len()];
        for of_year in self.by_year.chunk_by(|&one, &other| self.year(one) == self.year(other)) {
            let with_role = |role: Option<SumRole>| -> Vec<usize> {
                of_year.iter().copied().filter(|&at| self.role(at) == role).collect()
            };
            // Those that the user left alone. Who names a sum says that it is the sum of all of them.
            let (free, sums) = (with_role(None), with_role(Some(SumRole::Sum)));
            let told = if sums.is_empty() { self.told(&free) } else { None };
            let named = sums.into_iter().map(|sum| (sum, free.clone()));
            for (sum, parts) in named.chain(told) {
                if let Some(units) = units.get_mut(sum) {
                    *units = parts;
                }
            }
        }
        units
    }

    /// Among reports of one year the only one that can speak for a whole region, with its units: those that carry the
    /// region's name and those that carry no place at all. Reports that happen to lie together are no region's; so at
    /// least half must carry its name.
    fn told(&self, of_year: &[usize]) -> Option<(usize, Vec<usize>)> {
        let speaks =
            |at: usize| Some((at, self.organs.get(at)?.region().filter(|_| self.year(at).is_some())?));
        let mut speakers = of_year.iter().filter_map(|&at| speaks(at));
        let (sum, region) = speakers.next().filter(|_| speakers.next().is_none())?;
        let place = |at: usize| Some((at, self.organs.get(at)?.place_in(region)));
        let units: Vec<(usize, Place)> = of_year
            .iter()
            .filter(|&&at| at != sum)
            .filter_map(|&at| place(at))
            .filter(|(_, place)| *place != Place::Elsewhere)
            .collect();
        let inside = units.iter().filter(|(_, place)| *place == Place::Inside).count();
        let together = units.len() > 1 && inside * 2 >= units.len();
        together.then(|| (sum, units.into_iter().map(|(at, _)| at).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(organ: &str, year: u16) -> Extract {
        Extract {
            name: format!("{organ}{year}.docx"),
            organ: Some(organ.into()),
            year: Some(year),
            ..Extract::default()
        }
    }

    /// How many units each report has.
    fn counts(found: &[Related]) -> Vec<usize> {
        found.iter().map(|one| one.units.len()).collect()
    }

    #[test]
    fn last_years_report_is_that_of_the_same_body() {
        let mut all =
            vec![report("甲县水利局", 2023), report("甲县 水利局", 2022), report("甲县林业局", 2022)];
        let previous =
            |all: &[Extract], at: usize| relations(all, &[]).get(at).and_then(|one| one.previous.clone());
        assert_eq!(previous(&all, 0), all.get(1).cloned());
        assert_eq!(previous(&all, 1), None);
        all.push(report("甲县水利局", 2022));
        assert_eq!(previous(&all, 0), None, "two to choose from");
    }

    #[test]
    fn units_belong_to_the_only_report_of_a_region() {
        let mut all = vec![
            report("甲县人民政府", 2023),
            report("甲县人民政府办公室", 2023),
            report("青山镇人民政府", 2023),
            report("甲县水利局", 2022),
        ];
        assert_eq!(
            counts(&relations(&all, &[])),
            [2, 0, 0, 0],
            "an office is a unit itself, and so is a town"
        );
        all.push(report("乙县人民政府", 2023));
        assert_eq!(counts(&relations(&all, &[])), [0; 5], "two regions");
    }

    #[test]
    fn reports_that_only_lie_together_are_no_region() {
        let units = |names: &[&str]| {
            let all: Vec<Extract> = names.iter().map(|name| report(name, 2023)).collect();
            counts(&relations(&all, &[])).first().copied()
        };
        assert_eq!(units(&["甲县人民政府", "乙县水利局", "丙市教育局", "丁省交通运输厅"]), Some(0));
        assert_eq!(units(&["甲县人民政府", "青山镇人民政府", "柳河镇人民政府", "乙县水利局"]), Some(0));
        assert_eq!(units(&["甲县人民政府", "甲县水利局", "国家税务总局甲县税务局", "乙县水利局"]), Some(2));
        assert_eq!(units(&["宁安市清河县人民政府", "清河县市场监督管理局", "城市管理局"]), Some(2));
    }

    #[test]
    fn what_the_user_chose_goes_before_what_is_told_from_names() {
        let all = [
            report("甲县人民政府", 2023),
            report("青山镇人民政府", 2023),
            report("甲县水利局", 2023),
            report("水务局", 2022),
        ];
        let choice = |previous, role| Choice { previous, role };
        let (out, sum) = (Some(SumRole::Out), Some(SumRole::Sum));
        let earlier = Some(PreviousChoice::Report(3));
        assert_eq!(counts(&relations(&all, &[])), [2, 0, 0, 0]);
        let renamed = relations(&all, &[choice(None, None), choice(None, out), choice(earlier, None)]);
        let previous = renamed.get(2).and_then(|one| one.previous.clone());
        assert_eq!(previous, all.get(3).cloned());
        assert_eq!(counts(&renamed), [0, 0, 0, 0], "one unit is no sum");
        let other = relations(&all, &[choice(Some(PreviousChoice::Nothing), None), choice(None, sum)]);
        assert_eq!(counts(&other), [0, 2, 0, 0]);
    }

    #[test]
    fn a_foreign_regions_unit_is_left_out_of_the_sum_and_of_its_comparison() {
        let all = [
            report("甲县人民政府", 2023),
            report("甲县水利局", 2023),
            report("甲县林业局", 2023),
            report("乙县水利局", 2023),
        ];
        let related = relations(&all, &[]);
        assert_eq!(counts(&related), [2, 0, 0, 0]);
        let compared = super::super::comparisons(&all, &related);
        let [crate::wire::Comparison::Sum(sum)] = compared.as_slice() else { panic!("{compared:?}") };
        assert_eq!(sum.units, ["甲县水利局2023.docx", "甲县林业局2023.docx"]);
        let out = Choice { role: Some(SumRole::Out), ..Choice::default() };
        let left = relations(&all, &[Choice::default(), Choice::default(), out]);
        assert_eq!(counts(&left), [0; 4], "nor does it make up for one that the user left out");
    }
}
