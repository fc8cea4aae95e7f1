//! The command line. Exit status: 0 done, 1 not done, 2 wrong use, 3 done but some rows are in quarantine.

/// Prints a line; an error, not a panic, when nobody reads it any more.
macro_rules! say {
    ($($line:tt)*) => {{
        use std::io::Write as _;
        writeln!(std::io::stdout(), $($line)*)
    }};
}

mod account;
mod audit;
mod demo;
mod import;
mod migrate;
mod report;
mod sample;
mod serve;
mod status;
mod token;
mod user;

use crate::config::Data;
use clap::{Parser, Subcommand};
use domain::{Domain, account::Account};
use std::{error::Error, process::ExitCode};

/// What a command comes to.
type Done = Result<ExitCode, Box<dyn Error>>;

/// Licence analytics for companies that resell Microsoft cloud licences.
#[derive(Parser)]
#[command(version, propagate_version = true, name = "seatscope")]
pub(crate) struct Program {
    #[command(flatten)]
    data: Data,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Serve(Box<serve::Serve>),
    Demo(demo::Demo),
    Sample(sample::Sample),
    /// Partner accounts.
    #[command(subcommand)]
    Account(account::Command),
    /// People of a partner account.
    #[command(subcommand)]
    User(user::Command),
    /// API tokens, for programs.
    #[command(subcommand)]
    Token(token::Command),
    Import(import::Import),
    /// The record of who did what.
    #[command(subcommand)]
    Audit(audit::Command),
    /// Figures of a month. Reading them here is audited.
    #[command(subcommand)]
    Report(report::Command),
    Migrate(migrate::Migrate),
    Status(status::Status),
}

impl Program {
    /// Does what the command line says.
    pub(crate) async fn run(self) -> Done {
        let data = &self.data;
        match self.command {
            Command::Serve(it) => it.run(data).await,
            Command::Demo(it) => it.run(data).await,
            Command::Sample(it) => it.run(),
            Command::Account(it) => it.run(data).await,
            Command::User(it) => it.run(data).await,
            Command::Token(it) => it.run(data).await,
            Command::Import(it) => it.run(data).await,
            Command::Audit(it) => it.run(data).await,
            Command::Report(it) => it.run(data).await,
            Command::Migrate(it) => it.run(data).await,
            Command::Status(it) => it.run(data).await,
        }
    }
}

/// The account with an MPN id, or an error that lists those there are.
async fn account(domain: &Domain, mpn_id: &str) -> Result<Account, Box<dyn Error>> {
    let all = domain::account::list(domain).await?;
    let known = all.iter().map(|account| account.mpn_id.as_str()).collect::<Vec<_>>().join(", ");
    all.into_iter().find(|account| account.mpn_id == mpn_id).ok_or_else(|| match known.as_str() {
        "" => format!("there is no account {mpn_id}; add it with `seatscope account add`").into(),
        known => format!("there is no account {mpn_id}; there are: {known}").into(),
    })
}
