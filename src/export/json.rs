//! An array of objects, keyed by the words of the columns.
//!
//! Written here: `serde_json` would have to build a value of each row first, and its printing of numbers weighs more than this.

use super::Sheet;
use crate::fleet::Cell;
use crate::gitlab::timestamp::Timestamp;

/// What is not known has no key, and is named under `unknown`. `null` and `[]` are what is known to be nothing.
pub fn json(sheet: &Sheet<'_>) -> String {
    let mut text = String::from("[");
    let mut unknown = Vec::new();
    for (number, place) in sheet.places.iter().enumerate() {
        text.push_str(if number > 0 { ",\n  {" } else { "\n  {" });
        let look = sheet.fleet.at(*place);
        for field in &sheet.fields {
            match field.cell(look) {
                Cell::Unknown => unknown.push(field.word()),
                Cell::Empty if field.is_list() => {
                    key(&mut text, field.word());
                    list(&mut text, &[]);
                }
                cell => {
                    key(&mut text, field.word());
                    value(&mut text, &cell);
                }
            }
        }
        if !unknown.is_empty() {
            key(&mut text, "unknown");
            list(&mut text, &unknown);
            unknown.clear();
        }
        text.push_str("\n  }");
    }
    text.push_str(if sheet.places.is_empty() { "]\n" } else { "\n]\n" });
    text
}

fn key(text: &mut String, key: &str) {
    text.push_str(if text.ends_with('{') { "\n    " } else { ",\n    " });
    string(text, key);
    text.push_str(": ");
}

fn value(text: &mut String, cell: &Cell<'_>) {
    match cell {
        Cell::Unknown | Cell::Empty | Cell::Never => text.push_str("null"),
        Cell::Text(word) => string(text, word),
        Cell::List(words) => list(text, words),
        Cell::Number(number) => text.push_str(&number.to_string()),
        Cell::Seconds(seconds) => text.push_str(&seconds.to_string()),
        Cell::Time(ms) => string(text, &Timestamp(*ms).to_iso()),
        Cell::Flag(yes) => text.push_str(if *yes { "true" } else { "false" }),
    }
}

fn list(text: &mut String, words: &[&str]) {
    text.push('[');
    for (number, word) in words.iter().enumerate() {
        text.push_str(if number > 0 { ", " } else { "" });
        string(text, word);
    }
    text.push(']');
}

fn string(text: &mut String, value: &str) {
    text.push('"');
    for c in value.chars() {
        match c {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            '\0'..='\u{1f}' => {
                let digit = |bits: u32| char::from_digit(bits % 16, 16).unwrap_or('0');
                text.push_str("\\u00");
                text.extend([digit(u32::from(c) >> 4), digit(u32::from(c))]);
            }
            c => text.push(c),
        }
    }
    text.push('"');
}
