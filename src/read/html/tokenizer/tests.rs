//! The tokenizer of `html5ever` is the oracle: both must give the same tree.

use super::super::tree::{Data, NodeId, ROOT, Sink, Tree};
use super::{Tokenizer, names, preprocess};
use crate::read::ErrorKind;
use html5ever::TokenizerResult;
use html5ever::interface::TreeSink;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Token, TokenSink, TokenSinkResult, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use proptest::prelude::*;
use std::fmt::Write;

/// The tree builder without errors of syntax, which are no tokens: `html5ever`'s takes them for some after a `<pre>`,
/// and keeps a line feed that no browser keeps.
struct Quiet(TreeBuilder<NodeId, Sink>);

impl TokenSink for Quiet {
    type Handle = NodeId;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<NodeId> {
        match token {
            Token::ParseError(_) => TokenSinkResult::Continue,
            token => self.0.process_token(token, line),
        }
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.0.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

fn oracle(source: &str) -> String {
    let builder = TreeBuilder::new(Sink::new(), TreeBuilderOpts::default());
    let tokenizer = html5ever::tokenizer::Tokenizer::new(Quiet(builder), TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(source.into());
    while !matches!(tokenizer.feed(&queue), TokenizerResult::Done) {}
    tokenizer.end();
    shown(tokenizer.sink.0.sink.finish())
}

fn ours(source: &str) -> String {
    shown(super::super::parse(source))
}

/// A tree, a line a node, indented.
fn shown(tree: Result<Tree, crate::read::ReadError>) -> String {
    let tree = match tree {
        Ok(tree) => tree,
        Err(error) => return format!("{:?}", error.kind),
    };
    let mut out = String::new();
    let mut stack: Vec<(NodeId, usize)> = vec![(ROOT, 0)];
    while let Some((node, depth)) = stack.pop() {
        let _ = write!(out, "{}", " ".repeat(depth));
        let _ = match tree.data(node) {
            Data::Other => writeln!(out, "-"),
            Data::Text(text) => writeln!(out, "{text:?}"),
            Data::Element { name, attributes } => {
                let _ = write!(out, "{} {}", name.ns, name.local);
                for attribute in attributes {
                    let _ = write!(
                        out,
                        " [{} {}]={:?}",
                        attribute.name.ns, attribute.name.local, &*attribute.value
                    );
                }
                writeln!(out)
            }
        };
        let first = stack.len();
        stack.extend(tree.children(node).map(|child| (child, depth + 1)));
        stack[first..].reverse();
    }
    out
}

/// Pages of all kinds: ours, and those of the folder that others share with us if it is there.
fn pages() -> Vec<(String, String)> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let shared = std::env::var_os("JIAOHE_SHARED").map_or(root.join("../shared/files"), Into::into);
    let mut pages = Vec::new();
    for folder in [root.join("tests/files"), root.join("tests/corpus"), root.join("fuzz/seeds/html"), shared]
    {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let is_page = path.extension().is_some_and(|end| end == "html" || end == "htm" || end == "mht");
            if let Some(bytes) = is_page.then(|| std::fs::read(&path).ok()).flatten() {
                let text = String::from_utf8(bytes.clone());
                let text = text.or_else(|_| crate::read::gb18030(&bytes).ok_or(()));
                pages.push((path.display().to_string(), text.unwrap()));
            }
        }
    }
    pages
}

#[test]
fn pages_give_the_tree_of_the_oracle() {
    let pages = pages();
    assert!(pages.len() >= 4, "{}", pages.len());
    for (name, page) in pages {
        assert!(ours(&page) == oracle(&page), "{name}");
        let windows = page.replace('\n', "\r\n");
        assert!(ours(&windows) == oracle(&windows), "{name} with CR LF");
    }
}

/// Pages with bytes that mean something to a tokenizer put in, taken out or doubled anywhere.
#[test]
fn damaged_pages_give_the_tree_of_the_oracle() {
    const MARKS: [&str; 22] = [
        "<", ">", "</", "/", "=", "\"", "'", "&", ";", "!", "-", "--", "\0", "\r", "\n", " ", "<!--", "-->",
        "]]>", "<script>", "</title>", "&#",
    ];
    let mut state = 7_u32;
    let mut random = move |below: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as usize % below.max(1)
    };
    for (name, page) in pages() {
        let page: Vec<char> = page.chars().collect();
        for _ in 0..60 {
            let from = random(page.len());
            let mut damaged = page[from..page.len().min(from + 4000)].to_vec();
            for _ in 0..=random(12) {
                let at = random(damaged.len());
                match random(3) {
                    0 => drop(damaged.drain(at..damaged.len().min(at + 1 + random(9)))),
                    1 => damaged.extend_from_within(at..damaged.len().min(at + random(40))),
                    _ => drop(damaged.splice(at..at, MARKS[random(MARKS.len())].chars())),
                }
            }
            let damaged: String = damaged.into_iter().collect();
            assert_eq!(ours(&damaged), oracle(&damaged), "{name}: {damaged:?}");
        }
    }
}

/// Pieces of pages, sound and broken, from all kinds or from neighbours in the file, which are akin.
fn pieces() -> impl Strategy<Value = Vec<&'static str>> {
    let pieces: Vec<_> = include_str!("soup.txt").split('\n').collect();
    let windows: Vec<_> = pieces.windows(16).map(<[_]>::to_vec).chain(vec![pieces.clone(); 200]).collect();
    let some = |pieces| proptest::collection::vec(proptest::sample::select(pieces), 1..24);
    proptest::sample::select(windows).prop_flat_map(some)
}

/// Joins pieces; `␀ ␍ ␊ ␌ ␉` stand for the characters that a file of pieces cannot hold.
fn soup(pieces: &[&str]) -> String {
    let mut soup = pieces.concat();
    for (sign, control) in [("␀", "\0"), ("␍", "\r"), ("␊", "\n"), ("␌", "\x0c"), ("␉", "\t")] {
        soup = soup.replace(sign, control);
    }
    soup
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn soup_gives_the_tree_of_the_oracle(pieces in pieces()) {
        let soup = soup(&pieces);
        prop_assert_eq!(ours(&soup), oracle(&soup), "{:?}", soup);
    }

    #[test]
    fn characters_give_the_tree_of_the_oracle(soup in "[<>/!?&;#xX=\"' \\-\\[\\]aptA\0\r\n公]{0,40}") {
        prop_assert_eq!(ours(&soup), oracle(&soup), "{:?}", soup);
    }
}

/// A name is known and means what it means to the oracle, or is text; text it also is not by half.
#[test]
fn every_named_reference_is_the_oracles_or_text() {
    let value = |source: &str, tree: &dyn Fn(&str) -> String| tree(&format!("<p title='{source}'>{source}"));
    for (name, codes) in html5ever::data::NAMED_ENTITIES.entries() {
        if *codes == (0, 0) {
            continue; // the beginning of names
        }
        let known = names::find(name.trim_end_matches(';')).is_some();
        for rest in ["", ";", "=", "a", "1", " ", "<"] {
            let source = format!("&{name}{rest}");
            let want = if known {
                value(&source, &oracle)
            } else {
                value(&source, &|s| oracle(&s.replace('&', "&amp;")))
            };
            assert_eq!(value(&source, &ours), want, "{source}");
        }
    }
}

#[test]
fn every_number_is_the_oracles() {
    let codes = (0..0x500).chain(0xd7f0..0xe010).chain(0xfff0..0x1_0010).chain(0x10_fff0..0x11_0010);
    let source = codes.map(|code| format!("&#{code};&#x{code:x} &#X{code:X}")).collect::<Vec<_>>().concat();
    assert_eq!(ours(&source), oracle(&source));
    let source = "&#99999999999999;&#x99999999999999999;&#;&#x;&#xg;&#-1;&#";
    assert_eq!(ours(source), oracle(source));
}

/// Whatever is repeated or left open: each token takes something of the page, so there are no more than it has bytes.
#[test]
fn every_token_takes_something_of_the_page() {
    for piece in include_str!("soup.txt").split('\n') {
        let piece = soup(&[piece]);
        for before in
            ["", "<p ", "<p a='", "<!--", "<script>", "<title>", "<svg><![CDATA[", "<plaintext>", "&"]
        {
            let page = format!("{before}{}", piece.repeat(50_000 / piece.len().max(1)));
            let mut tokenizer = Tokenizer::new(&page);
            let mut tokens = 0;
            while let Ok(Some(token)) = tokenizer.next(|| true) {
                tokens += 1;
                assert!(tokens <= page.len(), "{before}{piece}");
                if let Token::TagToken(tag) = token {
                    tokenizer.obey(&match &*tag.name {
                        "title" => TokenSinkResult::RawData(RawKind::Rcdata),
                        "script" => TokenSinkResult::RawData(RawKind::ScriptData),
                        "plaintext" => TokenSinkResult::Plaintext,
                        _ => TokenSinkResult::<()>::Continue,
                    });
                }
            }
        }
    }
}

#[test]
fn tags_with_too_many_attributes_are_refused() {
    let tag = |name: &str, n: usize| {
        let attributes = (0..n).map(|i| format!(" a{i}")).collect::<Vec<_>>().concat();
        super::super::parse(&format!("<{name}{attributes}>")).err().map(|error| error.kind)
    };
    assert_eq!(tag("p", 256), None);
    assert_eq!(tag("p", 257), Some(ErrorKind::TooManyAttributes));
    assert_eq!(tag("/p", 257), None);
    // They are ignored where they are, and so told by no element.
    assert_eq!(tag("/p><tr", 1_000_000), Some(ErrorKind::TooManyAttributes));
    let bodies = (0..100_000).map(|i| format!("<body a{i}>")).collect::<Vec<_>>().concat();
    assert_eq!(
        super::super::parse(&bodies).err().map(|error| error.kind),
        Some(ErrorKind::TooManyAttributes)
    );
}

#[test]
fn lines_end_with_a_line_feed() {
    assert_eq!(preprocess("\u{feff}甲\r\n乙\r丙\n\r\u{feff}"), "甲\n乙\n丙\n\n\u{feff}");
}
