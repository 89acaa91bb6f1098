//! Table 3: 收到和处理政府信息公开申请情况.

pub(super) mod balance;
mod bounds;
pub(super) mod result_total;
pub(super) mod row_total;

use super::Rule;

/// The rules of the group, in the order of the catalogue.
pub(super) static RULES: &[&Rule] = &[&balance::RULE, &row_total::RULE, &result_total::RULE, &bounds::RULE];
