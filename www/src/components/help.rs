//! Help: keys, what is checked, limits, and the way to the page on how to verify that nothing leaves.

use crate::state::{Action, Dispatch, Route, State};
use crate::words::{compare, help as words, start, verify};
use jiaohe::wire::{Level, RuleCard};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Levels, the least change first.
const LEVELS: [Level; 3] = [Level::Warning, Level::Hint, Level::Off];

/// The help screen.
pub(super) fn help(store: &State, dispatch: &Dispatch) -> Html {
    html! {
        <>
            <h1 id="heading" tabindex="-1">{ words::HEADING }</h1>
            <section>
                <h2>{ verify::HEADING }</h2>
                <p>{ verify::CLAIM }</p>
                <p><button onclick={dispatch.reform(|_: MouseEvent| Action::Go(Route::Verify))}>{ start::VERIFY }{ " ›" }</button></p>
            </section>
            <section>
                <h2>{ words::KEYS }</h2>
                <table class="keys">
                    <tbody>
                        { for words::KEY_LIST.iter().map(|(key, does)| html! {
                            <tr><th scope="row"><kbd>{ *key }</kbd></th><td>{ *does }</td></tr>
                        }) }
                    </tbody>
                </table>
            </section>
            <section>
                <h2>{ words::VERDICTS }</h2>
                <dl>{ for words::VERDICT_LIST.iter().map(|(word, means)| html! { <><dt>{ *word }</dt><dd>{ *means }</dd></> }) }</dl>
            </section>
            <section>
                <h2>{ words::RULES }</h2>
                { rules(store, dispatch) }
            </section>
            <section>
                <h2>{ words::LIMITS }</h2>
                <ul>{ for words::limits().map(|limit| html! { <li>{ limit }</li> }) }</ul>
            </section>
            <p class="quiet">{ words::version() }</p>
        </>
    }
}

/// The rules as the engine names them; they arrive a moment after the help is opened.
fn rules(store: &State, dispatch: &Dispatch) -> Html {
    let rule = |card: &RuleCard| {
        let level = store.levels.iter().find(|(known, _)| *known == card.id).map(|(_, level)| *level);
        rule(card, level, dispatch)
    };
    html! { <ul class="rules">{ for store.rules.iter().map(rule) }</ul> }
}

fn rule(rule: &RuleCard, chosen: Option<Level>, dispatch: &Dispatch) -> Html {
    let id = rule.id.clone();
    let choose = dispatch.reform(move |event: Event| {
        let word = event.target_unchecked_into::<HtmlSelectElement>().value();
        Action::Level(id.clone(), Level::parse(&word))
    });
    html! {
        <li><details>
            <summary><b>{ &rule.title }</b>{ " " }<span class="quiet">{ rule.severity.word() }</span></summary>
            <p>{ &rule.what }</p>
            <p><label>{ compare::LEVEL }{ " " }
                <select onchange={choose}>
                    { for std::iter::once(None).chain(LEVELS.map(Some)).map(|level| html! {
                        <option value={level.map_or("", Level::id)} selected={chosen == level}>{ compare::level(level) }</option>
                    }) }
                </select>
            </label></p>
            if !rule.why.is_empty() { <p>{ &rule.why }</p> }
            { for rule.basis.iter().map(|basis| html! { <p class="quiet">{ &basis.norm }{ "　" }{ &basis.clause }</p> }) }
            <p class="quiet">{ words::since(rule.since) }</p>
            { for rule.examples.iter().map(|example| html! {
                <p class={if example.right { "example-right" } else { "example-wrong" }}>
                    <b>{ if example.right { words::RIGHT } else { words::WRONG } }</b>
                    <span class="example-text">{ &example.text }</span>
                </p>
            }) }
        </details></li>
    }
}
