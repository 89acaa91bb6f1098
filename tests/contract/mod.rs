//! The contract of the JSON output, checked on plain JSON as an outside program would see it.

use jiaohe_testkit::edit::all_ids;
use serde_json::Value;
use std::collections::BTreeSet;

const REPORT_FIELDS: [&str; 16] = [
    "name",
    "reader",
    "error",
    "notes",
    "recognition",
    "title",
    "organ",
    "year",
    "period",
    "forms",
    "sections",
    "cells",
    "claims",
    "verdicts",
    "findings",
    "summary",
];

/// What is wrong with one entry of `files`, as sentences.
pub(crate) fn violations(file: &Value) -> Vec<String> {
    let mut checker = Checker { wrong: Vec::new() };
    if file["error"].is_null() {
        checker.report(file);
    } else {
        checker.fields("error", &file["error"], &["kind", "message", "hint"]);
        checker.demand(file.get("cells").is_none(), "an error and a report at once");
    }
    checker.wrong
}

struct Checker {
    wrong: Vec<String>,
}

impl Checker {
    fn demand(&mut self, holds: bool, what: impl Into<String>) {
        if !holds {
            self.wrong.push(what.into());
        }
    }

    fn fields(&mut self, name: &str, value: &Value, fields: &[&str]) {
        for field in fields {
            self.demand(value.get(field).is_some(), format!("{name} has no field {field}: {value}"));
        }
    }

    fn one_of(&mut self, name: &str, value: &Value, words: &[&str]) {
        let known = value.as_str().is_some_and(|word| words.contains(&word));
        self.demand(known, format!("{name} is {value}, none of {words:?}"));
    }

    fn report(&mut self, file: &Value) {
        self.fields("file", file, &REPORT_FIELDS);
        self.one_of("recognition", &file["recognition"], &["foreign", "unrecognized", "partial", "whole"]);
        self.fields("forms", &file["forms"], &["table2", "table3", "table4"]);
        for table in ["table2", "table3", "table4"] {
            let form = &file["forms"][table];
            self.demand(
                form.is_null() || form == "2019" || form == "2021",
                format!("forms.{table} is {form}"),
            );
        }
        let period = &file["period"];
        if !period.is_null() {
            for end in ["from", "to"] {
                let day = period[end].as_str().unwrap_or("");
                let shape: String = day.chars().map(|c| if c.is_ascii_digit() { '9' } else { c }).collect();
                self.demand(shape == "9999-99-99", format!("period.{end} is {day}"));
            }
        }
        let numbers: Vec<&Value> = list(&file["sections"]).map(|section| &section["number"]).collect();
        self.demand(numbers == [1, 2, 3, 4, 5, 6], format!("sections are {numbers:?}"));
        for section in list(&file["sections"]) {
            self.fields("section", section, &["number", "title", "found"]);
        }
        self.cells(&file["cells"]);
        for claim in list(&file["claims"]) {
            self.claim(claim);
        }
        for verdict in list(&file["verdicts"]) {
            self.verdict(verdict);
        }
        for finding in list(&file["findings"]) {
            self.finding(finding);
        }
        self.summary(file);
    }

    fn cells(&mut self, cells: &Value) {
        let known: BTreeSet<String> = all_ids().into_iter().collect();
        for (id, cell) in cells.as_object().into_iter().flatten() {
            self.demand(known.contains(id), format!("{id} is no cell of the contract"));
            let state = &cell["state"];
            self.one_of(id, state, &["number", "blank", "mark", "text", "missing", "unreadable"]);
            let value = cell.get("value").and_then(Value::as_str);
            let decimal = |text: &str| {
                let digits = text.strip_prefix('-').unwrap_or(text);
                digits.starts_with(|c: char| c.is_ascii_digit())
                    && digits.chars().all(|c| c.is_ascii_digit() || c == '.')
                    && digits.matches('.').count() <= 1
            };
            let fits = (state == "number") == value.is_some() && value.is_none_or(decimal);
            self.demand(fits, format!("{id}: {cell}"));
        }
    }

    fn claim(&mut self, claim: &Value) {
        let fields =
            ["text", "number", "approximate", "meaning", "cells", "terms", "verdict", "reason", "place"];
        self.fields("claim", claim, &fields);
        self.one_of("claim.verdict", &claim["verdict"], &["agrees", "differs", "not_compared"]);
        let joined: Vec<&Value> = list(&claim["terms"]).map(|term| &term["cell"]).collect();
        self.demand(
            joined == list(&claim["cells"]).collect::<Vec<_>>(),
            format!("terms are not the cells: {claim}"),
        );
        for term in list(&claim["terms"]) {
            self.one_of("term.sign", &term["sign"], &["plus", "minus"]);
        }
        self.place(&claim["place"]);
    }

    fn verdict(&mut self, verdict: &Value) {
        self.fields("verdict", verdict, &["rule", "outcome", "reason"]);
        let outcome = &verdict["outcome"];
        self.one_of("outcome", outcome, &["passed", "failed", "not_judged", "not_applicable"]);
        let reasoned = outcome == "not_judged" || outcome == "not_applicable";
        let reason = verdict["reason"].as_str().is_some_and(|reason| !reason.is_empty());
        self.demand(!reasoned || reason, format!("no reason: {verdict}"));
    }

    fn finding(&mut self, finding: &Value) {
        let fields = [
            "rule",
            "severity",
            "certainty",
            "message",
            "because",
            "todo",
            "basis",
            "cells",
            "places",
            "repairs",
            "fingerprint",
        ];
        self.fields("finding", finding, &fields);
        self.one_of("severity", &finding["severity"], &["error", "warning", "hint"]);
        self.one_of("certainty", &finding["certainty"], &["certain", "likely", "check"]);
        let said = |field: &str| finding[field].as_str().is_some_and(|text| !text.trim().is_empty());
        self.demand(
            ["message", "todo", "fingerprint"].into_iter().all(said),
            format!("says too little: {finding}"),
        );
        self.demand(
            finding["severity"] != "error" || said("because"),
            format!("an error without its because: {finding}"),
        );
        for basis in list(&finding["basis"]) {
            self.fields("basis", basis, &["norm", "clause"]);
        }
        for (i, place) in list(&finding["places"]).enumerate() {
            self.place(place);
            self.fields("place", place, &["quote", "role"]);
            self.one_of("role", &place["role"], &["primary", "context"]);
            self.demand(
                i > 0 || place["role"] == "primary",
                format!("the first place is not the primary: {finding}"),
            );
        }
        for repair in list(&finding["repairs"]) {
            self.fields("repair", repair, &["changes", "reason"]);
            for change in list(&repair["changes"]) {
                self.fields("change", change, &["cell", "from", "to"]);
            }
        }
        self.words(finding);
    }

    /// The words that the page never says to a clerk.
    fn words(&mut self, finding: &Value) {
        for field in ["message", "because", "todo"] {
            let text = finding[field].as_str().unwrap_or("");
            for word in ["报错", "错误", "警告", "error", "None", "t3."] {
                self.demand(!text.contains(word), format!("{field} says {word}: {text}"));
            }
        }
    }

    fn place(&mut self, place: &Value) {
        let from_one = |field: &str| place[field].as_u64().is_some_and(|n| n >= 1);
        self.demand(from_one("line") && from_one("column"), format!("place counts from 1: {place}"));
        self.demand(place["length"].is_u64(), format!("no length: {place}"));
    }

    fn summary(&mut self, file: &Value) {
        let summary = &file["summary"];
        for severity in ["error", "warning", "hint"] {
            let count =
                list(&file["findings"]).filter(|finding| finding["severity"] == severity).count() as u64;
            self.demand(
                summary[severity] == count,
                format!("summary.{severity} is {}, not {count}", summary[severity]),
            );
        }
        for outcome in ["passed", "failed", "not_judged", "not_applicable"] {
            let count =
                list(&file["verdicts"]).filter(|verdict| verdict["outcome"] == outcome).count() as u64;
            self.demand(
                summary[outcome] == count,
                format!("summary.{outcome} is {}, not {count}", summary[outcome]),
            );
        }
        let failed: BTreeSet<&str> = list(&file["verdicts"])
            .filter(|verdict| verdict["outcome"] == "failed")
            .filter_map(|verdict| verdict["rule"].as_str())
            .collect();
        for finding in list(&file["findings"]) {
            let rule = finding["rule"].as_str().unwrap_or("");
            self.demand(failed.contains(rule), format!("{rule} finds something but has not failed"));
        }
    }
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}
