//! Drops page numbers, and headers and footers that come back on every page.

use super::{Item, Sheet};
use crate::document::Builder;
use std::collections::BTreeMap;

/// How many lines at either end of a page may be its furniture.
const LINES: usize = 3;
/// Headers come back at the same height, within 3 pt.
const SAME: i32 = 60;

/// Drops the lines that belong to the pages and not to the text.
pub(super) fn drop(sheets: &mut [Sheet], builder: &mut Builder) {
    for at_end in [false, true] {
        let mut seen: BTreeMap<String, Vec<(usize, i32)>> = BTreeMap::new();
        for (page, sheet) in sheets.iter().enumerate() {
            for (text, y) in edge(sheet, at_end) {
                seen.entry(key(&text)).or_default().push((page, y));
            }
        }
        let pages = sheets.len();
        // It stands on the next page too, or on the one after, since left and right pages may differ.
        let comes_back = |text: &str, page: usize, y: i32| {
            let places = seen.get(&key(text)).map(Vec::as_slice).unwrap_or_default();
            let same = || places.iter().filter(|(_, other)| (other - y).abs() <= SAME);
            let near = same().filter(|(other, _)| other.abs_diff(page) <= 2).count();
            !key(text).is_empty() && near > 1 && (same().count() > 2 || pages <= 3)
        };
        for (page, sheet) in sheets.iter_mut().enumerate() {
            for (text, y) in edge(sheet, at_end) {
                let number =
                    is_page_number(&text) || is_bare_number(&text) && in_margin(y, sheet.height, at_end);
                // A page that is nothing but one line says something by it.
                if !number && (sheet.items.len() < 2 || !comes_back(&text, page, y)) {
                    break;
                }
                if !number && key(&text).chars().count() > 1 {
                    let place = if at_end { "页脚" } else { "页眉" };
                    builder.note(format!("{place}“{}”未作为正文读取", shown(&key(&text))));
                }
                if at_end {
                    sheet.items.pop();
                } else {
                    sheet.items.remove(0);
                }
            }
        }
    }
}

/// The outermost lines of a page, from its edge inwards, down to the first table.
fn edge(sheet: &Sheet, at_end: bool) -> Vec<(String, i32)> {
    let line = |item: &Item| match item {
        Item::Line(line) => Some((line.text(), line.y)),
        Item::Table(_) => None,
    };
    if at_end {
        sheet.items.iter().rev().map_while(line).take(LINES).collect()
    } else {
        sheet.items.iter().map_while(line).take(LINES).collect()
    }
}

/// What stays the same from page to page.
fn key(text: &str) -> String {
    text.chars().filter(|c| !c.is_numeric() && !c.is_whitespace()).collect()
}

fn shown(text: &str) -> String {
    const MOST: usize = 20;
    if text.chars().count() > MOST {
        text.chars().take(MOST).chain(['…']).collect()
    } else {
        text.to_owned()
    }
}

/// The outer tenth of a page.
fn in_margin(y: i32, height: i32, at_end: bool) -> bool {
    if at_end { y > height / 10 * 9 } else { y < height / 10 }
}

fn is_bare_number(text: &str) -> bool {
    let text = text.trim();
    text.len() <= 4 && !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A line that only says which page it is on: — 3 —, 第 3 页 共 8 页, 3 / 8.
fn is_page_number(text: &str) -> bool {
    if text.len() > 60 {
        return false;
    }
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let dash = |c: char| matches!(c, '-' | '—' | '–' | '―' | '－' | '─' | '·' | '~');
    let digits = |text: &str| !text.is_empty() && text.len() <= 12 && text.chars().all(char::is_numeric);
    let inner = plain.trim_matches(dash);
    if digits(inner) {
        return plain.starts_with(dash) && plain.ends_with(dash);
    }
    let pair = |text: &str| text.split_once(['/', '／']).is_some_and(|(a, b)| digits(a) && digits(b));
    let page = inner.strip_prefix('第').and_then(|rest| rest.split_once('页'));
    let total = |rest: &str| {
        let rest = rest.trim_matches(['/', '／', ',', '，', '（', '）', '(', ')', '、']);
        rest.is_empty()
            || rest
                .strip_prefix('共')
                .or(rest.strip_prefix('总'))
                .and_then(|n| n.strip_suffix('页'))
                .is_some_and(digits)
    };
    pair(inner) || page.is_some_and(|(number, rest)| (digits(number) || pair(number)) && total(rest))
}

#[cfg(test)]
mod tests {
    use super::super::line::{lines, tests::write};
    use super::*;
    use crate::document::Format;
    use crate::read::omitted::Omitted;

    fn sheets(pages: &[&[(i32, &str)]]) -> Vec<Sheet> {
        let items = |page: &&[(i32, &str)]| {
            let glyphs = page.iter().flat_map(|&(y, text)| write(text, 1000, y)).collect();
            lines(glyphs, &mut Omitted::default()).into_iter().map(Item::Line).collect()
        };
        pages.iter().map(|page| Sheet { items: items(page), width: 11000, height: 16000 }).collect()
    }

    fn left(pages: &[&[(i32, &str)]]) -> (Vec<String>, Vec<String>) {
        let mut sheets = sheets(pages);
        let mut builder = Builder::new(Format::Pdf);
        drop(&mut sheets, &mut builder);
        let text = |item: &Item| match item {
            Item::Line(line) => line.text(),
            Item::Table(_) => String::new(),
        };
        (sheets.iter().flat_map(|sheet| sheet.items.iter().map(text)).collect(), builder.finish().notes)
    }

    #[test]
    fn numbers_headers_and_footers_go() {
        let (text, notes) = left(&[
            &[(700, "某县年度报告"), (2000, "一、总体情况"), (9000, "12"), (15500, "- 1 -")],
            &[(700, "某县年度报告"), (2000, "二、公开情况"), (9000, "13"), (15500, "第 2 页 共 2 页")],
        ]);
        assert_eq!(text, ["一、总体情况", "12", "二、公开情况", "13"]);
        assert_eq!(notes, ["页眉“某县年度报告”未作为正文读取"]);
    }

    #[test]
    fn what_stands_at_the_edge_once_stays() {
        let pages: &[&[(i32, &str)]] =
            &[&[(2000, "一、总体情况"), (15500, "3")], &[(2600, "一、总体情况"), (9000, "7")]];
        assert_eq!(left(pages).0, ["一、总体情况", "一、总体情况", "7"]);
    }

    #[test]
    fn page_numbers_are_told_from_text() {
        for text in ["— 3 —", "-12-", "－１－", "第3页", "第 3 页，共 8 页", "3/8", "第3/8页", "· 4 ·"]
        {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["3", "第三页的数字", "2023年", "3/8件", "-", "第二十条"] {
            assert!(!is_page_number(text), "{text}");
        }
    }
}
