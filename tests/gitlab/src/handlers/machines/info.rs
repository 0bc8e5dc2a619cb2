//! What a machine tells of itself in `info`.

use serde_json::{Map, Value};

use crate::ask::Ask;
use crate::world::manager::Manager;

/// The facts that a machine told, and where it called from.
pub struct Info {
    told: Map<String, Value>,
    ip_address: String,
}

impl Info {
    /// Reads a request; what is no map tells nothing.
    pub fn read(ask: &Ask) -> Self {
        let told = ask.params.get("info").and_then(Value::as_object).cloned().unwrap_or_default();
        // The pure core sees no sockets: who comes through no proxy comes from here.
        let through = ask.header("x-forwarded-for").and_then(|list| list.split(',').next());
        Self { told, ip_address: through.unwrap_or("127.0.0.1").trim().to_owned() }
    }

    /// One of the facts.
    pub fn text(&self, key: &str) -> Option<String> {
        self.told.get(key)?.as_str().map(str::to_owned)
    }

    /// Notes the facts; what was not told stays.
    pub fn note(&self, manager: &mut Manager) {
        let Manager { version, revision, platform, architecture, executor, .. } = manager;
        for (key, field) in [
            ("version", version),
            ("revision", revision),
            ("platform", platform),
            ("architecture", architecture),
            ("executor", executor),
        ] {
            if let Some(text) = self.text(key) {
                *field = Some(text);
            }
        }
        manager.ip_address = Some(self.ip_address.clone());
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::sample;

    #[test]
    fn what_is_told_is_noted_and_the_rest_stays() {
        let mut ask = sample::ask("/x");
        ask.params.set("info", json!({"version": "15.4.0", "platform": 7}));
        ask.headers.insert("x-forwarded-for", "10.1.2.3, 10.0.0.1".parse().unwrap());
        let mut manager = Manager::new(1, "s", 0);
        manager.platform = Some("linux".to_owned());
        Info::read(&ask).note(&mut manager);
        assert_eq!((manager.version.as_deref(), manager.platform.as_deref()), (Some("15.4.0"), Some("linux")));
        assert_eq!(manager.ip_address.as_deref(), Some("10.1.2.3"));
        ask.params.set("info", "x");
        assert_eq!(Info::read(&ask).text("version"), None);
    }
}
