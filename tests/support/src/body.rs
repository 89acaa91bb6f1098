//! The kinds of body that the correct reports are those of.

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

    pub(crate) fn organ(self) -> &'static str {
        match self {
            Self::Town => "柳林镇人民政府",
            Self::County => "清河县人民政府",
            Self::Department => "宁安市交通运输局",
            Self::City => "云川市人民政府",
        }
    }

    pub(crate) fn year(self) -> u16 {
        match self {
            Self::Town => 2023,
            Self::County => 2022,
            Self::Department => 2024,
            Self::City => 2025,
        }
    }

    /// Table 2: 规章, 行政规范性文件, then permits, penalties, coercion, fees.
    pub(crate) fn table2(self) -> [&'static str; 10] {
        match self {
            Self::Town => ["0", "0", "0", "0", "0", "0", "126", "4", "0", "0"],
            Self::County => ["0", "0", "0", "6", "2", "48", "18342", "5210", "163", "3857.85"],
            Self::Department => ["0", "0", "0", "2", "0", "9", "3120", "268", "12", "12.6"],
            Self::City => ["2", "1", "18", "15", "9", "131", "402118", "71960", "3051", "59237.2449"],
        }
    }

    /// What became of the requests: row, then the columns that are not zero.
    pub(crate) fn results(self) -> &'static [(&'static str, &'static [(&'static str, u32)])] {
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
    pub(crate) fn table4(self) -> [[u32; 4]; 3] {
        match self {
            Self::Town => [[0; 4]; 3],
            Self::County => [[4, 1, 2, 1], [2, 0, 1, 1], [1, 0, 0, 1]],
            Self::Department => [[1, 0, 0, 0], [0; 4], [0; 4]],
            Self::City => [[52, 6, 31, 11], [19, 2, 8, 7], [10, 1, 3, 4]],
        }
    }
}
