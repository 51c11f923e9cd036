//! The examples of the standard.

use barrierfree_oracle::{ours, theirs};

/// One expression a line; blank lines and those with `#` are not.
const EXAMPLES: &str = include_str!("examples.txt");

#[test]
fn the_examples_of_the_standard_read_the_same() {
    let examples = EXAMPLES.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut count = 0;
    for text in examples {
        assert_eq!(ours(text), theirs(text), "{text}");
        assert!(ours(text).is_ok(), "{text}: {:?}", ours(text));
        count += 1;
    }
    assert!(count > 200, "only {count} examples");
}
