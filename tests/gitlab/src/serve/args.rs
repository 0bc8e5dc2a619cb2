//! The command line. It does not know what the options do.

use std::path::PathBuf;

/// How the command is used.
pub const USAGE: &str = "fake-gitlab [--world FILE] [--port N] [--latency MS] [--chaos PERCENT] [--clock TIME] \
    [--control-port N] [--site DIR [--site-port N] [--site-base PATH]] | --check-world FILE";

/// What the command is to do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Args {
    /// Only read this world.
    pub check: Option<PathBuf>,
    /// The world; the example without one.
    pub world: Option<PathBuf>,
    /// GitLab's port, 0 for a free one.
    pub port: u16,
    /// Milliseconds before each answer.
    pub latency: u64,
    /// How many of a hundred requests go wrong.
    pub chaos: u64,
    /// The instant at which the clock stands still.
    pub clock: Option<String>,
    /// The control port, if there is to be one.
    pub control_port: Option<u16>,
    /// The folder to serve.
    pub site: Option<PathBuf>,
    /// The folder's port.
    pub site_port: Option<u16>,
    /// The path below which it is served.
    pub site_base: Option<String>,
}

impl Args {
    /// Reads the arguments; one sentence, if they make no sense.
    pub fn read(args: impl IntoIterator<Item = String>) -> Result<Self, String> {
        let mut read = Self::default();
        let mut args = args.into_iter();
        while let Some(option) = args.next() {
            let mut value = || args.next().ok_or_else(|| format!("The option {option} needs a value."));
            match option.as_str() {
                "--check-world" => read.check = Some(value()?.into()),
                "--world" => read.world = Some(value()?.into()),
                "--port" => read.port = number(&option, &value()?, 65_535)?,
                "--latency" => read.latency = number(&option, &value()?, 600_000)?,
                "--chaos" => read.chaos = number(&option, &value()?, 100)?,
                "--clock" => read.clock = Some(value()?),
                "--control-port" => read.control_port = Some(number(&option, &value()?, 65_535)?),
                "--site" => read.site = Some(value()?.into()),
                "--site-port" => read.site_port = Some(number(&option, &value()?, 65_535)?),
                "--site-base" => read.site_base = Some(value()?),
                _ => return Err(format!("There is no option {option:?}; use it so: {USAGE}")),
            }
        }
        if read.site.is_none() && (read.site_port.is_some() || read.site_base.is_some()) {
            return Err("The options --site-port and --site-base need --site.".to_owned());
        }
        Ok(read)
    }
}

fn number<T: TryFrom<u64>>(option: &str, text: &str, most: u64) -> Result<T, String> {
    let number = text.parse().ok().filter(|number| *number <= most).and_then(|number: u64| T::try_from(number).ok());
    number.ok_or_else(|| format!("The option {option} needs a number from 0 to {most}, not {text:?}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Args, String> {
        Args::read(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn every_option_is_read() {
        let args = read("--world w.json --port 8080 --latency 20 --chaos 10 --control-port 0 --site dist --site-port 9 --site-base /a/b/").unwrap();
        assert_eq!(
            (args.port, args.latency, args.chaos, args.control_port, args.site_port),
            (8080, 20, 10, Some(0), Some(9))
        );
        assert_eq!(
            (args.world, args.site, args.site_base.as_deref()),
            (Some("w.json".into()), Some("dist".into()), Some("/a/b/"))
        );
        assert_eq!(read(""), Ok(Args::default()));
    }

    #[test]
    fn nonsense_is_refused_in_one_sentence() {
        for (line, sentence) in [
            ("--port", "The option --port needs a value."),
            ("--port 99999", "The option --port needs a number from 0 to 65535, not \"99999\"."),
            ("--chaos many", "The option --chaos needs a number from 0 to 100, not \"many\"."),
            ("--site-port 1", "The options --site-port and --site-base need --site."),
        ] {
            assert_eq!(read(line).unwrap_err(), sentence);
        }
        assert!(read("--wrld x").unwrap_err().starts_with("There is no option \"--wrld\""));
    }
}
