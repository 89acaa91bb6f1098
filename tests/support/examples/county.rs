//! Writes the made-up county into a folder: `cargo xtask county FOLDER`.
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args_os().nth(1).ok_or("name the folder to write to")?);
    let county = jiaohe_testkit::county::County::new();
    county.write(&folder)?;
    println!("{} files in {}", county.files.len() + 3, folder.display());
    Ok(())
}
