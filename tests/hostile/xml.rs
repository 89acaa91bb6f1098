//! What can be wrong with XML, for every format that is made of it.

use crate::case::{Case, case};
use crate::packages::{ALL, Package};

pub(crate) fn cases() -> Vec<Case> {
    ALL.into_iter().flat_map(of).collect()
}

fn of(package: Package) -> Vec<Case> {
    let id = package.id();
    let part = move |content: &str| package.with_part(&package.part(content));
    let text = move |text: &str| package.text(text);
    vec![
        case(id, "100000 elements deep", &["too_deep"], move || part(&"<a>".repeat(100_000))),
        case(id, "257 elements deep", &["too_deep"], move || {
            part(&format!("{}{}", "<a>".repeat(257), "</a>".repeat(257)))
        }),
        case(id, "the billion laughs", &["read", "damaged", "empty"], move || {
            let mut dtd = "<!DOCTYPE a [<!ENTITY a0 '哈'>".to_owned();
            for at in 1..12 {
                dtd += &format!("<!ENTITY a{at} '{}'>", format!("&a{};", at - 1).repeat(10));
            }
            let body = package.part(&text("年报&a11;")).replacen("?>", &format!("?>{dtd}]>"), 1);
            package.with_part(&body)
        }),
        case(id, "an entity that is a file", &["read", "damaged", "empty"], move || {
            let dtd = "?><!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>";
            package.with_part(&package.part(&text("年报&x;")).replacen("?>", dtd, 1))
        }),
        case(id, "100000 attributes", &["too_many_attributes"], move || {
            let attributes: String = (0..100_000).map(|at| format!(" a{at}='1'")).collect();
            part(&format!("<a{attributes}/>"))
        }),
        case(id, "100000 equal attributes", &["too_many_attributes"], move || {
            part(&format!("<a{}/>", " a='1'".repeat(100_000)))
        }),
        case(id, "an attribute of 20 MB", &["read", "empty"], move || {
            let mut rng = jiaohe_testkit::Rng::new(3);
            let value: String = (0..1 << 20).map(|_| format!("{:x}", rng.next_u64())).collect();
            part(&format!("<a b='{value}'/>{}", text("甲")))
        }),
        case(id, "elements that do not end", &["damaged"], move || package.with_part(&package.part("<a>"))),
        case(id, "ends that do not fit", &["damaged"], move || part("<a><b></a></b>")),
        case(id, "a million elements", &["too_many_nodes"], move || {
            let mut rng = jiaohe_testkit::Rng::new(3);
            let many: String = (0..1_000_000).map(|_| format!("<a{:x}/>", rng.next_u64() >> 40)).collect();
            part(&many)
        }),
        case(id, "four million characters", &["too_much_text"], move || {
            let mut rng = jiaohe_testkit::Rng::new(5);
            let mut han = || char::from_u32(0x4e00 + (rng.next_u64() % 20_000) as u32).unwrap();
            let lines: String =
                (0..4_000).map(|_| text(&(0..1_000).map(|_| han()).collect::<String>())).collect();
            part(&lines)
        }),
        case(id, "bytes that are no UTF-8", &["read", "damaged"], move || {
            let mut main = package.part(&text("年报")).into_bytes();
            let at = main.windows(3).position(|window| window == "年".as_bytes()).unwrap();
            main[at] = 0xff;
            crate::pack::pack(&package.entries(crate::pack::plain(package.main(), main)))
        }),
        case(id, "no XML", &["damaged", "empty", "scanned"], move || package.with_part("年度报告")),
        case(id, "half a tag", &["damaged"], move || {
            package.with_part(&format!("{}<a b='", package.around().0))
        }),
        case(id, "comments and instructions without end", &["damaged"], move || part("<!-- a")),
        case(id, "200 levels with text at each", &["read", "empty", "too_deep"], move || {
            part(&format!("{}{}", format!("<a>{}", text("甲")).repeat(200), "</a>".repeat(200)))
        }),
    ]
}
