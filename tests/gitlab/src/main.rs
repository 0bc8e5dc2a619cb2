//! The command `fake-gitlab`.

fn main() -> std::process::ExitCode {
    fake_gitlab::serve::cli::run(std::env::args().skip(1))
}
