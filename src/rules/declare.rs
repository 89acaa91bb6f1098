use super::{Basis, Context, Facts, Outcome, Severity};
use crate::report::form::Edition;

/// A rule: its declaration, its documentation and its check stand on one page.
#[derive(Debug)]
pub struct Rule {
    /// Its id, which is its path.
    pub id: &'static str,
    /// The module it is declared in; a test holds it against the id.
    pub module: &'static str,
    /// Its name in the catalogue.
    pub title: &'static str,
    /// The highest severity of its findings.
    pub severity: Severity,
    /// What it rests on; empty for advice.
    pub basis: &'static [Basis],
    /// The edition of the form from which on it applies.
    pub since: Edition,
    /// The check.
    pub check: fn(&Context<'_>) -> Outcome,
    doc: &'static [&'static str],
}

/// There is one rule of an id.
impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Rule {}

/// What the doc comment of a rule says, by its fixed headings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Documentation {
    /// What it checks: the text before the first heading.
    pub what: String,
    /// Why: the text under `## 为什么`.
    pub why: String,
    /// The fenced examples, in order.
    pub examples: Vec<Example>,
}

/// An example: what a report says for the rule to fire (`wrong`) or to stay silent (`right`), all else being correct.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// Whether the rule stays silent on it.
    pub right: bool,
    /// In a clerk's words, a statement a line.
    pub text: String,
}

impl Rule {
    #[doc(hidden)]
    pub const fn new(
        id: &'static str,
        module: &'static str,
        title: &'static str,
        (severity, basis, since): (Severity, &'static [Basis], Edition),
        check: fn(&Context<'_>) -> Outcome,
        doc: &'static [&'static str],
    ) -> Self {
        Self { id, module, title, severity, basis, since, check, doc }
    }

    /// What it says of a report.
    pub fn judge(&self, facts: &Facts<'_>) -> Outcome {
        let Facts { report, letters, arithmetic, causes, others } = facts;
        let (id, severity) = (self.id, self.severity);
        (self.check)(&Context { id, severity, report, letters, arithmetic, causes, others })
    }

    /// The doc comment, taken apart.
    pub fn documentation(&self) -> Documentation {
        let mut found = Documentation::default();
        let mut fence: Option<Example> = None;
        let mut heading = "";
        for line in self.doc.iter().map(|line| line.strip_prefix(' ').unwrap_or(line)) {
            if let Some(example) = &mut fence {
                if line == "```" {
                    found.examples.extend(fence.take());
                } else {
                    example.text.push_str(line);
                    example.text.push('\n');
                }
            } else if let Some(kind) = line.strip_prefix("```") {
                fence = Some(Example { right: kind == "right", text: String::new() });
            } else if let Some(title) = line.strip_prefix("## ") {
                heading = title;
            } else {
                let part = match heading {
                    "" => &mut found.what,
                    "为什么" => &mut found.why,
                    _ => continue,
                };
                part.push_str(line.trim());
            }
        }
        found
    }
}

/// Declares a rule from its doc comment, so that the page in the source is the page in the catalogue. A rule on what only the
/// form of 2021 has says `since: F2021`.
macro_rules! declare_rule {
    (
        $(#[doc = $doc:literal])*
        $id:literal, $title:literal,
        severity: $severity:ident,
        basis: $basis:expr,
        check: $check:expr $(,)?
    ) => {
        declare_rule! {
            $(#[doc = $doc])* $id, $title, severity: $severity, basis: $basis, since: F2019, check: $check
        }
    };
    (
        $(#[doc = $doc:literal])*
        $id:literal, $title:literal,
        severity: $severity:ident,
        basis: $basis:expr,
        since: $since:ident,
        check: $check:expr $(,)?
    ) => {
        $(#[doc = $doc])*
        pub(crate) static RULE: $crate::rules::Rule = $crate::rules::Rule::new(
            $id,
            module_path!(),
            $title,
            ($crate::rules::Severity::$severity, &$basis, $crate::report::form::Edition::$since),
            |context| $check(context).into(),
            &[$($doc),*],
        );
    };
}
