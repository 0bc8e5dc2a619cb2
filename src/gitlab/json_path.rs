//! Where in a JSON text something stands, without showing any of the text's values.

/// The path (`$[3].contacted_at`) of the value at a byte offset. Reads the text only up to there.
pub fn path_at(json: &[u8], offset: usize) -> String {
    let mut path = Path::default();
    let mut at = 0;
    while at < offset.min(json.len()) {
        match json[at] {
            b'"' => {
                let end = string_end(json, at);
                if path.expects_key() {
                    path.key(&json[at + 1..end.min(json.len())]);
                }
                at = end;
            }
            b'{' => path.0.push(Step::Key { name: None, reading: true }),
            b'[' => path.0.push(Step::Index(0)),
            b'}' | b']' => drop(path.0.pop()),
            b',' => path.next(),
            _ => {}
        }
        at += 1;
    }
    path.to_string()
}

/// The index of the quote that ends the string which begins at `start`.
fn string_end(json: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while at < json.len() && json[at] != b'"' {
        at += if json[at] == b'\\' { 2 } else { 1 };
    }
    at
}

#[derive(Default)]
struct Path(Vec<Step>);

enum Step {
    Key { name: Option<String>, reading: bool },
    Index(usize),
}

impl Path {
    fn expects_key(&self) -> bool {
        matches!(self.0.last(), Some(Step::Key { reading: true, .. }))
    }

    fn key(&mut self, name: &[u8]) {
        if let Some(Step::Key { name: slot, reading }) = self.0.last_mut() {
            *slot = Some(String::from_utf8_lossy(name).chars().take(40).collect());
            *reading = false;
        }
    }

    fn next(&mut self) {
        match self.0.last_mut() {
            Some(Step::Key { reading, .. }) => *reading = true,
            Some(Step::Index(index)) => *index += 1,
            None => {}
        }
    }
}

impl std::fmt::Display for Path {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("$")?;
        for step in &self.0 {
            match step {
                Step::Key { name: Some(name), .. } => write!(f, ".{name}")?,
                Step::Key { name: None, .. } => {}
                Step::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_place() {
        let json = br#"[{"id":1,"tags":["a,b","c\"]"]},{"id":"x"}]"#;
        let offset = |needle: &str| String::from_utf8_lossy(json).find(needle).unwrap();
        assert_eq!(path_at(json, offset("1,")), "$[0].id");
        assert_eq!(path_at(json, offset("\"c\\")), "$[0].tags[1]");
        assert_eq!(path_at(json, offset("\"x\"")), "$[1].id");
        assert_eq!(path_at(b"<html>", 3), "$");
    }

    #[test]
    fn broken_text_never_panics() {
        for json in [&b"\"abc\\"[..], b"]]]}}}", b"{\"a", b"[,,,", b"\\"] {
            assert!(path_at(json, 100).starts_with('$'));
        }
    }
}
