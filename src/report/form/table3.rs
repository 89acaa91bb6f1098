//! Table 3: requests, by what became of them (rows) and who made them (columns).

use super::{Edition, Editions, Label};

/// The heading over the columns of [`Column3::ORGANISATIONS`].
pub(in crate::report) const ORGANISATIONS: Label = label!("法人或其他组织");
/// The heading over all columns.
pub(in crate::report) const APPLICANTS: Label = label!("申请人情况");
/// The label beside all rows of results and their total.
pub(in crate::report) const RESULTS: Label = label!("三、", "本年度办理结果");
/// The note in the upper left corner, which states the identity of [`Part`].
pub(super) const CORNER: &str = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";
/// What tells the note in the upper left corner from other text.
pub(in crate::report) const NOTE: &str = "勾稽关系";

/// What a row counts, and so its side in the identities: what came in is what was dealt with and what is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Requests that came in: 第一项, 第二项.
    In,
    /// One way of dealing with them, under a group heading or by itself.
    Result(Option<Group3>),
    /// The total of the results: 第三项.
    ResultTotal,
    /// What is left: 第四项.
    Left,
}

struct RowData {
    label: Label,
    id: &'static str,
    part: Part,
    editions: Editions,
    /// The label in fewer words; empty where it has few. （一） and 1. tell rows apart within their group and stay.
    short: &'static str,
    /// What it is called in the identity of the note; empty where it is no term of it.
    term: &'static str,
    /// What it is called in a sentence; empty where the words behind its number are short enough.
    name: &'static str,
    /// Words by which the row is known even when its label is broken by the numbers in the middle of it.
    core: &'static str,
    /// What else the label is met as, as keys.
    also: &'static [&'static str],
    /// Whether the words alone are also the heading of a column, so that only their number makes them a row's.
    heading_too: bool,
}

const ROW: RowData = RowData {
    label: label!(""),
    id: "",
    part: Part::Result(None),
    editions: Editions::ALL,
    short: "",
    term: "",
    name: "",
    core: "",
    also: &[],
    heading_too: false,
};
const DENIED: Part = Part::Result(Some(Group3::Denied));
const UNAVAILABLE: Part = Part::Result(Some(Group3::Unavailable));
const REJECTED: Part = Part::Result(Some(Group3::Rejected));
const OTHER: Part = Part::Result(Some(Group3::Other));
const SINCE_2021: Editions = Editions::since(Edition::F2021);
const UNTIL_2019: Editions = Editions::until(Edition::F2019);

declare! {
    /// A row of table 3. Edition 2021 has three rows under （六）其他处理, edition 2019 the single row [`Row3::Other`].
    Row3: RowData {
        Received("一、", "本年新收政府信息公开申请数量") { id: "received", name: "本年新收", part: Part::In, short: "本年新收", term: "本年新收", core: "本年新收", also: &["本年新收政府信息公开申请", "本年度新收政府信息公开申请数量", "本年新收"], ..ROW }
        CarriedIn("二、", "上年结转政府信息公开申请数量") { id: "carried_in", name: "上年结转", part: Part::In, short: "上年结转", term: "上年结转", core: "上年结转", also: &["上年结转政府信息公开申请", "上年度结转政府信息公开申请数量", "上年结转", "上年度结转"], ..ROW }
        Open("（一）", "予以公开") { id: "open", core: "予以公开", ..ROW }
        Partial("（二）", "部分公开（区分处理的，只计这一情形，不计其他情形）") { id: "partial", name: "部分公开", short: "（二）部分公开", core: "部分公开", also: &["部分公开"], ..ROW }
        DeniedStateSecret("1.", "属于国家秘密") { id: "denied.state_secret", part: DENIED, core: "国家秘密", also: &["国家秘密"], ..ROW }
        DeniedLaw("2.", "其他法律行政法规禁止公开") { id: "denied.law", part: DENIED, core: "法律行政法规", also: &["法律行政法规禁止公开", "法律法规禁止公开"], ..ROW }
        DeniedSafety("3.", "危及“三安全一稳定”") { id: "denied.safety", part: DENIED, core: "危及", also: &["三安全一稳定"], ..ROW }
        DeniedThirdParty("4.", "保护第三方合法权益") { id: "denied.third_party", part: DENIED, core: "第三方", also: &["第三方合法权益"], ..ROW }
        DeniedInternal("5.", "属于三类内部事务信息") { id: "denied.internal", part: DENIED, core: "三类内部", also: &["内部事务信息"], ..ROW }
        DeniedProcess("6.", "属于四类过程性信息") { id: "denied.process", part: DENIED, core: "四类过程", also: &["过程性信息"], ..ROW }
        DeniedEnforcementFile("7.", "属于行政执法案卷") { id: "denied.enforcement_file", part: DENIED, core: "执法案卷", also: &["行政执法案卷", "行政执法案卷信息"], ..ROW }
        DeniedAdminQuery("8.", "属于行政查询事项") { id: "denied.admin_query", part: DENIED, core: "行政查询", also: &["行政查询事项"], ..ROW }
        UnavailableNotHeld("1.", "本机关不掌握相关政府信息") { id: "unavailable.not_held", part: UNAVAILABLE, core: "不掌握", also: &["不掌握相关政府信息", "本机关不掌握", "本机关不掌握信息", "不掌握信息", "不掌握"], ..ROW }
        UnavailableNeedsMaking("2.", "没有现成信息需要另行制作") { id: "unavailable.needs_making", part: UNAVAILABLE, core: "现成信息", also: &["需要另行制作", "没有现成信息", "需另行制作"], ..ROW }
        UnavailableUnclear("3.", "补正后申请内容仍不明确") { id: "unavailable.unclear", part: UNAVAILABLE, core: "补正后", also: &["内容仍不明确", "补正后仍不明确"], ..ROW }
        RejectedComplaint("1.", "信访举报投诉类申请") { id: "rejected.complaint", part: REJECTED, core: "信访举报", also: &["信访举报投诉类", "信访举报投诉", "信访投诉举报类申请", "信访投诉举报"], ..ROW }
        RejectedRepeat("2.", "重复申请") { id: "rejected.repeat", part: REJECTED, core: "重复申请", ..ROW }
        RejectedPublication("3.", "要求提供公开出版物") { id: "rejected.publication", part: REJECTED, core: "出版物", also: &["公开出版物"], ..ROW }
        RejectedExcessive("4.", "无正当理由大量反复申请") { id: "rejected.excessive", part: REJECTED, core: "大量反复", also: &["大量反复申请"], ..ROW }
        RejectedConfirm("5.", "要求行政机关确认或重新出具已获取信息") { id: "rejected.confirm", name: "要求确认或重新出具信息", part: REJECTED, core: "要求行政机关确认", also: &["重新出具已获取信息", "要求确认或重新出具已获取信息", "要求确认或重新出具", "重新出具"], ..ROW }
        OtherNoCorrection("1.", "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请") { id: "other.no_correction", name: "逾期不补正", part: OTHER, editions: SINCE_2021, core: "逾期不补正", also: &["无正当理由逾期不补正", "逾期不补正"], ..ROW }
        OtherNoPayment("2.", "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请") { id: "other.no_payment", name: "逾期不缴费", part: OTHER, editions: SINCE_2021, core: "逾期未按收费", also: &["逾期未按收费通知要求缴纳费用", "逾期不缴费", "逾期未缴费", "逾期不缴纳费用"], ..ROW }
        OtherMisc("3.", "其他") { id: "other.misc", name: "（六）3.其他", part: OTHER, editions: SINCE_2021, core: "3其他", also: &["其它"], heading_too: true, ..ROW }
        Other("（六）", "其他处理") { id: "other", editions: UNTIL_2019, also: &["六其他处理情况"], ..ROW }
        Total("（七）", "总计") { id: "total", name: "（七）总计", part: Part::ResultTotal, term: "办理结果总计", core: "七总计", also: &["合计"], heading_too: true, ..ROW }
        CarriedOut("四、", "结转下年度继续办理") { id: "carried_out", name: "结转下年度", part: Part::Left, short: "结转下年度继续办理", term: "结转下年度", core: "结转下年度", also: &["结转下年继续办理", "结转下年度办理"], ..ROW }
    }
}

struct GroupData {
    label: Label,
}

declare! {
    /// The headings that rows of table 3 are grouped under.
    Group3: GroupData {
        Denied("（三）", "不予公开") {}
        Unavailable("（四）", "无法提供") {}
        Rejected("（五）", "不予处理") {}
        Other("（六）", "其他处理") {}
    }
}

struct ColumnData {
    label: Label,
    id: &'static str,
}

declare! {
    /// A value column of table 3: who applied. The last is the total of those before it, the first stands alone, and
    /// those between are 法人或其他组织.
    Column3: ColumnData {
        Person("自然人") { id: "person" }
        Business("商业企业") { id: "business" }
        Research("科研机构") { id: "research" }
        Welfare("社会公益组织") { id: "welfare" }
        Legal("法律服务机构") { id: "legal" }
        OtherOrg("其他") { id: "other_org" }
        Total("总计") { id: "total" }
    }
}

impl Row3 {
    /// The rows of an edition, in the order of the form: 25 (2021) or 23 (2019).
    pub fn of(edition: Edition) -> impl Iterator<Item = Self> + Clone {
        Self::ALL.into_iter().filter(move |row| row.is_in(edition))
    }

    /// Whether an edition has the row.
    pub fn is_in(self, edition: Edition) -> bool {
        self.data().editions.contain(edition)
    }

    /// The rows of an edition that （七）总计 adds up.
    pub fn results(edition: Edition) -> impl Iterator<Item = Self> + Clone {
        Self::of(edition).filter(|row| matches!(row.part(), Part::Result(_)))
    }

    /// What it counts, and so its side in the identities.
    pub fn part(self) -> Part {
        self.data().part
    }

    /// The group heading it stands under, if any. The single row of 2019 is its own heading.
    pub fn group(self) -> Option<Group3> {
        match self.part() {
            Part::Result(group) => group,
            Part::In | Part::ResultTotal | Part::Left => None,
        }
    }

    /// The rows under a group heading, in the newest edition.
    pub fn in_group(group: Group3) -> impl Iterator<Item = Self> {
        Self::of(Edition::NEWEST).filter(move |row| row.group() == Some(group))
    }

    /// The row's part of the contract's cell id.
    pub fn id(self) -> &'static str {
        self.data().id
    }

    /// The label in as few words as tell it within the table: 本年新收, not 一、本年新收政府信息公开申请数量.
    pub fn short(self) -> &'static str {
        match self.data().short {
            "" => self.label(),
            short => short,
        }
    }

    /// What it is called in a sentence, alone and without its number: 重复申请, 本年新收.
    pub fn name(self) -> &'static str {
        match self.data().name {
            "" => self.data().label.plain,
            name => name,
        }
    }

    /// What it is called in the identity of the note; empty where it is no term of it.
    pub fn term(self) -> &'static str {
        self.data().term
    }

    pub(in crate::report) fn words(self) -> &'static Label {
        &self.data().label
    }

    /// Whether the row is there in a text of keys, even if its label is torn.
    pub(in crate::report) fn is_named_in(self, keys: &str) -> bool {
        let core = self.data().core;
        !core.is_empty() && keys.contains(core)
    }

    /// Words that its label may begin with, number left out.
    pub(in crate::report) fn begins(self, text: &str) -> bool {
        let data = self.data();
        !data.core.is_empty() && text.starts_with(data.core)
            || data.also.iter().any(|also| text.starts_with(also))
    }

    /// How many bytes of the end of a run of keys are its label; `None` if the run ends otherwise.
    pub(in crate::report) fn ends(self, run: &str) -> Option<usize> {
        let data = self.data();
        let number = if data.heading_too { data.label.number } else { "" };
        let ends = |words: &&str| run.strip_suffix(*words).is_some_and(|rest| rest.ends_with(number));
        self.spellings().filter(ends).map(|words| words.len() + number.len()).max()
    }

    /// Whether a run of keys ends with its words, which without their number may also be the heading of a column.
    pub(in crate::report) fn ends_as_heading(self, run: &str) -> bool {
        self.data().heading_too && self.spellings().any(|words| run.ends_with(words))
    }

    fn spellings(self) -> impl Iterator<Item = &'static str> {
        let data = self.data();
        std::iter::once(data.label.words).chain(data.also.iter().copied())
    }
}

impl Group3 {
    /// The group in the form's words, without its number.
    pub fn name(self) -> &'static str {
        self.data().label.words
    }

    pub(in crate::report) fn words(self) -> &'static Label {
        &self.data().label
    }
}

impl Column3 {
    /// The columns that 总计 adds up.
    pub const PARTS: &'static [Self] = super::but_last(&Self::ALL);
    /// The columns under 法人或其他组织.
    pub const ORGANISATIONS: &'static [Self] = super::but_first(Self::PARTS);

    /// The column's part of the contract's cell id.
    pub fn id(self) -> &'static str {
        self.data().id
    }

    /// What it is called behind the name of a row: 其他 alone would read as a part of it.
    pub fn name(self) -> &'static str {
        if self == Self::OtherOrg { "其他列" } else { self.label() }
    }

    /// What it is called alone: 自然人列.
    pub fn in_words(self) -> String {
        format!("{}列", self.label())
    }

    pub(in crate::report) fn words(self) -> &'static Label {
        &self.data().label
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_editions_have_their_rows() {
        assert_eq!((Row3::of(Edition::F2019).count(), Row3::of(Edition::F2021).count()), (23, 25));
        assert_eq!((Row3::results(Edition::F2019).count(), Row3::results(Edition::F2021).count()), (19, 21));
    }

    #[test]
    fn other_spellings_are_keys_and_no_other_rows() {
        for row in Row3::ALL {
            for spelling in row.data().also.iter().chain([&row.data().core]) {
                assert!(spelling.chars().all(char::is_alphanumeric), "{spelling}");
                let others = Row3::ALL.into_iter().filter(|other| other.ends(spelling).is_some());
                assert!(row.data().heading_too || others.filter(|other| *other != row).count() == 0);
            }
        }
    }
}
