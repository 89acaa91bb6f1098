//! The modules of a crate, read from its source: what each defines, brings in and mentions.

use anyhow::{Context, Result};
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use syn::{Attribute, Item, UseTree, Visibility};

/// A path as it is written or as it is from the root of the crate: its segments.
pub(super) type Segments = Vec<String>;

/// One module. Modules that only tests have are left out everywhere.
#[derive(Debug, Default)]
pub(super) struct Module {
    /// The file it is written in.
    pub(super) file: PathBuf,
    /// The names of its items.
    pub(super) names: BTreeSet<String>,
    /// Names brought in, with their paths as written.
    pub(super) uses: BTreeMap<String, Segments>,
    /// Paths of which everything is brought in.
    pub(super) globs: Vec<Segments>,
    /// Every path with more than one segment that its code mentions, and those of its private `use`: what it depends on.
    /// What it only hands on (`pub use`) is no need of its own.
    pub(super) mentions: BTreeSet<Segments>,
}

/// The modules below a crate's root file, by their paths; the root's is empty.
pub(super) fn of_crate(root: &Path) -> Result<BTreeMap<Segments, Module>> {
    let mut modules = BTreeMap::new();
    let folder = root.parent().context("a root file lies in a folder")?;
    read(root, folder, Vec::new(), &mut modules)?;
    Ok(modules)
}

/// Reads the file of a module whose children lie in `folder`.
fn read(file: &Path, folder: &Path, path: Segments, into: &mut BTreeMap<Segments, Module>) -> Result<()> {
    let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
    let parsed = syn::parse_file(&text).with_context(|| file.display().to_string())?;
    items(&parsed.items, file, folder, path, into)
}

fn items(
    items: &[Item],
    file: &Path,
    folder: &Path,
    path: Segments,
    into: &mut BTreeMap<Segments, Module>,
) -> Result<()> {
    let mut module = Module { file: file.to_owned(), ..Module::default() };
    for item in items {
        match item {
            Item::Mod(inner) if !is_of_tests(&inner.attrs) => {
                let name = inner.ident.to_string();
                let (path, below) =
                    (path.iter().cloned().chain([name.clone()]).collect(), folder.join(&name));
                if let Some((_, inner)) = &inner.content {
                    self::items(inner, file, &below, path, into)?;
                } else {
                    let beside = folder.join(format!("{name}.rs"));
                    let file = if beside.exists() { beside } else { below.join("mod.rs") };
                    read(&file, &below, path, into)?;
                }
            }
            Item::Mod(_) => {}
            Item::Use(line) if !is_of_tests(&line.attrs) => {
                let private = matches!(line.vis, Visibility::Inherited);
                bring_in(&line.tree, &mut Vec::new(), private, &mut module);
            }
            item => {
                match item {
                    Item::Macro(call) if call.ident.is_none() => {
                        types(call.mac.tokens.clone(), &mut module.names);
                    }
                    item => module.names.extend(name_of(item)),
                }
                mentions(item.to_token_stream(), &mut module.mentions);
            }
        }
    }
    into.insert(path, module);
    Ok(())
}

fn is_of_tests(attributes: &[Attribute]) -> bool {
    attributes
        .iter()
        .any(|attribute| attribute.to_token_stream().to_string().replace(' ', "") == "#[cfg(test)]")
}

fn name_of(item: &Item) -> Option<String> {
    let name = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        _ => return None,
    };
    Some(name.to_string())
}

fn bring_in(tree: &UseTree, before: &mut Segments, private: bool, module: &mut Module) {
    let mut named = |name: String, mut path: Segments, last: String| {
        if last != "self" {
            path.push(last);
        }
        if private {
            module.mentions.insert(path.clone());
        }
        module.uses.insert(name, path);
    };
    match tree {
        UseTree::Path(path) => {
            before.push(path.ident.to_string());
            bring_in(&path.tree, before, private, module);
            before.pop();
        }
        UseTree::Name(name) if name.ident == "self" => {
            let name = before.last().cloned().unwrap_or_default();
            named(name, before.clone(), "self".into());
        }
        UseTree::Name(name) => named(name.ident.to_string(), before.clone(), name.ident.to_string()),
        UseTree::Rename(name) => named(name.rename.to_string(), before.clone(), name.ident.to_string()),
        UseTree::Glob(_) => module.globs.push(before.clone()),
        UseTree::Group(group) => {
            for tree in &group.items {
                bring_in(tree, before, private, module);
            }
        }
    }
}

/// The names that a macro call may define: whatever in it is spelled like a type.
fn types(code: TokenStream, names: &mut BTreeSet<String>) {
    for token in code {
        match token {
            TokenTree::Ident(ident) => {
                let name = ident.to_string();
                if name.starts_with(char::is_uppercase) {
                    names.insert(name);
                }
            }
            TokenTree::Group(group) => types(group.stream(), names),
            _ => {}
        }
    }
}

/// Finds the paths in code, those inside of macros too.
fn mentions(code: TokenStream, found: &mut BTreeSet<Segments>) {
    let mut path: Segments = Vec::new();
    // How many colons stand behind the last segment.
    let mut colons = 0;
    let mut end = |path: &mut Segments| {
        if path.len() > 1 {
            found.insert(path.clone());
        }
        path.clear();
    };
    let mut inner = Vec::new();
    for token in code {
        match token {
            TokenTree::Ident(ident) => {
                if colons != 2 {
                    end(&mut path);
                }
                path.push(ident.to_string());
                colons = 0;
            }
            TokenTree::Punct(mark) if mark.as_char() == ':' => colons += 1,
            TokenTree::Group(group) => {
                end(&mut path);
                colons = 0;
                inner.push(group.stream());
            }
            _ => {
                end(&mut path);
                colons = 0;
            }
        }
    }
    end(&mut path);
    for code in inner {
        mentions(code, found);
    }
}
