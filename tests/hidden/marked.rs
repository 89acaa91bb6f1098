//! Text with marks: pages, messages, Markdown with tables of a page, rich text.

use super::office::escape;
use super::{Part, Situation as S};
use jiaohe_testkit::grid::{Cell, Grid, Kind, Slot};

const STYLE: &str = "<style>td .r{vertical-align:super}.s,.z{text-decoration-line:line-through}\
    table tr>td i.h:not(.x){display:none}.w{color:hsl(0,0%,100%)}.g{background:#dde}</style>";

/// What is in a value's cell on a page.
fn on_page(situation: S, value: &str) -> Option<String> {
    let before = |element: &str| {
        Some(format!("<{element}>9</{}>{value}", element.split(' ').next().unwrap_or_default()))
    };
    let behind = |element: &str| {
        Some(format!("{value}<{element}>1</{}>", element.split(' ').next().unwrap_or_default()))
    };
    match situation {
        S::Raised => behind("sup"),
        S::Lowered => behind("span style='vertical-align:-3px'"),
        S::RaisedByStyle => behind("i class='a r'"),
        S::SmallDigit => behind("span style='font-size:8px'"),
        S::Struck => before("s"),
        S::StruckByStyle => before("i class=z"),
        S::Hidden => before("i style='display: none'"),
        S::HiddenByStyle => before("i class=h"),
        S::White => before("font color=white"),
        S::WhiteByStyle => before("i class=w"),
        S::Faint => Some(format!("<div class=g><i style='color:#dddde8'>9</i>{value}</div>")),
        S::Tiny => before("i style='font-size:1px'"),
        S::Ruby => Some(format!("<ruby>{value}<rp>(</rp><rt>9</rt><rp>)</rp></ruby>")),
        S::Deleted => before("del"),
        S::Transparent => before("i style='color:rgba(0,0,0,0)'"),
        S::Clipped => before("i style='position:absolute;clip:rect(0 0 0 0)'"),
        _ => None,
    }
}

fn table(grid: &Grid, situation: S) -> Option<String> {
    let mut out = String::from("<table border=1>\n");
    for row in 0..grid.height {
        let cells = grid.starting(row);
        if situation == S::HiddenRow && cells.iter().any(|cell| cell.text.starts_with("一、本年新收")) {
            out += &format!(
                "<tr style='visibility:collapse'><td colspan=3>一、本年新收政府信息公开申请数量</td>{}</tr>",
                "<td>9</td>".repeat(7)
            );
        }
        out.push_str("<tr>");
        for cell in cells {
            let inside = match cell.kind {
                Kind::Value if situation != S::HiddenRow => on_page(situation, &cell.text)?,
                _ => escape(&cell.text),
            };
            out += &format!("<td colspan={} rowspan={}>{inside}</td>", cell.columns, cell.rows);
        }
        out.push_str("</tr>\n");
    }
    Some(out + "</table>\n")
}

fn page(parts: &[Part], situation: S) -> Option<String> {
    let mut out = format!("<html><head><meta charset=utf-8>{STYLE}</head><body>\n");
    for part in parts {
        match part {
            Part::Text(text) => out += &format!("<p>{}</p>\n", escape(text)),
            Part::Table(grid) => out += &table(grid, situation)?,
        }
    }
    Some(out + "</body></html>\n")
}

pub(crate) fn html(parts: &[Part], situation: S) -> Option<Vec<u8>> {
    page(parts, situation).map(String::into_bytes)
}

pub(crate) fn mht(parts: &[Part], situation: S) -> Option<Vec<u8>> {
    let page = page(parts, situation)?;
    Some(
        format!(
            "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{page}\r\n--b--\r\n"
        )
        .into_bytes(),
    )
}

pub(crate) fn eml(parts: &[Part], situation: S) -> Option<Vec<u8>> {
    let page = page(parts, situation)?;
    Some(
        format!(
            "From: a@example.cn\r\nSubject: report\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{page}"
        )
        .into_bytes(),
    )
}

/// Markdown whose tables are those of a page, as converters write merged cells. Style sheets are not kept.
pub(crate) fn markdown(parts: &[Part], situation: S) -> Option<Vec<u8>> {
    if matches!(
        situation,
        S::RaisedByStyle | S::StruckByStyle | S::HiddenByStyle | S::WhiteByStyle | S::Faint
    ) {
        return None;
    }
    let mut out = String::new();
    for (at, part) in parts.iter().enumerate() {
        match part {
            Part::Text(text) if at == 0 => out += &format!("# {text}\n\n"),
            Part::Text(text) if text.chars().nth(1) == Some('、') => out += &format!("## {text}\n\n"),
            Part::Text(text) => out += &format!("{text}\n\n"),
            Part::Table(grid) => out += &(table(grid, situation)? + "\n"),
        }
    }
    Some(out.into_bytes())
}

/// What is in a value's cell in rich text.
fn rich(situation: S, value: &str) -> Option<String> {
    Some(match situation {
        S::Raised => format!("{value}{{\\super 1}}"),
        S::Lowered => format!("{value}{{\\dn6 1}}"),
        S::SmallDigit => format!("{value}{{\\fs13 1}}"),
        S::Struck => format!("{{\\strike 9}}{value}"),
        S::Hidden => format!("{{\\v 9}}{value}"),
        S::White => format!("{{\\cf2 9}}{value}"),
        S::Faint => format!("{{\\cf3 9}}{value}"),
        S::Tiny => format!("{{\\fs2 9}}{value}"),
        S::Ruby => format!(
            "{{\\field{{\\*\\fldinst EQ \\\\* jc2 \\\\o\\\\ad(\\\\s\\\\up 9(9),{value})}}{{\\fldrslt}}}}"
        ),
        S::Deleted => format!("{{\\deleted 9}}{value}"),
        S::Comment => format!("{value}{{\\*\\annotation 9}}"),
        _ => return None,
    })
}

fn unicode(text: &str) -> String {
    let mut out = String::new();
    for char in text.chars() {
        match char {
            '\\' | '{' | '}' => out.extend(['\\', char]),
            ' '..='~' => out.push(char),
            _ => {
                let code = u32::from(char);
                let code = i64::from(code) - if code > 32767 { 65536 } else { 0 };
                out += &format!("\\u{code}?");
            }
        }
    }
    out
}

pub(crate) fn rtf(parts: &[Part], situation: S) -> Option<Vec<u8>> {
    let mut out = String::from(
        "{\\rtf1\\ansi{\\colortbl;\\red0\\green0\\blue0;\\red255\\green255\\blue255;\\red221\\green238\\blue221;}\\fs21\n",
    );
    for part in parts {
        match part {
            Part::Text(text) => out += &format!("\\pard {}\\par\n", unicode(text)),
            Part::Table(grid) => {
                for row in 0..grid.height {
                    out += &rich_row(grid, row, situation)?;
                }
                out += "\\pard\n";
            }
        }
    }
    Some((out + "}").into_bytes())
}

fn rich_row(grid: &Grid, row: usize, situation: S) -> Option<String> {
    let (mut edges, mut cells) = (String::from("\\trowd"), String::new());
    let slots = grid.row(row);
    for (column, slot) in slots.iter().enumerate() {
        let (columns, merge, cell): (usize, &str, Option<&Cell>) = match slot {
            Slot::Cell(cell) => (cell.columns, if cell.rows > 1 { "\\clvmgf" } else { "" }, Some(cell)),
            Slot::Above { first: true } => {
                let rest = slots[column + 1..].iter();
                (
                    1 + rest.take_while(|slot| matches!(slot, Slot::Above { first: false })).count(),
                    "\\clvmrg",
                    None,
                )
            }
            Slot::Above { first: false } | Slot::Left => continue,
        };
        let is_value = cell.is_some_and(|cell| cell.kind == Kind::Value);
        let ground = if is_value && situation == S::Faint { "\\clcbpat3" } else { "" };
        edges += &format!("{merge}{ground}\\cellx{}", (column + columns) * 600);
        let inside = match cell {
            Some(cell) if is_value => rich(situation, &cell.text)?,
            Some(cell) => unicode(&cell.text),
            None => String::new(),
        };
        cells += &format!("\\intbl {inside}\\cell ");
    }
    Some(format!("{edges} {cells}\\row\n"))
}
