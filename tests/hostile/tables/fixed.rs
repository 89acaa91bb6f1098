//! Fixed pages (OFD) beyond all measure.

use crate::case::{Case, case};
use crate::pack::{Entry, pack, plain};
use crate::packages::Package::Ofd;

pub(crate) fn cases() -> Vec<Case> {
    let with = |at: usize, name: &'static str, content: String| {
        let mut entries: Vec<Entry> = Ofd.entries(plain(Ofd.main(), Ofd.part(&Ofd.text("甲区年度报告"))));
        entries[at] = plain(name, content);
        pack(&entries)
    };
    let document = move |pages: &str| {
        with(
            1,
            "Doc_0/Document.xml",
            format!(
                "<ofd:Document xmlns:ofd='http://www.ofdspec.org/2016'><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:TemplatePage ID='7' BaseLoc='Pages/Page_0/Content.xml'/></ofd:CommonData><ofd:Pages>{pages}</ofd:Pages></ofd:Document>"
            ),
        )
    };
    let page = |content: &str| Ofd.with_part(&Ofd.part(content));
    let code = |attributes: &str, text: &str| {
        format!(
            "<ofd:TextObject ID='1' Boundary='10 10 100 10' Font='2' Size='5'><ofd:TextCode {attributes}>{text}</ofd:TextCode></ofd:TextObject>"
        )
    };
    vec![
        case("ofd", "301 pages", &["too_many_pages"], move || {
            document(&"<ofd:Page ID='1' BaseLoc='Pages/Page_0/Content.xml'/>".repeat(301))
        }),
        case("ofd", "100000 pages", &["too_many_pages"], move || {
            document(&"<ofd:Page ID='1' BaseLoc='Pages/Page_0/Content.xml'/>".repeat(100_000))
        }),
        case("ofd", "a root that is itself", &["damaged", "empty", "scanned"], move || {
            with(0, "OFD.xml", "<ofd:OFD xmlns:ofd='o'><ofd:DocBody><ofd:DocRoot>OFD.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>".into())
        }),
        case("ofd", "a page that is the document", &["damaged", "empty", "scanned"], move || {
            document("<ofd:Page ID='1' BaseLoc='Document.xml'/>")
        }),
        case("ofd", "a template that uses itself", &["read"], || {
            let mut entries = Ofd.entries(plain(
                Ofd.main(),
                Ofd.part(&Ofd.text("甲"))
                    .replace("<ofd:Content>", "<ofd:Template TemplateID='7'/><ofd:Content>"),
            ));
            entries[1] = plain(
                "Doc_0/Document.xml",
                "<ofd:Document xmlns:ofd='http://www.ofdspec.org/2016'><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:TemplatePage ID='7' BaseLoc='Pages/Page_0/Content.xml'/></ofd:CommonData><ofd:Pages><ofd:Page ID='1' BaseLoc='Pages/Page_0/Content.xml'/></ofd:Pages></ofd:Document>",
            );
            pack(&entries)
        }),
        case("ofd", "steps repeated four billion times", &["read"], move || {
            page(
                &code("X='0' Y='5' DeltaX='g 4294967295 1 g 4294967295 1 g 99999999999 9'", "甲区年度报告")
                    .repeat(100),
            )
        }),
        case("ofd", "sizes beyond all measure", &["read", "empty", "scanned"], move || {
            page(&code("X='1e300' Y='-99999999999999999999' DeltaX='NaN 1e400 .'", "甲区年度报告").repeat(3))
        }),
        case(
            "ofd",
            "100000 lines across each other",
            &["read", "too_many_nodes", "too_much_text"],
            move || {
                let line = |at: u32| {
                    format!(
                        "<ofd:PathObject ID='1' Boundary='0 0 210 297' LineWidth='0.3'><ofd:AbbreviatedData>M {0} 0 L {0} 297 M 0 {0} L 210 {0}</ofd:AbbreviatedData></ofd:PathObject>",
                        f64::from(at % 20_000) / 100.0
                    )
                };
                page(&((0..100_000).map(line).collect::<String>() + &Ofd.text("甲")))
            },
        ),
        case("ofd", "no text", &["scanned", "empty"], move || page("")),
        case("ofd", "glyphs for 4 billion characters", &["read"], move || {
            page(
                "<ofd:TextObject ID='1' Boundary='10 10 100 10' Font='2' Size='5'><ofd:CGTransform CodePosition='0' CodeCount='4294967295' GlyphCount='4294967295'><ofd:Glyphs>1 2</ofd:Glyphs></ofd:CGTransform><ofd:TextCode X='0' Y='5'>甲区</ofd:TextCode></ofd:TextObject>",
            )
        }),
    ]
}
