//! Who may do what, case by case.

use super::*;

fn who(admin: bool, scopes: &str) -> Who {
    Who { admin, lists_instance: admin, scopes: crate::format::split_tags(scopes) }
}

fn runner(kind: &str) -> Runner {
    serde_json::from_str(&format!(r#"{{"id":1,"runner_type":"{kind}"}}"#)).unwrap()
}

#[test]
fn the_scopes_decide_what_a_token_may_write() {
    for (scopes, outcome) in [
        ("api", Ok(())),
        ("read_api,api", Ok(())),
        ("manage_runner", Ok(())),
        ("read_api,manage_runner", Ok(())),
        ("granular", Ok(())),
        ("", Ok(())),
        ("read_api", Err(Reason::ReadOnly)),
        ("read_api,read_user", Err(Reason::ReadOnly)),
        ("read_api,create_runner", Err(Reason::NoWriteScope)),
        ("create_runner", Err(Reason::NoWriteScope)),
        ("read_user", Err(Reason::NoWriteScope)),
    ] {
        let kind = RunnerType::Project;
        assert_eq!(write(&who(true, scopes)), outcome, "{scopes}");
        assert_eq!(edit(&who(false, scopes), &kind), outcome, "{scopes}");
        assert_eq!(pause(&who(false, scopes), &kind), outcome, "{scopes}");
        assert_eq!(delete(&who(false, scopes), &kind, None), outcome, "{scopes}");
    }
}

#[test]
fn instance_runners_are_for_administrators() {
    for (kind, admin, edited, deleted) in [
        ("instance_type", false, Err(Reason::InstanceRunner), Err(Reason::InstanceDelete)),
        ("instance_type", true, Ok(()), Ok(())),
        ("group_type", false, Ok(()), Ok(())),
        ("project_type", false, Ok(()), Ok(())),
        ("new_type", false, Ok(()), Ok(())),
    ] {
        let (who, of) = (who(admin, "api"), RunnerType::from(kind));
        assert_eq!((edit(&who, &of), pause(&who, &of)), (edited, edited), "{kind}");
        assert_eq!(delete(&who, &of, None), deleted, "{kind}");
    }
    assert_eq!(edit(&who(false, "read_api"), &RunnerType::Instance), Err(Reason::ReadOnly), "the token first");
}

#[test]
fn only_administrators_delete_a_runner_of_several_projects() {
    let two: Vec<Project> = serde_json::from_str(r#"[{"id":7},{"id":8}]"#).unwrap();
    for (projects, admin, outcome) in [
        (None, false, Ok(())),
        (Some(&two[..0]), false, Ok(())),
        (Some(&two[..1]), false, Ok(())),
        (Some(&two[..]), false, Err(Reason::SeveralProjects)),
        (Some(&two[..]), true, Ok(())),
    ] {
        assert_eq!(delete(&who(admin, "api"), &RunnerType::Project, projects), outcome);
    }
}

#[test]
fn lists_need_a_scope_and_the_instances_more() {
    for (admin, scopes, source, outcome) in [
        (false, "read_api", Source::Owned, Ok(())),
        (false, "api", Source::Group(None), Ok(())),
        (false, "granular", Source::Project(None), Ok(())),
        (false, "", Source::Owned, Ok(())),
        (false, "manage_runner", Source::Owned, Err(Reason::NoListScope)),
        (true, "create_runner", Source::Instance, Err(Reason::NoListScope)),
        (false, "api", Source::Instance, Err(Reason::InstanceList)),
        (true, "api", Source::Instance, Ok(())),
    ] {
        assert_eq!(list(&who(admin, scopes), &source), outcome, "{scopes} {source}");
    }
    let auditor = Who { lists_instance: true, ..who(false, "read_api") };
    assert_eq!(list(&auditor, &Source::Instance), Ok(()));
}

#[test]
fn creating_needs_a_scope_of_its_own() {
    for (admin, scopes, kind, outcome) in [
        (false, "api", RunnerType::Project, Ok(())),
        (false, "read_api,create_runner", RunnerType::Group, Ok(())),
        (false, "granular", RunnerType::Project, Ok(())),
        (false, "", RunnerType::Project, Ok(())),
        (false, "read_api", RunnerType::Project, Err(Reason::NoCreateScope)),
        (true, "read_api,manage_runner", RunnerType::Instance, Err(Reason::NoCreateScope)),
        (false, "api", RunnerType::Instance, Err(Reason::InstanceCreate)),
        (true, "api", RunnerType::Instance, Ok(())),
    ] {
        assert_eq!(create(&who(admin, scopes), &kind), outcome, "{scopes} {kind}");
    }
}

#[test]
fn only_project_runners_are_assigned_and_locked_ones_by_administrators() {
    for (admin, scopes, kind, locked, outcome) in [
        (false, "api", "project_type", false, Ok(())),
        (false, "api", "project_type", true, Err(Reason::Locked)),
        (true, "api", "project_type", true, Ok(())),
        (true, "api", "group_type", false, Err(Reason::GroupAssign)),
        (true, "api", "instance_type", false, Err(Reason::InstanceAssign)),
        (false, "read_api", "project_type", false, Err(Reason::ReadOnly)),
        (false, "read_api,manage_runner", "project_type", false, Err(Reason::NoApiScope)),
    ] {
        assert_eq!(assign(&who(admin, scopes), &runner(kind), locked, None), outcome, "{scopes} {kind}");
    }
    let sees_all = Who { lists_instance: true, ..who(true, "api") };
    assert_eq!(assign(&sees_all, &runner("project_type"), false, Some(&[])), Err(Reason::Orphaned));
    assert_eq!(
        assign(&who(false, "api"), &runner("project_type"), false, Some(&[])),
        Ok(()),
        "it may have hidden ones"
    );
}

#[test]
fn the_owner_project_keeps_its_runner() {
    for (admin, locked, is_owner, outcome) in [
        (false, false, false, Ok(())),
        (false, true, false, Err(Reason::Locked)),
        (true, true, false, Ok(())),
        (true, false, true, Err(Reason::OwnerProject)),
        (false, true, true, Err(Reason::Locked)),
        (true, true, true, Err(Reason::OwnerProject)),
    ] {
        assert_eq!(unassign(&who(admin, "api"), locked, is_owner), outcome);
    }
    assert_eq!(unassign(&who(true, "manage_runner"), false, false), Err(Reason::NoApiScope));
}

#[test]
fn the_instances_registration_token_is_for_administrators() {
    let reset = |admin, of| reset_registration_token(&who(admin, "api"), &of);
    assert_eq!(reset(false, RunnerType::Instance), Err(Reason::InstanceRegistration));
    assert_eq!(reset(true, RunnerType::Instance), Ok(()));
    assert_eq!(reset(false, RunnerType::Group), Ok(()));
}
