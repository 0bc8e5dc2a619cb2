//! `POST …/reset_registration_token`: a new registration token of the instance, a group or a project. Deprecated; needs `api`, and
//! administrator, Owner or Maintainer. GitLab answers 403 where registration tokens are turned off.

use http::Method;

use super::Endpoint;
use crate::gitlab::new_runner::RunnerOwner;
use crate::gitlab::registration::ResetTokenResult;

/// Resets a registration token.
pub struct ResetRegistrationToken(pub RunnerOwner);

impl Endpoint for ResetRegistrationToken {
    type Answer = ResetTokenResult;

    fn method(&self) -> Method {
        Method::POST
    }

    fn path(&self) -> String {
        match self.0 {
            RunnerOwner::Instance => "runners/reset_registration_token".to_owned(),
            RunnerOwner::Group(id) => format!("groups/{id}/runners/reset_registration_token"),
            RunnerOwner::Project(id) => format!("projects/{id}/runners/reset_registration_token"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_owner_has_a_path() {
        for (owner, path) in [
            (RunnerOwner::Instance, "runners/reset_registration_token"),
            (RunnerOwner::Group(3), "groups/3/runners/reset_registration_token"),
            (RunnerOwner::Project(7), "projects/7/runners/reset_registration_token"),
        ] {
            let call = ResetRegistrationToken(owner);
            assert_eq!((call.method(), call.path().as_str()), (Method::POST, path));
            assert!(call.is_personal(), "it is done with one's own token");
            assert_eq!(call.body(), None);
        }
    }
}
