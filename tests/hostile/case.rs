//! A hostile file: how to make it, and what it has to give.

/// One file. It is made when its turn comes, so that they need not all be held.
pub(crate) struct Case {
    /// The format that it pretends to be, for the table.
    pub(crate) format: &'static str,
    /// What is wrong with it.
    pub(crate) what: String,
    /// Its name as handed over.
    pub(crate) name: String,
    /// The outcomes that are right: `read`, or kinds of error.
    pub(crate) want: &'static [&'static str],
    /// Makes its bytes.
    pub(crate) make: Box<dyn Fn() -> Vec<u8> + Send>,
}

/// Any answer is right as long as there is one: bytes damaged by chance may still be a document.
pub(crate) const ANY: &[&str] = &["*"];
/// What files that end too early give: where the end matters they are refused, else they are read with a note.
pub(crate) const CUT: &[&str] = &["truncated", "damaged", "empty", "read"];

/// A file of a format that is named after it.
pub(crate) fn case(
    format: &'static str,
    what: impl Into<String>,
    want: &'static [&'static str],
    make: impl Fn() -> Vec<u8> + Send + 'static,
) -> Case {
    Case { format, what: what.into(), name: format!("年报.{format}"), want, make: Box::new(make) }
}

/// The file cut off after each tenth.
pub(crate) fn cuts(
    format: &'static str,
    want: &'static [&'static str],
    whole: impl Fn() -> Vec<u8> + Send + Clone + 'static,
) -> Vec<Case> {
    let cut = |tenth: usize| {
        let whole = whole.clone();
        case(format, format!("cut after {tenth} tenths"), want, move || {
            let mut bytes = whole();
            bytes.truncate(bytes.len() * tenth / 10);
            bytes
        })
    };
    (1..10).map(cut).collect()
}

/// The file with some bytes changed by chance.
pub(crate) fn damages(
    format: &'static str,
    count: u64,
    whole: impl Fn() -> Vec<u8> + Send + Clone + 'static,
) -> Vec<Case> {
    let damage = |seed: u64| {
        let whole = whole.clone();
        case(format, format!("bytes changed by chance, {seed}"), ANY, move || {
            let mut bytes = whole();
            let mut rng = jiaohe_testkit::Rng::new(seed);
            for _ in 0..=seed * 3 {
                let at = rng.next_u64() as usize % bytes.len();
                bytes[at] = rng.next_u64() as u8;
            }
            bytes
        })
    };
    (0..count).map(damage).collect()
}
