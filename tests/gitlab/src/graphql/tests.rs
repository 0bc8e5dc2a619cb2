//! GraphQL from outside: what a client sends and what comes back.

mod refusals;
mod runners;
mod transport;

use serde_json::{Value, json};

use crate::sample::{Reply, Sample};

impl Sample {
    /// Asks a query with variables.
    fn ask_with(&mut self, query: &str, variables: &Value, token: &str) -> Reply {
        let path = format!("{}/api/graphql", self.gitlab.world.settings.relative_root);
        let headers = [("private-token", token), ("content-type", "application/json")];
        let body = json!({ "query": query, "variables": variables }).to_string();
        self.send_to("POST", &path, &headers, body.as_bytes())
    }

    /// Asks a query.
    fn query(&mut self, query: &str, token: &str) -> Reply {
        self.ask_with(query, &Value::Null, token)
    }

    /// What a runner's fields say, or what is wrong with them.
    fn runner_says(&mut self, id: u64, fields: &str, token: &str) -> Value {
        let answer = self.query(&format!("{{ runner(id: \"gid://gitlab/Ci::Runner/{id}\") {{ {fields} }} }}"), token);
        assert_eq!(answer.status, 200);
        match answer.json.get("errors") {
            Some(errors) => errors[0]["message"].clone(),
            None => answer.json["data"]["runner"].clone(),
        }
    }
}

/// The first error's sentence.
fn error(reply: &Reply) -> &str {
    reply.json["errors"][0]["message"].as_str().unwrap_or_else(|| panic!("no error: {}", reply.json))
}
