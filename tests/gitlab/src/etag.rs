//! Weak tags of bodies, and the answer "not modified" (`Rack::ETag`, `Rack::ConditionalGet`).

use http::StatusCode;
use http::header::{CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use http::request::Parts;

use crate::answer::{self, Answer};

/// Tags a good answer, and empties it if the asker has it already.
pub fn tag(answer: &mut Answer, parts: &Parts) {
    if !parts.method.is_safe() || answer.status() != StatusCode::OK {
        return;
    }
    let tag = format!(
        "W/\"{:016x}{:016x}\"",
        hash(answer.body(), 0xCBF2_9CE4_8422_2325),
        hash(answer.body(), 0x9AE1_6A3B_2F90_404F)
    );
    let known = parts.headers.get_all(IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let known = known.flat_map(|value| value.split(',')).map(str::trim).any(|own| own == tag || own == "*");
    answer::set(answer, ETAG, &tag);
    if known {
        *answer.status_mut() = StatusCode::NOT_MODIFIED;
        answer.body_mut().clear();
        answer.headers_mut().remove(CONTENT_TYPE);
    }
}

/// FNV-1a: quick, and the same everywhere.
fn hash(bytes: &[u8], seed: u64) -> u64 {
    bytes.iter().fold(seed, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3))
}

#[cfg(test)]
mod tests {
    use crate::sample::Sample;

    #[test]
    fn a_body_that_is_known_is_not_sent_again() {
        let mut gitlab = Sample::new();
        let tag = gitlab.get("runners/41", "glpat-mira").header("etag").unwrap().to_owned();
        assert!(tag.starts_with("W/\"") && tag.len() == 36, "{tag}");
        let again = [("private-token", "glpat-mira"), ("if-none-match", tag.as_str())];
        let answer = gitlab.send("GET", "runners/41", &again, b"");
        assert_eq!((answer.status, answer.body.len()), (304, 0));
        assert_eq!(answer.header("content-type"), None);
        gitlab.gitlab.world.runners.get_mut(&41).unwrap().paused = true;
        assert_eq!(gitlab.send("GET", "runners/41", &again, b"").status, 200);
    }

    #[test]
    fn refusals_and_writes_have_no_tag() {
        let mut gitlab = Sample::new();
        assert_eq!(gitlab.get("runners/999", "glpat-mira").header("etag"), None);
        assert_eq!(gitlab.put("runners/41", "glpat-mira", r#"{"locked":true}"#).header("etag"), None);
    }
}
