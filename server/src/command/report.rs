mod activity;

use super::{Done, account};
use crate::{
    config::Data,
    figures::{Figures, azure, datasets, growth, licenses, month_or_day, resellers, subscriptions},
};
use clap::{Args, Subcommand};
use domain::{Domain, access::Caller, audit};
use model::Month;
use serde_json::Value;
use std::{fmt, process::ExitCode};

#[derive(Subcommand)]
pub(super) enum Command {
    /// Licences sold, assigned, qualified and active.
    #[command(after_help = "Example:\n  seatscope report licenses --account 9000001 --month 2026-10 --json")]
    Licenses(OfMonth),
    /// Subscriptions: seats, billed revenue, states, new and churned.
    #[command(after_help = "Example:\n  seatscope report subscriptions --account 9000001 --month 2026-10 --json")]
    Subscriptions(OfMonth),
    /// Usage as the usage datasets give it: Office 365 by workload, Dynamics 365, Power BI.
    #[command(after_help = "Example:\n  seatscope report datasets --account 9000001 --month 2026-10 --json")]
    Datasets(OfMonth),
    /// Customers: active, new and churned in every month; of one month also by market, with the subscriptions' states.
    #[command(after_help = "Example:\n  seatscope report growth --account 9000001 --month 2026-10 --json")]
    Growth(Growth),
    /// Azure consumed revenue by month, service and customer.
    #[command(
        after_help = "Example:\n  seatscope report azure --account 9000001 --from 2026-08 --to 2026-10 --json\n\nConsumption is kept by month: a day stands for the whole month that it lies in."
    )]
    Azure(Azure),
    /// Resellers: active ones and billed revenue in every month.
    #[command(after_help = "Example:\n  seatscope report resellers --account 9000001 --json")]
    Resellers(Of),
    /// What was done to customers: records by operation, those that failed, and those of no customer.
    #[command(
        after_help = "Examples:\n  seatscope report activity --account 9000001 --from 2026-10 --to 2026-10 --json\n  seatscope report activity --account 9000001 --from 2026-10-05 --to 2026-10-11"
    )]
    Activity(activity::Activity),
}

#[derive(Args)]
pub(super) struct Of {
    /// The account's MPN id.
    #[arg(long, value_name = "ID")]
    account: String,
    /// Print JSON: every figure, unknown ones as null.
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct OfMonth {
    #[command(flatten)]
    of: Of,
    /// The month.
    #[arg(long, value_name = "2026-10")]
    month: Month,
}

#[derive(Args)]
pub(super) struct Growth {
    #[command(flatten)]
    of: Of,
    /// The month of what is not by month; the latest one when not given.
    #[arg(long, value_name = "2026-10")]
    month: Option<Month>,
}

#[derive(Args)]
pub(super) struct Azure {
    #[command(flatten)]
    of: Of,
    /// The first month, or a day of it; the first with data when not given.
    #[arg(long, value_name = "2026-08", value_parser = month)]
    from: Option<Month>,
    /// The last month, or a day of it; the last with data when not given.
    #[arg(long, value_name = "2026-10", value_parser = month)]
    to: Option<Month>,
}

fn month(text: &str) -> Result<Month, &'static str> {
    month_or_day(text).ok_or("write it as 2026-10 or 2026-10-05")
}

impl Command {
    const fn of(&self) -> &Of {
        match self {
            Self::Licenses(it) | Self::Subscriptions(it) | Self::Datasets(it) => &it.of,
            Self::Growth(it) => &it.of,
            Self::Azure(it) => &it.of,
            Self::Resellers(it) => it,
            Self::Activity(it) => &it.of,
        }
    }

    async fn figures(&self, domain: &Domain, caller: &Caller) -> Figures {
        match self {
            Self::Licenses(it) => licenses::figures(domain, caller, it.month).await,
            Self::Subscriptions(it) => subscriptions::figures(domain, caller, it.month).await,
            Self::Datasets(it) => datasets::figures(domain, caller, it.month).await,
            Self::Growth(it) => growth::figures(domain, caller, it.month).await,
            Self::Azure(it) => azure::figures(domain, caller, it.from, it.to).await,
            Self::Resellers(_) => resellers::figures(domain, caller).await,
            Self::Activity(it) => it.figures(domain, caller).await,
        }
    }

    pub(super) async fn run(self, data: &Data) -> Done {
        if let Self::Azure(Azure { from: Some(from), to: Some(to), .. }) = &self
            && from > to
        {
            return Err(format!("--from {from} lies after --to {to}").into());
        }
        let domain = data.open().await?;
        let account = account(&domain, &self.of().account).await?;
        let value = self.figures(&domain, &Caller::host(account.id)).await?;
        audit::read_on_host(&domain, account.id, &self.to_string()).await?;
        if self.of().json {
            say!("{}", serde_json::to_string_pretty(&value)?)?;
        } else {
            print_plain(&value)?;
        }
        Ok(ExitCode::SUCCESS)
    }
}

impl fmt::Display for Command {
    /// What the audit record says was read.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, months) = match self {
            Self::Licenses(it) => ("licenses", [Some(it.month), None]),
            Self::Subscriptions(it) => ("subscriptions", [Some(it.month), None]),
            Self::Datasets(it) => ("datasets", [Some(it.month), None]),
            Self::Growth(it) => ("growth", [it.month, None]),
            Self::Azure(it) => ("azure", [it.from, it.to]),
            Self::Resellers(_) => ("resellers", [None; 2]),
            Self::Activity(it) => return write!(f, "report activity {it}"),
        };
        write!(f, "report {name}")?;
        months.into_iter().flatten().try_for_each(|month| write!(f, " {month}"))
    }
}

/// One figure a line; a table of figures a line for each of its rows.
fn print_plain(value: &Value) -> std::io::Result<()> {
    for (name, value) in value.as_object().into_iter().flatten() {
        match value {
            Value::Object(parts) if parts.values().any(Value::is_object) => {
                say!("{name}")?;
                for (name, value) in parts {
                    say!("  {name:<18} {}", one_line(value))?;
                }
            }
            value => say!("{name:<20} {}", one_line(value))?,
        }
    }
    Ok(())
}

/// Lists by their length.
fn one_line(value: &Value) -> String {
    match value {
        Value::Null => "–".into(),
        Value::Array(rows) => format!("{} rows (--json lists them)", rows.len()),
        Value::Object(parts) => {
            parts.iter().map(|(key, value)| format!("{key}: {}", one_line(value))).collect::<Vec<_>>().join(", ")
        }
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
