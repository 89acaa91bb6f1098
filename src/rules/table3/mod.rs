//! Table 3: 收到和处理政府信息公开申请情况.

pub(super) mod balance;
pub(super) mod bounds;
pub(super) mod result_total;
pub(super) mod row_total;
