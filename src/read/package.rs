//! The parts of an Office Open XML package and how they lead to each other (ECMA-376-2).

use super::xml::{Event, Xml};
use super::zip::Zip;
use super::{ErrorKind, ReadError, decode};
use std::collections::BTreeMap;

/// The relationships of a part, by id: what kind of part each leads to, and its name.
pub(super) type Relationships = BTreeMap<String, (String, String)>;

/// The text of a part; UTF-8 or UTF-16 (ECMA-376-2, 6.2.5).
pub(super) fn part(zip: &Zip<'_>, name: &str) -> Result<Option<String>, ReadError> {
    let Some(bytes) = zip.read(name)? else { return Ok(None) };
    let decoded = decode::decode(&bytes, false, &|_| None).map_err(|_| ReadError::new(ErrorKind::Damaged))?;
    Ok(Some(decoded.text))
}

/// The name of the main part; `usual` is what it mostly is.
pub(super) fn main_part(zip: &Zip<'_>, usual: &str) -> Result<String, ReadError> {
    let found = relationships(zip, "")?.into_values().find(|(kind, _)| kind == "officeDocument");
    Ok(found.map_or_else(|| usual.into(), |(_, name)| name))
}

/// The relationships of a part, or of the whole package if `part` is empty.
pub(super) fn relationships(zip: &Zip<'_>, name: &str) -> Result<Relationships, ReadError> {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    let at =
        if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") };
    let mut found = Relationships::new();
    let Some(source) = part(zip, &at)? else { return Ok(found) };
    let mut xml = Xml::new(&source);
    while let Some(event) = xml.next()? {
        let Event::Start(element) = event else { continue };
        let external = element.attribute("TargetMode").is_some_and(|mode| mode == "External");
        if element.name() != "Relationship" || external {
            continue;
        }
        let get = |name: &str| element.attribute(name).unwrap_or_default();
        let kind = get("Type").rsplit('/').next().unwrap_or("").to_owned();
        found.insert(get("Id"), (kind, resolve(folder, &get("Target"))));
    }
    Ok(found)
}

/// A target, absolute or relative to the folder of its source, as the name of an entry.
fn resolve(folder: &str, target: &str) -> String {
    let base = if target.starts_with('/') { "" } else { folder };
    let mut path: Vec<&str> = Vec::new();
    for step in base.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.join("/")
}
