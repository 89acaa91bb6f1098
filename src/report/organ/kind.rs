//! What kind of body has a name, and how high it stands.

/// Kinds of body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A people's government, or a region named alone: 清河县人民政府, 巫山县.
    Government,
    /// The committee of a zone: 南湖新区管委会.
    Committee,
    /// A government's office, whose report is that of a single unit.
    Office,
    /// A department or another single unit: 局, 委, 中心 ….
    Department,
    /// The name does not tell.
    Unknown,
}

/// How high a body stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// The name has no place that tells.
    Unsaid,
    /// 省, 自治区.
    Province,
    /// 市, 州, 盟: with districts or a county-level one, which the name does not tell.
    City,
    /// 区: of a city, of a province or a zone.
    District,
    /// 县, 旗.
    County,
    /// 乡, 镇, 街道.
    Town,
}

/// Ends of the names of single units.
const UNITS: [&str; 24] = [
    "局",
    "委",
    "委员会",
    "厅",
    "办",
    "办公室",
    "中心",
    "院",
    "支队",
    "大队",
    "总队",
    "站",
    "馆",
    "处",
    "署",
    "社",
    "会",
    "所",
    "队",
    "部",
    "行",
    "校",
    "公司",
    "园",
];

/// Ends of the names of governments; a 行政公署 governs for its province a prefecture or a league.
const GOVERNMENTS: [&str; 3] = ["人民政府", "政府", "行政公署"];

/// Ends of the names of zones and of their committees.
const ZONES: [&str; 6] = ["管委会", "管理委员会", "管理区", "开发区", "新区", "高新区"];

/// Kind and level of the body with this folded name.
pub(super) fn of(name: &str) -> (Kind, Level) {
    if let Some(place) = GOVERNMENTS.iter().find_map(|end| name.strip_suffix(end)) {
        // 云川高新技术产业开发区(新城区)人民政府 is that of a district too.
        return (Kind::Government, Level::of(place.trim_end_matches(')')));
    }
    if let Some((place, office)) = name.split_once("政府")
        && ["办公室", "办公厅", "办"].contains(&office)
    {
        return (Kind::Office, Level::of(place.trim_end_matches("人民")));
    }
    if name.ends_with("街道办事处") || name.ends_with("街道办") {
        return (Kind::Government, Level::Town);
    }
    if ZONES.iter().any(|end| name.ends_with(end)) {
        return (Kind::Committee, Level::Unsaid);
    }
    if UNITS.iter().any(|end| name.ends_with(end)) {
        return (Kind::Department, Level::within(name));
    }
    match Level::of(name) {
        Level::Unsaid => (Kind::Unknown, Level::Unsaid),
        level => (Kind::Government, level),
    }
}

impl Level {
    /// The level of a place, by the end of its name.
    pub(super) fn of(place: &str) -> Self {
        let ends = |marks: &[&str]| marks.iter().any(|mark| place.ends_with(mark));
        if ends(&["街道", "镇", "乡", "苏木"]) {
            Self::Town
        } else if ends(&["县", "旗"]) {
            Self::County
        } else if ends(&["自治区", "省"]) {
            Self::Province
        } else if ends(&["地区"]) {
            Self::City
        } else if ends(&["区"]) {
            Self::District
        } else if ends(&["市", "州", "盟"]) {
            Self::City
        } else {
            Self::Unsaid
        }
    }

    /// The lowest place that a unit's name begins with: 宁安市清河县水利局 is a county's.
    fn within(name: &str) -> Self {
        let chars: Vec<char> = name.chars().collect();
        // A place has at least one character before its mark, and the unit's own name follows it.
        let inside = chars.len().saturating_sub(1);
        let mark =
            (1..inside).rev().find(|at| chars.get(*at).is_some_and(|c| "省市县区州旗盟镇乡".contains(*c)));
        mark.map_or(Self::Unsaid, |at| Self::of(&chars.iter().take(at + 1).collect::<String>()))
    }

    /// How many levels lie above it: a province has none. `None` where the name does not tell.
    pub(super) fn depth(self) -> Option<u8> {
        match self {
            Self::Unsaid => None,
            Self::Province => Some(0),
            Self::City => Some(1),
            Self::District | Self::County => Some(2),
            Self::Town => Some(3),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_from_names() {
        for (name, kind, level) in [
            ("清河县人民政府", Kind::Government, Level::County),
            ("大路镇人民政府", Kind::Government, Level::Town),
            ("巫山县", Kind::Government, Level::County),
            ("正阳街道办事处", Kind::Government, Level::Town),
            ("云川市人民政府", Kind::Government, Level::City),
            ("大岭地区行政公署", Kind::Government, Level::City),
            ("云川高新技术产业开发区(新城区)人民政府", Kind::Government, Level::District),
            ("卫滨区", Kind::Government, Level::District),
            ("西湖管理区", Kind::Committee, Level::Unsaid),
            ("南湖新区管委会", Kind::Committee, Level::Unsaid),
            ("大通区人民政府办公室", Kind::Office, Level::District),
            ("内蒙古自治区人民政府办公厅", Kind::Office, Level::Province),
            ("清河县水利局", Kind::Department, Level::County),
            ("宁安市交通运输局", Kind::Department, Level::City),
            ("国家税务总局清河县税务局", Kind::Department, Level::County),
            ("生态环境部", Kind::Department, Level::Unsaid),
            ("", Kind::Unknown, Level::Unsaid),
        ] {
            assert_eq!(of(name), (kind, level), "{name}");
        }
    }
}
