//! The command `fake-gitlab`: from arguments to open ports.

use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use super::args::Args;
use super::clock::Clock;
use super::control;
use super::http;
use super::site::Site;
use super::stage::{Shared, Stage};
use crate::time;
use crate::world::World;

/// The arguments or the world are at fault.
const BAD_INPUT: u8 = 2;
/// The machine would not have it.
const FAILURE: u8 = 1;

type Stopped = (u8, String);

/// Runs the command until it is stopped from outside.
pub fn run(args: impl IntoIterator<Item = String>) -> ExitCode {
    match start(args) {
        Ok(()) => ExitCode::SUCCESS,
        Err((code, why)) => {
            eprintln!("{why}");
            ExitCode::from(code)
        }
    }
}

fn start(args: impl IntoIterator<Item = String>) -> Result<(), Stopped> {
    let args = Args::read(args).map_err(|why| bad(&why))?;
    let clock = clock(&args)?;
    if let Some(path) = &args.check {
        return read_world(path, clock.now()).map(drop);
    }
    let world = match &args.world {
        Some(path) => read_world(path, clock.now())?,
        None => World::example(clock.now()).map_err(|why| bad(&why))?,
    };
    if let Some(folder) = args.site.as_ref().filter(|folder| !folder.is_dir()) {
        return Err(bad(&format!("There is no folder {}.", folder.display())));
    }
    let runtime = tokio::runtime::Runtime::new().map_err(|why| failed(&why))?;
    runtime.block_on(listen(&args, Shared::new(Stage::new(world, clock, args.chaos))))
}

/// Opens the ports, tells which, and answers for good.
async fn listen(args: &Args, shared: Shared) -> Result<(), Stopped> {
    let gitlab = bind(args.port).await?;
    if let Some(port) = args.control_port {
        let listener = bind(port).await?;
        println!("control on {}", http::url(&listener).map_err(|why| failed(&why))?);
        tokio::spawn(http::serve(listener, control::router(shared.clone())));
    }
    if let Some(folder) = &args.site {
        let site = Site::new(folder, args.site_base.as_deref().unwrap_or("/"));
        let listener = bind(args.site_port.unwrap_or(0)).await?;
        println!("site on {}{}", http::url(&listener).map_err(|why| failed(&why))?, site.base());
        tokio::spawn(http::serve(listener, site.router()));
    }
    println!("listening on {}", http::url(&gitlab).map_err(|why| failed(&why))?);
    http::serve(gitlab, http::gitlab(shared, Duration::from_millis(args.latency))).await.map_err(|why| failed(&why))
}

async fn bind(port: u16) -> Result<tokio::net::TcpListener, Stopped> {
    http::bind(port).await.map_err(|error| failed(&format!("The port {port} cannot be had: {error}.")))
}

fn clock(args: &Args) -> Result<Clock, Stopped> {
    match &args.clock {
        None => Ok(Clock::Running { ahead: 0 }),
        Some(text) => match time::parse(text) {
            Some(at) => Ok(Clock::Stopped { at }),
            None => Err(bad(&format!("The option --clock needs a time like 2026-11-01T09:30:00Z, not {text:?}."))),
        },
    }
}

fn read_world(path: &Path, start: i64) -> Result<World, Stopped> {
    let text = fs::read_to_string(path)
        .map_err(|error| bad(&format!("The world {} cannot be read: {error}.", path.display())))?;
    World::from_json(&text, start).map_err(|why| bad(&why))
}

fn bad(why: &impl ToString) -> Stopped {
    (BAD_INPUT, why.to_string())
}

fn failed(why: &impl ToString) -> Stopped {
    (FAILURE, why.to_string())
}
