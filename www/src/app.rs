//! The root: one store, and what follows from it outside the page's own tree.

use crate::components::frame::frame;
use crate::engine::{self, Engine};
use crate::state::{Action, Dispatch, Goal, Route, SourceKind, State, Store};
use crate::{dom, input, keys, prefs, words};
use gloo::events::{EventListener, EventListenerOptions};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

/// The page.
#[component]
pub(crate) fn App() -> Html {
    let store = use_reducer_eq(State::default);
    let dispatch = use_memo((), {
        let dispatcher = store.dispatcher();
        move |()| -> Dispatch { dispatcher.to_callback() }
    });
    let engine = use_memo((), {
        let dispatch = (*dispatch).clone();
        move |()| Engine::new(dispatch)
    });

    use_effect_with((), {
        let (dispatch, engine) = ((*dispatch).clone(), (*engine).clone());
        move |()| begin(dispatch, engine)
    });
    // Keys need the state of the moment they are pressed. A handle keeps every state that was read through it, so one that
    // lived as long as the page would keep them all.
    let latest = use_mut_ref(|| store.clone());
    latest.replace(store.clone());
    use_effect_with((), {
        move |()| {
            let options = EventListenerOptions::enable_prevent_default();
            let listener = dom::document().map(|document| {
                EventListener::new_with_options(&document, "keydown", options, move |event| {
                    if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                        keys::press(event, &latest.borrow());
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
                look(goal, store.route);
            }
        }
    });
    use_effect_with(store.has_work(), |has_work| {
        let asked = has_work.then(ask_before_leaving).flatten();
        move || drop(asked)
    });
    use_effect({
        let (store, engine) = (store.clone(), (*engine).clone());
        move || engine.follow(&store)
    });

    html! {
        <ContextProvider<Dispatch> context={(*dispatch).clone()}>
            <ContextProvider<Engine> context={(*engine).clone()}>
                { frame(&store, &dispatch, &engine) }
            </ContextProvider<Engine>>
        </ContextProvider<Dispatch>>
    }
}

/// Once, at the start: preferences, the address, input from before and from now on.
fn begin(dispatch: Dispatch, engine: Engine) -> impl FnOnce() {
    for preference in prefs::load() {
        dispatch.emit(preference);
    }
    dispatch.emit(Action::Go(Route::parse(&dom::address())));
    let taken = dispatch.clone();
    let mut pastes = 0;
    let (idle, waiting) = (engine.clone(), Rc::new(Cell::new(true)));
    let given = Rc::clone(&waiting);
    let on_input = Closure::<dyn FnMut(_)>::new(move |value| {
        given.set(false);
        let input::Taken { inputs, note, work } = input::take(&engine, &value, pastes);
        if let Some(work) = work {
            input::open_work(&engine, &taken, work);
        }
        if inputs.iter().any(|input| input.source.kind != SourceKind::File) {
            pastes += 1;
        }
        taken.emit(Action::Give(inputs, note));
    });
    engine::on_input(&on_input);
    let listener = web_sys::window().map(|window| {
        EventListener::new(&window, "popstate", move |_| {
            dispatch.emit(Action::Go(Route::parse(&dom::address())));
        })
    });
    engine::ready();
    // Whatever was given before has begun by now, and needs the machine for itself.
    if waiting.get() {
        input::warm(&idle);
    }
    move || drop((listener, on_input))
}

/// Lets the browser ask whether the page shall really be left.
fn ask_before_leaving() -> Option<EventListener> {
    let options = EventListenerOptions::enable_prevent_default();
    let window = web_sys::window()?;
    Some(EventListener::new_with_options(&window, "beforeunload", options, |event| {
        event.prevent_default();
        // Chromium before 119 asks only if this is set.
        let _ = js_sys::Reflect::set(event, &"returnValue".into(), &"".into());
    }))
}

/// The window's title: which report, and how far.
fn title(store: &Store) -> String {
    match store.shown() {
        Some(report) => words::result::window_title(report),
        None if store.ended() < store.reports.len() => {
            words::desk::window_title(store.ended(), store.reports.len())
        }
        None => words::start::NAME.into(),
    }
}

/// Brings focus and view to where the last action pointed.
fn look(goal: &Goal, route: Route) {
    let look = |element: Option<HtmlElement>, centre, focus| {
        if let Some(element) = element {
            dom::look_at(&element, centre, focus);
        }
    };
    match goal {
        // The first screen keeps the focus free: Ctrl+V must work at once.
        Goal::Heading if route == Route::Start => {}
        Goal::Heading => look(dom::by_id("heading"), false, true),
        Goal::Card(finding) => {
            look(first_place(*finding), true, false);
            look(dom::by_id(&format!("finding-{finding}")), false, true);
        }
        Goal::CardOnly(finding) => look(dom::by_id(&format!("finding-{finding}")), false, true),
        Goal::Place(finding) => look(first_place(*finding), true, true),
        Goal::Cell(id) => look(dom::by_id(&format!("cell-{id}")), true, true),
        Goal::Box => look(dom::by_id("cell-box"), false, true),
        Goal::Line(line) => look(dom::by_id(&format!("edit-line-{line}")), false, true),
        Goal::NextCell(id) => look(dom::by_id(&format!("cell-{id}")), false, true),
        Goal::Tab(index) => look(dom::by_id(&format!("tab-{index}")), false, true),
    }
}

/// The first marked place of a finding in the document.
fn first_place(finding: usize) -> Option<HtmlElement> {
    let query = format!(".document [data-findings~=\"{finding}\"]");
    dom::document()?.query_selector(&query).ok().flatten()?.dyn_into().ok()
}
