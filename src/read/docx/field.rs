//! Fields (17.16): what is between their marks is their code, or their result.

use super::body::Body;
use crate::read::equation;
use crate::read::omitted::Why;

impl Body<'_> {
    /// A mark of a field (17.16.18).
    pub(super) fn field(&mut self, kind: Option<&str>) {
        let Some(fields) = self.fields.last_mut() else { return };
        match kind {
            Some("begin") => {
                fields.push(true);
                self.code.clear();
            }
            Some("separate") => fields.last_mut().into_iter().for_each(|code| *code = false),
            Some("end") if fields.pop() == Some(true) => self.equation(),
            _ => {}
        }
    }

    /// A field without a result ends: an equation shows its code.
    fn equation(&mut self) {
        let code = std::mem::take(&mut self.code);
        if let Some((text, ruby)) = equation::shown(&code) {
            self.text(text);
            if ruby {
                self.counts.omitted.add(Why::Ruby);
            }
        }
    }
}
