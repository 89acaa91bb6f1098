//! What every target holds the program to.

use jiaohe::read::Input;
use jiaohe::{Options, check};

/// Whatever is handed over: the check ends, its result is the contract's JSON, and a second run gives the same bytes.
pub fn hold(name: &str, input: Input<'_>) {
    let once = to_json(name, &input);
    assert_eq!(once, to_json(name, &input), "the same input gave two results");
}

fn to_json(name: &str, input: &Input<'_>) -> Vec<u8> {
    serde_json::to_vec(&check(name, *input, &Options::default())).expect("a result that JSON cannot hold")
}
