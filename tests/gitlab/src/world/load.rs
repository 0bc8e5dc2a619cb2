//! From the text of a world file to a world. It does not know what a thing's own keys are.

use std::collections::BTreeSet;

use serde_json::Value;

use super::World;
use super::fields::{Fields, WorldError};
use super::generate::Amounts;
use super::group::Group;
use super::job::Job;
use super::project::Project;
use super::runner::Runner;
use super::secrets::Secrets;
use super::settings::Settings;
use super::token::Token;
use super::user::User;

/// Whether a thing that is already there may be given again.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Again {
    Refused,
    Replaces,
}

impl World {
    /// Reads a world file; relative times in it count from `start` (milliseconds since 1970).
    ///
    /// # Errors
    /// Names the path of the first key at fault and why.
    pub fn from_json(text: &str, start: i64) -> Result<Self, WorldError> {
        let mut world = Self::empty(start);
        world.read(text, start, Again::Refused)?;
        Ok(world)
    }

    /// The world that the project's own development, demo and tests begin with.
    ///
    /// # Errors
    /// As [`World::from_json`]; a test keeps the file good.
    pub fn example(start: i64) -> Result<Self, WorldError> {
        Self::from_json(include_str!("../../worlds/example.json"), start)
    }

    /// Adds what a world file says, and replaces the things it names that are there already.
    ///
    /// # Errors
    /// As [`World::from_json`]; the world is left as it was.
    pub fn merge(&mut self, text: &str, now: i64) -> Result<(), WorldError> {
        let mut changed = self.clone();
        changed.read(text, now, Again::Replaces)?;
        *self = changed;
        Ok(())
    }

    fn read(&mut self, text: &str, start: i64, again: Again) -> Result<(), WorldError> {
        let value: Value =
            serde_json::from_str(text).map_err(|error| WorldError::new("", format!("no JSON: {error}")))?;
        let mut fields = Fields::open(value, "", start)?;
        if let Some(settings) = fields.object("gitlab")? {
            self.settings = Settings::read(settings)?;
        }
        self.read_people(&mut fields, again)?;
        self.read_places(&mut fields, again)?;
        self.read_work(&mut fields, again)?;
        let amounts = fields.object("generate")?.map(Amounts::read).transpose()?;
        fields.close()?;
        if let Some(amounts) = amounts {
            // A later seed begins no sequence again, or the secrets given so far would come twice.
            if again == Again::Refused {
                self.secrets = Secrets::from_seed(amounts.seed());
            }
            self.generate(&amounts);
        }
        Ok(())
    }

    fn read_people(&mut self, fields: &mut Fields, again: Again) -> Result<(), WorldError> {
        for object in fields.objects("users")? {
            let (id_at, name_at) = (object.at("id"), object.at("username"));
            let user = User::read(object)?;
            refuse_again(again, id_at, self.users.contains_key(&user.id), user.id)?;
            refuse_again(again, name_at, self.user_named(&user.username).is_some(), &user.username)?;
            self.put_user(user);
        }
        for object in fields.objects("tokens")? {
            let at = object.at("token");
            let token = Token::read(object, self)?;
            refuse_again(again, at, self.tokens.contains_key(&token.secret), &token.secret)?;
            self.tokens.insert(token.secret.clone(), token);
        }
        Ok(())
    }

    fn read_places(&mut self, fields: &mut Fields, again: Again) -> Result<(), WorldError> {
        for object in fields.objects("groups")? {
            let (id_at, path_at) = (object.at("id"), object.at("path"));
            let group = Group::read(object, self)?;
            refuse_again(again, id_at, self.groups.contains_key(&group.id), group.id)?;
            refuse_again(again, path_at, self.group_at(&group.path).is_some(), &group.path)?;
            self.put_group(group);
        }
        for object in fields.objects("projects")? {
            let (id_at, path_at) = (object.at("id"), object.at("path"));
            let project = Project::read(object, self)?;
            refuse_again(again, id_at, self.projects.contains_key(&project.id), project.id)?;
            refuse_again(again, path_at, self.project_at(&project.path).is_some(), &project.path)?;
            self.put_project(project);
        }
        Ok(())
    }

    fn read_work(&mut self, fields: &mut Fields, again: Again) -> Result<(), WorldError> {
        let mut managers = BTreeSet::new();
        for object in fields.objects("runners")? {
            let at = object.at("");
            let runner = Runner::read(object, self)?;
            refuse_again(again, format!("{at}id"), self.runners.contains_key(&runner.id), runner.id)?;
            for (i, manager) in runner.managers.iter().enumerate() {
                let known = !managers.insert(manager.id);
                refuse_again(again, format!("{at}managers[{i}].id"), known, manager.id)?;
            }
            self.runners.insert(runner.id, runner);
        }
        for object in fields.objects("jobs")? {
            let at = object.at("id");
            let job = Job::read(object, self)?;
            refuse_again(again, at, self.jobs.contains_key(&job.id), job.id)?;
            self.put_job(job);
        }
        Ok(())
    }
}

fn refuse_again(again: Again, at: String, known: bool, what: impl std::fmt::Debug) -> Result<(), WorldError> {
    if known && again == Again::Refused {
        return Err(WorldError::new(at, format!("{what:?} is there twice")));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn refusal(world: &Value) -> String {
        World::from_json(&world.to_string(), 0).unwrap_err().to_string()
    }

    #[test]
    fn a_reference_to_nothing_is_refused_with_its_path() {
        let runner = json!({"id": 1, "type": "project_type", "projects": ["acme/nope"]});
        assert_eq!(refusal(&json!({"runners": [runner]})), "runners[0].projects[0]: no project \"acme/nope\"");
        assert_eq!(refusal(&json!({"tokens": [{"token": "x", "user": "eve"}]})), "tokens[0].user: no user \"eve\"");
        assert_eq!(
            refusal(&json!({"groups": [{"id": 1, "path": "a/b"}]})),
            "groups[0].path: no group \"a\" before it in the list"
        );
        assert_eq!(
            refusal(&json!({"groups": [{"id": 1, "path": "a", "members": {"eve": 50}}]})),
            "groups[0].members.eve: no user \"eve\""
        );
        assert_eq!(
            refusal(
                &json!({"users": [{"id": 1, "username": "u"}], "groups": [{"id": 1, "path": "a", "members": {"u": 45}}]})
            ),
            "groups[0].members.u: 45 is none of the access levels 5, 10, 15, 20, 30, 40, 50"
        );
    }

    #[test]
    fn unknown_keys_are_refused_at_every_depth() {
        assert_eq!(refusal(&json!({"runner": []})), "runner: no such key");
        assert_eq!(refusal(&json!({"gitlab": {"ver": "1"}})), "gitlab.ver: no such key");
        let manager = json!({"id": 1, "system_id": "s", "os": "linux"});
        let runner = json!({"id": 1, "type": "instance_type", "managers": [manager]});
        assert_eq!(refusal(&json!({"runners": [runner]})), "runners[0].managers[0].os: no such key");
    }

    #[test]
    fn ids_are_unique_within_their_kind() {
        let user = json!({"id": 1, "username": "a"});
        assert_eq!(refusal(&json!({"users": [user, {"id": 1, "username": "b"}]})), "users[1].id: 1 is there twice");
        assert_eq!(
            refusal(&json!({"users": [user, {"id": 2, "username": "a"}]})),
            "users[1].username: \"a\" is there twice"
        );
        let runner = |id| json!({"id": id, "type": "instance_type", "managers": [{"id": 5, "system_id": "s"}]});
        assert_eq!(refusal(&json!({"runners": [runner(1), runner(2)]})), "runners[1].managers[0].id: 5 is there twice");
        assert_eq!(refusal(&json!({"runners": [runner(1), runner(1)]})), "runners[1].id: 1 is there twice");
    }

    #[test]
    fn what_a_runner_serves_fits_its_type() {
        let groups = json!([{"id": 1, "path": "a"}]);
        let runner = |extra: Value| json!({"groups": groups, "runners": [extra]});
        assert_eq!(
            refusal(&runner(json!({"id": 1, "type": "group_type"}))),
            "runners[0].group: a runner of group_type needs its group"
        );
        assert_eq!(
            refusal(&runner(json!({"id": 1, "type": "instance_type", "group": "a"}))),
            "runners[0].group: a runner of instance_type has no group"
        );
        assert_eq!(
            refusal(&runner(json!({"id": 1, "type": "shared"}))),
            "runners[0].type: \"shared\" is none of instance_type, group_type, project_type"
        );
    }

    #[test]
    fn text_that_is_no_json_is_refused_with_its_line() {
        let error = World::from_json("{\n  nope", 0).unwrap_err();
        assert!(error.to_string().starts_with("no JSON: ") && error.to_string().contains("line 2"), "{error}");
    }

    #[test]
    fn defaults_are_those_of_the_format() {
        let world = json!({"runners": [{"id": 1, "type": "instance_type"}]}).to_string();
        let world = World::from_json(&world, 0).unwrap();
        let runner = &world.runners[&1];
        assert!(runner.run_untagged && !runner.paused && !runner.locked && runner.tags.is_empty());
        assert_eq!(runner.created_at, -30 * crate::time::DAY);
        assert_eq!(world.settings, Settings::default());
    }

    #[test]
    fn an_orphan_and_too_many_tags_load() {
        let tags: Vec<String> = (0..60).map(|i| format!("t{i}")).collect();
        let world = json!({"runners": [{"id": 1, "type": "project_type", "projects": [], "tags": tags}]}).to_string();
        assert_eq!(World::from_json(&world, 0).unwrap().runners[&1].tags.len(), 60);
    }

    #[test]
    fn the_example_loads() {
        assert!(!World::example(0).unwrap().runners.is_empty());
    }

    #[test]
    fn a_merge_replaces_by_id_and_a_bad_one_changes_nothing() {
        let mut world = World::from_json(r#"{"runners":[{"id":1,"type":"instance_type"}]}"#, 0).unwrap();
        world.merge(r#"{"runners":[{"id":1,"type":"instance_type","paused":true}]}"#, 0).unwrap();
        assert!(world.runners[&1].paused);
        let before = world.clone();
        assert!(world.merge(r#"{"runners":[{"id":2,"type":"instance_type"},{"id":0}]}"#, 0).is_err());
        assert_eq!(world, before);
    }
}
