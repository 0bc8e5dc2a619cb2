//! `GET /version` and `GET /metadata`: for whoever is signed in.

use serde_json::json;

use crate::answer::{self, Outcome};
use crate::ask::Ask;
use crate::world::World;

/// Answers the call.
pub fn answer(world: &World, ask: &Ask) -> Outcome {
    ask.caller()?;
    let version = &world.settings.version;
    Ok(answer::ok(&json!({
        "version": version,
        "revision": "0a1b2c3d4e5",
        "kas": { "enabled": true, "externalUrl": null, "externalK8sProxyUrl": null, "version": null },
        "enterprise": version.ends_with("-ee"),
    })))
}

#[cfg(test)]
mod tests {
    use crate::sample::Sample;

    #[test]
    fn both_paths_tell_the_same() {
        let mut gitlab = Sample::new();
        gitlab.gitlab.world.settings.version = "19.0.1-ee".to_owned();
        let version = gitlab.get("version", "glpat-uma").json;
        assert_eq!((&version["version"], &version["enterprise"]), (&"19.0.1-ee".into(), &true.into()));
        assert_eq!(gitlab.get("metadata", "glpat-uma").json, version);
    }

    #[test]
    fn strangers_are_refused() {
        assert_eq!(Sample::new().get("version", "").status, 401);
    }
}
