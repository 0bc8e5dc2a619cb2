//! The ways of a runner: all places through which somebody sees it, and the words for them.

use std::fmt;

use super::place::Place;

/// How many projects are named before the rest is counted.
const NAMED_PROJECTS: usize = 2;

/// A set of places. Sorted, so that the same set is the same value; few, so a list is the leanest set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Ways(Vec<Place>);

impl Ways {
    /// Adds a place. Says whether it was new.
    pub fn insert(&mut self, place: Place) -> bool {
        match self.0.binary_search(&place) {
            Ok(_) => false,
            Err(at) => {
                self.0.insert(at, place);
                true
            }
        }
    }

    /// Whether a runner is seen through this place.
    pub fn contains(&self, place: &Place) -> bool {
        self.0.binary_search(place).is_ok()
    }

    /// Groups, then projects, then the instance.
    pub fn iter(&self) -> impl Iterator<Item = &Place> {
        self.0.iter()
    }

    /// Whether no place is known, as for a runner that was only in the list of owned ones.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Full paths of the groups that stand in no other one of these: what is below them sees the same runner for that
    /// reason alone.
    fn topmost_groups(&self) -> Vec<&str> {
        let mut paths: Vec<&str> =
            self.0.iter().filter(|place| matches!(place, Place::Group { .. })).map(Place::path).collect();
        // Segment by segment a group comes before what is below it, and nothing else comes between.
        paths.sort_unstable_by(|one, other| one.split('/').cmp(other.split('/')));
        paths.dedup_by(|below, above| is_below(below, above));
        paths
    }

    /// Last segments of the projects' paths.
    fn projects(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self
            .0
            .iter()
            .filter(|place| matches!(place, Place::Project { .. }))
            .map(|place| place.path().rsplit('/').next().unwrap_or_default())
            .collect();
        names.sort_unstable();
        names
    }
}

fn is_below(path: &str, above: &str) -> bool {
    path.strip_prefix(above).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

impl Extend<Place> for Ways {
    fn extend<I: IntoIterator<Item = Place>>(&mut self, places: I) {
        for place in places {
            self.insert(place);
        }
    }
}

impl FromIterator<Place> for Ways {
    fn from_iter<I: IntoIterator<Item = Place>>(places: I) -> Self {
        let mut ways = Self::default();
        ways.extend(places);
        ways
    }
}

impl fmt::Display for Ways {
    /// Such as `group acme · projects app, web +3 · instance`; nothing when no place is known.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut words: Vec<String> = Vec::new();
        words.extend(named("group", &self.topmost_groups(), 1));
        words.extend(named("project", &self.projects(), NAMED_PROJECTS));
        words.extend(self.contains(&Place::Instance).then(|| "instance".to_owned()));
        f.write_str(&words.join(" · "))
    }
}

/// `projects app, web +3`; `None` where there is none.
fn named(noun: &str, names: &[&str], most: usize) -> Option<String> {
    let (shown, rest) = names.split_at(names.len().min(most));
    let plural = if names.len() > 1 { "s" } else { "" };
    let more = if rest.is_empty() { String::new() } else { format!(" +{}", rest.len()) };
    (!names.is_empty()).then(|| format!("{noun}{plural} {}{more}", shown.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gitlab::term::RunnerType;

    fn group(id: u64, path: &str) -> Place {
        Place::Group { id, path: path.into() }
    }

    fn project(id: u64, path: &str) -> Place {
        Place::Project { id, path: path.into() }
    }

    fn words<const N: usize>(places: [Place; N]) -> String {
        Ways::from_iter(places).to_string()
    }

    #[test]
    fn few_are_named_and_the_rest_is_counted() {
        assert_eq!(words([]), "");
        assert_eq!(words([Place::Instance]), "instance");
        assert_eq!(words([project(1, "acme/app")]), "project app");
        assert_eq!(words([project(1, "acme/web"), project(2, "acme/app")]), "projects app, web");
        let five = [5, 6, 7].map(|id| project(id, &format!("acme/z{id}")));
        let all = five.into_iter().chain([project(1, "acme/web"), project(2, "acme/app"), group(1, "acme")]);
        let all = all.chain([Place::Instance]).collect::<Ways>();
        assert_eq!(all.to_string(), "group acme · projects app, web +3 · instance");
    }

    #[test]
    fn of_a_lineage_the_topmost_group_is_named() {
        assert_eq!(words([group(2, "acme/web"), group(1, "acme"), group(3, "acme/web/ui")]), "group acme");
        assert_eq!(words([group(2, "acme/web"), group(3, "acme-web")]), "groups acme/web +1");
        assert_eq!(words([group(1, "acme"), group(2, "acme/web"), group(3, "acme-web")]), "groups acme +1");
        assert_eq!(words([group(1, "a"), group(2, "b"), group(3, "b/c"), group(4, "d")]), "groups a +2");
    }

    #[test]
    fn a_place_is_its_kind_and_id() {
        let mut ways = Ways::default();
        assert!(ways.is_empty() && ways.insert(group(1, "acme")));
        assert!(!ways.insert(group(1, "renamed")));
        assert!(ways.insert(project(1, "acme")) && !ways.contains(&Place::Instance));
        assert_eq!(ways.iter().count(), 2);
    }

    #[test]
    fn an_instance_runner_is_seen_through_the_instance() {
        let list = group(1, "acme");
        assert_eq!(Place::of(Some(&list), &RunnerType::Instance), Some(Place::Instance));
        assert_eq!(Place::of(Some(&list), &RunnerType::Group), Some(list));
        assert_eq!(Place::of(None, &RunnerType::Project), None);
    }
}
