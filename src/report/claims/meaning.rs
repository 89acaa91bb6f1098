use crate::report::form::{Group3, Row3};

/// What a number in prose was taken to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// Requests at a stage of their way, of all applicants or of one kind.
    Requests(Stage, Who),
    /// Requests that came in one way; no table has them.
    Channel,
    /// Requests that ended one way, of all applicants or of one kind.
    Result(ResultKind, Who),
    /// Reviews and lawsuits.
    Suit(Suit, Outcome),
    /// 规章 or 行政规范性文件.
    Documents(DocumentKind, Change),
    /// Decisions of the year.
    Decisions(Decision),
    /// 行政事业性收费, in 万元.
    Fees,
    /// 信息处理费, in 元; no table has it.
    HandlingFee,
    /// A percentage.
    Share,
    /// Something that no table of the report counts.
    Other(Other),
    /// The text does not say what it counts, or not in words known here.
    Unknown,
}

/// What a number is about, for those who choose among claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// Requests at some stage, of all applicants.
    Requests,
    /// Requests of one kind of applicant.
    Applicants,
    /// Results of requests.
    Results,
    /// Reviews and lawsuits.
    Suits,
    /// 规章, 行政规范性文件.
    Documents,
    /// 行政许可, 行政处罚, 行政强制.
    Decisions,
    /// 行政事业性收费.
    Fees,
    /// 信息处理费.
    HandlingFee,
    /// Percentages.
    Shares,
    /// What no table counts, or nobody knows.
    Other,
}

/// How far requests are on their way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// 新收: this year's only.
    New,
    /// 收到, 受理.
    Received,
    /// 收到并办理, 收办.
    ReceivedAndHandled,
    /// 上年结转.
    CarriedIn,
    /// 办理.
    Handled,
    /// 办结, 答复.
    Answered,
    /// 结转下年度, 正在办理.
    CarriedOut,
    /// 结转 without saying where from or to.
    Carried,
    /// 全部办结: nothing is carried out.
    AllSettled,
    /// Only 申请N件.
    Unspecified,
}

/// The result of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResultKind {
    /// A row of table 3.
    Row(Row3),
    /// All rows under a heading of table 3.
    Group(Group3),
    /// 予以公开及部分公开.
    OpenOrPartial,
    /// 公开, 同意公开, 提供: near 予以公开 but not its name.
    OpenLoose,
    /// 其他 at the end of a list.
    Rest,
    /// A kind that the form does not have, such as 不属于政府信息.
    Own,
}

/// Who applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Everyone: the column 总计.
    All,
    /// 自然人.
    Person,
    /// 法人或其他组织: five columns.
    Organisation,
    /// 商业企业.
    Business,
    /// 企业: 商业企业, or loosely all organisations.
    Company,
    /// 科研机构.
    Research,
    /// 社会公益组织.
    Welfare,
    /// 法律服务机构.
    Legal,
    /// 其他.
    OtherOrganisation,
}

/// Reviews or lawsuits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suit {
    /// 行政复议.
    Review,
    /// 行政诉讼, both kinds.
    Litigation,
    /// 未经复议直接起诉.
    Direct,
    /// 复议后起诉.
    AfterReview,
    /// 行政复议 and 行政诉讼 together.
    Both,
}

/// How a review or a lawsuit ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// All of them.
    Total,
    /// 结果维持.
    Upheld,
    /// 结果纠正.
    Corrected,
    /// 其他结果.
    Other,
    /// 尚未审结.
    Pending,
    /// Decided in whatever way.
    Concluded,
    /// An outcome that the form does not name: 驳回, 败诉.
    Unlisted,
}

/// Kinds of document that 第二十条第（一）项 counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentKind {
    /// 规章.
    Rules,
    /// 行政规范性文件.
    Normative,
}

/// What happened to documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// 制发, 制定, 印发.
    Issued,
    /// 发布, 公布, 公开: usually issued, at times only put on the site.
    Published,
    /// 废止.
    Repealed,
    /// 失效, 清理: at times counted as 废止.
    Cleaned,
    /// 现行有效.
    InForce,
    /// Not said.
    Unspecified,
}

/// Kinds of administrative decision that 第二十条第（五）、（六）项 count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// 行政许可.
    Permits,
    /// 行政处罚.
    Penalties,
    /// 行政强制.
    Coercion,
}

/// What no table of the report counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Other {
    /// Hotlines, mailboxes, letters, proposals, consultation.
    Contact,
    /// Information published of one's own accord.
    Published,
    /// Interpretations of policy.
    Interpretation,
    /// Sites, accounts, columns and their visitors.
    Media,
    /// Meetings, training, inspections.
    Work,
    /// Matters, lists, projects, money.
    Item,
    /// 公文 and other papers that are no 规范性文件.
    Paper,
    /// Documents under review, filing or revision.
    Draft,
}

impl Other {
    /// Why such a number is not compared.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Contact => "热线、信箱、咨询、建议提案等不是政府信息公开申请，表中没有对应",
            Self::Published => "主动公开信息的条数，表中没有对应",
            Self::Interpretation => "政策解读、发布会等数量，表中没有对应",
            Self::Media => "网站、新媒体的数量，表中没有对应",
            Self::Work => "培训、会议、检查等工作数量，表中没有对应",
            Self::Item => "事项、项目、目录等数量，表中没有对应",
            Self::Paper => "一般公文、文件不等于行政规范性文件，表中没有对应",
            Self::Draft => "备案、审查、修改等数量，表中没有对应",
        }
    }

    fn id(self) -> &'static str {
        match self {
            Self::Contact => "other.contact",
            Self::Published => "other.published",
            Self::Interpretation => "other.interpretation",
            Self::Media => "other.media",
            Self::Work => "other.work",
            Self::Item => "other.item",
            Self::Paper => "other.paper",
            Self::Draft => "other.draft",
        }
    }
}

impl Stage {
    fn id(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Received => "received",
            Self::ReceivedAndHandled => "received_and_handled",
            Self::CarriedIn => "carried_in",
            Self::Handled => "handled",
            Self::Answered => "answered",
            Self::CarriedOut => "carried_out",
            Self::Carried => "carried",
            Self::AllSettled => "all_settled",
            Self::Unspecified => "unspecified",
        }
    }
}

impl Who {
    fn suffix(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Person => ".person",
            Self::Organisation => ".organisation",
            Self::Business => ".business",
            Self::Company => ".company",
            Self::Research => ".research",
            Self::Welfare => ".welfare",
            Self::Legal => ".legal",
            Self::OtherOrganisation => ".other_org",
        }
    }
}

impl ResultKind {
    fn id(self) -> &'static str {
        match self {
            Self::Row(row) => row.id(),
            Self::Group(Group3::Denied) => "denied",
            Self::Group(Group3::Unavailable) => "unavailable",
            Self::Group(Group3::Rejected) => "rejected",
            Self::Group(Group3::Other) => "other",
            Self::OpenOrPartial => "open_or_partial",
            Self::OpenLoose => "open_loose",
            Self::Rest => "rest",
            Self::Own => "own",
        }
    }
}

impl Meaning {
    /// The kind of document that it counts, if it counts documents.
    pub(super) fn documents(self) -> Option<DocumentKind> {
        match self {
            Self::Documents(kind, _) => Some(kind),
            _ => None,
        }
    }

    /// What it is about.
    pub fn topic(self) -> Topic {
        match self {
            Self::Requests(_, Who::All) | Self::Channel => Topic::Requests,
            Self::Requests(..) => Topic::Applicants,
            Self::Result(..) => Topic::Results,
            Self::Suit(..) => Topic::Suits,
            Self::Documents(..) => Topic::Documents,
            Self::Decisions(_) => Topic::Decisions,
            Self::Fees => Topic::Fees,
            Self::HandlingFee => Topic::HandlingFee,
            Self::Share => Topic::Shares,
            Self::Other(_) | Self::Unknown => Topic::Other,
        }
    }

    /// A short stable id, such as `requests.received` or `results.denied.third_party`.
    pub fn id(self) -> String {
        match self {
            Self::Requests(stage, Who::All) => format!("requests.{}", stage.id()),
            Self::Requests(stage, who) => format!("applicants.{}{}", stage.id(), who.suffix()),
            Self::Channel => "requests.channel".into(),
            Self::Result(kind, who) => format!("results.{}{}", kind.id(), who.suffix()),
            Self::Suit(suit, outcome) => {
                let suit = match suit {
                    Suit::Review => "review",
                    Suit::Litigation => "litigation",
                    Suit::Direct => "litigation.direct",
                    Suit::AfterReview => "litigation.after_review",
                    Suit::Both => "suits",
                };
                let outcome = match outcome {
                    Outcome::Total => "total",
                    Outcome::Upheld => "upheld",
                    Outcome::Corrected => "corrected",
                    Outcome::Other => "other",
                    Outcome::Pending => "pending",
                    Outcome::Concluded => "concluded",
                    Outcome::Unlisted => "unlisted",
                };
                format!("{suit}.{outcome}")
            }
            Self::Documents(kind, change) => {
                let kind = match kind {
                    DocumentKind::Rules => "rules",
                    DocumentKind::Normative => "documents",
                };
                let change = match change {
                    Change::Issued => "issued",
                    Change::Published => "published",
                    Change::Repealed => "repealed",
                    Change::Cleaned => "cleaned",
                    Change::InForce => "in_force",
                    Change::Unspecified => "unspecified",
                };
                format!("{kind}.{change}")
            }
            Self::Decisions(Decision::Permits) => "decisions.permits".into(),
            Self::Decisions(Decision::Penalties) => "decisions.penalties".into(),
            Self::Decisions(Decision::Coercion) => "decisions.coercion".into(),
            Self::Fees => "fees".into(),
            Self::HandlingFee => "handling_fee".into(),
            Self::Share => "share".into(),
            Self::Other(other) => other.id().into(),
            Self::Unknown => "unknown".into(),
        }
    }
}
