//! Table 2: 主动公开政府信息情况.

pub(super) mod fee_unit;
pub(super) mod first_stock;
pub(super) mod rules_issuer;
pub(super) mod stock;
