//! The root element of an XML part: what names its children have, and where one more goes.

/// What is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Root {
    /// The prefix of its name, with the colon; empty if there is none.
    pub(super) prefix: String,
    /// The namespace of its name.
    pub(super) namespace: String,
    /// Its name with the prefix.
    name: String,
}

impl Root {
    /// The root of a part.
    pub(super) fn of(source: &str) -> Option<Self> {
        let (tag, _) = behind_prolog(source)?.split_once('>')?;
        let (name, rest) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
        let name = name.trim_end_matches('/').to_owned();
        let prefix = name.split_once(':').map(|(prefix, _)| format!("{prefix}:")).unwrap_or_default();
        let declared = match prefix.strip_suffix(':') {
            Some(prefix) => format!("xmlns:{prefix}"),
            None => "xmlns".to_owned(),
        };
        let namespace = attribute(rest, &declared)?.to_owned();
        Some(Self { prefix, namespace, name })
    }

    /// The part with one more child at its end.
    pub(super) fn with(&self, source: &str, child: &str) -> Option<String> {
        let end = format!("</{}", self.name);
        if let Some(at) = source.rfind(&end) {
            let (before, after) = source.split_at_checked(at)?;
            return Some(format!("{before}{child}{after}"));
        }
        // The part has no child yet: `<comments … />`.
        let (before, after) = source.trim_end().rsplit_once("/>")?;
        after.is_empty().then(|| format!("{before}>{child}{end}>"))
    }
}

/// What stands behind the `<` of the root: declaration and comments come before it.
fn behind_prolog(source: &str) -> Option<&str> {
    let mut rest = source;
    loop {
        rest = rest.split_once('<')?.1;
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->")?.1;
        } else if !rest.starts_with(['?', '!']) {
            return Some(rest);
        }
    }
}

/// The value of an attribute among the attributes of a tag.
fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    attributes.match_indices(name).find_map(|(at, _)| {
        let is_whole = attributes.get(..at)?.chars().next_back().is_none_or(char::is_whitespace);
        let value = attributes.get(at + name.len()..)?.trim_start().strip_prefix('=')?.trim_start();
        let quote = value.chars().next().filter(|quote| is_whole && matches!(quote, '"' | '\''))?;
        value.get(1..)?.split(quote).next()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_child_goes_to_the_end_of_whatever_root() {
        let with = |source: &str| Root::of(source).and_then(|root| root.with(source, "+"));
        let head = "<?xml version='1.0'?><!-- <a> -->";
        assert_eq!(
            with(&format!("{head}<w:a xmlns:w = 'u'><w:b/></w:a>\n")),
            Some(format!("{head}<w:a xmlns:w = 'u'><w:b/>+</w:a>\n"))
        );
        assert_eq!(with("<a xmlns:b='x' xmlns=\"u\"/>"), Some("<a xmlns:b='x' xmlns=\"u\">+</a>".into()));
        assert_eq!(with("<a/>"), None, "without a namespace it is no part");
        let root = Root::of("<x:a xmlns='n' xmlns:xy='m' xmlns:x='u'>");
        assert_eq!(root.map(|root| (root.prefix, root.namespace)), Some(("x:".into(), "u".into())));
    }
}
