//! The document as read: title, headings, paragraphs with marks, tables.

use super::Index;
use super::slices::{self, Slice, use_drawn};
use super::table::{Table, concerns};
use crate::shared::Shared;
use crate::state::{Action, Dispatch, Goal, use_dispatch};
use crate::view::prose::{Piece, pieces};
use crate::words::result as words;
use jiaohe::wire::{Block, CheckedReport, Severity};
use yew::prelude::*;

/// What the document and its parts are given.
#[derive(Properties, PartialEq)]
pub(super) struct DocumentProps {
    /// The result.
    pub(super) checked: Shared<CheckedReport>,
    /// Facts and marks.
    pub(super) index: Shared<Index>,
    /// The finding in view.
    pub(super) active: Option<usize>,
}

/// The left pane's content.
#[component]
pub(super) fn Document(props: &DocumentProps) -> Html {
    let pointed = use_state(|| None::<String>);
    let point = {
        let pointed = pointed.clone();
        use_callback((), move |id: Option<String>, ()| pointed.set(id))
    };
    let fact = pointed.as_ref().and_then(|id| Some((id, props.index.facts.get(id)?)));
    let told = fact.map(|(id, fact)| {
        let cell = props.checked.report.cells.iter().find(|(cell, _)| cell == id).map(|(_, cell)| cell);
        let text = cell.and_then(|cell| cell.text.clone()).unwrap_or_default();
        words::participation(&fact.label, &text, fact.checks, fact.broken)
    });
    html! {
        <>
            <div class="document" tabindex="0" role="region" aria-label={words::WHOLE}>
                <Body checked={props.checked.clone()} index={props.index.clone()} active={props.active} {point} />
                <Descriptions checked={props.checked.clone()} />
            </div>
            <p class="told">{ told.unwrap_or_else(|| words::POINT.into()) }</p>
        </>
    }
}

#[derive(Properties, PartialEq)]
struct BodyProps {
    checked: Shared<CheckedReport>,
    index: Shared<Index>,
    active: Option<usize>,
    point: Callback<Option<String>>,
}

/// All blocks, in slices. Of a long document the first are drawn at once, with whatever the active finding speaks of; the others
/// follow one after another, so that the page is never long at it.
#[component]
fn Body(props: &BodyProps) -> Html {
    let checked = &props.checked;
    let slices = use_memo(checked.clone(), |checked| slices::cut(&checked.blocks));
    let drawn = use_drawn(checked, slices.len());
    let slice = |(at, slice): (usize, &Slice)| {
        let active = props.active.filter(|active| speaks_of(props, *active, slice));
        if at >= drawn && active.is_none() {
            return html! { <div key={at} class="slice"></div> };
        }
        html! {
            <Part key={at} checked={checked.clone()} index={props.index.clone()} slice={*slice} {active} point={props.point.clone()} />
        }
    };
    slices.iter().enumerate().map(slice).collect()
}

/// Whether a finding has something to light in a slice.
fn speaks_of(props: &BodyProps, finding: usize, slice: &Slice) -> bool {
    let has_mark = |line: u32| props.index.marks.of(line).iter().any(|mark| mark.finding == Some(finding));
    slice.blocks(&props.checked.blocks).iter().any(|block| match block {
        Block::Title { line } | Block::Heading { line, .. } | Block::Paragraph { line } => has_mark(*line),
        Block::Table(table) => concerns(&props.checked, finding, table),
    })
}

#[derive(Properties, PartialEq)]
struct PartProps {
    checked: Shared<CheckedReport>,
    index: Shared<Index>,
    slice: Slice,
    /// The finding in view, if it has something to light here.
    active: Option<usize>,
    point: Callback<Option<String>>,
}

/// The blocks of a slice. Each is drawn anew only when the result changes, or the active finding and it has to do with it.
#[expect(clippy::ignored_unit_patterns, reason = "the pattern is in what `html!` makes of a computed tag")]
#[component]
fn Part(props: &PartProps) -> Html {
    let checked = &props.checked;
    // Screen readers dislike levels that jump; a report's may.
    let mut last_level = props.slice.level;
    let blocks = (props.slice.from..).zip(props.slice.blocks(&checked.blocks)).map(|(at, block)| match block {
        Block::Title { line } => {
            last_level = slices::level_after(block, last_level);
            html! { <p class="title">{ line_of(props, *line) }</p> }
        }
        Block::Heading { line, level } => {
            last_level = slices::level_after(block, last_level);
            let class = format!("heading level-{level}");
            let tag = format!("h{last_level}");
            html! { <@{tag} {class}>{ line_of(props, *line) }</@> }
        }
        Block::Paragraph { line } => html! { <p>{ line_of(props, *line) }</p> },
        Block::Table(table) => {
            let active = props.active.filter(|active| concerns(checked, *active, table));
            html! {
                <Table checked={checked.clone()} index={props.index.clone()} {at} {active} point={props.point.clone()} />
            }
        }
    });
    html! { <div class="slice">{ for blocks }</div> }
}

/// A line with its marks.
fn line_of(props: &PartProps, line: u32) -> Html {
    let marks = props.index.marks.of(line);
    if marks.is_empty() {
        return html! { { text_of(&props.checked, line).trim_start() } };
    }
    let active = props.active.filter(|active| marks.iter().any(|mark| mark.finding == Some(*active)));
    html! { <Line checked={props.checked.clone()} index={props.index.clone()} {line} {active} /> }
}

fn text_of(checked: &CheckedReport, line: u32) -> &str {
    usize::try_from(line).ok().and_then(|line| checked.lines.get(line)).map_or("", String::as_str)
}

#[derive(Properties, PartialEq)]
struct LineProps {
    checked: Shared<CheckedReport>,
    index: Shared<Index>,
    line: u32,
    /// The finding in view, if it has a mark in this line.
    active: Option<usize>,
}

/// A line with marks; each of a finding leads to it.
#[component]
fn Line(props: &LineProps) -> Html {
    let dispatch = use_dispatch();
    let pieces = pieces(text_of(&props.checked, props.line), props.index.marks.of(props.line));
    pieces.iter().map(|piece| marked(props, piece, &dispatch)).collect()
}

fn marked(props: &LineProps, Piece { text, mark }: &Piece, dispatch: &Dispatch) -> Html {
    let Some(mark) = mark else { return html! { { text } } };
    let Some(finding) = mark.finding else { return html! { <span class="agrees">{ text }</span> } };
    let found = props.checked.report.findings.get(finding);
    let class = found.map_or(Severity::Hint, |found| found.severity).id();
    let is_active = props.active == Some(finding);
    let select = dispatch.reform(move |()| Action::Select(finding, Goal::Card(finding)));
    let click = select.reform(|_: MouseEvent| ());
    let press = move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | " ") {
            event.prevent_default();
            select.emit(());
        }
    };
    html! {
        <>
            <span class={classes!("said-here", class, is_active.then_some("active"))} role="button" tabindex="0"
                data-findings={finding.to_string()} aria-describedby={format!("about-{finding}")}
                onclick={click} onkeydown={press}>{ text }</span>
            if !mark.partner.is_empty() { <span class={classes!("partner", class)}>{ &mark.partner }</span> }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct DescriptionsProps {
    checked: Shared<CheckedReport>,
}

/// What screen readers say at a marked cell or number.
#[component]
fn Descriptions(props: &DescriptionsProps) -> Html {
    let findings = props.checked.report.findings.iter().enumerate();
    html! {
        <div hidden={true}>
            { for findings.map(|(index, finding)| {
                let detail = &finding.detail;
                let figures = words::figures(&detail.expected, &detail.actual, &detail.difference);
                let told = if figures.is_empty() { finding.message.clone() } else { figures };
                let text = format!("{}：{told}", finding.severity.word());
                html! { <span id={format!("about-{index}")}>{ text }</span> }
            }) }
        </div>
    }
}
