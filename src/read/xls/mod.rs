//! Excel 97–2003 (MS-XLS, BIFF8) and Kingsoft ET, whose format is the same; Excel 5.0 and 95 (BIFF5) in Chinese.

mod codes;
mod packed;
mod records;
mod workbook;
mod worksheet;

use super::cfb::Compound;
use super::limits::Budget;
use super::sheet::Book;
use super::{ErrorKind, Gb18030, ReadError};
use crate::document::{Builder, Document, Format};
use workbook::Workbook;
use worksheet::Found;

/// Reads a workbook.
pub(super) fn read(file: &Compound<'_>, gb18030: Gb18030<'_>) -> Result<Document, ReadError> {
    // A file that Excel 97 wrote for 95 as well holds both.
    let stream = match file.stream("Workbook")? {
        Some(stream) => stream,
        None => file.stream("Book")?.ok_or(ReadError::new(ErrorKind::Damaged))?,
    };
    let mut budget = Budget::default();
    let mut workbook = Workbook::read(&stream, gb18030, &mut budget)?;
    let mut book = Book::default();
    let mut found = Found::default();
    let mut has_macros = file.has_storage("_VBA_PROJECT_CUR");
    for sheet in std::mem::take(&mut workbook.sheets) {
        has_macros |= sheet.is_macro;
        if !sheet.has_cells {
            continue;
        }
        if sheet.hidden {
            book.hidden_sheet(sheet.name);
            continue;
        }
        book.sheet(sheet.name);
        worksheet::read(&stream, sheet.start, &workbook, &mut book, &mut found, &mut budget)?;
    }
    let mut builder = Builder::new(Format::Xls);
    book.finish(&mut builder);
    if found.formulas == 0 && found.blank_formulas > 0 {
        builder.note(format!(
            "有 {} 个公式没有保存计算结果，按空白读取；请在 WPS 或 Excel 中打开并保存后再试",
            found.blank_formulas
        ));
    }
    found.omitted.note().into_iter().for_each(|note| builder.note(note));
    if has_macros {
        builder.note("文件含宏，未执行");
    }
    if found.comments > 0 {
        builder.note("有批注未读取");
    }
    if found.pictures > 0 {
        builder.note(format!("有 {} 张图片未读取", found.pictures));
    }
    if builder.is_empty() {
        return Err(ReadError::new(ErrorKind::Empty));
    }
    Ok(builder.finish())
}

#[cfg(test)]
mod tests;
