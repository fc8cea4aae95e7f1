//! The `seatscope` program.

mod accept;
mod layer;
mod router;
mod site;

use clap::{Args, Parser, Subcommand};
use std::{error::Error, net::SocketAddr, path::PathBuf, process::ExitCode};

/// Licence analytics for Microsoft partners.
#[derive(Parser)]
#[command(version)]
struct Program {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Answers browsers.
    Serve(Serve),
    /// Answers browsers, with invented data.
    Demo(Serve),
}

#[derive(Args)]
struct Serve {
    /// Where to listen.
    #[arg(long, env = "SEATSCOPE_LISTEN", default_value = "127.0.0.1:3000")]
    listen: SocketAddr,
    /// The address that browsers use, if a proxy stands in front.
    #[arg(long, env = "SEATSCOPE_ORIGIN")]
    origin: Option<String>,
    /// The folder with the built browser side.
    #[arg(long, env = "SEATSCOPE_SITE")]
    site: Option<PathBuf>,
    /// For development: pages reload themselves when the server was started anew.
    #[arg(long, env = "SEATSCOPE_DEV", hide = true)]
    dev: bool,
}

fn main() -> ExitCode {
    tracing_subscriber::fmt().with_env_filter(tracing_subscriber::EnvFilter::from_default_env()).init();
    let Program { command: Command::Serve(serve) | Command::Demo(serve) } = Program::parse();
    match run(&serve) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("seatscope: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(serve: &Serve) -> Result<(), Box<dyn Error>> {
    // At least four workers: rendering is bursts of work, and on a small host one page must not hold up all others.
    let workers = std::thread::available_parallelism().map_or(4, |cores| cores.get().max(4));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(workers).enable_all().build()?;
    runtime.block_on(async {
        let site = site::SiteFolder::find(serve.site.as_deref())?;
        let https = serve.origin.as_ref().is_some_and(|origin| origin.starts_with("https://"));
        let router = router::router(&site, layer::headers::Https(https), serve.dev)?;
        let listener = tokio::net::TcpListener::bind(serve.listen).await?;
        println!("listening on http://localhost:{}", listener.local_addr()?.port());
        accept::serve(listener, router, accept::Limits::default(), accept::asked_to_stop()).await;
        Ok(())
    })
}
