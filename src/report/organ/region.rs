//! Which region a body speaks for, and whether another body lies in it.

use super::{Kind, Level, Organ};

/// What a body's name says of a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// It carries the region's name.
    Inside,
    /// It carries no place, such as 青山镇人民政府.
    Unsaid,
    /// It carries that of another region.
    Elsewhere,
}

/// Ends of the names of bodies that speak for a region, behind its name.
const SPEAKERS: [&str; 4] = ["人民政府", "管委会", "管理委员会", "管理区"];

impl Organ {
    /// The region that its report counts with all its units, as its name spells it: that of a government of a county or
    /// higher, or of the committee of a zone. `None` for a single unit, and for a town, whose report has no units below.
    pub fn region(&self) -> Option<&str> {
        let region = SPEAKERS.iter().find_map(|end| self.name().strip_suffix(end))?;
        let town = ["乡", "镇", "街道"].iter().any(|end| region.ends_with(end));
        (!town).then_some(region)
    }

    /// Where this body lies, seen from a region such as [`Organ::region`] gives.
    pub fn place_in(&self, region: &str) -> Place {
        let lowest = places(region).pop();
        if lowest.is_some_and(|lowest| self.name().contains(&lowest)) {
            Place::Inside
        } else if places(self.name()).is_empty() {
            Place::Unsaid
        } else {
            Place::Elsewhere
        }
    }

    /// The regions that its name begins with, each with what stands before it: 宁安市清河县水利局 gives 宁安市 and 清河县.
    pub fn places(&self) -> Vec<String> {
        places(self.name())
    }

    /// How a region of this body's own level calls itself: 县, 区, 街道 …; `None` if the body is no region's.
    pub(super) fn mark(&self) -> Option<&'static str> {
        const MARKS: [&str; 10] = ["省", "市", "州", "盟", "县", "旗", "区", "街道", "镇", "乡"];
        match self.kind() {
            Kind::Committee => Some("区"),
            Kind::Government if self.name().ends_with("街道办事处") || self.name().ends_with("街道办") => {
                Some("街道")
            }
            Kind::Government if self.level() != Level::Unsaid => {
                let place = self.name().trim_end_matches("政府").trim_end_matches("人民");
                MARKS.into_iter().find(|mark| place.ends_with(mark))
            }
            _ => None,
        }
    }
}

/// The regions that a name begins with: 宁安市清河县水利局 gives 宁安市 and 清河县. 市场, 城市 and 社区 are none.
fn places(name: &str) -> Vec<String> {
    let mut places = Vec::new();
    let mut place = String::new();
    for char in name.chars() {
        place.push(char);
        let length = place.chars().count();
        let ends = match char {
            '县' | '旗' => length > 1,
            '省' | '市' | '区' | '州' | '盟' => length > 2,
            _ => false,
        };
        if ends && !["社区", "园区", "城区", "都市", "城市"].iter().any(|word| place.ends_with(word))
        {
            places.push(std::mem::take(&mut place));
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_who_counts_others_speaks_for_a_region() {
        let region = |name: &str| Organ::of(name).region().map(str::to_owned);
        assert_eq!(region("宁安市清河县人民政府").as_deref(), Some("宁安市清河县"));
        assert_eq!(region("南湖新区管理委员会").as_deref(), Some("南湖新区"));
        for single in ["清河县人民政府办公室", "大路镇人民政府", "清河县水利局", ""] {
            assert_eq!(region(single), None, "{single}");
        }
    }

    #[test]
    fn a_unit_lies_in_a_region_or_elsewhere_or_does_not_say() {
        let place = |unit: &str| Organ::of(unit).place_in("宁安市清河县");
        assert_eq!(place("清河县市场监督管理局"), Place::Inside);
        assert_eq!(place("国家税务总局清河县税务局"), Place::Inside);
        assert_eq!(place("青山镇人民政府"), Place::Unsaid);
        assert_eq!(place("城市管理局"), Place::Unsaid);
        assert_eq!(place("安平县水利局"), Place::Elsewhere);
    }
}
