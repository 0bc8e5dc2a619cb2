//! The order in which people expect texts: `box 2` before `box 10`, case aside. Also puts versions in order.

use std::cmp::Ordering;
use std::iter::Peekable;

/// Compares letter by letter in lower case, and runs of digits as numbers. Allocates nothing.
pub fn natural(a: &str, b: &str) -> Ordering {
    if a.is_ascii() && b.is_ascii() { of_bytes(a.as_bytes(), b.as_bytes()) } else { of_letters(a, b) }
}

/// The same where letters are bytes, as they mostly are.
fn of_bytes(mut a: &[u8], mut b: &[u8]) -> Ordering {
    loop {
        match (a, b) {
            ([left, ..], [right, ..]) if left.is_ascii_digit() && right.is_ascii_digit() => {
                let ((first, after), (second, later)) = (digits(a), digits(b));
                // Without zeros in front the longer number is the larger one.
                let order = first.len().cmp(&second.len()).then_with(|| first.cmp(second));
                if order.is_ne() {
                    return order;
                }
                (a, b) = (after, later);
            }
            ([left, after @ ..], [right, later @ ..]) => {
                let order = left.to_ascii_lowercase().cmp(&right.to_ascii_lowercase());
                if order.is_ne() {
                    return order;
                }
                (a, b) = (after, later);
            }
            _ => return a.len().min(1).cmp(&b.len().min(1)),
        }
    }
}

/// A run of digits without zeros in front, and what comes after it.
fn digits(text: &[u8]) -> (&[u8], &[u8]) {
    let end = text.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    let (run, after) = text.split_at(end);
    let zeros = run.iter().take_while(|byte| **byte == b'0').count();
    (&run[zeros..], after)
}

fn of_letters(a: &str, b: &str) -> Ordering {
    let mut a = a.chars().flat_map(char::to_lowercase).peekable();
    let mut b = b.chars().flat_map(char::to_lowercase).peekable();
    loop {
        let order = match (a.peek().copied(), b.peek().copied()) {
            (Some(left), Some(right)) if left.is_ascii_digit() && right.is_ascii_digit() => numbers(&mut a, &mut b),
            (Some(_), Some(_)) => a.next().cmp(&b.next()),
            (left, right) => return left.cmp(&right),
        };
        if order.is_ne() {
            return order;
        }
    }
}

/// Takes a run of digits from each. Without zeros in front the longer number is the larger one.
fn numbers(a: &mut Peekable<impl Iterator<Item = char>>, b: &mut Peekable<impl Iterator<Item = char>>) -> Ordering {
    while a.next_if_eq(&'0').is_some() {}
    while b.next_if_eq(&'0').is_some() {}
    let mut order = Ordering::Equal;
    loop {
        match (a.next_if(char::is_ascii_digit), b.next_if(char::is_ascii_digit)) {
            (Some(left), Some(right)) => order = order.then(left.cmp(&right)),
            (None, None) => return order,
            (left, right) => return left.cmp(&right),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_stand_as_people_expect() {
        let order = ["", "-", "7", "10", "100a", "Box 2", "box 02b", "box 10", "boxes", "Zebra", "\u{e4}"];
        for (place, text) in order.iter().enumerate() {
            for (other, later) in order.iter().enumerate() {
                assert_eq!(natural(text, later), place.cmp(&other), "{text} {later}");
            }
        }
    }

    #[test]
    fn case_and_leading_zeros_do_not_count() {
        assert_eq!(natural("GPU-007", "gpu-7"), Ordering::Equal);
    }

    #[test]
    fn versions_go_by_their_numbers() {
        for pair in
            ["9.5.0", "15.0.1", "15.0.10", "15.10.0", "17.5", "17.5.0", "17.5.0~pre.9", "17.5.0~pre.88"].windows(2)
        {
            assert_eq!(natural(pair[0], pair[1]), Ordering::Less, "{pair:?}");
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod properties {
    use proptest::array::uniform3;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn bytes_stand_as_letters_do(a in "[ -~]{0,8}", b in "[ -~]{0,8}") {
            prop_assert_eq!(of_bytes(a.as_bytes(), b.as_bytes()), of_letters(&a, &b));
        }

        #[test]
        fn it_is_an_order([a, b, c] in uniform3("[0-9a-cA-C. \u{e4}]{0,6}")) {
            prop_assert_eq!(natural(&a, &b), natural(&b, &a).reverse());
            if natural(&a, &b).is_le() && natural(&b, &c).is_le() {
                prop_assert!(natural(&a, &c).is_le());
            }
        }
    }
}
