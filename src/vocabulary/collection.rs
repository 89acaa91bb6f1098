//! Words for what is made of several reports together.

use super::words;

words! {
    /// 汇总表 as a file.
    SumFile {
        /// A workbook.
        Workbook = "sum-xlsx",
        /// In the prescribed form, for Word.
        Paper = "sum-docx",
        /// The same for printing.
        Page = "sum-html",
    }

    /// A file that is handed over of several reports.
    ListFile {
        /// 各单位问题清单 in one workbook: an overview and the list.
        Lists = "lists-xlsx",
        /// The same as one docx for each unit, in a zip.
        Papers = "lists-docx",
        /// 修改意见 to all units, one after another.
        Letters = "letters",
        /// 总表: units and rules.
        Matrix = "matrix",
    }

    /// Why a report is no part of a sum.
    Uncounted {
        /// The file could not be read.
        Unreadable = "unreadable",
        /// It is no annual report.
        Foreign = "foreign",
        /// It is not known which year it reports on.
        NoYear = "no_year",
        /// The body lies in another region.
        Elsewhere = "elsewhere",
        /// The body is not on the list of units.
        Unlisted = "unlisted",
        /// The same unit's report on the same year, with the same figures, is counted already.
        Copy = "copy",
        /// Another report of the same unit on the same year, with other figures, is counted.
        Version = "version",
        /// The region's own organ, which was not to be counted.
        Own = "own",
        /// The user took it out.
        Chosen = "chosen",
        /// Another report of the region as a whole.
        Sum = "sum",
    }

    /// How a sum that was reported may have come about, seen from one unit.
    SumCause {
        /// The unit was not counted.
        LeftOut = "left_out",
        /// A report was counted that is left out here.
        Included = "included",
        /// It was counted twice.
        Twice = "twice",
        /// Its number of the year before was counted.
        Previous = "previous",
        /// The number of another report of the same unit and year was counted.
        Version = "version",
        /// The number was counted that the check of the unit's report proposes.
        Repair = "repair",
    }

    /// By what a name on a list and the name of a body were taken for one.
    NameMatch {
        /// They are the same.
        Same = "same",
        /// They are the same but for the region's name and for usual endings: 青山镇, 青山镇政府, 青山镇人民政府.
        Variant = "variant",
        /// One ends with the other.
        Part = "part",
        /// One is short for the other, and for no other: 发改局, 发展和改革局.
        Short = "short",
    }
}

impl SumFile {
    /// What the clerk calls it; the name of the file begins so.
    pub const WORD: &'static str = "汇总表";

    /// The extension of the file, without its dot.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Workbook => "xlsx",
            Self::Paper => "docx",
            Self::Page => "html",
        }
    }
}

impl ListFile {
    /// What the clerk calls it, and the name of the file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Lists | Self::Papers => "各单位问题清单",
            Self::Letters => "各单位修改意见",
            Self::Matrix => "总表",
        }
    }

    /// The extension of the file, without its dot.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Lists | Self::Matrix => "xlsx",
            Self::Papers => "zip",
            Self::Letters => "txt",
        }
    }
}

impl Uncounted {
    /// What the clerk reads.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unreadable => "未能读取",
            Self::Foreign => "不是年度报告",
            Self::NoYear => "年度不明",
            Self::Elsewhere => "属于其他地区",
            Self::Unlisted => "不在单位名单中",
            Self::Copy => "与已计入的报告重复",
            Self::Version => "同一单位同一年度另有一份报告已计入",
            Self::Own => "本级不计入",
            Self::Chosen => "由使用者设为不计入",
            Self::Sum => "是汇总报告",
        }
    }
}

impl SumCause {
    /// What it says of a unit, as a clause whose subject is the report that sums up.
    pub fn clause(self, unit: &str) -> String {
        match self {
            Self::LeftOut => format!("没有计入{unit}"),
            Self::Included => format!("另外计入了{unit}"),
            Self::Twice => format!("把{unit}计了两次"),
            Self::Previous => format!("对{unit}用了上年的数"),
            Self::Version => format!("对{unit}用了另一份报告的数"),
            Self::Repair => format!("对{unit}用了按校核建议改正后的数"),
        }
    }
}

impl NameMatch {
    /// What the clerk reads.
    pub fn word(self) -> &'static str {
        match self {
            Self::Same => "名称相同",
            Self::Variant => "写法不同",
            Self::Part => "名称包含",
            Self::Short => "简称",
        }
    }
}
