//! `SpreadsheetML` workbooks (ECMA-376-1, 18; transitional and strict), as Excel, WPS, `LibreOffice` and libraries write them.
//!
//! The model is our own: the crate `calamine` weighs 300 KB, loses what is hidden and how numbers are shown, and sizes a
//! sheet by what it says of itself.

mod drawing;
mod strings;
mod styles;
mod worksheet;

use super::omitted::Omitted;
use super::package::{self, main_part, part};
use super::sheet::Book;
use super::xml::{Event, Xml};
use super::zip::Zip;
use super::{ErrorKind, ReadError};
use crate::document::{Builder, Document, Format};
use styles::Styles;

/// What the sheets of a workbook share.
#[derive(Debug, Default)]
struct Shared {
    strings: Vec<strings::Text>,
    styles: Styles,
    since_1904: bool,
}

/// A sheet as the workbook lists it.
#[derive(Debug)]
struct Listed {
    name: String,
    relationship: String,
    hidden: bool,
}

/// Reads a workbook.
pub(super) fn read(zip: &Zip<'_>) -> Result<Document, ReadError> {
    let main = main_part(zip, "xl/workbook.xml")?;
    if main.to_ascii_lowercase().ends_with(".bin") {
        return Err(ReadError::new(ErrorKind::BinaryWorkbook));
    }
    let source = part(zip, &main)?.ok_or(ReadError::new(ErrorKind::Damaged))?;
    let relationships = package::relationships(zip, &main)?;
    let shared = |kind: &str| {
        let name = relationships.values().find(|(found, _)| found == kind).map(|(_, name)| name);
        name.map_or(Ok(None), |name| part(zip, name))
    };
    let (listed, since_1904) = workbook(&source)?;
    let mut omitted = Omitted::default();
    let shared = Shared {
        strings: shared("sharedStrings")?.map_or_else(|| Ok(Vec::new()), |source| strings::read(&source))?,
        styles: shared("styles")?.map_or_else(|| Ok(Styles::default()), |source| Styles::read(&source))?,
        since_1904,
    };
    let mut book = Book::default();
    let mut unsaved = 0;
    for sheet in listed {
        // Sheets that are a chart or a dialogue have no cells.
        let Some((_, name)) = relationships.get(&sheet.relationship).filter(|(kind, _)| kind == "worksheet")
        else {
            continue;
        };
        if sheet.hidden {
            book.hidden_sheet(sheet.name);
            continue;
        }
        let source = part(zip, name)?.ok_or(ReadError::new(ErrorKind::Damaged))?;
        book.sheet(sheet.name);
        unsaved += worksheet::read(&source, &shared, &mut book, &mut omitted)?;
        let related = package::relationships(zip, name)?.into_values();
        for (_, drawing) in related.filter(|(kind, _)| kind == "drawing") {
            if let Some(source) = part(zip, &drawing)? {
                drawing::read(&source, &mut book)?;
            }
        }
    }
    let mut builder = Builder::new(Format::Xlsx);
    book.finish(&mut builder);
    if unsaved > 0 {
        builder.note(format!(
            "有 {unsaved} 个公式没有保存计算结果，按空白读取；请在 WPS 或 Excel 中打开并保存后再试"
        ));
    }
    omitted.note().into_iter().for_each(|note| builder.note(note));
    notes(zip, &mut builder);
    if builder.is_empty() {
        return Err(ReadError::new(ErrorKind::Empty));
    }
    Ok(builder.finish())
}

/// What is in the package beside cells.
fn notes(zip: &Zip<'_>, builder: &mut Builder) {
    let count = |folder: &str| zip.names().filter(|name| name.starts_with(folder)).count();
    if zip.names().any(|name| name.ends_with("vbaproject.bin")) {
        builder.note("文件含宏，未执行");
    }
    if count("xl/comments") > 0 {
        builder.note("有批注未读取");
    }
    if count("xl/media/") > 0 {
        builder.note(format!("有 {} 张图片未读取", count("xl/media/")));
    }
}

/// The sheets in their order, and whether days count from 1904.
fn workbook(source: &str) -> Result<(Vec<Listed>, bool), ReadError> {
    let (mut listed, mut since_1904) = (Vec::new(), false);
    let mut xml = Xml::new(source);
    while let Some(event) = xml.next()? {
        let Event::Start(element) = event else { continue };
        match element.name() {
            "workbookPr" => {
                since_1904 = element.attribute("date1904").is_some_and(|on| on == "1" || on == "true");
            }
            "sheet" => listed.push(Listed {
                name: element.attribute("name").unwrap_or_default(),
                relationship: element.attribute("id").unwrap_or_default(),
                hidden: element.attribute("state").is_some_and(|state| state != "visible"),
            }),
            _ => {}
        }
    }
    Ok((listed, since_1904))
}

#[cfg(test)]
mod tests;
