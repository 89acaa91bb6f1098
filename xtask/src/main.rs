//! `cargo xtask …`: the project's own commands. Each subject is one file here.

mod accuracy;
mod browsers;
mod build;
mod corpora;
mod county;
mod desk;
mod fuzz;
mod guard;
mod pack;
mod package;
mod peers;
mod project;
mod release;
mod serve;
mod single;
mod sizes;
mod suite;
mod tally;
mod tidy;
mod tools;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// The commands of this project. The first run installs the pinned tools into `.tools`, or into the folder that the
/// environment variable `JIAOHE_TOOLS` names.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the page and serve it on this machine
    Serve {
        /// The port to listen on; the next free one is taken if it is in use
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Build the page into `dist/`, ready to be copied to any web server
    Build,
    /// Build the npm package into `pkg/`
    Package,
    /// Run everything that CI runs
    Test {
        /// Only the steps whose title contains this text; `quick`: what is worth running after every change
        only: Option<String>,
    },
    /// Check the order of the house: floors, circles of files, lengths, paths, words
    Tidy,
    /// Show the sizes of both WebAssembly modules; fails above the budgets or when the sheet is out of date
    Sizes {
        /// Write the sheet `tests/sizes.txt`
        #[arg(long)]
        update: bool,
        /// The feature for which a module has grown
        #[arg(long = "for", value_name = "NAME", requires = "update")]
        feature: Option<String>,
    },
    /// Fuzz one target, or every one in turn
    Fuzz {
        /// A target in `fuzz/fuzz_targets`, or `all`
        #[arg(default_value = "all")]
        target: String,
        /// Seconds for each target
        #[arg(default_value_t = 60)]
        seconds: u32,
    },
    /// Write `docs/rules.md` and `docs/accuracy.md`: what each rule is, what it finds and what it finds wrongly
    Accuracy,
    /// Run collections of files through the command line and write `docs/corpora.md`
    Corpora {
        /// Folders, each as PATH or NAME=PATH
        collections: Vec<String>,
    },
    /// Write a made-up county: sixty units, three years, mixed formats, planted faults, and the plan of it
    County {
        /// The folder to write to
        folder: std::path::PathBuf,
    },
    /// Time the engine beside readers in JavaScript and write `docs/peers.md`
    Peers,
    /// Time the engine in Node.js, cold and warm
    WasmBench,
    /// Time the page with five hundred reports and with one, and write `docs/desk.md`
    DeskBench,
    /// Trunk's last step: put both programs into scripts (run by Trunk, see Trunk.toml)
    #[command(hide = true)]
    Pack,
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("✗ {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    match command {
        Command::Serve { port } => serve::serve(port),
        Command::Build => build::site(),
        Command::Package => package::package(),
        Command::Test { only } => suite::suite(only.as_deref()),
        Command::Tidy => tidy::tidy(),
        Command::Sizes { update, feature } => sizes::sizes(update, feature.as_deref()),
        Command::Fuzz { target, seconds } => fuzz::fuzz(&target, seconds),
        Command::Accuracy => accuracy::accuracy(),
        Command::Corpora { collections } => corpora::corpora(&collections),
        Command::County { folder } => county::county(&folder),
        Command::Peers => peers::peers(),
        Command::WasmBench => package::bench(),
        Command::DeskBench => desk::desk_bench(),
        Command::Pack => pack::pack(),
    }
}
