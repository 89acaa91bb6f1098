//! The profile named on the command line.

use super::paths;
use super::say::{say, shown};
use jiaohe::profile::Profile;
use jiaohe::wire::{self, ProfileFault};
use std::path::Path;

/// A profile that was asked for.
pub(super) struct Asked {
    pub(super) profile: Profile,
    /// Whether something in it was left out, which has been told.
    pub(super) is_faulty: bool,
}

/// Reads the profile; without one nothing is changed.
///
/// # Errors
/// Why there is none at all, for the user.
pub(super) fn read(path: Option<&Path>) -> Result<Option<Asked>, String> {
    let Some(path) = path else { return Ok(None) };
    let told = |why: &str| format!("本地配置（{}）没有启用：{why}", shown(path));
    let bytes = paths::bytes(path).map_err(|why| told(&format!("{}{}", why.message, why.hint)))?;
    let text = String::from_utf8(bytes).map_err(|_| told("不是 UTF-8 文本，请另存为 UTF-8。"))?;
    let written: wire::Profile = serde_json::from_str(object(&text)).map_err(|why| told(&spelt(&why)))?;
    let (profile, faults) = Profile::of(&written);
    for fault in &faults {
        say(format_args!("本地配置（{}）{}", shown(path), of(fault)));
    }
    Ok(Some(Asked { profile, is_faulty: !faults.is_empty() }))
}

/// The object in a file that may be a script which assigns it, as the page has it.
fn object(text: &str) -> &str {
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.starts_with('{') {
        return text;
    }
    let from = text.find("= {").map_or(0, |at| at + 2);
    let object = text.get(from..).unwrap_or(text);
    object.trim_end().trim_end_matches(';')
}

fn spelt(why: &serde_json::Error) -> String {
    let cause = if why.is_data() { "内容不合规定" } else { "JSON 写法有误" };
    format!("第 {} 行第 {} 列{cause}（{why}）。", why.line(), why.column())
}

fn of(fault: &ProfileFault) -> String {
    let place = match (fault.start, fault.length) {
        (0, 0) => String::new(),
        (start, _) => format!("第 {} 字处", start + 1),
    };
    format!("{} {place}{}", fault.place, fault.message)
}
