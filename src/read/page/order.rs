//! Sorting through one list of keys: the library's sort weighs some 5 KB for each kind of thing that is sorted.

/// Sorts by a key; equals keep their order.
pub(super) fn by<T>(items: &mut [T], key: impl Fn(&T) -> i64) {
    let mut keys = Vec::with_capacity(items.len());
    for item in items.iter() {
        keys.push((key(item), keys.len()));
    }
    for (at, from) in swaps(keys).into_iter().enumerate() {
        items.swap(at, from);
    }
}

/// With which other each thing has to be swapped, one after the other, to be sorted by its key.
fn swaps(mut keys: Vec<(i64, usize)>) -> Vec<usize> {
    keys.sort_unstable();
    // What stands at each place by now, and where each thing stands.
    let mut things: Vec<usize> = (0..keys.len()).collect();
    let mut places = things.clone();
    let mut swaps = Vec::with_capacity(keys.len());
    for (at, (_, thing)) in keys.into_iter().enumerate() {
        let from = places.get(thing).copied().unwrap_or(at);
        let moved = things.get(at).copied().unwrap_or(thing);
        if let Some(place) = places.get_mut(moved) {
            *place = from;
        }
        if let Some(place) = things.get_mut(from) {
            *place = moved;
        }
        swaps.push(from);
    }
    swaps
}

/// A key of two numbers, the first before the second.
pub(super) fn pair(first: i64, second: i32) -> i64 {
    (first << 32) + i64::from(second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_keep_their_order() {
        let mut items = [(2, 'a'), (1, 'b'), (2, 'c'), (-1, 'd'), (1, 'e')];
        by(&mut items, |(key, _)| *key);
        assert_eq!(items, [(-1, 'd'), (1, 'b'), (1, 'e'), (2, 'a'), (2, 'c')]);
        assert!(pair(1, -5) < pair(1, 3) && pair(1, i32::MAX) < pair(2, i32::MIN));
    }
}
