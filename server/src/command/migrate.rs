use super::Done;
use crate::config::Data;
use clap::Args;
use std::process::ExitCode;

/// Bring the database's tables up to date. Every other command does so too; this one does nothing else.
#[derive(Args)]
#[command(after_help = "Example:\n  seatscope migrate --data /var/lib/seatscope")]
pub(super) struct Migrate;

impl Migrate {
    pub(super) async fn run(self, data: &Data) -> Done {
        data.open().await?.db.close().await;
        say!("The database is up to date.")?;
        Ok(ExitCode::SUCCESS)
    }
}
