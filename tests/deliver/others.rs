//! The files opened by other programs: python-docx, openpyxl and `LibreOffice`, each where it is installed. What is absent is
//! told, and its part not proved.

use super::{made, written, wrong};
use jiaohe::vocabulary::Deliverable;
use jiaohe_testkit::Layout;
use std::path::PathBuf;
use std::process::{Command, Output};

/// The files in a folder of their own.
fn folder() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("deliver");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, layout, what) in [
        ("own.docx", Layout::Docx, Deliverable::Comments),
        ("read.docx", Layout::Html, Deliverable::Comments),
        ("certificate.docx", Layout::Docx, Deliverable::Certificate),
        ("issues.xlsx", Layout::Docx, Deliverable::Issues),
        ("tables.xlsx", Layout::Docx, Deliverable::Tables),
    ] {
        let file = made(what, "年报", &written(&wrong(), layout)).unwrap();
        std::fs::write(folder.join(name), file.bytes).unwrap();
    }
    folder
}

/// Runs a program; `None`, with a note, if it is not there.
fn run(program: &str, arguments: &[&str]) -> Option<Output> {
    let output = Command::new(program).args(arguments).output().ok();
    if output.is_none() {
        println!("note: {program} is absent, its part is not proved");
    }
    output
}

#[test]
fn python_libraries_open_them() {
    let folder = folder();
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/deliver/reopen.py");
    let arguments = [script.to_str().unwrap(), folder.to_str().unwrap()];
    let Some(output) = run("python3", &arguments) else { return };
    println!("{}", String::from_utf8_lossy(&output.stdout));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn libre_office_opens_them() {
    let folder = folder();
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let out = folder.join("converted");
    let _ = std::fs::remove_dir_all(&out);
    let name = |file: &str| folder.join(file).to_str().unwrap().to_owned();
    let convert = |to: &str, files: &[String]| {
        let mut arguments =
            vec![profile.as_str(), "--headless", "--convert-to", to, "--outdir", out.to_str().unwrap()];
        arguments.extend(files.iter().map(String::as_str));
        run("soffice", &arguments)
    };
    // Writer gives comments back as it understood them; a file that needs repair is not opened at all without a person.
    if convert("odt", &["own.docx", "read.docx", "certificate.docx"].map(name)).is_none() {
        return;
    }
    convert("csv:Text - txt - csv (StarCalc):44,34,76", &["issues.xlsx", "tables.xlsx"].map(name));
    for (file, want) in [("own.odt", true), ("read.odt", true), ("certificate.odt", false)] {
        let odt =
            std::fs::read(out.join(file)).unwrap_or_else(|why| panic!("{file} was not converted: {why}"));
        let content = super::package::text(&odt, "content.xml");
        assert_eq!(content.contains("<dc:creator>校核</dc:creator>"), want, "{file}: comments of ours");
        assert!(content.contains("表三") && content.len() > 5000, "{file}: {}", content.len());
    }
    let list = std::fs::read_to_string(out.join("issues.csv")).unwrap();
    assert!(list.contains("问题清单") && list.contains("予以公开"), "{list}");
    let table = std::fs::read_to_string(out.join("tables.csv")).unwrap();
    assert!(table.contains("表二") && table.contains("行政规范性文件"), "{table}");
}
