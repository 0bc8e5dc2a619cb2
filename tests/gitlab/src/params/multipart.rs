//! Reads the text fields of a `multipart/form-data` body. Files are no part of the runner calls, so it does not know them.

/// The fields of a body, in order.
pub fn parts(content_type: &str, body: &[u8]) -> Vec<(String, String)> {
    let Some(boundary) = attribute(content_type, "boundary") else { return Vec::new() };
    let text = String::from_utf8_lossy(body);
    text.split(&format!("--{boundary}")).filter_map(part).collect()
}

fn part(text: &str) -> Option<(String, String)> {
    let (head, value) = text.split_once("\r\n\r\n")?;
    let disposition = head.lines().find(|line| line.to_ascii_lowercase().starts_with("content-disposition:"))?;
    Some((attribute(disposition, "name")?, value.strip_suffix("\r\n").unwrap_or(value).to_owned()))
}

fn attribute(header: &str, name: &str) -> Option<String> {
    let value = header.split(';').find_map(|piece| {
        let (key, value) = piece.trim().split_once('=')?;
        key.eq_ignore_ascii_case(name).then_some(value)
    })?;
    Some(value.trim_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_fields_are_found() {
        let body = "--X\r\nContent-Disposition: form-data; name=\"description\"\r\n\r\na\r\nb\r\n\
                    --X\r\nContent-Disposition: form-data; name=\"tag_list[]\"\r\n\r\ngpu\r\n--X--\r\n";
        let expected =
            vec![("description".to_owned(), "a\r\nb".to_owned()), ("tag_list[]".to_owned(), "gpu".to_owned())];
        assert_eq!(parts("multipart/form-data; boundary=X", body.as_bytes()), expected);
    }

    #[test]
    fn a_body_without_boundary_has_no_fields() {
        assert_eq!(parts("multipart/form-data", b"--X\r\n\r\n"), Vec::new());
    }
}
