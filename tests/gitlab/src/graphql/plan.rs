//! What a query asks for, checked against the types: fragments spread out, same keys merged, arguments read.

use super::arguments::{self, Arguments, Variables};
use super::error::{GraphqlError, Position};
use super::fragments;
use super::schema::{self, Field, Type};
use super::syntax::{self, Directive, Document, Operation, Selection};
use crate::words::Profile;

/// A field to be answered.
pub struct Planned<'q> {
    /// The name it is answered under.
    pub key: &'q str,
    /// The type it is of.
    pub on: &'static Type,
    /// Which field.
    pub field: &'static Field,
    /// With what.
    pub args: Arguments,
    /// What is asked of what it gives.
    pub children: Vec<Planned<'q>>,
    /// Where it stands.
    pub at: Position,
}

/// Plans an operation, or tells everything that is wrong with it.
pub fn plan<'d, 'q>(
    document: &'d Document<'q>,
    operation: &'d Operation<'q>,
    given: &'d serde_json::Map<String, serde_json::Value>,
    profile: Profile,
) -> Result<Vec<Planned<'q>>, Vec<GraphqlError>> {
    let mut errors = fragments::problems(document);
    if !errors.is_empty() {
        return Err(errors);
    }
    let root = operation.name.map_or_else(|| "query".to_owned(), |name| format!("query {name}"));
    let variables = Variables::new(operation, given);
    let mut planner = Planner { document, variables, profile, root, path: Vec::new(), errors: Vec::new() };
    let fields = planner.fields(&[&operation.selections], &schema::QUERY);
    errors.append(&mut planner.errors);
    if errors.is_empty() {
        errors.extend(planner.variables.unused());
    }
    if errors.is_empty() { Ok(fields) } else { Err(errors) }
}

struct Planner<'d, 'q> {
    document: &'d Document<'q>,
    variables: Variables<'d, 'q>,
    profile: Profile,
    root: String,
    path: Vec<&'q str>,
    errors: Vec<GraphqlError>,
}

/// The fields that share a key.
type Same<'d, 'q> = (&'q str, Vec<&'d syntax::Field<'q>>);

impl<'d, 'q> Planner<'d, 'q> {
    fn fields(&mut self, sets: &[&'d [Selection<'q>]], on: &'static Type) -> Vec<Planned<'q>> {
        let (mut same, mut spread) = (Vec::new(), Vec::new());
        for selections in sets {
            self.collect(selections, on, &mut same, &mut spread);
        }
        same.into_iter().filter_map(|(key, nodes)| self.field(key, &nodes, on)).collect()
    }

    fn collect(
        &mut self,
        selections: &'d [Selection<'q>],
        on: &'static Type,
        same: &mut Vec<Same<'d, 'q>>,
        spread: &mut Vec<&'q str>,
    ) {
        for selection in selections {
            match selection {
                Selection::Field(field) if self.wanted(&field.directives) => {
                    match same.iter_mut().find(|(key, _)| *key == field.key) {
                        Some((_, nodes)) => nodes.push(field),
                        None => same.push((field.key, vec![field])),
                    }
                }
                Selection::Spread(named) if self.wanted(&named.directives) && !spread.contains(&named.name) => {
                    spread.push(named.name);
                    if let Some(fragment) = fragments::find(self.document, named.name)
                        && self.applies(Some(fragment.on), on, named.at)
                    {
                        self.collect(&fragment.selections, on, same, spread);
                    }
                }
                Selection::Inline(inline)
                    if self.wanted(&inline.directives) && self.applies(inline.on, on, inline.at) =>
                {
                    self.collect(&inline.selections, on, same, spread);
                }
                _ => {}
            }
        }
    }

    /// Whether a fragment of a type may stand in another one; none of ours share anything.
    fn applies(&mut self, condition: Option<&str>, on: &Type, at: Position) -> bool {
        let Some(name) = condition.filter(|name| *name != on.name) else { return true };
        if schema::named(name).is_none() {
            let message = format!("No such type {name}, so it can't be a fragment condition");
            self.tell(GraphqlError::new(message).coded("undefinedType", &[("typeName", name)]), at);
        } else {
            let message = format!("Fragment on {name} can't be spread inside {}", on.name);
            let names = [("typeName", on.name), ("fragmentName", name)];
            self.tell(GraphqlError::new(message).coded("cannotSpreadFragment", &names), at);
        }
        false
    }

    /// Whether nothing says to leave something out.
    fn wanted(&mut self, directives: &[Directive<'q>]) -> bool {
        directives.iter().all(|directive| {
            let condition = directive.arguments.iter().find(|argument| argument.name == "if");
            let says = condition.map(|argument| self.variables.flag(argument)).transpose();
            match (directive.name, says) {
                ("include", Ok(Some(Some(says)))) => says,
                ("skip", Ok(Some(Some(says)))) => !says,
                (_, Err(error)) => {
                    self.errors.push(error);
                    true
                }
                (name, _) => {
                    self.tell(GraphqlError::new(format!("Directive @{name} is not understood")), directive.at);
                    true
                }
            }
        })
    }

    fn field(&mut self, key: &'q str, nodes: &[&'d syntax::Field<'q>], on: &'static Type) -> Option<Planned<'q>> {
        let first = *nodes.first()?;
        self.path.push(key);
        let planned = self.checked(first, nodes, on);
        self.path.pop();
        planned
    }

    fn checked(
        &mut self,
        first: &'d syntax::Field<'q>,
        nodes: &[&'d syntax::Field<'q>],
        on: &'static Type,
    ) -> Option<Planned<'q>> {
        let key = first.key;
        let Some(field) = on.field(first.name, self.profile) else {
            let message = format!("Field '{}' doesn't exist on type '{}'", first.name, on.name);
            let names = [("typeName", on.name), ("fieldName", first.name)];
            self.tell(GraphqlError::new(message).coded("undefinedField", &names), first.at);
            return None;
        };
        if let Some(other) = nodes.iter().find(|node| node.name != first.name || !same(node, first)) {
            let what = if other.name == first.name { "an argument" } else { "a field" };
            let message = format!("Field '{key}' has {what} conflict: {} or {}?", first.name, other.name);
            self.tell(GraphqlError::new(message).coded("fieldConflict", &[("fieldName", key)]), other.at);
            return None;
        }
        let args = arguments::read(on.name, field, first, &mut self.variables);
        let sets: Vec<_> = nodes.iter().map(|node| node.selections.as_slice()).collect();
        let children = self.children(first, &sets, field);
        match args {
            Ok(args) => Some(Planned { key, on, field, args, children: children?, at: first.at }),
            Err(errors) => {
                let path = self.full_path();
                let path = || path.iter().map(String::as_str);
                self.errors.extend(errors.into_iter().map(|error| error.of(path())));
                None
            }
        }
    }

    fn children(
        &mut self,
        first: &syntax::Field<'q>,
        sets: &[&'d [Selection<'q>]],
        field: &'static Field,
    ) -> Option<Vec<Planned<'q>>> {
        let asked = sets.iter().any(|set| !set.is_empty());
        let (name, (of, kind)) = (first.name, field.of());
        let message = match of {
            Some(of) if asked => return Some(self.fields(sets, of)),
            None if !asked => return Some(Vec::new()),
            Some(_) => format!(
                "Field must have selections (field '{name}' returns {kind} but has no selections. \
                 Did you mean '{name} {{ ... }}'?)"
            ),
            None => format!("Selections can't be made on scalars (field '{name}' returns {kind} but has selections)"),
        };
        self.tell(GraphqlError::new(message).coded("selectionMismatch", &[("nodeName", name)]), first.at);
        None
    }

    fn full_path(&self) -> Vec<String> {
        std::iter::once(self.root.as_str()).chain(self.path.iter().copied()).map(str::to_owned).collect()
    }

    /// Notes an error of the field at hand; once, however often a fragment is asked for.
    fn tell(&mut self, error: GraphqlError, at: Position) {
        let error = error.at(at);
        if !self.errors.iter().any(|known| known.says(&error)) {
            let path = self.full_path();
            self.errors.push(error.of(path.iter().map(String::as_str)));
        }
    }
}

fn same(one: &syntax::Field<'_>, other: &syntax::Field<'_>) -> bool {
    let plain = |field: &syntax::Field<'_>| {
        let arguments =
            field.arguments.iter().map(|argument| (argument.name.to_owned(), format!("{:?}", argument.value)));
        let mut arguments: Vec<_> = arguments.collect();
        arguments.sort();
        arguments
    };
    std::ptr::eq(one, other) || plain(one) == plain(other)
}
