use super::*;
use crate::read::{Input, gb18030, read as read_file};

fn lines(source: &[u8]) -> Result<Vec<String>, ErrorKind> {
    let document = read_file("a.mht", Input::Bytes(source)).map_err(|error| error.kind)?;
    let notes = document.notes.iter().map(|note| format!("// {note}"));
    Ok(document.lines().iter().cloned().chain(notes).collect())
}

fn gb(text: &str) -> Vec<u8> {
    encoding_rs::GB18030.encode(text).0.into_owned()
}

/// Quoted-printable in lines of a few bytes, so that they break inside characters.
fn quoted(bytes: &[u8]) -> String {
    bytes
        .chunks(7)
        .map(|line| line.iter().map(|byte| format!("={byte:02X}")).collect::<Vec<_>>().concat())
        .collect::<Vec<_>>()
        .join("=\r\n")
}

#[test]
fn a_page_with_pictures() {
    let page = quoted(&gb("<html><meta charset=utf-8><p>一、总体情况<p>收到9件</html>"));
    let source = format!(
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"----=_B\"\r\n\r\n此文档为“单个文件网页”。\r\n\r\n\
         ------=_B\r\nContent-Location: file:///C:/a.files/x.png\r\nContent-Transfer-Encoding: base64\r\nContent-Type: image/png\r\n\r\nAAAA\r\n\r\n\
         ------=_B\r\nContent-Location: file:///C:/a.htm\r\nContent-Transfer-Encoding: quoted-printable\r\n\
         Content-Type: text/html;\r\n\tcharset=\"gb2312\"\r\n\r\n{page}\r\n\r\n\
         ------=_B\r\nContent-Type: text/html\r\nContent-Location: file:///C:/a.files/header.htm\r\n\r\n<p>页眉</html>\r\n------=_B--\r\n"
    );
    assert_eq!(lines(source.as_bytes()), Ok(vec!["一、总体情况".into(), "收到9件".into()]));
}

#[test]
fn a_message_of_one_part() {
    let source = [
        b"From: x\nSubject: y\nMIME-Version: 1.0\nContent-Type: text/html; charset=gbk\nContent-Transfer-Encoding: 8bit\n\n"
            .as_slice(),
        &gb("<p>政府"),
    ]
    .concat();
    assert_eq!(lines(&source), Ok(vec!["政府".into()]));
    let text = b"MIME-Version: 1.0\nContent-Type: text/plain\n\na\n\nb\n";
    assert_eq!(lines(text), Ok(vec!["a".into(), "b".into()]));
}

#[test]
fn the_root_is_named_and_names_its_frames() {
    let part = |headers: &str, page: &str| format!("--b\n{headers}\nContent-Type: text/html\n\n{page}\n");
    let source = [
        "Date: x\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b; start=\"<r@x>\"\n\n",
        &part("Content-Location: http://x/y/two.htm", "<p>二<iframe src='../three.htm'></iframe></html>"),
        &part(
            "Content-ID: <r@x>\nContent-Location: http://x/y/",
            "<p>根<frameset><frame src='cid:o@x'><frame src=two.htm></html>",
        ),
        &part("Content-ID: <o@x>", "<p>一<iframe src='cid:r@x'></iframe></html>"),
        &part("Content-Location: http://x/three.htm", "<p>三</html>"),
        &part("Content-Location: http://x/four.htm", "<p>四</html>"),
        "--b--\n",
    ]
    .concat();
    assert_eq!(lines(source.as_bytes()).map(|lines| lines.concat()), Ok("根一二三".into()));
}

#[test]
fn a_workbook_without_its_list_of_sheets() {
    let part = |name: &str, page: &str| {
        format!("--b\nContent-Type: text/html\nContent-Location: http://x/b.files/{name}\n\n{page}\n")
    };
    let source = [
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n".to_owned(),
        part("../b.htm", "<html><frameset><noframes><p>此页使用了框架</noframes></frameset></html>"),
        part("sheet001.htm", "<html><table><tr><td>规章<td>1<tr><td>许可<td>2</table></html>"),
        part("tabstrip.htm", "<html><p>表一</html>"),
        "--b--\n".into(),
    ];
    assert_eq!(
        lines(source.concat().as_bytes()).map(|lines| lines.join("|")),
        Ok("规章|1|许可|2|表一".into())
    );
}

#[test]
fn attached_documents_are_read_each_by_itself() {
    let name = "=?gbk?B?xOqxqC50eHQ=?=";
    let source = format!(
        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nx\n\
         --b\nContent-Type: image/png; name=logo.png\n\nx\n--b\nContent-Disposition: attachment; filename=\"{name}\"\n\
         Content-Transfer-Encoding: base64\n\n5LiA44CB\n--b\nContent-Disposition: attachment; filename*=utf-8''%E4%BA%8C.csv\n\n1,2\n--b--\n"
    );
    let members = attached(source.as_bytes(), &gb18030).unwrap_or_default();
    let names: Vec<_> = members.iter().map(|member| member.name.as_str()).collect();
    assert_eq!(names, ["年报.txt", "二.csv"]);
    assert_eq!(
        members.first().and_then(|member| member.bytes.clone().ok()),
        Some("一、".as_bytes().to_vec())
    );
}

#[test]
fn parts_in_parts() {
    let source = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/alternative; boundary=b\n\n\
        --b\nContent-Type: text/plain\n\nx\n--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n\
        PHA+55Sy\n--b--\n--a\nContent-Type: application/pdf\n\n%PDF-\n--a--\n";
    assert_eq!(lines(source.as_bytes()), Ok(vec!["甲".into()]));
}

#[test]
fn what_has_no_end_is_told() {
    let head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<html><p>甲";
    assert_eq!(lines(head.as_bytes()), Err(ErrorKind::Truncated));
    let whole = format!("{head}</html>");
    assert_eq!(lines(whole.as_bytes()), Ok(vec!["甲".into(), format!("// {UNFINISHED}")]));
    let none = "MIME-Version: 1.0\nContent-Type: multipart/related\n\n--b\nContent-Type: text/html\n\n<html>";
    assert_eq!(lines(none.as_bytes()), Err(ErrorKind::Damaged));
    let empty = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b--\n";
    assert_eq!(lines(empty.as_bytes()), Err(ErrorKind::Empty));
}

#[test]
fn hostile_messages_are_refused() {
    let deep = |n: usize| {
        let open = |at: usize| format!("Content-Type: multipart/mixed; boundary=b{at}\n\n--b{at}\n");
        let all: String = (0..n).map(open).collect();
        lines(format!("MIME-Version: 1.0\n{all}Content-Type: text/html\n\n<p>a</html>").as_bytes())
    };
    assert!(deep(8).is_ok());
    assert_eq!(deep(9), Err(ErrorKind::TooDeep));
    let many = |n: usize| {
        let parts = "--b\n\n".repeat(n);
        lines(
            format!("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n{parts}--b--")
                .as_bytes(),
        )
    };
    assert_eq!(many(limits::ENTRIES + 2), Err(ErrorKind::TooManyEntries));
}
