//! How many at once, against servers with limits of many kinds.

use proptest::prelude::*;

use super::*;

#[expect(clippy::unnecessary_wraps, reason = "it stands among answers that are errors")]
fn answer(json: &str) -> Result<RunnersAnswer, Error> {
    Ok(serde_json::from_str(json).unwrap())
}

const TOO_MUCH: &str = r#"{"errors":[{"message":"Query has complexity of 9, which exceeds max complexity of 8"}]}"#;
const NO_COST: &str = r#"{"errors":[{"message":"Field 'queryComplexity' doesn't exist on type 'Query'"}]}"#;

/// A GitLab with a limit, and a price for the query and each runner.
struct Prices {
    limit: u32,
    query: u32,
    runner: u32,
    tells: bool,
}

impl Prices {
    fn ask(&self, query: &QueryRunners) -> Result<RunnersAnswer, Error> {
        if query.asks_cost && !self.tells {
            return answer(NO_COST);
        }
        let score = self.query + self.runner * u32::try_from(query.ids.len()).unwrap();
        if score > self.limit {
            return answer(TOO_MUCH);
        }
        let runners: Vec<String> = query.ids.iter().map(|id| format!(",\"r{id}\":{{}}")).collect();
        let runners = runners.concat();
        let limit = self.limit;
        let cost = if query.asks_cost { format!("{{\"score\":{score},\"limit\":{limit}}}") } else { "null".to_owned() };
        answer(&format!("{{\"data\":{{\"queryComplexity\":{cost}{runners}}}}}"))
    }

    /// Asks for all, and gives how many came and how many queries that took.
    fn ask_all(&self, pack: &mut Pack, ids: &[u64]) -> (usize, usize) {
        let (mut todo, mut told, mut queries) = (ids.to_vec(), 0, 0);
        while let Some(query) = pack.queries(&todo, false).into_iter().next() {
            queries += 1;
            match pack.learn(&query, self.ask(&query)) {
                Learned::Facts(facts) => {
                    told += facts.len();
                    todo.drain(..query.ids.len());
                }
                Learned::Again => {}
                Learned::NoMore | Learned::NotServed | Learned::Failed(_) => break,
            }
            assert!((1..=MOST).contains(&pack.size()));
        }
        (told, queries)
    }
}

#[test]
fn begins_with_a_handful_and_learns_what_fits() {
    let mut pack = Pack::default();
    let queries = pack.queries(&[1, 2, 3, 4, 5, 6], false);
    assert_eq!(queries.iter().map(|query| query.ids.len()).collect::<Vec<_>>(), [3, 3], "five at most, in equal parts");
    let query = pack.queries(&[1, 2, 3, 4, 5], false).remove(0);
    let told = pack.learn(&query, answer(r#"{"data":{"queryComplexity":{"score":50,"limit":250},"r1":{}}}"#));
    assert!(matches!(told, Learned::Facts(facts) if facts.len() == 1));
    assert_eq!(pack.size(), 22, "225 of 250 points at 10 points each");
}

#[test]
fn the_price_is_asked_once_and_says_what_fits() {
    let mut pack = Pack::default();
    let query = pack.price_query(true).unwrap();
    assert_eq!((query.ids.as_slice(), pack.price_query(true)), ([0].as_slice(), None));
    let told = || answer(r#"{"data":{"queryComplexity":{"score":12,"limit":250},"r0":null}}"#);
    assert_eq!(pack.learn_price(&query, told()), Learned::Again);
    assert_eq!(pack.size(), 18, "225 of 250 points at 12 points each");
    let mut later = Pack { standing: Standing::Serves, size: 22, ..Pack::default() };
    assert_eq!((later.learn_price(&query, told()), later.size()), (Learned::Again, 22), "it is known better");
}

#[test]
fn a_price_that_is_not_told_decides_little() {
    let server = |status| Err(Error::Server { status, message: String::new() });
    let query = Pack::default().price_query(true).unwrap();
    for (given, expected) in [
        (answer(NO_COST), Learned::Again),
        (answer(TOO_MUCH), Learned::Again),
        (answer(r#"{"data":{"r0":null},"errors":[{"message":"Not found","path":["r0"]}]}"#), Learned::Again),
        (answer(r#"{"errors":[{"message":"Field 'createdAt' doesn't exist on type 'CiRunner'"}]}"#), Learned::NoMore),
        (Err(Error::Unreachable), Learned::Again),
        (Err(Error::RateLimited), Learned::Again),
        (server(502), Learned::Again),
        (server(501), Learned::NotServed),
        (Err(Error::NotFound { message: None }), Learned::NotServed),
    ] {
        let mut pack = Pack::default();
        assert_eq!((pack.learn_price(&query, given), pack.size()), (expected, 5));
    }
}

#[test]
fn what_was_refused_is_not_asked_for_again() {
    let mut pack = Pack::default();
    let queries = pack.queries(&(1..=15).collect::<Vec<_>>(), false);
    // Several under way at once say the same; it is halved once.
    for query in &queries {
        assert_eq!(pack.learn(query, answer(TOO_MUCH)), Learned::Again);
    }
    assert_eq!(pack.size(), 2);
    let alone = QueryRunners { ids: vec![1], asks_cost: true, asks_more: false };
    assert_eq!(pack.learn(&alone, answer(TOO_MUCH)), Learned::NotServed);
}

#[test]
fn a_gitlab_that_does_not_tell_the_cost_is_not_asked_for_it() {
    let mut pack = Pack::default();
    let query = pack.queries(&[1], false).remove(0);
    assert_eq!(pack.learn(&query, answer(NO_COST)), Learned::Again);
    let query = pack.queries(&[1], false).remove(0);
    assert!(!query.asks_cost);
    assert_eq!(pack.learn(&query, answer(NO_COST)), Learned::NotServed);
}

#[test]
fn rest_takes_over_where_graphql_does_not_serve() {
    let query = Pack::default().queries(&[1], false).remove(0);
    let server = |status| Error::Server { status, message: String::new() };
    for error in [Error::NotFound { message: None }, server(501), server(502), Error::Unreachable] {
        assert_eq!(Pack::default().learn(&query, Err(error)), Learned::NotServed);
    }
    let mut known = Pack { standing: Standing::Serves, ..Pack::default() };
    for error in [Error::Unreachable, Error::RateLimited] {
        assert_eq!(known.learn(&query, Err(error.clone())), Learned::Failed(error));
    }
    assert_eq!(known.learn(&query, Err(server(501))), Learned::NotServed);
    let none = r#"{"data":{"r1":null},"errors":[{"message":"No"}]}"#;
    assert_eq!(known.learn(&query, answer(none)), Learned::Facts(vec![]));
    assert_eq!(Pack::default().learn(&query, answer(none)), Learned::NotServed);
}

#[test]
fn what_takes_the_server_too_long_is_asked_by_rest_and_less_is_asked_at_once() {
    let too_long = || Err(Error::Server { status: 503, message: String::new() });
    let mut pack = Pack { standing: Standing::Serves, size: 20, ..Pack::default() };
    let query = pack.queries(&(1..=20).collect::<Vec<_>>(), false).remove(0);
    assert_eq!(pack.learn(&query, too_long()), Learned::Facts(vec![]));
    assert_eq!(pack.size(), 10);
    let alone = QueryRunners { ids: vec![1], asks_cost: true, asks_more: false };
    assert_eq!(
        (pack.learn(&alone, too_long()), pack.size()),
        (Learned::Facts(vec![]), 10),
        "one does not tell of many"
    );
    assert!(!pack.is_doubted());
    pack.size = 1;
    assert_eq!(pack.learn(&alone, too_long()), Learned::Facts(vec![]));
    assert!(pack.is_doubted(), "REST decides");
}

#[test]
fn as_many_as_the_limit_allows_after_a_refusal() {
    let mut pack = Pack::default();
    let prices = Prices { limit: 250, query: 2, runner: 55, tells: true };
    assert_eq!(prices.ask_all(&mut pack, &(1..=20).collect::<Vec<_>>()).0, 20);
    assert_eq!(pack.size(), 4, "225 of 250 points at 55 points each and 2 for the query");
}

proptest! {
    #[test]
    fn ends_with_everything_that_can_be_asked(
        limit in 1_u32..400, query in 0_u32..20, runner in 0_u32..120, tells: bool, count in 0_u64..200,
    ) {
        let prices = Prices { limit, query, runner, tells };
        let ids: Vec<u64> = (1..=count).collect();
        let (told, queries) = prices.ask_all(&mut Pack::default(), &ids);
        prop_assert_eq!(told, if query + runner <= limit { ids.len() } else { 0 });
        prop_assert!(queries <= ids.len() + 10, "{} queries", queries);
    }

    #[test]
    fn no_answer_takes_it_out_of_its_bounds(
        steps in proptest::collection::vec((1_usize..60, 0_u32..5, any::<u32>(), any::<u32>()), 0..30),
    ) {
        let mut pack = Pack::default();
        for (asked, what, score, limit) in steps {
            let query = QueryRunners { ids: (1..=asked as u64).collect(), asks_cost: true, asks_more: false };
            pack.learn(&query, match what {
                0 => answer(TOO_MUCH),
                1 => answer(NO_COST),
                2 => answer("{}"),
                3 => Err(Error::Unreachable),
                _ => answer(&format!(r#"{{"data":{{"queryComplexity":{{"score":{score},"limit":{limit}}}}}}}"#)),
            });
            prop_assert!((1..=MOST).contains(&pack.size()));
        }
    }
}

#[test]
fn a_field_that_is_not_known_is_asked_for_once() {
    let no_field = r#"{"errors":[{"message":"Field 'jobExecutionStatus' doesn't exist on type 'CiRunner'"}]}"#;
    let mut pack = Pack::default();
    let query = pack.queries(&[1, 2], true).remove(0);
    assert!(query.asks_more);
    assert_eq!(pack.learn(&query, answer(no_field)), Learned::NoMore);
    let query = pack.queries(&[1, 2], false).remove(0);
    assert!(!query.asks_more);
    assert_eq!(pack.learn(&query, answer(no_field)), Learned::NotServed, "it is something else");
}
