use super::{Figures, Of};
use clap::Args;
use domain::{
    Domain,
    access::Caller,
    activity::{self, Days},
};
use jiff::civil::Date;
use serde_json::json;
use std::fmt;

#[derive(Args)]
pub(in crate::command) struct Activity {
    #[command(flatten)]
    pub(super) of: Of,
    /// The first month or day, in UTC; everything before the last when not given.
    #[arg(long, value_name = "2026-10", value_parser = first)]
    from: Option<Date>,
    /// The last month or day, included; everything after the first when not given.
    #[arg(long, value_name = "2026-10", value_parser = last)]
    to: Option<Date>,
}

const HOW: &str = "write it as 2026-10 or 2026-10-05";

fn first(text: &str) -> Result<Date, &'static str> {
    Days::first(text).ok_or(HOW)
}

fn last(text: &str) -> Result<Date, &'static str> {
    Days::last(text).ok_or(HOW)
}

impl Activity {
    pub(super) async fn figures(&self, domain: &Domain, caller: &Caller) -> Figures {
        let counts = activity::count(domain, caller, Days { from: self.from, to: self.to }).await?;
        Ok(json!(counts))
    }
}

impl fmt::Display for Activity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        write!(f, "{}..{}", day(self.from), day(self.to))
    }
}
