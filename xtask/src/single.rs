//! The page as one file, `jiaohe.html`: for a clerk who was sent a file and double-clicks it.
//!
//! Every script and the style sheet stand inside it, and its policy lets exactly these run, by their hashes.

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Writes `jiaohe.html` beside the `index.html` of a finished folder.
pub(crate) fn write(dist: &Path) -> Result<()> {
    let page = fs::read_to_string(dist.join("index.html"))?;
    let mut out = String::new();
    // Scripts that wait for the page (`defer`) do not inside it, so they go to its end.
    let (mut scripts, mut styles, mut last) = (Vec::new(), Vec::new(), Vec::new());
    for line in page.lines() {
        if let Some(name) = between(line, "<link rel=\"stylesheet\" href=\"", '"') {
            let style =
                fs::read_to_string(file(dist, name)).with_context(|| format!("the page names {name}"))?;
            writeln!(out, "<style>{style}</style>")?;
            styles.push(style);
        } else if line.starts_with("<script") {
            for tag in line.split_inclusive("</script>") {
                let name = between(tag, "src=\"", '"').context("a script without a name")?;
                let script =
                    fs::read_to_string(file(dist, name)).with_context(|| format!("the page names {name}"))?;
                ensure!(
                    !script.contains("</script") && !script.contains("<!--"),
                    "{name} cannot stand inside a page"
                );
                if tag.contains(" defer ") {
                    last.push(script);
                } else {
                    writeln!(out, "<script>{script}</script>")?;
                    scripts.push(script);
                }
            }
        } else {
            if line == "</body>" {
                for script in &last {
                    writeln!(out, "<script>{script}</script>")?;
                }
            }
            writeln!(out, "{line}")?;
        }
    }
    scripts.append(&mut last);
    for (directive, content) in [("script-src", &scripts), ("style-src", &styles)] {
        let own = format!("{directive} 'self'");
        ensure!(
            out.matches(&own).count() == 1 && !content.is_empty(),
            "the page's policy has changed: see xtask/src/single.rs"
        );
        let hashes: Vec<String> = content.iter().map(|text| hash(text)).collect();
        out = out.replace(&own, &format!("{directive} {}", hashes.join(" ")));
    }
    fs::write(dist.join("jiaohe.html"), out)?;
    Ok(())
}

/// What stands between `start` and the next `end`.
fn between<'a>(text: &'a str, start: &str, end: char) -> Option<&'a str> {
    text.split_once(start)?.1.split_once(end).map(|(inside, _)| inside)
}

/// The file of an address such as `./app.js?v=1`.
fn file(dist: &Path, address: &str) -> std::path::PathBuf {
    let name = address.split('?').next().unwrap_or(address);
    dist.join(name.trim_start_matches("./"))
}

/// A source expression of a policy that admits exactly this text (CSP 3, hash-source).
fn hash(text: &str) -> String {
    format!("'sha256-{}'", base64::engine::general_purpose::STANDARD.encode(Sha256::digest(text)))
}
