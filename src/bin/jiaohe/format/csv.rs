//! For spreadsheets: one finding a line, UTF-8 with a byte order mark, as Excel and WPS expect.

use jiaohe::wire::Output;

const HEAD: [&str; 9] = ["单位", "年度", "文件", "结论", "规则", "问题", "原因", "请核对", "行"];

pub(super) fn render(output: &Output) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail, and a record always has the width of the head.
    let mut write = |record: [&str; 9]| drop(writer.write_record(record.map(harmless)));
    write(HEAD);
    for file in &output.files {
        if let Some(error) = &file.error {
            write(["", "", &file.name, "未能读取", error.kind.id(), &error.message, "", &error.hint, ""]);
        }
        for (report, finding) in
            file.report.iter().flat_map(|report| report.findings.iter().map(move |f| (report, f)))
        {
            let organ = report.organ.as_deref().unwrap_or("");
            let year = report.year.map(|year| year.to_string()).unwrap_or_default();
            let line = finding.places.first().map(|place| place.line.to_string()).unwrap_or_default();
            let verdict = finding.severity.word();
            write([
                organ,
                &year,
                &file.name,
                verdict,
                &finding.rule,
                &finding.message,
                &finding.because,
                &finding.todo,
                &line,
            ]);
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("\u{feff}{}", String::from_utf8_lossy(&bytes))
}

/// A cell that begins like a formula would be run by a spreadsheet; a quote in front keeps it text.
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}
