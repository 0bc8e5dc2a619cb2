//! `POST /user/runners`: creates a runner. Needs `api` or `create_runner`: administrators for the instance, owners for a group,
//! maintainers for a project.

use http::Method;

use super::Endpoint;
use crate::gitlab::new_runner::NewRunner;
use crate::gitlab::registration::RegistrationDetails;

/// Creates a runner; the answer holds its token, which GitLab does not tell again.
pub struct CreateRunner(pub NewRunner);

impl Endpoint for CreateRunner {
    type Answer = RegistrationDetails;

    fn method(&self) -> Method {
        Method::POST
    }

    fn path(&self) -> String {
        "user/runners".to_owned()
    }

    fn body(&self) -> Option<String> {
        serde_json::to_string(&self.0).ok()
    }
}
