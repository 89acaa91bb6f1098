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

    /// The section it belongs to, which is also its heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::Table2 => "主动公开政府信息情况",
            Self::Table3 => "收到和处理政府信息公开申请情况",
            Self::Table4 => "政府信息公开行政复议、行政诉讼情况",
        }
    }
}

impl Edition {
    /// The edition that a report on `year` has to follow; none before 2019, when another form was in force.
    pub fn for_year(year: u16) -> Option<Self> {
        match year {
            0..=2018 => None,
            2019..=2020 => Some(Self::F2019),
            _ => Some(Self::F2021),
        }
    }
}
