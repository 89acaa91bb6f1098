//! The frame of every screen: the bar on top, the status line, the veil while something is dragged.

use super::help::help;
use super::list::list;
use super::result::shown;
use super::start::start;
use super::verify::verify;
use super::work;
use crate::engine::Engine;
use crate::prefs;
use crate::state::{Action, Dispatch, Route, State, Theme};
use crate::words::{desk, start as words};
use yew::prelude::*;

/// The whole page.
pub(crate) fn frame(store: &State, dispatch: &Dispatch, engine: &Engine) -> Html {
    let screen = match store.route {
        Route::Start => start(dispatch, engine),
        Route::List => list(store, dispatch),
        Route::Report(id) => shown(store, id, dispatch),
        Route::Help => help(store, dispatch),
        Route::Verify => verify(store, dispatch),
    };
    html! {
        <>
            { bar(store, dispatch, engine) }
            <main class={classes!("screen", screen_class(store.route))}>
                if store.shown().is_none() && store.route != Route::Help { { work::waiting(store) } }
                { screen }
            </main>
            <div class="veil" aria-hidden="true"><p>{ words::LET_GO }</p></div>
        </>
    }
}

fn screen_class(route: Route) -> &'static str {
    match route {
        Route::Start => "start",
        Route::List => "list",
        Route::Report(_) => "result",
        Route::Help | Route::Verify => "help",
    }
}

/// The bar on top.
fn bar(store: &State, dispatch: &Dispatch, engine: &Engine) -> Html {
    let go = |route: Route| dispatch.reform(move |_: MouseEvent| Action::Go(route));
    let dark = prefs::is_dark(store.theme);
    let theme = if dark { Theme::Light } else { Theme::Dark };
    let large = !store.large;
    let paint = dispatch.reform(move |_: MouseEvent| Action::Paint(theme));
    let enlarge = dispatch.reform(move |_: MouseEvent| Action::Enlarge(large));
    html! {
        <header class="bar">
            <div class="name">
                <button class="brand" onclick={go(Route::Start)}>{ words::NAME }</button>
                <span class="basis">{ version() }</span>
                // Over the program's name, where nothing stands that has to be read.
                <div class="status" role="status">
                    // A new element for each sentence: its fading starts afresh.
                    if !store.said.is_empty() {
                        <p class={if store.said_aloud { "away" } else { "said" }} key={store.said_turn}>{ &store.said }</p>
                    }
                </div>
            </div>
            <nav>
                if let Some(report) = store.left_open() {
                    <button class="return" onclick={go(Route::Report(report.id))}>{ words::back_to(report) }</button>
                }
                { around(store, dispatch) }
                if store.reports.len() > 1 && store.route != Route::List {
                    <button onclick={go(Route::List)}>{ words::LIST }</button>
                }
                if store.route != Route::Start {
                    <button class="another" onclick={go(Route::Start)}>{ words::BACK }</button>
                }
                { work::menu(store, dispatch, engine) }
                <button aria-pressed={store.large.to_string()} onclick={enlarge}>{ words::LARGE }</button>
                <button aria-pressed={dark.to_string()} onclick={paint}>{ words::DARK }</button>
                <button aria-keyshortcuts="F1" onclick={go(Route::Help)}>{ words::HELP }</button>
            </nav>
        </header>
    }
}

/// Where the report stands among several, and the ways to those before and after it.
fn around(store: &State, dispatch: &Dispatch) -> Html {
    let Some((number, total, [before, after])) = store.around() else {
        return Html::default();
    };
    let to = |word: &'static str, keys: &'static str, id: Option<u32>| {
        let go = id.map(|id| dispatch.reform(move |_: MouseEvent| Action::Go(Route::Report(id))));
        html! { <button aria-keyshortcuts={keys} disabled={id.is_none()} onclick={go}>{ word }</button> }
    };
    html! {
        <>
            <span class="quiet">{ desk::nth(number, total) }</span>
            { to(desk::BEFORE, "Alt+PageUp", before) }
            { to(desk::AFTER, "Alt+PageDown", after) }
        </>
    }
}

fn version() -> String {
    format!("{} · {}", env!("CARGO_PKG_VERSION"), words::BASIS)
}
