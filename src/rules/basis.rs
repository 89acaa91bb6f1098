/// A norm and the clause in it that a rule rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Basis {
    /// The document, with its number.
    pub norm: &'static str,
    /// The clause, or the part of the form.
    pub clause: &'static str,
}

/// The form in force for reports on 2021 and later.
pub(crate) const fn form_2021(clause: &'static str) -> Basis {
    Basis { norm: "国办公开办函〔2021〕30号", clause }
}
