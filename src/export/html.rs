//! A page of its own for filing, sending and printing: no script, nothing loaded.

use super::{plain, sheet};
use crate::wire::{File, Finding, Output, Sheet};
use std::fmt::Write as _;

const STYLE: &str = "body{font:16px/1.6 'Microsoft YaHei','Noto Sans CJK SC',sans-serif;max-width:52em;margin:2em auto;\
padding:0 1em;color:#1f2328}h2{border-bottom:1px solid #ccc}li{margin:.6em 0}.error{color:#b42318}\
.warning{color:#7a4b00}.hint{color:#0b4f9e}p{margin:.2em 0}table{border-collapse:collapse}\
td,th{border:1px solid #ccc;padding:.1em .5em;text-align:left}.marked td{color:#b42318}";

/// Everything: each file with its findings, then each comparison as a table.
pub fn render(output: &Output) -> String {
    let mut page = format!(
        "<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>校核结果</title><style>{STYLE}</style>\
         </head><body><h1>校核结果</h1>\n"
    );
    output.files.iter().for_each(|file| self::file(&mut page, file));
    output.comparisons.iter().for_each(|one| table(&mut page, &sheet::comparison(one)));
    let version = &output.engine.version;
    let _ = writeln!(page, "<p>jiaohe {version}。结果供参考，以经办人核对台账为准。</p></body></html>");
    page
}

fn file(page: &mut String, file: &File) {
    let _ = writeln!(page, "<h2>{}</h2>", escape(&file.name));
    if let Some(error) = &file.error {
        let _ = writeln!(
            page,
            "<p class=\"error\">未能读取：{}{}</p>",
            escape(&error.message),
            escape(&error.hint)
        );
    }
    let Some(report) = &file.report else { return };
    let title = report.title.as_deref().unwrap_or("（没有找到标题）");
    let headline = super::standing::headline(report);
    let _ = write!(page, "<p>{}：{}。</p>\n<ol>\n", escape(title), escape(&headline));
    report.findings.iter().for_each(|finding| self::finding(page, finding));
    page.push_str("</ol>\n");
    for told in report.corrected().into_iter().chain(report.profile.as_deref()) {
        let _ = writeln!(page, "<p>{}。</p>", escape(told));
    }
}

fn finding(page: &mut String, finding: &Finding) {
    let _ = write!(
        page,
        "<li><p class=\"{}\"><strong>{}</strong>（{}）{}</p>",
        finding.severity,
        finding.severity.word(),
        finding.certainty.word(),
        escape(&finding.message)
    );
    for (name, text) in [("因为", &finding.because), ("请核对", &finding.todo)] {
        if !text.is_empty() {
            let _ = write!(page, "<p>{name}：{}</p>", escape(text));
        }
    }
    for basis in &finding.basis {
        let _ = write!(page, "<p>依据：{} {}</p>", escape(&basis.norm), escape(&basis.clause));
    }
    page.push_str("</li>\n");
}

/// A sheet with its title and notes.
fn table(page: &mut String, sheet: &Sheet) {
    let _ = writeln!(page, "<h2>{}</h2>", escape(&sheet.title));
    for note in &sheet.notes {
        let _ = writeln!(page, "<p>{}</p>", escape(note));
    }
    page.push_str("<table>\n<tr>");
    for name in &sheet.columns {
        let _ = write!(page, "<th>{}</th>", escape(name));
    }
    page.push_str("</tr>\n");
    for row in &sheet.rows {
        page.push_str(if row.marked { "<tr class=\"marked\">" } else { "<tr>" });
        for cell in &row.cells {
            let _ = write!(page, "<td>{}</td>", escape(cell));
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</table>\n");
}

/// A text in which nothing is markup.
pub(super) fn escape(text: &str) -> String {
    plain(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::{Comparison, ErrorKind, Failure, Years};

    #[test]
    fn names_from_outside_are_text_and_nothing_else() {
        let failure = Failure { kind: ErrorKind::Empty, message: "<b>\u{202e}".into(), hint: String::new() };
        let file = File { name: "<script>\"&\u{1b}".into(), error: Some(failure), report: None };
        let years = Years {
            organ: "<i>局".into(),
            year: None,
            previous: "前".into(),
            current: "今".into(),
            checks: Vec::new(),
            values: Vec::new(),
            copied: 0,
            sentences: 0,
            sections: Vec::new(),
        };
        let page = render(&Output::new(vec![file], vec![Comparison::Years(years)]));
        assert!(page.contains("<h2>&lt;script&gt;&quot;&amp;[U+001B]</h2>"), "{page}");
        assert!(page.contains("&lt;b&gt;[U+202E]") && page.contains("<h2>&lt;i&gt;局</h2>"), "{page}");
        assert!(!page.contains("<script") && !page.contains("<b>") && !page.contains("<i>"), "{page}");
    }
}
