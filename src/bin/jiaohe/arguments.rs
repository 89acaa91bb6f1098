use clap::{Parser, Subcommand, ValueEnum};
use jiaohe::vocabulary::Deliverable;
use std::path::PathBuf;

/// 校核政府信息公开工作年度报告
#[derive(Debug, Parser)]
#[command(name = "jiaohe", version)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// 校核文件或文件夹中的报告。退出码：0 没有不通过，1 有不通过，2 有文件未能读取或未识别，64 用法有误
    Check {
        /// 输出格式：text、json、csv、html、sarif 写到标准输出；docx（批注版）、report（校验报告，report-html 为网页）、xlsx（问题清单）、
        /// tables（三张表，tables-html 为网页代码）要用 --out 指定文件夹
        #[arg(long, value_enum, default_value_t = Format::Text, hide_possible_values = true)]
        format: Format,
        /// 把结果写入这个文件夹，每份报告一个文件；问题清单合为一个文件
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
        /// 写入校验报告的核对时间；不写时为现在的北京时间
        #[arg(long, value_name = "TEXT")]
        time: Option<String>,
        /// 上年报告；不写时，在所给文件中按标题和年度自行配对
        #[arg(long, value_name = "FILE")]
        previous: Option<PathBuf>,
        /// 应报单位名单，每行一个；列出没有报告的单位
        #[arg(long, value_name = "FILE")]
        roster: Option<PathBuf>,
        /// 关闭或降低一条规则，可重复：--rule form/title=off，级别为 off、hint、warning
        #[arg(long = "rule", value_name = "ID=LEVEL", value_parser = level)]
        rules: Vec<(String, jiaohe::Level)>,
        /// 文件或文件夹；- 表示从标准输入读取文字
        #[arg(value_name = "FILE|FOLDER", required = true)]
        paths: Vec<PathBuf>,
    },
    /// 列出全部核对规则
    Rules {
        /// 输出格式
        #[arg(long, value_enum, default_value_t = CatalogueFormat::Text)]
        format: CatalogueFormat,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Text,
    Json,
    Csv,
    Html,
    Sarif,
    Docx,
    Report,
    ReportHtml,
    Xlsx,
    Tables,
    TablesHtml,
}

impl Format {
    /// The file that is made of each report, or of all of them; `None` for what is text for standard output.
    pub(super) fn deliverable(self) -> Option<Deliverable> {
        let word = self.to_possible_value()?;
        Deliverable::parse(word.get_name()).filter(|_| self != Self::Csv)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum CatalogueFormat {
    Text,
    Json,
    Markdown,
}

/// Reads `form/title=off`.
fn level(text: &str) -> Result<(String, jiaohe::Level), String> {
    let (rule, word) = text.split_once('=').ok_or("应写作 规则=级别，如 form/title=off")?;
    if !jiaohe::rules::all().any(|known| known.id == rule) {
        return Err(format!("没有名为 {rule} 的规则；用 jiaohe rules 查看全部规则"));
    }
    let level = jiaohe::Level::parse(word);
    level.map(|level| (rule.to_owned(), level)).ok_or_else(|| "级别只能是 off、hint 或 warning".to_owned())
}
