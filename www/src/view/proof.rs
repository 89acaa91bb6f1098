//! What the program's check of itself comes to. The engine in a worker checks the sample report; what it found is held
//! against a list under version control, and what was loaded against what was released.

use crate::state::Shown;
use crate::words::verify as words;
use jiaohe::wire::CheckedReport;

/// The sample: an invented report with planted faults. Part of the program, so that showing it asks no server.
pub(crate) const SAMPLE: &str = include_str!("../../../static/samples/sample.txt");

/// What the sample report has to come to: severity and rule of each finding, a line each. `tests/self_check.rs` holds it
/// true.
const EXPECTED: &str = include_str!("../../../static/samples/expected.txt");

/// Everything the programs can call: which of the two, the name, what it is for. The build fails where a program can call
/// anything else (`cargo xtask test guard`).
const CALLS: &str = include_str!("../../../tests/imports.txt");

/// What the policy must say, whatever else it says.
const POLICY: [&str; 6] = [
    "default-src 'none'",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "worker-src blob:",
    "require-trusted-types-for 'script'",
];

/// What was seen.
pub(crate) struct Facts {
    /// What the sample report came to; nothing if the engine gave no answer.
    pub(crate) checked: Option<CheckedReport>,
    /// SHA-256 of the engine as it was loaded.
    pub(crate) loaded: String,
    /// SHA-256 of the engine that this page was made with.
    pub(crate) released: String,
    /// The names of all that the loaded engine can call.
    pub(crate) calls: Vec<String>,
    /// The policy in the page's head.
    pub(crate) policy: String,
    /// How many files the page has asked for since it was loaded, if the browser tells.
    pub(crate) later: Option<u32>,
}

/// A purpose for which a program can call things of the browser, and their names.
pub(crate) struct Purpose {
    /// In plain words.
    pub(crate) what: &'static str,
    /// As the program has them.
    pub(crate) names: Vec<&'static str>,
}

/// Holds what was seen against what has to be.
pub(crate) fn judge(facts: &Facts) -> Vec<Shown> {
    let show = |holds, says| Shown { holds, says };
    let expected: Vec<&str> = EXPECTED.lines().collect();
    let found = facts.checked.as_ref().map(found);
    let known = |name: &String| calls("engine").any(|(known, _)| known == without_hash(name));
    let unknown: Vec<&str> =
        facts.calls.iter().filter(|name| !known(name)).map(|name| without_hash(name)).collect();
    let missing: Vec<&str> = POLICY
        .into_iter()
        .filter(|directive| !directives(&facts.policy).any(|one| one == *directive))
        .collect();
    vec![
        show(
            found.as_ref().is_some_and(|found| *found == expected),
            words::sample(found.as_deref(), &expected),
        ),
        show(
            !facts.loaded.is_empty() && facts.loaded == facts.released,
            words::engine(&facts.loaded, &facts.released),
        ),
        show(!facts.calls.is_empty() && unknown.is_empty(), words::calls(facts.calls.len(), &unknown)),
        show(missing.is_empty(), words::policy(&missing)),
        show(facts.later == Some(0), words::later(facts.later)),
    ]
}

/// Severity and rule of each finding, sorted: the order of findings is no part of what is compared.
fn found(checked: &CheckedReport) -> Vec<String> {
    let findings = checked.report.findings.iter();
    let mut lines: Vec<String> =
        findings.map(|finding| format!("{} {}", finding.severity.word(), finding.rule)).collect();
    lines.sort_unstable();
    lines
}

/// The directives of a policy.
pub(crate) fn directives(policy: &str) -> impl Iterator<Item = &str> {
    policy.split(';').map(str::trim).filter(|directive| !directive.is_empty())
}

/// What a program, `app` or `engine`, can call: names, and what each is for.
fn calls(program: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    CALLS.lines().filter_map(move |line| {
        let (whose, rest) = line.split_once(' ')?;
        (whose == program).then(|| rest.split_once(' ')).flatten()
    })
}

/// What a program can call, by what it is for.
pub(crate) fn purposes(program: &str) -> Vec<Purpose> {
    let mut purposes: Vec<Purpose> = Vec::new();
    for (name, what) in calls(program) {
        let name = name.trim_start_matches("__wbg_").trim_start_matches('_');
        match purposes.iter_mut().find(|purpose| purpose.what == what) {
            Some(purpose) => purpose.names.push(name),
            None => purposes.push(Purpose { what, names: vec![name] }),
        }
    }
    purposes
}

/// `__wbg_keys_a5e4bd3b0d7b6f5c` without the hash, which changes with the compiler.
fn without_hash(name: &str) -> &str {
    match name.rsplit_once('_') {
        Some((stem, hash)) if hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) => stem,
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = include_str!("../../index.html");

    /// What a page that is in order shows, but for the answer of an engine.
    fn facts() -> Facts {
        let (_, policy) = PAGE.split_once("Content-Security-Policy\" content=\"").unwrap();
        Facts {
            checked: None,
            loaded: "ab".into(),
            released: "ab".into(),
            calls: vec!["__wbg_push_0123456789abcdef".into()],
            policy: policy.split_once('"').unwrap().0.into(),
            later: Some(0),
        }
    }

    fn holds(facts: &Facts) -> Vec<bool> {
        judge(facts).iter().map(|shown| shown.holds).collect()
    }

    #[test]
    fn each_thing_that_is_wrong_shows() {
        assert_eq!(holds(&facts()), [false, true, true, true, true], "only the engine's answer is missing");
        assert!(!holds(&Facts { loaded: "ac".into(), ..facts() })[1]);
        assert!(!holds(&Facts { loaded: String::new(), released: String::new(), ..facts() })[1]);
        assert!(!holds(&Facts { calls: vec!["__wbg_fetch_0123456789abcdef".into()], ..facts() })[2]);
        assert!(!holds(&Facts { calls: Vec::new(), ..facts() })[2], "an engine that calls nothing is none");
        let open = facts().policy.replace("connect-src 'none'", "connect-src 'self'");
        assert!(!holds(&Facts { policy: open, ..facts() })[3]);
        assert!(!holds(&Facts { policy: String::new(), ..facts() })[3]);
        assert!(!holds(&Facts { later: Some(1), ..facts() })[4]);
        assert!(!holds(&Facts { later: None, ..facts() })[4]);
    }

    #[test]
    fn every_call_has_a_purpose_in_plain_words() {
        for line in CALLS.lines() {
            let mut words = line.splitn(3, ' ');
            let (whose, _, what) = (words.next(), words.next(), words.next());
            assert!(matches!(whose, Some("app" | "engine")), "{line}");
            let what = what.unwrap_or_default();
            assert!(what.chars().count() >= 4 && !what.is_ascii(), "{line}: what is it for?");
        }
        for program in ["app", "engine"] {
            let purposes = purposes(program);
            assert!((4..20).contains(&purposes.len()), "{program}: {} purposes", purposes.len());
            assert_eq!(purposes.iter().map(|one| one.names.len()).sum::<usize>(), calls(program).count());
        }
    }

    #[test]
    fn every_directive_is_said_in_plain_words() {
        for directive in directives(&facts().policy) {
            assert!(!words::means(directive).is_empty(), "{directive}");
        }
    }
}
