//! SARIF 2.1.0, for tools that gather the findings of many checkers.

use super::plain;
use crate::wire::{Certainty, File, Finding, FindingPlace, Output, RuleCard, Severity};
use serde::Serialize;
use std::fmt::Write as _;

/// The log of a run, to be written as JSON.
#[derive(Debug, Serialize)]
pub struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool<'a>,
    column_kind: &'static str,
    invocations: [Invocation; 1],
    results: Vec<Outcome<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    properties: Option<OfRun<'a>>,
}

/// What the format has no field of its own for, of the whole run.
#[derive(Debug, Serialize)]
struct OfRun<'a> {
    profile: &'a str,
}

#[derive(Debug, Serialize)]
struct Tool<'a> {
    driver: Driver<'a>,
}

#[derive(Debug, Serialize)]
struct Driver<'a> {
    name: &'a str,
    version: &'a str,
    rules: Vec<Rule<'a>>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule<'a> {
    id: &'a str,
    short_description: Message,
    full_description: Message,
    default_configuration: Configuration,
}

#[derive(Debug, Serialize)]
struct Message {
    text: String,
}

#[derive(Debug, Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
    tool_execution_notifications: Vec<Notification>,
}

#[derive(Debug, Serialize)]
struct Notification {
    level: &'static str,
    message: Message,
    locations: [Location; 1],
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome<'a> {
    rule_id: &'a str,
    level: &'static str,
    message: Message,
    locations: Vec<Location>,
    related_locations: Vec<Location>,
    partial_fingerprints: Fingerprints<'a>,
    properties: Properties,
}

/// What the format has no field of its own for.
#[derive(Debug, Serialize)]
struct Properties {
    certainty: Certainty,
}

#[derive(Debug, Serialize)]
struct Fingerprints<'a> {
    #[serde(rename = "jiaohe/v1")]
    first: &'a str,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: Physical,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Debug, Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    end_column: u32,
    snippet: Message,
}

/// The log of an output; `rules` is the catalogue.
pub fn log<'a>(output: &'a Output, rules: &'a [RuleCard]) -> Log<'a> {
    let rule = |rule: &'a RuleCard| Rule {
        id: &rule.id,
        short_description: message(&rule.title),
        full_description: message(&rule.what),
        default_configuration: Configuration { level: level(rule.severity) },
    };
    let failures: Vec<Notification> = output.files.iter().filter_map(failure).collect();
    let results = output.files.iter().flat_map(|file| {
        let findings = file.report.iter().flat_map(|report| &report.findings);
        findings.map(move |finding| outcome(file, finding))
    });
    let profile = output.files.iter().find_map(|file| file.report.as_ref()?.profile.as_deref());
    Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: &output.engine.name,
                    version: &output.engine.version,
                    rules: rules.iter().map(rule).collect(),
                },
            },
            column_kind: "unicodeCodePoints",
            invocations: [Invocation {
                execution_successful: failures.is_empty(),
                tool_execution_notifications: failures,
            }],
            results: results.collect(),
            properties: profile.map(|profile| OfRun { profile }),
        }],
    }
}

fn failure(file: &File) -> Option<Notification> {
    let error = file.error.as_ref()?;
    Some(Notification {
        level: "error",
        message: message(&format!("{}{}", error.message, error.hint)),
        locations: [location(file, None)],
    })
}

fn outcome<'a>(file: &'a File, finding: &'a Finding) -> Outcome<'a> {
    let mut locations = finding.places.iter().map(|place| location(file, Some(place)));
    Outcome {
        rule_id: &finding.rule,
        level: level(finding.severity),
        message: message(&finding.message),
        locations: locations.next().into_iter().collect(),
        related_locations: locations.collect(),
        partial_fingerprints: Fingerprints { first: &finding.fingerprint },
        properties: Properties { certainty: finding.certainty },
    }
}

fn location(file: &File, place: Option<&FindingPlace>) -> Location {
    let region = place.map(|place| Region {
        start_line: place.line,
        start_column: place.column,
        end_column: place.column.saturating_add(place.length),
        snippet: message(&place.quote),
    });
    Location { physical_location: Physical { artifact_location: Artifact { uri: uri(&file.name) }, region } }
}

fn message(text: &str) -> Message {
    Message { text: plain(text).into_owned() }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}

/// A name as a reference without scheme and host, as RFC 3986 writes paths: whatever could end it, begin a scheme or name
/// a host is percent-encoded.
fn uri(name: &str) -> String {
    let mut uri = String::with_capacity(name.len());
    for byte in name.bytes() {
        match byte {
            b'\\' => uri.push('/'),
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            _ => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    // Two slashes in front would begin the name of a host.
    if uri.starts_with("//") { format!("/.{uri}") } else { uri }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_path_and_nothing_else() {
        for (name, want) in [
            ("各单位/年报 1.txt", "%E5%90%84%E5%8D%95%E4%BD%8D/%E5%B9%B4%E6%8A%A5%201.txt"),
            ("javascript:alert(1)", "javascript%3Aalert%281%29"),
            ("C:\\reports\\a#b?c%d.txt", "C%3A/reports/a%23b%3Fc%25d.txt"),
            ("//host/share", "/.//host/share"),
            ("a\nb\u{1b}\u{202e}.txt", "a%0Ab%1B%E2%80%AE.txt"),
            ("/reports/a-b_c~d.txt", "/reports/a-b_c~d.txt"),
        ] {
            assert_eq!(uri(name), want);
        }
    }
}
