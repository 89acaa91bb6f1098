//! Several reports side by side: two years, units and their sum, who has not reported. One comparison is on the screen at a
//! time; beside it stands a list of all of them with what is wrong.

use super::window::Window;
use crate::shared::Shared;
use crate::state::{Action, Dispatch, Previous, Report, State};
use crate::words::compare as words;
use jiaohe::wire::{FindingBrief, NameMatch, Relation, Roster, Sheet, SumRole};
use web_sys::{HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

/// Two years of each body.
pub(super) fn years(store: &State, dispatch: &Dispatch) -> Html {
    let shown = store.compared_report(Relation::Years);
    let choice = shown.as_ref().map(|report| previous(store, report, dispatch));
    html! {
        <>
            <p>{ words::YEARS }</p>
            { index(store, Relation::Years, shown.as_ref(), dispatch) }
            { comparison(store, Relation::Years, shown.as_ref(), dispatch, choice.unwrap_or_default()) }
        </>
    }
}

/// Units and the report that sums them up.
pub(super) fn sums(store: &State, dispatch: &Dispatch) -> Html {
    let shown = store.compared_report(Relation::Sum);
    let several = store.compared_as(Relation::Sum).len() > 1;
    html! {
        <>
            <p>{ words::SUMS }</p>
            if several { { index(store, Relation::Sum, shown.as_ref(), dispatch) } }
            { comparison(store, Relation::Sum, shown.as_ref(), dispatch, Html::default()) }
        </>
    }
}

/// All comparisons of a kind with what is wrong in them; also the reports that could have one.
fn index(store: &State, relation: Relation, shown: Option<&Shared<Report>>, dispatch: &Dispatch) -> Html {
    let all = match relation {
        Relation::Sum => store.compared_as(relation),
        // A report without a pair is there so that it can be given one.
        Relation::Years => store.by_body(),
    };
    if all.is_empty() {
        return Html::default();
    }
    let (count, shown) = (all.len(), shown.map(|report| report.id));
    let years: Vec<String> = all.iter().map(|report| spanned(store, report, relation)).collect();
    let dispatch = dispatch.clone();
    let row = move |(index, entry): (usize, bool)| {
        let (Some(report), Some(years)) = (all.get(index), years.get(index)) else { return Html::default() };
        let id = report.id;
        let open = dispatch.reform(move |_: MouseEvent| Action::Beside(id));
        let wrong = wrong(report, relation);
        html! {
            <tr key={id} aria-rowindex={(index + 2).to_string()}>
                <th scope="row">
                    <button class="link" tabindex={if entry { "0" } else { "-1" }} aria-current={(shown == Some(id)).then_some("true")}
                        onclick={open}>{ report.body().to_owned() }</button>
                </th>
                <td>{ years }</td>
                <td class="number">{ if wrong.is_empty() { String::new() } else { wrong.len().to_string() } }</td>
                <td class="first"><div class="clamp">{ wrong.first().map(|finding| finding.title.clone()).unwrap_or_default() }</div></td>
            </tr>
        }
    };
    let columns =
        [("", words::BODY), ("", words::YEAR), ("number", words::TO_CHECK), ("first", words::WRONG)];
    let head = html! {
        <thead><tr aria-rowindex="1">
            { for columns.iter().map(|(class, name)| html! { <th scope="col" class={*class}>{ *name }</th> }) }
        </tr></thead>
    };
    html! { <div class="index"><Window label={words::INDEX} {head} {count} row={Callback::from(row)} /></div> }
}

/// What a comparison spans: both years of a pair, the year of a sum with how many units it has.
fn spanned(store: &State, report: &Report, relation: Relation) -> String {
    let previous = report.company.previous.and_then(|id| store.report(id));
    match (relation, previous) {
        (Relation::Years, Some(previous)) => format!("{} → {}", year(previous), year(report)),
        (Relation::Years, None) => words::alone(&year(report)),
        (Relation::Sum, _) => words::units(&year(report), report.company.units.len()),
    }
}

/// The open findings that come of the comparison.
fn wrong(report: &Report, relation: Relation) -> Vec<&FindingBrief> {
    let group = match relation {
        Relation::Years => "years/",
        Relation::Sum => "sum/",
    };
    let findings = report.brief.iter().flat_map(|brief| &brief.findings);
    let open = findings.filter(|finding| report.decision(&finding.fingerprint).is_none());
    open.filter(|finding| finding.rule.starts_with(group)).collect()
}

/// The comparison of one report, headed by body and year.
fn comparison(
    store: &State,
    relation: Relation,
    report: Option<&Shared<Report>>,
    dispatch: &Dispatch,
    choice: Html,
) -> Html {
    let nothing = match relation {
        Relation::Sum => words::NO_SUMS,
        Relation::Years => words::NO_YEARS,
    };
    let Some(report) = report else { return html! { <p>{ nothing }</p> } };
    let sheets = store.sheets_of(report, relation);
    let all_rows = store.all_rows;
    let sift = dispatch.reform(move |_: Event| Action::AllRows(!all_rows));
    html! {
        <>
            <section class="sheet">
                <h2>{ format!("{} {}", report.body(), spanned(store, report, relation)) }</h2>
                { choice }
                <ul>{ for wrong(report, relation).iter().map(|finding| html! {
                    <li>{ super::icon::severity_mark(finding.severity) }{ &finding.title }</li>
                }) }</ul>
                { match sheets {
                    None => html! { <p class="quiet">{ words::COMPARING }</p> },
                    Some(sheets) if sheets.is_empty() => html! { <p>{ nothing }</p> },
                    Some(sheets) => html! { <>{ for sheets.into_iter().map(|sheet| html! {
                        <Table {sheet} {all_rows} sift={sift.clone()} />
                    }) }</> },
                } }
            </section>
        </>
    }
}

#[derive(Properties)]
struct TableProps {
    sheet: Shared<Sheet>,
    /// Whether rows that agree are shown too.
    all_rows: bool,
    /// Shows or hides them.
    sift: Callback<Event>,
}

/// What the callback does follows from `all_rows`.
impl PartialEq for TableProps {
    fn eq(&self, other: &Self) -> bool {
        self.sheet == other.sheet && self.all_rows == other.all_rows
    }
}

/// One comparison.
#[component]
fn Table(props: &TableProps) -> Html {
    let TableProps { sheet, all_rows, sift } = props;
    let sums = sheet.relation == Some(Relation::Sum);
    let rows = sheet.rows.iter().filter(|row| !sums || *all_rows || row.marked);
    html! {
        <>
            <ul>{ for sheet.notes.iter().map(|note| html! { <li>{ note }</li> }) }</ul>
            if sums {
                <label><input type="checkbox" checked={!all_rows} onchange={sift} />{ words::ONLY_MARKED }</label>
            }
            <div class="scroll" tabindex="0" role="region" aria-label={sheet.title.clone()}>
                <table class="reports">
                    <thead><tr>
                        { for sheet.columns.iter().map(|column| html! { <th scope="col">{ column }</th> }) }
                    </tr></thead>
                    <tbody>{ for rows.map(|row| html! {
                        <tr class={classes!(row.marked.then_some("marked"))}>
                            { for row.cells.iter().enumerate().map(|(index, cell)| match index {
                                0 => html! { <th scope="row">{ cell }</th> },
                                1..=3 => html! { <td class="number">{ cell }</td> },
                                _ => html! { <td>{ cell }</td> },
                            }) }
                        </tr>
                    }) }</tbody>
                </table>
            </div>
        </>
    }
}

fn year(report: &Report) -> String {
    report.year().map(|year| year.to_string()).unwrap_or_default()
}

/// Which report is last year's, to be corrected.
fn previous(store: &State, report: &Report, dispatch: &Dispatch) -> Html {
    let id = report.id;
    let choose = dispatch.reform(move |event: Event| {
        let value = event.target_unchecked_into::<HtmlSelectElement>().value();
        let previous = match value.as_str() {
            "" => Previous::Told,
            "-" => Previous::Nothing,
            id => id.parse().map_or(Previous::Told, Previous::Chosen),
        };
        Action::Precede(id, previous)
    });
    let chosen = report.previous;
    // Only what can be it: of the year before, or of none that is known.
    let wanted = report.year().map(|year| year.saturating_sub(1));
    let can_be = |other: &Shared<Report>| {
        other.id != id
            && (other.year().is_none()
                || wanted.is_none()
                || other.year() == wanted
                || chosen == Previous::Chosen(other.id))
    };
    let others = store.by_body().into_iter().filter(can_be);
    html! {
        <p class="row"><label>{ words::PREVIOUS }{ "：" }
            <select aria-label={format!("{}：{}", report.body(), words::PREVIOUS)} onchange={choose}>
                <option value="" selected={chosen == Previous::Told}>{ words::TOLD }</option>
                <option value="-" selected={chosen == Previous::Nothing}>{ words::NOTHING }</option>
                { for others.map(|other| html! {
                    <option value={other.id.to_string()} selected={chosen == Previous::Chosen(other.id)}>
                        { format!("{} {}", other.body(), year(&other)) }
                    </option>
                }) }
            </select>
        </label></p>
    }
}

/// What each report is to a sum, to be corrected.
pub(super) fn roles(store: &State, dispatch: &Dispatch) -> Html {
    let all = store.by_body();
    let (count, dispatch) = (all.len(), dispatch.clone());
    let row = move |(index, _): (usize, bool)| {
        let Some(report) = all.get(index) else { return Html::default() };
        let label = format!("{}：{}", report.body(), words::ROLE);
        html! {
            <tr key={report.id} aria-rowindex={(index + 2).to_string()}>
                <th scope="row">{ report.body().to_owned() }</th>
                <td class="number">{ year(report) }</td>
                <td>{ role(report, label, &dispatch) }</td>
            </tr>
        }
    };
    let head = html! {
        <thead><tr aria-rowindex="1">
            { for [words::BODY, words::YEAR, words::ROLE].iter().map(|column| html! { <th scope="col">{ *column }</th> }) }
        </tr></thead>
    };
    html! {
        <section class="sheet">
            <h2>{ words::ROLES }</h2>
            <Window label={words::ROLES} {head} {count} row={Callback::from(row)} />
        </section>
    }
}

fn role(report: &Report, label: String, dispatch: &Dispatch) -> Html {
    let id = report.id;
    let choose = dispatch.reform(move |event: Event| {
        let word = event.target_unchecked_into::<HtmlSelectElement>().value();
        Action::Enrol(id, SumRole::parse(&word))
    });
    html! {
        <select aria-label={label} onchange={choose}>
            { for std::iter::once(None).chain(SumRole::ALL.map(Some)).map(|role| html! {
                <option value={role.map_or("", SumRole::id)} selected={report.role == role}>{ words::role(role) }</option>
            }) }
        </select>
    }
}

/// Who of a list has not reported on a year.
pub(super) fn roll_call(store: &State, dispatch: &Dispatch) -> Html {
    let call = dispatch.reform(|event: Event| {
        Action::CallRoll(event.target_unchecked_into::<HtmlTextAreaElement>().value())
    });
    let of_year = dispatch.reform(|event: Event| {
        Action::RollYear(event.target_unchecked_into::<HtmlSelectElement>().value().parse().ok())
    });
    let part = |heading: &'static str, units: &[String]| {
        let copied = units.join("\n");
        let dispatch = dispatch.clone();
        let copy = move |_: MouseEvent| super::copy::copy(&dispatch, &copied);
        html! {
            <section>
                <h2>{ words::counted(heading, units.len()) }</h2>
                if units.is_empty() { <p>{ words::NONE }</p> } else {
                    <ul class="names">{ for units.iter().map(|unit| html! { <li>{ unit }</li> }) }</ul>
                    <button aria-label={format!("{}：{heading}", words::COPY_NAMES)} onclick={copy}>{ words::COPY_NAMES }</button>
                }
            </section>
        }
    };
    let year = store.relations.roll_year;
    html! {
        <>
            <label for="roll">{ words::LIST }</label>
            <textarea id="roll" rows="8" onchange={call} value={store.relations.list.clone()} />
            <p class="quiet">{ words::LIST_NOTE }</p>
            <p class="row"><label>{ words::YEAR }{ "：" }
                <select aria-label={words::YEAR} onchange={of_year}>
                    <option value="" selected={year.is_none()}>{ crate::words::desk::ALL_YEARS }</option>
                    { for store.years().into_iter().map(|one| html! {
                        <option value={one.to_string()} selected={year == Some(one)}>{ one }</option>
                    }) }
                </select>
            </label></p>
            if let Some(roster) = &store.relations.roster {
                { match roster.years.iter().find(|one| Some(one.year) == year) {
                    Some(one) => html! { <>
                        { part(words::MISSING, &one.missing) }
                        { part(words::UNLISTED, &one.unlisted) }
                        { part(words::REPEATED, &one.repeated) }
                    </> },
                    None => html! { <>
                        { part(words::MISSING, &roster.missing) }
                        { part(words::UNLISTED, &roster.unlisted) }
                        { part(words::REPEATED, &roster.repeated) }
                    </> },
                } }
                { matches(roster, year) }
            }
        </>
    }
}

/// Names of the list that were taken for bodies of another name, for the clerk to look at; those of one year, or of any.
fn matches(roster: &Roster, year: Option<u16>) -> Html {
    let years = roster.years.iter().filter(|one| year.is_none_or(|year| one.year == year));
    let mut pairs: Vec<(&str, &str, NameMatch)> = years
        .flat_map(|one| &one.matches)
        .filter(|one| one.how != NameMatch::Same)
        .map(|one| (one.unit.as_str(), one.organ.as_str(), one.how))
        .collect();
    pairs.sort_by_key(|(unit, organ, _)| (*unit, *organ));
    pairs.dedup();
    if pairs.is_empty() {
        return Html::default();
    }
    html! {
        <section>
            <h2>{ words::counted(words::MATCHES, pairs.len()) }</h2>
            <ul class="names">{ for pairs.iter().map(|(unit, organ, how)| html! { <li>{ words::taken_for(unit, organ, *how) }</li> }) }</ul>
        </section>
    }
}
