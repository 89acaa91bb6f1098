//! Several reports side by side: two years, units and their sum, who has not reported.

use crate::shared::Shared;
use crate::state::{Action, Previous, Report, Store};
use crate::words::compare as words;
use jiaohe::wire::{Relation, Sheet, SumRole};
use web_sys::{HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

/// The comparisons of one kind, and below them what belongs together.
pub(super) fn sheets(store: &Store, relation: Relation) -> Html {
    let sheets: Vec<_> =
        store.relations.sheets.iter().filter(|sheet| sheet.relation == Some(relation)).collect();
    let sums = relation == Relation::Sum;
    let (opening, nothing) =
        if sums { (words::SUMS, words::NO_SUMS) } else { (words::YEARS, words::NO_YEARS) };
    html! {
        <>
            <p>{ opening }</p>
            if sheets.is_empty() { <p>{ nothing }</p> }
            { for sheets.into_iter().map(|sheet| table(store, sheet)) }
            { choices(store, sums) }
        </>
    }
}

/// One comparison.
fn table(store: &Store, sheet: &Sheet) -> Html {
    let all = store.all_rows;
    let sift = {
        let store = store.clone();
        move |_: Event| store.dispatch(Action::AllRows(!all))
    };
    let sums = sheet.relation == Some(Relation::Sum);
    let rows = sheet.rows.iter().filter(|row| !sums || all || row.marked);
    html! {
        <section class="sheet">
            <h2>{ &sheet.title }</h2>
            <ul>{ for sheet.notes.iter().map(|note| html! { <li>{ note }</li> }) }</ul>
            if sums {
                <label><input type="checkbox" checked={!all} onchange={sift} />{ words::ONLY_MARKED }</label>
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

/// A body's name, else the file's.
fn name(report: &Report) -> String {
    let organ = report.checked.as_ref().and_then(|checked| checked.report.organ.clone());
    organ.unwrap_or_else(|| report.name.clone())
}

fn year(report: &Report) -> String {
    let year = report.checked.as_ref().and_then(|checked| checked.report.year);
    year.map(|year| year.to_string()).unwrap_or_default()
}

/// What belongs together, to be corrected.
fn choices(store: &Store, sums: bool) -> Html {
    let (heading, column) = if sums { (words::ROLES, words::ROLE) } else { (words::PAIRS, words::PREVIOUS) };
    let row = |report: &Shared<Report>| {
        let label = format!("{}：{column}", name(report));
        html! {
            <tr key={report.id}>
                <th scope="row">{ name(report) }</th>
                <td class="number">{ year(report) }</td>
                <td>{ if sums { role(store, report, label) } else { previous(store, report, label) } }</td>
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
                    <tbody>{ for store.readable().map(row) }</tbody>
                </table>
            </div>
        </section>
    }
}

fn previous(store: &Store, report: &Report, label: String) -> Html {
    let id = report.id;
    let choose = {
        let store = store.clone();
        move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            let previous = match value.as_str() {
                "" => Previous::Told,
                "-" => Previous::Nothing,
                id => id.parse().map_or(Previous::Told, Previous::Chosen),
            };
            store.dispatch(Action::Precede(id, previous));
        }
    };
    let chosen = report.previous;
    let others = store.readable().filter(|other| other.id != id);
    html! {
        <select aria-label={label} onchange={choose}>
            <option value="" selected={chosen == Previous::Told}>{ words::TOLD }</option>
            <option value="-" selected={chosen == Previous::Nothing}>{ words::NOTHING }</option>
            { for others.map(|other| html! {
                <option value={other.id.to_string()} selected={chosen == Previous::Chosen(other.id)}>
                    { format!("{} {}", name(other), year(other)) }
                </option>
            }) }
        </select>
    }
}

fn role(store: &Store, report: &Report, label: String) -> Html {
    let id = report.id;
    let choose = {
        let store = store.clone();
        move |event: Event| {
            let word = event.target_unchecked_into::<HtmlSelectElement>().value();
            store.dispatch(Action::Enrol(id, SumRole::parse(&word)));
        }
    };
    html! {
        <select aria-label={label} onchange={choose}>
            { for std::iter::once(None).chain(SumRole::ALL.map(Some)).map(|role| html! {
                <option value={role.map_or("", SumRole::id)} selected={report.role == role}>{ words::role(role) }</option>
            }) }
        </select>
    }
}

/// Who of a list has not reported.
pub(super) fn roll_call(store: &Store) -> Html {
    let call = {
        let store = store.clone();
        move |event: Event| {
            let list = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            store.dispatch(Action::CallRoll(list));
        }
    };
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
