//! Queries that are refused: as a whole, with 200 and a list of errors.

use serde_json::{Value, json};

use super::error;
use crate::sample::Sample;

fn says(query: &str, variables: &Value) -> String {
    let answer = Sample::new().ask_with(query, variables, "glpat-mira");
    assert_eq!((answer.status, answer.json.get("data")), (200, None), "{query}");
    error(&answer).to_owned()
}

#[test]
fn an_unknown_field_spoils_the_whole_query() {
    let query = "query Q {\n  r: runner(id: \"gid://gitlab/Ci::Runner/41\") { id ipAddress }\n}";
    let answer = Sample::new().query(query, "glpat-mira");
    assert_eq!(
        answer.json,
        json!({"errors": [{
            "message": "Field 'ipAddress' doesn't exist on type 'CiRunner'",
            "locations": [{"line": 2, "column": 52}],
            "path": ["query Q", "r", "ipAddress"],
            "extensions": {"code": "undefinedField", "typeName": "CiRunner", "fieldName": "ipAddress"},
        }]})
    );
}

#[test]
fn a_fragment_asked_for_twice_is_wrong_once() {
    let query = "{ a: runner(id: \"gid://gitlab/Ci::Runner/1\") { ...f } b: runner(id: \"gid://gitlab/Ci::Runner/20\") { ...f } }
        fragment f on CiRunner { x y }";
    let answer = Sample::new().query(query, "glpat-mira");
    assert_eq!(answer.json["errors"].as_array().unwrap().len(), 2);
}

#[test]
fn every_refusal_has_its_sentence() {
    let runner = |fields: &str| format!("{{ runner(id: \"gid://gitlab/Ci::Runner/1\") {fields} }}");
    for (query, sentence) in [
        (String::new(), "Unexpected end of document"),
        ("{ runner".to_owned(), "Expected NAME, actual: end of document at [1, 9]"),
        (
            runner(""),
            "Field must have selections (field 'runner' returns CiRunner but has no selections. Did you mean 'runner { ... }'?)",
        ),
        (
            runner("{ id { x } }"),
            "Selections can't be made on scalars (field 'id' returns CiRunnerID! but has selections)",
        ),
        (runner("{ a: id a: paused }"), "Field 'a' has a field conflict: id or paused?"),
        ("{ runner { id } }".to_owned(), "Field 'runner' is missing required arguments: id"),
        (
            "{ runner(id: null) { id } }".to_owned(),
            "Argument 'id' on Field 'runner' has an invalid value (null). Expected type 'CiRunnerID!'.",
        ),
        ("{ runner(id: \"41\") { id } }".to_owned(), "\"41\" is not a valid Global ID"),
        (
            "{ runner(id: \"gid://gitlab/Project/1\") { id } }".to_owned(),
            "\"gid://gitlab/Project/1\" does not represent an instance of Ci::Runner",
        ),
        (runner("{ id(x: 1) }"), "Field 'id' doesn't accept argument 'x'"),
        (
            "{ runners(status: PAUSED) { nodes { id } } }".to_owned(),
            "Argument 'status' on Field 'runners' has an invalid value (PAUSED). Expected type 'CiRunnerStatus'.",
        ),
        (runner("{ ...f }"), "Fragment f was used, but not defined"),
        (runner("{ ... on Project { id } }"), "Fragment on Project can't be spread inside CiRunner"),
        (runner("{ ... on Pipeline { id } }"), "No such type Pipeline, so it can't be a fragment condition"),
        (runner("{ id @live }"), "Directive @live is not understood"),
        ("{ runner(id: $id) { id } }".to_owned(), "Variable $id is used by anonymous query but not declared"),
        ("query Q($id: CiRunnerID!) { currentUser { id } }".to_owned(), "Variable $id is declared by Q but not used"),
        (
            "query($id: ID!) { runner(id: $id) { id } }".to_owned(),
            "Type mismatch on variable $id and argument id (ID! / CiRunnerID!)",
        ),
        (
            "query($id: CiRunnerID) { runner(id: $id) { id } }".to_owned(),
            "Type mismatch on variable $id and argument id (CiRunnerID / CiRunnerID!)",
        ),
        (
            "query($id: CiRunnerID!) { runner(id: $id) { id } }".to_owned(),
            "Variable $id of type CiRunnerID! was provided invalid value",
        ),
        (format!("{{ currentUser {{ id }} }} {}", "#".repeat(10_000)), "Query too large"),
    ] {
        assert_eq!(says(&query, &Value::Null), sentence, "{query}");
    }
    let query = "query($n: Int) { runner(id: \"gid://gitlab/Ci::Runner/1\") { managers(first: $n) { count } } }";
    assert_eq!(says(query, &json!({"n": "2"})), "Variable $n of type Int was provided invalid value");
}

#[test]
fn a_query_may_only_cost_so_much() {
    let mut gitlab = Sample::new();
    let query = |count: usize| {
        let one = |n| format!("r{n}: runner(id: \"gid://gitlab/Ci::Runner/41\") {{ id description paused }} ");
        format!("{{ {} }}", (0..count).map(one).collect::<String>())
    };
    for (count, token, sentence) in [
        (50, "", None),
        (51, "", Some("Query has complexity of 204, which exceeds max complexity of 200")),
        (62, "glpat-mira", None),
        (63, "glpat-mira", Some("Query has complexity of 252, which exceeds max complexity of 250")),
        (75, "glpat-root", None),
        (76, "glpat-root", Some("Query has complexity of 304, which exceeds max complexity of 300")),
    ] {
        let answer = gitlab.query(&query(count), token);
        assert_eq!(answer.json["errors"][0]["message"].as_str(), sentence, "{count} as {token:?}");
        assert_eq!(answer.json.get("data").is_some(), sentence.is_none());
    }
}

#[test]
fn a_query_tells_its_own_cost() {
    let mut gitlab = Sample::new();
    for (fields, score) in [
        ("id", 1),
        ("__typename", 1),
        ("createdBy { id name }", 3),
        ("managers(first: 1) { nodes { version } }", 3),
        ("managers(first: 50) { nodes { version ipAddress } }", 5),
        ("managers { count nodes { version } }", 7),
        ("projects(first: 500) { nodes { id name } pageInfo { hasNextPage } }", 11),
    ] {
        let query = format!(
            "{{ runner(id: \"gid://gitlab/Ci::Runner/41\") {{ {fields} }} queryComplexity {{ score limit }} }}"
        );
        let answer = gitlab.query(&query, "glpat-mira");
        // Four more for the runner itself and the question.
        assert_eq!(answer.json["data"]["queryComplexity"], json!({"score": score + 4, "limit": 250}), "{fields}");
    }
}

#[test]
fn nothing_stands_too_deep() {
    let query = |depth: usize| {
        let (open, close) = ("managers(first: 1) { nodes { runner { ".repeat(depth), "} } }".repeat(depth));
        format!("{{ runner(id: \"gid://gitlab/Ci::Runner/41\") {{ {open} id {close} }} }}")
    };
    let mut gitlab = Sample::new();
    assert!(gitlab.query(&query(6), "glpat-mira").json.get("data").is_some());
    assert_eq!(error(&gitlab.query(&query(7), "glpat-mira")), "Query has depth of 23, which exceeds max depth of 20");
    assert_eq!(error(&gitlab.query(&query(5), "")), "Query has depth of 17, which exceeds max depth of 15");
}
