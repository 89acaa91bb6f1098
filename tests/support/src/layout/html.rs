//! L10: web pages.

use crate::grid::{Grid, Kind, grid};
use crate::scenario::{Scenario, Style};

/// A bare page with semantic markup.
pub(super) fn plain(scenario: &Scenario, style: Style) -> String {
    let mut body = heading(1, &scenario.title);
    body += &article(
        scenario,
        |text| format!("<p>{}</p>\n", escape(text)),
        |grid| table(grid, &plain_cell),
        style,
    );
    format!(
        "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>{}</title></head><body>\n{body}</body></html>\n",
        escape(&scenario.title)
    )
}

/// A page as content management systems publish it.
pub(super) fn cms_page(scenario: &Scenario, style: Style) -> String {
    let paragraph = |text: &str| {
        let half = text.char_indices().nth(text.chars().count() / 2).map_or(0, |(at, _)| at);
        let (left, right) = text.split_at(half);
        format!(
            "<p style=\"text-indent: 32pt;\"><span style=\"font-family: 仿宋_GB2312;\">{}</span><span>{}</span></p>\r\n",
            escape(left),
            escape(right)
        )
    };
    let title = paragraph(&scenario.title);
    let body = article(scenario, paragraph, |grid| table(grid, &cms_cell), style);
    format!(
        "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\" />\n\
         <title>政府信息公开年报</title><style>td {{ padding: 0 }}</style><script>var visits = 1024;</script></head>\n\
         <body><table width=\"100%\"><tr><td><a href=\"/\">首页</a></td><td><a href=\"/zwgk/\">政务公开</a></td></tr></table>\n\
         <table><tbody><tr><td>索引号：</td><td>000014349/2000-00031</td></tr><tr><td>发布机构：</td><td>{}</td></tr></tbody></table>\n\
         <table class=\"layout\"><tr><td width=\"15\">&nbsp;</td><td><div id=\"zoom\">{title}{body}</div></td></tr></table>\n\
         <div class=\"foot\">版权所有　备案号 12345678</div></body></html>\n",
        escape(&scenario.organ)
    )
}

fn article(
    scenario: &Scenario,
    paragraph: impl Fn(&str) -> String,
    table: impl Fn(&Grid) -> String,
    style: Style,
) -> String {
    let mut out: String = scenario.preface.iter().map(|text| paragraph(text)).collect();
    for section in &scenario.sections {
        out += &paragraph(&section.heading);
        if (2..=4).contains(&section.number) && scenario.tables[usize::from(section.number) - 2] {
            out += &table(&grid(scenario, section.number, style));
        }
        out.extend(section.prose.iter().map(|text| paragraph(text)));
    }
    out
}

fn table(grid: &Grid, cell_body: &dyn Fn(&str, Kind) -> String) -> String {
    let mut out = String::from("<table border=\"1\"><tbody>\n");
    for row in 0..grid.height {
        out.push_str("<tr>");
        for cell in grid.starting(row) {
            out.push_str("<td");
            if cell.columns > 1 {
                out.push_str(&format!(" colspan=\"{}\"", cell.columns));
            }
            if cell.rows > 1 {
                out.push_str(&format!(" rowspan=\"{}\"", cell.rows));
            }
            out.push_str(&format!(">{}</td>", cell_body(&cell.text, cell.kind)));
        }
        out.push_str("</tr>\n");
    }
    out + "</tbody></table>\n"
}

fn plain_cell(text: &str, _: Kind) -> String {
    escape(text)
}

fn cms_cell(text: &str, kind: Kind) -> String {
    let text = escape(text);
    match kind {
        Kind::Value if text.is_empty() => "<p align=\"center\">&nbsp;</p>".into(),
        Kind::Value => format!("<p align=\"center\"><span lang=\"EN-US\">&nbsp;{text}</span></p>\r\n"),
        Kind::Head if text.chars().count() == 4 => {
            let middle = text.char_indices().nth(2).map_or(0, |(at, _)| at);
            format!("<p>{}<br />{}</p>", &text[..middle], &text[middle..])
        }
        _ => format!("<p><span>\r\n   {text}\r\n   </span></p>"),
    }
}

fn heading(level: u8, text: &str) -> String {
    format!("<h{level}>{}</h{level}>\n", escape(text))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
