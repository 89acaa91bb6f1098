//! Marks and signs as inline drawings: a shape for each verdict, so that colour is never alone.
//!
//! Here and elsewhere what keeps nothing of its own is a plain function: each component costs the page some kilobytes.

use jiaohe::wire::Severity;
use yew::prelude::*;

/// ✕ in an octagon, ? in a diamond, i in a circle.
pub(crate) fn severity_mark(severity: Severity) -> Html {
    let (outline, sign) = match severity {
        Severity::Error => ("M5 1h6l4 4v6l-4 4H5l-4-4V5z", "M5.5 5.5l5 5M10.5 5.5l-5 5"),
        Severity::Warning => {
            ("M8 .8L15.2 8 8 15.2.8 8z", "M6.2 6.4c0-2.4 3.6-2.4 3.6 0 0 1.4-1.8 1.5-1.8 3M8 11.2v.9")
        }
        Severity::Hint => ("M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1z", "M8 7.2v4.3M8 4.4v.9"),
    };
    drawing(classes!("mark", severity.id()), outline, sign)
}

/// A tick, for what passed.
pub(crate) fn tick() -> Html {
    drawing(classes!("mark", "pass"), "", "M2.5 8.5l3.7 3.7L13.5 4.5")
}

/// A closed lock, beside the promise that nothing leaves the machine.
pub(crate) fn lock() -> Html {
    drawing(classes!("mark", "lock"), "M3 7h10v8H3z", "M5 7V4.8a3 3 0 0 1 6 0V7M8 10v2")
}

fn drawing(class: Classes, outline: &'static str, sign: &'static str) -> Html {
    html! {
        <svg {class} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
            <path d={outline} /><path d={sign} />
        </svg>
    }
}
