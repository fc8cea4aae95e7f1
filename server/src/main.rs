//! The `seatscope` program.

mod accept;
mod command;
mod config;
mod edge;
mod layer;
mod router;
mod site;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::from_default_env())
        .with_writer(std::io::stderr)
        .init();
    let program = command::Program::parse();
    // At least four workers: rendering is bursts of work, and on a small host one page must not hold up all others.
    let workers = std::thread::available_parallelism().map_or(4, |cores| cores.get().max(4));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(workers).enable_all().build();
    let done = runtime.map_err(Into::into).and_then(|runtime| runtime.block_on(program.run()));
    done.unwrap_or_else(|error| {
        eprintln!("seatscope: {error}");
        ExitCode::FAILURE
    })
}
