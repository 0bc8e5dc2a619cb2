//! What the managers of a runner say about it together: where it is, and which version it is.

use crate::gitlab::runner::RunnerDetails;
use crate::gitlab::runner_manager::RunnerManager;
use crate::gitlab::term::RunnerStatus;

/// Where a runner's machines are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// All that is known is one address.
    One(String),
    /// Several machines, each with its own.
    Several,
    /// Nobody told.
    Unknown,
}

/// The address of a runner. GitLab 17 and newer leave it out of the runner and tell it with each manager;
/// older ones have no list of managers and tell it with the runner (`lib/api/entities/ci/runner.rb`).
pub fn address(details: &RunnerDetails, managers: Option<&[RunnerManager]>) -> Address {
    let own = details.runner.address();
    let mut told: Vec<&str> = managers.unwrap_or_default().iter().filter_map(known_address).collect();
    told.sort_unstable();
    told.dedup();
    match (told.as_slice(), own) {
        ([], None) => Address::Unknown,
        ([], Some(one)) | (&[one], _) => Address::One(one.to_owned()),
        _ => Address::Several,
    }
}

/// How many managers have this version, and how many there are, where they do not all have it.
pub fn version_share(version: &str, managers: &[RunnerManager]) -> Option<(usize, usize)> {
    let same = managers.iter().filter(|manager| manager.version.as_deref() == Some(version)).count();
    (same < managers.len()).then_some((same, managers.len()))
}

/// How many of them made contact lately.
pub fn online(managers: &[RunnerManager]) -> usize {
    managers.iter().filter(|manager| manager.status == Some(RunnerStatus::Online)).count()
}

fn known_address(manager: &RunnerManager) -> Option<&str> {
    manager.ip_address.as_deref().filter(|address| !address.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn managers(json: &str) -> Vec<RunnerManager> {
        serde_json::from_str(json).unwrap()
    }

    fn details(json: &str) -> RunnerDetails {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn the_address_comes_from_wherever_this_gitlab_tells_it() {
        let one = || Address::One("10.4.0.57".to_owned());
        let old = r#"{"id":1,"ip_address":"10.4.0.57"}"#;
        let new = r#"{"id":1,"ip_address":""}"#;
        for (runner, told, address_of) in [
            (old, None, one()),
            (old, Some("[]"), one()),
            (new, None, Address::Unknown),
            (new, Some(r#"[{"id":1,"ip_address":null}]"#), Address::Unknown),
            (new, Some(r#"[{"id":1,"ip_address":"10.4.0.57"}]"#), one()),
            (new, Some(r#"[{"id":1,"ip_address":"10.4.0.57"},{"id":2,"ip_address":"10.4.0.57"}]"#), one()),
            (new, Some(r#"[{"id":1,"ip_address":"10.4.0.57"},{"id":2,"ip_address":"10.4.0.58"}]"#), Address::Several),
        ] {
            let managers = told.map(managers);
            assert_eq!(address(&details(runner), managers.as_deref()), address_of, "{runner} {told:?}");
        }
    }

    #[test]
    fn a_version_that_all_share_is_only_said_once() {
        let three = managers(r#"[{"id":1,"version":"17.5.3"},{"id":2,"version":"17.5.3"},{"id":3}]"#);
        assert_eq!(version_share("17.5.3", &three), Some((2, 3)));
        assert_eq!(version_share("17.5.3", &three[..2]), None);
        assert_eq!(version_share("17.5.3", &[]), None);
    }
}
