//! The prescribed tables and the editions of the form.

use super::words;

words! {
    /// One of the three prescribed tables, numbered by the section it stands in.
    TableKind {
        /// 表二, 主动公开政府信息情况.
        Table2 = "t2",
        /// 表三, 收到和处理政府信息公开申请情况.
        Table3 = "t3",
        /// 表四, 政府信息公开行政复议、行政诉讼情况.
        Table4 = "t4",
    }

    /// The edition of the form that a table follows.
    Edition {
        /// 国办公开办函〔2019〕60号, for the reports on 2019 and 2020.
        F2019 = "2019",
        /// 国办公开办函〔2021〕30号, for reports on 2021 and later.
        F2021 = "2021",
    }
}

impl TableKind {
    /// What the clerk calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Table2 => "表二",
            Self::Table3 => "表三",
            Self::Table4 => "表四",
        }
    }
}

impl Edition {
    /// The edition in force.
    pub const NEWEST: Self = match Self::ALL.last() {
        Some(newest) => *newest,
        None => Self::F2021,
    };

    /// The first year whose report has to follow it.
    pub fn first_year(self) -> u16 {
        match self {
            Self::F2019 => 2019,
            Self::F2021 => 2021,
        }
    }

    /// The edition that a report on `year` has to follow; none before 2019, when another form was in force.
    pub fn for_year(year: u16) -> Option<Self> {
        Self::ALL.into_iter().rev().find(|edition| edition.first_year() <= year)
    }
}
