//! Optional content (ISO 32000-1, 8.11): layers, and whether they are shown.

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object};
use std::collections::BTreeSet;

/// Layers of a document that are looked at.
const MOST: usize = 10_000;

/// The layers that are off, by the numbers of their objects.
#[derive(Debug, Default)]
pub(super) struct Layers(BTreeSet<u32>);

impl Layers {
    /// Those of a document, as it is opened (8.11.4).
    pub(super) fn of(pdf: &Pdf) -> Self {
        let xref = pdf.xref();
        let catalog = xref.get::<Dict<'_>>(xref.root_id());
        let Some(properties) = catalog.and_then(|root| root.get::<Dict<'_>>("OCProperties")) else {
            return Self::default();
        };
        let Some(usual) = properties.get::<Dict<'_>>("D") else { return Self::default() };
        let mut off = BTreeSet::new();
        if usual.get::<Name<'_>>("BaseState").is_some_and(|state| &*state == b"OFF") {
            off.extend(references(&properties, "OCGs"));
            let on = references(&usual, "ON");
            off.retain(|layer| !on.contains(layer));
        }
        off.extend(references(&usual, "OFF"));
        Self(off)
    }

    /// Whether what belongs to an entry of a dictionary, a layer or a combination of layers, is not shown.
    pub(super) fn hide(&self, dict: &Dict<'_>, key: &[u8]) -> bool {
        if self.0.is_empty() {
            return false;
        }
        if dict.get_ref(key).is_some_and(|layer| self.0.contains(&layer.obj_number)) {
            return true;
        }
        let Some(combination) = dict.get::<Dict<'_>>(key) else { return false };
        let layers = match combination.get_ref("OCGs") {
            // The reference leads to a layer or to a list of them.
            Some(one) if combination.get::<Array<'_>>("OCGs").is_none() => vec![one.obj_number],
            _ => references(&combination, "OCGs"),
        };
        if layers.is_empty() {
            return false;
        }
        let is_off = |layer: &u32| self.0.contains(layer);
        let policy = combination.get::<Name<'_>>("P");
        match policy.as_deref().unwrap_or_default() {
            b"AllOn" => layers.iter().any(is_off),
            b"AnyOff" => !layers.iter().any(is_off),
            b"AllOff" => !layers.iter().all(is_off),
            _ => layers.iter().all(is_off),
        }
    }
}

/// The numbers of the objects that a list refers to.
fn references(dict: &Dict<'_>, key: &str) -> Vec<u32> {
    let list = dict.get::<Array<'_>>(key);
    let number = |item: MaybeRef<Object<'_>>| match item {
        MaybeRef::Ref(layer) => Some(layer.obj_number),
        MaybeRef::NotRef(_) => None,
    };
    list.iter().flat_map(Array::raw_iter).filter_map(number).take(MOST).collect()
}
