//! What nobody sees beside a number: too small, painted over, clipped, or set above it, in every format that can say so.

use crate::marks::{docx, is_two, ofd, open_document, pdf, rich_text, shown, word_table, workbook};

#[test]
fn digits_too_small_to_be_read() {
    let note = "略去极小文字 1 处";
    for size in ["2", "8"] {
        let run =
            format!("<w:r><w:rPr><w:sz w:val='{size}'/></w:rPr><w:t>9</w:t></w:r><w:r><w:t>2</w:t></w:r>");
        is_two("a.docx", &docx(&word_table(&run)), note);
        is_two("a.rtf", rich_text(&format!("{{\\fs{size} 9}}2")).as_bytes(), note);
    }
    for (name, bytes) in open_document("<text:span text:style-name='t'>9</text:span>2") {
        is_two(name, &bytes, note);
    }
    is_two(
        "a.xlsx",
        &workbook("<r><rPr><sz val='1'/></rPr><t>9</t></r><r><rPr><sz val='11'/></rPr><t>2</t></r>"),
        note,
    );
    for cell in [
        "<span style='font-size:1px'>9</span>2",
        "<span style='font:0.5pt 宋体'>9</span>2",
        "<span style='font-size:0'>9</span>2",
        "<b style='font-size:0'>9<i style='font-size:14px'>2</i></b>",
    ] {
        let page = format!("<table><tr><td>行政许可<td>件数<tr><td>行政处罚<td>{cell}</table>");
        is_two("a.html", page.as_bytes(), note);
    }
    is_two(
        "a.pdf",
        &pdf("BT /F1 12 Tf 100 300 Td <0032> Tj ET BT /F1 1 Tf 99 300 Td <0039> Tj ET", ""),
        note,
    );
    is_two(
        "a.ofd",
        &ofd(
            "<ofd:TextObject Boundary='51 20 60 60' Size='0.3'><ofd:TextCode X='0' Y='10'>9</ofd:TextCode></ofd:TextObject>",
        ),
        note,
    );
}

#[test]
fn small_text_alone_stays() {
    let run = "<w:r><w:rPr><w:sz w:val='8'/></w:rPr><w:t>12</w:t></w:r>";
    let (lines, notes) = shown("a.docx", &docx(&word_table(run)));
    assert_eq!((lines.last().map(String::as_str), notes.len()), (Some("12"), 0));
    // A style that is small, and runs that are not; text that only pages for the screen hide.
    let run = "<w:r><w:rPr><w:sz w:val='2'/><w:sz w:val='21'/><w:webHidden/></w:rPr><w:t>12</w:t></w:r>";
    assert_eq!(shown("a.docx", &docx(&word_table(run))).1.len(), 0);
    for size in ["60%", "smaller", "12px", "9pt", "1em"] {
        let page = format!(
            "<table style='font-size:1px'><tr><td>甲<td>乙<tr><td>丙<td style='font-size:{size}'>12</table>"
        );
        assert!(shown("a.html", page.as_bytes()).0.contains(&"12".to_owned()), "{size}");
    }
}

#[test]
fn digits_under_a_white_box() {
    let note = "略去被遮盖的文字 1 处";
    let nine = "BT /F1 12 Tf 94 300 Td <0039> Tj ET";
    let two = "BT /F1 12 Tf 100 300 Td <0032> Tj ET";
    for cover in [
        "1 g 90 295 10 20 re f",
        "1 1 1 rg 90 295 10 20 re B",
        "q 90 295 10 20 re W n 1 g 0 0 400 400 re f Q",
        "0.9 0.9 0.5 rg 90 295 10 20 re f",
        "0 g 90 295 10 20 re f",
    ] {
        is_two("a.pdf", &pdf(&format!("{nine} {cover} 0 g {two}"), ""), note);
    }
    // A ground that was painted first, one that is too low, one that is clipped away.
    for content in [
        format!("1 g 90 295 10 20 re f 0 g {nine} {two}"),
        // The lines of a table, drawn as boxes of one path.
        format!("{nine} {two} 0 g 80 280 60 1 re 80 330 60 1 re 80 280 1 50 re f"),
        format!("{nine} {two} 1 g 90 300 10 2 re f"),
        format!("{nine} {two} q 200 200 9 9 re W n 1 g 90 295 10 20 re f Q"),
        // A box that lets through what lies below, whatever is said of mixing at once or later.
        format!("{nine} {two} /Clear gs 1 g 90 295 10 20 re f"),
        format!("{nine} {two} /Clear gs /Plain gs 1 g 90 295 10 20 re f"),
    ] {
        let (lines, notes) = shown("a.pdf", &pdf(&content, ""));
        assert_eq!((lines, notes.len()), (vec!["92".to_owned()], 0), "{content}");
    }
    let nine = "<ofd:TextObject Boundary='50 20 60 60' Size='4'><ofd:TextCode X='0' Y='10'>9</ofd:TextCode></ofd:TextObject>";
    let white = |alpha: &str| {
        format!(
            "<ofd:PathObject Boundary='49 25 3 7' Fill='true' Stroke='false'><ofd:FillColor Value='255 255 255'{alpha}/><ofd:AbbreviatedData>M 0 0 L 3 0 L 3 7 L 0 7 C</ofd:AbbreviatedData></ofd:PathObject>"
        )
    };
    is_two("a.ofd", &ofd(&format!("{nine}{}", white(""))), note);
    let clear = shown("a.ofd", &ofd(&format!("{nine}{}", white(" Alpha='20'"))));
    assert_eq!(clear.0, ["92"]);
}

#[test]
fn digits_outside_of_their_clip() {
    let clipped = |x: &str| {
        format!(
            "<ofd:TextObject Boundary='50 20 60 60' Size='4'><ofd:Clips><ofd:Clip><ofd:Area><ofd:Path Boundary='{x} 0 9 60'><ofd:AbbreviatedData>M 0 0 L 9 0 L 9 60 L 0 60 C</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips><ofd:TextCode X='0' Y='10'>9</ofd:TextCode></ofd:TextObject>"
        )
    };
    is_two("a.ofd", &ofd(&clipped("30")), "略去被裁去的文字 1 处");
    assert_eq!(shown("a.ofd", &ofd(&clipped("0"))).0, ["92"]);
}

#[test]
fn digits_above_a_number() {
    let note = "略去注音 1 处";
    is_two(
        "a.pdf",
        &pdf("BT /F1 12 Tf 100 300 Td <0032> Tj ET BT /F1 6 Tf 101.5 312 Td <0039> Tj ET", ""),
        note,
    );
    is_two(
        "a.ofd",
        &ofd(
            "<ofd:TextObject Boundary='52.5 20 60 60' Size='2'><ofd:TextCode X='0' Y='6'>9</ofd:TextCode></ofd:TextObject>",
        ),
        note,
    );
    for (name, bytes) in open_document(
        "<text:ruby><text:ruby-base>2</text:ruby-base><text:ruby-text>9</text:ruby-text></text:ruby>",
    ) {
        if name == "a.odt" {
            is_two(name, &bytes, note);
        }
    }
    let code = "EQ \\* jc2 \\* hps10 \\o\\ad(\\s\\up 9(9),2)";
    let field = format!(
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>{code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"
    );
    is_two("a.docx", &docx(&word_table(&field)), note);
    let code = code.replace('\\', "\\\\");
    is_two(
        "a.rtf",
        rich_text(&format!("{{\\field{{\\*\\fldinst {{{code}}}}}{{\\fldrslt }}}}")).as_bytes(),
        note,
    );
    // A line of its own above, as large as the next or not above its middle.
    for above in ["BT /F1 12 Tf 100 316 Td <0039> Tj ET", "BT /F1 6 Tf 60 312 Td <0039> Tj ET"] {
        let (lines, _) = shown("a.pdf", &pdf(&format!("BT /F1 12 Tf 100 300 Td <0032> Tj ET {above}"), ""));
        assert_eq!(lines.join("").len(), 2, "{lines:?}");
    }
}
