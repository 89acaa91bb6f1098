//! Properties of paragraphs, runs, rows and cells.

use super::body::Body;
use super::frame::{Frame, Outline, Role};
use super::styles::{mark, outline, shading};
use crate::read::block::Merge;
use crate::read::omitted::Why;
use crate::read::xml::Element;

impl Body<'_> {
    pub(super) fn paragraph_property(&mut self, element: &Element<'_>) -> Role {
        let Some(paragraph) = self.paragraph() else { return Role::Skipped };
        match element.name() {
            "pStyle" => paragraph.style = element.val(),
            "outlineLvl" => paragraph.outline = Some(Outline(outline(element.number()))),
            "numPr" | "listPr" => return Role::List,
            "t" => paragraph.label = element.val(),
            "numId" => paragraph.list = element.number(),
            "ilvl" => paragraph.list_level = element.number().map(|level| level as usize),
            "rPr" => return Role::MarkProperties,
            "shd" => paragraph.ground = shading(element),
            _ => {}
        }
        Role::Skipped
    }

    pub(super) fn run_property(&mut self, element: &Element<'_>) -> Role {
        let styles = self.styles;
        if let Some(paragraph) = self.paragraph() {
            match element.name() {
                "rStyle" => {
                    paragraph.run_style = element.val().map(|id| styles.marks(&id)).unwrap_or_default();
                }
                "textFill" => return Role::RunProperties,
                _ => mark(element, &mut paragraph.run),
            }
        }
        Role::Skipped
    }

    pub(super) fn table_property(&mut self, element: &Element<'_>) -> Role {
        // Inside `tcPr` the frame of the cell lies above that of its table.
        let table = self.frames.iter_mut().rev().find_map(|frame| match frame {
            Frame::Table(table) => Some(table),
            _ => None,
        });
        let Some(table) = table else { return Role::Skipped };
        match element.name() {
            "gridCol" => table.widths.push(element.attribute("w").and_then(|w| w.parse().ok()).unwrap_or(0)),
            "gridBefore" => {
                table.rows.last_mut().into_iter().for_each(|row| row.before = element.number().unwrap_or(0));
            }
            "hidden" if element.is_on() => {
                table.rows.last_mut().into_iter().for_each(|row| row.deleted = true);
                self.counts.omitted.add(Why::Hidden);
            }
            "del" => {
                table.rows.last_mut().into_iter().for_each(|row| row.deleted = true);
                self.around.row_is_gone = true;
            }
            name => {
                if let Some(cell) = table.cell() {
                    match name {
                        "gridSpan" => cell.span = element.number().unwrap_or(1),
                        "vMerge" | "vmerge" => cell.vertical = Merge::from_val(element.val().as_deref()),
                        "hMerge" | "hmerge" => cell.horizontal = Merge::from_val(element.val().as_deref()),
                        "cellDel" => {
                            cell.deleted = true;
                            self.counts.deletions += 1;
                        }
                        "shd" => self.around.ground(shading(element)),
                        _ => {}
                    }
                }
            }
        }
        Role::Skipped
    }
}
