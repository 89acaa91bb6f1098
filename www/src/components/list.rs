//! The list of reports: how far it is, what of it is shown, and its tabs.

use super::compare::{roles, roll_call, sums, years};
use super::rows::table;
use super::tabs::tabs;
use crate::state::{Action, Desk, Dispatch, Kind, Listing, State};
use crate::words::{compare, desk as words};
use web_sys::{HtmlInputElement, HtmlSelectElement, InputEvent};
use yew::prelude::*;

/// All reports on the desk.
pub(super) fn list(store: &State, dispatch: &Dispatch) -> Html {
    let turn = |desk: usize| Desk::ALL.get(desk).map(|desk| Action::Turn(*desk));
    let names = Desk::ALL.map(compare::tab);
    let selected = Desk::ALL.iter().position(|desk| *desk == store.desk).unwrap_or_default();
    let panel = match store.desk {
        Desk::Reports => reports(store, dispatch),
        Desk::Years => years(store, dispatch),
        Desk::Sums => html! { <>{ sums(store, dispatch) }{ roles(store, dispatch) }</> },
        Desk::Roster => roll_call(store, dispatch),
    };
    html! {
        <>
            <div class="list-head">
                <h1 id="heading" tabindex="-1">{ words::HEADING }</h1>
                { progress(store, dispatch) }
                <details class="clear">
                    <summary>{ words::CLEAR }</summary>
                    <button onclick={dispatch.reform(|_: MouseEvent| Action::Clear)}>{ words::CLEAR_ASK }</button>
                </details>
            </div>
            { tabs(&names, selected, words::HEADING, turn, dispatch, false, panel) }
        </>
    }
}

/// How many are there, how many are done and how those stand; while checks go on, how to hold them.
fn progress(store: &State, dispatch: &Dispatch) -> Html {
    let (total, ended) = (store.reports.len(), store.ended());
    let busy = store.reports.iter().filter(|report| report.is_busy()).count();
    let (paused, open) = (store.paused, ended < total);
    let pause = dispatch.reform(move |_: MouseEvent| Action::Pause(!paused));
    let stop = dispatch.reform(|_: MouseEvent| Action::Stop);
    html! {
        <div class="how-far" data-busy={busy.to_string()}>
            <p>{ store.summary() }</p>
            if open {
                <p class="row">
                    <progress max={total.to_string()} value={ended.to_string()} aria-label={words::PROGRESS}></progress>
                    <button aria-pressed={paused.to_string()} onclick={pause}>{ words::PAUSE }</button>
                    <button onclick={stop}>{ words::STOP }</button>
                </p>
            }
        </div>
    }
}

/// The tab of the reports themselves.
fn reports(store: &State, dispatch: &Dispatch) -> Html {
    let repeats = store.repeats();
    let listed = store.listed(&repeats);
    let count = (listed.len() < store.reports.len()).then(|| words::listed(listed.len()));
    html! { <>{ sieve(store, count, dispatch) }{ table(&store.listing, listed, &repeats, dispatch) }</> }
}

/// What of the list is shown.
fn sieve(store: &State, count: Option<String>, dispatch: &Dispatch) -> Html {
    let listing = &store.listing;
    let change = |with: fn(&mut Listing, String)| {
        let (dispatch, listing) = (dispatch.clone(), listing.clone());
        move |value: String| {
            let mut listing = listing.clone();
            with(&mut listing, value);
            dispatch.emit(Action::List(listing));
        }
    };
    let chosen = |change: Box<dyn Fn(String)>| {
        move |event: Event| change(event.target_unchecked_into::<HtmlSelectElement>().value())
    };
    let narrow = chosen(Box::new(change(|listing, word| {
        listing.kind = word.parse().ok().and_then(|kind: usize| Kind::ALL.get(kind).copied());
    })));
    let of_year = chosen(Box::new(change(|listing, year| listing.year = year.parse().ok())));
    let search = change(|listing, text| listing.search = text);
    let typed = move |event: InputEvent| search(event.target_unchecked_into::<HtmlInputElement>().value());
    html! {
        <p class="row sieve" role="search">
            <select aria-label={words::KIND} onchange={narrow}>
                <option value="" selected={listing.kind.is_none()}>{ words::ALL_KINDS }</option>
                { for Kind::ALL.iter().enumerate().map(|(at, kind)| html! {
                    <option value={at.to_string()} selected={listing.kind == Some(*kind)}>{ words::kind(*kind) }</option>
                }) }
            </select>
            <select aria-label={compare::YEAR} onchange={of_year}>
                <option value="" selected={listing.year.is_none()}>{ words::ALL_YEARS }</option>
                { for store.years().into_iter().map(|year| html! {
                    <option value={year.to_string()} selected={listing.year == Some(year)}>{ year }</option>
                }) }
            </select>
            <input type="text" aria-label={words::SEARCH} placeholder={words::SEARCH} value={listing.search.clone()} oninput={typed} />
            if let Some(count) = count { <span class="quiet" role="status">{ count }</span> }
        </p>
    }
}
