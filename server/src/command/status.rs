use super::Done;
use crate::config::Data;
use clap::Args;
use domain::{
    access::Caller,
    audit, imports,
    jobs::{self, Trouble},
};
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
        if !self.json {
            say!("{} in {}", domain.db.engine(), data.data.display())?;
        }
        let mut accounts = Vec::new();
        for account in domain::account::list(&domain).await? {
            let host = Caller::host(account.id);
            let fresh = imports::freshness(&domain, &host).await?;
            let trail = audit::state(&domain, &host).await?;
            if !self.json {
                say!("{} {}", account.mpn_id, account.name)?;
                for it in &fresh {
                    let span = it.oldest.zip(it.newest).map_or_else(|| "–".into(), |(a, b)| format!("{a} to {b}"));
                    say!("  {:<32} {span:<20} {} rows", it.dataset.key(), it.rows)?;
                }
                say!("  audit trail: {} rows, {}", trail.rows, told(&trail))?;
            }
            let verified = trail.checked.as_ref().map(|(at, verdict)| json!({ "at": at, "verdict": verdict }));
            accounts.push(json!({
                "mpn_id": account.mpn_id,
                "name": account.name,
                "datasets": fresh,
                "audit": { "rows": trail.rows, "verified": verified },
            }));
        }
        let trouble = jobs::trouble(&domain).await?;
        if self.json {
            let all = json!({ "version": env!("CARGO_PKG_VERSION"), "engine": domain.db.engine(), "data": data.data, "accounts": accounts, "failed_jobs": trouble });
            say!("{}", serde_json::to_string_pretty(&all)?)?;
        } else if accounts.is_empty() {
            say!("No account yet; add one with `seatscope account add`.")?;
        }
        if !self.json {
            for Trouble { kind, attempts, again, error } in &trouble {
                let again = again.map_or_else(|| "given up".into(), |at| format!("again at {at}"));
                say!("job {kind}: failed {attempts} times, {again}: {error}")?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// How the audit trail stood when it was last verified.
fn told(trail: &audit::State) -> String {
    match &trail.checked {
        None => "not verified yet".into(),
        Some((at, verdict)) if verdict.fault.is_none() => format!("verified up to {} at {at}", verdict.seq),
        Some((at, _)) => format!("TAMPERED WITH, as of {at}: see `seatscope audit verify`"),
    }
}
