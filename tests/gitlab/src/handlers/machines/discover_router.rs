//! `GET /runners/router/discovery`: where a runner may wait for jobs; its token stands in a header.

use serde_json::json;

use crate::answer::{self, Outcome};
use crate::ask::Ask;
use crate::refusal::Refusal;
use crate::world::World;

/// Answers the call.
pub fn answer(world: &World, ask: &Ask) -> Outcome {
    super::find(world, ask.header("runner-token"), ask.now)?;
    if !world.settings.job_router {
        return Err(Refusal::no_job_router());
    }
    let host = ask.base.split_once("://").map_or(ask.base.as_str(), |(_, host)| host);
    Ok(answer::ok(&json!({ "server_url": format!("wss://{host}/-/kubernetes-agent/") })))
}

#[cfg(test)]
mod tests {
    use crate::sample::{Sample, refusal};

    const PATH: &str = "runners/router/discovery";

    #[test]
    fn refusals_come_in_order() {
        let mut gitlab = Sample::new();
        gitlab.world().settings.job_router = false;
        assert_eq!(refusal(&gitlab.get(PATH, "glpat-root")), (403, "403 Forbidden".to_owned()));
        let answer = gitlab.send("GET", PATH, &[("runner-token", "glrt-t1_runner1")], b"");
        let text = "Job Router is not available. Please contact your administrator.";
        assert_eq!(refusal(&answer), (501, text.to_owned()));
    }

    #[test]
    fn a_runner_learns_the_address() {
        let answer = Sample::new().send("GET", PATH, &[("runner-token", "glrt-t1_runner1")], b"");
        assert_eq!((answer.status, &answer.json["server_url"]), (200, &"wss://gl.test/-/kubernetes-agent/".into()));
    }

    #[test]
    fn before_19_there_is_no_router() {
        assert_eq!(Sample::at("17").send("GET", PATH, &[("runner-token", "glrt-t1_runner1")], b"").status, 404);
    }
}
