//! Values in commands and files, so that they stay values whatever is in them.

/// For `sh` and its kin: bare where nothing in it means anything there, else in single quotes.
pub fn sh(text: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./:@%+=,".contains(c);
    if !text.is_empty() && text.chars().all(is_plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}

/// For PowerShell, which takes curved quotes for straight ones, and a bare comma or at sign for something else.
pub fn powershell(text: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "_./:".contains(c);
    let is_bare = text.chars().enumerate().all(|(place, c)| is_plain(c) || (c == '-' && place > 0));
    if !text.is_empty() && is_bare {
        return text.to_owned();
    }
    let mut quoted = String::from("'");
    for c in text.chars() {
        quoted.push(c);
        if matches!(c, '\'' | '\u{2018}'..='\u{201b}') {
            quoted.push(c);
        }
    }
    quoted + "'"
}

/// For TOML and YAML: in double quotes, with what both escape alike.
pub fn double(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            // Line ends that YAML knows besides, and what neither takes as it is.
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                quoted.extend(['\\', 'u']);
                quoted.extend([12, 8, 4, 0].map(|shift| hex_digit(u32::from(c) >> shift)));
            }
            c => quoted.push(c),
        }
    }
    quoted + "\""
}

/// The last four bits.
fn hex_digit(bits: u32) -> char {
    char::from_digit(bits % 16, 16).unwrap_or('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shell_sees_one_word() {
        for (text, quoted) in [
            ("https://gitlab.example.com:8443/git", "https://gitlab.example.com:8443/git"),
            ("glrt-t3_aB-1.0.c", "glrt-t3_aB-1.0.c"),
            ("", "''"),
            ("a b", "'a b'"),
            ("$(reboot)`x`;&|\"", "'$(reboot)`x`;&|\"'"),
            ("it's", r"'it'\''s'"),
            ("~root", "'~root'"),
        ] {
            assert_eq!(sh(text), quoted);
        }
    }

    #[test]
    fn powershell_sees_one_word() {
        for (text, quoted) in [
            ("https://gitlab.example.com/git", "https://gitlab.example.com/git"),
            ("glrt-t3_aB-1.0.c", "glrt-t3_aB-1.0.c"),
            ("-x", "'-x'"),
            ("a,b@c", "'a,b@c'"),
            ("$env:X `n", "'$env:X `n'"),
            ("it's", "'it''s'"),
            ("it\u{2019}s", "'it\u{2019}\u{2019}s'"),
        ] {
            assert_eq!(powershell(text), quoted);
        }
    }

    #[test]
    fn a_file_sees_one_text() {
        for (text, quoted) in [
            ("build-01", "\"build-01\""),
            ("a \"b\" \\c", "\"a \\\"b\\\" \\\\c\""),
            ("a\nb\tc\u{7f}\u{85}", "\"a\\nb\\tc\\u007f\\u0085\""),
            ("h\u{fc}tte", "\"h\u{fc}tte\""),
        ] {
            assert_eq!(double(text), quoted);
        }
    }
}
