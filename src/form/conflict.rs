//! Two people changed the same runner: what each of them did since the form was opened, and what comes of it.

use super::{Field, RunnerForm};
use crate::gitlab::runner::RunnerDetails;

/// A field that both changed, to different values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Which.
    pub field: Field,
    /// What the form says, in words.
    pub mine: String,
    /// What GitLab says now, in words.
    pub theirs: String,
}

/// A form as if it had been opened on the runner as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rebased {
    /// Fields that only the other changed say what GitLab says now; tags that both changed are merged; conflicts say
    /// what the form said. Its changes are to be asked of the runner as it is now.
    pub form: RunnerForm,
    /// What somebody has to decide. To keep mine needs nothing, the form has it; [`take_theirs`] is the other answer.
    pub conflicts: Vec<Conflict>,
    /// A sentence about merged tags.
    pub merged: Option<String>,
}

/// Carries a form over from the runner as it was when the form was opened to the runner as it is now.
pub fn rebase(form: &RunnerForm, original: &RunnerDetails, current: &RunnerDetails) -> Rebased {
    let (base, theirs) = (RunnerForm::from(original), RunnerForm::from(current));
    let mut rebased = Rebased { form: form.clone(), conflicts: Vec::new(), merged: None };
    for field in Field::ALL.into_iter().filter(|field| !theirs.agrees(&base, *field)) {
        if form.agrees(&base, field) || form.agrees(&theirs, field) {
            rebased.form.take(field, &theirs);
        } else if field == Field::Tags {
            (rebased.form.tags, rebased.merged) =
                merge_tags(&form.clean_tags(), &base.clean_tags(), &theirs.clean_tags());
        } else {
            rebased.conflicts.push(Conflict { field, mine: form.shown(field), theirs: theirs.shown(field) });
        }
    }
    rebased
}

/// Gives a field up for what GitLab says now.
pub fn take_theirs(form: &mut RunnerForm, field: Field, current: &RunnerDetails) {
    form.take(field, &RunnerForm::from(current));
}

/// Both sides' additions and removals. They cannot contradict each other: only what was there can be removed, and only
/// what was not can be added.
fn merge_tags(mine: &[String], base: &[String], theirs: &[String]) -> (Vec<String>, Option<String>) {
    let removed = without(base, mine);
    let mut merged = without(theirs, &removed.iter().map(|tag| (*tag).clone()).collect::<Vec<_>>());
    merged.extend(mine.iter().filter(|tag| !base.contains(tag) && !theirs.contains(tag)));
    // What both did alike is no news.
    let news: Vec<_> = [
        ("added", without(theirs, base).into_iter().filter(|tag| !mine.contains(tag)).collect::<Vec<_>>()),
        ("removed", without(base, theirs).into_iter().filter(|tag| mine.contains(tag)).collect()),
    ]
    .iter()
    .filter(|(_, tags)| !tags.is_empty())
    .map(|(what, tags)| format!("{what} {}", listed(tags)))
    .collect();
    let sentence = format!("Tags were changed by someone else too: {}. Both changes are kept.", news.join("; "));
    (merged.into_iter().cloned().collect(), (!news.is_empty()).then_some(sentence))
}

fn without<'a>(tags: &'a [String], others: &[String]) -> Vec<&'a String> {
    tags.iter().filter(|tag| !others.contains(tag)).collect()
}

fn listed(tags: &[&String]) -> String {
    tags.iter().map(|tag| tag.as_str()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gitlab::runner_changes::RunnerChanges;

    fn details(json: &str) -> RunnerDetails {
        serde_json::from_str(&format!(r#"{{"id":41,{json}}}"#)).unwrap()
    }

    fn conflict(field: Field, mine: &str, theirs: &str) -> Conflict {
        Conflict { field, mine: mine.to_owned(), theirs: theirs.to_owned() }
    }

    #[test]
    fn a_field_that_both_changed_is_for_somebody_to_decide() {
        let original = details(r#""description":"a","maximum_timeout":3600"#);
        let current = details(r#""description":"b""#);
        let mut form = RunnerForm::from(&original);
        form.description = " c ".to_owned();
        form.maximum_timeout = "2h".to_owned();
        let mut rebased = rebase(&form, &original, &current);
        let conflicts = [conflict(Field::Description, "c", "b"), conflict(Field::MaximumTimeout, "2 hours", "None")];
        assert_eq!(rebased.conflicts, conflicts);
        take_theirs(&mut rebased.form, Field::Description, &current);
        let expected = RunnerChanges { maximum_timeout: Some(Some(7200)), ..RunnerChanges::default() };
        assert_eq!(rebased.form.changes(&current), Ok(expected));
    }

    #[test]
    fn what_only_the_other_changed_is_not_undone() {
        let original = details(r#""description":"a","paused":false,"maintenance_note":"x""#);
        let current = details(r#""description":"b","paused":true,"maintenance_note":"x""#);
        let mut form = RunnerForm::from(&original);
        form.maintenance_note = "y".to_owned();
        let rebased = rebase(&form, &original, &current);
        assert_eq!((rebased.conflicts, rebased.merged), (vec![], None));
        let expected = RunnerChanges { maintenance_note: Some("y".to_owned()), ..RunnerChanges::default() };
        assert_eq!(rebased.form.changes(&current), Ok(expected));
    }

    #[test]
    fn what_both_changed_alike_needs_nothing() {
        let original = details(r#""description":"a","paused":false,"tag_list":["gpu"],"maximum_timeout":3600"#);
        let current = details(r#""description":"b","paused":true,"tag_list":["arm","gpu"],"maximum_timeout":5400"#);
        let form = RunnerForm {
            description: "b ".to_owned(),
            paused: true,
            tags: vec!["gpu".to_owned(), "arm".to_owned()],
            maximum_timeout: "90m".to_owned(),
            ..RunnerForm::from(&original)
        };
        let rebased = rebase(&form, &original, &current);
        assert_eq!((&rebased.conflicts, &rebased.merged), (&vec![], &None));
        assert_eq!(rebased.form.changes(&current), Ok(RunnerChanges::default()));
    }

    #[test]
    fn an_untouched_runner_leaves_the_form_alone() {
        let original = details(r#""description":"a","tag_list":["gpu"]"#);
        let form =
            RunnerForm { description: " b".to_owned(), maximum_timeout: "x".to_owned(), ..RunnerForm::from(&original) };
        let rebased = rebase(&form, &original, &original.clone());
        assert_eq!(rebased, Rebased { form, conflicts: vec![], merged: None });
    }

    #[test]
    fn tags_are_merged() {
        for (mine, base, theirs, merged, news) in [
            ("gpu,a", "gpu", "gpu,b", "gpu,b,a", Some("added b")),
            ("gpu", "gpu,old", "gpu,old,b,c", "gpu,b,c", Some("added b, c")),
            ("gpu,old,a", "gpu,old", "gpu", "gpu,a", Some("removed old")),
            ("a", "x,y", "y,b", "b,a", Some("added b")),
            ("x,y,a", "x,y", "y,b", "y,b,a", Some("added b; removed x")),
            ("gpu,a,b", "gpu", "gpu,b", "gpu,b,a", None),
        ] {
            let list = |tags: &str| crate::format::split_tags(tags);
            let sentence =
                news.map(|news| format!("Tags were changed by someone else too: {news}. Both changes are kept."));
            assert_eq!(
                merge_tags(&list(mine), &list(base), &list(theirs)),
                (list(merged), sentence),
                "{mine} {theirs}"
            );
        }
    }

    #[test]
    fn tags_that_nobody_changed_here_follow_the_other() {
        let original = details(r#""tag_list":["a"]"#);
        let current = details(r#""tag_list":["b"]"#);
        let rebased = rebase(&RunnerForm::from(&original), &original, &current);
        assert_eq!((rebased.form.tags, rebased.merged), (vec!["b".to_owned()], None));
    }
}
