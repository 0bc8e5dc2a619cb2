//! Rows of values with a separator between them, as RFC 4180 quotes them, so that a spreadsheet calculates nothing.
//!
//! Anybody who may name a runner writes into these files. A value that a spreadsheet would take for a formula gets an
//! apostrophe in front (OWASP, "CSV Injection"), and so does what follows a separator within a value: a spreadsheet that
//! is set to semicolons heeds no quotes around commas. So does one that has apostrophes there already: taking one away
//! gives back every value as it was.

use super::Sheet;

/// By this Excel knows that a file is UTF-8.
const MARK: char = '\u{feff}';

/// What may stand between cells or rows in a spreadsheet that is set otherwise than the file.
const SEPARATORS: [char; 4] = [';', '\t', '\r', '\n'];

/// With commas and a head.
pub fn csv(sheet: &Sheet<'_>) -> String {
    let mut writer = Writer { text: String::from(MARK), separator: ',', begun: false };
    for field in &sheet.fields {
        writer.value(field.label());
    }
    writer.end_row();
    write(sheet, writer)
}

/// With tabs, without a head.
pub fn rows(sheet: &Sheet<'_>) -> String {
    write(sheet, Writer { text: String::new(), separator: '\t', begun: false })
}

fn write(sheet: &Sheet<'_>, mut writer: Writer) -> String {
    for place in sheet.places {
        let look = sheet.fleet.at(*place);
        for field in &sheet.fields {
            writer.value(&field.text(look));
        }
        writer.end_row();
    }
    writer.text
}

struct Writer {
    text: String,
    separator: char,
    /// Whether the row has a value.
    begun: bool,
}

impl Writer {
    fn value(&mut self, value: &str) {
        if self.begun {
            self.text.push(self.separator);
        }
        self.begun = true;
        // A semicolon and a tab separate values too, where spreadsheets are set so.
        let is_quoted = value.contains([',', ';', '\t', '"', '\r', '\n']) || value.trim().len() < value.len();
        let quote = if is_quoted { "\"" } else { "" };
        self.text.push_str(quote);
        for (place, part) in value.split_inclusive(SEPARATORS).enumerate() {
            let is_dangerous = match place {
                0 => is_dangerous(value.trim_start_matches('\'')),
                _ => begins_formula(part.trim_start_matches('\'').trim_end_matches(SEPARATORS)),
            };
            if is_dangerous {
                self.text.push('\'');
            }
            self.quoted(part);
        }
        self.text.push_str(quote);
    }

    fn quoted(&mut self, part: &str) {
        for (place, part) in part.split('"').enumerate() {
            self.text.push_str(if place > 0 { "\"\"" } else { "" });
            self.text.push_str(part);
        }
    }

    fn end_row(&mut self) {
        self.text.push_str("\r\n");
        self.begun = false;
    }
}

/// Whether a spreadsheet may take a value for a formula.
pub fn is_dangerous(value: &str) -> bool {
    begins_formula(value) && !is_number(value)
}

/// Whether a spreadsheet may take what begins so for a formula. Of a value that is cut at a separator no part is
/// certainly a number: whatever stands next in the row may follow it.
pub fn begins_formula(text: &str) -> bool {
    let mut blanks = text.chars().take_while(|c| is_blank(*c));
    let first = text.chars().find(|c| !is_blank(*c));
    blanks.any(char::is_control) || first.is_some_and(is_sign)
}

/// What begins a formula, in the widths of all scripts.
fn is_sign(c: char) -> bool {
    matches!(
        c,
        '=' | '+'
            | '-'
            | '@'
            | '\u{2212}'
            | '\u{fe62}'
            | '\u{fe63}'
            | '\u{fe66}'
            | '\u{fe6b}'
            | '＝'
            | '＋'
            | '－'
            | '＠'
    )
}

/// What is not seen, and may be passed over; a quote is taken away where a cell begins with it.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | MARK | '"')
}

/// Digits, perhaps with a point among them, perhaps below zero: it is what it says.
fn is_number(value: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let value = value.strip_prefix('-').unwrap_or(value);
    value.split_once('.').map_or_else(|| digits(value), |(whole, fraction)| digits(whole) && digits(fraction))
}
