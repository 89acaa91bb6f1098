//! Browsers for the tests: Debian's current Chromium, and a Chromium 86 out of an npm package.

use crate::project::{command, is_installed, root, run, say, tools};
use anyhow::{Context, Result, bail};
use std::fs::{self, File};
use std::io;
use std::path::PathBuf;

/// Makes sure that there is a current Chromium.
pub(crate) fn current() -> Result<()> {
    if is_installed("chromium") {
        return Ok(());
    }
    let root = command("id")?.arg("-u").output().is_ok_and(|o| o.stdout.starts_with(b"0\n"));
    if !root || !is_installed("apt-get") {
        bail!("Chromium is needed at /usr/bin/chromium (Debian: apt-get install chromium fonts-noto-cjk)");
    }
    say("installing Chromium and a Chinese font (apt)");
    run("apt-get update -qq")?;
    run("apt-get install -qq -y --no-install-recommends chromium fonts-noto-cjk")
}

/// The executable of Chromium 86, unpacked once, or why there is none.
pub(crate) fn chromium_86() -> Result<PathBuf> {
    let folder = tools().join("chromium-86");
    let executable = folder.join("chromium");
    if folder.join("stamp").exists() {
        return Ok(executable);
    }
    let packed = root().join("tests/e2e/node_modules/chrome-aws-lambda/bin");
    fs::create_dir_all(&folder)?;
    let open = |name: &str| -> Result<_> {
        let file =
            File::open(packed.join(name)).context("npm package chrome-aws-lambda@5.3.1 is not to be had")?;
        Ok(brotli::Decompressor::new(file, 1 << 16))
    };
    io::copy(&mut open("chromium.br")?, &mut File::create(&executable)?)?;
    tar::Archive::new(open("aws.tar.br")?).unpack(&folder)?;
    // Beside the executable it looks for the software renderer in this folder only.
    tar::Archive::new(open("swiftshader.tar.br")?).unpack(folder.join("swiftshader"))?;
    run(&format!("chmod +x {}", executable.display()))?;
    fs::write(folder.join("stamp"), "5.3.1")?;
    Ok(executable)
}
