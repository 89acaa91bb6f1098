//! Writes the random layout of a seed to standard output.
fn main() {
    let seed = std::env::args().nth(1).and_then(|seed| seed.parse().ok()).unwrap_or(0);
    let layout = jiaohe_testkit::RandomLayout::new(seed);
    eprintln!("{layout:?}");
    if let jiaohe_testkit::layout::Source::Text(text) = layout.write(&jiaohe_testkit::Scenario::correct(seed))
    {
        println!("{text}");
    }
}
