//! The page on how to verify that nothing leaves.

/// Its heading.
pub(crate) const HEADING: &str = "验证“不上传、不联网、不留存”";
/// The claim, exactly.
pub(crate) const CLAIM: &str = "打开本页之后，不论粘贴、拖入、校核、复制、导出，页面不向任何服务器发出请求；除深浅色和字号两项偏好外，不写入任何本地存储。关闭页面，内容即消失。";
/// Heading: by hand.
pub(crate) const BY_HAND: &str = "自己动手看";
/// How to see it.
pub(crate) const STEPS: [&str; 4] = [
    "拔掉网线或断开无线网络，照常粘贴、拖入、校核、导出：全部功能不变。",
    "按 F12 打开开发者工具，选“网络”，再做一次校核：列表里只会出现以 blob: 开头的条目，那是本页自己启动的工作线程，没有发往任何服务器的请求。",
    "在开发者工具的“控制台”里输入 fetch(\"/\") 后回车：浏览器按本页的安全策略拒绝，并写明 connect-src 'none'。",
    "请信息中心用 SHA256SUMS.txt 或 SM3SUMS.txt 核对程序文件，并与发布时另行公布的校验值比较。",
];
/// What the claim does not cover.
pub(crate) const HONESTY: &str = "浏览器本身可能会检查更新，部分浏览器的云查杀、划词翻译会发送内容，这些不受本页控制。涉密和内部文件请按保密规定处理。";
/// Heading: the program checks itself.
pub(crate) const CHECK: &str = "本机自检";
/// What it does.
pub(crate) const CHECK_WHAT: &str = "用内置的示例报告试算一遍，并核对引擎的校验值、能调用的浏览器功能、安全策略和打开后的请求数。不涉及您的报告，也不发出请求。";
/// Button.
pub(crate) const BEGIN: &str = "开始自检";
/// Button, once there is a result.
pub(crate) const AGAIN: &str = "再检一次";
/// While it is under way.
pub(crate) const RUNNING: &str = "正在自检…";
/// Button.
pub(crate) const COPY: &str = "复制自检结果";
/// Said once it is copied.
pub(crate) const COPIED: &str = "已复制自检结果（不含任何报告内容）。";
/// Said if it is not.
pub(crate) const NOT_COPIED: &str = "浏览器不允许复制，请选中文字后按 Ctrl+C。";
/// Heading: what the programs can call.
pub(crate) const CALLS: &str = "程序能调用的全部浏览器功能";
/// Why that counts.
pub(crate) const CALLS_WHY: &str = "程序是两个 WebAssembly 模块，只能使用下面列出的功能，此外什么也做不了；其中没有一项能访问网络。报告由“引擎”在工作线程中读取和核对，“页面”负责显示。";
/// The two programs: their names in the list, and for the reader.
pub(crate) const PROGRAMS: [(&str, &str); 2] = [("engine", "引擎"), ("app", "页面")];
/// Heading: the policy.
pub(crate) const POLICY: &str = "正在执行的内容安全策略";
/// Why that counts.
pub(crate) const POLICY_WHY: &str = "写在页面开头，由浏览器强制执行；网站服务器另发的策略只会更严。";
/// Heading: what it is.
pub(crate) const RELEASE: &str = "版本与校验值";
/// Term: version.
pub(crate) const VERSION: &str = "版本";
/// Term: build.
pub(crate) const BUILD: &str = "构建标识";
/// Term: what the engine has to be.
pub(crate) const ENGINE: &str = "引擎的 SHA-256（发布时）";
/// What stands for something that the page does not say.
pub(crate) const UNKNOWN: &str = "未写明（不是发布的版本）";
/// Marks of what is as it has to be, and of what is not.
pub(crate) const MARKS: [&str; 2] = ["异常", "正常"];

/// What the check of the program came to.
pub(crate) fn verdict(holds: bool) -> &'static str {
    if holds {
        "自检完成：全部正常。"
    } else {
        "自检完成：有异常，请重新下载并整个拷贝程序文件后再试，仍有异常请告诉信息中心。"
    }
}

/// How many names a purpose has.
pub(crate) fn count(names: usize) -> String {
    format!("{names} 项")
}

/// What the sample report came to.
pub(crate) fn sample(found: Option<&[String]>, expected: &[&str]) -> String {
    let Some(found) = found else { return "示例报告试算：引擎没有给出结果。".into() };
    if found == expected {
        return format!("示例报告试算：应查出 {} 处问题，全部查出，没有多报。", expected.len());
    }
    let missed = expected.iter().filter(|line| !found.iter().any(|one| one == *line)).count();
    format!("示例报告试算：应查出 {} 处问题，查出 {} 处，其中漏报 {missed} 处。", expected.len(), found.len())
}

/// The engine as loaded against the one released.
pub(crate) fn engine(loaded: &str, released: &str) -> String {
    match (loaded, released) {
        ("", _) => "引擎校验值：没有取到已载入的引擎。".into(),
        (_, "") => format!("引擎校验值：页面未写明发布时的值；已载入的是 SHA-256 {loaded}。"),
        _ if loaded == released => format!("引擎校验值：与发布时一致，SHA-256 {loaded}。"),
        _ => format!("引擎校验值：与发布时不同，已载入的是 SHA-256 {loaded}，发布时是 {released}。"),
    }
}

/// What the loaded engine can call.
pub(crate) fn calls(all: usize, unknown: &[&str]) -> String {
    if unknown.is_empty() {
        format!("引擎能调用的浏览器功能：{all} 项，都在清单内，没有访问网络的。")
    } else {
        format!("引擎能调用的浏览器功能：{all} 项，其中不在清单内的有 {}。", unknown.join("、"))
    }
}

/// What the policy does not say.
pub(crate) fn policy(missing: &[&str]) -> String {
    if missing.is_empty() {
        "内容安全策略：禁止连接任何服务器、提交表单和运行外来程序，由浏览器强制执行。".into()
    } else {
        format!("内容安全策略：缺少 {}。", missing.join("、"))
    }
}

/// What was asked for since the page was loaded.
pub(crate) fn later(count: Option<u32>) -> String {
    match count {
        Some(0) => "打开以后的请求：0 个。".into(),
        Some(count) => format!("打开以后的请求：浏览器记录了 {count} 个，请按 F12 在“网络”中查看是哪些。"),
        None => "打开以后的请求：浏览器没有给出记录。".into(),
    }
}

/// What a directive of the policy means.
pub(crate) fn means(directive: &str) -> &'static str {
    match directive.split(' ').next().unwrap_or_default() {
        "default-src" => "没有另外写明的，一律不许载入",
        "script-src" => {
            "只运行本页自己的脚本（'unsafe-eval' 是较旧内核运行 WebAssembly 必需的写法，文字仍不能当程序运行，见 require-trusted-types-for）"
        }
        "worker-src" => "工作线程只能由本页自己生成",
        "connect-src" => "不许连接任何服务器，本页所在的服务器也不行",
        "style-src" => "只用本页自己的样式",
        "img-src" => "图片只能来自页面内部",
        "base-uri" => "不许改变页面地址的起点",
        "form-action" => "不许提交表单",
        "require-trusted-types-for" => "不许把文字当作程序或网页代码运行",
        "trusted-types" => "唯一的例外：启动本页自己的工作线程",
        _ => "",
    }
}

/// The result of a check as text, to be sent to someone. It has no word of any report of the clerk's.
pub(crate) fn letter<'a>(
    version: &str,
    build: &str,
    verdict: bool,
    lines: impl Iterator<Item = (bool, &'a str)>,
) -> String {
    let mut text = format!("校核（jiaohe）{version}　构建标识 {build}\n{}\n", self::verdict(verdict));
    for (holds, line) in lines {
        text.push_str(mark(holds));
        text.push('　');
        text.push_str(line);
        text.push('\n');
    }
    text
}

/// The word for whether something is as it has to be.
pub(crate) fn mark(holds: bool) -> &'static str {
    let [not, yes] = MARKS;
    if holds { yes } else { not }
}
