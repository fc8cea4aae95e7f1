use super::{Done, account};
use crate::config::Data;
use clap::Subcommand;
use domain::{Domain, account::Account, audit};
use model::{Fault, Verdict};
use serde_json::json;
use std::{error::Error, process::ExitCode};

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
    /// Seal the record anew, after the secret.key that sealed it was lost.
    ///
    /// A record with which anything else is wrong is left as it is, and the exit status is 1. That it was sealed anew stands in the
    /// record itself.
    #[command(after_help = "Example:\n  seatscope audit seal --account 9000001")]
    Seal {
        /// The account's MPN id; all accounts without it.
        #[arg(long, value_name = "ID")]
        account: Option<String>,
    },
}

impl Command {
    pub(super) async fn run(self, data: &Data) -> Done {
        let domain = data.open().await?;
        let whole = match self {
            Self::Verify { account, json } => verify(&domain, account, json).await?,
            Self::Seal { account } => seal(&domain, account).await?,
        };
        domain.db.close().await;
        Ok(if whole { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}

async fn verify(domain: &Domain, wanted: Option<String>, json: bool) -> Result<bool, Box<dyn Error>> {
    let mut whole = true;
    for account in accounts(domain, wanted).await? {
        let verdict = audit::verify_on_host(domain, account.id).await?;
        whole &= verdict.fault.is_none();
        if json {
            say!("{}", json!({ "mpn_id": account.mpn_id, "verdict": verdict }))?;
        } else {
            say!("{} {}", account.mpn_id, told(&verdict))?;
        }
    }
    Ok(whole)
}

async fn seal(domain: &Domain, wanted: Option<String>) -> Result<bool, Box<dyn Error>> {
    let mut whole = true;
    for account in accounts(domain, wanted).await? {
        let found = audit::seal(domain, account.id).await?;
        if let Some(Fault::Unsealed(_)) = found.fault {
            say!("{} sealed anew: {} rows, of which the last has {}", account.mpn_id, found.seq, found.hash)?;
        } else {
            whole &= found.fault.is_none();
            say!("{} {}", account.mpn_id, told(&found))?;
        }
    }
    Ok(whole)
}

/// The account that is wanted; all of them when none is.
async fn accounts(domain: &Domain, wanted: Option<String>) -> Result<Vec<Account>, Box<dyn Error>> {
    match wanted {
        Some(mpn_id) => Ok(vec![account(domain, &mpn_id).await?]),
        None => Ok(domain::account::list(domain).await?),
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
                "row {row}, the newest, was not sealed by this installation: is secret.key the one that goes with the database? If that one \
                 is lost: seatscope audit seal"
            )
        }
    };
    format!("TAMPERED WITH: {wrong}. Right up to row {seq}, which has {hash}")
}
