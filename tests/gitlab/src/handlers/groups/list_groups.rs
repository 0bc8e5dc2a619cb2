//! `GET /groups`: the groups that the caller can see.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::answer::Outcome;
use crate::ask::Ask;
use crate::entities::group;
use crate::page::keyset;
use crate::page::offset::{self, Total};
use crate::params::Params;
use crate::params::check::Check;
use crate::place_search;
use crate::policy::places;
use crate::policy::roles::{self, OWNER};
use crate::refusal::Refusal;
use crate::words::{Profile, Visibility};
use crate::world::World;
use crate::world::group::Group;

/// A validated request for groups.
struct GroupSearch {
    params: Params,
    least: u8,
    all: Option<bool>,
    top: bool,
    /// Whether it asks for what no group is.
    none: bool,
    search: Option<String>,
    skipped: Vec<u64>,
    visibility: Option<Visibility>,
    order: String,
    ascending: bool,
}

/// Answers the call.
pub fn answer(world: &World, ask: &Ask) -> Outcome {
    let search = GroupSearch::read(ask, world.settings.profile)?;
    let own = ask.caller.as_ref().map(|caller| places::own_groups(world, caller)).unwrap_or_default();
    let kept = |group: &&Group| search.shows(world, ask, &own, group) && search.keeps(group);
    let mut groups: Vec<&Group> = world.groups.values().filter(kept).collect();
    groups.sort_by(|a, b| search.compare(a, b));
    let params = &search.params;
    // Keyset pagination is for strangers; who is signed in gets numbered pages all the same.
    let page = if keyset::wanted(params) && ask.caller.is_none() {
        if search.order != "name" || !search.ascending {
            return Err(keyset::unavailable());
        }
        let seen = keyset::cursor(params);
        let rest = groups.into_iter().filter(|group| seen.as_ref().is_none_or(|seen| key(group) > *seen));
        keyset::by_cursor(ask, params, rest, |group| key(group))
    } else {
        offset::limit(params, "Group")?;
        offset::paginate(ask, params, groups.into_iter(), Total::Told)
    };
    Ok(page.show(|own| group::show(world, ask, own)))
}

fn key(group: &Group) -> String {
    format!("{}\u{0}{:020}", group.name, group.id)
}

impl GroupSearch {
    fn read(ask: &Ask, profile: Profile) -> Result<Self, Refusal> {
        let mut check = Check::new(&ask.params);
        for key in ["statistics", "owned", "with_custom_attributes"] {
            check.default(key, false);
        }
        check.boolean("statistics");
        let skipped = check.tags("skip_groups").unwrap_or_default();
        let all = check.boolean("all_available");
        let visibility = check.word("visibility", Visibility::WORDS).and_then(|word| Visibility::from_word(&word));
        let search = check.text("search");
        let owned = check.boolean("owned") == Some(true);
        check.default("order_by", "name");
        let order = check.word("order_by", &["name", "path", "id", "similarity"]).unwrap_or_default();
        let ascending = place_search::ascending(&mut check, "asc");
        let least = place_search::min_access_level(&mut check).unwrap_or(0).max(if owned { OWNER } else { 0 });
        let top = check.boolean("top_level_only") == Some(true);
        // Worlds have no groups that are archived or to be deleted.
        let is_new = profile == Profile::V19;
        let none = is_new && (check.boolean("archived") == Some(true) || check.boolean("active") == Some(false));
        offset::check(&mut check);
        let params = check.finish()?;
        let skipped = skipped.iter().filter_map(|id| id.parse().ok()).collect();
        Ok(Self { params, least, all, top, none, search, skipped, visibility, order, ascending })
    }

    /// Whether the caller gets to see a group; `own` are the groups that he belongs to.
    fn shows(&self, world: &World, ask: &Ask, own: &BTreeSet<u64>, group: &Group) -> bool {
        match &ask.caller {
            None => group.visibility == Visibility::Public,
            Some(caller) if self.least > 0 => roles::in_group(world, caller.user, group.id) >= self.least,
            // Who may read everything gets everything, unless he asks for less; others only if they ask for more.
            Some(caller) if self.all.unwrap_or(caller.admin || caller.auditor) => {
                places::sees_group_of(own, Some(caller), group)
            }
            Some(_) => own.contains(&group.id),
        }
    }

    fn keeps(&self, group: &Group) -> bool {
        !self.none
            && (!self.top || group.parent.is_none())
            && !self.skipped.contains(&group.id)
            && self.visibility.is_none_or(|visibility| group.visibility == visibility)
            && self.search.as_deref().is_none_or(|search| place_search::matches(search, &group.name, &group.path))
    }

    fn compare(&self, a: &Group, b: &Group) -> Ordering {
        let by_key = match self.order.as_str() {
            "path" => a.path.cmp(&b.path),
            "id" => Ordering::Equal,
            _ => a.name.cmp(&b.name),
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
            ("", "", vec![6]),
            ("", "glpat-mira", vec![3, 4]),
            ("all_available=true", "glpat-mira", vec![3, 4, 6]),
            ("", "glpat-root", vec![3, 4, 6, 5]),
            ("all_available=false", "glpat-mira", vec![3, 4]),
            ("min_access_level=40", "glpat-max", vec![3, 4]),
            ("min_access_level=50", "glpat-max", vec![]),
            ("owned=true", "glpat-mira", vec![3, 4]),
            ("top_level_only=true", "glpat-mira", vec![3]),
            ("archived=true", "glpat-mira", vec![]),
            ("active=true&archived=false", "glpat-mira", vec![3, 4]),
            ("search=tool", "glpat-mira", vec![4]),
            ("skip_groups[]=3", "glpat-mira", vec![4]),
            ("order_by=id&sort=desc", "glpat-root", vec![6, 5, 4, 3]),
            ("per_page=1&page=2", "glpat-mira", vec![4]),
            ("pagination=keyset&per_page=1", "glpat-mira", vec![3]),
        ] {
            assert_eq!(gitlab.get(&format!("groups?{query}"), token).ids(), expected, "{query} as {token}");
        }
    }

    #[test]
    fn keyset_is_for_strangers() {
        let mut gitlab = Sample::new();
        assert_eq!(gitlab.get("groups?pagination=keyset", "glpat-mira").header("x-page"), Some("1"));
        assert_eq!(gitlab.get("groups?pagination=keyset", "").header("x-page"), None);
    }

    #[test]
    fn bad_parameters_and_far_pages_are_refused() {
        let mut gitlab = Sample::new();
        assert_eq!(refusal(&gitlab.get("groups?order_by=x", "glpat-mira")).1, "order_by does not have a valid value");
        let far = gitlab.get("groups?page=501&per_page=100", "glpat-mira");
        assert_eq!(far.status, 405);
        assert!(refusal(&far).1.starts_with(
            "Offset pagination has a maximum allowed offset of 50000 for requests that return objects of type Group."
        ));
    }
}
