//! Runners as they are stored, secrets included. What of it is shown to whom, `entities` knows.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::World;
use super::fields::{Fields, WorldError};
use super::manager::Manager;
use crate::time;
use crate::words::{AccessLevel, RunnerType};

/// A runner.
#[derive(Clone, Debug, PartialEq)]
pub struct Runner {
    /// Its number.
    pub id: u64,
    /// What it serves.
    pub kind: RunnerType,
    /// What people call it.
    pub description: Option<String>,
    /// Its authentication token.
    pub token: String,
    /// Whether it takes no new jobs.
    pub paused: bool,
    /// Whether it may not be given to other projects.
    pub locked: bool,
    /// Whether it takes jobs without tags.
    pub run_untagged: bool,
    /// Its tags.
    pub tags: Vec<String>,
    /// Which refs it takes jobs of.
    pub access_level: AccessLevel,
    /// Seconds a job may take.
    pub maximum_timeout: Option<i64>,
    /// What its keepers note.
    pub maintenance_note: Option<String>,
    /// The name it registered under.
    pub name: Option<String>,
    /// Who made it.
    pub created_by: Option<u64>,
    /// When it was made.
    pub created_at: i64,
    /// When its settings were last changed; calls do not count.
    pub updated_at: i64,
    /// When it last called.
    pub contacted_at: Option<i64>,
    /// When its token expires.
    pub token_expires_at: Option<i64>,
    /// Its projects, the owner first.
    pub projects: Vec<u64>,
    /// When it was given to each of its projects.
    pub assigned_at: BTreeMap<u64, i64>,
    /// Its one group.
    pub group: Option<u64>,
    /// The machines behind it.
    pub managers: Vec<Manager>,
}

impl Runner {
    /// Reads a member of `runners`.
    pub(super) fn read(mut fields: Fields, world: &World) -> Result<Self, WorldError> {
        let id = fields.id()?;
        let Some(kind) = fields.word("type", RunnerType::WORDS, RunnerType::from_word)? else {
            return fields.bad("type", "is missing");
        };
        let known = world.runners.get(&id);
        let created_at = fields.time("created_at")?.unwrap_or(fields.start() - 30 * time::DAY);
        let projects = read_projects(&mut fields, kind, world)?;
        let token = fields.text("token")?.unwrap_or_else(|| format!("glrt-t{}_runner{id}", kind as u8 + 1));
        let runner = Self {
            id,
            kind,
            description: fields.text("description")?,
            token,
            paused: fields.flag("paused", false)?,
            locked: fields.flag("locked", false)?,
            run_untagged: fields.flag("run_untagged", true)?,
            tags: fields.texts("tags")?.into_iter().map(|(_, tag)| tag).collect(),
            access_level: fields
                .word("access_level", AccessLevel::WORDS, AccessLevel::from_word)?
                .unwrap_or(AccessLevel::NotProtected),
            maximum_timeout: fields.number("maximum_timeout")?.and_then(|seconds| i64::try_from(seconds).ok()),
            maintenance_note: fields.text("maintenance_note")?,
            name: fields.text("name")?,
            created_by: read_creator(&mut fields, world)?,
            created_at,
            updated_at: known.map_or(created_at, |_| fields.start()),
            contacted_at: fields.time("contacted_at")?,
            token_expires_at: fields.time("token_expires_at")?,
            assigned_at: assigned_at(&projects, known, created_at, fields.start()),
            projects,
            group: read_group(&mut fields, kind, world)?,
            managers: read_managers(&mut fields)?,
        };
        fields.close()?;
        Ok(runner)
    }

    /// The manager with the latest contact; those that never called come last.
    pub fn latest_manager(&self) -> Option<&Manager> {
        self.managers.iter().max_by_key(|manager| (manager.contacted_at, manager.id))
    }

    /// The machine of a system id, made if it is not there.
    pub fn manager_or_new(&mut self, id: u64, system_id: &str, now: i64) -> &mut Manager {
        let at = self.managers.iter().position(|manager| manager.system_id == system_id).unwrap_or_else(|| {
            self.managers.push(Manager::new(id, system_id, now));
            self.managers.len() - 1
        });
        &mut self.managers[at]
    }

    /// The project that answers for the runner.
    pub fn owner_project(&self) -> Option<u64> {
        self.projects.first().copied()
    }

    /// Whether it is a project runner without any project.
    pub fn is_orphan(&self) -> bool {
        self.kind == RunnerType::Project && self.projects.is_empty()
    }

    /// Gives it to one more project.
    pub fn assign(&mut self, project: u64, now: i64) {
        self.projects.push(project);
        self.assigned_at.insert(project, now);
    }

    /// Takes it from a project.
    pub fn unassign(&mut self, project: u64) {
        self.projects.retain(|own| *own != project);
        self.assigned_at.remove(&project);
    }

    /// The runner as a world file writes it.
    pub fn to_json(&self, world: &World) -> Value {
        let path = |id: &u64| world.projects.get(id).map(|project| project.path.clone());
        json!({
            "id": self.id, "type": self.kind, "description": self.description, "token": self.token,
            "paused": self.paused, "locked": self.locked, "run_untagged": self.run_untagged, "tags": self.tags,
            "access_level": self.access_level, "maximum_timeout": self.maximum_timeout,
            "maintenance_note": self.maintenance_note, "name": self.name,
            "created_by": self.created_by.and_then(|id| world.users.get(&id)).map(|user| &user.username),
            "created_at": time::show(self.created_at), "contacted_at": self.contacted_at.map(time::show),
            "token_expires_at": self.token_expires_at.map(time::show),
            "projects": self.projects.iter().filter_map(path).collect::<Vec<_>>(),
            "group": self.group.and_then(|id| world.groups.get(&id)).map(|group| &group.path),
            "managers": self.managers.iter().map(Manager::to_json).collect::<Vec<_>>(),
        })
    }
}

fn read_creator(fields: &mut Fields, world: &World) -> Result<Option<u64>, WorldError> {
    let Some(username) = fields.text("created_by")? else { return Ok(None) };
    match world.user_named(&username) {
        Some(user) => Ok(Some(user.id)),
        None => fields.bad("created_by", format!("no user {username:?}")),
    }
}

fn read_projects(fields: &mut Fields, kind: RunnerType, world: &World) -> Result<Vec<u64>, WorldError> {
    let mut projects = Vec::new();
    for (at, path) in fields.texts("projects")? {
        let Some(project) = world.project_at(&path) else {
            return Err(WorldError::new(at, format!("no project {path:?}")));
        };
        if kind != RunnerType::Project {
            return Err(WorldError::new(at, format!("a runner of {} has no projects", kind.word())));
        }
        if projects.contains(&project.id) {
            return Err(WorldError::new(at, format!("{path:?} is there twice")));
        }
        projects.push(project.id);
    }
    Ok(projects)
}

/// A world file tells no times: what was there before keeps its own, what is new to a known runner begins now.
fn assigned_at(projects: &[u64], known: Option<&Runner>, created_at: i64, now: i64) -> BTreeMap<u64, i64> {
    let at = |project| known.map_or(created_at, |known| known.assigned_at.get(project).copied().unwrap_or(now));
    projects.iter().map(|project| (*project, at(project))).collect()
}

fn read_group(fields: &mut Fields, kind: RunnerType, world: &World) -> Result<Option<u64>, WorldError> {
    match (fields.text("group")?, kind) {
        (None, RunnerType::Group) => fields.bad("group", "a runner of group_type needs its group"),
        (None, _) => Ok(None),
        (Some(path), RunnerType::Group) => match world.group_at(&path) {
            Some(group) => Ok(Some(group.id)),
            None => fields.bad("group", format!("no group {path:?}")),
        },
        (Some(_), _) => fields.bad("group", format!("a runner of {} has no group", kind.word())),
    }
}

fn read_managers(fields: &mut Fields) -> Result<Vec<Manager>, WorldError> {
    let mut managers: Vec<Manager> = Vec::new();
    for object in fields.objects("managers")? {
        let id_at = object.at("id");
        let system_at = object.at("system_id");
        let manager = Manager::read(object)?;
        if managers.iter().any(|other| other.id == manager.id) {
            return Err(WorldError::new(id_at, format!("{} is there twice", manager.id)));
        }
        if managers.iter().any(|other| other.system_id == manager.system_id) {
            return Err(WorldError::new(system_at, format!("{:?} is there twice", manager.system_id)));
        }
        managers.push(manager);
    }
    Ok(managers)
}
