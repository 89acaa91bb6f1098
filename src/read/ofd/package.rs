//! The parts of a package (GB/T 33190, 6 and 7.4).

use crate::document::Builder;
use crate::read::xml::{Event, Xml};
use crate::read::zip::Zip;
use crate::read::{ErrorKind, ReadError, decode};

/// The name of the main part of the document to read: the newest, should there be several.
pub(super) fn root(zip: &Zip<'_>, builder: &mut Builder) -> Result<String, ReadError> {
    let damaged = ReadError::new(ErrorKind::Damaged);
    // GM/T 0099 replaces parts by ciphers and lists them here.
    if zip.names().any(|name| name.ends_with("encryptions.xml") || name.ends_with("decryptionseed.dat")) {
        return Err(ReadError::new(ErrorKind::Encrypted));
    }
    let (source, _) = part(zip, "", "OFD.xml")?.ok_or(damaged)?;
    let mut bodies: Vec<Body> = Vec::new();
    let mut xml = Xml::new(&source);
    let mut name = String::new();
    while let Some(event) = xml.next()? {
        match event {
            Event::Start(element) => {
                element.name().clone_into(&mut name);
                match name.as_str() {
                    "DocBody" => bodies.push(Body::default()),
                    "Version" => {
                        if let Some(body) = bodies.last_mut()
                            && let Some(at) = element.attribute("BaseLoc")
                        {
                            let current = element.attribute("Current").is_some_and(|value| value == "true");
                            body.version = body
                                .version
                                .take()
                                .filter(|(known, _)| *known && !current)
                                .or(Some((current, at)));
                        }
                    }
                    _ => {}
                }
            }
            Event::Text(text) => {
                let Some(body) = bodies.last_mut() else { continue };
                match name.as_str() {
                    "DocRoot" => body.root.push_str(text.trim()),
                    "CreationDate" | "ModDate" => body.date = body.date.clone().max(text.trim().to_owned()),
                    _ => {}
                }
            }
            Event::End => name.clear(),
        }
    }
    if bodies.len() > 1 {
        builder.note(format!("文件内有 {} 份文档，只读取了最新的一份", bodies.len()));
    }
    // The last of equals: later ones were added later.
    let body = bodies.into_iter().max_by(|a, b| a.date.cmp(&b.date)).ok_or(damaged)?;
    if let Some((_, at)) = body.version
        && let Some((source, place)) = part(zip, "", &at)?
        && let Some(root) = version_root(&source)?
    {
        return Ok(resolve(&place, &root));
    }
    if body.root.is_empty() { Err(damaged) } else { Ok(resolve("", &body.root)) }
}

/// A document of the package.
#[derive(Debug, Default)]
struct Body {
    root: String,
    date: String,
    /// The list of a version's parts, and whether it is the current one.
    version: Option<(bool, String)>,
}

/// The main part that a version names.
fn version_root(source: &str) -> Result<Option<String>, ReadError> {
    let mut xml = Xml::new(source);
    let mut inside = false;
    while let Some(event) = xml.next()? {
        match event {
            Event::Start(element) => inside = element.name() == "DocRoot",
            Event::Text(text) if inside && !text.trim().is_empty() => {
                return Ok(Some(text.trim().to_owned()));
            }
            Event::Text(_) => {}
            Event::End => inside = false,
        }
    }
    Ok(None)
}

/// The text of a part and its name, given as in the part `from`: relative to it, from the root with or without a slash,
/// or, as some writers have it, by the end of its path.
pub(super) fn part(zip: &Zip<'_>, from: &str, name: &str) -> Result<Option<(String, String)>, ReadError> {
    let own = resolve(from, name);
    let absolute = resolve("", name);
    for at in [&own, &absolute] {
        if let Some(bytes) = zip.read(at)? {
            return Ok(Some((text(&bytes)?, at.clone())));
        }
    }
    let end = format!("/{}", absolute.to_ascii_lowercase());
    let Some(at) = zip.names().find(|name| name.ends_with(&end)).map(str::to_owned) else { return Ok(None) };
    let Some(bytes) = zip.read(&at)? else { return Ok(None) };
    Ok(Some((text(&bytes)?, at)))
}

fn text(bytes: &[u8]) -> Result<String, ReadError> {
    let decoded = decode::decode(bytes, false, &|_| None).map_err(|_| ReadError::new(ErrorKind::Damaged))?;
    Ok(decoded.text)
}

/// The name of an entry, from a place that is absolute or relative to the folder of a part.
fn resolve(from: &str, place: &str) -> String {
    let place = place.trim().replace('\\', "/");
    let folder =
        if place.starts_with('/') { "" } else { from.rsplit_once('/').map_or("", |(folder, _)| folder) };
    let mut path: Vec<&str> = Vec::new();
    for step in folder.split('/').chain(place.split('/')) {
        match step {
            "" | "." => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_resolved() {
        for (from, place, want) in [
            ("", "/Doc_0/Document.xml", "Doc_0/Document.xml"),
            ("Doc_0/Document.xml", "Pages\\Page_0/Content.xml", "Doc_0/Pages/Page_0/Content.xml"),
            ("Doc_0/Document.xml", "/Doc_0/Pages/a.xml", "Doc_0/Pages/a.xml"),
            ("Doc_0/Document.xml", "../../Doc_1/./a.xml", "Doc_1/a.xml"),
        ] {
            assert_eq!(resolve(from, place), want);
        }
    }
}
