//! The names of groups and projects, by which people know them better than by their paths.

use super::Fleet;
use super::find::lower;
use crate::gitlab::group::Group;
use crate::gitlab::project::Project;

impl Fleet {
    /// Lets runners be found by the names of these groups.
    pub fn name_groups(&mut self, groups: &[Group]) {
        for group in groups {
            self.name_place("group", &group.path(), group.name.as_deref());
        }
    }

    /// Lets runners be found by the names of these projects.
    pub fn name_projects(&mut self, projects: &[Project]) {
        for project in projects {
            self.name_place("project", &project.path(), project.name.as_deref());
        }
    }

    /// A path finds what stands in it by itself.
    fn name_place(&mut self, kind: &str, path: &str, name: Option<&str>) {
        let Some(name) = name.filter(|name| !lower(path).contains(&lower(name))) else { return };
        for word in [path, &format!("{kind}:{path}")] {
            let text = self.texts.number(word);
            self.texts.call(text, name);
        }
        self.facts_version += 1;
    }
}
