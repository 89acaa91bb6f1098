//! Table 4: 政府信息公开行政复议、行政诉讼情况.

pub(super) mod total;

use super::Rule;

/// The rules of the group, in the order of the catalogue.
pub(super) static RULES: &[&Rule] = &[&total::RULE];
