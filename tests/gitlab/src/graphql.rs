//! `POST /api/graphql`: queries of runners and what leads from them, within GitLab's limits
//! (`app/controllers/graphql_controller.rb`, `app/graphql/gitlab_schema.rb`).

mod arguments;
mod cost;
mod error;
mod fragments;
mod plan;
mod run;
mod schema;
mod syntax;

use http::Method;
use serde_json::{Map, Value, json};

use crate::answer::{self, Answer, Outcome};
use crate::ask::Ask;
use crate::refusal::Refusal;
use crate::world::World;
use error::GraphqlError;
use run::{Shown, Sight};
use syntax::{Action, Document, Operation};

/// The longest query, in characters.
const MAX_LENGTH: usize = 10_000;

/// Answers a query.
pub fn answer(world: &World, ask: &Ask) -> Outcome {
    let variables = variables(ask)?;
    let text = ask.params.get("query").and_then(Value::as_str).unwrap_or_default();
    if text.chars().count() > MAX_LENGTH {
        return Ok(refused(&[GraphqlError::new("Query too large")]));
    }
    let document = match syntax::parse(text) {
        Ok(document) => document,
        Err(error) => return Ok(refused(&[error])),
    };
    let operation = match operation(&document, ask.params.text("operationName")) {
        Ok(operation) => operation,
        Err(error) => return Ok(refused(&[error])),
    };
    if operation.action != Action::Query {
        return writes(ask, operation);
    }
    let fields = match plan::plan(&document, operation, &variables, world.settings.profile) {
        Ok(fields) => fields,
        Err(errors) => return Ok(refused(&errors)),
    };
    let (score, limit) = (cost::complexity(&fields), max_complexity(ask));
    let (depth, max_depth) = (cost::depth(&fields), if ask.caller.is_some() { 20 } else { 15 });
    let mut beyond = Vec::new();
    if depth > max_depth {
        beyond.push(format!("Query has depth of {depth}, which exceeds max depth of {max_depth}"));
    }
    if score > limit {
        beyond.push(format!("Query has complexity of {score}, which exceeds max complexity of {limit}"));
    }
    if !beyond.is_empty() {
        return Ok(refused(&beyond.into_iter().map(GraphqlError::new).collect::<Vec<_>>()));
    }
    let sight = Sight::new(world, ask, score, limit);
    let (data, errors) = run::run(&sight, &fields);
    Ok(answer::ok(&answered(data, &errors)))
}

/// The data, and the errors if there are any.
fn answered<'q>(data: Shown<'q>, errors: &[GraphqlError]) -> Shown<'q> {
    let mut body = vec![("data", data)];
    if !errors.is_empty() {
        body.push(("errors", Shown::Leaf(json!(errors))));
    }
    Shown::Object(body)
}

fn refused(errors: &[GraphqlError]) -> Answer {
    answer::ok(&json!({ "errors": errors }))
}

fn max_complexity(ask: &Ask) -> usize {
    match &ask.caller {
        None => 200,
        Some(caller) if caller.admin => 300,
        Some(_) => 250,
    }
}

/// The variables that came with a query: an object, or its text.
fn variables(ask: &Ask) -> Result<Map<String, Value>, Refusal> {
    let parsed = match ask.params.get("variables") {
        Some(Value::String(text)) if !text.trim().is_empty() => {
            serde_json::from_str(text).unwrap_or(Value::Bool(false))
        }
        None | Some(Value::String(_)) => Value::Null,
        Some(value) => value.clone(),
    };
    match parsed {
        Value::Null => Ok(Map::new()),
        Value::Object(map) => Ok(map),
        _ => Err(Refusal::graphql(422, "Variables could not be parsed: expected an object")),
    }
}

fn operation<'d, 'q>(document: &'d Document<'q>, name: Option<&str>) -> Result<&'d Operation<'q>, GraphqlError> {
    match (name, document.operations.as_slice()) {
        (None, [only]) => Ok(only),
        (None, _) => Err(GraphqlError::new("An operation name is required")),
        (Some(name), operations) => operations
            .iter()
            .find(|operation| operation.name == Some(name))
            .ok_or_else(|| GraphqlError::new(format!("No operation named {name:?}"))),
    }
}

/// The refusal of what is no query.
fn writes(ask: &Ask, operation: &Operation<'_>) -> Outcome {
    if ask.method == Method::GET {
        return Err(Refusal::graphql(422, "Mutations are forbidden in GET requests"));
    }
    let message = "This GitLab answers queries only: it knows no mutations and no subscriptions";
    Ok(refused(&[GraphqlError::new(message).at(operation.at)]))
}

#[cfg(test)]
mod tests;
