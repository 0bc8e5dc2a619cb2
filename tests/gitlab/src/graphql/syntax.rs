//! The text of a query as a tree. It does not know which fields there are.

mod lexer;
mod parser;
mod values;

use super::error::{GraphqlError, Position};

/// How deep braces and brackets may stand in one another; far beyond what any limit lets through.
const MAX_NESTING: usize = 200;

/// A document: what to do, and the pieces it is put together from.
#[derive(Debug, Default)]
pub struct Document<'q> {
    /// Its operations.
    pub operations: Vec<Operation<'q>>,
    /// Its named fragments.
    pub fragments: Vec<Fragment<'q>>,
}

/// What an operation does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// It reads.
    Query,
    /// It writes.
    Mutation,
    /// It listens.
    Subscription,
}

/// An operation.
#[derive(Debug)]
pub struct Operation<'q> {
    /// What it does.
    pub action: Action,
    /// What it calls itself.
    pub name: Option<&'q str>,
    /// What it takes.
    pub variables: Vec<Variable<'q>>,
    /// What it asks for.
    pub selections: Vec<Selection<'q>>,
    /// Where it begins.
    pub at: Position,
}

/// A declared variable.
#[derive(Debug)]
pub struct Variable<'q> {
    /// Its name, without the dollar.
    pub name: &'q str,
    /// Its type as it stands there, without spaces: `[String!]`.
    pub kind: String,
    /// What it is when nobody says.
    pub default: Option<Value<'q>>,
    /// Where it stands.
    pub at: Position,
}

/// A named fragment.
#[derive(Debug)]
pub struct Fragment<'q> {
    /// Its name.
    pub name: &'q str,
    /// The type it is of.
    pub on: &'q str,
    /// What it asks for.
    pub selections: Vec<Selection<'q>>,
    /// Where it begins.
    pub at: Position,
}

/// A member of a selection set.
#[derive(Debug)]
pub enum Selection<'q> {
    /// A field.
    Field(Field<'q>),
    /// What a named fragment asks for.
    Spread(Spread<'q>),
    /// A fragment in place.
    Inline(Inline<'q>),
}

/// A field.
#[derive(Debug)]
pub struct Field<'q> {
    /// The name it is answered under.
    pub key: &'q str,
    /// Its name.
    pub name: &'q str,
    /// Its arguments.
    pub arguments: Vec<Argument<'q>>,
    /// Whether it is wanted at all.
    pub directives: Vec<Directive<'q>>,
    /// What is asked of it.
    pub selections: Vec<Selection<'q>>,
    /// Where it stands.
    pub at: Position,
}

/// A named fragment, asked for.
#[derive(Debug)]
pub struct Spread<'q> {
    /// Whose.
    pub name: &'q str,
    /// Whether it is wanted at all.
    pub directives: Vec<Directive<'q>>,
    /// Where it stands.
    pub at: Position,
}

/// A fragment in place.
#[derive(Debug)]
pub struct Inline<'q> {
    /// The type it is of; that of what stands around it without one.
    pub on: Option<&'q str>,
    /// Whether it is wanted at all.
    pub directives: Vec<Directive<'q>>,
    /// What it asks for.
    pub selections: Vec<Selection<'q>>,
    /// Where it stands.
    pub at: Position,
}

/// A remark behind an at sign.
#[derive(Debug)]
pub struct Directive<'q> {
    /// Its name.
    pub name: &'q str,
    /// Its arguments.
    pub arguments: Vec<Argument<'q>>,
    /// Where it stands.
    pub at: Position,
}

/// A named value.
#[derive(Debug, PartialEq)]
pub struct Argument<'q> {
    /// Its name.
    pub name: &'q str,
    /// What it is.
    pub value: Value<'q>,
    /// Where it stands.
    pub at: Position,
}

/// A value as it is written.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'q> {
    /// What a variable says.
    Variable(&'q str),
    /// A whole number.
    Int(i64),
    /// Another number.
    Float(f64),
    /// A text.
    Text(String),
    /// `true` or `false`.
    Boolean(bool),
    /// Nothing.
    Null,
    /// A word.
    Enum(&'q str),
    /// Several.
    List(Vec<Value<'q>>),
    /// Several by name.
    Object(Vec<(&'q str, Value<'q>)>),
}

/// Reads a query.
pub fn parse(text: &str) -> Result<Document<'_>, GraphqlError> {
    parser::document(text)
}
