//! Everything the page knows, and the only way it changes.
//!
//! One reducer holds the desk: reports in brief, the one shown, what is selected in it, preferences. Workers, storage, focus
//! and the address follow from it (see [`crate::engine`] and [`crate::app`]); nothing here touches the browser, and what
//! belongs to it, files and the engine's own data, is known by number only. An action that changes nothing gives back the
//! same state, and one that changes a report leaves all others the same, so that nothing else is drawn anew.

mod action;
mod again;
mod desk;
mod kind;
mod listing;
mod orders;
mod proof;
mod put_right;
mod relations;
mod report;
mod results;
mod saved;
mod screen;
#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) use tests::empty_result;
mod work;

pub(crate) use action::{Action, NewInput};
pub(crate) use kind::Kind;
pub(crate) use listing::{Column, Listing, Repeat};
pub(crate) use orders::Order;
pub(crate) use proof::{Proof, Shown};
pub(crate) use put_right::number;
pub(crate) use relations::{Desk, Related, Relations};
pub(crate) use report::{
    Again, Answer, Cause, Company, Correction, Death, Decision, EDITABLE, Previous, Report, Restored, Source,
    SourceKind, Status,
};

pub(crate) use saved::{Refused, Saved, Text, Work};

use crate::shared::Shared;
use jiaohe::wire::{CheckedReport, Level, RuleCard, Severity};
use results::Results;
use yew::{Callback, UseReducerHandle, hook, use_context};

/// The state as the root holds it.
pub(crate) type Store = UseReducerHandle<State>;

/// How every component says what happened. Always the same one, so that no component is drawn anew for its sake.
pub(crate) type Dispatch = Callback<Action>;

/// The [`Dispatch`] of the page.
#[hook]
pub(crate) fn use_dispatch() -> Dispatch {
    use_context::<Dispatch>().unwrap_or_default()
}

/// The screens, each with an address that names no content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Route {
    /// `#/`
    #[default]
    Start,
    /// `#/list`
    List,
    /// `#/r/3`
    Report(u32),
    /// `#/help`
    Help,
    /// `#/verify`
    Verify,
}

impl Route {
    /// The address, with its `#`.
    pub(crate) fn address(self) -> String {
        match self {
            Self::Start => "#/".into(),
            Self::List => "#/list".into(),
            Self::Report(id) => format!("#/r/{id}"),
            Self::Help => "#/help".into(),
            Self::Verify => "#/verify".into(),
        }
    }

    /// Reads an address; anything unknown is the first screen.
    pub(crate) fn parse(url: &str) -> Self {
        let Some((_, hash)) = url.split_once('#') else { return Self::Start };
        match hash {
            "/help" => Self::Help,
            "/verify" => Self::Verify,
            "/list" => Self::List,
            _ => hash.strip_prefix("/r/").and_then(|id| id.parse().ok()).map_or(Self::Start, Self::Report),
        }
    }
}

/// The tabs beside the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Tab {
    /// 问题
    #[default]
    Findings,
    /// 通过项
    Passed,
    /// 读取说明
    Reading,
}

impl Tab {
    /// All of them, in order.
    pub(crate) const ALL: [Self; 3] = [Self::Findings, Self::Passed, Self::Reading];
}

/// Which findings the list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Filter {
    /// 全部
    #[default]
    All,
    /// Only one severity.
    Only(Severity),
}

impl Filter {
    /// The findings of a result that are listed, as indices.
    pub(crate) fn listed(self, checked: &CheckedReport) -> Vec<usize> {
        let admits = |severity| match self {
            Self::All => true,
            Self::Only(only) => only == severity,
        };
        let findings = checked.report.findings.iter().enumerate();
        findings.filter(|(_, finding)| admits(finding.severity)).map(|(index, _)| index).collect()
    }
}

/// Light or dark, as chosen; `Auto` follows the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Theme {
    /// As the system has it.
    #[default]
    Auto,
    /// 浅色
    Light,
    /// 深色
    Dark,
}

/// Where the eye should go after the next render.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Goal {
    /// The heading of the screen.
    Heading,
    /// The card of this finding.
    Card(usize),
    /// The same, when its place was clicked: the document stays where it is.
    CardOnly(usize),
    /// The place of this finding in the document.
    Place(usize),
    /// A cell of a table, in the middle of the view.
    Cell(String),
    /// The box in a cell that is being put right.
    Box,
    /// The button that opens a line to be corrected.
    Line(u32),
    /// A cell next to the one that was looked at.
    NextCell(String),
    /// The tab with this index.
    Tab(usize),
}

/// Everything the page knows.
#[derive(Debug, Clone, Default, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own on the screen")]
pub(crate) struct State {
    /// The desk, in the order things were given.
    pub(crate) reports: Vec<Shared<Report>>,
    /// Reports whose place a newer one took. They are only looked at.
    pub(crate) past: Vec<Shared<Report>>,
    /// How many reports were ever added.
    last_id: u32,
    /// The results last looked at.
    pub(crate) results: Results,
    /// The step that the worker on the shown report named last.
    pub(crate) phase: String,
    /// The screen.
    pub(crate) route: Route,
    /// The report last looked at.
    last_shown: Option<u32>,
    /// The tab beside the document.
    pub(crate) tab: Tab,
    /// The finding in view.
    pub(crate) active: Option<usize>,
    /// Which findings are listed.
    pub(crate) filter: Filter,
    /// Whether the text is being corrected.
    pub(crate) editing: bool,
    /// Whether it is corrected as one text, and not place by place.
    pub(crate) raw: bool,
    /// The cell that is being put right.
    pub(crate) amending: Option<String>,
    /// Whether the drawer with the findings is open (narrow windows).
    pub(crate) drawer: bool,
    /// The tab of the list.
    pub(crate) desk: Desk,
    /// How the list is ordered and narrowed.
    pub(crate) listing: Listing,
    /// Whether no further check of the list is begun.
    pub(crate) paused: bool,
    /// Whether the tables of sums show the rows that agree too.
    pub(crate) all_rows: bool,
    /// How the reports belong together.
    pub(crate) relations: Relations,
    /// The catalogue of rules, once it was asked for.
    pub(crate) rules: Shared<Vec<RuleCard>>,
    /// Rules switched off or lowered, by their ids.
    pub(crate) levels: Vec<(String, Level)>,
    /// Files that are being made.
    pub(crate) orders: Vec<Order>,
    /// How many files were ever asked for.
    last_order: u32,
    /// What the program says of itself, once it was asked.
    pub(crate) proof: Proof,
    /// Saved work whose reports were not given yet.
    pub(crate) shelf: Vec<Shared<Saved>>,
    /// Whether work is being saved, and with what was pasted.
    pub(crate) saving: Option<bool>,
    /// Whether what is on the desk was saved as it is: without what was pasted, or with it.
    pub(crate) saved: Option<bool>,
    /// Light or dark.
    pub(crate) theme: Theme,
    /// 大字
    pub(crate) large: bool,
    /// Where to look after the next render, with a counter so that the same goal can be set twice.
    pub(crate) goal: Option<(u64, Goal)>,
    /// The sentence for the status line and screen readers.
    pub(crate) said: String,
    /// Whether it is only read aloud: what it says stands on the screen already.
    pub(crate) said_aloud: bool,
    /// Counts the sentences, so that the same one can be said twice.
    pub(crate) said_turn: u32,
}

impl State {
    /// Whether something on the screen names rules.
    pub(crate) fn needs_rules(&self) -> bool {
        self.route == Route::Help || self.reports.iter().any(|report| report.brief.is_some())
    }

    /// The report with this number.
    pub(crate) fn report(&self, id: u32) -> Option<&Shared<Report>> {
        self.reports.iter().chain(&self.past).find(|report| report.id == id)
    }

    /// The report on the screen.
    pub(crate) fn shown(&self) -> Option<&Shared<Report>> {
        match self.route {
            Route::Report(id) => self.report(id),
            _ => None,
        }
    }

    /// The result on the screen.
    pub(crate) fn shown_result(&self) -> Option<&Shared<CheckedReport>> {
        self.results.get(self.shown()?.id)
    }

    /// The finding after (or before) the active one, going round at the ends.
    fn neighbour(&self, forward: bool) -> Option<usize> {
        let listed = self.filter.listed(self.shown_result()?);
        let last = listed.len().checked_sub(1)?;
        let at = self.active.and_then(|active| listed.iter().position(|index| *index == active));
        let next = match (at, forward) {
            (None, true) => 0,
            (None, false) => last,
            (Some(at), true) => {
                if at == last {
                    0
                } else {
                    at + 1
                }
            }
            (Some(at), false) => at.checked_sub(1).unwrap_or(last),
        };
        listed.get(next).copied()
    }
}
