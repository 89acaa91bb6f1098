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

/// 《中华人民共和国政府信息公开条例》, State Council order 711, in force since 2019-05-15.
pub(crate) const fn regulation(clause: &'static str) -> Basis {
    Basis { norm: "《中华人民共和国政府信息公开条例》（国务院令第711号）", clause }
}
