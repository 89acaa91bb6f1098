//! Sorting through one list of keys: the library's sort weighs some 5 KB for each kind of thing that is sorted.

/// Sorts by a key; equals keep their order.
pub(super) fn by<T>(items: &mut Vec<T>, key: impl Fn(&T) -> i64) {
    let mut order: Vec<(i64, u32)> = items.iter().map(key).zip(0..).collect();
    order.sort_unstable();
    let mut places: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|(_, at)| places.get_mut(at as usize)?.take()));
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
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (-1, 'd')];
        by(&mut items, |(key, _)| *key);
        assert_eq!(items, [(-1, 'd'), (1, 'b'), (2, 'a'), (2, 'c')]);
        assert!(pair(1, -5) < pair(1, 3) && pair(1, i32::MAX) < pair(2, i32::MIN));
    }
}
