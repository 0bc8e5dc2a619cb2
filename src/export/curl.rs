//! Requests as commands for a shell. The token is `$TOKEN`, which the shell puts in: theirs, not ours.
//!
//! Addresses stand in double quotes. Nothing in them means anything there: an instance's address has no such character, and
//! all else is percent-encoded.

use crate::fleet::Fleet;
use crate::gitlab::endpoint::{Endpoint, GetRunner, ListRunners};
use crate::gitlab::instance::InstanceUrl;

/// Asks for one runner.
pub fn runner(instance: &InstanceUrl, id: u64) -> String {
    command(&instance.api(&GetRunner { id }.path()))
}

/// Asks for a list that has so many rows at most. `[1-3]` is how curl asks for several pages.
pub fn list(instance: &InstanceUrl, list: &ListRunners, rows: usize) -> String {
    let mut query = list.query();
    query.push(("per_page", list.per_page().to_string()));
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(query).finish();
    let pages = rows.div_ceil(list.per_page());
    let pages = if pages > 1 { format!("&page=[1-{pages}]") } else { String::new() };
    command(&format!("{}?{query}{pages}", instance.api(&list.path())))
}

/// Asks for the lists of a sweep, each with so many rows at most and with filters, one command a line.
pub fn lists(instance: &InstanceUrl, lists: &[(ListRunners, usize)], filters: &ListRunners) -> String {
    let filtered = |(asked, rows): &(ListRunners, usize)| {
        let runner_type = match (&asked.runner_type, &filters.runner_type) {
            // Of this type it has none.
            (Some(asked), Some(wanted)) if asked != wanted => return None,
            (asked, wanted) => asked.clone().or_else(|| wanted.clone()),
        };
        Some(list(instance, &ListRunners { scope: asked.scope.clone(), runner_type, ..filters.clone() }, *rows))
    };
    lists.iter().filter_map(filtered).collect::<Vec<_>>().join("\n")
}

/// How many of the listed runners GitLab may answer for these filters; those that it means in another way are passed over.
pub fn at_most(fleet: &Fleet, filters: &ListRunners) -> usize {
    let may = |place: &&u32| {
        let look = fleet.at(**place);
        filters.runner_type.as_ref().is_none_or(|kind| *kind == look.kind())
            && filters.paused.is_none_or(|paused| paused == look.is_paused())
    };
    fleet.listed().iter().filter(may).count()
}

fn command(address: &str) -> String {
    format!("curl --header \"PRIVATE-TOKEN: $TOKEN\" \"{address}\"")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::export::tests::fleet;
    use crate::gitlab::endpoint::list_runners::Scope;
    use crate::gitlab::id_or_path::IdOrPath;
    use crate::gitlab::term::{RunnerStatus, RunnerType};

    fn instance() -> InstanceUrl {
        InstanceUrl::parse("https://gl.test/gitlab").unwrap()
    }

    const CURL: &str = "curl --header \"PRIVATE-TOKEN: $TOKEN\" ";

    #[test]
    fn one_runner_is_one_request() {
        assert_eq!(runner(&instance(), 41), format!("{CURL}\"{}\"", instance().api("runners/41")));
    }

    #[test]
    fn a_list_has_the_filters_that_gitlab_applies() {
        let filters = ListRunners {
            scope: Scope::Group(IdOrPath::Path("acme/web".to_owned())),
            status: Some(RunnerStatus::Offline),
            paused: Some(false),
            tag_list: vec!["gpu".to_owned(), "a & b".to_owned()],
            ..ListRunners::default()
        };
        let address = instance().api("groups/acme%2Fweb/runners?status=offline&paused=false&tag_list=gpu%2Ca+%26+b");
        assert_eq!(list(&instance(), &filters, 100), format!("{CURL}\"{address}&per_page=100\""));
        assert_eq!(list(&instance(), &filters, 101), format!("{CURL}\"{address}&per_page=100&page=[1-2]\""));
    }

    #[test]
    fn everything_is_a_command_for_each_list() {
        let of = |scope, runner_type| ListRunners { scope, runner_type, ..ListRunners::default() };
        let asked = [
            (of(Scope::Owned, None), 3),
            (of(Scope::Group(IdOrPath::Id(3)), Some(RunnerType::Group)), 250),
            (of(Scope::Project(IdOrPath::Id(7)), Some(RunnerType::Instance)), 1),
        ];
        let filters =
            ListRunners { runner_type: Some(RunnerType::Group), paused: Some(true), ..ListRunners::default() };
        let api = instance().api("");
        let expected = format!(
            "{CURL}\"{api}runners?type=group_type&paused=true&per_page=100\"\n\
             {CURL}\"{api}groups/3/runners?type=group_type&paused=true&per_page=100&page=[1-3]\""
        );
        assert_eq!(lists(&instance(), &asked, &filters), expected);
    }

    #[test]
    fn no_more_pages_than_may_have_rows() {
        let fleet = fleet("a", &[]);
        let with =
            |runner_type, paused| at_most(&fleet, &ListRunners { runner_type, paused, ..ListRunners::default() });
        assert_eq!((with(None, None), with(Some(RunnerType::Group), None), with(None, Some(true))), (3, 1, 1));
    }

    proptest! {
        #[test]
        fn nothing_leaves_its_quotes(path in "([$`\"\\\\!' ;&|\n]|\\PC){0,12}", tag in "([$`\"\\\\!' ;&|\n]|\\PC){0,12}") {
            let filters = ListRunners {
                scope: Scope::Project(IdOrPath::Path(path)),
                tag_list: vec![tag.clone()],
                version_prefix: Some(tag.clone()),
                status: Some(RunnerStatus::Other(tag)),
                ..ListRunners::default()
            };
            let command = list(&instance(), &filters, 1);
            let address = command.strip_prefix(CURL).and_then(|rest| rest.strip_prefix('"')?.strip_suffix('"')).unwrap();
            let means_itself = |c: char| c.is_ascii_alphanumeric() || "-._~:/?&=%+,*".contains(c);
            prop_assert!(address.chars().all(means_itself), "{address}");
        }
    }
}
