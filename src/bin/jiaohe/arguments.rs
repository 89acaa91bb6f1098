use clap::{Parser, Subcommand, ValueEnum};
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
    /// 校核文件或文件夹中的报告。退出码：0 没有不通过，1 有不通过，2 有文件未能读取，64 用法有误
    Check {
        /// 输出格式
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
        /// 上年报告；不写时，在所给文件中按标题和年度自行配对
        #[arg(long, value_name = "FILE")]
        previous: Option<PathBuf>,
        /// 应报单位名单，每行一个；列出没有报告的单位
        #[arg(long, value_name = "FILE")]
        roster: Option<PathBuf>,
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
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum CatalogueFormat {
    Text,
    Json,
    Markdown,
}
