//! Through what a runner is seen, in words: all its groups, projects and the instance in a line.

/// How many projects are named before the rest is counted.
const NAMED_PROJECTS: usize = 2;

/// Words of the address in a line of the page: of `group:acme`, `project:acme/app` and `instance` it makes
/// "group acme · project app · instance". Few are named and the rest is counted; of a lineage only the topmost group.
/// A project that is only likely is a `likely project:acme/web`.
pub fn ways_in_words<'a>(ways: impl IntoIterator<Item = &'a str>) -> String {
    let ways: Vec<&str> = ways.into_iter().collect();
    let mut groups: Vec<&str> = ways.iter().filter_map(|way| way.strip_prefix("group:")).collect();
    // Segment by segment a group comes before what is below it, and nothing else comes between.
    groups.sort_unstable_by(|one, other| one.split('/').cmp(other.split('/')));
    groups.dedup_by(|below, above| is_below(below, above));
    let mut words: Vec<String> = Vec::new();
    words.extend(named("group", &groups, 1));
    words.extend(named("project", &last_segments(&ways, "project:"), NAMED_PROJECTS));
    words.extend(named("likely project", &last_segments(&ways, "likely project:"), NAMED_PROJECTS));
    words.extend(ways.contains(&"instance").then(|| "instance".to_owned()));
    words.join(" · ")
}

fn is_below(path: &str, above: &str) -> bool {
    path.strip_prefix(above).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// What the projects that are told by a prefix are called within their groups.
fn last_segments<'a>(ways: &[&'a str], prefix: &str) -> Vec<&'a str> {
    let paths = ways.iter().filter_map(|way| way.strip_prefix(prefix));
    let mut names: Vec<&str> = paths.map(|path| path.rsplit('/').next().unwrap_or_default()).collect();
    names.sort_unstable();
    names
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

    fn words(ways: &str) -> String {
        ways_in_words(ways.split_whitespace())
    }

    #[test]
    fn what_is_only_likely_says_so() {
        let ways = ["likely project:acme/web", "project:acme/app", "likely project:acme/api"];
        assert_eq!(ways_in_words(ways), "project app · likely projects api, web");
    }

    #[test]
    fn few_are_named_and_the_rest_is_counted() {
        assert_eq!(words(""), "");
        assert_eq!(words("instance"), "instance");
        assert_eq!(words("project:acme/app"), "project app");
        assert_eq!(words("project:acme/web project:acme/app"), "projects app, web");
        let all =
            "instance project:acme/z5 project:acme/z6 project:acme/z7 project:acme/web project:acme/app group:acme";
        assert_eq!(words(all), "group acme · projects app, web +3 · instance");
    }

    #[test]
    fn of_a_lineage_the_topmost_group_is_named() {
        assert_eq!(words("group:acme/web group:acme group:acme/web/ui"), "group acme");
        assert_eq!(words("group:acme/web group:acme-web"), "groups acme/web +1");
        assert_eq!(words("group:acme group:acme/web group:acme-web"), "groups acme +1");
        assert_eq!(words("group:a group:b group:b/c group:d"), "groups a +2");
    }
}
