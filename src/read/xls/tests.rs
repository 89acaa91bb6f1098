use super::*;
use crate::document::Block;
use crate::read::{Input, read};
use jiaohe_testkit::cfb::compound;

type Records<'a> = [(u16, &'a [u8])];

fn records(records: &Records<'_>) -> Vec<u8> {
    let one = |(kind, data): &(u16, &[u8])| {
        let size = u16::try_from(data.len()).unwrap_or(0);
        [&kind.to_le_bytes()[..], &size.to_le_bytes(), data].concat()
    };
    records.iter().flat_map(one).collect()
}

/// A workbook of one sheet: records of the globals, and of the sheet.
fn workbook(name: &str, version: u8, globals: &Records<'_>, sheet: &Records<'_>) -> Vec<u8> {
    let begin = [0, version, 5, 0, 0, 0, 0, 0];
    let listed = |start: usize| {
        let start = u32::try_from(start).unwrap_or(0).to_le_bytes();
        let mut data = [&start[..], &[0, 0, 1]].concat();
        data.extend_from_slice(if version == 6 { &[0, b'A'] } else { b"A" });
        data
    };
    let all = |start: usize| {
        let listed = listed(start);
        let first =
            [&[(codes::BOF, &begin[..])], globals, &[(codes::BOUND_SHEET, &listed), (codes::EOF, &[])]];
        records(&first.concat())
    };
    let mut stream = all(all(0).len());
    let begin = [0, version, 0x10, 0, 0, 0, 0, 0];
    stream.extend(records(&[&[(codes::BOF, &begin[..])], sheet, &[(codes::EOF, &[])]].concat()));
    compound(&[(name, &stream)])
}

fn show(bytes: &[u8]) -> Result<Vec<String>, ErrorKind> {
    let document = read("a.xls", Input::Bytes(bytes)).map_err(|error| error.kind)?;
    let lines = document.blocks.iter().flat_map(|block| match block {
        Block::Paragraph(p) => vec![document.line(p.line).to_owned()],
        Block::Table(table) => table.cells.iter().map(|cell| document.line(cell.line).to_owned()).collect(),
    });
    Ok(lines.chain(document.notes.iter().map(|note| format!("// {note}"))).collect())
}

/// A cell at a row and a column, with what follows its format.
fn cell(row: u8, column: u8, data: &[u8]) -> Vec<u8> {
    [&[row, 0, column, 0, 0, 0], data].concat()
}

#[test]
fn excel_95_in_chinese() {
    // 年报 and 件 in the code page of simplified Chinese.
    let label = cell(0, 0, &[4, 0, 0xc4, 0xea, 0xb1, 0xa8]);
    let unit = cell(0, 1, &[2, 0, 0xbc, 0xfe]);
    let number = cell(1, 1, &[0x1f, 0, 0, 0]);
    let below = cell(1, 0, &[1, 0, b'a']);
    let sheet: &Records<'_> =
        &[(codes::LABEL, &label), (codes::LABEL, &unit), (codes::LABEL, &below), (codes::RK, &number)];
    let page = |page: u16| page.to_le_bytes();
    let book = |page: &[u8]| show(&workbook("Book", 5, &[(codes::CODE_PAGE, page)], sheet));
    assert_eq!(book(&page(936)), Ok(["年报", "件", "a", "0.07"].map(str::to_owned).to_vec()));
    assert_eq!(book(&page(1251)), Err(ErrorKind::OldSpreadsheet));
    assert_eq!(show(&workbook("Book", 4, &[], sheet)), Err(ErrorKind::OldSpreadsheet));
    assert_eq!(show(&[9, 4, 6, 0, 0, 0, 16, 0]), Err(ErrorKind::OldSpreadsheet));
}

#[test]
fn what_is_encrypted_or_damaged_is_refused() {
    let text = cell(0, 0, &[1, 0, 0, b'a']);
    let book = |globals: &Records<'_>, sheet: &Records<'_>| show(&workbook("Workbook", 6, globals, sheet));
    assert_eq!(book(&[], &[(codes::LABEL, &text)]), Ok(vec!["a".to_owned()]));
    assert_eq!(book(&[(codes::FILE_PASS, &[1, 0])], &[]), Err(ErrorKind::Encrypted));
    assert_eq!(book(&[], &[]), Err(ErrorKind::Empty));
    // A string that is not there, and one that is cut.
    assert_eq!(book(&[], &[(codes::LABEL_SST, &cell(0, 0, &[7, 0, 0, 0]))]), Err(ErrorKind::Damaged));
    assert_eq!(book(&[], &[(codes::LABEL, &cell(0, 0, &[9, 0, 0, b'a']))]), Err(ErrorKind::Damaged));
}

#[test]
fn formulas_charts_and_boxes() {
    let result = |kind: u8, value: u8| cell(0, 1, &[kind, 0, value, 0, 0, 0, 0xff, 0xff, 0, 0]);
    let (text, blank, error) = (result(0, 0), result(3, 0), result(2, 0x2a));
    let label = cell(0, 0, &[1, 0, 0, b'a']);
    let chart = cell(0, 5, &[1, 0, 0, b'c']);
    let begin: &[u8] = &[0, 6, 0x20, 0];
    let shape = |kind: u8| [0x15, 0, 0x12, 0, kind, 0];
    let boxed: &[u8] = &[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0];
    let sheet = |formula: &[u8]| {
        show(&workbook(
            "Workbook",
            6,
            &[],
            &[
                (codes::LABEL, &label),
                (codes::FORMULA, formula),
                (codes::STRING, &[2, 0, 0, b'o', b'k']),
                (codes::BOF, begin),
                (codes::LABEL, &chart),
                (codes::EOF, &[]),
                (codes::OBJ, &shape(6)),
                (codes::TXO, boxed),
                (codes::CONTINUE, &[0, b'b', b'o', b'x']),
                (codes::OBJ, &shape(0x19)),
                (codes::TXO, boxed),
                (codes::CONTINUE, &[0, b'n', b'o', b'!']),
                (codes::NOTE, &[0; 8]),
            ],
        ))
    };
    let note = "// 有 1 个文本框，其文字排在所在工作表之后";
    let comment = "// 有批注未读取";
    assert_eq!(sheet(&text), Ok(["a", "ok", "box", note, comment].map(str::to_owned).to_vec()));
    assert_eq!(sheet(&error), Ok(["a", "#N/A", "box", note, comment].map(str::to_owned).to_vec()));
    let unsaved = "// 有 1 个公式没有保存计算结果，按空白读取；请在 WPS 或 Excel 中打开并保存后再试";
    let got = sheet(&blank).unwrap_or_default();
    assert!(got.contains(&unsaved.to_owned()) && !got.contains(&"ok".to_owned()), "{got:?}");
}

#[test]
fn many_sheets_at_one_place_are_bounded() {
    let label = cell(0, 0, &[1, 0, 0, b'a']);
    let mut rows: Vec<(u16, &[u8])> = vec![(codes::ROW, &[0; 16]); 30_000];
    rows.push((codes::LABEL, &label));
    // The sheet is listed a hundred times; it begins behind the globals, whose size is known.
    let start = u32::try_from(12 + 100 * 13 + 4).unwrap_or(0).to_le_bytes();
    let listed = [&start[..], &[0, 0, 1, 0, b'A']].concat();
    let mut globals: Vec<(u16, &[u8])> = vec![(codes::BOF, &[0, 6, 5, 0, 0, 0, 0, 0])];
    globals.resize(101, (codes::BOUND_SHEET, &listed));
    globals.push((codes::EOF, &[]));
    globals.push((codes::BOF, &[0, 6, 0x10, 0, 0, 0, 0, 0]));
    let stream = records(&[globals, rows].concat());
    assert_eq!(show(&compound(&[("Workbook", &stream)])), Err(ErrorKind::TooManyNodes));
}

#[test]
fn runs_of_fonts_are_struck_raised_or_white() {
    let font =
        |flags: u8, colour: u8, script: u8| [200, 0, flags, 0, colour, 0, 0, 0, script, 0, 0, 0, 0, 0, 0, 0];
    let fonts = [font(0, 8, 0), font(8, 8, 0), font(0, 8, 1), font(0, 9, 0)];
    // Formats of cells: in the plain font, and struck.
    let formats = [0, 1].map(|font: u8| [&[font][..], &[0; 19]].concat());
    // Characters, and where each run begins with its font.
    let string = |text: &[u8], runs: &[(u8, u8)]| {
        let byte = |count: usize| u8::try_from(count).unwrap_or(0);
        let head = [byte(text.len()), 0, 8, byte(runs.len()), 0];
        let runs: Vec<u8> = runs.iter().flat_map(|(at, font)| [*at, 0, *font, 0]).collect();
        [&head[..], text, &runs].concat()
    };
    let strings = [
        string(b"92", &[(0, 1), (1, 0)]),
        // What comes before the first run has the font of the cell, which is struck.
        string(b"92", &[(1, 0)]),
        string(b"21", &[(1, 2)]),
        string(b"92", &[(0, 3), (1, 0)]),
    ];
    let table = [&[4, 0, 0, 0, 4, 0, 0, 0][..], &strings.concat()].concat();
    let mut globals: Vec<(u16, &[u8])> = fonts.iter().map(|font| (codes::FONT, font.as_slice())).collect();
    globals.extend(formats.iter().map(|format| (codes::XF, format.as_slice())));
    globals.push((codes::SST, &table));
    let cells: Vec<Vec<u8>> =
        (0..4_u8).map(|at| [at, 0, 0, 0, u8::from(at == 1), 0, at, 0, 0, 0].to_vec()).collect();
    let struck = [4, 0, 0, 0, 1, 0, 0x1f, 0, 0, 0];
    let mut sheet: Vec<(u16, &[u8])> = cells.iter().map(|cell| (codes::LABEL_SST, cell.as_slice())).collect();
    sheet.push((codes::RK, &struck));
    let shown = show(&workbook("Workbook", 6, &globals, &sheet));
    let note = "// 略去上标 1 处、删除线文字 3 处、白色文字 1 处".to_owned();
    assert_eq!(shown, Ok(vec!["2".into(), "2".into(), "2".into(), "2".into(), note]));
}
