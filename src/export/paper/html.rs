//! A paper as a page: no script, nothing loaded; it prints on A4 from whatever theme.

use super::{Block, Line, Paper, Table};
use crate::export::html::escape;
use std::fmt::Write as _;

const STYLE: &str = "@page{size:A4;margin:20mm 18mm}html{color-scheme:light}body{font:16px/1.6 'FangSong','仿宋','Noto Serif CJK SC',serif;\
max-width:46em;margin:2em auto;padding:0 1em;color:#000;background:#fff}h1{font-size:1.5em;text-align:center}\
h2,h3,h4{font-size:1.1em;break-after:avoid}p{margin:.3em 0;white-space:pre-wrap}table{border-collapse:collapse;width:100%;margin:.6em 0}\
td,th{border:1px solid #000;padding:.2em .4em;text-align:left;font-weight:normal;overflow-wrap:anywhere;white-space:pre-wrap}\
th{background:#f2f2f2}thead{display:table-header-group}tr{break-inside:avoid}@media print{body{margin:0;max-width:none;font-size:11pt}}";

/// The page. Remarks are left out: it is for papers that say everything in their text.
pub fn page(paper: &Paper) -> String {
    let mut page = format!(
        "<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>{}</title><style>{STYLE}</style></head><body>\n",
        escape(&paper.name)
    );
    for block in &paper.blocks {
        match block {
            Block::Title(line) => element(&mut page, "h1", line),
            Block::Heading(level, line) => {
                let tag = ["h2", "h3", "h4"].get(usize::from(*level).saturating_sub(1)).unwrap_or(&"h4");
                element(&mut page, tag, line);
            }
            Block::Paragraph(line) => element(&mut page, "p", line),
            Block::Table(table) => self::table(&mut page, table),
        }
    }
    page.push_str("</body></html>\n");
    page
}

fn element(page: &mut String, tag: &str, line: &Line) {
    let _ = writeln!(page, "<{tag}>{}</{tag}>", lines(&line.text));
}

/// The lines of a text, each harmless.
fn lines(text: &str) -> String {
    text.split('\n').map(escape).collect::<Vec<_>>().join("\n")
}

fn table(page: &mut String, table: &Table) {
    page.push_str("<table>\n");
    for (at, row) in table.rows.iter().enumerate() {
        if table.heads > 0 && at == 0 {
            page.push_str("<thead>");
        }
        page.push_str("<tr>");
        for cell in row {
            let tag = if cell.head { "th" } else { "td" };
            let _ =
                write!(page, "<{tag}{}>{}</{tag}>", spans(cell.rows, cell.columns), lines(&cell.line.text));
        }
        page.push_str("</tr>\n");
        if table.heads > 0 && at + 1 == table.heads {
            page.push_str("</thead>\n");
        }
    }
    page.push_str("</table>\n");
}

/// The attributes of a cell that covers others.
pub fn spans(rows: u32, columns: u32) -> String {
    let mut spans = String::new();
    for (name, count) in [("rowspan", rows), ("colspan", columns)] {
        if count > 1 {
            let _ = write!(spans, " {name}=\"{count}\"");
        }
    }
    spans
}
