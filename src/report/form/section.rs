use super::{Label, TableKind};

struct SectionData {
    label: Label,
    number: u8,
    /// Words that tell the section of a numbered heading: every word of one of the sets has to be there.
    known_by: &'static [&'static [&'static str]],
    /// Words that name it in a list of the sections, as prefaces have it; one is enough.
    listed_as: &'static [&'static str],
    table: Option<TableKind>,
}

declare! {
    /// One of the six prescribed sections.
    SectionKind: SectionData {
        Overview("一、", "总体情况") {
            number: 1,
            known_by: &[&["总体情况"], &["基本情况"], &["总体"], &["概述"]],
            listed_as: &["总体情况", "基本情况", "概述", "总体"],
            table: None,
        }
        Disclosure("二、", "主动公开政府信息情况") {
            number: 2,
            known_by: &[&["主动公开", "信息"], &["主动公开", "情况"]],
            listed_as: &["主动公开"],
            table: Some(TableKind::Table2),
        }
        Requests("三、", "收到和处理政府信息公开申请情况") {
            number: 3,
            known_by: &[&["收到", "申请"], &["处理", "申请"], &["依申请公开"], &["信息公开申请"]],
            listed_as: &["收到和处理", "依申请", "申请情况", "申请公开", "公开申请"],
            table: Some(TableKind::Table3),
        }
        Disputes("四、", "政府信息公开行政复议、行政诉讼情况") {
            number: 4,
            known_by: &[&["行政复议"], &["行政诉讼"], &["复议", "诉讼"]],
            listed_as: &["复议", "诉讼"],
            table: Some(TableKind::Table4),
        }
        Problems("五、", "存在的主要问题及改进情况") {
            number: 5,
            known_by: &[&["问题", "改进"], &["问题", "措施"], &["存在", "问题"], &["问题", "打算"]],
            listed_as: &["问题"],
            table: None,
        }
        Other("六、", "其他需要报告的事项") {
            number: 6,
            known_by: &[
                &["其他", "报告"], &["其它", "报告"], &["其他", "事项"], &["其它", "事项"], &["需要", "报告", "事项"],
            ],
            listed_as: &["其他", "其它"],
            table: None,
        }
    }
}

impl SectionKind {
    /// Its number, 1 to 6.
    pub fn number(self) -> u8 {
        self.data().number
    }

    /// Its number as the form writes it, 一 to 六.
    pub fn numeral(self) -> &'static str {
        self.data().label.number
    }

    /// The prescribed title, without its number.
    pub fn title(self) -> &'static str {
        self.data().label.plain
    }

    /// The title without what the whole report is about.
    pub fn short(self) -> &'static str {
        self.title().trim_start_matches("政府信息公开")
    }

    /// The table that stands in it, if one does. The others are prose.
    pub fn table(self) -> Option<TableKind> {
        self.data().table
    }

    /// The section with this number.
    pub fn numbered(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.number() == number)
    }

    /// Whether a heading whose title is in other words than the form's may be its own.
    pub(in crate::report) fn may_be_called(self, title: &str) -> bool {
        self.data().known_by.iter().any(|words| words.iter().all(|word| title.contains(word)))
    }

    /// Whether a list names it.
    pub fn is_listed_in(self, list: &str) -> bool {
        self.data().listed_as.iter().any(|word| list.contains(word))
    }
}
