//! The body of a refusal: texts, lists and maps of texts. Numbers in it say nothing to a person and are passed over.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// What a refusal says.
pub enum Body {
    Text(String),
    List(Vec<Body>),
    Map(Vec<(String, Body)>),
    /// Nothing that could be read: no JSON, or a number.
    Nothing,
}

impl Body {
    /// Reads an answer's body, whatever it is.
    pub fn read(bytes: &[u8]) -> Self {
        serde_json::from_slice(bytes).unwrap_or(Self::Nothing)
    }

    /// GitLab's words, from whichever of its families of bodies this is: `message`, `error_description`, `error`, and of
    /// GraphQL the messages of its `errors`.
    pub fn words(&self) -> Option<String> {
        if let Some(Self::List(errors)) = self.get("errors") {
            let messages = errors.iter().filter_map(|error| error.text("message"));
            return Some(messages.collect::<Vec<_>>().join(" "));
        }
        let found = ["message", "error_description", "error"].iter().find_map(|key| self.get(key))?;
        Some(found.sentences().join(" "))
    }

    /// The texts of a model validation, by attribute.
    pub fn fields(&self) -> Vec<(String, String)> {
        let Some(Self::Map(fields)) = self.get("message") else { return Vec::new() };
        fields.iter().map(|(key, value)| (key.clone(), value.sentences().join(", "))).collect()
    }

    /// The text under a key.
    pub fn text(&self, key: &str) -> Option<&str> {
        match self.get(key)? {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    fn get(&self, key: &str) -> Option<&Self> {
        let Self::Map(map) = self else { return None };
        map.iter().find(|(found, _)| found == key).map(|(_, value)| value)
    }

    /// Every text, with the attribute it belongs to in front where that is needed to understand it.
    fn sentences(&self) -> Vec<String> {
        match self {
            Self::Text(text) => vec![text.clone()],
            Self::List(items) => items.iter().flat_map(Self::sentences).collect(),
            Self::Map(map) => map.iter().flat_map(|(key, value)| with_attribute(key, value)).collect(),
            Self::Nothing => Vec::new(),
        }
    }
}

fn with_attribute(key: &str, value: &Body) -> Vec<String> {
    let sentences = value.sentences();
    if matches!(key, "base" | "error") {
        return sentences;
    }
    let attribute = key.replace('_', " ");
    sentences.into_iter().map(|text| format!("{attribute} {text}")).collect()
}

impl<'de> Deserialize<'de> for Body {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(BodyVisitor)
    }
}

struct BodyVisitor;

impl<'de> Visitor<'de> for BodyVisitor {
    type Value = Body;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_str<E>(self, text: &str) -> Result<Body, E> {
        Ok(Body::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Body, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Body::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Body, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(Body::Map(map))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Body, E> {
        Ok(Body::Nothing)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Body, E> {
        Ok(Body::Nothing)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Body, E> {
        Ok(Body::Nothing)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Body, E> {
        Ok(Body::Nothing)
    }

    fn visit_unit<E>(self) -> Result<Body, E> {
        Ok(Body::Nothing)
    }
}
