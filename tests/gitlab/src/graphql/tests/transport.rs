//! Paths, methods, tokens, scopes.

use serde_json::json;

use super::error;
use crate::sample::Sample;

const ME: &str = "{ currentUser { id username name } }";

#[test]
fn a_token_may_come_as_with_rest() {
    let mut gitlab = Sample::new();
    let body = json!({ "query": ME }).to_string();
    let body = body.as_bytes();
    let json = ("content-type", "application/json");
    for (path, headers) in [
        ("/api/graphql", vec![json, ("private-token", "glpat-mira")]),
        ("/api/graphql", vec![json, ("authorization", "Bearer glpat-mira")]),
        ("/api/graphql?private_token=glpat-mira", vec![json]),
    ] {
        let answer = gitlab.send_to("POST", path, &headers, body);
        assert_eq!(
            answer.json,
            json!({"data": {"currentUser": {"id": "gid://gitlab/User/2", "username": "mira", "name": "Mira K"}}})
        );
    }
}

#[test]
fn a_bad_token_is_refused_in_graphqls_words() {
    let mut gitlab = Sample::new();
    for (token, status, message) in [
        ("glpat-nobody", 401, "Invalid token"),
        ("glpat-revoked", 401, "Token was revoked. You have to re-authorize from the user."),
        ("glpat-blocked", 403, "403 Forbidden - Your account has been blocked."),
        ("glpat-create", 403, "The request requires higher privileges than provided by the access token."),
    ] {
        let answer = gitlab.query(ME, token);
        assert_eq!((answer.status, &answer.json), (status, &json!({"errors": [{"message": message}]})), "{token}");
    }
}

#[test]
fn read_api_reads_and_nobody_writes() {
    let mut gitlab = Sample::new();
    gitlab.give_scopes("glpat-mira", &["read_api"]);
    assert_eq!(gitlab.query(ME, "glpat-mira").json["data"]["currentUser"]["username"], "mira");
    let mutation = "mutation { runnerDelete(input: {id: \"x\"}) { errors } }";
    let answer = gitlab.query(mutation, "glpat-mira");
    assert_eq!(answer.status, 200);
    assert!(error(&answer).contains("no mutations"));
}

#[test]
fn strangers_may_ask_and_see_little() {
    let answer = Sample::new().query(
        "{ currentUser { id } metadata { version } runner(id: \"gid://gitlab/Ci::Runner/1\") { id } queryComplexity { limit } }",
        "",
    );
    assert_eq!(
        answer.json["data"],
        json!({"currentUser": null, "metadata": null, "runner": null, "queryComplexity": {"limit": 200}})
    );
}

#[test]
fn queries_may_be_asked_by_get() {
    let mut gitlab = Sample::new();
    let token = [("private-token", "glpat-mira")];
    let query = "query=query($id:CiRunnerID!)%7Brunner(id:$id)%7Bdescription%7D%7D";
    let path = format!("/api/graphql?{query}&variables=%7B%22id%22:%22gid://gitlab/Ci::Runner/41%22%7D");
    assert_eq!(gitlab.send_to("GET", &path, &token, b"").json["data"]["runner"]["description"], "build-hall-3");
    assert_eq!(gitlab.send_to("GET", "/api/graphql?query=mutation%7Bx%7D", &token, b"").status, 422);
    assert_eq!(gitlab.send_to("GET", "/api/graphql?query=%7Bx%7D&variables=5", &token, b"").status, 422);
}

#[test]
fn it_stands_below_the_relative_root_and_is_open_to_every_origin() {
    let mut gitlab = Sample::new();
    gitlab.world().settings.relative_root = "/gitlab".to_owned();
    assert_eq!(gitlab.query(ME, "glpat-mira").status, 200);
    let asked = [
        ("origin", "http://page.test"),
        ("access-control-request-method", "POST"),
        ("access-control-request-headers", "private-token,content-type"),
    ];
    let preflight = gitlab.send_to("OPTIONS", "/gitlab/api/graphql", &asked, b"");
    assert_eq!((preflight.status, preflight.header("access-control-allow-origin")), (200, Some("*")));
    let page = [("origin", "http://page.test")];
    let refused = gitlab.send_to("POST", "/gitlab/api/graphql?private_token=x", &page, b"");
    assert_eq!((refused.status, refused.header("access-control-allow-origin")), (401, Some("*")));
}

#[test]
fn one_of_several_operations_is_named() {
    let mut gitlab = Sample::new();
    let headers = [("private-token", "glpat-mira"), ("content-type", "application/json")];
    let query = "query A { currentUser { id } } query B { currentUser { name } }";
    let body = json!({ "query": query, "operationName": "B" }).to_string();
    let answer = gitlab.send_to("POST", "/api/graphql", &headers, body.as_bytes());
    assert_eq!(answer.json["data"], json!({"currentUser": {"name": "Mira K"}}));
    assert_eq!(error(&gitlab.query(query, "glpat-mira")), "An operation name is required");
}
