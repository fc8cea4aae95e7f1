//! The `seatscope` program.

mod accept;
mod command;
mod config;
mod edge;
mod figures;
mod first_run;
mod layer;
mod paper;
#[cfg(test)]
mod policy;
mod router;
mod site;
#[cfg(test)]
mod testing;

use clap::Parser;
use std::{
    io::{ErrorKind, IsTerminal},
    process::ExitCode,
};

fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::from_default_env())
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .init();
    let program = command::Program::parse();
    // Customers' names and figures: whatever file is made, nobody but its owner reads it.
    #[cfg(unix)]
    rustix::process::umask(rustix::fs::Mode::RWXG | rustix::fs::Mode::RWXO);
    // At least four workers: rendering is bursts of work, and on a small host one page must not hold up all others.
    let workers = std::thread::available_parallelism().map_or(4, |cores| cores.get().max(4));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(workers).enable_all().build();
    let done = runtime.map_err(Into::into).and_then(|runtime| runtime.block_on(program.run()));
    done.unwrap_or_else(|error| {
        // Whoever read the output had enough of it, as in `seatscope status | head`.
        let enough = error.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == ErrorKind::BrokenPipe);
        if !enough {
            eprintln!("seatscope: {error}");
        }
        if enough { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    })
}
