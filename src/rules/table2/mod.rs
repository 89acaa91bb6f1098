//! Table 2: 主动公开政府信息情况.

pub(super) mod stock;
