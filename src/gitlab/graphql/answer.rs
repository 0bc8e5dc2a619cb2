//! The answer to a query of several runners: each by its alias, what the query cost, and what GitLab would not do.

use std::fmt;

use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
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
}

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
        let says =
            |word: &str| errors.iter().filter_map(|error| error.message.as_ref()).any(|text| text.contains(word));
        match self.data {
            Some(data) if !data.runners.is_empty() || errors.is_empty() => Ok(data.runners),
            Some(_) => Err(Reason::NoneTold),
            None if says("'queryComplexity'") => Err(Reason::CostUnknown),
            None if says("complexity") || says("too large") => Err(Reason::TooMuch),
            None => Err(Reason::Other),
        }
    }
}

impl<'de> Deserialize<'de> for Data {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(DataVisitor)
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
            } else if let Some(id) = key.strip_prefix('r').and_then(|id| id.parse().ok()) {
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
    fn refusals_say_why() {
        for (json, reason) in [
            (
                r#"{"errors":[{"message":"Query has complexity of 312, which exceeds max complexity of 250"}]}"#,
                Reason::TooMuch,
            ),
            (
                r#"{"data":null,"errors":[{"message":"Field 'queryComplexity' doesn't exist on type 'Query'"}]}"#,
                Reason::CostUnknown,
            ),
            (r#"{"errors":[{"message":"Field 'managers' doesn't exist on type 'CiRunner'"}]}"#, Reason::Other),
            (r#"{"errors":[{}]}"#, Reason::Other),
            (r#"{"data":{"r1":null},"errors":[{"message":"No"}]}"#, Reason::NoneTold),
            (r#"{"data":null}"#, Reason::Other),
            ("{}", Reason::Other),
        ] {
            assert_eq!(answer(json).runners(), Err(reason), "{json}");
        }
    }
}
