//! Writes a made-up report to standard output, from edits on standard input:
//! `printf 'base = town\nlayout = L5\n' | cargo run -q -p jiaohe-testkit --example write`
use jiaohe_testkit::edit::Case;
use jiaohe_testkit::layout::Source;
use std::io::{Read as _, Write as _};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut edits = String::new();
    std::io::stdin().read_to_string(&mut edits)?;
    let bytes = match Case::parse(&edits)?.source() {
        Source::Text(text) => text.into_bytes(),
        Source::Bytes(bytes) => bytes,
    };
    std::io::stdout().write_all(&bytes)?;
    Ok(())
}
