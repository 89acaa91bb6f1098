//! The document as read: title, headings, paragraphs with marks, tables.

use super::Index;
use super::line::{LineBox, Write, edit_button};
use super::slices::{self, Slice, use_drawn};
use super::table::{Table, concerns, holds};
use crate::engine::{Engine, Given};
use crate::shared::Shared;
use crate::state::{Action, Dispatch, Goal, Report, SourceKind, use_dispatch};
use crate::view::cells::label_of;
use crate::view::prose::{Piece, pieces};
use crate::view::rewrite::{Edit, as_text, in_text};
use crate::words::{amend, result as words};
use jiaohe::wire::{Block, CheckedReport, Severity};
use yew::prelude::*;

/// What the document and its parts are given.
#[derive(Properties, PartialEq)]
pub(super) struct DocumentProps {
    /// The report.
    pub(super) report: Shared<Report>,
    /// Whether cells and lines are corrected in the text, and not in the reading only.
    pub(super) editing: bool,
    /// The result.
    pub(super) checked: Shared<CheckedReport>,
    /// Facts and marks.
    pub(super) index: Shared<Index>,
    /// The finding in view.
    pub(super) active: Option<usize>,
    /// The cell that is being put right.
    pub(super) amending: Option<String>,
}

/// The left pane's content.
#[component]
pub(super) fn Document(props: &DocumentProps) -> Html {
    let dispatch = use_dispatch();
    let pointed = use_state(|| None::<String>);
    let point = {
        let pointed = pointed.clone();
        use_callback((), move |id: Option<String>, ()| pointed.set(id))
    };
    // The cell last clicked or reached by keys, which is the one that can be put right.
    let chosen = use_state(|| None::<String>);
    let choose = {
        let chosen = chosen.clone();
        use_callback((), move |id: String, ()| chosen.set(Some(id)))
    };
    let told = (*pointed).as_ref().or(chosen.as_ref()).map(|id| {
        let cell = props.checked.report.cells.iter().find(|(cell, _)| cell == id).map(|(_, cell)| cell);
        let text = cell.and_then(|cell| cell.text.clone()).unwrap_or_default();
        let (checks, broken) = props.index.facts.get(id).map_or((0, 0), |fact| (fact.checks, fact.broken));
        words::participation(label_of(&props.checked, id), &text, checks, broken)
    });
    let opened = use_state(|| None::<u32>);
    let open = {
        let opened = opened.clone();
        use_callback((), move |line: Option<u32>, ()| opened.set(line))
    };
    let engine = use_context::<Engine>();
    let write = use_callback((props.report.clone(), props.checked.clone(), engine), {
        let dispatch = dispatch.clone();
        move |edit: Edit, (report, checked, engine)| {
            engine.as_ref().is_some_and(|engine| write(&dispatch, engine, report, checked, &edit))
        }
    });
    let write = props.editing.then_some(write);
    let amend = chosen.as_ref().filter(|_| props.amending.is_none()).map(|id| {
        let id = id.clone();
        let open = dispatch.reform(move |_: MouseEvent| Action::Amend(Some(id.clone())));
        html! { <button aria-keyshortcuts="F2" onclick={open}>{ amend::AMEND }</button> }
    });
    html! {
        <>
            <div class="document" tabindex="0" role="region" aria-label={words::WHOLE}>
                <Body report={props.report.id} checked={props.checked.clone()} index={props.index.clone()} active={props.active}
                    amending={props.amending.clone()} {point} {choose} {write} opened={(*opened).filter(|_| props.editing)} {open} />
                <Descriptions checked={props.checked.clone()} />
            </div>
            <div class="told">
                <p>{ told.unwrap_or_else(|| words::POINT.into()) }</p>
                { amend.unwrap_or_default() }
            </div>
        </>
    }
}

#[derive(Properties, PartialEq)]
struct BodyProps {
    report: u32,
    checked: Shared<CheckedReport>,
    index: Shared<Index>,
    active: Option<usize>,
    amending: Option<String>,
    point: Callback<Option<String>>,
    choose: Callback<String>,
    /// How cells and lines are corrected in the text, if they are.
    write: Option<Write>,
    /// The line that is being corrected.
    opened: Option<u32>,
    open: Callback<Option<u32>>,
}

/// Writes a change into what was pasted, and has it checked; says whether the place was still there.
fn write(
    dispatch: &Dispatch,
    engine: &Engine,
    report: &Report,
    checked: &CheckedReport,
    edit: &Edit,
) -> bool {
    let text = match report.source.kind {
        SourceKind::Html => as_text(checked, edit),
        SourceKind::Text => engine.text(report.source).and_then(|text| in_text(&text, checked, edit)),
        SourceKind::File => in_text(&checked.lines.join("\n"), checked, edit),
    };
    let is_there = text.is_some();
    dispatch.emit(match text {
        Some(text) => Action::Rewrite(report.id, engine.keep(Given::Text(text))),
        None => Action::Say(words::EDIT_LOST.into()),
    });
    is_there
}

/// All blocks, in slices. Of a long document the first are drawn at once, with whatever the active finding speaks of; the others
/// follow one after another, so that the page is never long at it.
#[component]
fn Body(props: &BodyProps) -> Html {
    let checked = &props.checked;
    let slices = use_memo(checked.clone(), |checked| slices::cut(&checked.blocks));
    let drawn = use_drawn(props.report, slices.len());
    let slice = |(at, slice): (usize, &Slice)| {
        let active = props.active.filter(|active| speaks_of(props, *active, slice));
        if at >= drawn && active.is_none() {
            return html! { <div key={at} class="slice"></div> };
        }
        html! {
            <Part key={at} report={props.report} checked={checked.clone()} index={props.index.clone()} slice={*slice} {active}
                amending={props.amending.clone().filter(|id| has_cell(props, id, slice))}
                opened={props.opened.filter(|line| has_line(props, *line, slice))} point={props.point.clone()}
                choose={props.choose.clone()} write={props.write.clone()} open={props.open.clone()} />
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

/// Whether a slice has this cell.
fn has_cell(props: &BodyProps, id: &str, slice: &Slice) -> bool {
    let blocks = slice.blocks(&props.checked.blocks).iter();
    blocks.into_iter().any(|block| matches!(block, Block::Table(table) if holds(table, id)))
}

/// Whether a slice has this line as text.
fn has_line(props: &BodyProps, wanted: u32, slice: &Slice) -> bool {
    slice.blocks(&props.checked.blocks).iter().any(|block| match block {
        Block::Title { line } | Block::Heading { line, .. } | Block::Paragraph { line } => *line == wanted,
        Block::Table(_) => false,
    })
}

#[derive(Properties, PartialEq)]
struct PartProps {
    report: u32,
    checked: Shared<CheckedReport>,
    index: Shared<Index>,
    slice: Slice,
    /// The finding in view, if it has something to light here.
    active: Option<usize>,
    /// The cell of it that is being put right.
    amending: Option<String>,
    /// The line of it that is being corrected.
    opened: Option<u32>,
    point: Callback<Option<String>>,
    choose: Callback<String>,
    write: Option<Write>,
    open: Callback<Option<u32>>,
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
            let amending = props.amending.clone().filter(|id| holds(table, id));
            html! {
                <Table report={props.report} checked={checked.clone()} index={props.index.clone()} {at} {active} {amending}
                    point={props.point.clone()} choose={props.choose.clone()} write={props.write.clone()} />
            }
        }
    });
    html! { <div class="slice">{ for blocks }</div> }
}

/// A line with its marks.
fn line_of(props: &PartProps, line: u32) -> Html {
    let Some(write) = &props.write else { return shown_line(props, line) };
    let text = text_of(&props.checked, line);
    if props.opened == Some(line) {
        return html! { <LineBox {line} text={text.to_owned()} write={write.clone()} open={props.open.clone()} /> };
    }
    html! { <>{ shown_line(props, line) }{ edit_button(line, text, &props.open) }</> }
}

fn shown_line(props: &PartProps, line: u32) -> Html {
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
    let select = dispatch.reform(move |()| Action::Select(finding, Goal::CardOnly(finding)));
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
