//! Lists in pieces. It does not know what is listed.

pub mod keyset;
pub mod link;
pub mod offset;

use serde::Serialize;

use crate::answer::{self, Answer};

/// Some of a list, and the headers that tell how to get the rest.
pub struct Page<T> {
    /// The members of this piece.
    pub items: Vec<T>,
    /// The headers.
    pub headers: Vec<(&'static str, String)>,
}

impl<T> Page<T> {
    /// The answer that shows each member.
    pub fn show<S: Serialize>(&self, show: impl FnMut(&T) -> S) -> Answer {
        let mut answer = answer::json(200, &self.items.iter().map(show).collect::<Vec<_>>());
        for (name, value) in &self.headers {
            answer::set_named(&mut answer, name, value);
        }
        answer
    }
}
