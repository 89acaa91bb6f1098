use clap::{Args, Parser, Subcommand, ValueEnum};
use jiaohe::vocabulary::{Deliverable, ListFile};
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
    Check(Check),
    /// 把各单位报告的表二、表三、表四逐格相加成汇总表，并与汇总报告逐格核对。退出码：0 相符或没有汇总报告，1 有一格不等，2 有文件未能读取或没有可以相加的报告，64 用法有误
    Sum(Sum),
    /// 对照应报单位名单，列出各年度未报的单位。退出码：0 都已报，1 有未报的，2 有文件未能读取，64 用法有误
    Missing(Missing),
    /// 列出全部核对规则
    Rules {
        /// 输出格式
        #[arg(long, value_enum, default_value_t = CatalogueFormat::Text)]
        format: CatalogueFormat,
    },
}

/// What `check` is asked.
#[derive(Debug, Args)]
pub(super) struct Check {
    /// 输出格式：text、json、csv、html、sarif 写到标准输出；docx（批注版）、report（校验报告，report-html 为网页）、xlsx（问题清单，多份时有总览）、
    /// tables（三张表，tables-html 为网页代码），以及多份合成的 lists-docx（每单位一份问题清单的压缩包）、
    /// letters（给各单位的修改意见）、matrix（单位与规则总表）要用 --out 指定文件夹
    #[arg(long, value_enum, default_value_t = Format::Text, hide_possible_values = true)]
    pub(super) format: Format,
    /// 把结果写入这个文件夹，每份报告一个文件；问题清单合为一个文件
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    /// 写入校验报告的核对时间；不写时为现在的北京时间
    #[arg(long, value_name = "TEXT")]
    pub(super) time: Option<String>,
    /// 上年报告；不写时，在所给文件中按标题和年度自行配对
    #[arg(long, value_name = "FILE")]
    pub(super) previous: Option<PathBuf>,
    /// 应报单位名单，每行一个（文本不限编码，也可以是 docx、xlsx）；列出没有报告的单位
    #[arg(long, value_name = "FILE")]
    pub(super) roster: Option<PathBuf>,
    /// 本地配置（JSON，或页面用的 profile.js）：规则级别、应报单位、自定规则，见 docs/profile.md
    #[arg(long, value_name = "FILE")]
    pub(super) profile: Option<PathBuf>,
    /// 关闭或降低一条规则，可重复：--rule form/title=off，级别为 off、hint、warning
    #[arg(long = "rule", value_name = "ID=LEVEL", value_parser = level)]
    pub(super) rules: Vec<(String, jiaohe::Level)>,
    #[command(flatten)]
    pub(super) jobs: Jobs,
    /// 文件或文件夹；- 表示从标准输入读取文字
    #[arg(value_name = "FILE|FOLDER", required = true)]
    pub(super) paths: Vec<PathBuf>,
}

/// How many files at once.
#[derive(Debug, Clone, Copy, Args)]
pub(super) struct Jobs {
    /// 同时处理几份文件；不写时与处理器核数相同。结果的顺序不受影响
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(super) jobs: Option<u16>,
}

/// What `sum` is asked.
#[derive(Debug, Args)]
pub(super) struct Sum {
    /// 输出格式：text、json 写到标准输出；xlsx、docx（按规定格式）、html 要用 --out 指定文件夹，每个年度一个文件
    #[arg(long, value_enum, default_value_t = SumFormat::Text, hide_possible_values = true)]
    pub(super) format: SumFormat,
    /// 把汇总表写入这个文件夹
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    /// 与这份汇总报告逐格核对；不写时，在所给文件中按单位名称自行找出
    #[arg(long, value_name = "FILE")]
    pub(super) county: Option<PathBuf>,
    /// 本级（如县政府办公室）的报告；不写时按单位名称自行找出
    #[arg(long, value_name = "FILE", conflicts_with = "no_own")]
    pub(super) own: Option<PathBuf>,
    /// 本级不计入
    #[arg(long)]
    pub(super) no_own: bool,
    /// 只汇总这个年度；不写时以汇总报告的年度为准，没有汇总报告时每个年度各汇总一份
    #[arg(long, value_name = "YEAR")]
    pub(super) year: Option<u16>,
    /// 应报单位名单：不在名单中的报告不计入，未报的单位逐一列出
    #[arg(long, value_name = "FILE")]
    pub(super) roster: Option<PathBuf>,
    /// 本地配置：没有 --roster 时用其中的名单
    #[arg(long, value_name = "FILE")]
    pub(super) profile: Option<PathBuf>,
    #[command(flatten)]
    pub(super) jobs: Jobs,
    /// 各单位的报告：文件或文件夹
    #[arg(value_name = "FILE|FOLDER", required = true)]
    pub(super) paths: Vec<PathBuf>,
}

/// What `missing` is asked.
#[derive(Debug, Args)]
pub(super) struct Missing {
    /// 输出格式
    #[arg(long, value_enum, default_value_t = MissingFormat::Text)]
    pub(super) format: MissingFormat,
    #[command(flatten)]
    pub(super) jobs: Jobs,
    /// 应报单位名单，每行一个（文本不限编码，也可以是 docx、xlsx）
    #[arg(value_name = "ROSTER")]
    pub(super) roster: PathBuf,
    /// 报告：文件或文件夹
    #[arg(value_name = "FILE|FOLDER", required = true)]
    pub(super) paths: Vec<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum SumFormat {
    Text,
    Json,
    Xlsx,
    Docx,
    Html,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum MissingFormat {
    Text,
    Json,
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
    ListsDocx,
    Letters,
    Matrix,
}

impl Format {
    /// The file that is made of each report, or of all of them; `None` for what is text for standard output.
    pub(super) fn deliverable(self) -> Option<Deliverable> {
        let word = self.to_possible_value()?;
        Deliverable::parse(word.get_name()).filter(|_| self != Self::Csv)
    }

    /// The file that is made of all of them for handing over, if it is one.
    pub(super) fn collection(self) -> Option<ListFile> {
        ListFile::parse(self.to_possible_value()?.get_name())
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
    if !jiaohe::rules::is_known(rule) {
        return Err(format!("没有名为 {rule} 的规则；用 jiaohe rules 查看全部规则"));
    }
    let level = jiaohe::Level::parse(word);
    level.map(|level| (rule.to_owned(), level)).ok_or_else(|| "级别只能是 off、hint 或 warning".to_owned())
}
