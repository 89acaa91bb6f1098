//! What a number in prose counts, in the few words of a title.

use crate::report::claims::{Change, Decision, DocumentKind, Meaning, Outcome, ResultKind, Stage, Suit, Who};

/// What a number counts: 收到申请, 「重复申请」自然人, 行政复议结果维持.
pub(super) fn subject(meaning: Meaning) -> String {
    match meaning {
        Meaning::Requests(stage, who) => format!("{}{}申请", verb(stage), applicant(who)),
        Meaning::Channel => "申请".into(),
        Meaning::Result(kind, who) => format!("{}{}", result(kind), applicant(who)),
        Meaning::Suit(suit, outcome) => format!("{}{}", self::suit(suit), ending(outcome)),
        Meaning::Documents(kind, change) => format!("{}{}", done(change), documents(kind)),
        Meaning::Decisions(Decision::Permits) => "行政许可决定".into(),
        Meaning::Decisions(Decision::Penalties) => "行政处罚决定".into(),
        Meaning::Decisions(Decision::Coercion) => "行政强制决定".into(),
        Meaning::Fees => "行政事业性收费".into(),
        Meaning::HandlingFee => "信息处理费".into(),
        Meaning::Share => "占比".into(),
        Meaning::Other(_) | Meaning::Unknown => "件数".into(),
    }
}

fn verb(stage: Stage) -> &'static str {
    match stage {
        Stage::New => "新收",
        Stage::Received => "收到",
        Stage::ReceivedAndHandled => "收到并办理",
        Stage::CarriedIn => "上年结转",
        Stage::Handled => "办理",
        Stage::Answered => "办结",
        Stage::CarriedOut => "结转下年度",
        Stage::Carried => "结转",
        Stage::AllSettled => "未办结",
        Stage::Unspecified => "",
    }
}

fn applicant(who: Who) -> &'static str {
    match who {
        Who::All => "",
        Who::Person => "自然人",
        Who::Organisation => "法人或其他组织",
        Who::Business => "商业企业",
        Who::Company => "企业",
        Who::Research => "科研机构",
        Who::Welfare => "社会公益组织",
        Who::Legal => "法律服务机构",
        Who::OtherOrganisation => "其他组织",
    }
}

fn result(kind: ResultKind) -> String {
    match kind {
        ResultKind::Row(row) => format!("「{}」", row.name()),
        ResultKind::Group(group) => format!("「{}」", group.name()),
        ResultKind::OpenOrPartial => "予以公开和部分公开".into(),
        ResultKind::OpenLoose => "公开".into(),
        ResultKind::Rest => "其他处理".into(),
        ResultKind::Own => "办理结果".into(),
    }
}

fn suit(suit: Suit) -> &'static str {
    match suit {
        Suit::Review => "行政复议",
        Suit::Litigation => "行政诉讼",
        Suit::Direct => "未经复议直接起诉",
        Suit::AfterReview => "复议后起诉",
        Suit::Both => "复议和诉讼",
    }
}

fn ending(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Total | Outcome::Unlisted => "",
        Outcome::Upheld => "结果维持",
        Outcome::Corrected => "结果纠正",
        Outcome::Other => "其他结果",
        Outcome::Pending => "尚未审结",
        Outcome::Concluded => "已审结",
    }
}

fn done(change: Change) -> &'static str {
    match change {
        Change::Issued => "制发",
        Change::Published => "公布",
        Change::Repealed => "废止",
        Change::Cleaned => "清理",
        Change::InForce => "现行有效",
        Change::Unspecified => "",
    }
}

fn documents(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Rules => "规章",
        DocumentKind::Normative => "行政规范性文件",
    }
}
