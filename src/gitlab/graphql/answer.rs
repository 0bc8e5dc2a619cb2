//! The answer to a query of several runners: each by its alias, what the query cost, and what GitLab would not do.

use std::fmt;

use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, de};

use super::node::RunnerNode;
use crate::gitlab::runner_facts::RunnerFacts;

/// What GraphQL answered, in part or in full.
#[derive(Debug, Default, Deserialize)]
pub struct RunnersAnswer {
    /// Nothing when the whole query was refused.
    #[serde(default)]
    data: Option<Data>,
    #[serde(default)]
    errors: Option<Vec<Refused>>,
}

/// What a query costs in GitLab's points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Cost {
    /// What this one cost.
    pub score: u32,
    /// What one may cost.
    pub limit: u32,
}

#[derive(Debug, Default)]
struct Data {
    cost: Option<Cost>,
    runners: Vec<RunnerFacts>,
}

#[derive(Debug, Deserialize)]
struct Refused {
    #[serde(default)]
    message: Option<String>,
    #[serde(default)]
    path: Option<Path>,
}

/// Where an error is; only the alias at its beginning matters.
#[derive(Debug)]
struct Path(Option<u64>);

/// Why GitLab refused a whole query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It costs too much.
    TooMuch,
    /// It asks what it costs.
    CostUnknown,
    /// It told of each runner by itself that it does not tell it.
    NoneTold,
    /// Another reason, which asking for less does not change.
    Other,
}

impl RunnersAnswer {
    /// What the query cost, where GitLab told.
    pub fn cost(&self) -> Option<Cost> {
        self.data.as_ref()?.cost
    }

    /// The runners that GitLab told, or why it told none at all.
    ///
    /// # Errors
    /// The reason for which the whole query was refused.
    pub fn runners(self) -> Result<Vec<RunnerFacts>, Reason> {
        let errors = self.errors.unwrap_or_default();
        let says = |word: &str| {
            let mut messages = errors.iter().filter_map(|error| error.message.as_ref());
            messages.any(|text| text.to_ascii_lowercase().contains(word))
        };
        let of_runner = |error: &Refused| error.path.as_ref().and_then(|path| path.0);
        let has_data = self.data.is_some();
        let mut runners = self.data.map(|data| data.runners).unwrap_or_default();
        // What could not be told of a runner is null there: none of it is taken for a fact.
        runners.retain(|facts| !errors.iter().any(|error| of_runner(error) == Some(facts.id)));
        if !runners.is_empty() || has_data && errors.is_empty() {
            return Ok(runners);
        }
        let is_of_all = errors.iter().all(|error| of_runner(error).is_none());
        Err(if is_of_all && says("'querycomplexity'") {
            Reason::CostUnknown
        } else if is_of_all && (says("complexity") || says("too large")) {
            Reason::TooMuch
        } else if has_data {
            Reason::NoneTold
        } else {
            Reason::Other
        })
    }
}

impl<'de> Deserialize<'de> for Data {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(DataVisitor)
    }
}

/// The runner whose alias it is.
fn of_alias(key: &str) -> Option<u64> {
    key.strip_prefix('r')?.parse().ok()
}

impl<'de> Deserialize<'de> for Path {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(PathVisitor)
    }
}

struct PathVisitor;

impl<'de> Visitor<'de> for PathVisitor {
    type Value = Path;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a path that begins with an alias")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut steps: A) -> Result<Path, A::Error> {
        let first = steps.next_element::<String>()?;
        while steps.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Path(first.as_deref().and_then(of_alias)))
    }
}

struct DataVisitor;

impl<'de> Visitor<'de> for DataVisitor {
    type Value = Data;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("runners by alias")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Data, A::Error> {
        let mut data = Data::default();
        while let Some(key) = entries.next_key::<String>()? {
            if key == "queryComplexity" {
                data.cost = entries.next_value()?;
            } else if let Some(id) = of_alias(&key) {
                let node: Option<RunnerNode> = entries.next_value()?;
                data.runners.extend(node.map(|node| node.facts(id)));
            } else {
                entries.next_value::<IgnoredAny>()?;
            }
        }
        Ok(data)
    }

    fn visit_unit<E: de::Error>(self) -> Result<Data, E> {
        Ok(Data::default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(json: &str) -> RunnersAnswer {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn each_comes_by_its_alias_and_null_is_none() {
        let answer = answer(r#"{"data":{"queryComplexity":{"score":12,"limit":250},"r41":{},"r7":null,"x":[1]}}"#);
        assert_eq!(answer.cost(), Some(Cost { score: 12, limit: 250 }));
        let ids: Vec<u64> = answer.runners().unwrap().iter().map(|facts| facts.id).collect();
        assert_eq!(ids, [41]);
    }

    #[test]
    fn part_of_an_answer_is_an_answer() {
        let answer = answer(r#"{"data":{"r41":{},"r7":null},"errors":[{"message":"Timeout","path":["r7"]}]}"#);
        assert_eq!(answer.runners().map(|runners| runners.len()), Ok(1));
    }

    #[test]
    fn a_runner_of_which_a_part_failed_is_not_told() {
        let answer = answer(
            r#"{"data":{"r41":{"tagList":["gpu"]},"r7":{"tagList":null}},
                "errors":[{"message":"Timeout on CiRunner.tagList","path":["r7","tagList",0]}]}"#,
        );
        assert_eq!(answer.runners().map(|runners| runners.iter().map(|facts| facts.id).collect()), Ok(vec![41]));
    }

    #[test]
    fn refusals_say_why() {
        for (json, reason) in [
            (
                r#"{"errors":[{"message":"Query has complexity of 312, which exceeds max complexity of 250"}]}"#,
                Reason::TooMuch,
            ),
            (
                r#"{"errors":[{"message":"Field 'queryComplexity' doesn't exist on type 'Query'","path":["query","queryComplexity"]}]}"#,
                Reason::CostUnknown,
            ),
            (r#"{"errors":[{"message":"Field 'managers' doesn't exist on type 'CiRunner'"}]}"#, Reason::Other),
            (r#"{"errors":[{}]}"#, Reason::Other),
            (r#"{"data":{},"errors":[{"message":"Complexity 300 exceeds 250"}]}"#, Reason::TooMuch),
            (r#"{"data":{"r1":null},"errors":[{"message":"No"}]}"#, Reason::NoneTold),
            (r#"{"data":{"r1":{}},"errors":[{"message":"No complexity","path":["r1","jobCount"]}]}"#, Reason::NoneTold),
            (r#"{"data":null}"#, Reason::Other),
            ("{}", Reason::Other),
        ] {
            assert_eq!(answer(json).runners(), Err(reason), "{json}");
        }
    }
}
