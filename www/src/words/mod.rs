//! Every sentence the page shows, in one place and one voice.
//!
//! Glossary: 不通过 / 需核实 / 提示 / 通过 / 不适用 / 未能判断; 应为 X，现为 Y，相差 Z; 表中, 正文; 勾稽关系. The page
//! states, it does not accuse; each message names the cause and the next step.

pub(crate) mod amend;
pub(crate) mod compare;
pub(crate) mod desk;
pub(crate) mod help;
pub(crate) mod numbers;
pub(crate) mod result;
pub(crate) mod start;
pub(crate) mod take;
pub(crate) mod verify;
pub(crate) mod work;
