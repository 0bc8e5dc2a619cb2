//! The words that generated things are named with.

/// What departments are called.
pub const GROUPS: [&str; 20] = [
    "platform",
    "payments",
    "search",
    "mobile",
    "data",
    "identity",
    "logistics",
    "imaging",
    "billing",
    "maps",
    "telemetry",
    "research",
    "storage",
    "catalog",
    "partners",
    "security",
    "insight",
    "devices",
    "media",
    "support",
];

/// What projects are called.
pub const PROJECTS: [&str; 20] = [
    "api",
    "web",
    "worker",
    "gateway",
    "schema",
    "docs",
    "ios-app",
    "android-app",
    "cli",
    "importer",
    "exporter",
    "dashboard",
    "scheduler",
    "firmware",
    "charts",
    "model",
    "proxy",
    "sdk",
    "infra",
    "landing-page",
];

/// Where machines stand.
pub const PLACES: [&str; 10] =
    ["fra1", "ams2", "nyc3", "sgp1", "lab", "basement", "eu-west", "us-east", "rack-b", "office"];

/// A kind of machine: what it is called, its platform and architecture, its tags, its executor.
pub struct Machine {
    pub name: &'static str,
    pub platform: &'static str,
    pub architecture: &'static str,
    pub tags: &'static [&'static str],
    pub executor: &'static str,
}

/// The kinds of machines.
pub const MACHINES: [Machine; 7] = [
    Machine {
        name: "docker",
        platform: "linux",
        architecture: "amd64",
        tags: &["docker", "linux"],
        executor: "docker",
    },
    Machine {
        name: "k8s",
        platform: "linux",
        architecture: "amd64",
        tags: &["kubernetes", "linux", "autoscale"],
        executor: "kubernetes",
    },
    Machine { name: "arm", platform: "linux", architecture: "arm64", tags: &["arm64", "docker"], executor: "docker" },
    Machine {
        name: "gpu",
        platform: "linux",
        architecture: "amd64",
        tags: &["gpu", "cuda", "linux"],
        executor: "docker",
    },
    Machine {
        name: "mac",
        platform: "darwin",
        architecture: "arm64",
        tags: &["macos", "xcode", "shell"],
        executor: "shell",
    },
    Machine {
        name: "win",
        platform: "windows",
        architecture: "amd64",
        tags: &["windows", "powershell"],
        executor: "docker-windows",
    },
    Machine {
        name: "deploy",
        platform: "linux",
        architecture: "amd64",
        tags: &["deploy", "production"],
        executor: "shell",
    },
];

/// Tags that any machine may have.
pub const EXTRA_TAGS: [&str; 8] = ["large", "small", "staging", "nightly", "e2e", "release", "cache", "spot"];

/// Versions of the runner program and their commits.
pub const VERSIONS: [(&str, &str); 6] = [
    ("19.0.1", "f1a3c2d9"),
    ("18.9.1", "ab12cd34"),
    ("18.2.0", "c24769e8"),
    ("17.11.0", "0f67ff19"),
    ("16.11.1", "535ced5f"),
    ("15.4.2", "98daeee0"),
];

/// What is noted about machines.
pub const NOTES: [&str; 4] = [
    "Second rack from the left.",
    "Restart the agent after kernel updates.",
    "Leased until March.",
    "Ask the lab first.",
];

/// Stages and jobs.
pub const JOBS: [(&str, &str); 6] = [
    ("build", "compile"),
    ("test", "unit"),
    ("test", "integration"),
    ("test", "lint"),
    ("deploy", "staging"),
    ("deploy", "review"),
];

/// Why jobs fail.
pub const FAILURES: [&str; 4] =
    ["script_failure", "job_execution_timeout", "runner_system_failure", "stuck_or_timeout_failure"];
