//! Pages by the key of their last row (`lib/gitlab/pagination/keyset`). It does not know numbers of pages.

use super::Page;
use super::link::link;
use crate::ask::Ask;
use crate::base64;
use crate::params::Params;
use crate::refusal::Refusal;

/// Whether a request asks for keyset pagination.
pub fn wanted(params: &Params) -> bool {
    params.text("pagination") == Some("keyset")
}

/// The refusal of orders that cannot be paged so.
pub fn unavailable() -> Refusal {
    Refusal::pagination("Keyset pagination is not yet available for this type of request")
}

/// How many rows are asked for.
fn size(params: &Params) -> usize {
    let asked = params.get("per_page").and_then(serde_json::Value::as_i64).unwrap_or(20);
    usize::try_from(asked).unwrap_or(20).clamp(1, 100)
}

/// The first rows of a list that is already cut at the key; every page that is not empty links to a next one.
pub fn by_id<T>(ask: &Ask, params: &Params, list: impl Iterator<Item = T>, key: &str, id: fn(&T) -> u64) -> Page<T> {
    let items: Vec<T> = list.take(size(params)).collect();
    let next = items.last().map(|last| link(ask, params, &[(key, id(last).to_string())], "next"));
    Page { items, headers: next.map(|next| ("link", next)).into_iter().collect() }
}

/// The first rows of a list that is already cut at the cursor; the last page has no link.
pub fn by_cursor<T>(ask: &Ask, params: &Params, list: impl Iterator<Item = T>, key: fn(&T) -> String) -> Page<T> {
    let size = size(params);
    let mut items: Vec<T> = list.take(size + 1).collect();
    let more = items.len() > size;
    items.truncate(size);
    let next = items.last().filter(|_| more).map(|last| {
        let cursor =
            base64::encode_url(format!("{{\"key\":{},\"_kd\":\"n\"}}", serde_json::Value::from(key(last))).as_bytes());
        link(ask, params, &[("cursor", cursor)], "next")
    });
    Page { items, headers: next.map(|next| ("link", next)).into_iter().collect() }
}

/// The key that a request's cursor names.
pub fn cursor(params: &Params) -> Option<String> {
    let bytes = base64::decode(params.text("cursor")?)?;
    let cursor: serde_json::Value = serde_json::from_slice(&bytes).ok()?;
    cursor.get("key")?.as_str().map(str::to_owned)
}
