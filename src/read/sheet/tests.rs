use super::*;
use crate::document::{Block, Format as Kind};

/// A sheet of rows: cells are separated by `|`, `.` is no cell, `_` a drawn one, `>` goes on with the cell to the left,
/// `^` with the one above, `!` at the beginning hides the row.
fn sheet(book: &mut Book, name: &str, rows: &[&str]) -> Result<(), ReadError> {
    book.sheet(name);
    let grid: Vec<Vec<&str>> =
        rows.iter().map(|row| row.trim_start_matches('!').split('|').collect()).collect();
    let get =
        |row: usize, column: usize| grid.get(row).and_then(|row| row.get(column)).copied().unwrap_or("");
    for (row, cells) in grid.iter().enumerate() {
        for (column, &cell) in cells.iter().enumerate() {
            let at = |n: usize| u32::try_from(n).unwrap_or(0);
            match cell {
                "." | ">" | "^" | "" => continue,
                "_" => book.drawn(at(row), at(column)),
                text => book.put(at(row), at(column), text.replace('/', "\n"))?,
            }
            let columns = 1 + (column + 1..99).take_while(|&c| get(row, c) == ">").count();
            let below = |row: &usize| get(*row, column) == "^";
            let rows = 1 + (row + 1..99).take_while(below).count();
            if rows * columns > 1 {
                book.merge(Merge { row: at(row), column: at(column), rows: at(rows), columns: at(columns) });
            }
        }
        if rows.get(row).is_some_and(|row| row.starts_with('!')) {
            book.hide_rows(u32::try_from(row).unwrap_or(0), 1);
        }
    }
    Ok(())
}

fn show(book: Book) -> Vec<String> {
    let mut builder = Builder::new(Kind::Xlsx);
    book.finish(&mut builder);
    let document = builder.finish();
    let mut shown = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => shown.push(document.line(paragraph.line).to_owned()),
            Block::Table(table) => {
                let mut line = format!("[{}×{}]", table.rows, table.columns);
                for cell in &table.cells {
                    let span = match (cell.row_span, cell.column_span) {
                        (1, 1) => String::new(),
                        (rows, columns) => format!("+{rows}×{columns}"),
                    };
                    line.extend([format!(
                        " {},{}{span}={}",
                        cell.row,
                        cell.column,
                        document.line(cell.line)
                    )]);
                }
                shown.push(line);
            }
        }
    }
    shown.extend(document.notes.iter().map(|note| format!("// {note}")));
    shown
}

macro_rules! shows {
    ($($name:ident: $rows:expr => $want:expr;)+) => {
        $(#[test]
        fn $name() -> Result<(), ReadError> {
            let mut book = Book::default();
            sheet(&mut book, "Sheet1", &$rows)?;
            assert_eq!(show(book), $want);
            Ok(())
        })+
    };
}

shows! {
    titles_and_prose_are_paragraphs: [".|某局年度报告|>|>", "", ".|本报告分两部分。/第二段|>|>", ".|^|>|>", ".|一、总体情况"] =>
        ["某局年度报告", "本报告分两部分。", "第二段", "一、总体情况"];
    margins_go_and_blanks_keep_their_place: [".|.|.", ".|项目|本年|上年|_", ".|许可|3|.|_", ".|处罚|.|4|_"] =>
        ["[3×3] 0,0=项目 0,1=本年 0,2=上年 1,0=许可 1,1=3 1,2= 2,0=处罚 2,1= 2,2=4"];
    a_row_left_blank_below_its_headings: ["维持|纠正", "_|_", "_|_", "", "五、问题"] =>
        ["[2×2] 0,0=维持 0,1=纠正 1,0= 1,1=", "五、问题"];
    group_headings_inside_a_table_belong_to_it: ["表一|>|>", "第一组|>|>", "项目|本年|上年", "许可|1|2", "第二组|>|>", "处罚|3|4"] =>
        ["表一", "[5×3] 0,0+1×3=第一组 1,0=项目 1,1=本年 1,2=上年 2,0=许可 2,1=1 2,2=2 3,0+1×3=第二组 4,0=处罚 4,1=3 4,2=4"];
    headings_part_tables: ["项目|数", "许可|1", "三、收到申请情况", "项目|数", "新收|2"] =>
        ["[2×2] 0,0=项目 0,1=数 1,0=许可 1,1=1", "三、收到申请情况", "[2×2] 0,0=项目 0,1=数 1,0=新收 1,1=2"];
    a_row_that_looks_like_a_heading: ["项目|>|数", "一、新收|>|2", "三、结果|公开|3", "^|不予|.", "四、结转|>|."] =>
        ["[5×3] 0,0+1×2=项目 0,2=数 1,0+1×2=一、新收 1,2=2 2,0+2×1=三、结果 2,1=公开 2,2=3 3,1=不予 3,2= 4,0+1×2=四、结转 4,2="];
    group_rows_without_values_stay: ["项目|数", "三、本年度办理结果", "公开|1", "不予|2"] =>
        ["[4×2] 0,0=项目 0,1=数 1,0=三、本年度办理结果 1,1= 2,0=公开 2,1=1 3,0=不予 3,1=2"];
    a_label_below_without_values: ["项目|数", "许可|1", "处罚", "注：下略"] =>
        ["[3×2] 0,0=项目 0,1=数 1,0=许可 1,1=1 2,0=处罚 2,1=", "注：下略"];
    prose_below_a_table: ["项目|数", "许可|1", "以上数据截至年底，由本机关各科室共同汇总核对，如有疑问，请与办公室联系，电话见本机关网站。|_"] =>
        ["[2×2] 0,0=项目 0,1=数 1,0=许可 1,1=1", "以上数据截至年底，由本机关各科室共同汇总核对，如有疑问，请与办公室联系，电话见本机关网站。"];
    hidden_rows_close_up: ["项目|数", "!密|9", "许可|1", "!.|^", "处罚|^"] =>
        ["[3×2] 0,0=项目 0,1=数 1,0=许可 1,1+2×1=1 2,0=处罚", "// 工作表“Sheet1”中有 1 行隐藏的内容未读取"];
    a_merged_cell_whose_first_row_is_hidden: ["项目|数", "!许可|1", "^|2"] =>
        ["[2×2] 0,0=项目 0,1=数 1,0=许可 1,1=2", "// 工作表“Sheet1”中有 1 行隐藏的内容未读取"];
    columns_that_no_cell_uses_go: ["项目|>|>|数|>", "许可|>|>|1|>", "处罚|>|>|2|>"] =>
        ["[3×2] 0,0=项目 0,1=数 1,0=许可 1,1=1 2,0=处罚 2,1=2"];
}

#[test]
fn a_name_that_says_what_is_on_the_sheet_stands_above_it() -> Result<(), ReadError> {
    let mut book = Book::default();
    sheet(&mut book, "主动公开情况", &["项目|数", "许可|1"])?;
    sheet(&mut book, "表三", &["项目|数", "许可|2"])?;
    sheet(&mut book, "收到申请情况", &["标题", "", "项目|数", "许可|3"])?;
    book.sheet("空白的工作表");
    book.hidden_sheet("底稿");
    let want = [
        "主动公开情况",
        "[2×2] 0,0=项目 0,1=数 1,0=许可 1,1=1",
        "[2×2] 0,0=项目 0,1=数 1,0=许可 1,1=2",
        "标题",
        "[2×2] 0,0=项目 0,1=数 1,0=许可 1,1=3",
        "// 有 1 个隐藏的工作表未读取（底稿）",
    ];
    assert_eq!(show(book), want);
    Ok(())
}

#[test]
fn hostile_sheets_are_shown_within_their_limits() -> Result<(), ReadError> {
    let mut book = Book::default();
    book.sheet("x");
    for at in 0..limits::SHEET_CELLS {
        let at = u32::try_from(at).unwrap_or(0);
        book.put(at.wrapping_mul(2_654_435_769), at % 16_384, "甲")?;
        book.merge(Merge { row: at % 1000, column: at, rows: u32::MAX, columns: 1 });
        book.merge(Merge { row: u32::MAX, column: at, rows: at, columns: u32::MAX });
        book.hide_columns(at * 3, 1);
        book.drawn(at / 16_384, at % 16_384);
    }
    let more = book.put(0, 0, "甲").map_err(|error| error.kind);
    assert_eq!(more, Err(ErrorKind::TooManyCells));
    assert!(!show(book).is_empty());
    Ok(())
}
