//! The contract gives cells as an object; their order is the form's, which a sorted map would lose.

use super::Cell;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde::ser::{SerializeMap as _, Serializer};

pub(super) fn serialize<S: Serializer>(cells: &[(String, Cell)], to: S) -> Result<S::Ok, S::Error> {
    let mut map = to.serialize_map(Some(cells.len()))?;
    for (id, cell) in cells {
        map.serialize_entry(id, cell)?;
    }
    map.end()
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<(String, Cell)>, D::Error> {
    struct Cells;
    impl<'de> Visitor<'de> for Cells {
        type Value = Vec<(String, Cell)>;
        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("an object of cells")
        }
        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut cells = Vec::new();
            while let Some(entry) = map.next_entry()? {
                cells.push(entry);
            }
            Ok(cells)
        }
    }
    from.deserialize_map(Cells)
}
