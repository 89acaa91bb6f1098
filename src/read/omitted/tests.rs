use super::*;

/// What becomes of a line, in which `^…^` is raised and `~…~` white.
fn settled(source: &str) -> (String, Option<String>) {
    let mut line = String::new();
    for (at, part) in source.split(['^', '~']).enumerate() {
        let before = source.split(['^', '~']).take(at).map(str::len).sum::<usize>() + at;
        match source.get(before.saturating_sub(1)..before) {
            Some("^") if at % 2 == 1 => doubtful(RAISED, part, &mut line),
            Some("~") if at % 2 == 1 => doubtful(WHITE, part, &mut line),
            _ => line.push_str(part),
        }
    }
    let mut omitted = Omitted { doubts: true, ..Omitted::default() };
    settle(&mut line, &mut omitted);
    (line, omitted.note())
}

#[test]
fn marks_go_and_what_is_raised_alone_stays() {
    for (source, line, note) in [
        ("2^1^", "2", Some("略去上标 1 处")),
        ("12件^①^，其中^[2]^3件", "12件，其中3件", Some("略去上标 2 处")),
        ("^1^2", "2", Some("略去上标 1 处")),
        ("^12^", "12", None),
        ("12^345^", "12 345", None),
        ("合计^（万元）^", "合计（万元）", None),
        ("~9~2", "2", Some("略去白色文字 1 处")),
        ("~92~", "92", None),
        ("~9~2^1^", "2", Some("略去上标 1 处、白色文字 1 处")),
        // A cell that is white throughout is only set so; the mark of a note in it is one all the same.
        ("~2~^1^", "2", Some("略去上标 1 处")),
        ("2", "2", None),
    ] {
        assert_eq!(settled(source), (line.to_owned(), note.map(str::to_owned)), "{source}");
    }
}

#[test]
fn sizes_tell_marks_from_digits() {
    for (pieces, line, note) in [
        (&[("2", 21), ("1", 12)][..], "2", Some("略去上标 1 处")),
        (&[("9", 10), ("2", 21)], "2", Some("略去上标 1 处")),
        (&[("2", 21), ("1", 12), ("件", 21)], "2件", Some("略去上标 1 处")),
        (&[("2", 21), ("1", 16)], "2 1", None),
        (&[("2", 20), ("1", 21)], "21", None),
        (&[("共", 30), ("2", 20), ("件", 30)], "共2件", None),
        (&[("12", 32), ("3456", 20)], "12 3456", None),
        (&[("第2", 32), ("（小）", 20), ("3", 32)], "第2（小）3", None),
        (&[("2. ", 16), ("2024年", 32)], "2. 2024年", None),
        (&[("2024", 32), ("-01-15", 16)], "2024-01-15", None),
    ] {
        let (mut text, mut omitted) = (String::new(), Omitted::default());
        for (piece, size) in pieces {
            omitted.write(Marks { size: Some(*size), ..Marks::default() }, piece, &mut text);
        }
        settle(&mut text, &mut omitted);
        assert_eq!((text.as_str(), omitted.note().as_deref()), (line, note), "{pieces:?}");
    }
}

#[test]
fn colours_are_held_against_their_ground() {
    let grey = Some(Colour::Of([220; 3]));
    for (colour, ground, line, note) in [
        (Some(Colour::WHITE), None, "2", Some("略去白色文字 1 处")),
        (Some(Colour::WHITE), grey, "92", None),
        (grey, grey, "2", Some("略去与底色同色的文字 1 处")),
        (grey, None, "92", None),
        (Some(Colour::WHITE), Some(Colour::Auto), "92", None),
        (Some(Colour::Clear), grey, "2", Some("略去隐藏文字 1 处")),
    ] {
        let (mut text, mut omitted) = (String::new(), Omitted::default());
        omitted.write(Marks { colour, ground, ..Marks::default() }, "9", &mut text);
        omitted.write(Marks::default(), "2", &mut text);
        settle(&mut text, &mut omitted);
        assert_eq!((text.as_str(), omitted.note().as_deref()), (line, note), "{colour:?}");
    }
}

#[test]
fn pieces_that_touch_are_one() {
    let (mut line, mut omitted) = (String::from("2"), Omitted::default());
    for digit in ["1", "2"] {
        omitted.write(Marks { raised: Some(true), ..Marks::default() }, digit, &mut line);
    }
    settle(&mut line, &mut omitted);
    assert_eq!((line.as_str(), omitted.note().as_deref()), ("2", Some("略去上标 1 处")));
    omitted.add_text(Why::Struck, " ");
    omitted.add_text(Why::Struck, "9");
    assert_eq!(omitted.note().as_deref(), Some("略去上标 1 处、删除线文字 1 处"));
}
