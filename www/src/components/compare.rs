//! Several reports side by side: two years, units and their sum, who has not reported.

use crate::shared::Shared;
use crate::state::{Action, Dispatch, Previous, Report, State, use_dispatch};
use crate::words::compare as words;
use jiaohe::wire::{Relation, Sheet, SumRole};
use web_sys::{HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

/// The comparisons of one kind.
pub(super) fn sheets(store: &State, dispatch: &Dispatch, relation: Relation) -> Html {
    let all_rows = store.all_rows;
    let sift = dispatch.reform(move |_: Event| Action::AllRows(!all_rows));
    let sheets = store.relations.sheets.iter().filter(|sheet| sheet.relation == Some(relation));
    let mut drawn =
        sheets.map(|sheet| html! { <Table sheet={sheet.clone()} {all_rows} sift={sift.clone()} /> });
    let (opening, nothing) = match relation {
        Relation::Sum => (words::SUMS, words::NO_SUMS),
        Relation::Years => (words::YEARS, words::NO_YEARS),
    };
    let first = drawn.next().unwrap_or_else(|| html! { <p>{ nothing }</p> });
    html! { <><p>{ opening }</p>{ first }{ for drawn }</> }
}

#[derive(Properties)]
struct TableProps {
    sheet: Shared<Sheet>,
    /// Whether rows that agree are shown too.
    all_rows: bool,
    /// Shows or hides them.
    sift: Callback<Event>,
}

/// What the callback does follows from `all_rows`.
impl PartialEq for TableProps {
    fn eq(&self, other: &Self) -> bool {
        self.sheet == other.sheet && self.all_rows == other.all_rows
    }
}

/// One comparison.
#[component]
fn Table(props: &TableProps) -> Html {
    let TableProps { sheet, all_rows, sift } = props;
    let sums = sheet.relation == Some(Relation::Sum);
    let rows = sheet.rows.iter().filter(|row| !sums || *all_rows || row.marked);
    html! {
        <section class="sheet">
            <h2>{ &sheet.title }</h2>
            <ul>{ for sheet.notes.iter().map(|note| html! { <li>{ note }</li> }) }</ul>
            if sums {
                <label><input type="checkbox" checked={!all_rows} onchange={sift} />{ words::ONLY_MARKED }</label>
            }
            <div class="scroll" tabindex="0" role="region" aria-label={sheet.title.clone()}>
                <table class="reports">
                    <thead><tr>
                        { for sheet.columns.iter().map(|column| html! { <th scope="col">{ column }</th> }) }
                    </tr></thead>
                    <tbody>{ for rows.map(|row| html! {
                        <tr class={classes!(row.marked.then_some("marked"))}>
                            { for row.cells.iter().enumerate().map(|(index, cell)| match index {
                                0 => html! { <th scope="row">{ cell }</th> },
                                1..=3 => html! { <td class="number">{ cell }</td> },
                                _ => html! { <td>{ cell }</td> },
                            }) }
                        </tr>
                    }) }</tbody>
                </table>
            </div>
        </section>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct ChoicesProps {
    /// The reports that were read.
    pub(super) reports: Vec<Shared<Report>>,
    /// What they are compared as.
    pub(super) relation: Relation,
}

/// What belongs together, to be corrected.
#[component]
pub(super) fn Choices(props: &ChoicesProps) -> Html {
    let dispatch = use_dispatch();
    let (heading, column) = match props.relation {
        Relation::Sum => (words::ROLES, words::ROLE),
        Relation::Years => (words::PAIRS, words::PREVIOUS),
    };
    let row = |report: &Shared<Report>| {
        let label = format!("{}：{column}", report.body());
        let choice = match props.relation {
            Relation::Sum => role(report, label, &dispatch),
            Relation::Years => previous(&props.reports, report, label, &dispatch),
        };
        html! {
            <tr key={report.id}>
                <th scope="row">{ report.body().to_owned() }</th>
                <td class="number">{ year(report) }</td>
                <td>{ choice }</td>
            </tr>
        }
    };
    html! {
        <section class="sheet">
            <h2>{ heading }</h2>
            <div class="scroll" tabindex="0" role="region" aria-label={heading}>
                <table class="reports">
                    <thead><tr>
                        { for [words::BODY, words::YEAR, column].iter().map(|column| html! { <th scope="col">{ *column }</th> }) }
                    </tr></thead>
                    <tbody>{ for props.reports.iter().map(row) }</tbody>
                </table>
            </div>
        </section>
    }
}

fn year(report: &Report) -> String {
    report.year().map(|year| year.to_string()).unwrap_or_default()
}

fn previous(all: &[Shared<Report>], report: &Report, label: String, dispatch: &Dispatch) -> Html {
    let id = report.id;
    let choose = dispatch.reform(move |event: Event| {
        let value = event.target_unchecked_into::<HtmlSelectElement>().value();
        let previous = match value.as_str() {
            "" => Previous::Told,
            "-" => Previous::Nothing,
            id => id.parse().map_or(Previous::Told, Previous::Chosen),
        };
        Action::Precede(id, previous)
    });
    let chosen = report.previous;
    let others = all.iter().filter(|other| other.id != id);
    html! {
        <select aria-label={label} onchange={choose}>
            <option value="" selected={chosen == Previous::Told}>{ words::TOLD }</option>
            <option value="-" selected={chosen == Previous::Nothing}>{ words::NOTHING }</option>
            { for others.map(|other| html! {
                <option value={other.id.to_string()} selected={chosen == Previous::Chosen(other.id)}>
                    { format!("{} {}", other.body(), year(other)) }
                </option>
            }) }
        </select>
    }
}

fn role(report: &Report, label: String, dispatch: &Dispatch) -> Html {
    let id = report.id;
    let choose = dispatch.reform(move |event: Event| {
        let word = event.target_unchecked_into::<HtmlSelectElement>().value();
        Action::Enrol(id, SumRole::parse(&word))
    });
    html! {
        <select aria-label={label} onchange={choose}>
            { for std::iter::once(None).chain(SumRole::ALL.map(Some)).map(|role| html! {
                <option value={role.map_or("", SumRole::id)} selected={report.role == role}>{ words::role(role) }</option>
            }) }
        </select>
    }
}

/// Who of a list has not reported.
pub(super) fn roll_call(store: &State, dispatch: &Dispatch) -> Html {
    let call = dispatch.reform(|event: Event| {
        Action::CallRoll(event.target_unchecked_into::<HtmlTextAreaElement>().value())
    });
    let part = |heading: &'static str, units: &[String]| {
        html! {
            <section>
                <h2>{ words::counted(heading, units.len()) }</h2>
                if units.is_empty() { <p>{ words::NONE }</p> } else {
                    <ul>{ for units.iter().map(|unit| html! { <li>{ unit }</li> }) }</ul>
                }
            </section>
        }
    };
    html! {
        <>
            <label for="roll">{ words::LIST }</label>
            <textarea id="roll" rows="8" onchange={call} value={store.relations.list.clone()} />
            <p class="quiet">{ words::LIST_NOTE }</p>
            if let Some(roster) = &store.relations.roster {
                { part(words::MISSING, &roster.missing) }
                { part(words::UNLISTED, &roster.unlisted) }
                { part(words::REPEATED, &roster.repeated) }
            }
        </>
    }
}
