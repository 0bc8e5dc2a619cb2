//! Whether a document's fragments make sense: each is there once, is used, and does not hold itself.

use std::collections::BTreeSet;

use super::error::GraphqlError;
use super::syntax::{Document, Fragment, Selection, Spread};

/// The fragment of a name.
pub fn find<'d, 'q>(document: &'d Document<'q>, name: &str) -> Option<&'d Fragment<'q>> {
    document.fragments.iter().find(|fragment| fragment.name == name)
}

/// What is wrong with a document's fragments.
pub fn problems(document: &Document<'_>) -> Vec<GraphqlError> {
    let mut errors = Vec::new();
    let spreads = |selections| {
        let mut found = Vec::new();
        collect(selections, &mut found);
        found
    };
    let own: Vec<_> = document.fragments.iter().map(|fragment| (fragment, spreads(&fragment.selections))).collect();
    let asked: Vec<_> = document.operations.iter().flat_map(|operation| spreads(&operation.selections)).collect();
    for spread in asked.iter().chain(own.iter().flat_map(|(_, spreads)| spreads)) {
        if find(document, spread.name).is_none() {
            errors
                .push(coded(format!("Fragment {} was used, but not defined", spread.name), spread.name).at(spread.at));
        }
    }
    let reached = |from: &[&Spread<'_>]| -> BTreeSet<String> {
        let mut reached = BTreeSet::new();
        let mut waiting: Vec<&str> = from.iter().map(|spread| spread.name).collect();
        while let Some(name) = waiting.pop() {
            if reached.insert(name.to_owned()) {
                let inner = own.iter().filter(|(fragment, _)| fragment.name == name);
                waiting.extend(inner.flat_map(|(_, spreads)| spreads).map(|spread| spread.name));
            }
        }
        reached
    };
    let used = reached(&asked);
    for (fragment, spreads) in &own {
        let name = fragment.name;
        if document.fragments.iter().filter(|other| other.name == name).count() > 1 {
            errors.push(coded(format!("Fragment name \"{name}\" must be unique"), name).at(fragment.at));
        } else if reached(spreads).contains(name) {
            errors.push(coded(format!("Fragment {name} contains an infinite loop"), name).at(fragment.at));
        } else if !used.contains(name) {
            errors.push(coded(format!("Fragment {name} was defined, but not used"), name).at(fragment.at));
        }
    }
    errors
}

fn coded(message: String, name: &str) -> GraphqlError {
    GraphqlError::new(message).coded("useAndDefineFragment", &[("fragmentName", name)])
}

fn collect<'d, 'q>(selections: &'d [Selection<'q>], found: &mut Vec<&'d Spread<'q>>) {
    for selection in selections {
        match selection {
            Selection::Field(field) => collect(&field.selections, found),
            Selection::Inline(inline) => collect(&inline.selections, found),
            Selection::Spread(spread) => found.push(spread),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graphql::syntax::parse;

    #[test]
    fn fragments_are_there_used_and_finite() {
        for (text, sentence) in [
            ("{ runner { ...a } } fragment a on CiRunner { id ...b } fragment b on CiRunner { id }", ""),
            ("{ ...a }", "Fragment a was used, but not defined"),
            ("{ x } fragment a on CiRunner { id }", "Fragment a was defined, but not used"),
            (
                "{ ...a } fragment a on T { x { ...b } } fragment b on T { ...a }",
                "Fragment a contains an infinite loop",
            ),
            ("{ ...a } fragment a on T { x } fragment a on T { y }", "Fragment name \"a\" must be unique"),
        ] {
            let problems = problems(&parse(text).unwrap());
            assert_eq!(problems.first().map_or("", |problem| problem.message.as_str()), sentence, "{text}");
        }
    }
}
