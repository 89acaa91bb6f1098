//! How to verify that nothing leaves: by hand, by the program's check of itself, by what it can call at all.

use crate::dom;
use crate::state::{Action, Dispatch, Proof, Shown, State};
use crate::view::proof::{directives, purposes};
use crate::words::verify as words;
use yew::prelude::*;

/// The screen.
pub(super) fn verify(store: &State, dispatch: &Dispatch) -> Html {
    let policy = dom::policy();
    html! {
        <>
            <h1 id="heading" tabindex="-1">{ words::HEADING }</h1>
            <p>{ words::CLAIM }</p>
            <section>
                <h2>{ words::BY_HAND }</h2>
                <ol>{ for words::STEPS.iter().map(|step| html! { <li>{ *step }</li> }) }</ol>
                <p class="quiet">{ words::HONESTY }</p>
            </section>
            <section>
                <h2>{ words::CHECK }</h2>
                <p>{ words::CHECK_WHAT }</p>
                { check(&store.proof, dispatch) }
            </section>
            <section>
                <h2>{ words::CALLS }</h2>
                <p>{ words::CALLS_WHY }</p>
                { for words::PROGRAMS.iter().map(|(program, name)| calls(program, name)) }
            </section>
            <section>
                <h2>{ words::POLICY }</h2>
                <p>{ words::POLICY_WHY }</p>
                <dl class="policy">{ for directives(&policy).map(|directive| html! {
                    <><dt><code>{ directive }</code></dt><dd>{ words::means(directive) }</dd></>
                }) }</dl>
            </section>
            <section>
                <h2>{ words::RELEASE }</h2>
                <dl class="policy">
                    <dt>{ words::VERSION }</dt><dd>{ env!("CARGO_PKG_VERSION") }</dd>
                    <dt>{ words::BUILD }</dt><dd><code>{ or_unknown(dom::stamp("build")) }</code></dd>
                    <dt>{ words::ENGINE }</dt><dd><code>{ or_unknown(dom::stamp("engine")) }</code></dd>
                </dl>
            </section>
        </>
    }
}

fn or_unknown(stamp: String) -> String {
    if stamp.is_empty() { words::UNKNOWN.into() } else { stamp }
}

/// The button, and what came of it.
fn check(proof: &Proof, dispatch: &Dispatch) -> Html {
    let begin = dispatch.reform(|_: MouseEvent| Action::Prove(Proof::Running));
    let begin = |label: &'static str| html! { <button class="main" onclick={begin}>{ label }</button> };
    match proof {
        Proof::NotAsked => html! { <p>{ begin(words::BEGIN) }</p> },
        Proof::Running => html! { <p>{ words::RUNNING }</p> },
        Proof::Done(shown) => {
            let verdict = proof.verdict().unwrap_or_default();
            let copy = {
                let text = letter(verdict, shown);
                let said = move |_: MouseEvent| {
                    Action::Say(if dom::copy(&text) { words::COPIED } else { words::NOT_COPIED }.into())
                };
                dispatch.reform(said)
            };
            html! {
                <>
                    <p><b>{ words::verdict(verdict) }</b></p>
                    <ul class="proof">{ for shown.iter().map(|one| html! {
                        <li class={if one.holds { "pass" } else { "error" }}>
                            <b>{ words::mark(one.holds) }</b>{ " " }{ &one.says }
                        </li>
                    }) }</ul>
                    <p><button onclick={copy}>{ words::COPY }</button>{ " " }{ begin(words::AGAIN) }</p>
                </>
            }
        }
    }
}

fn letter(verdict: bool, shown: &[Shown]) -> String {
    let lines = shown.iter().map(|one| (one.holds, one.says.as_str()));
    words::letter(env!("CARGO_PKG_VERSION"), &or_unknown(dom::stamp("build")), verdict, lines)
}

/// What a program can call, by what it is for.
fn calls(program: &str, name: &str) -> Html {
    html! {
        <table class="calls">
            <caption>{ name }</caption>
            <tbody>{ for purposes(program).iter().map(|purpose| html! {
                <tr>
                    <th scope="row">{ purpose.what }{ " " }<span class="quiet">{ words::count(purpose.names.len()) }</span></th>
                    <td><code>{ purpose.names.join(" ") }</code></td>
                </tr>
            }) }</tbody>
        </table>
    }
}
