//! `POST /api/graphql`: what rows show of several runners at once. One address, so one preflight for all.

use std::fmt::Write;

use http::Method;

use super::Endpoint;
use crate::gitlab::graphql::RunnersAnswer;

/// What is asked about each. GitLab gives managers in no promised order, so the latest is looked for among several.
/// `@` stands for what older lists do not tell.
const FIELDS: &str = "fragment R on CiRunner{id tagList locked runUntagged accessLevel maximumTimeout contactedAt jobCount@ \
    ownerProject{...P} projects(first:50){nodes{...P} pageInfo{hasNextPage}} \
    groups(first:1){nodes{id fullPath name}} \
    managers(first:10){nodes{contactedAt version platformName architectureName executorName ipAddress}}} \
    fragment P on Project{id fullPath name}";

/// What lists tell since GitLab 19. One that does not know a field refuses the whole query.
const MORE: &str = " createdAt jobExecutionStatus";

/// Asks for several runners by alias. `graphql::Pack` says how many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryRunners {
    /// The runners' ids.
    pub ids: Vec<u64>,
    /// Whether to ask what the query costs. A GitLab that does not know the question refuses the whole query.
    pub asks_cost: bool,
    /// Whether to ask for what newer lists tell.
    pub asks_more: bool,
}

impl QueryRunners {
    /// The text of the query. GitLab takes 10,000 characters.
    fn query(&self) -> String {
        let mut query = "query{".to_owned();
        if self.asks_cost {
            query.push_str("queryComplexity{score limit} ");
        }
        for id in &self.ids {
            // Writing to text cannot fail.
            let _ = write!(query, "r{id}:runner(id:\"gid://gitlab/Ci::Runner/{id}\"){{...R}} ");
        }
        query.push_str("} ");
        query.push_str(&FIELDS.replace('@', if self.asks_more { MORE } else { "" }));
        query
    }
}

impl Endpoint for QueryRunners {
    type Answer = RunnersAnswer;

    fn method(&self) -> Method {
        Method::POST
    }

    fn is_query(&self) -> bool {
        true
    }

    fn path(&self) -> String {
        "graphql".to_owned()
    }

    fn body(&self) -> Option<String> {
        serde_json::to_string(&self.query()).ok().map(|query| format!("{{\"query\":{query}}}"))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::gitlab::graphql::MOST;

    fn sent(call: &QueryRunners) -> String {
        let body: Value = serde_json::from_str(&call.body().unwrap()).unwrap();
        body["query"].as_str().unwrap().to_owned()
    }

    #[test]
    fn asks_for_each_by_its_global_id() {
        let query = sent(&QueryRunners { ids: vec![41, 7], asks_cost: true, asks_more: false });
        let start = "query{queryComplexity{score limit} r41:runner(id:\"gid://gitlab/Ci::Runner/41\"){...R} r7:runner(";
        assert!(query.starts_with(start), "{query}");
        assert!(query.contains(" jobCount ") && !query.contains("createdAt"));
        let query = sent(&QueryRunners { ids: vec![41], asks_cost: false, asks_more: true });
        assert!(query.contains(" jobCount createdAt jobExecutionStatus ") && !query.contains("queryComplexity"));
    }

    #[test]
    fn the_largest_is_short_enough_for_gitlab() {
        let call = QueryRunners { ids: vec![u64::MAX; MOST], asks_cost: true, asks_more: true };
        assert!(sent(&call).chars().count() < 10_000);
    }
}
