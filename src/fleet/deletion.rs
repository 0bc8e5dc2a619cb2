//! What goes with a runner when it is deleted, in words.

use crate::format::counted;
use crate::gitlab::project::Project;
use crate::gitlab::runner::RunnerDetails;
use crate::gitlab::runner_manager::RunnerManager;
use crate::gitlab::term::RunnerType;

/// Names beyond this are counted.
const NAMED: usize = 5;

/// A runner that may be deleted, and what is known to go with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Deletion {
    /// Everything GitLab tells about it.
    pub details: RunnerDetails,
    /// Its machines; `None` where GitLab does not list them.
    pub managers: Option<Vec<RunnerManager>>,
    /// How many jobs it runs now; `None` where GitLab does not tell.
    pub running: Option<usize>,
    /// Whether the token's user sees all its projects.
    pub sees_all: bool,
}

impl Deletion {
    /// What people call it, if they call it something.
    pub fn name(&self) -> Option<&str> {
        self.details.runner.description.as_deref().map(str::trim).filter(|name| !name.is_empty())
    }

    /// "a project runner".
    pub fn what(&self) -> &'static str {
        match self.details.runner.kind() {
            RunnerType::Instance => "an instance runner",
            RunnerType::Group => "a group runner",
            RunnerType::Project => "a project runner",
            RunnerType::Other(_) => "a runner",
        }
    }

    /// What happens to what hangs on it, a line each. What is not known has no line.
    pub fn lines(&self) -> Vec<String> {
        [self.of_managers(), self.of_users(), self.of_jobs()].into_iter().flatten().collect()
    }

    /// The projects it is assigned to, as far as they are told: "acme/app, acme/web".
    pub fn projects(&self) -> Option<String> {
        let projects = self.details.projects.as_deref().filter(|projects| !projects.is_empty())?;
        Some(names(projects.iter().map(Project::path).collect()))
    }

    /// "2 projects that you may see", or "2 projects" for somebody who sees all.
    pub fn project_count(&self) -> String {
        let count = counted(self.details.projects.as_ref().map_or(0, Vec::len), "project");
        if self.sees_all { count } else { format!("{count} that you may see") }
    }

    fn of_managers(&self) -> Option<String> {
        let managers = self.managers.as_ref().filter(|managers| !managers.is_empty())?;
        let listed = names(managers.iter().map(|manager| manager.system_id.clone()).collect());
        let verb = if managers.len() == 1 { "stops" } else { "stop" };
        Some(format!("its {} {verb} getting jobs: {listed}", counted(managers.len(), "runner manager")))
    }

    fn of_users(&self) -> Option<String> {
        match self.details.runner.kind() {
            RunnerType::Instance => Some("projects of the whole instance lose it".to_owned()),
            RunnerType::Group => {
                let group = self.details.groups.first()?;
                Some(format!("projects of the group {} lose it", group.path()))
            }
            _ => Some(format!("it leaves {}: {}", self.project_count(), self.projects()?)),
        }
    }

    fn of_jobs(&self) -> Option<String> {
        let running = self.running.filter(|running| *running > 0)?;
        let verb = if running == 1 { "is" } else { "are" };
        Some(format!("{} that {verb} running now may fail", counted(running, "job")))
    }
}

/// The first few, and how many more.
fn names(mut names: Vec<String>) -> String {
    let more = names.len().saturating_sub(NAMED);
    if more <= 1 {
        return names.join(", ");
    }
    names.truncate(NAMED);
    format!("{} and {more} more", names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn deletion(details: &str, managers: &[&str], running: usize, sees_all: bool) -> Deletion {
        let manager = |id: &&str| serde_json::from_str(&format!(r#"{{"id":1,"system_id":"{id}"}}"#)).unwrap();
        Deletion {
            details: serde_json::from_str(details).unwrap(),
            managers: Some(managers.iter().map(manager).collect()),
            running: Some(running),
            sees_all,
        }
    }

    #[test]
    fn every_line_names_what_goes() {
        let project = r#"{"id":1,"runner_type":"project_type","projects":[{"id":7,"path_with_namespace":"acme/app"}]}"#;
        let group = r#"{"id":1,"runner_type":"group_type","groups":[{"id":3,"full_path":"acme"}]}"#;
        for (deletion, lines) in [
            (
                deletion(project, &["s_1", "s_2"], 1, false),
                vec![
                    "its 2 runner managers stop getting jobs: s_1, s_2",
                    "it leaves 1 project that you may see: acme/app",
                    "1 job that is running now may fail",
                ],
            ),
            (
                deletion(project, &["s_1"], 2, true),
                vec![
                    "its 1 runner manager stops getting jobs: s_1",
                    "it leaves 1 project: acme/app",
                    "2 jobs that are running now may fail",
                ],
            ),
            (deletion(group, &[], 0, false), vec!["projects of the group acme lose it"]),
            (deletion(r#"{"id":1,"is_shared":true}"#, &[], 0, true), vec!["projects of the whole instance lose it"]),
        ] {
            assert_eq!(deletion.lines(), lines);
        }
    }

    #[test]
    fn what_is_not_known_has_no_line() {
        let unknown = Deletion { managers: None, running: None, ..deletion(r#"{"id":1}"#, &[], 0, false) };
        assert!(unknown.lines().is_empty());
    }

    #[test]
    fn many_names_are_counted() {
        let names = |count: usize| names((1..=count).map(|n| n.to_string()).collect());
        assert_eq!(names(6), "1, 2, 3, 4, 5, 6");
        assert_eq!(names(17), "1, 2, 3, 4, 5 and 12 more");
    }
}
