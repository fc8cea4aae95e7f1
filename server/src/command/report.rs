use super::{Done, account};
use crate::config::Data;
use clap::{Args, Subcommand};
use domain::{access::Caller, audit, licenses, subscriptions};
use model::{Band, Bands, LicenseFilter, Month, MonthRange, Percent, Seats};
use serde_json::{Map, Value, json};
use std::process::ExitCode;

#[derive(Subcommand)]
pub(super) enum Command {
    /// Licences sold, assigned, qualified and active.
    #[command(after_help = "Example:\n  seatscope report licenses --account 9000001 --month 2026-10 --json")]
    Licenses(Which),
    /// Subscriptions: seats, billed revenue, states, new and churned.
    #[command(after_help = "Example:\n  seatscope report subscriptions --account 9000001 --month 2026-10 --json")]
    Subscriptions(Which),
}

#[derive(Args)]
pub(super) struct Which {
    /// The account's MPN id.
    #[arg(long, value_name = "ID")]
    account: String,
    /// The month.
    #[arg(long, value_name = "2026-10")]
    month: Month,
    /// Print JSON: every figure, unknown ones as null.
    #[arg(long)]
    json: bool,
}

impl Command {
    pub(super) async fn run(self, data: &Data) -> Done {
        let domain = data.open().await?;
        let (Self::Licenses(which) | Self::Subscriptions(which)) = &self;
        let account = account(&domain, &which.account).await?;
        let caller = Caller::host(account.id);
        let (name, value) = match &self {
            Self::Licenses(_) => ("licenses", license_figures(&domain, &caller, which.month).await?),
            Self::Subscriptions(_) => ("subscriptions", subscription_figures(&domain, &caller, which.month).await?),
        };
        audit::read_on_host(&domain, account.id, &format!("report {name} {}", which.month)).await?;
        if which.json {
            say!("{}", serde_json::to_string_pretty(&value)?)?;
        } else {
            print_plain(&value)?;
        }
        Ok(ExitCode::SUCCESS)
    }
}

async fn license_figures(domain: &domain::Domain, caller: &Caller, month: Month) -> Result<Value, domain::Error> {
    let filter = LicenseFilter { months: Some(MonthRange { from: month, to: month }), ..LicenseFilter::default() };
    let report = licenses::report(domain, caller, &filter).await?;
    let customers = licenses::all_customers(domain, caller, &filter).await?;
    let mut figures = seats(report.now());
    let by = |name: &str, slices: &[model::Slice], keep: fn(Seats) -> Map<String, Value>| -> Value {
        slices
            .iter()
            .map(|slice| {
                let mut row = Map::from_iter([(name.to_owned(), json!(slice.name))]);
                row.extend(keep(slice.seats));
                Value::Object(row)
            })
            .collect()
    };
    figures.insert("by_product".into(), by("product", &report.by_product, deployment));
    figures.insert("by_workload".into(), by("workload", &report.by_workload, usage));
    figures.insert("bands_deployment".into(), bands(&report.bands_deployment));
    figures.insert("bands_usage".into(), bands(&report.bands_usage));
    let without = json!({
        "deployment": report.bands_deployment.without_value,
        "usage": report.bands_usage.without_value,
    });
    figures.insert("without_value".into(), without);
    let customers = customers.rows.into_iter().map(|row| {
        let mut object = Map::from_iter([("id".into(), json!(row.id)), ("name".into(), json!(row.name))]);
        object.extend(seats(row.seats));
        Value::Object(object)
    });
    figures.insert("customers".into(), customers.collect());
    Ok(Value::Object(figures))
}

fn seats(seats: Seats) -> Map<String, Value> {
    let mut all = deployment(seats);
    all.extend(usage(seats));
    all
}

fn deployment(seats: Seats) -> Map<String, Value> {
    Map::from_iter([
        ("sold".into(), json!(seats.sold)),
        ("assigned".into(), json!(seats.assigned)),
        ("deployment_percent".into(), percent(seats.deployment())),
    ])
}

fn usage(seats: Seats) -> Map<String, Value> {
    Map::from_iter([
        ("active".into(), json!(seats.active)),
        ("qualified".into(), json!(seats.qualified)),
        ("usage_percent".into(), percent(seats.usage())),
    ])
}

fn percent(percent: Option<Percent>) -> Value {
    json!(percent)
}

fn bands(bands: &Bands) -> Value {
    Value::Object(Band::ALL.iter().map(|band| (band.key().to_owned(), json!(bands.of(*band)))).collect())
}

async fn subscription_figures(domain: &domain::Domain, caller: &Caller, month: Month) -> Result<Value, domain::Error> {
    let report = subscriptions::report(domain, caller, month).await?;
    let states: Map<String, Value> = domain::fact::STATES
        .iter()
        .enumerate()
        .map(|(at, state)| ((*state).to_owned(), json!(report.states.map(|states| states[at]))))
        .collect();
    Ok(json!({
        "seats": report.seats,
        "billed_revenue_usd": report.billed_revenue.map(|amount| amount.to_string()),
        "states": states,
        "new": report.new,
        "churned": report.churned,
    }))
}

/// The single figures, one a line; lists by their length.
fn print_plain(value: &Value) -> std::io::Result<()> {
    for (name, value) in value.as_object().into_iter().flatten() {
        match value {
            Value::Null => say!("{name:<20} –")?,
            Value::Array(rows) => say!("{name:<20} {} rows (--json lists them)", rows.len())?,
            Value::Object(parts) => {
                let parts: Vec<String> = parts.iter().map(|(key, value)| format!("{key}: {value}")).collect();
                say!("{name:<20} {}", parts.join(", "))?;
            }
            Value::String(text) => say!("{name:<20} {text}")?,
            other => say!("{name:<20} {other}")?,
        }
    }
    Ok(())
}
