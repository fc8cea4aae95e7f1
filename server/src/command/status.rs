use super::Done;
use crate::config::Data;
use clap::Args;
use domain::{access::Caller, imports};
use serde_json::json;
use std::process::ExitCode;

/// Show the accounts of this installation and how fresh their data is.
#[derive(Args)]
#[command(after_help = "Example:\n  seatscope status --json")]
pub(super) struct Status {
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

impl Status {
    pub(super) async fn run(self, data: &Data) -> Done {
        let domain = data.open().await?;
        let mut accounts = Vec::new();
        for account in domain::account::list(&domain).await? {
            let fresh = imports::freshness(&domain, &Caller::host(account.id)).await?;
            if !self.json {
                say!("{} {}", account.mpn_id, account.name)?;
                for it in &fresh {
                    let span = it.oldest.zip(it.newest).map_or_else(|| "–".into(), |(a, b)| format!("{a} to {b}"));
                    say!("  {:<32} {span:<20} {} rows", it.dataset.key(), it.rows)?;
                }
            }
            accounts.push(json!({ "mpn_id": account.mpn_id, "name": account.name, "datasets": fresh }));
        }
        if self.json {
            let all = json!({ "version": env!("CARGO_PKG_VERSION"), "data": data.data, "accounts": accounts });
            say!("{}", serde_json::to_string_pretty(&all)?)?;
        } else if accounts.is_empty() {
            say!("No account yet; add one with `seatscope account add`.")?;
        }
        Ok(ExitCode::SUCCESS)
    }
}
