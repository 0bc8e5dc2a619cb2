//! What is set when a runner registers: the form as it is first, and what of it is sent.

use super::{Problem, RunnerForm, check};
use crate::gitlab::runner_changes::RunnerChanges;

impl RunnerForm {
    /// As GitLab makes a runner of which nothing is said.
    pub fn unset() -> Self {
        Self {
            description: String::new(),
            tags: Vec::new(),
            maximum_timeout: String::new(),
            maintenance_note: String::new(),
            paused: false,
            run_untagged: true,
            protected: false,
            locked: false,
        }
    }

    /// What to send: only what differs from what GitLab does by itself.
    ///
    /// # Errors
    /// What GitLab is sure to refuse, for the fields at which to say it.
    pub fn registration(&self) -> Result<RunnerChanges, Vec<Problem>> {
        let problems = check::problems(self, true);
        if !problems.is_empty() {
            return Err(problems);
        }
        let unset = Self::unset();
        Ok(self.only(|field| !self.agrees(&unset, field)))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::form::Field;

    #[test]
    fn nothing_is_sent_that_nobody_chose() {
        assert_eq!(RunnerForm::unset().registration(), Ok(RunnerChanges::default()));
    }

    #[test]
    fn everything_chosen_is_sent() {
        let form = RunnerForm {
            description: " hall ".to_owned(),
            tags: vec!["gpu".to_owned()],
            maximum_timeout: "1h 30m".to_owned(),
            maintenance_note: "Rack 3".to_owned(),
            paused: true,
            run_untagged: false,
            protected: true,
            locked: true,
        };
        let expected = json!({"description": "hall", "paused": true, "tag_list": ["gpu"], "run_untagged": false,
            "locked": true, "access_level": "ref_protected", "maximum_timeout": 5400, "maintenance_note": "Rack 3"});
        assert_eq!(serde_json::to_value(form.registration().unwrap()).unwrap(), expected);
    }

    #[test]
    fn what_gitlab_is_sure_to_refuse_is_not_sent() {
        let form = RunnerForm { run_untagged: false, maximum_timeout: "9m".to_owned(), ..RunnerForm::unset() };
        let problems = form.registration().unwrap_err();
        assert_eq!(
            problems.iter().map(|problem| problem.field).collect::<Vec<_>>(),
            [Field::Tags, Field::MaximumTimeout]
        );
    }
}
