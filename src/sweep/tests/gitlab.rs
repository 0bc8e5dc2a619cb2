//! A tiny GitLab in memory: groups in groups, projects, roles, switches, and the lists that follow from them.

use std::collections::BTreeSet;

use super::*;
use crate::gitlab::endpoint::ListRunners;

/// In the instance, or of a group or of projects, by their places in the world.
#[derive(Clone, Debug)]
pub enum Owner {
    Instance,
    Group(usize),
    Projects(Vec<usize>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    None,
    Maintainer,
    Owner,
}

#[derive(Clone, Debug)]
pub struct TestGroup {
    /// The group it stands in, which comes before it.
    pub parent: Option<usize>,
    pub role: Role,
    pub instance_runners: bool,
}

#[derive(Clone, Debug)]
pub struct TestProject {
    /// Its group; somebody's own if there is none.
    pub group: Option<usize>,
    pub is_maintained: bool,
    pub instance_runners: bool,
    pub group_runners: bool,
}

#[derive(Clone, Debug)]
pub struct World {
    pub groups: Vec<TestGroup>,
    pub projects: Vec<TestProject>,
    /// Their ids are their places.
    pub runners: Vec<Owner>,
    pub tells_totals: bool,
    pub per_page: usize,
    /// The last page of projects that is given by its number.
    pub most_pages: usize,
}

impl World {
    /// A group and all above it.
    fn lineage(&self, group: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(group), |group| self.groups[*group].parent)
    }

    fn role(&self, group: usize) -> Role {
        self.lineage(group).map(|group| self.groups[group].role).max().unwrap_or(Role::None)
    }

    pub fn maintained_groups(&self) -> Vec<usize> {
        (0..self.groups.len()).filter(|group| self.role(*group) >= Role::Maintainer).collect()
    }

    pub fn maintained_projects(&self) -> Vec<usize> {
        let by_group = |project: &TestProject| project.group.is_some_and(|group| self.role(group) >= Role::Maintainer);
        (0..self.projects.len())
            .filter(|project| self.projects[*project].is_maintained || by_group(&self.projects[*project]))
            .collect()
    }

    pub fn kind(&self, runner: u64) -> RunnerType {
        match self.runners[usize::try_from(runner).unwrap()] {
            Owner::Instance => RunnerType::Instance,
            Owner::Group(_) => RunnerType::Group,
            Owner::Projects(_) => RunnerType::Project,
        }
    }

    fn list(&self, is_listed: impl Fn(&Owner) -> bool) -> BTreeSet<u64> {
        (0_u64..).zip(&self.runners).filter(|(_, owner)| is_listed(owner)).map(|(id, _)| id).collect()
    }

    pub fn owned(&self) -> BTreeSet<u64> {
        let projects = self.maintained_projects();
        self.list(|owner| match owner {
            Owner::Instance => false,
            Owner::Group(group) => self.role(*group) == Role::Owner,
            Owner::Projects(of) => of.iter().any(|project| projects.contains(project)),
        })
    }

    pub fn of_group(&self, group: usize) -> BTreeSet<u64> {
        self.list(|owner| match owner {
            Owner::Instance => self.groups[group].instance_runners,
            Owner::Group(of) => self.lineage(group).any(|above| above == *of),
            Owner::Projects(_) => false,
        })
    }

    pub fn of_project(&self, at: usize) -> BTreeSet<u64> {
        let project = &self.projects[at];
        self.list(|owner| match owner {
            Owner::Instance => project.instance_runners,
            Owner::Group(of) => {
                let above = project.group.filter(|_| project.group_runners);
                above.is_some_and(|group| self.lineage(group).any(|above| above == *of))
            }
            Owner::Projects(of) => of.contains(&at),
        })
    }

    /// What there is to see, asking all that one may ask.
    pub fn all(&self) -> BTreeSet<u64> {
        let mut all = self.owned();
        all.extend(self.maintained_groups().into_iter().flat_map(|group| self.of_group(group)));
        all.extend(self.maintained_projects().into_iter().flat_map(|project| self.of_project(project)));
        all
    }

    /// The runners of a list, before they are cut into pages.
    fn runners(&self, call: &ListRunners) -> Vec<u64> {
        let place = |named: &IdOrPath| match named {
            IdOrPath::Id(id) => usize::try_from(*id % 1000).unwrap(),
            IdOrPath::Path(path) => panic!("{path}"),
        };
        let list = match &call.scope {
            Scope::Owned => self.owned(),
            Scope::Instance => self.list(|_| true),
            Scope::Group(group) => self.of_group(place(group)),
            Scope::Project(project) => self.of_project(place(project)),
        };
        let is_asked = |kind| call.runner_type.as_ref().is_none_or(|asked| *asked == kind);
        list.into_iter().filter(|runner| is_asked(self.kind(*runner))).collect()
    }

    /// Answers a request; with the ids of the runners, if it asks for any.
    pub fn answer(&self, task: &Task) -> Result<(Arrived, Vec<u64>), Error> {
        match &task.call {
            Call::Groups => {
                let made = |at: usize| group_in(at as u64, self.groups[at].parent.map(|parent| parent as u64));
                let groups = self.maintained_groups().into_iter().map(made).collect();
                Ok((Arrived::Groups(self.page(groups, &task.page)), Vec::new()))
            }
            Call::Projects => Ok((Arrived::Projects(self.page_of_projects(&task.page)?), Vec::new())),
            Call::Runners(call) => {
                let page = self.page(self.runners(call), &task.page);
                let has = |kind| page.items.iter().any(|runner| self.kind(*runner) == kind);
                let short = RunnersInShort {
                    rows: page.items.len(),
                    has_group: has(RunnerType::Group),
                    has_instance: has(RunnerType::Instance),
                    next: page.next,
                    total: page.total,
                };
                Ok((Arrived::Runners(short), page.items))
            }
        }
    }

    /// Projects have ids from 1000 on; those of nobody's group are in the namespace 100.
    fn page_of_projects(&self, page: &PageToken) -> Result<Page<Project>, Error> {
        let made = |at: usize| project(1000 + at as u64, self.projects[at].group.map_or(100, |group| group as u64));
        let mut all: Vec<Project> = self.maintained_projects().into_iter().map(made).collect();
        match page {
            PageToken::Number(number) if *number > self.most_pages => {
                Err(Error::Invalid { status: 405, message: String::new(), fields: Vec::new() })
            }
            PageToken::Cursor(pairs) => {
                let (_, after) = pairs.iter().find(|(key, _)| key == "id_after").unwrap();
                let after: u64 = after.parse().unwrap();
                all.retain(|project| project.id > after);
                all.truncate(self.per_page);
                // Each page but an empty one says that there is another.
                let next = all.last().map(|last| PageToken::Cursor(vec![("id_after".into(), last.id.to_string())]));
                Ok(Page { items: all, next, total: None })
            }
            _ => Ok(self.page(all, page)),
        }
    }

    fn page<T>(&self, all: Vec<T>, page: &PageToken) -> Page<T> {
        let number = match page {
            PageToken::First => 1,
            PageToken::Number(number) => *number,
            PageToken::Cursor(_) => panic!("{page:?}"),
        };
        let total = all.len();
        let next = (number * self.per_page < total).then_some(PageToken::Number(number + 1));
        let items = all.into_iter().skip((number - 1) * self.per_page).take(self.per_page).collect();
        Page { items, next, total: self.tells_totals.then_some(total) }
    }
}
