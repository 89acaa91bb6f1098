//! Lists and their definitions (`numbering.xml`).

use crate::read::ReadError;
use crate::read::numbering::{LEVELS, Numbering};
use crate::read::xml::{Event, Xml};

/// Reads the part.
pub(super) fn read(source: &str) -> Result<Numbering, ReadError> {
    let mut numbering = Numbering::default();
    let (mut definition, mut list, mut at) = (None, None, 0_usize);
    let mut xml = Xml::new(source);
    while let Some(event) = xml.next()? {
        let Event::Start(element) = event else { continue };
        let id = |name: &str| element.attribute(name).and_then(|id| id.parse::<u32>().ok());
        let place = |name: &str| id(name).map_or(LEVELS, |level| level as usize);
        match element.name() {
            "abstractNum" => (definition, list) = (id("abstractNumId"), None),
            "num" => {
                (definition, list) = (None, id("numId"));
            }
            "abstractNumId" => {
                if let Some(list) = list {
                    numbering.lists.entry(list).or_default().definition =
                        element.number().unwrap_or(u32::MAX);
                }
            }
            "lvlOverride" => at = place("ilvl"),
            "startOverride" => {
                if let Some(list) = list {
                    let start = element.number().unwrap_or(1);
                    numbering.lists.entry(list).or_default().restarts.insert(at, start);
                }
            }
            "lvl" => {
                at = place("ilvl");
                numbering.level(definition, list, at, |_| {});
            }
            name => {
                let value = element.val().unwrap_or_default();
                match name {
                    "start" => {
                        numbering.level(definition, list, at, |l| l.start = value.parse().unwrap_or(1));
                    }
                    "numFmt" => numbering.level(definition, list, at, |l| l.format = value),
                    "lvlText" => numbering.level(definition, list, at, |l| l.text = value),
                    "suff" => numbering.level(definition, list, at, |l| l.suffix = value),
                    "isLgl" => numbering.level(definition, list, at, |l| l.decimal = element.is_on()),
                    _ => {}
                }
            }
        }
    }
    Ok(numbering)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::numbering::Numbered;

    #[test]
    fn levels_count_and_restart() -> Result<(), ReadError> {
        let mut numbering = read(
            "<numbering><abstractNum abstractNumId='5'>\
             <lvl ilvl='0'><start val='1'/><numFmt val='chineseCounting'/><lvlText val='%1、'/></lvl>\
             <lvl ilvl='1'><start val='1'/><numFmt val='chineseCounting'/><lvlText val='（%2）'/></lvl>\
             <lvl ilvl='2'><numFmt val='decimal'/><isLgl/><suff val='space'/><lvlText val='%1.%3'/></lvl>\
             <lvl ilvl='3'><numFmt val='bullet'/><lvlText val='•'/></lvl></abstractNum>\
             <num numId='1'><abstractNumId val='5'/></num>\
             <num numId='2'><abstractNumId val='5'/><lvlOverride ilvl='0'><startOverride val='1'/></lvlOverride></num>\
             </numbering>",
        )?;
        let mut label = |list, level| numbering.label(Numbered { list, level }).unwrap_or_default();
        assert_eq!(label(1, 0), "一、");
        assert_eq!(label(1, 1), "（一）");
        assert_eq!(label(1, 1), "（二）");
        assert_eq!(label(1, 0), "二、");
        assert_eq!(label(1, 1), "（一）");
        assert_eq!(label(1, 2), "2.1 ");
        assert_eq!(label(1, 3), "");
        assert_eq!(label(2, 0), "一、");
        assert_eq!(label(2, 0), "二、");
        assert_eq!((label(9, 0), label(1, 9)), (String::new(), String::new()));
        Ok(())
    }
}
