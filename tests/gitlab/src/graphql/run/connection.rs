//! Lists in pages: which part was asked for, and how to ask for the next.

use serde_json::Value;

use super::{Found, Node, leaf, maybe};
use crate::base64;
use crate::graphql::cost;
use crate::graphql::plan::Planned;

/// A page of a list.
#[derive(Clone)]
pub struct Connection<'w> {
    items: Vec<(u64, Node<'w>)>,
    count: usize,
    more_after: bool,
    more_before: bool,
}

/// A member of a page.
#[derive(Clone)]
pub struct Edge<'w> {
    cursor: String,
    node: Box<Node<'w>>,
}

/// Where a page begins and ends.
#[derive(Clone)]
pub struct PageInfo {
    next: bool,
    previous: bool,
    start: Option<String>,
    end: Option<String>,
}

impl<'w> Connection<'w> {
    /// The asked page of a list, each member with its number. The list is gone through to its end only where the
    /// query wants its length, or asks from there.
    pub fn of(planned: &Planned<'_>, list: impl IntoIterator<Item = (u64, Node<'w>)>) -> Self {
        let args = &planned.args;
        let key = |name| args.text(name).and_then(number);
        let (after, before) = (key("after"), key("before"));
        let size = cost::page(planned);
        let from_end = args.get("last").is_some() && args.get("first").is_none();
        let counts = planned.children.iter().any(|child| child.field.name == "count");

        let mut page = Self { items: Vec::new(), count: 0, more_after: false, more_before: after.is_some() };
        let (mut open, mut closed) = (after.is_none(), false);
        for (id, node) in list {
            page.count += 1;
            closed |= before == Some(id);
            if closed || (open && !from_end && page.items.len() == size) {
                page.more_after = true;
                if !counts {
                    break;
                }
                continue;
            }
            if open {
                page.items.push((id, node));
            }
            open |= after == Some(id);
        }
        if from_end && page.items.len() > size {
            page.items.drain(..page.items.len() - size);
            page.more_before = true;
        }
        page
    }

    /// A field of a page.
    pub fn field(&self, name: &str) -> Found<'w> {
        match name {
            "nodes" => Found::Many(self.items.iter().map(|(_, node)| node.clone()).collect()),
            "edges" => {
                let edge = |(id, node): &(u64, Node<'w>)| Edge { cursor: cursor(*id), node: Box::new(node.clone()) };
                Found::Many(self.items.iter().map(|item| Node::Edge(edge(item))).collect())
            }
            "count" => leaf(self.count),
            _ => maybe(Some(Node::PageInfo(PageInfo {
                next: self.more_after,
                previous: self.more_before,
                start: self.items.first().map(|(id, _)| cursor(*id)),
                end: self.items.last().map(|(id, _)| cursor(*id)),
            }))),
        }
    }
}

impl<'w> Edge<'w> {
    /// A field of a member.
    pub fn field(&self, name: &str) -> Found<'w> {
        if name == "cursor" { leaf(self.cursor.as_str()) } else { Found::One((*self.node).clone()) }
    }
}

impl PageInfo {
    /// A field of where a page begins and ends.
    pub fn field<'w>(&self, name: &str) -> Found<'w> {
        match name {
            "hasNextPage" => leaf(self.next),
            "hasPreviousPage" => leaf(self.previous),
            "startCursor" => leaf(self.start.clone()),
            _ => leaf(self.end.clone()),
        }
    }
}

fn cursor(id: u64) -> String {
    base64::encode_url(format!("{{\"id\":\"{id}\"}}").as_bytes())
}

/// The number that a cursor names.
pub fn number(cursor: &str) -> Option<u64> {
    let cursor: Value = serde_json::from_slice(&base64::decode(cursor)?).ok()?;
    cursor.get("id")?.as_str()?.parse().ok()
}
