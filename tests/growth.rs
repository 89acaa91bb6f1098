//! What a check costs grows with what it is given: twice the input takes at most some twice the work, for every kind of input
//! that once took more.
//!
//! Work is counted as memory that is asked for, in pieces and in bytes, which is the same on every machine and at every load.
#![allow(unsafe_code, reason = "counting what is asked of the allocator takes an allocator")]

use jiaohe::read::Input;
use jiaohe::{Options, check};
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

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

#[test]
fn twice_the_input_takes_twice_the_work() {
    let start = "某县2023年政府信息公开工作年度报告\n一、总体情况\n";
    let report = "某县第#局2023年政府信息公开工作年度报告\n一、总体情况\n全年按规定更新各类信息，内容准确，方便群众查阅，没有发生任何差错，\
        群众满意。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n\
        五、存在的主要问题及改进情况\n六、其他需要报告的事项\n无。\n";
    let mut wrong = Vec::new();
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
    ] {
        let (once, twice) = (cost(&series(start, piece, times)), cost(&series(start, piece, times * 2)));
        // A vector that has just grown counts twice.
        let grows = |once: u64, twice: u64, most: u64| twice * 100 > once * most;
        if grows(once.0, twice.0, 210) || grows(once.1, twice.1, 230) {
            wrong.push(format!("{what}: {once:?}, {twice:?}"));
        }
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
