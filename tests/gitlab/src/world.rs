//! What a simulated GitLab remembers. It does not know how any of it is shown, or to whom.

mod fields;
mod generate;
pub mod group;
pub mod job;
mod load;
pub mod manager;
mod members;
mod numbers;
pub mod project;
pub(crate) mod random;
pub mod runner;
pub mod runners;
mod secrets;
pub mod settings;
pub mod token;
pub mod user;

use std::collections::BTreeMap;

pub use fields::WorldError;

use group::Group;
use job::Job;
use manager::Manager;
use numbers::Numbers;
use project::Project;
use runner::Runner;
use runners::Runners;
use secrets::Secrets;
use settings::Settings;
use token::Token;
use user::User;

/// Everything there is: accounts, places, runners and jobs, each by id, and the ways to find them.
#[derive(Clone, Debug, PartialEq)]
pub struct World {
    /// The instant at which it began.
    pub start: i64,
    /// How the instance is set up.
    pub settings: Settings,
    /// The accounts.
    pub users: BTreeMap<u64, User>,
    /// The access tokens by their secret.
    pub tokens: BTreeMap<String, Token>,
    /// The groups.
    pub groups: BTreeMap<u64, Group>,
    /// The projects.
    pub projects: BTreeMap<u64, Project>,
    /// The runners.
    pub runners: Runners,
    /// The jobs.
    pub jobs: BTreeMap<u64, Job>,
    /// What new tokens are made from.
    pub secrets: Secrets,
    numbers: Numbers,
    usernames: BTreeMap<String, u64>,
    group_paths: BTreeMap<String, u64>,
    project_paths: BTreeMap<String, u64>,
    jobs_of: BTreeMap<u64, Vec<u64>>,
}

impl World {
    /// A world with nothing in it.
    pub fn empty(start: i64) -> Self {
        Self {
            start,
            settings: Settings::default(),
            users: BTreeMap::new(),
            tokens: BTreeMap::new(),
            groups: BTreeMap::new(),
            projects: BTreeMap::new(),
            runners: Runners::default(),
            jobs: BTreeMap::new(),
            secrets: Secrets::default(),
            numbers: Numbers::default(),
            usernames: BTreeMap::new(),
            group_paths: BTreeMap::new(),
            project_paths: BTreeMap::new(),
            jobs_of: BTreeMap::new(),
        }
    }

    /// The user of a username.
    pub fn user_named(&self, username: &str) -> Option<&User> {
        self.users.get(self.usernames.get(username)?)
    }

    /// The group of a full path.
    pub fn group_at(&self, path: &str) -> Option<&Group> {
        self.groups.get(self.group_paths.get(path)?)
    }

    /// The project of a full path.
    pub fn project_at(&self, path: &str) -> Option<&Project> {
        self.projects.get(self.project_paths.get(path)?)
    }

    /// The runner of an authentication token.
    pub fn runner_of_token(&self, token: &str) -> Option<&Runner> {
        self.runners.values().find(|runner| runner.token == token)
    }

    /// The number of the next new runner.
    pub fn next_runner_id(&self) -> u64 {
        self.numbers.next_runner(&self.runners)
    }

    /// The number of the next new runner manager.
    pub fn next_manager_id(&self) -> u64 {
        self.numbers.next_manager(&self.runners)
    }

    /// The jobs of a runner, oldest id first.
    pub fn jobs_of(&self, runner: u64) -> impl DoubleEndedIterator<Item = &Job> {
        self.jobs_of.get(&runner).into_iter().flatten().filter_map(|id| self.jobs.get(id))
    }

    /// A group and the groups it stands in, nearest first.
    pub fn lineage(&self, group: u64) -> impl Iterator<Item = &Group> {
        std::iter::successors(self.groups.get(&group), |group| self.groups.get(&group.parent?))
    }

    /// Stores a user.
    pub fn put_user(&mut self, user: User) {
        if let Some(old) = self.users.get(&user.id) {
            self.usernames.remove(&old.username);
        }
        self.usernames.insert(user.username.clone(), user.id);
        self.users.insert(user.id, user);
    }

    /// Stores a group.
    pub fn put_group(&mut self, group: Group) {
        if let Some(old) = self.groups.get(&group.id) {
            self.group_paths.remove(&old.path);
        }
        self.group_paths.insert(group.path.clone(), group.id);
        self.groups.insert(group.id, group);
    }

    /// Stores a project.
    pub fn put_project(&mut self, project: Project) {
        if let Some(old) = self.projects.get(&project.id) {
            self.project_paths.remove(&old.path);
        }
        self.project_paths.insert(project.path.clone(), project.id);
        self.projects.insert(project.id, project);
    }

    /// Stores a job.
    pub fn put_job(&mut self, job: Job) {
        if let Some(old) = self.jobs.get(&job.id).and_then(|old| old.runner) {
            self.jobs_of.entry(old).or_default().retain(|id| *id != job.id);
        }
        if let Some(runner) = job.runner {
            let jobs = self.jobs_of.entry(runner).or_default();
            if let Err(at) = jobs.binary_search(&job.id) {
                jobs.insert(at, job.id);
            }
        }
        self.jobs.insert(job.id, job);
    }

    /// Forgets a runner and its managers; its jobs were run by nobody then.
    pub fn remove_runner(&mut self, id: u64) -> Option<Runner> {
        let runner = self.runners.remove(&id)?;
        self.numbers.keep(&runner);
        for job in self.jobs_of.remove(&id).unwrap_or_default() {
            if let Some(job) = self.jobs.get_mut(&job) {
                job.runner = None;
            }
        }
        Some(runner)
    }

    /// Forgets one of a runner's managers.
    pub fn remove_manager(&mut self, runner: u64, system_id: &str) -> Option<Manager> {
        let runner = self.runners.get_mut(&runner)?;
        let at = runner.managers.iter().position(|manager| manager.system_id == system_id)?;
        self.numbers.keep(runner);
        Some(runner.managers.remove(at))
    }

    /// Forgets a user; the tokens are of no more use.
    pub fn remove_user(&mut self, id: u64) -> Option<User> {
        let user = self.users.remove(&id)?;
        self.usernames.remove(&user.username);
        Some(user)
    }

    /// Forgets a project, and unassigns its runners.
    pub fn remove_project(&mut self, id: u64) -> Option<Project> {
        let project = self.projects.remove(&id)?;
        self.project_paths.remove(&project.path);
        self.runners.values_mut().for_each(|runner| runner.unassign(id));
        Some(project)
    }
}
