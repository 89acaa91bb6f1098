//! The root: one store, and what follows from it outside the page's own tree.

use crate::components::frame::Frame;
use crate::engine::{self, Pool};
use crate::state::{Action, Goal, Route, State, Store};
use crate::{dom, input, keys, prefs, words};
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::KeyboardEvent;
use yew::prelude::*;

/// The page.
#[component]
pub(crate) fn App() -> Html {
    let store = use_reducer(State::default);
    let pool = use_memo((), {
        let dispatcher = store.dispatcher();
        move |()| Pool::new(dispatcher.to_callback())
    });

    use_effect_with((), {
        let store = store.clone();
        move |()| begin(&store)
    });
    // Keys need the state of the moment they are pressed, which the handle gives.
    use_effect_with((), {
        let store = store.clone();
        move |()| {
            let options = EventListenerOptions::enable_prevent_default();
            let listener = dom::document().map(|document| {
                EventListener::new_with_options(&document, "keydown", options, move |event| {
                    if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                        keys::press(event, &store);
                    }
                })
            });
            move || drop(listener)
        }
    });
    use_effect_with((store.theme, store.large), {
        let store = store.clone();
        move |_| prefs::apply(&store)
    });
    use_effect_with(store.route, |route| dom::set_address(&route.address()));
    use_effect_with(title(&store), |title| {
        if let Some(document) = dom::document() {
            document.set_title(title);
        }
    });
    use_effect_with(store.goal.clone(), {
        let store = store.clone();
        move |goal| {
            if let Some((_, goal)) = goal {
                look(goal, &store);
            }
        }
    });
    use_effect({
        let store = store.clone();
        move || pool.follow(&store)
    });

    html! { <ContextProvider<Store> context={store}><Frame /></ContextProvider<Store>> }
}

/// Once, at the start: preferences, the address, input from before and from now on.
fn begin(store: &Store) -> impl FnOnce() + use<> {
    for preference in prefs::load() {
        store.dispatch(preference);
    }
    store.dispatch(Action::Go(Route::parse(&dom::address())));
    let taken = store.clone();
    let mut pastes = 0;
    let on_input = Closure::<dyn FnMut(_)>::new(move |value| {
        let input::Taken { inputs, note } = input::take(&value, pastes);
        if inputs.iter().any(|input| !matches!(input.source, crate::state::Source::File(_))) {
            pastes += 1;
        }
        taken.dispatch(Action::Give(inputs, note));
    });
    engine::on_input(&on_input);
    let moved = store.clone();
    let listener = web_sys::window().map(|window| {
        EventListener::new(&window, "popstate", move |_| {
            moved.dispatch(Action::Go(Route::parse(&dom::address())));
        })
    });
    engine::ready();
    move || drop((listener, on_input))
}

/// The window's title: which report, and how far.
fn title(store: &Store) -> String {
    match store.shown() {
        Some(report) => words::result::window_title(report),
        None => words::start::NAME.into(),
    }
}

/// Brings focus and view to where the last action pointed.
fn look(goal: &Goal, store: &Store) {
    match goal {
        Goal::Heading => {
            // The first screen keeps the focus free: Ctrl+V must work at once.
            if store.route != Route::Start
                && let Some(heading) = dom::by_id("heading")
            {
                dom::look_at(&heading, false, true);
            }
        }
        Goal::Card(finding) => {
            if let Some(place) = first_place(*finding) {
                dom::look_at(&place, true, false);
            }
            if let Some(card) = dom::by_id(&format!("finding-{finding}")) {
                dom::look_at(&card, false, true);
            }
        }
        Goal::Place(finding) => {
            if let Some(place) = first_place(*finding) {
                dom::look_at(&place, true, true);
            }
        }
    }
}

/// The first marked place of a finding in the document.
fn first_place(finding: usize) -> Option<web_sys::HtmlElement> {
    let query = format!(".document [data-findings~=\"{finding}\"]");
    dom::document()?.query_selector(&query).ok().flatten()?.dyn_into().ok()
}
