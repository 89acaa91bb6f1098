//! Files that can be taken along.

use super::words;

words! {
    /// A file that is made of a report.
    Deliverable {
        /// 批注版: the clerk's own docx with comments, or the report as read with them.
        Comments = "docx",
        /// 校验报告, to be signed.
        Certificate = "report",
        /// The same for printing.
        CertificatePage = "report-html",
        /// 问题清单 as a workbook.
        Issues = "xlsx",
        /// The same as text with separators.
        IssuesText = "csv",
        /// The three tables as they stand, as a workbook.
        Tables = "tables",
        /// The same as markup for a website.
        TablesPage = "tables-html",
    }
}

impl Deliverable {
    /// What the clerk calls it; the name of the file ends so.
    pub fn word(self) -> &'static str {
        match self {
            Self::Comments => "批注版",
            Self::Certificate | Self::CertificatePage => "校验报告",
            Self::Issues | Self::IssuesText => "问题清单",
            Self::Tables | Self::TablesPage => "三张表",
        }
    }

    /// The extension of the file, without its dot.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Comments | Self::Certificate => "docx",
            Self::CertificatePage | Self::TablesPage => "html",
            Self::Issues | Self::Tables => "xlsx",
            Self::IssuesText => "csv",
        }
    }
}
