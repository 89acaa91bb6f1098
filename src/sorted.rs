//! Sorting with one copy of the sort.
//!
//! The standard library's sorts are compiled anew for each type and each key, 5 to 9 KB a time, and a map or set that is
//! collected holds one too. Lists here are short, so an indirect call for each comparison costs nothing to speak of.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// What `slice::sort_by_key` does: it keeps the order of those with equal keys.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    let key = |at| items.get(at).map(&key);
    for (a, b) in exchanges(items.len(), &|a, b| key(a).cmp(&key(b))) {
        items.swap(a, b);
    }
}

/// A set of what is there.
pub(crate) fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    set.extend(items);
    set
}

/// A map of what is there; of several values for a key the last.
pub(crate) fn map<K: Ord, V>(items: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    map.extend(items);
    map
}

/// The exchanges, one after another, that bring so many items into order.
fn exchanges(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<(usize, usize)> {
    let mut order: Vec<usize> = (0..length).collect();
    order.sort_by(|&a, &b| compare(a, b));
    let mut exchanges = Vec::new();
    for first in 0..length {
        // Each place takes the item that belongs there and hands its own on, until the one of the first place is met.
        let mut at = first;
        while let Some(place) = order.get_mut(at) {
            let from = std::mem::replace(place, at);
            if from == first {
                break;
            }
            exchanges.push((at, from));
            at = from;
        }
    }
    exchanges
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(items in proptest::collection::vec((0..9_u8, any::<u8>()), 0..60)) {
            let (mut ours, mut theirs) = (items.clone(), items);
            sort_by_key(&mut ours, |item| item.0);
            theirs.sort_by_key(|item| item.0);
            prop_assert_eq!(ours, theirs);
        }
    }
}
