use jiaohe::document::Block;
fn main() {
    for name in std::env::args().skip(1) {
        let bytes = std::fs::read(&name).unwrap();
        println!("== {name}");
        let start = std::time::Instant::now();
        match jiaohe::read::read(&name, jiaohe::read::Input::Bytes(&bytes)) {
            Err(e) => println!("ERR {} {}", e.id(), e),
            Ok(d) => {
                println!("{:?} {:?} {:?}", d.format, start.elapsed(), d.notes);
                for b in &d.blocks {
                    match b {
                        Block::Paragraph(p) => println!("p{:?} {:?}", p.level, d.line(p.line)),
                        Block::Table(t) => {
                            println!("table {}x{}", t.rows, t.columns);
                            for c in &t.cells {
                                print!("{},{}", c.row, c.column);
                                if (c.row_span, c.column_span) != (1, 1) {
                                    print!("+{}x{}", c.row_span, c.column_span);
                                }
                                print!(" {:?} | ", d.line(c.line));
                            }
                            println!();
                        }
                    }
                }
            }
        }
    }
}
