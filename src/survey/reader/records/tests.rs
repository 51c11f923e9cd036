use super::*;

fn rows(delimiter: char, skip: u32, pieces: &[&str]) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut each = |row: &mut Row| {
        rows.push(row.clone());
        ControlFlow::Continue(())
    };
    let mut records = Records::new(delimiter, skip);
    for piece in pieces {
        assert!(records.feed(piece, &mut each).is_continue());
    }
    assert!(records.finish(&mut each).is_continue());
    rows
}

/// Row numbers and cells, empty ones as nothing.
fn plain(rows: &[Row]) -> Vec<(u32, Vec<&str>)> {
    rows.iter().map(|row| (row.number, row.cells.iter().map(text).collect())).collect()
}

fn text(cell: &Cell) -> &str {
    if let Cell::Text(text) = cell { text } else { "" }
}

fn check(text: &str, expected: &[(u32, &[&str])]) {
    let expected: Vec<_> = expected.iter().map(|(number, cells)| (*number, cells.to_vec())).collect();
    assert_eq!(plain(&rows(',', 0, &[text])), expected, "{text:?}");
    let letters: Vec<String> = text.chars().map(String::from).collect();
    let letters: Vec<&str> = letters.iter().map(String::as_str).collect();
    assert_eq!(plain(&rows(',', 0, &letters)), expected, "{text:?} letter by letter");
}

#[test]
fn every_kind_of_line_end_ends_a_row_once() {
    check("a,b\r\nc,d\ne\rf", &[(1, &["a", "b"]), (2, &["c", "d"]), (3, &["e"]), (4, &["f"])]);
}

#[test]
fn blank_lines_count_and_are_not_handed_up() {
    check("a\n\n,,\n  \nb\n\n", &[(1, &["a"]), (5, &["b"])]);
}

#[test]
fn a_line_break_in_quotes_starts_no_row() {
    check("a,\"x\r\ny\nz\"\nb", &[(1, &["a", "x\r\ny\nz"]), (2, &["b"])]);
}

#[test]
fn quotes_are_read_as_spreadsheets_read_them() {
    check("\"a\"\"b\",\"c\"d,e\"f,\"\"", &[(1, &["a\"b", "cd", "e\"f", ""])]);
    check("\"a,b\";c\n", &[(1, &["a,b;c"])]);
}

#[test]
fn ragged_rows_are_kept_as_they_are() {
    check("a,b\nc\nd,e,f,", &[(1, &["a", "b"]), (2, &["c"]), (3, &["d", "e", "f", ""])]);
}

#[test]
fn a_quote_that_is_never_closed_is_told_and_its_text_kept() {
    let rows = rows(',', 0, &["a,b\n1,\"c\n2,d\n"]);
    assert_eq!(plain(&rows), [(1, vec!["a", "b"]), (2, vec!["1", "c\n2,d\n"])]);
    let unclosed = RowProblem::Unreadable { why: Why::UnclosedQuote };
    assert_eq!(rows.last().and_then(|row| row.problem.clone()), Some(unclosed));
}

#[test]
fn a_row_of_a_million_columns_keeps_the_first() {
    let wide = rows(',', 0, &["x,".repeat(1_000_000).as_str(), "\nb"]);
    let [row, next] = wide.as_slice() else { panic!("two rows") };
    assert_eq!(row.problem, Some(RowProblem::TooWide { columns: 1_000_001 }));
    assert_eq!(row.cells.len(), MAX_COLUMNS as usize);
    assert_eq!(next.number, 2);
}

#[test]
fn a_cell_beyond_measure_is_cut_and_told() {
    let piece = "x".repeat(1 << 20);
    let mut pieces = vec![piece.as_str(); 17];
    pieces.push(",b\nc");
    let rows = rows(',', 0, &pieces);
    let problem = rows.first().and_then(|row| row.problem.clone());
    assert_eq!(problem, Some(RowProblem::Unreadable { why: Why::TooLong }));
    assert_eq!(plain(rows.get(1..).unwrap_or_default()), [(2, vec!["c"])]);
}

#[test]
fn zero_bytes_and_replaced_letters_are_bad_text() {
    let rows = rows(',', 0, &["a,b\0c,d,\u{FFFD}"]);
    assert_eq!(
        rows.first().and_then(|row| row.problem.clone()),
        Some(RowProblem::BadText { columns: vec![1, 3] })
    );
    assert_eq!(plain(&rows), [(1, vec!["a", "b\u{FFFD}c", "d", "\u{FFFD}"])]);
}

#[test]
fn a_separator_may_be_full_width_and_a_record_passed_over() {
    assert_eq!(plain(&rows('，', 1, &["sep=，\r\n名称，宽", "度\n"])), [(1, vec!["名称", "宽度"])]);
}
