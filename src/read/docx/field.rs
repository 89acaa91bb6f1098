//! Fields (17.16): what is between their marks is their code, or their result.

use super::body::Body;
use super::frame::{Form, Role};
use crate::read::equation;
use crate::read::omitted::Why;
use crate::read::xml::Element;

/// Entries of a list that are kept; Word has 25 at most.
const ENTRIES: usize = 100;

impl Body<'_> {
    /// A mark of a field (17.16.18).
    pub(super) fn field(&mut self, kind: Option<&str>) {
        let Some(fields) = self.fields.last_mut() else { return };
        match kind {
            Some("begin") => {
                fields.push(true);
                self.code.clear();
                self.form = Form::default();
            }
            Some("separate") => fields.last_mut().into_iter().for_each(|code| *code = false),
            Some("end") if fields.pop() == Some(true) => self.equation(),
            _ => {}
        }
    }

    /// A part of the form of a field.
    pub(super) fn form(&mut self, element: &Element<'_>) -> Role {
        match element.name() {
            "ffData" | "ddList" => return Role::Form,
            "result" => self.form.chosen = element.number().map(|number| number as usize),
            // What is shown as long as nothing has been chosen.
            "default" => {
                self.form.chosen = self.form.chosen.or(element.number().map(|number| number as usize));
            }
            "listEntry" if self.form.entries.len() < ENTRIES => {
                self.form.entries.extend(element.val());
            }
            _ => {}
        }
        Role::Skipped
    }

    /// A field without a result ends: an equation shows its code.
    fn equation(&mut self) {
        let form = std::mem::take(&mut self.form);
        if let Some(entry) = form.entries.get(form.chosen.unwrap_or(0)) {
            return self.text(entry);
        }
        let code = std::mem::take(&mut self.code);
        if let Some((text, ruby)) = equation::shown(&code) {
            self.text(text);
            if ruby {
                self.counts.omitted.add(Why::Ruby);
            }
        }
    }
}
