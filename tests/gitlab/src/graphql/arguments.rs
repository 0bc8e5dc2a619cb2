//! What a field is asked with: literals and variables, brought to the types that the field takes.

use serde_json::Value as Json;

use super::error::GraphqlError;
use super::schema::{Arg, Field, Takes};
use super::syntax::{self, Argument, Value};

/// The arguments of a field by name; what was not given, or is nothing, is not there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arguments(Vec<(&'static str, Json)>);

impl Arguments {
    /// The value of a name.
    pub fn get(&self, name: &str) -> Option<&Json> {
        self.0.iter().find(|(own, _)| *own == name).map(|(_, value)| value)
    }

    /// A text or word.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(name)?.as_str()
    }

    /// The number of a global id.
    pub fn id(&self, name: &str) -> Option<u64> {
        self.get(name)?.as_u64()
    }

    /// How many.
    pub fn size(&self, name: &str) -> Option<usize> {
        self.get(name)?.as_i64().map(|number| usize::try_from(number).unwrap_or(0))
    }

    /// `true` or `false`.
    pub fn flag(&self, name: &str) -> Option<bool> {
        self.get(name)?.as_bool()
    }

    /// The texts of a list.
    pub fn texts(&self, name: &str) -> Vec<&str> {
        self.get(name).and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_str).collect()
    }
}

/// A declared variable with what the request says of it.
pub struct Bound<'d, 'q> {
    declared: &'d syntax::Variable<'q>,
    given: Option<&'d Json>,
    used: bool,
}

/// The variables of an operation.
pub struct Variables<'d, 'q> {
    operation: String,
    bound: Vec<Bound<'d, 'q>>,
}

impl<'d, 'q> Variables<'d, 'q> {
    /// The variables of an operation, as the request gives them.
    pub fn new(operation: &'d syntax::Operation<'q>, given: &'d serde_json::Map<String, Json>) -> Self {
        let bind =
            |declared: &'d syntax::Variable<'q>| Bound { declared, given: given.get(declared.name), used: false };
        let name = operation.name.map_or_else(|| "anonymous query".to_owned(), str::to_owned);
        Self { operation: name, bound: operation.variables.iter().map(bind).collect() }
    }

    /// The variables that nothing asks for.
    pub fn unused(&self) -> impl Iterator<Item = GraphqlError> {
        self.bound.iter().filter(|bound| !bound.used).map(|bound| {
            let name = bound.declared.name;
            GraphqlError::new(format!("Variable ${name} is declared by {} but not used", self.operation))
                .at(bound.declared.at)
                .coded("variableNotUsed", &[("variableName", name)])
        })
    }

    fn find(&mut self, name: &str, argument: &Argument<'_>) -> Result<&Bound<'d, 'q>, GraphqlError> {
        let Some(at) = self.bound.iter().position(|bound| bound.declared.name == name) else {
            let message = format!("Variable ${name} is used by {} but not declared", self.operation);
            return Err(GraphqlError::new(message)
                .at(argument.at)
                .coded("variableNotDefined", &[("variableName", name)]));
        };
        self.bound[at].used = true;
        Ok(&self.bound[at])
    }

    /// The value of a variable where an argument of a type stands.
    fn value(&mut self, name: &str, arg: &Arg, argument: &Argument<'_>) -> Result<Json, GraphqlError> {
        let bound = self.find(name, argument)?;
        let kind = &bound.declared.kind;
        let plain = |kind: &str| kind.strip_suffix('!').unwrap_or(kind).to_owned();
        let may_be_null = !kind.ends_with('!') && bound.declared.default.is_none();
        if plain(kind) != plain(arg.kind) || (may_be_null && arg.kind.ends_with('!')) {
            let message =
                format!("Type mismatch on variable ${name} and argument {} ({kind} / {})", arg.name, arg.kind);
            let names = [("variableName", name), ("typeName", kind), ("argumentName", arg.name)];
            return Err(GraphqlError::new(message).at(argument.at).coded("variableMismatch", &names));
        }
        let value = match (bound.given, &bound.declared.default) {
            (Some(given), _) => given_value(&arg.takes, given),
            (None, Some(default)) => literal(&arg.takes, default),
            (None, None) => Ok(Json::Null),
        };
        value.and_then(|value| if value.is_null() && kind.ends_with('!') { Err(None) } else { Ok(value) }).map_err(
            |why| {
                let message = format!("Variable ${name} of type {kind} was provided invalid value");
                let why = why.map(|why| format!(": {why}")).unwrap_or_default();
                GraphqlError::new(message + &why).at(bound.declared.at)
            },
        )
    }

    /// Whether a variable says yes, for directives.
    pub fn flag(&mut self, argument: &Argument<'_>) -> Result<Option<bool>, GraphqlError> {
        const IF: Arg = Arg { name: "if", kind: "Boolean!", takes: Takes::Boolean };
        match argument.value {
            Value::Variable(name) => Ok(self.value(name, &IF, argument)?.as_bool()),
            Value::Boolean(flag) => Ok(Some(flag)),
            _ => Ok(None),
        }
    }
}

/// Why a value does not fit; a sentence, if there is more to say than that.
type Misfit = Option<String>;

/// Reads the arguments of a field of the type `on`; every problem is told.
pub fn read(
    on: &str,
    field: &Field,
    given: &syntax::Field<'_>,
    variables: &mut Variables<'_, '_>,
) -> Result<Arguments, Vec<GraphqlError>> {
    let mut errors = Vec::new();
    let mut read = Arguments::default();
    for argument in &given.arguments {
        let Some(arg) = field.args.iter().find(|arg| arg.name == argument.name) else {
            let message = format!("Field '{}' doesn't accept argument '{}'", field.name, argument.name);
            let names = [("name", field.name), ("typeName", "Field"), ("argumentName", argument.name)];
            errors.push(GraphqlError::new(message).at(argument.at).coded("argumentNotAccepted", &names));
            continue;
        };
        let value = match &argument.value {
            Value::Variable(name) => variables.value(name, arg, argument),
            plain => written(arg, plain, argument, variables).and_then(|value| {
                let value = value.filter(|value| !(value.is_null() && arg.kind.ends_with('!')));
                value.ok_or_else(|| misfit(field, arg, argument))
            }),
        };
        match value {
            Ok(Json::Null) => {}
            Ok(value) => read.0.push((arg.name, value)),
            Err(error) => errors.push(error),
        }
    }
    let there = |arg: &Arg| given.arguments.iter().any(|argument| argument.name == arg.name);
    for arg in field.args.iter().filter(|arg| arg.kind.ends_with('!') && !there(arg)) {
        let message = format!("Field '{}' is missing required arguments: {}", field.name, arg.name);
        let names = [("className", "Field"), ("name", field.name), ("arguments", arg.name), ("typeName", on)];
        errors.push(GraphqlError::new(message).at(given.at).coded("missingRequiredArguments", &names));
    }
    if errors.is_empty() { Ok(read) } else { Err(errors) }
}

fn misfit(field: &Field, arg: &Arg, argument: &Argument<'_>) -> GraphqlError {
    let message = format!(
        "Argument '{}' on Field '{}' has an invalid value ({}). Expected type '{}'.",
        arg.name,
        field.name,
        shown(&argument.value),
        arg.kind
    );
    let names = [("typeName", "Field"), ("argumentName", arg.name)];
    GraphqlError::new(message).at(argument.at).coded("argumentLiteralsIncompatible", &names)
}

/// A literal, in which a list may hold variables; nothing, if it does not fit.
fn written(
    arg: &Arg,
    value: &Value<'_>,
    argument: &Argument<'_>,
    variables: &mut Variables<'_, '_>,
) -> Result<Option<Json>, GraphqlError> {
    if let (Takes::Texts, Value::List(members)) = (&arg.takes, value) {
        const MEMBER: Arg = Arg { name: "tagList", kind: "String!", takes: Takes::Text };
        let mut texts = Vec::new();
        for member in members {
            match member {
                Value::Variable(name) => texts.push(variables.value(name, &MEMBER, argument)?),
                Value::Text(text) => texts.push(text.as_str().into()),
                _ => return Ok(None),
            }
        }
        return Ok(Some(texts.into()));
    }
    match literal(&arg.takes, value) {
        Ok(value) => Ok(Some(value)),
        Err(None) => Ok(None),
        Err(Some(why)) => Err(GraphqlError::new(why).at(argument.at)),
    }
}

fn literal(takes: &Takes, value: &Value<'_>) -> Result<Json, Misfit> {
    match (takes, value) {
        (_, Value::Null) => Ok(Json::Null),
        (Takes::Id(class), Value::Text(text)) => id(class, text),
        (Takes::Int, Value::Int(number)) => Ok((*number).into()),
        (Takes::Boolean, Value::Boolean(flag)) => Ok((*flag).into()),
        (Takes::Text, Value::Text(text)) => Ok(text.as_str().into()),
        (Takes::Texts, Value::Text(text)) => Ok(vec![text.as_str()].into()),
        (Takes::Word(words), Value::Enum(word)) if words.contains(word) => Ok((*word).into()),
        (Takes::Texts, Value::List(members)) => {
            let member = |member: &Value<'_>| literal(&Takes::Text, member);
            Ok(members.iter().map(member).collect::<Result<Vec<_>, _>>()?.into())
        }
        _ => Err(None),
    }
}

fn given_value(takes: &Takes, value: &Json) -> Result<Json, Misfit> {
    let fits = match (takes, value) {
        (Takes::Id(class), Json::String(text)) => return id(class, text),
        (Takes::Texts, Json::String(text)) => return Ok(vec![text.as_str()].into()),
        (_, Json::Null) | (Takes::Boolean, Json::Bool(_)) | (Takes::Text, Json::String(_)) => true,
        (Takes::Int, number) => number.is_i64(),
        (Takes::Word(words), Json::String(word)) => words.contains(&word.as_str()),
        (Takes::Texts, Json::Array(members)) => members.iter().all(Json::is_string),
        _ => false,
    };
    if fits { Ok(value.clone()) } else { Err(None) }
}

/// The number of a global id of a class.
fn id(class: &str, text: &str) -> Result<Json, Misfit> {
    let Some((own, number)) = text.strip_prefix("gid://gitlab/").and_then(|rest| rest.rsplit_once('/')) else {
        return Err(Some(format!("{text:?} is not a valid Global ID")));
    };
    match number.parse::<u64>() {
        Ok(number) if own == class => Ok(number.into()),
        _ => Err(Some(format!("{text:?} does not represent an instance of {class}"))),
    }
}

/// A value as it was written.
fn shown(value: &Value<'_>) -> String {
    match value {
        Value::Variable(name) => format!("${name}"),
        Value::Int(number) => number.to_string(),
        Value::Float(number) => number.to_string(),
        Value::Text(text) => format!("{text:?}"),
        Value::Boolean(flag) => flag.to_string(),
        Value::Null => "null".to_owned(),
        Value::Enum(word) => (*word).to_owned(),
        Value::List(members) => format!("[{}]", members.iter().map(shown).collect::<Vec<_>>().join(", ")),
        Value::Object(_) => "{…}".to_owned(),
    }
}
