//! Pages that are drawn: PDF, and OFD, in points from the top left.

use super::{Part, Situation as S};
use jiaohe_testkit::docx::pack;
use jiaohe_testkit::grid::{Grid, Kind};
use std::fmt::Write as _;

const WIDTH: f64 = 900.0;
const HEIGHT: f64 = 1300.0;
const SIZE: f64 = 9.0;

/// What is on a page: text with its place, and whether it is a value; and the boxes of cells.
#[derive(Default)]
struct Page {
    texts: Vec<(f64, f64, String, bool)>,
    boxes: Vec<[f64; 4]>,
}

fn pages(parts: &[Part]) -> Vec<Page> {
    let mut pages = vec![Page::default()];
    let mut y = 50.0;
    for part in parts {
        let need = match part {
            Part::Text(text) => 18.0 * (text.chars().count() / 75 + 1) as f64,
            Part::Table(grid) => 34.0 * grid.height as f64,
        };
        if y + need > HEIGHT - 40.0 {
            pages.push(Page::default());
            y = 50.0;
        }
        let page = pages.last_mut().unwrap();
        match part {
            Part::Text(text) => {
                let chars: Vec<char> = text.chars().collect();
                for line in chars.chunks(75) {
                    page.texts.push((50.0, y, line.iter().collect(), false));
                    y += 18.0;
                }
            }
            Part::Table(grid) => {
                table(grid, y, page);
                y += need + 18.0;
            }
        }
    }
    pages
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "characters in a width of points"
)]
fn table(grid: &Grid, top: f64, page: &mut Page) {
    let widths: Vec<f64> = match grid.width {
        10 => [70.0, 80.0, 270.0].into_iter().chain([54.0; 7]).collect(),
        width => vec![798.0 / width as f64; width],
    };
    let left = |column: usize| 50.0 + widths[..column].iter().sum::<f64>();
    for cell in &grid.cells {
        let (x, y) = (left(cell.column), top + 34.0 * cell.row as f64);
        let (width, height) = (left(cell.column + cell.columns) - x, 34.0 * cell.rows as f64);
        page.boxes.push([x, y, width, height]);
        let is_value = cell.kind == Kind::Value;
        let room = if is_value { 99 } else { ((width - 14.0) / SIZE) as usize };
        let chars: Vec<char> = cell.text.chars().collect();
        let lines: Vec<String> = chars.chunks(room.max(1)).map(|line| line.iter().collect()).collect();
        let first = y + height / 2.0 - lines.len() as f64 * 5.0 + 8.0;
        for (at, line) in lines.into_iter().enumerate() {
            page.texts.push((x + 10.0, first + at as f64 * 10.0, line, is_value));
        }
    }
}

/// Text in operators of a PDF.
fn show(x: f64, y: f64, size: f64, text: &str) -> String {
    let hex = text.encode_utf16().map(|unit| format!("{unit:04X}")).collect::<Vec<_>>().concat();
    format!("BT /F1 {size} Tf {x:.2} {:.2} Td <{hex}> Tj ET\n", HEIGHT - y)
}

/// What stands beside a value on a page of a PDF.
fn operators(situation: S, x: f64, y: f64, value: &str) -> Option<String> {
    let nine = show(x - 4.5, y, SIZE, "9");
    let two = show(x, y, SIZE, value);
    let end = x + value.len() as f64 * 4.5;
    let up = HEIGHT - y;
    Some(match situation {
        S::Raised => two + &show(end, y - 4.0, 6.0, "1"),
        S::Lowered => two + &show(end, y + 1.5, 6.0, "1"),
        S::SmallDigit => two + &show(end, y, 5.5, "1"),
        S::Struck => format!("{nine}{:.2} {:.2} 4.5 0.5 re f\n{two}", x - 4.5, up + 2.5),
        S::White => format!("q 1 g {nine} Q {two}"),
        S::Faint => format!("q 0.8 0.9 0.8 rg {:.2} {:.2} 24 12 re f {nine} Q {two}", x - 6.0, up - 2.0),
        S::Tiny => show(x - 1.0, y, 0.8, "9") + &two,
        S::Ruby => two + &show(x + 0.5, y - 8.5, 4.0, "9"),
        S::Unpainted => format!("q 3 Tr {nine} Q {two}"),
        S::Transparent => format!("q /Gone gs {nine} Q {two}"),
        S::Layer => format!("/OC /Off BDC {nine} EMC {two}"),
        S::Clipped => format!("q 1 1 5 5 re W n {nine} Q {two}"),
        S::Covered => format!("{nine} q 1 g {:.2} {:.2} 4.6 9 re f Q {two}", x - 4.6, up - 1.0),
        S::Watermark => two,
        _ => return None,
    })
}

pub(crate) fn pdf(parts: &[Part], situation: S) -> Option<Vec<u8>> {
    let pages = pages(parts);
    let stream = |data: &str| format!("<</Length {}>>stream\n{data}\nendstream", data.len());
    let first = 6;
    let kids = (0..pages.len()).map(|at| format!("{} 0 R ", first + 2 * at)).collect::<Vec<_>>().concat();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[5 0 R]/D<</OFF[5 0 R]>>>>>>".to_owned(),
        format!("<</Type/Pages/Kids[{kids}]/Count {}>>", pages.len()),
        "<</Font<</F1 4 0 R>>/Properties<</Off 5 0 R>>/ExtGState<</Gone<</ca 0>>>>>>".into(),
        "<</Type/Font/Subtype/Type0/Encoding/UniGB-UTF16-H/DescendantFonts[<</DW 1000/W[0[500]1 94 500 814 939 500 0 255 500]>>]>>".into(),
        "<</Type/OCG/Name(a)>>".into(),
    ];
    for page in &pages {
        let mut content = String::new();
        if situation == S::Watermark {
            content += &format!("q 0.85 g {} Q\n", show(150.0, 700.0, 110.0, "内部资料"));
        }
        content += "0.5 w\n";
        for [x, y, width, height] in &page.boxes {
            let _ = writeln!(content, "{x:.2} {:.2} {width:.2} {height:.2} re S", HEIGHT - y - height);
        }
        for (x, y, text, is_value) in &page.texts {
            content +=
                &if *is_value { operators(situation, *x, *y, text)? } else { show(*x, *y, SIZE, text) };
        }
        let number = objects.len() + 1;
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Resources 3 0 R/Contents {} 0 R>>",
            number + 1
        ));
        objects.push(stream(&content));
    }
    let mut out = String::from("%PDF-1.5\n");
    for (number, body) in (1..).zip(objects) {
        let _ = write!(out, "{number} 0 obj\n{body}\nendobj\n");
    }
    out.push_str("trailer<</Root 1 0 R>>\n%%EOF");
    Some(out.into_bytes())
}

/// A text object of an OFD, whose unit is a millimetre: its pages are large.
fn object(x: f64, y: f64, size: f64, text: &str, attributes: &str, inside: &str) -> String {
    let step = |char: char| if char.is_ascii() { size / 2.0 } else { size };
    let steps: Vec<String> = text.chars().map(|char| format!("{:.2}", step(char))).collect();
    format!(
        "<ofd:TextObject Boundary='0 0 {WIDTH} {HEIGHT}' Size='{size}' {attributes}>{inside}<ofd:TextCode X='{x:.2}' Y='{y:.2}' DeltaX='{}'>{text}</ofd:TextCode></ofd:TextObject>",
        steps.join(" ")
    )
}

/// A box of an OFD.
fn filled(x: f64, y: f64, width: f64, height: f64, colour: &str) -> String {
    format!(
        "<ofd:PathObject Boundary='{x:.2} {y:.2} {width:.2} {height:.2}' Fill='true' Stroke='false'><ofd:FillColor Value='{colour}'/><ofd:AbbreviatedData>M 0 0 L {width:.2} 0 L {width:.2} {height:.2} L 0 {height:.2} C</ofd:AbbreviatedData></ofd:PathObject>"
    )
}

fn objects(situation: S, x: f64, y: f64, value: &str) -> Option<String> {
    let nine = |attributes: &str, inside: &str| object(x - 4.5, y, SIZE, "9", attributes, inside);
    let two = object(x, y, SIZE, value, "", "");
    let end = x + value.len() as f64 * 4.5;
    Some(match situation {
        S::Raised => two + &object(end, y - 4.0, 6.0, "1", "", ""),
        S::Lowered => two + &object(end, y + 1.5, 6.0, "1", "", ""),
        S::SmallDigit => two + &object(end, y, 5.5, "1", "", ""),
        S::Struck => nine("", "") + &filled(x - 4.5, y - 3.0, 4.5, 0.5, "0 0 0") + &two,
        S::Hidden => nine("Visible='false'", "") + &two,
        S::White => nine("", "<ofd:FillColor Value='255 255 255'/>") + &two,
        S::Tiny => object(x - 1.0, y, 0.4, "9", "", "") + &two,
        S::Ruby => two + &object(x + 0.5, y - 8.5, 4.0, "9", "", ""),
        S::Unpainted => nine("Fill='false'", "") + &two,
        S::Transparent => nine("Alpha='0'", "") + &two,
        S::Clipped => {
            let clip = "<ofd:Clips><ofd:Clip><ofd:Area><ofd:Path Boundary='0 0 5 5'><ofd:AbbreviatedData>M 0 0 L 5 0 L 5 5 L 0 5 C</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips>";
            nine("", clip) + &two
        }
        S::Covered => nine("", "") + &filled(x - 4.6, y - 8.0, 4.6, 9.0, "255 255 255") + &two,
        S::Watermark => two,
        _ => return None,
    })
}

pub(crate) fn ofd(parts: &[Part], situation: S) -> Option<Vec<u8>> {
    let pages = pages(parts);
    let mut files = Vec::new();
    let mut list = String::new();
    for (at, page) in pages.iter().enumerate() {
        let mut content = String::new();
        if situation == S::Watermark {
            content += &object(150.0, 700.0, 110.0, "内部资料", "", "<ofd:FillColor Value='215 215 215'/>");
        }
        for [x, y, width, height] in &page.boxes {
            let _ = write!(
                content,
                "<ofd:PathObject Boundary='{x:.2} {y:.2} {width:.2} {height:.2}' LineWidth='0.5'><ofd:AbbreviatedData>M 0 0 L {width:.2} 0 L {width:.2} {height:.2} L 0 {height:.2} C</ofd:AbbreviatedData></ofd:PathObject>"
            );
        }
        for (x, y, text, is_value) in &page.texts {
            content += &if *is_value {
                objects(situation, *x, *y, text)?
            } else {
                object(*x, *y, SIZE, text, "", "")
            };
        }
        let _ = write!(list, "<ofd:Page ID='{}' BaseLoc='P{at}.xml'/>", at + 1);
        files.push((
            format!("Doc_0/P{at}.xml"),
            format!("<ofd:Page><ofd:Content><ofd:Layer>{content}</ofd:Layer></ofd:Content></ofd:Page>"),
        ));
    }
    let document = format!(
        "<ofd:Document><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 {WIDTH} {HEIGHT}</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>{list}</ofd:Pages></ofd:Document>"
    );
    let root = "<ofd:OFD><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>";
    let mut all = vec![("OFD.xml", root), ("Doc_0/Document.xml", document.as_str())];
    all.extend(files.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    Some(pack(&all))
}
