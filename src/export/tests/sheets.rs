//! CSV and rows to paste, read by a reader of their own.

use proptest::prelude::*;

use super::super::separated::{begins_formula, is_dangerous};
use super::super::*;
use super::fleet;

/// Reads what RFC 4180 allows and nothing else.
fn read(text: &str, separator: char) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut value) = (Vec::new(), Vec::new(), String::new());
    let mut rest = text.chars().peekable();
    let mut quoted = false;
    while let Some(c) = rest.next() {
        match c {
            '"' if quoted && rest.peek() == Some(&'"') => value.extend(rest.next()),
            '"' if quoted => {
                quoted = false;
                assert!(rest.peek().is_some_and(|c| *c == separator || *c == '\r'), "text after a quote");
            }
            c if quoted => value.push(c),
            '"' => {
                assert_eq!(value, "", "a quote within a value");
                quoted = true;
            }
            '\r' => {
                assert_eq!(rest.next(), Some('\n'));
                row.push(std::mem::take(&mut value));
                rows.push(std::mem::take(&mut row));
            }
            '\n' => panic!("a bare line end"),
            c if c == separator => row.push(std::mem::take(&mut value)),
            c => value.push(c),
        }
    }
    assert!(row.is_empty() && value.is_empty(), "no end of line");
    rows
}

fn csv(fleet: &Fleet, columns: &[Column]) -> Vec<Vec<String>> {
    let text = Sheet::new(fleet, &[0, 1, 2], columns.iter().copied()).csv();
    read(text.strip_prefix('\u{feff}').unwrap(), ',')
}

#[test]
fn every_kind_of_cell_has_its_words() {
    let tags = ["gpu".to_owned(), "linux".to_owned()];
    let columns = [
        Column::Status,
        Column::Description,
        Column::Id,
        Column::Tags,
        Column::ContactedAt,
        Column::Locked,
        Column::MaximumTimeout,
        Column::Type,
    ];
    let expected = [
        ["ID", "Status", "Paused", "Runner", "Tags", "Last contact", "Locked", "Maximum job timeout", "Type"],
        ["41", "Online", "yes", "büro", "gpu, linux", "2026-03-01T10:20:30Z", "yes", "5400", "Project"],
        ["42", "Never contacted", "no", "Müller, \"Süd\"\nline", "", "never", "no", "", "Group"],
        ["43", "Stale", "no", "", "unknown", "unknown", "unknown", "unknown", "Instance"],
    ];
    assert_eq!(csv(&fleet("büro", &tags), &columns), expected);
}

#[test]
fn rows_are_pasted_as_they_stand() {
    let fleet = fleet("a\tb", &[]);
    let text = Sheet::new(&fleet, &[1, 0], [Column::Description]).rows();
    assert_eq!(text, "42\t\"Müller, \"\"Süd\"\"\nline\"\r\n41\t\"a\tb\"\r\n");
}

#[test]
fn a_spreadsheet_calculates_nothing() {
    for (written, expected) in [
        ("=HYPERLINK(\"http://evil.test\")", "'=HYPERLINK(\"http://evil.test\")"),
        ("+49 30 1", "'+49 30 1"),
        ("-1+1", "'-1+1"),
        ("@SUM(1)", "'@SUM(1)"),
        ("\t=1", "'\t'=1"),
        ("\r=1", "'\r'=1"),
        ("x;=cmd|' /C calc'!A0;y", "x;'=cmd|' /C calc'!A0;y"),
        ("x; \"=1+1\"", "x;' \"=1+1\""),
        ("x\n@y;'=1;-5", "x\n'@y;''=1;'-5"),
        ("\"=1", "'\"=1"),
        ("  =1", "'  =1"),
        ("\u{a0}=1", "'\u{a0}=1"),
        ("\u{200b}=1", "'\u{200b}=1"),
        ("＝1", "'＝1"),
        ("＠1", "'＠1"),
        ("-17", "-17"),
        ("-17.5", "-17.5"),
        ("-17.", "'-17."),
        ("- a list", "'- a list"),
        ("'=1", "''=1"),
        ("''\t1", "'''\t1"),
        ("'a'", "'a'"),
        ("a=b", "a=b"),
    ] {
        assert_eq!(csv(&fleet("a", &[written.to_owned()]), &[Column::Tags])[1][1], expected);
    }
}

#[test]
fn a_list_is_one_value() {
    let tags = ["-x".to_owned(), "y".to_owned()];
    assert_eq!(csv(&fleet("a", &tags), &[Column::Tags])[1][1], "'-x, y");
}

/// A value without the apostrophes that were put into it.
fn plain(value: &str) -> String {
    let separators = [';', '\t', '\r', '\n'];
    let unmarked = value.trim_start_matches('\'');
    let parts = value.split_inclusive(separators).enumerate().map(|(place, part)| match part.strip_prefix('\'') {
        Some(rest) if place == 0 && is_dangerous(unmarked) => rest,
        Some(rest) if place > 0 && begins_formula(rest.trim_start_matches('\'').trim_end_matches(separators)) => rest,
        _ => part,
    });
    parts.collect()
}

/// Whether a cell begins a formula, in plain words.
fn is_formula(cell: &str) -> bool {
    let cell = cell.trim_start_matches(['"', ' ']).trim();
    let dangerous = cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r']);
    dangerous && cell.parse::<f64>().is_err()
}

proptest! {
    #[test]
    fn whatever_is_written_reads_back(
        description in "([\"=+@＝ ,;\t\r\n'-]|\\PC){0,12}",
        tags in prop::collection::vec("([\"=+@; '-]|\\PC){1,6}", 0..3),
    ) {
        let fleet = fleet(&description, &tags);
        let columns = [Column::Description, Column::Tags, Column::Version];
        let tabbed = Sheet::new(&fleet, &[0, 1, 2], columns).rows();
        let rows = csv(&fleet, &columns);
        prop_assert_eq!(&rows[1..], read(&tabbed, '\t'));
        prop_assert_eq!(plain(&rows[1][1]), fleet.at(0).description().unwrap_or_default());
        prop_assert_eq!(plain(&rows[1][2]), fleet.at(0).tags().collect::<Vec<_>>().join(", "));
        for row in rows {
            prop_assert_eq!(row.len(), 4);
            for value in row {
                prop_assert!(!is_formula(&value), "{:?}", value);
            }
        }
        let text = Sheet::new(&fleet, &[0, 1, 2], columns).csv();
        for cell in text.split([';', '\t', '\r', '\n']) {
            prop_assert!(!is_formula(cell), "{:?} in {:?}", cell, text);
        }
    }
}
