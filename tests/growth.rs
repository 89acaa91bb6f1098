//! What a check costs grows with what it is given: twice the input takes at most some twice the work, for every kind of input
//! that once took more.
//!
//! Work is counted as memory that is asked for, in pieces and in bytes, which is the same on every machine and at every load.
#![allow(unsafe_code, reason = "counting what is asked of the allocator takes an allocator")]
#![allow(clippy::cast_precision_loss, reason = "a ratio is only printed")]

use jiaohe::read::Input;
use jiaohe::{Options, check};
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::fmt::Write as _;

struct Counting;

thread_local! {
    /// Pieces and bytes asked for by this thread.
    static ASKED: Cell<(u64, u64)> = const { Cell::new((0, 0)) };
}

fn count(bytes: usize) {
    // A thread that ends has nothing to count any more.
    let _ = ASKED.try_with(|asked| {
        let (pieces, sum) = asked.get();
        asked.set((pieces + 1, sum + bytes as u64));
    });
}

// SAFETY: all is handed on to the system's allocator as it comes.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(size.saturating_sub(layout.size()));
        unsafe { System.realloc(pointer, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// What a check asks for: pieces and bytes.
fn cost(text: &str) -> (u64, u64) {
    let before = ASKED.get();
    drop(check("report.txt", Input::Text(text), &Options::default()));
    let after = ASKED.get();
    (after.0 - before.0, after.1 - before.1)
}

/// A series: a beginning, and what is repeated with the number of its repetition in the place of `#`.
fn series(start: &str, piece: &str, times: usize) -> String {
    let numbered = (0..times).map(|at| piece.replace('#', &at.to_string()));
    start.to_owned() + &numbered.collect::<String>()
}

/// The page in the docs, up to its rows.
const PAGE: &str = "# 工作量随输入的增长\n\n由 `JIAOHE_DOCS=1 cargo test --test growth` 生成，不手改。\
    工作量按向分配器申请内存的次数计，与机器和负载无关；输入加倍，工作量不得超过 2.1 倍。各行是曾经超出的一种输入。\n\n\
    | 输入 | 一份 | 两份 | 倍数 |\n|---|---:|---:|---:|\n";

#[test]
fn twice_the_input_takes_twice_the_work() {
    let start = "某县2023年政府信息公开工作年度报告\n一、总体情况\n";
    let report = "某县第#局2023年政府信息公开工作年度报告\n一、总体情况\n全年按规定更新各类信息，内容准确，方便群众查阅，没有发生任何差错，\
        群众满意。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n\
        五、存在的主要问题及改进情况\n六、其他需要报告的事项\n无。\n";
    let town = "某镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n";
    let mut wrong = Vec::new();
    let mut told = String::new();
    for (what, start, piece, times) in [
        ("no title", "", "a1b2c#d4e", 1_000),
        ("years", "", "{\"y\":2023,\"n\":\"2022年\"},", 1_000),
        ("lines", "", "abc#\n", 3_000),
        ("claims in a paragraph", start, "申请#件，", 500),
        ("sums", start, "收到申请3件，其中自然人1件，法人2件。\n", 500),
        ("differences", start, "本年收到政府信息公开申请#件。\n", 500),
        ("names", start, "《某办法》", 1_000),
        ("rows", start, "a\t#\n", 1_000),
        ("pipes", start, "|a|#|\n", 1_000),
        ("cells in a row", start, "|#", 2_000),
        ("reports", "", report, 60),
        ("things in this order", start, "自然人、企业分别为#件、1件，", 500),
        ("things in this order, without a stop", start, "分别为1件、", 1_000),
        ("articles of documents", start, "《某办法》第#条（一）", 1_000),
        ("shares", start, "收到申请#件，占1%，", 500),
        ("sums that differ", start, "收到申请#件，其中自然人1件，法人2件。\n", 500),
        ("sums in brackets", start, "发布信息#条（动态#条，公告2条），", 500),
        ("what was said before", start, "全县共主动公开政府信息#条，内容准确。", 500),
        ("headings", start, "（一）主动公开\n", 1_000),
        ("items", start, "一是加强；", 1_000),
        ("brackets", start, "（其中1件）", 1_000),
        ("words said twice", start, "收到收到", 1_000),
        ("gaps", start, "公开信息　条，", 1_000),
        ("placeholders", start, "培训XX次，", 1_000),
        ("days not filled in", start, "2023年　月　日，", 1_000),
        ("telephone numbers", start, "电话13800001234，", 1_000),
        ("words of other bodies", town, "我街道、我局", 1_000),
        ("requests to other bodies", town, "向县政府提出的", 1_000),
        ("code", "", "let x# = foo(#, \"2023年\");\n", 1_000),
    ] {
        let (once, twice) = (cost(&series(start, piece, times)), cost(&series(start, piece, times * 2)));
        let ratio = twice.0 as f64 / once.0 as f64;
        writeln!(told, "| {what} | {} | {} | {ratio:.2} |", once.0, twice.0).unwrap();
        // A vector that has just grown counts twice.
        let grows = |once: u64, twice: u64, most: u64| twice * 100 > once * most;
        if grows(once.0, twice.0, 210) || grows(once.1, twice.1, 230) {
            wrong.push(format!("{what}: {once:?}, {twice:?}"));
        }
    }
    println!("{told}");
    if std::env::var_os("JIAOHE_DOCS").is_some() {
        let page = format!("{PAGE}{told}");
        assert!(std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/growth.md"), page).is_ok());
    }
    assert!(wrong.is_empty(), "pieces and bytes, for once and twice the input:\n{}", wrong.join("\n"));
}

#[test]
fn a_flood_of_numbers_is_cut_and_told() {
    let start = "某县2023年政府信息公开工作年度报告\n一、总体情况\n";
    let report = |text: &str| {
        let mut files = check("report.txt", Input::Text(text), &Options::default());
        files
            .pop()
            .and_then(|file| file.report)
            .map(|report| (report.claims.len(), report.notes))
            .unwrap_or_default()
    };
    for (piece, times, cut) in [
        ("本年收到申请#件。\n", 100, false),
        ("本年收到申请#件。\n", 12_000, true),
        ("本年收到申请#件，", 12_000, true),
        ("各单位认真落实各项要求，", 5_000, true),
        ("各单位认真落实各项要求。\n", 5_000, false),
    ] {
        let (claims, notes) = report(&series(start, piece, times));
        assert!(claims <= 10_000, "{claims}");
        assert_eq!(notes.iter().any(|note| note.starts_with("正文过长")), cut, "{piece}{times}: {notes:?}");
    }
}
