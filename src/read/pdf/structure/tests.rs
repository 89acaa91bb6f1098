use super::*;

fn zlib(data: &[u8]) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec_zlib(data, 1)
}

fn object(dict: &str, data: &[u8]) -> Vec<u8> {
    [b"%PDF-1.7\n1 0 obj".as_slice(), dict.as_bytes(), b"stream\r\n", data, b"\nendstream endobj"].concat()
}

#[test]
fn structure_is_measured_behind_any_filters_and_any_writing() {
    let bomb = zlib(&vec![b' '; BYTES + (1 << 20)]);
    let twice = zlib(&bomb);
    let hex: Vec<u8> =
        twice.iter().flat_map(|byte| format!("{byte:02x} ").into_bytes()).chain(*b">").collect();
    let many = " ".repeat(3000);
    for (dict, data) in [
        ("<</Type/ObjStm/N 1/Filter/FlateDecode>>", &bomb),
        ("<</Type/Obj#53tm/N 1/Filter/Fl>>", &bomb),
        ("<</First 5/X[1 2]/F[/FlateDecode]>>", &bomb),
        ("<</Size 5/W[1 2 1]/Filter/FlateDecode>>", &bomb),
        ("<</Type/XRef/Filter[/FlateDecode/FlateDecode]>>", &twice),
        ("<</Type/XRef/Filter[/AHx/Fl /Fl]>>", &hex),
        (&format!("<</Type/ObjStm{many}/Filter/FlateDecode>>{many}%obj <<\n"), &bomb),
        ("<</Type/ObjStm/X(obj <</Subtype/Image )/Filter/FlateDecode>>", &bomb),
        (
            "<</Type/ObjStm/Filter 7 0 R>>",
            &[twice.as_slice(), b"\nendstream endobj 7 0 obj[/Fl/Fl]"].concat(),
        ),
        (
            "<</Type/ObjStm/Filter[7 0 R 7 0 R]>>",
            &[twice.as_slice(), b"\nendstream endobj 7 0 obj/Fl "].concat(),
        ),
    ] {
        let found = measure(&object(dict, data));
        assert_eq!(found, Err(ReadError::new(ErrorKind::Inflates)), "{}", dict.trim());
    }
    for head in ["1 0         obj", "1 0 %c\nobj", "1 0%1 0 obj\nobj"] {
        let stream = object("<</Type/ObjStm/N 1/Filter/FlateDecode>>", &bomb);
        let file = [b"%PDF-1.7\n", head.as_bytes(), &stream[b"%PDF-1.7\n1 0 obj".len()..]].concat();
        assert_eq!(measure(&file), Err(ReadError::new(ErrorKind::Inflates)), "{head}");
    }
    let nowhere = object("<</Type/ObjStm/Filter 7 0 R>>", &twice);
    assert_eq!(measure(&nowhere), Err(ReadError::new(ErrorKind::Damaged)), "a filter that is not there");
    let small = zlib(b"1 0 2 9 <<>> <<>>");
    for (dict, data) in [
        ("<</Type/ObjStm/N 2/First 8/Filter/FlateDecode>>", &small),
        ("<</Type/ObjStm/N 2/First 8/Filter[/Fl/Fl]>>", &zlib(&small)),
        // What is no structure is inflated by who wants it.
        ("<</Subtype/Image/Filter/FlateDecode>>", &bomb),
    ] {
        assert_eq!(measure(&object(dict, data)), Ok(()), "{dict}");
    }
}

#[test]
fn objects_entries_and_pages_in_place_are_counted() {
    let many = Err(ReadError::new(ErrorKind::TooManyObjects));
    assert_eq!(measure(&b"<<>>".repeat(limits::OBJECTS * 3 + 1)), many);
    let entries = zlib(&[1, 0, 0].repeat(limits::OBJECTS + 1));
    assert_eq!(measure(&object("<</Size 9/W[1 1 1]/Filter/Fl>>", &entries)), many);
    assert_eq!(measure(&object("<</Type/ObjStm/N 900000>>", b"1 0")), many);
    // Objects inside one another, each read to the end.
    assert_eq!(measure(&b"1 0 obj<<".repeat(20_000)), many);
    let kids = format!("/Kids[{}]", "<</Type/Page>>".repeat(limits::PAGES + 1));
    assert_eq!(measure(kids.as_bytes()), Err(ReadError::new(ErrorKind::TooManyPages)));
    let kids = format!("/Kids[{}]", "3 0 R ".repeat(limits::PAGES + 1));
    assert_eq!(measure(kids.as_bytes()), Ok(()));
}
