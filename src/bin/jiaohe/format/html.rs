//! A page of its own for filing and sending: no script, nothing loaded.

use jiaohe::wire::{File, Finding, Output};
use std::fmt::Write as _;

const STYLE: &str = "body{font:16px/1.6 'Microsoft YaHei','Noto Sans CJK SC',sans-serif;max-width:52em;margin:2em auto;\
padding:0 1em;color:#1f2328}h2{border-bottom:1px solid #ccc}li{margin:.6em 0}.error{color:#b42318}\
.warning{color:#7a4b00}.hint{color:#0b4f9e}p{margin:.2em 0}";

pub(super) fn render(output: &Output) -> String {
    let mut page = format!(
        "<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>校核结果</title><style>{STYLE}</style>\
         </head><body><h1>校核结果</h1>\n"
    );
    output.files.iter().for_each(|file| self::file(&mut page, file));
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
    let s = &report.summary;
    let title = report.title.as_deref().unwrap_or("（没有找到标题）");
    let _ = write!(
        page,
        "<p>{}：不通过 {} · 需核实 {} · 提示 {} · 通过 {} · 未能判断 {} · 不适用 {}</p>\n<ol>\n",
        escape(title),
        s.error,
        s.warning,
        s.hint,
        s.passed,
        s.not_judged,
        s.not_applicable
    );
    report.findings.iter().for_each(|finding| self::finding(page, finding));
    page.push_str("</ol>\n");
}

fn finding(page: &mut String, finding: &Finding) {
    let _ = write!(
        page,
        "<li><p class=\"{}\"><strong>{}</strong> {}</p>",
        finding.severity,
        finding.severity.word(),
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

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
