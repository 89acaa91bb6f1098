//! The first screen. `www/index.html` shows the same, element for element, before the program is ready.

use super::icon::{lock, severity_mark};
use crate::engine::Engine;
use crate::input;
use crate::state::{Action, Dispatch, Route};
use crate::words::start as words;
use jiaohe::formats;
use jiaohe::wire::Severity;
use yew::prelude::*;

/// What is this, what do I do, is my draft uploaded, does it take my file.
pub(super) fn start(dispatch: &Dispatch, engine: &Engine) -> Html {
    let verify = dispatch.reform(|_: MouseEvent| Action::Go(Route::Verify));
    let sample = {
        let engine = engine.clone();
        dispatch.reform(move |_: MouseEvent| Action::Give(vec![input::sample(&engine)], None))
    };
    html! {
        <>
            <h1>{ words::PROMISE }</h1>
            <p class="local">
                { lock() }{ words::LOCAL }
                <button class="link" onclick={verify}>{ words::VERIFY }{ " ›" }</button>
            </p>
            <div class="offer">
                <section class="zone" aria-label={words::PASTE}>
                    <p class="paste">{ "按 " }<kbd>{ "Ctrl" }</kbd>{ "+" }<kbd>{ "V" }</kbd>{ " 粘贴年报全文或表格" }</p>
                    <p class="paste-button"><button class="main" data-clipboard={"true"}>{ words::PASTE_BUTTON }</button></p>
                    <div class="paste-box">
                        <label for="paste-box">{ words::PASTE_BOX }</label>
                        <textarea id="paste-box" data-paste={"true"} rows="3" />
                    </div>
                    <p class="choose">
                        // Labels, not buttons: they open the dialogue before any program runs.
                        <label class="file main">{ words::CHOOSE_FILES }
                            <input class="away" type="file" multiple={true} aria-keyshortcuts="Control+O" />
                        </label>
                        <label class="file">{ words::CHOOSE_FOLDER }
                            <input class="away" type="file" multiple={true} webkitdirectory={true} />
                        </label>
                    </p>
                    <p>{ words::DROP }</p>
                    <p class="formats">
                        { for formats::known().map(|format| html! { <span class="format">{ format }</span> }) }
                    </p>
                    <p class="convert">{ words::CONVERT }</p>
                </section>
                <section class="example" aria-labelledby="example">
                    <h2 id="example">{ words::EXAMPLE }</h2>
                    { example() }
                    <p>{ words::EXAMPLE_NOTE }</p>
                    <p><button onclick={sample}>{ words::SAMPLE }</button></p>
                </section>
            </div>
            <ul class="covers">
                { for words::COVERS.iter().map(|(what, how)| html! { <li><b>{ *what }</b>{ *how }</li> }) }
            </ul>
            <p class="aid">{ words::AID }</p>
        </>
    }
}

/// What a finding looks like, with the four cells of its equation.
fn example() -> Html {
    let row = |label: &'static str, value: &'static str, sign: &'static str| {
        html! {
            <tr>
                <th scope="row">{ label }</th>
                <td class="lit error">if !sign.is_empty() { <span class="sign">{ sign }</span> }{ value }</td>
            </tr>
        }
    };
    html! {
        <div class="sample-card error">
            <p class="verdict">{ severity_mark(Severity::Error) }{ Severity::Error.word() }<b>{ words::EXAMPLE_TITLE }</b></p>
            <p class="figures">{ words::EXAMPLE_SUM }</p>
            <table>
                <tbody>
                    { row("本年新收", "5", "") }
                    { row("上年结转", "9", "＋") }
                    { row("办理结果总计", "5", "≠") }
                    { row("结转下年度继续办理", "0", "＋") }
                </tbody>
            </table>
        </div>
    }
}
