//! Answers a planned query, field by field. What each type's fields say stands in a file of its own.

mod connection;
mod manager;
mod place;
mod query;
mod runner;
mod runner_search;
mod sight;

pub use sight::Sight;

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

use super::error::GraphqlError;
use super::plan::Planned;
use crate::world::group::Group;
use crate::world::manager::Manager;
use crate::world::project::Project;
use crate::world::runner::Runner;
use crate::world::user::User;
use connection::{Connection, Edge, PageInfo};

/// Something that has fields.
#[derive(Clone)]
enum Node<'w> {
    Query,
    Complexity,
    Metadata,
    User(&'w User),
    Runner(&'w Runner),
    Permissions(&'w Runner),
    Manager(&'w Runner, &'w Manager),
    Project(&'w Project),
    Group(&'w Group),
    Connection(Connection<'w>),
    Edge(Edge<'w>),
    PageInfo(PageInfo),
}

/// What a field comes to.
enum Found<'w> {
    Leaf(Value),
    One(Node<'w>),
    Many(Vec<Node<'w>>),
    /// Nothing, and why.
    Refused(&'static str),
}

/// A plain value.
fn leaf<'w>(value: impl Into<Value>) -> Found<'w> {
    Found::Leaf(value.into())
}

/// A thing, or none.
fn maybe(node: Option<Node<'_>>) -> Found<'_> {
    node.map_or(Found::Leaf(Value::Null), Found::One)
}

/// An answer in the order of the query.
pub enum Shown<'q> {
    /// A plain value.
    Leaf(Value),
    /// Several.
    List(Vec<Shown<'q>>),
    /// A thing's fields.
    Object(Vec<(&'q str, Shown<'q>)>),
}

impl Serialize for Shown<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Leaf(value) => value.serialize(serializer),
            Self::List(list) => serializer.collect_seq(list),
            Self::Object(fields) => {
                let mut map = serializer.serialize_map(Some(fields.len()))?;
                for (key, value) in fields {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}

/// Answers the fields of a query, and tells what could not be.
pub fn run<'q>(sight: &Sight<'_>, fields: &[Planned<'q>]) -> (Shown<'q>, Vec<GraphqlError>) {
    let mut errors = Vec::new();
    let mut path = Vec::new();
    let shown = show(sight, &Node::Query, fields, &mut path, &mut errors);
    (shown, errors)
}

fn show<'q>(
    sight: &Sight<'_>,
    node: &Node<'_>,
    fields: &[Planned<'q>],
    path: &mut Vec<&'q str>,
    errors: &mut Vec<GraphqlError>,
) -> Shown<'q> {
    let answer = |planned: &Planned<'q>| {
        path.push(planned.key);
        let shown = match node.field(sight, planned) {
            Found::Leaf(value) => Shown::Leaf(value),
            Found::One(node) => show(sight, &node, &planned.children, path, errors),
            Found::Many(nodes) => {
                Shown::List(nodes.iter().map(|node| show(sight, node, &planned.children, path, errors)).collect())
            }
            Found::Refused(why) => {
                errors.push(GraphqlError::new(why).at(planned.at).of(path.iter().copied()));
                Shown::Leaf(Value::Null)
            }
        };
        path.pop();
        (planned.key, shown)
    };
    Shown::Object(fields.iter().map(answer).collect())
}

impl<'w> Node<'w> {
    fn field(&self, sight: &Sight<'w>, planned: &Planned<'_>) -> Found<'w> {
        let name = planned.field.name;
        if name == "__typename" {
            return leaf(planned.on.name);
        }
        match self {
            Self::Query => query::field(sight, planned),
            Self::Complexity => query::complexity(sight, name),
            Self::Metadata => query::metadata(sight, name),
            Self::User(user) => query::user(sight, user, name),
            Self::Runner(runner) => runner::field(sight, runner, planned),
            Self::Permissions(runner) => runner::permission(sight, runner, name),
            Self::Manager(runner, manager) => manager::field(sight, runner, manager, name),
            Self::Project(project) => place::project(sight, project, name),
            Self::Group(group) => place::group(sight, group, name),
            Self::Connection(connection) => connection.field(name),
            Self::Edge(edge) => edge.field(name),
            Self::PageInfo(info) => info.field(name),
        }
    }
}
