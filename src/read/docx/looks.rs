//! How text is set, as far as it decides whether it is read: what its run, its styles and everything around it say.

use super::body::Body;
use super::frame::Frame;
use crate::read::omitted::{Marks, Why};

impl Body<'_> {
    pub(super) fn text(&mut self, text: &str) {
        if self.fields.last().is_some_and(|fields| fields.contains(&true)) {
            return;
        }
        let Some(Frame::Paragraph(paragraph)) = self.frames.last_mut() else { return };
        let styles = self.styles;
        let mut own = paragraph.run_style;
        let around = styles.paragraph(paragraph.style.as_deref());
        // What both styles switch is off again (17.7.3).
        let both = |own: Option<bool>, around: Option<bool>| match (own, around) {
            (Some(own), Some(around)) => Some(own != around),
            (own, around) => own.or(around),
        };
        (own.hidden, own.struck) = (both(own.hidden, around.hidden), both(own.struck, around.struck));
        let mut marks = paragraph.run.or(own).or(around);
        if let Some(Some(table)) = self.around.tables.last() {
            marks = marks.or(Marks { size: None, ..styles.marks(table) });
        }
        marks = marks.or(styles.defaults());
        marks.ground = marks.ground.or(paragraph.ground).or(self.around.grounds.last().copied().flatten());
        if self.around.raised > 0 {
            marks.raised = Some(true);
        }
        if self.around.prompts.last() == Some(&true) {
            if !text.contains(|char: char| char.is_ascii_digit()) {
                return self.counts.omitted.add_text(Why::Prompt, text);
            }
            // Programs that fill in a form may leave the sign that nothing is filled in.
            marks.unsure = Some(true);
        }
        self.counts.omitted.write(marks, text, &mut paragraph.text);
    }
}
