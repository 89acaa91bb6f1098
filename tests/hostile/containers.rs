//! What can be wrong with a container, for every format that comes in one; and containers of no format.

use crate::case::{ANY, CUT, Case, case, cuts, damages};
use crate::pack::{Entry, deflated, pack, plain, run};
use crate::packages::{ALL, Package};

pub(crate) fn cases() -> Vec<Case> {
    let mut all: Vec<Case> = ALL.into_iter().flat_map(of).collect();
    all.extend(others());
    all
}

/// A package with a main part that is made from a sound one.
fn changed(package: Package, change: impl Fn(Entry) -> Entry) -> Vec<u8> {
    let main = deflated(package.main(), package.part(&package.text("年度报告")).as_bytes());
    pack(&package.entries(change(main)))
}

fn of(package: Package) -> Vec<Case> {
    let id = package.id();
    let sound = move || package.sound();
    let mut all = vec![
        case(id, "a part of 70 MB in 70 KB", &["inflates"], move || {
            pack(&package.entries(run(package.main(), b' ', 70 << 20)))
        }),
        case(id, "a part of 2 MB in 2 KB", &["inflates"], move || {
            pack(&package.entries(run(package.main(), 0, 2 << 20)))
        }),
        case(id, "1001 entries", &["too_many_entries"], move || {
            let mut entries = package.entries(plain(package.main(), package.part("")));
            let rest = 1001 - entries.len();
            entries.extend((0..rest).map(|at| plain(&format!("x{at}"), "")));
            pack(&entries)
        }),
        case(id, "60000 entries", &["too_many_entries"], move || {
            let mut entries = package.entries(plain(package.main(), package.part("")));
            entries.extend((0..60_000).map(|at| plain(&format!("x{at}"), "")));
            pack(&entries)
        }),
        case(id, "the main part twice", &["overlap"], move || {
            let mut entries = package.entries(plain(package.main(), package.part("")));
            entries.push(plain(package.main(), package.part(&package.text("另一份"))));
            pack(&entries)
        }),
        case(id, "the main part twice, in capitals", &["overlap"], move || {
            let mut entries = package.entries(plain(package.main(), package.part("")));
            entries.push(plain(&package.main().to_uppercase(), package.part("")));
            pack(&entries)
        }),
        case(id, "entries that share their bytes", &["overlap"], move || {
            let mut entries = package.entries(plain(package.main(), package.part("")));
            entries.extend((0..300).map(|at| Entry {
                name: format!("x{at}"),
                shares: true,
                ..plain(package.main(), package.part(""))
            }));
            pack(&entries)
        }),
        case(id, "an encrypted part", &["encrypted"], move || {
            changed(package, |main| Entry { flags: 1, ..main })
        }),
        case(id, "a checksum that does not fit", &["damaged"], move || {
            changed(package, |main| Entry { crc: !main.crc, ..main })
        }),
        case(id, "a size that is too small", &["damaged", "inflates"], move || {
            changed(package, |main| Entry { size: 3, ..main })
        }),
        case(id, "a size that is too large", &["damaged", "inflates"], move || {
            changed(package, |main| Entry { size: u32::MAX - 1, ..main })
        }),
        case(id, "LZMA", &["unsupported", "damaged"], move || {
            changed(package, |main| Entry { method: 14, ..main })
        }),
        case(id, "a method that no one knows", &["unsupported", "damaged"], move || {
            changed(package, |main| Entry { method: 777, ..main })
        }),
        case(id, "no deflate stream", &["damaged"], move || {
            changed(package, |main| Entry { stored: vec![0xff; 99], ..main })
        }),
        case(id, "no main part", &["damaged", "archive", "empty"], move || {
            let mut entries = package.entries(plain(package.main(), ""));
            entries.pop();
            pack(&entries)
        }),
        case(id, "an empty main part", &["damaged", "empty", "scanned"], move || {
            pack(&package.entries(plain(package.main(), "")))
        }),
        case(id, "a main part of noise", &["damaged", "empty"], move || {
            let mut rng = jiaohe_testkit::Rng::new(7);
            let noise: Vec<u8> = (0..5000).map(|_| rng.next_u64() as u8).collect();
            pack(&package.entries(plain(package.main(), noise)))
        }),
        case(
            id,
            "bytes before the container",
            &["read", "damaged", "truncated", "not_text", "protected"],
            move || [b"MAIL GATEWAY\r\n".as_slice(), &package.sound()].concat(),
        ),
        case(id, "a megabyte behind the container", CUT, move || {
            [package.sound(), vec![0; 1 << 20]].concat()
        }),
        case(id, "a directory that begins beyond the end", &["damaged", "truncated"], move || {
            let mut bytes = package.sound();
            let at = bytes.len() - 6;
            bytes[at..at + 4].copy_from_slice(&0x7fff_ffff_u32.to_le_bytes());
            bytes
        }),
        case(id, "a directory that says 65535 entries", &["damaged", "truncated", "read"], move || {
            let mut bytes = package.sound();
            let at = bytes.len() - 14;
            bytes[at..at + 4].fill(0xff);
            bytes
        }),
        case(
            id,
            "itself ten deep",
            &["archive", "nested_archive", "nothing_inside", "damaged", "empty", "read"],
            move || {
                let inner =
                    (0..10).fold(package.sound(), |inner, at| pack(&[plain(&format!("{at}.{id}"), inner)]));
                pack(&package.entries(plain(package.main(), inner)))
            },
        ),
        case(id, "names that climb", &["read", "damaged"], move || {
            let mut entries = package.entries(plain(package.main(), package.part(&package.text("甲"))));
            entries.push(plain("../../../../etc/passwd", "x"));
            entries.push(plain("C:\\windows\\x", "x"));
            pack(&entries)
        }),
    ];
    all.extend(cuts(id, &["truncated", "damaged"], sound));
    all.extend(damages(id, 8, sound));
    all
}

/// Containers that are no document.
fn others() -> Vec<Case> {
    let archive: &[&str] = &["archive", "nested_archive", "nothing_inside", "read"];
    vec![
        case("zip", "nothing in it", &["archive", "nothing_inside"], || pack(&[])),
        case("zip", "pictures", &["image", "not_text"], || pack(&[plain("a.png", "\u{89}PNG")])),
        case("zip", "archives in archives", archive, || {
            (0..50).fold(pack(&[plain("a.txt", "甲")]), |inner, _| pack(&[plain("a.zip", inner)]))
        }),
        case("zip", "16 archives in each of 16 archives, of bombs", archive, || {
            let bomb = pack(&[run("0.dll", 0, 12 << 20)]);
            let many = |inner: &[u8]| {
                pack(&(0..16).map(|at| plain(&format!("lib {at}.zip"), inner)).collect::<Vec<_>>())
            };
            many(&many(&bomb))
        }),
        case("zip", "a presentation", &["presentation"], || {
            pack(&[
                plain(
                    "[Content_Types].xml",
                    "<Types><Override ContentType='application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'/></Types>",
                ),
                plain("ppt/presentation.xml", "<p/>"),
            ])
        }),
        case("zip", "content types that inflate", &["inflates"], || {
            pack(&[run("[Content_Types].xml", b'<', 20 << 20)])
        }),
        case("docx", "docx in docx in docx", ANY, || {
            let chunk = |inner: Vec<u8>| {
                let body = "<w:altChunk xmlns:r='r' r:id='c'/>".repeat(10);
                let mut entries =
                    Package::Docx.entries(plain("word/document.xml", Package::Docx.part(&body)));
                entries.push(plain(
                    "word/_rels/document.xml.rels",
                    "<Relationships><Relationship Id='c' Type='x/aFChunk' Target='c.docx'/></Relationships>",
                ));
                entries.push(plain("word/c.docx", inner));
                pack(&entries)
            };
            (0..12).fold(Package::Docx.sound(), |inner, _| chunk(inner))
        }),
        case("docx", "ten embedded documents of 60 MB each", ANY, || {
            let text =
                Package::Docx.part(&format!("<w:p/>{}", "<!-- 0123456789 -->\n<w:x/>".repeat(2 << 20)));
            let main = deflated("word/document.xml", text.as_bytes());
            let inner = pack(&Package::Docx.entries(main));
            let body = "<w:altChunk xmlns:r='r' r:id='c'/>".repeat(10);
            let mut entries = Package::Docx.entries(plain("word/document.xml", Package::Docx.part(&body)));
            entries.push(plain(
                "word/_rels/document.xml.rels",
                "<Relationships><Relationship Id='c' Type='x/aFChunk' Target='c.docx'/></Relationships>",
            ));
            entries.push(plain("word/c.docx", inner));
            pack(&entries)
        }),
        case("docx", "a docx of 31 MB", &["too_large"], || {
            let mut entries = Package::Docx.entries(plain("word/document.xml", Package::Docx.part("")));
            entries.push(plain("word/media/a.png", vec![7; 31 << 20]));
            pack(&entries)
        }),
    ]
}
