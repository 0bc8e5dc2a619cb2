//! What the four lists of runners share: the filters, the pages, the rows (`lib/api/ci/runners.rb`).
//! It does not know which runners a list is of.

use crate::answer::Answer;
use crate::ask::Ask;
use crate::entities::runner::RunnerSummary;
use crate::page::offset::{self, Total};
use crate::params::Params;
use crate::params::check::Check;
use crate::refusal::Refusal;
use crate::status;
use crate::version_prefix::VersionPrefix;
use crate::words::{Profile, RunnerType};
use crate::world::World;
use crate::world::runners::index::Row;

/// The words of `status`.
const STATUSES: [&str; 6] = ["active", "paused", "online", "offline", "never_contacted", "stale"];

/// What 14 called `never_contacted`, and 15 still understood.
const OLD_STATUSES: [&str; 1] = ["not_connected"];

/// The words that only `scope` has.
const SCOPES: [&str; 2] = ["specific", "shared"];

/// Which words of the deprecated `scope` a list takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopeWords {
    /// None: the parameter is ignored.
    Ignored,
    /// Those of `status`.
    Statuses,
    /// Those of `status` and `type`, `specific` and `shared`.
    All,
}

/// Which runners a list is of.
pub struct Reach<'a> {
    /// Whether those of the instance.
    pub instance: bool,
    /// Those of which groups.
    pub groups: Box<dyn Fn(&u64) -> bool + 'a>,
    /// Those of which projects.
    pub projects: Box<dyn Fn(&u64) -> bool + 'a>,
    /// Whether even project runners without a project.
    pub orphans: bool,
}

/// A validated request for a list of runners.
pub struct RunnerFilter {
    params: Params,
    scope: Option<String>,
    kind: Option<RunnerType>,
    paused: Option<bool>,
    status: Option<String>,
    tags: Vec<String>,
    version: Option<VersionPrefix>,
}

impl RunnerFilter {
    /// Validates what a request asks for.
    pub fn read(world: &World, ask: &Ask, scope_words: ScopeWords) -> Result<Self, Refusal> {
        let oldest = world.settings.profile == Profile::V15;
        let statuses = if oldest { [STATUSES.as_slice(), OLD_STATUSES.as_slice()].concat() } else { STATUSES.to_vec() };
        let mut check = Check::new(&ask.params);
        let scope = match scope_words {
            ScopeWords::Ignored => None,
            _ => check.word("scope", &[SCOPES.as_slice(), RunnerType::WORDS, &statuses].concat()),
        };
        let kind = check.word("type", RunnerType::WORDS).and_then(|word| RunnerType::from_word(&word));
        let paused = check.boolean("paused");
        let status = check.word("status", &statuses);
        let tags = check.tags("tag_list").unwrap_or_default();
        // What 15 does not know it ignores.
        let version = if oldest { None } else { check.text("version_prefix") };
        if version.as_deref().is_some_and(|text| !VersionPrefix::is_valid(text)) {
            check.problem("version_prefix is invalid");
        }
        offset::check(&mut check);
        let params = check.finish()?;
        if scope_words == ScopeWords::Statuses && scope.as_deref().is_some_and(|word| !statuses.contains(&word)) {
            return Err(Refusal::bad("Scope contains invalid value"));
        }
        let version = version.map(|text| VersionPrefix::new(&text));
        Ok(Self { params, scope, kind, paused, status, tags, version })
    }

    /// The asked page of those of the world's runners that the list is of.
    pub fn answer(&self, world: &World, ask: &Ask, reach: &Reach<'_>) -> Answer {
        let index = world.runners.index();
        let (groups, projects) = (index.groups.mask(&*reach.groups), index.projects.mask(&*reach.projects));
        let belongs = |at: usize, kind| match kind {
            RunnerType::Instance => reach.instance,
            RunnerType::Group => index.groups.count(at, &groups) > 0,
            RunnerType::Project => reach.orphans || index.projects.count(at, &projects) > 0,
        };
        let runners = &world.runners;
        let tags: Vec<_> = self.tags.iter().map(|tag| runners.tags().mask(|own| own == tag)).collect();
        let tagged = |at| tags.iter().all(|tag| runners.tags().count(at, tag) > 0);
        let versions = self.version.as_ref().map(|prefix| runners.versions().mask(|version| prefix.fits(version)));
        // GitLab joins the managers without DISTINCT: a runner comes once for each that matches.
        let times = |at| versions.as_ref().map_or(1, |versions| runners.versions().count(at, versions));
        let kept = index
            .rows
            .iter()
            .enumerate()
            .filter(|(at, row)| self.keeps(row, ask.now) && belongs(*at, row.kind) && tagged(*at));
        let ids = kept.flat_map(|(at, row)| std::iter::repeat_n(row.id, times(at)));
        let page = offset::paginate(ask, &self.params, ids, Total::Told);
        page.show(|id| runners.get(id).map(|runner| RunnerSummary::of(world, ask, runner)))
    }

    fn keeps(&self, row: &Row, now: i64) -> bool {
        self.kind.is_none_or(|kind| row.kind == kind)
            && self.paused.is_none_or(|paused| row.paused == paused)
            && self.status.as_deref().is_none_or(|status| selects(status, row, now))
            && self.scope.as_deref().is_none_or(|scope| in_scope(scope, row, now))
    }
}

fn selects(status: &str, row: &Row, now: i64) -> bool {
    status::selects_by(status, (row.created_at, row.contacted_at), row.paused, now)
}

fn in_scope(scope: &str, row: &Row, now: i64) -> bool {
    match scope {
        "specific" => row.kind != RunnerType::Instance,
        "shared" => row.kind == RunnerType::Instance,
        word => match RunnerType::from_word(word) {
            Some(kind) => row.kind == kind,
            None => selects(word, row, now),
        },
    }
}

#[cfg(test)]
mod tests {
    use crate::sample::{Sample, refusal};

    #[test]
    fn filters_select_and_combine() {
        let mut gitlab = Sample::new();
        for (query, expected) in [
            ("", vec![1, 20, 41, 42, 43, 44]),
            ("type=instance_type", vec![1]),
            ("type=group_type", vec![20]),
            ("paused=true", vec![42]),
            ("paused=false", vec![1, 20, 41, 43, 44]),
            ("paused=", vec![1, 20, 41, 42, 43, 44]),
            ("status=online", vec![1, 41, 42]),
            ("status=offline", vec![20]),
            ("status=never_contacted", vec![43, 44]),
            ("status=stale", vec![43]),
            ("status=paused", vec![42]),
            ("status=active&type=project_type", vec![41, 43, 44]),
            ("tag_list=docker", vec![1, 41]),
            ("tag_list=docker,arm64", vec![41]),
            ("tag_list[]=docker&tag_list[]=arm64", vec![41]),
            ("tag_list=Docker", vec![]),
            ("tag_list=", vec![1, 20, 41, 42, 43, 44]),
            ("version_prefix=18", vec![41]),
            ("version_prefix=1", vec![]),
            ("version_prefix=15.0", vec![1]),
            ("version_prefix=15", vec![1, 1]),
            ("scope=specific", vec![20, 41, 42, 43, 44]),
            ("scope=shared", vec![1]),
            ("scope=group_type", vec![20]),
            ("scope=paused", vec![42]),
            ("unknown=1&search=x", vec![1, 20, 41, 42, 43, 44]),
        ] {
            assert_eq!(gitlab.get(&format!("runners/all?{query}"), "glpat-root").ids(), expected, "{query}");
        }
    }

    #[test]
    fn version_15_knows_an_older_word_and_no_versions() {
        let mut gitlab = Sample::at("15");
        for (query, expected) in [
            ("status=not_connected", vec![43, 44]),
            ("status=never_contacted", vec![43, 44]),
            ("scope=not_connected", vec![43, 44]),
            ("version_prefix=V15", vec![1, 20, 41, 42, 43, 44]),
        ] {
            assert_eq!(gitlab.get(&format!("runners/all?{query}"), "glpat-root").ids(), expected, "{query}");
        }
        assert_eq!(Sample::at("16").get("runners/all?status=not_connected", "glpat-root").status, 400);
        let shown = |gitlab: &mut Sample| gitlab.get("runners/44", "glpat-root").json["status"].clone();
        assert_eq!(shown(&mut gitlab), "never_contacted");
        gitlab.world().settings.version = "14.10.5".to_owned();
        assert_eq!(shown(&mut gitlab), "not_connected");
    }

    #[test]
    fn bad_filters_are_refused_all_at_once() {
        let mut gitlab = Sample::new();
        for (query, text) in [
            ("type=bogus", "type does not have a valid value"),
            ("status=bogus", "status does not have a valid value"),
            ("paused=bogus", "paused is invalid"),
            ("scope=bogus", "scope does not have a valid value"),
            ("version_prefix=V15", "version_prefix is invalid"),
            (
                "per_page=0&type=x&page=y",
                "type does not have a valid value, page is invalid, per_page has a value not allowed",
            ),
        ] {
            let answer = gitlab.get(&format!("runners/all?{query}"), "glpat-root");
            assert_eq!(refusal(&answer), (400, text.to_owned()), "{query}");
            assert!(answer.json.get("error").is_some());
        }
    }

    #[test]
    fn keyset_pagination_is_ignored() {
        let answer = Sample::new().get("runners/all?pagination=keyset&per_page=2", "glpat-root");
        assert_eq!(
            (answer.ids(), answer.header("x-next-page"), answer.header("x-total")),
            (vec![1, 20], Some("2"), Some("6"))
        );
    }

    #[test]
    fn links_hold_all_parameters_coerced() {
        let link = Sample::new()
            .get("runners/all?tag_list=docker,arm64&paused=0&x=1", "glpat-root")
            .header("link")
            .unwrap()
            .to_owned();
        let url = "<http://gl.test/api/v4/runners/all?page=1&paused=false&per_page=20&tag_list%5B%5D=arm64&tag_list%5B%5D=docker&x=1>";
        assert_eq!(link, format!("{url}; rel=\"first\", {url}; rel=\"last\""));
    }
}
