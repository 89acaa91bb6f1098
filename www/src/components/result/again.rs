//! The report before: what has become of its findings, and the way there and back.

use crate::state::{Action, Again, Dispatch, Report, Route};
use crate::words::result as words;
use yew::prelude::*;

/// Above the findings: what was mended, is left and is new; or, above the older report, that it is one.
pub(super) fn again(report: &Report, dispatch: &Dispatch) -> Html {
    let go = |id: u32| dispatch.reform(move |_: MouseEvent| Action::Go(Route::Report(id)));
    if let Some(now) = report.replaced_by {
        return html! {
            <p class="remark warning past">{ words::IS_PAST }{ " " }<button onclick={go(now)}>{ words::SEE_NOW }</button></p>
        };
    }
    let Some(again) = &report.again else { return Html::default() };
    html! {
        <div class="remark hint again">
            { words::again(again) }{ " " }
            <button onclick={go(again.before)}>{ words::SEE_BEFORE }</button>
            <details>
                <summary>{ words::AGAIN_LIST }</summary>
                <div class="again-lists">{ lists(again) }</div>
            </details>
        </div>
    }
}

fn lists(again: &Again) -> Html {
    let of = |(heading, titles): (&&'static str, &Vec<String>)| {
        if titles.is_empty() {
            return Html::default();
        }
        html! {
            <div><b>{ *heading }{ " " }{ titles.len() }</b><ul>{ for titles.iter().map(|title| html! { <li>{ title }</li> }) }</ul></div>
        }
    };
    let titles = [&again.mended, &again.left, &again.new];
    words::AGAIN_LISTS.iter().zip(titles).map(of).collect()
}
