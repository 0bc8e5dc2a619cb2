//! What a request asks with: path, query and body in one map, as Grape sees it. It does not know any one call's parameters.

pub mod check;
mod multipart;

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::refusal::Refusal;

/// Parameters by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Params(BTreeMap<String, Value>);

impl Params {
    /// The value of a name.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.0.get(key)
    }

    /// The text of a name, if there is one and it is not blank.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.0.get(key)?.as_str().filter(|text| !text.trim().is_empty())
    }

    /// Sets a value.
    pub fn set(&mut self, key: &str, value: impl Into<Value>) {
        self.0.insert(key.to_owned(), value.into());
    }

    /// Adds the pairs of a query or form, `list[]=a` and `map[key]=b` included.
    pub fn add_form(&mut self, encoded: &[u8]) {
        for (key, value) in form_urlencoded::parse(encoded) {
            self.add_pair(&key, value.into_owned());
        }
    }

    /// Adds the body of a request by its content type.
    pub fn add_body(&mut self, content_type: Option<&str>, body: &[u8]) -> Result<(), Refusal> {
        if body.is_empty() {
            return Ok(());
        }
        let essence = content_type.map_or("", |text| text.split(';').next().unwrap_or_default().trim());
        match essence.to_ascii_lowercase().as_str() {
            "" | "application/json" => self.add_json(body)?,
            "application/x-www-form-urlencoded" => self.add_form(body),
            "multipart/form-data" => {
                for (key, value) in multipart::parts(content_type.unwrap_or_default(), body) {
                    self.add_pair(&key, value);
                }
            }
            _ => return Err(Refusal::unsupported_type(essence)),
        }
        Ok(())
    }

    fn add_json(&mut self, body: &[u8]) -> Result<(), Refusal> {
        let value = serde_json::from_slice(body)
            .map_err(|_| Refusal::invalid_params("message body does not match declared format"))?;
        if let Value::Object(map) = value {
            self.0.extend(map);
        }
        Ok(())
    }

    fn add_pair(&mut self, key: &str, value: String) {
        match key.split_once('[') {
            Some((name, "]")) => match self.0.get_mut(name) {
                Some(Value::Array(list)) => list.push(value.into()),
                _ => self.set(name, vec![value]),
            },
            Some((name, rest)) if rest.ends_with(']') => {
                let inner = rest.trim_end_matches(']').to_owned();
                match self.0.get_mut(name) {
                    Some(Value::Object(map)) => _ = map.insert(inner, value.into()),
                    _ => self.set(name, Map::from_iter([(inner, value.into())])),
                }
            }
            _ => self.set(key, value),
        }
    }

    /// All parameters as a query string, sorted, as Rails' `to_query` writes them.
    pub fn to_query(&self) -> String {
        let mut pairs = Vec::new();
        for (key, value) in &self.0 {
            push_query(&mut pairs, key, value);
        }
        pairs.sort();
        pairs.join("&")
    }
}

fn push_query(pairs: &mut Vec<String>, key: &str, value: &Value) {
    match value {
        Value::Array(list) if list.is_empty() => pairs.push(format!("{}=", escape(&format!("{key}[]")))),
        Value::Array(list) => list.iter().for_each(|item| push_query(pairs, &format!("{key}[]"), item)),
        Value::Object(map) => map.iter().for_each(|(inner, item)| push_query(pairs, &format!("{key}[{inner}]"), item)),
        Value::Null => pairs.push(format!("{}=", escape(key))),
        Value::String(text) => pairs.push(format!("{}={}", escape(key), escape(text))),
        plain => pairs.push(format!("{}={plain}", escape(key))),
    }
}

fn escape(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn form(text: &str) -> Params {
        let mut params = Params::default();
        params.add_form(text.as_bytes());
        params
    }

    #[test]
    fn lists_and_maps_of_a_form_are_put_together() {
        let params = form("tag_list[]=a&tag_list%5B%5D=b&info[name]=x&info[version]=1&page=2&page=3");
        assert_eq!(params.get("tag_list"), Some(&json!(["a", "b"])));
        assert_eq!(params.get("info"), Some(&json!({"name": "x", "version": "1"})));
        assert_eq!(params.get("page"), Some(&json!("3")));
    }

    #[test]
    fn a_query_is_written_sorted_and_escaped() {
        let mut params = form("b=x y&a[]=1&a[]=2&c=");
        params.set("id", 7);
        params.set("z", Value::Null);
        assert_eq!(params.to_query(), "a%5B%5D=1&a%5B%5D=2&b=x+y&c=&id=7&z=");
    }

    #[test]
    fn a_body_adds_to_the_query_by_its_type() {
        let mut params = form("id=1");
        params.add_body(Some("application/json; charset=utf-8"), br#"{"paused":true}"#).unwrap();
        params.add_body(Some("application/x-www-form-urlencoded"), b"locked=1").unwrap();
        params.add_body(Some("application/json"), b"[1]").unwrap();
        assert_eq!(params.to_query(), "id=1&locked=1&paused=true");
    }

    #[test]
    fn bodies_that_cannot_be_read_are_refused() {
        let mut params = Params::default();
        assert_eq!(params.add_body(Some("application/json"), b"{").unwrap_err().status, 400);
        assert_eq!(params.add_body(Some("text/plain"), b"x").unwrap_err().status, 415);
        assert_eq!(params.add_body(Some("text/plain"), b""), Ok(()));
    }
}
