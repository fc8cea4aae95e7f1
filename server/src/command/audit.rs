use super::{Done, account};
use crate::config::Data;
use clap::Subcommand;
use domain::audit;
use model::{Fault, Verdict};
use serde_json::json;
use std::process::ExitCode;

#[derive(Subcommand)]
pub(super) enum Command {
    /// Verify that nobody has changed, removed, moved, added or cut off rows of the record of who did what.
    ///
    /// Exit status 1 if anything is wrong.
    #[command(after_help = "Example:\n  seatscope audit verify --account 9000001")]
    Verify {
        /// The account's MPN id; all accounts without it.
        #[arg(long, value_name = "ID")]
        account: Option<String>,
        /// Print JSON, one object an account.
        #[arg(long)]
        json: bool,
    },
}

impl Command {
    pub(super) async fn run(self, data: &Data) -> Done {
        let Self::Verify { account: wanted, json } = self;
        let domain = data.open().await?;
        let accounts = match wanted {
            Some(mpn_id) => vec![account(&domain, &mpn_id).await?],
            None => domain::account::list(&domain).await?,
        };
        let mut whole = true;
        for account in accounts {
            let verdict = audit::verify_on_host(&domain, account.id).await?;
            whole &= verdict.fault.is_none();
            if json {
                say!("{}", json!({ "mpn_id": account.mpn_id, "verdict": verdict }))?;
            } else {
                say!("{} {}", account.mpn_id, told(&verdict))?;
            }
        }
        domain.db.close().await;
        Ok(if whole { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}

/// The verdict in words.
fn told(verdict: &Verdict) -> String {
    let Verdict { seq, hash, fault } = verdict;
    let wrong = match fault {
        None => return format!("whole: {seq} rows, the last has {hash}"),
        Some(Fault::Changed(row)) => format!("row {row} is not what was written, or stands in another's place"),
        Some(Fault::Missing(row)) => format!("row {row} is missing"),
        Some(Fault::CutShort(row)) => format!("row {row} and all after it are missing"),
        Some(Fault::Added(row)) => format!("row {row} was not written by Seatscope"),
        Some(Fault::Rewritten(row)) => format!("the rows up to {row} were written anew"),
        Some(Fault::Unsealed(row)) => {
            format!(
                "row {row}, the newest, was not sealed by this installation: is secret.key the one that goes with the database?"
            )
        }
    };
    format!("TAMPERED WITH: {wrong}. Right up to row {seq}, which has {hash}")
}
