//! Base64, for passwords of Basic authentication and for cursors. It does not know either.

const STANDARD: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Text in the alphabet that may stand in an address, unpadded.
pub fn encode_url(bytes: &[u8]) -> String {
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let word = chunk.iter().chain([0, 0].iter()).take(3).fold(0_usize, |word, byte| word << 8 | usize::from(*byte));
        for digit in 0..=chunk.len() {
            text.push(match STANDARD[word >> (18 - 6 * digit) & 63] {
                b'+' => '-',
                b'/' => '_',
                plain => char::from(plain),
            });
        }
    }
    text
}

/// Bytes of either alphabet, padded or not.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let (mut word, mut bits) = (0_usize, 0);
    for byte in text.trim_end_matches('=').bytes() {
        let byte = match byte {
            b'-' => b'+',
            b'_' => b'/',
            plain => plain,
        };
        word = (word << 6 | STANDARD.iter().position(|known| *known == byte)?) & 0xFF_FFFF;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(word >> bits & 0xFF).ok()?);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_survive_the_way_there_and_back() {
        for text in ["", "a", "ab", "abc", "mira:glpat-x?~", "{\"id\":\"5001\"}"] {
            assert_eq!(decode(&encode_url(text.as_bytes())).unwrap(), text.as_bytes());
        }
        assert_eq!(decode("YTpi").unwrap(), b"a:b");
        assert_eq!(decode("YQ==").unwrap(), b"a");
        assert_eq!(decode("a b"), None);
    }
}
