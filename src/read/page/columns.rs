//! Tables without lines.

use super::Item;

/// Replaces the lines of tables that are set without ruling lines.
pub(super) fn find(_items: &mut Vec<Item>) {}
