//! Counting tests from what the test programs print.

use crate::project::command;
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// How many tests passed and failed.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
}

impl Tally {
    /// Adds what a line of output says: cargo's `test result: ok. 3 passed; 1 failed; …`, or node's `# pass 3` (in
    /// newer releases `ℹ pass 3`).
    fn read(&mut self, line: &str) {
        let words: Vec<&str> = line.split_whitespace().collect();
        if line.starts_with("test result: ") {
            for pair in words.windows(2) {
                let &[number, what] = pair else { continue };
                let number = number.parse().unwrap_or(0);
                match what {
                    "passed;" => self.passed += number,
                    "failed;" => self.failed += number,
                    _ => {}
                }
            }
        } else if let ["#" | "ℹ", what, number] = words[..] {
            let number = number.parse().unwrap_or(0);
            match what {
                "pass" => self.passed += number,
                // A test that was cancelled is none that passed.
                "fail" | "cancelled" => self.failed += number,
                _ => {}
            }
        }
    }
}

/// Runs a command line, passes its output on and counts the tests in it.
///
/// A program that fails without having reported a failed test counts as one failed test.
pub(crate) fn count(line: &str, environment: &[(&str, &str)]) -> Result<Tally> {
    let mut words = line.split_whitespace();
    let mut command = command(words.next().context("an empty command line")?)?;
    command.args(words).envs(environment.iter().copied());
    count_command(&mut command)
}

fn count_command(command: &mut Command) -> Result<Tally> {
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    let mut tally = Tally::default();
    let output = child.stdout.take().context("no output to read")?;
    for line in BufReader::new(output).lines() {
        let line = line?;
        println!("{line}");
        tally.read(&line);
    }
    if !child.wait()?.success() {
        tally.failed = tally.failed.max(1);
    } else if tally.passed == 0 {
        bail!("no test was run");
    }
    Ok(tally)
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn both_kinds_of_output_are_counted() {
        let mut tally = Tally::default();
        tally.read("test result: FAILED. 12 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out");
        tally.read("# pass 3");
        tally.read("ℹ fail 1");
        tally.read("ℹ duration_ms 14");
        tally.read("test reads::passed; ... ok");
        assert_eq!(tally, Tally { passed: 15, failed: 3 });
    }
}
