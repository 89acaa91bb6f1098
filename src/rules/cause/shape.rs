//! What a cause looks like to the clerk, and the title that says so.

use super::Broken;
use crate::report::form::{CellId, Column3, Identity, Row3};
use crate::rules::repair::{Change, Kind};
use crate::rules::words::{LONGEST_TITLE, fits, now};
use crate::rules::{Cause, Context, Equation};
use crate::text::Decimal;

/// So many changes at most are named one by one.
const NAMED: usize = 3;

/// What a cause looks like.
#[derive(Debug, Clone, Copy)]
pub(super) enum Shape<'c> {
    /// One cell is wrong, and what it should hold is known.
    One(&'c Change),
    /// Two numbers were swapped.
    Swapped(&'c Change, &'c Change),
    /// A number stands in the second cell and belongs in the first, of the same row or column.
    Moved(&'c Change, &'c Change),
    /// A few cells are wrong together.
    Several(&'c [Change]),
    /// A whole column, or the row, of totals was left at 0.
    Totals(&'c [Change]),
    /// Of a row only the total was filled in.
    OnlyTotal(Row3),
    /// Which number is wrong cannot be told.
    Open,
}

impl<'c> Shape<'c> {
    /// The shape of a cause whose leading equation is that of `lead`.
    pub(super) fn of(context: &Context<'_>, cause: &'c Cause, lead: Identity) -> Self {
        let changes = cause.told().map_or(&[][..], |repair| repair.changes.as_slice());
        if cause.kind == Kind::Totals {
            return Self::Totals(changes);
        }
        let shape = match changes {
            [] => Self::Open,
            [one] => Self::One(one),
            [a, b] if a.1 == b.2 && a.2 == b.1 => match (a.1.is_zero(), b.1.is_zero()) {
                (false, false) => Self::Swapped(a, b),
                (true, _) if in_line(a.0, b.0) => Self::Moved(a, b),
                (_, true) if in_line(a.0, b.0) => Self::Moved(b, a),
                _ => Self::Several(changes),
            },
            // More than a few at once is no single slip; and a title names what it speaks of.
            several if several.len() <= NAMED && fits(&several_in_words(several), LONGEST_TITLE) => {
                Self::Several(several)
            }
            _ => Self::Open,
        };
        match (shape, lead) {
            (Self::Open, Identity::RowTotal(row)) if only_total(context, row) => Self::OnlyTotal(row),
            (shape, _) => shape,
        }
    }

    /// The title.
    pub(super) fn title(self, context: &Context<'_>, group: &Broken, lead: &Equation) -> String {
        match self {
            Self::One((cell, from, to)) => {
                let now = now(&context.report.tables, *cell, *from);
                format!("{}{}{now}，应为 {to}", cell.table().name(), cell.name())
            }
            Self::Swapped(a, b) => swapped(a.0, b.0),
            Self::Moved(to, from) => moved(to.0, from.0, to.2),
            Self::Several(changes) => several_in_words(changes),
            Self::Totals(changes) => totals(context, changes),
            Self::OnlyTotal(row) => {
                format!("表三「{}」只填了总计 {}，各类申请人空白", row.name(), lead.right.value)
            }
            Self::Open => open(group, lead),
        }
    }
}

/// Whether the row has nothing but its total.
fn only_total(context: &Context<'_>, row: Row3) -> bool {
    let filled = |column: &Column3| {
        let cell = context.report.tables.cell(CellId::T3(row, *column));
        cell.is_some_and(|reading| matches!(reading.state, crate::report::CellState::Number(_)))
    };
    filled(&Column3::Total) && !Column3::PARTS.iter().any(filled)
}

/// Whether two cells are of one row or one column.
fn in_line(a: CellId, b: CellId) -> bool {
    match (a, b) {
        (CellId::T3(row, column), CellId::T3(other_row, other)) => row == other_row || column == other,
        (CellId::T4(block, _), CellId::T4(other, _)) => block == other,
        _ => false,
    }
}

fn swapped(a: CellId, b: CellId) -> String {
    match (a, b) {
        (CellId::T3(x, column), CellId::T3(y, other)) if column == other => {
            format!("表三{}「{}」与「{}」填反", column.in_words(), x.name(), y.name())
        }
        (CellId::T3(row, x), CellId::T3(other, y)) if row == other => {
            format!("表三「{}」{}与{}填反", row.name(), x.name(), y.name())
        }
        _ => format!("{}{}与{}填反", a.table().name(), a.name(), b.name()),
    }
}

fn moved(to: CellId, from: CellId, number: Decimal) -> String {
    match (to, from) {
        (CellId::T3(row, to), CellId::T3(other, from)) if row == other => {
            format!("表三「{}」的 {number} 应填在{}，误填在{}", row.name(), to.name(), from.name())
        }
        (CellId::T3(to, column), CellId::T3(from, _)) => {
            format!("表三{}的 {number} 应填在「{}」，误填在「{}」", column.in_words(), to.name(), from.name())
        }
        _ => format!("{}的 {number} 应填在{}，误填在{}", to.table().name(), to.name(), from.name()),
    }
}

/// What each of several cells should hold; what they share is said once.
fn several_in_words(changes: &[Change]) -> String {
    let Some(&(first, ..)) = changes.first() else { return String::new() };
    let table = first.table().name();
    let list = |name: &dyn Fn(CellId) -> String| {
        changes.iter().map(|(cell, _, to)| format!("{}应为 {to}", name(*cell))).collect::<Vec<_>>().join("、")
    };
    let all = |same: &dyn Fn(CellId) -> bool| changes.iter().all(|change| same(change.0));
    match first {
        CellId::T3(row, _) if all(&|cell| matches!(cell, CellId::T3(other, _) if other == row)) => {
            format!("{table}「{}」{}", row.name(), list(&|cell| cell.column_words()))
        }
        CellId::T3(_, column) if all(&|cell| matches!(cell, CellId::T3(_, other) if other == column)) => {
            format!("{table}{}{}", column.in_words(), list(&|cell| format!("「{}」", cell.row_words())))
        }
        _ => format!("{table}{}", list(&CellId::name)),
    }
}

fn totals(context: &Context<'_>, changes: &[Change]) -> String {
    let count = changes.len();
    let blank = changes.iter().all(|(cell, from, _)| now(&context.report.tables, *cell, *from) == "空白");
    let is = if blank { "空白" } else { "为 0" };
    match changes.first() {
        Some((CellId::T3(_, Column3::Total), ..))
            if count > 1 && changes.iter().all(|change| is_in_total_column(change.0)) =>
        {
            format!("表三总计列 {count} 行{is}，应为各类申请人之和")
        }
        _ => format!("表三「（七）总计」{count} 列{is}，应为（一）至（六）之和"),
    }
}

fn is_in_total_column(cell: CellId) -> bool {
    matches!(cell, CellId::T3(_, Column3::Total))
}

/// The two numbers that differ, where either may be wrong.
fn open(group: &Broken, lead: &Equation) -> String {
    let (computed, reported) = (lead.left.value, lead.right.value);
    let Some((family, _)) = group.iter().find(|(_, equation)| equation == lead) else { return String::new() };
    match family {
        Identity::RowTotal(_) => rows(group),
        Identity::BlockTotal(block) => {
            format!("表四{}总计 {reported}，四种结果合计 {computed}", block.label())
        }
        Identity::Balance(_) => {
            let columns = Columns::of(group, |family| matches!(family, Identity::Balance(_)));
            let names = columns.in_words();
            match columns.gap() {
                _ if columns.single() => {
                    format!("表三{names}：新收加上年结转 {computed}，办理结果加结转下年度 {reported}")
                }
                Some(gap) => {
                    format!("表三{names}：新收加上年结转比办理结果加结转下年度{}", by(gap))
                }
                None => format!("表三{names}：新收加上年结转与办理结果加结转下年度不等"),
            }
        }
        Identity::ResultTotal(_) => {
            let columns = Columns::of(group, |family| matches!(family, Identity::ResultTotal(_)));
            let names = columns.in_words();
            match columns.gap() {
                _ if columns.single() => {
                    format!("表三{names}（七）总计 {reported}，（一）至（六）合计 {computed}")
                }
                Some(gap) => format!("表三{names}（七）总计比（一）至（六）合计{}", by(-gap)),
                None => format!("表三{names}（七）总计与（一）至（六）合计不等"),
            }
        }
    }
}

/// 多 3, 少 3.
fn by(gap: Decimal) -> String {
    format!("{} {}", if gap.is_negative() { "少" } else { "多" }, gap.abs())
}

fn rows(group: &Broken) -> String {
    let rows: Vec<(Row3, &Equation)> = group
        .iter()
        .filter_map(|(family, equation)| match family {
            Identity::RowTotal(row) => Some((*row, equation)),
            _ => None,
        })
        .collect();
    let told = |(row, equation): &(Row3, &Equation), parts: &str| {
        format!("「{}」总计 {}，{parts}合计 {}", row.name(), equation.right.value, equation.left.value)
    };
    match rows.as_slice() {
        [one] => format!("表三{}", told(one, "各类申请人")),
        [one, two] => {
            let both = format!("表三{}；{}", told(one, "各类申请人"), told(two, ""));
            if fits(&both, LONGEST_TITLE) {
                both
            } else {
                "表三 2 行总计与各类申请人合计不等".to_owned()
            }
        }
        several => format!("表三 {} 行总计与各类申请人合计不等", several.len()),
    }
}

/// The columns that identities of one family are broken in, each with what its left side is more.
struct Columns(Vec<(Column3, Decimal)>);

impl Columns {
    fn of(group: &Broken, of: impl Fn(&Identity) -> bool) -> Self {
        let column = |(family, equation): &(Identity, Equation)| match family {
            Identity::Balance(column) | Identity::ResultTotal(column) => Some((*column, equation.surplus())),
            Identity::RowTotal(_) | Identity::BlockTotal(_) => None,
        };
        Self(group.iter().filter(|(family, _)| of(family)).filter_map(column).collect())
    }

    fn single(&self) -> bool {
        self.0.len() == 1
    }

    /// The difference that all of them have.
    fn gap(&self) -> Option<Decimal> {
        let (_, first) = self.0.first()?;
        self.0.iter().all(|(_, gap)| gap == first).then_some(*first)
    }

    fn in_words(&self) -> String {
        let names: Vec<&str> = self.0.iter().map(|(column, _)| column.label()).collect();
        match names.as_slice() {
            [one] => format!("{one}列"),
            [_, _] => format!("{}两列", names.join("、")),
            [_, _, _] => format!("{}三列", names.join("、")),
            more => format!("{} 列", more.len()),
        }
    }
}
