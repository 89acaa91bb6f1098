//! SARIF 2.1.0, for tools that gather the findings of many checkers.

use jiaohe::wire::{File, Finding, Output, Severity};
use serde_json::{Value, json};

pub(super) fn log(output: &Output) -> Value {
    let rules: Vec<Value> = jiaohe::rules::all()
        .iter()
        .map(|rule| {
            json!({
                "id": rule.id,
                "shortDescription": { "text": rule.title },
                "fullDescription": { "text": rule.documentation().what },
                "defaultConfiguration": { "level": level(rule.severity) },
            })
        })
        .collect();
    let results: Vec<Value> = output
        .files
        .iter()
        .flat_map(|file| {
            file.report.iter().flat_map(move |report| report.findings.iter().map(move |f| result(file, f)))
        })
        .collect();
    let failures: Vec<Value> = output
        .files
        .iter()
        .filter_map(|file| file.error.as_ref().map(|error| (file, error)))
        .map(|(file, error)| {
            json!({
                "level": "error",
                "message": { "text": format!("{}{}", error.message, error.hint) },
                "locations": [{ "physicalLocation": { "artifactLocation": { "uri": uri(&file.name) } } }],
            })
        })
        .collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": output.engine.name, "version": output.engine.version, "rules": rules } },
            "columnKind": "unicodeCodePoints",
            "invocations": [{ "executionSuccessful": failures.is_empty(), "toolExecutionNotifications": failures }],
            "results": results,
        }],
    })
}

fn result(file: &File, finding: &Finding) -> Value {
    let locations: Vec<Value> = finding
        .places
        .iter()
        .map(|place| {
            json!({ "physicalLocation": {
                "artifactLocation": { "uri": uri(&file.name) },
                "region": {
                    "startLine": place.line,
                    "startColumn": place.column,
                    "endColumn": place.column + place.length,
                    "snippet": { "text": place.quote },
                },
            } })
        })
        .collect();
    json!({
        "ruleId": finding.rule,
        "level": level(finding.severity),
        "message": { "text": finding.message },
        "locations": locations.first().cloned().into_iter().collect::<Vec<_>>(),
        "relatedLocations": locations.get(1..).unwrap_or_default(),
        "partialFingerprints": { "jiaohe/v1": finding.fingerprint },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}

/// A relative reference: only what would change its meaning is escaped, so that Chinese names stay readable.
fn uri(name: &str) -> String {
    name.replace('%', "%25").replace(' ', "%20").replace('#', "%23").replace('?', "%3F").replace('\\', "/")
}
