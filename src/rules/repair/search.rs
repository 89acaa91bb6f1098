//! The smallest sets of cells after whose change every equation of a cause holds.
//!
//! This is how official statistics localise errors: Fellegi and Holt, *A Systematic Approach to Automatic Edit and
//! Imputation*, JASA 71 (1976) 17–35, ask for the fewest fields to change so that a record passes all its edits. The
//! fewest, because slips are rare: of two explanations of the same broken equations, the one with fewer slips is the
//! likelier. Here the edits are the identities of the form and the fields its cells.
//!
//! The search sets a cell to what one broken equation needs, and goes on with the equations that are broken then, one
//! change deeper each time until a depth has an answer. In a smallest set some equation always has just one cell of the
//! set left, so that setting cells in this way reaches it. Two bounds keep it short: a cell lies in one row and one
//! column, so that no fewer changes are left than rows, or columns, are broken.

use super::super::{Arithmetic, Equation, Identity, Status};
use super::Change;
use crate::report::form::{CellId, Column3};
use crate::text::Decimal;

/// The most cells a set may have: with more, asking for the ledger is the better advice.
const DEEPEST: usize = 4;
/// Counts beyond this are not searched, so that no sum of changes can overflow.
const LARGEST: i64 = 1_000_000_000_000;

/// What a search found. Vectors are searched from end to end here: they are short, and maps would weigh more in the module.
#[derive(Debug, Default)]
pub(super) struct Sets {
    /// Sets of the smallest size, each in the order of the form: cell, value now, value it would need.
    pub(super) found: Vec<Vec<Change>>,
    /// Whether these are all sets of their size.
    pub(super) complete: bool,
}

/// An equation that is certain. The bit of its index stands for it in masks.
#[derive(Debug)]
struct Line {
    family: Identity,
    surplus: i64,
    /// A surplus it may keep: that of another cause, which is not ours to repair.
    tolerated: i64,
    cells: Vec<usize>,
}

#[derive(Debug)]
struct Cell {
    id: CellId,
    now: Decimal,
    value: i64,
    /// The equations it stands in, and whether it adds to their surplus.
    lines: Vec<(usize, bool)>,
    mask: u64,
}

/// The equations of a report as a grid to search.
#[derive(Debug, Default)]
pub(super) struct Grid {
    lines: Vec<Line>,
    cells: Vec<Cell>,
    /// What 1 is in the unit of all values here: more than 1 only where some cell has decimals.
    one: i64,
    /// How many decimals that unit has.
    scale: u8,
    rows: u64,
    columns: [u64; Column3::ALL.len()],
    /// The equations that are broken as things stand in the search.
    broken: u64,
    path: Vec<(usize, i64)>,
    found: Vec<Vec<(usize, i64)>>,
    budget: usize,
}

impl Grid {
    /// The grid of a report; empty, so that nothing is found, where numbers are beyond all counts.
    pub(super) fn of(arithmetic: &Arithmetic) -> Self {
        let certain =
            || arithmetic.equations.iter().filter(|(_, equation)| equation.status != Status::Unknown);
        let values =
            certain().flat_map(|(_, equation)| terms(equation)).map(|(_, value, _)| value.decimals());
        let scale = values.max().unwrap_or(0);
        Self::build(certain(), scale).unwrap_or_default()
    }

    fn build<'a>(equations: impl Iterator<Item = &'a (Identity, Equation)>, scale: u8) -> Option<Self> {
        let sized = |value: Decimal| value.times_ten_to(scale).filter(|value| value.abs() <= LARGEST);
        let mut grid = Self { one: 10_i64.checked_pow(scale.into())?, scale, ..Self::default() };
        for (index, (family, equation)) in equations.enumerate() {
            let bit = bit(index);
            match family {
                Identity::RowTotal(_) | Identity::BlockTotal(_) => grid.rows |= bit,
                Identity::Balance(column) | Identity::ResultTotal(column) => {
                    *grid.columns.get_mut(*column as usize)? |= bit;
                }
            }
            let surplus = sized(equation.surplus())?;
            let mut line = Line { family: *family, surplus, tolerated: 0, cells: Vec::new() };
            for (id, value, adds) in terms(equation) {
                let known = grid.cells.iter().position(|cell| cell.id == id);
                let place = known.unwrap_or(grid.cells.len());
                if known.is_none() {
                    grid.cells.push(Cell {
                        id,
                        now: value,
                        value: sized(value)?,
                        lines: Vec::new(),
                        mask: 0,
                    });
                }
                let cell = grid.cells.get_mut(place)?;
                cell.lines.push((index, adds));
                cell.mask |= bit;
                line.cells.push(place);
            }
            grid.lines.push(line);
        }
        Some(grid)
    }

    /// The smallest sets after whose change the given equations hold and no other breaks; at most `budget` changes are
    /// tried.
    pub(super) fn smallest(&mut self, cause: &[&(Identity, Equation)], budget: usize) -> Sets {
        self.broken = 0;
        for (index, line) in self.lines.iter_mut().enumerate() {
            line.tolerated =
                if cause.iter().any(|(family, _)| *family == line.family) { 0 } else { line.surplus };
            if line.surplus != line.tolerated {
                self.broken |= bit(index);
            }
        }
        self.budget = budget;
        self.found.clear();
        if self.broken != 0 {
            for depth in 1..=DEEPEST {
                self.descend(depth);
                if !self.found.is_empty() || self.budget == 0 {
                    break;
                }
            }
        }
        let found = self.found.iter().filter_map(|set| self.as_changes(set)).collect();
        Sets { found, complete: self.budget > 0 }
    }

    /// What `look` finds once some changes are made; they are undone behind it.
    pub(super) fn after<T>(&mut self, made: &[Change], look: impl FnOnce(&mut Self) -> T) -> T {
        for &(cell, from, to) in made {
            self.set(cell, to - from);
        }
        let found = look(self);
        for &(cell, from, to) in made {
            self.set(cell, from - to);
        }
        found
    }

    /// Moves a cell by so much.
    fn set(&mut self, cell: CellId, by: Decimal) {
        let Some(index) = self.cells.iter().position(|known| known.id == cell) else { return };
        let Some(by) = by.times_ten_to(self.scale) else { return };
        if let Some(cell) = self.cells.get_mut(index) {
            cell.value += by;
        }
        self.shift(index, by);
    }

    fn as_changes(&self, set: &[(usize, i64)]) -> Option<Vec<Change>> {
        let number = |value: i64| Decimal::new(value.checked_div(self.one)?, 0);
        set.iter()
            .map(|&(cell, to)| {
                let cell = self.cells.get(cell)?;
                // Only what is proposed is certain to be an integer.
                Some((cell.id, cell.now, number(to)?))
            })
            .collect()
    }

    /// Whether so many changes could reach all rows and all columns with a broken equation.
    fn may_suffice(&self, broken: u64, changes: usize) -> bool {
        let columns = self.columns.iter().filter(|column| broken & **column != 0).count();
        count(broken & self.rows) <= changes && columns <= changes
    }

    /// The broken equations of which one has to be chosen next. Where every change left is due in a row, or a column, of
    /// its own, any one will do: its change has to be found sooner or later, and does not depend on the others.
    fn choices(&self, changes: usize) -> u64 {
        let first = |mask: u64| mask & mask.wrapping_neg();
        let rows = self.broken & self.rows;
        let broken = self.columns.map(|column| column & self.broken);
        let columns = broken.iter().filter(|column| **column != 0).count();
        if count(rows) == changes {
            first(rows)
        } else if columns == changes {
            first(broken.into_iter().find(|column| *column != 0).unwrap_or_default())
        } else {
            self.broken
        }
    }

    fn descend(&mut self, changes: usize) {
        if !self.may_suffice(self.broken, changes) {
            return;
        }
        let mut choices = self.choices(changes);
        while choices != 0 {
            let index = usize::try_from(choices.trailing_zeros()).unwrap_or_default();
            choices &= choices.wrapping_sub(1);
            let Some(line) = self.lines.get(index) else { return };
            let (surplus, tolerated, length) = (line.surplus, line.tolerated, line.cells.len());
            for place in 0..length {
                self.try_cell(index, place, -surplus, changes);
                if tolerated != 0 {
                    self.try_cell(index, place, tolerated - surplus, changes);
                }
                if self.budget == 0 {
                    return;
                }
            }
        }
    }

    /// Changes one cell of an equation so that its surplus moves by `by`, and goes on from there.
    fn try_cell(&mut self, line: usize, place: usize, by: i64, changes: usize) {
        let Some(&index) = self.lines.get(line).and_then(|line| line.cells.get(place)) else { return };
        let Some(cell) = self.cells.get(index) else { return };
        let left = changes.saturating_sub(1);
        if by == 0
            || !self.may_suffice(self.broken & !cell.mask, left)
            || self.path.iter().any(|(changed, _)| *changed == index)
        {
            return;
        }
        let adds = cell.lines.iter().any(|&(other, adds)| other == line && adds);
        let by = if adds { by } else { -by };
        let to = cell.value + by;
        if to < 0 || to % self.one != 0 {
            return;
        }
        self.budget = self.budget.saturating_sub(1);
        self.path.push((index, to));
        self.shift(index, by);
        if self.broken == 0 {
            let set = self.sorted_path();
            if !self.found.contains(&set) {
                self.found.push(set);
            }
        } else {
            self.descend(left);
        }
        self.shift(index, -by);
        self.path.pop();
    }

    /// The changes made so far in the order of the form.
    fn sorted_path(&self) -> Vec<(usize, i64)> {
        let id = |&(cell, _): &(usize, i64)| self.cells.get(cell).map(|cell| cell.id);
        let mut sorted: Vec<(usize, i64)> = Vec::new();
        for change in &self.path {
            let place = sorted.iter().take_while(|other| id(other) < id(change)).count();
            sorted.insert(place, *change);
        }
        sorted
    }

    /// Moves the surplus of every equation of a cell.
    fn shift(&mut self, cell: usize, by: i64) {
        let Some(cell) = self.cells.get(cell) else { return };
        for &(index, adds) in &cell.lines {
            if let Some(line) = self.lines.get_mut(index) {
                line.surplus += if adds { by } else { -by };
                let broken = line.surplus != 0 && line.surplus != line.tolerated;
                self.broken = if broken { self.broken | bit(index) } else { self.broken & !bit(index) };
            }
        }
    }
}

/// The bit of an equation. A report has some forty; none past the last bit is searched.
fn bit(index: usize) -> u64 {
    u32::try_from(index).ok().and_then(|index| 1_u64.checked_shl(index)).unwrap_or_default()
}

fn count(mask: u64) -> usize {
    usize::try_from(mask.count_ones()).unwrap_or(usize::MAX)
}

/// The cells of an equation that have a value, each with whether it adds to the surplus.
fn terms(equation: &Equation) -> impl Iterator<Item = (CellId, Decimal, bool)> {
    let left = equation.left.terms.iter().map(|term| (term, !term.minus));
    let right = equation.right.terms.iter().map(|term| (term, term.minus));
    left.chain(right).filter_map(|(term, adds)| Some((term.cell?, term.value?, adds)))
}
