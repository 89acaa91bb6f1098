//! Which cells a meaning may stand for. Every list gives the likeliest first.

use super::Reading;
use super::doubt::Doubt;
use super::meaning::{Change, Decision, DocumentKind, Meaning, Outcome, ResultKind, Stage, Suit, Who};
use crate::report::form::{Block4, CellId, Column2, Column3, Edition, Group3, Outcome4, Row2, Row3};

/// What a meaning may be compared with.
#[derive(Debug, Clone, Default)]
pub(super) struct Readings {
    /// Readings that the words allow.
    pub(super) plain: Vec<Reading>,
    /// Readings that are not what the words say but cannot be ruled out, with what they would mean.
    pub(super) loose: Vec<(Reading, Doubt)>,
}

/// A sum of cells of table 3: rows added, rows taken away, in the columns of the applicant.
fn sum(plus: &[Row3], minus: &[Row3], who: Who) -> Reading {
    let cells = |rows: &[Row3]| -> Vec<CellId> {
        rows.iter().flat_map(|&row| columns(who).iter().map(move |&column| CellId::T3(row, column))).collect()
    };
    Reading { plus: cells(plus), minus: cells(minus) }
}

fn columns(who: Who) -> &'static [Column3] {
    match who {
        Who::All => &[Column3::Total],
        Who::Person => &[Column3::Person],
        Who::Organisation => Column3::ORGANISATIONS,
        Who::Business | Who::Company => &[Column3::Business],
        Who::Research => &[Column3::Research],
        Who::Welfare => &[Column3::Welfare],
        Who::Legal => &[Column3::Legal],
        Who::OtherOrganisation => &[Column3::OtherOrg],
    }
}

fn group(group: Group3, edition: Option<Edition>) -> Vec<Row3> {
    match (group, edition) {
        (Group3::Other, Some(Edition::F2019)) => vec![Row3::Other],
        _ => Row3::in_group(group).collect(),
    }
}

fn rows(kind: ResultKind, edition: Option<Edition>) -> Vec<Row3> {
    match kind {
        ResultKind::Row(row) => vec![row],
        ResultKind::Group(of) => group(of, edition),
        ResultKind::OpenOrPartial => vec![Row3::Open, Row3::Partial],
        ResultKind::OpenLoose => vec![Row3::Open],
        ResultKind::Rest => group(Group3::Other, edition),
        ResultKind::Own => Vec::new(),
    }
}

impl Readings {
    /// The readings of a meaning in the editions of tables 2 and 3.
    pub(super) fn of(meaning: Meaning, edition2: Option<Edition>, edition3: Option<Edition>) -> Self {
        match meaning {
            Meaning::Requests(stage, who) => requests(stage, who, edition3),
            Meaning::Result(kind, who) => results(kind, who, edition3),
            Meaning::Suit(suit, outcome) => suits(suit, outcome),
            Meaning::Documents(kind, change) => documents(kind, change, edition2),
            Meaning::Decisions(decision) => decisions(decision, edition2),
            Meaning::Fees => one(CellId::T2(Row2::Fees, Column2::Charged)),
            Meaning::Channel
            | Meaning::HandlingFee
            | Meaning::Share
            | Meaning::Other(_)
            | Meaning::Unknown => Self::default(),
        }
    }
}

fn one(cell: CellId) -> Readings {
    Readings { plain: vec![Reading { plus: vec![cell], minus: Vec::new() }], loose: Vec::new() }
}

fn requests(stage: Stage, who: Who, edition: Option<Edition>) -> Readings {
    use Row3::{CarriedIn, CarriedOut, Received, Total};
    let of = |plus: &[Row3]| sum(plus, &[], who);
    let (new, old, both) = (of(&[Received]), of(&[CarriedIn]), of(&[Received, CarriedIn]));
    let (total, left) = (of(&[Total]), of(&[CarriedOut]));
    let this_year = || (sum(&[Total], &[CarriedIn], who), Doubt::MayBeAnsweredOfNew);
    let mut readings = match stage {
        Stage::New => Readings { plain: vec![new], loose: Vec::new() },
        Stage::Received if who == Who::All => Readings { plain: vec![new, both], loose: Vec::new() },
        Stage::Received | Stage::Unspecified | Stage::ReceivedAndHandled => {
            Readings { plain: vec![new, both, total], loose: Vec::new() }
        }
        Stage::CarriedIn => Readings { plain: vec![old], loose: Vec::new() },
        Stage::Handled => Readings { plain: vec![both, total, new], loose: vec![this_year()] },
        Stage::Answered => {
            let other = group(Group3::Other, edition);
            let rejected: Vec<Row3> =
                group(Group3::Rejected, edition).into_iter().chain(other.iter().copied()).collect();
            let answered = sum(&[Total], &other, who);
            let without_rejected = (sum(&[Total], &rejected, who), Doubt::MayLeaveOutRejected);
            Readings { plain: vec![total, answered], loose: vec![this_year(), without_rejected] }
        }
        Stage::CarriedOut | Stage::AllSettled => Readings { plain: vec![left], loose: Vec::new() },
        Stage::Carried => Readings { plain: vec![old, left], loose: Vec::new() },
    };
    if matches!(who, Who::Company | Who::OtherOrganisation) {
        let organisations = requests(stage, Who::Organisation, edition).plain;
        readings.plain.extend(organisations);
    }
    readings
}

fn results(kind: ResultKind, who: Who, edition: Option<Edition>) -> Readings {
    let own = rows(kind, edition);
    let mut plain = if own.is_empty() { Vec::new() } else { vec![sum(&own, &[], who)] };
    let mut loose = Vec::new();
    match kind {
        ResultKind::Row(Row3::Open) | ResultKind::OpenLoose => {
            loose.push((sum(&[Row3::Open, Row3::Partial], &[], who), Doubt::MayIncludePartial));
        }
        ResultKind::Row(row) => {
            if let Some(of) = row.group() {
                loose.push((sum(&group(of, edition), &[], who), Doubt::MayBeWholeClass));
            }
        }
        ResultKind::Group(Group3::Unavailable) => plain.push(sum(&[Row3::UnavailableNotHeld], &[], who)),
        ResultKind::Group(Group3::Other) | ResultKind::Rest => {
            let more = group(Group3::Rejected, edition).into_iter().chain(group(Group3::Other, edition));
            plain.push(sum(&more.collect::<Vec<_>>(), &[], who));
        }
        ResultKind::Group(_) | ResultKind::OpenOrPartial | ResultKind::Own => {}
    }
    if matches!(who, Who::Company | Who::OtherOrganisation) {
        plain.extend(results(kind, Who::Organisation, edition).plain);
    }
    Readings { plain, loose }
}

fn suits(suit: Suit, outcome: Outcome) -> Readings {
    let blocks: Vec<Vec<Block4>> = match suit {
        Suit::Review => vec![vec![Block4::Review]],
        Suit::Litigation => {
            vec![vec![Block4::Direct, Block4::AfterReview], vec![Block4::Direct], vec![Block4::AfterReview]]
        }
        Suit::Direct => vec![vec![Block4::Direct]],
        Suit::AfterReview => vec![vec![Block4::AfterReview]],
        Suit::Both => vec![vec![Block4::Review, Block4::Direct, Block4::AfterReview]],
    };
    let cells = |blocks: &[Block4], column: Outcome4| -> Vec<CellId> {
        blocks.iter().map(|&block| CellId::T4(block, column)).collect()
    };
    let single = |column: Outcome4| -> Vec<Reading> {
        blocks.iter().map(|blocks| Reading { plus: cells(blocks, column), minus: Vec::new() }).collect()
    };
    let concluded = || -> Vec<Reading> {
        let without = |blocks: &Vec<Block4>| Reading {
            plus: cells(blocks, Outcome4::Total),
            minus: cells(blocks, Outcome4::Pending),
        };
        blocks.iter().map(without).collect()
    };
    let plain = match outcome {
        Outcome::Total => single(Outcome4::Total).into_iter().chain(concluded()).collect(),
        Outcome::Upheld => single(Outcome4::Upheld),
        Outcome::Corrected => single(Outcome4::Corrected),
        Outcome::Other => single(Outcome4::Other),
        Outcome::Pending => single(Outcome4::Pending),
        Outcome::Concluded => concluded(),
        Outcome::Unlisted => Vec::new(),
    };
    Readings { plain, loose: Vec::new() }
}

fn documents(kind: DocumentKind, change: Change, edition: Option<Edition>) -> Readings {
    use Column2::{Created, InForce, Issued, Published, Repealed, TotalPublic};
    let row = match kind {
        DocumentKind::Rules => Row2::Rules,
        DocumentKind::Normative => Row2::Documents,
    };
    let columns: &[Column2] = if edition == Some(Edition::F2019) {
        match change {
            Change::Issued | Change::Published => &[Created, Published],
            Change::InForce => &[TotalPublic],
            Change::Unspecified => &[Created, Published, TotalPublic],
            Change::Repealed | Change::Cleaned => &[],
        }
    } else {
        match change {
            Change::Issued => &[Issued],
            Change::Published => &[Issued, InForce],
            Change::Repealed | Change::Cleaned => &[Repealed],
            Change::InForce => &[InForce],
            Change::Unspecified => &[Issued, Repealed, InForce],
        }
    };
    let reading = |&column: &Column2| Reading { plus: vec![CellId::T2(row, column)], minus: Vec::new() };
    Readings { plain: columns.iter().map(reading).collect(), loose: Vec::new() }
}

fn decisions(decision: Decision, edition: Option<Edition>) -> Readings {
    let row = match decision {
        Decision::Permits => Row2::Permits,
        Decision::Penalties => Row2::Penalties,
        Decision::Coercion => Row2::Coercion,
    };
    let column = if edition == Some(Edition::F2019) { Column2::Decisions } else { Column2::Decided };
    one(CellId::T2(row, column))
}
