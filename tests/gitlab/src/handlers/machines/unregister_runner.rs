//! `DELETE /runners`: a runner takes itself out, whatever it serves.

use crate::answer::{self, Outcome};
use crate::ask::Ask;
use crate::params::check::Check;
use crate::unmodified;
use crate::world::World;

/// Answers the call.
pub fn answer(world: &mut World, ask: &Ask) -> Outcome {
    let mut check = Check::new(&ask.params);
    check.required("token");
    let token = check.text("token");
    check.finish()?;
    let runner = super::find(world, token.as_deref(), ask.now)?;
    unmodified::check(ask, runner.updated_at)?;
    let id = runner.id;
    world.remove_runner(id);
    Ok(answer::bare(204))
}

#[cfg(test)]
mod tests {
    use crate::sample::{Sample, refusal};

    #[test]
    fn refusals_come_in_order() {
        let mut gitlab = Sample::new();
        for (body, status, text) in [
            ("", 400, "token is missing"),
            ("token=", 403, "403 Forbidden"),
            ("token=glrtr-nobody", 403, "403 Forbidden"),
        ] {
            let headers = [("content-type", "application/x-www-form-urlencoded")];
            let answer = gitlab.send("DELETE", "runners", &headers, body.as_bytes());
            assert_eq!(refusal(&answer), (status, text.to_owned()), "{body}");
        }
        let since = [("if-unmodified-since", "Thu, 01 Oct 2026 11:00:00 GMT")];
        let answer = gitlab.send("DELETE", "runners?token=glrt-t3_runner41", &since, b"");
        assert_eq!(refusal(&answer), (412, "412 Precondition Failed".to_owned()));
    }

    #[test]
    fn the_token_may_stand_in_query_form_or_json() {
        for (path, content_type, body) in [
            ("runners?token=glrt-t3_runner42", "text/html", ""),
            ("runners", "application/x-www-form-urlencoded", "token=glrt-t3_runner42"),
            ("runners", "application/json", r#"{"token":"glrt-t3_runner42"}"#),
        ] {
            let mut gitlab = Sample::new();
            let answer = gitlab.send("DELETE", path, &[("content-type", content_type)], body.as_bytes());
            assert_eq!((answer.status, answer.body.len()), (204, 0), "{path} {content_type}");
            assert_eq!(gitlab.get("runners/42", "glpat-root").status, 404);
            let again = gitlab.send("DELETE", path, &[("content-type", content_type)], body.as_bytes());
            assert_eq!(again.status, 403);
        }
    }
}
