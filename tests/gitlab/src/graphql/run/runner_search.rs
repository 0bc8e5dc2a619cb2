//! `runners` at the root: every runner of the instance, filtered and in order.

use std::cmp::Reverse;

use super::connection::Connection;
use super::{Node, Sight};
use crate::graphql::plan::Planned;
use crate::status;
use crate::version_prefix::VersionPrefix;
use crate::world::runner::Runner;

/// The asked page of the runners that a query selects.
pub fn find<'w>(sight: &Sight<'w>, planned: &Planned<'_>) -> Connection<'w> {
    let kept = kept(sight, planned);
    let all = sight.world.runners.values().filter(|&runner| kept(runner));
    let shown = |runner: &'w Runner| (runner.id, Node::Runner(runner));
    let sort = planned.args.text("sort").unwrap_or("CREATED_DESC");
    // Runners are numbered as they are made.
    match sort {
        "CREATED_ASC" => return Connection::of(planned, all.map(shown)),
        "CREATED_DESC" => return Connection::of(planned, all.rev().map(shown)),
        _ => {}
    }
    let time =
        |runner: &Runner| if sort.starts_with("CONTACTED") { runner.contacted_at } else { runner.token_expires_at };
    let mut sorted: Vec<&Runner> = all.collect();
    if sort.ends_with("ASC") {
        sorted.sort_by_cached_key(|runner| (time(runner), Reverse(runner.id)));
    } else {
        sorted.sort_by_cached_key(|runner| (Reverse(time(runner)), Reverse(runner.id)));
    }
    Connection::of(planned, sorted.into_iter().map(shown))
}

/// Whether a runner is one of those that a query selects.
fn kept<'a>(sight: &'a Sight<'_>, planned: &'a Planned<'_>) -> impl Fn(&Runner) -> bool + 'a {
    let args = &planned.args;
    let paused = args.flag("paused");
    let status = args.text("status").map(str::to_ascii_lowercase);
    let kind = args.text("type").map(str::to_ascii_lowercase);
    let tags = args.texts("tagList");
    let search = args.text("search").filter(|text| !text.is_empty()).map(str::to_lowercase);
    let version = args.text("versionPrefix").map(VersionPrefix::new);
    let creator = args.id("creatorId");
    let by_name = args.text("creatorUsername");
    let by_name = by_name.map(|name| sight.world.user_named(name).map_or(0, |user| user.id));
    move |runner| {
        let found = |text: &String| {
            let told = runner.description.as_ref().is_some_and(|own| own.to_lowercase().contains(text));
            told || args.text("search") == Some(runner.token.as_str())
        };
        let runs = |prefix: &VersionPrefix| {
            let mut versions = runner.managers.iter().filter_map(|manager| manager.version.as_deref());
            versions.any(|version| prefix.fits(version))
        };
        paused.is_none_or(|paused| runner.paused == paused)
            && kind.as_deref().is_none_or(|kind| runner.kind.word() == kind)
            && status.as_deref().is_none_or(|status| status::selects(status, runner, sight.ask.now))
            && tags.iter().all(|tag| runner.tags.iter().any(|own| own == tag))
            && creator.is_none_or(|id| runner.created_by == Some(id))
            && by_name.is_none_or(|id| runner.created_by == Some(id))
            && search.as_ref().is_none_or(found)
            && version.as_ref().is_none_or(runs)
    }
}
