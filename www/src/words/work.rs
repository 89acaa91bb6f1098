//! Work that is saved and opened.

use crate::state::{Refused, Restored};

/// The menu.
pub(crate) const MENU: &str = "保存/打开";
/// Button: save.
pub(crate) const SAVE: &str = "保存工作";
/// Button: open.
pub(crate) const OPEN: &str = "打开工作";
/// The box beside saving.
pub(crate) const WITH_TEXT: &str = "同时保存粘贴的报告文字";
/// What saving keeps.
pub(crate) const NOTE: &str = "存为本机的一个文件：说明、读取有误、人工更正和报告清单，不含报告文字（勾选的除外）。下次打开后，再拖入报告即恢复。";
/// Nothing to save yet.
pub(crate) const NOTHING: &str = "还没有报告，可以打开以前保存的工作。";

/// What the file is called: when, digits and dashes only.
pub(crate) fn file(time: &str) -> String {
    let time: String = time
        .chars()
        .filter_map(|c| match c {
            '0'..='9' | '-' => Some(c),
            ' ' => Some('-'),
            _ => None,
        })
        .collect();
    format!("校核工作-{time}.json")
}

/// After saving.
pub(crate) fn stored(name: &str, lost: usize) -> String {
    let rest = if lost == 0 {
        "请在浏览器的下载中查看。".to_owned()
    } else {
        format!("其中 {lost} 份改过的文字没有保存：需要时勾选“{WITH_TEXT}”再保存一次。")
    };
    format!("已保存为 {name}，{rest}")
}

/// After opening.
pub(crate) fn opened(total: usize, waiting: usize) -> String {
    match waiting {
        0 => format!("已打开工作，共 {total} 份报告。"),
        _ => format!("已打开工作，共 {total} 份报告；还有 {waiting} 份请拖入或粘贴，给入后自动恢复。"),
    }
}

/// Why a file is not opened, and what to do.
pub(crate) fn refused(refused: Refused) -> String {
    match refused {
        Refused::Foreign => {
            "没有打开：这不是本程序保存的工作文件。请选择名称以“校核工作”开头的 json 文件。".into()
        }
        Refused::Newer(version) => {
            format!(
                "没有打开：工作文件由更新的程序保存（第 {version} 版格式）。请用那个程序打开，或请信息中心更新本程序。"
            )
        }
        Refused::Damaged => {
            "没有打开：工作文件不完整或已损坏。请从原处重新拷贝；没有备份的，请重新拖入报告。".into()
        }
    }
}

/// What was restored for a report.
pub(crate) fn restored(restored: &Restored) -> String {
    let Restored { decisions, corrections, lapsed } = restored;
    let told = format!("已恢复保存的工作：说明 {decisions} 处，人工更正 {corrections} 处。");
    match lapsed.as_slice() {
        [] => told,
        lapsed => format!("{told}已失效的说明：{}。", lapsed.join("；")),
    }
}

/// Reports that opened work waits for.
pub(crate) fn waiting(names: &[String]) -> String {
    format!("打开的工作还等着 {} 份报告，请拖入或粘贴：{}。", names.len(), names.join("、"))
}
