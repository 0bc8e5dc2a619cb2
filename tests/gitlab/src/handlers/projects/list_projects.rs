//! `GET /projects`: the projects that the caller can see.

use std::cmp::Ordering;

use crate::answer::Outcome;
use crate::ask::Ask;
use crate::entities::project::{BasicProject, ProjectWithAccess};
use crate::page::keyset;
use crate::page::offset::{self, Total};
use crate::params::Params;
use crate::params::check::Check;
use crate::place_search;
use crate::policy::places;
use crate::policy::roles::{OWNER, Roles};
use crate::refusal::Refusal;
use crate::words::{Profile, Visibility};
use crate::world::World;
use crate::world::project::Project;

const ORDERS: [&str; 8] =
    ["id", "name", "path", "created_at", "updated_at", "last_activity_at", "similarity", "star_count"];

/// Parameters that do nothing here, but come back in links with their defaults.
const IDLE: [&str; 9] = [
    "starred",
    "imported",
    "include_hidden",
    "repository_checksum_failed",
    "statistics",
    "wiki_checksum_failed",
    "with_custom_attributes",
    "with_issues_enabled",
    "with_merge_requests_enabled",
];

/// A validated request for projects.
struct ProjectSearch {
    params: Params,
    least: u8,
    simple: bool,
    archived: Option<bool>,
    active: Option<bool>,
    visibility: Option<Visibility>,
    search: Option<String>,
    namespaces: bool,
    after: i64,
    before: i64,
    order: String,
    ascending: bool,
}

/// Answers the call.
pub fn answer(world: &World, ask: &Ask) -> Outcome {
    let search = ProjectSearch::read(ask, world.settings.profile)?;
    let mut projects: Vec<&Project> = match &ask.caller {
        None => world.projects.values().filter(|project| project.visibility == Visibility::Public).collect(),
        Some(caller) => {
            let roles = Roles::of(world, caller);
            let open = |project: &Project| search.least == 0 && places::sees_project(world, Some(caller), project);
            let own = |project: &Project| roles.project(project.id) >= search.least.max(1);
            world.projects.values().filter(|project| own(project) || open(project)).collect()
        }
    };
    projects.retain(|project| search.keeps(project));
    projects.sort_by(|a, b| search.compare(a, b));

    let (params, projects) = (&search.params, projects.into_iter());
    let page = if keyset::wanted(params) {
        if search.order != "id" {
            return Err(keyset::unavailable());
        }
        keyset::by_id(ask, params, projects, if search.ascending { "id_after" } else { "id_before" }, |project| {
            project.id
        })
    } else {
        if world.settings.profile != Profile::V19 {
            offset::limit(params, "Project")?;
        }
        offset::paginate(ask, params, projects, Total::Told)
    };
    Ok(if search.simple || ask.caller.is_none() {
        page.show(|project| BasicProject::of(world, ask, project))
    } else {
        page.show(|project| ProjectWithAccess::of(world, ask, project))
    })
}

impl ProjectSearch {
    fn read(ask: &Ask, profile: Profile) -> Result<Self, Refusal> {
        let mut check = Check::new(&ask.params);
        for key in ["membership", "owned", "simple"].into_iter().chain(IDLE) {
            check.default(key, false);
        }
        check.default("order_by", "created_at");
        let order = check.word("order_by", &ORDERS).unwrap_or_default();
        let ascending = place_search::ascending(&mut check, "desc");
        let archived = check.boolean("archived");
        let active = if profile == Profile::V19 { check.boolean("active") } else { None };
        let visibility = check.word("visibility", Visibility::WORDS).and_then(|word| Visibility::from_word(&word));
        let search = check.text("search");
        let namespaces = check.boolean("search_namespaces") == Some(true);
        let owned = check.boolean("owned") == Some(true);
        let membership = check.boolean("membership") == Some(true);
        let least = place_search::min_access_level(&mut check).unwrap_or(0);
        let least = least.max(u8::from(membership)).max(if owned { OWNER } else { 0 });
        let after = check.integer("id_after").unwrap_or(0);
        let before = check.integer("id_before").unwrap_or(i64::MAX);
        for key in IDLE {
            check.boolean(key);
        }
        let simple = check.boolean("simple") == Some(true);
        check.text("pagination");
        offset::check(&mut check);
        let dated = check.has("updated_before") || check.has("updated_after");
        let params = check.finish()?;
        if dated && order != "updated_at" {
            return Err(Refusal::bad_request("`updated_at` filter and `updated_at` sorting must be paired"));
        }
        Ok(Self {
            params,
            least,
            simple,
            archived,
            active,
            visibility,
            search,
            namespaces,
            after,
            before,
            order,
            ascending,
        })
    }

    fn keeps(&self, project: &Project) -> bool {
        let id = i64::try_from(project.id).unwrap_or(i64::MAX);
        let named = |search: &str| {
            place_search::matches(search, &project.name, &project.path)
                || (self.namespaces && project.path.to_lowercase().contains(&search.to_lowercase()))
        };
        id > self.after
            && id < self.before
            && self.archived.is_none_or(|archived| project.archived == archived)
            && self.active.is_none_or(|active| project.archived != active)
            && self.visibility.is_none_or(|visibility| project.visibility == visibility)
            && self.search.as_deref().is_none_or(named)
    }

    fn compare(&self, a: &Project, b: &Project) -> Ordering {
        // Worlds give projects no times: by time is by id, as GitLab does for `created_at` anyway.
        let by_key = match self.order.as_str() {
            "name" => a.name.cmp(&b.name),
            "path" => a.path.cmp(&b.path),
            _ => Ordering::Equal,
        };
        let upwards = by_key.then(a.id.cmp(&b.id));
        if self.ascending { upwards } else { upwards.reverse() }
    }
}

#[cfg(test)]
mod tests {
    use crate::sample::{Sample, refusal};

    #[test]
    fn parameters_narrow_the_list() {
        let mut gitlab = Sample::new();
        for (query, token, expected) in [
            ("", "", vec![11]),
            ("", "glpat-mira", vec![12, 11, 9, 8, 7]),
            ("sort=asc&order_by=id", "glpat-mira", vec![7, 8, 9, 11, 12]),
            ("membership=true", "glpat-uma", vec![7]),
            ("min_access_level=40", "glpat-max", vec![9, 8, 7]),
            ("min_access_level=40", "glpat-root", vec![]),
            ("owned=true", "glpat-mira", vec![12, 9, 8, 7]),
            ("archived=true", "glpat-root", vec![10]),
            ("active=false", "glpat-root", vec![10]),
            ("active=true&search=S", "glpat-root", vec![12, 11, 9]),
            ("archived=false&search=S", "glpat-root", vec![12, 11, 9]),
            ("search=acme", "glpat-root", vec![]),
            ("search=acme&search_namespaces=true", "glpat-root", vec![9, 8, 7]),
            ("order_by=name&sort=asc&search_namespaces=1&search=acme", "glpat-root", vec![7, 8, 9]),
            ("visibility=public", "glpat-root", vec![11]),
            ("per_page=2&page=2", "glpat-mira", vec![9, 8]),
            ("id_after=8&id_before=11", "glpat-mira", vec![9]),
        ] {
            assert_eq!(gitlab.get(&format!("projects?{query}"), token).ids(), expected, "{query} as {token}");
        }
    }

    #[test]
    fn bad_parameters_are_refused() {
        let mut gitlab = Sample::new();
        for (query, status, text) in [
            ("order_by=size", 400, "order_by does not have a valid value"),
            ("min_access_level=41", 400, "min_access_level does not have a valid value"),
            ("simple=x", 400, "simple is invalid"),
            ("pagination=keyset", 405, "Keyset pagination is not yet available for this type of request"),
        ] {
            assert_eq!(
                refusal(&gitlab.get(&format!("projects?{query}"), "glpat-mira")),
                (status, text.to_owned()),
                "{query}"
            );
        }
        assert_eq!(gitlab.get("projects?updated_after=2026-01-01", "glpat-mira").status, 400);
    }

    #[test]
    fn keyset_links_on_until_an_empty_page() {
        let mut gitlab = Sample::new();
        let mut path =
            "projects?membership=true&simple=true&order_by=id&sort=asc&pagination=keyset&per_page=2".to_owned();
        let mut pages = Vec::new();
        loop {
            let page = gitlab.get(&path, "glpat-mira");
            assert!(page.header("x-page").is_none() && page.header("x-total").is_none());
            pages.push(page.ids());
            let Some(link) = page.header("link") else { break };
            let next = link.strip_prefix("<http://gl.test/api/v4/").unwrap().strip_suffix(">; rel=\"next\"").unwrap();
            assert!(next.contains("id_after="));
            next.clone_into(&mut path);
        }
        assert_eq!(pages, [vec![7, 8], vec![9, 12], vec![]]);
    }

    #[test]
    fn downwards_keyset_links_by_id_before() {
        let page = Sample::new().get("projects?order_by=id&pagination=keyset&per_page=1", "glpat-mira");
        assert_eq!(page.ids(), [12]);
        assert!(page.header("link").unwrap().contains("id_before=12&"));
    }

    #[test]
    fn the_simple_form_has_no_permissions() {
        let mut gitlab = Sample::new();
        assert!(gitlab.get("projects?simple=true", "glpat-mira").json[0].get("permissions").is_none());
        assert!(gitlab.get("projects", "glpat-mira").json[0].get("permissions").is_some());
        assert!(gitlab.get("projects", "").json[0].get("permissions").is_none());
    }

    #[test]
    fn older_versions_end_at_fifty_thousand() {
        let far = "projects?page=501&per_page=100";
        assert_eq!(Sample::at("17").get(far, "glpat-mira").status, 405);
        assert_eq!(Sample::new().get(far, "glpat-mira").status, 200);
    }
}
