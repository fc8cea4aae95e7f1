use super::Done;
use clap::Args;
use domain::sample::{SampleAccount, SamplePlan};
use model::Month;
use std::{path::PathBuf, process::ExitCode};

/// Write invented files in the vendor's formats, of any size. Touches no database.
#[derive(Args)]
#[command(
    after_help = "Example:\n  seatscope sample /tmp/files --rows 1000000 --seed 7\n  seatscope import --account 9000001 /tmp/files/*"
)]
pub(super) struct Sample {
    /// Where to write them; made when absent.
    dir: PathBuf,
    /// Licence rows in all (deployment and usage), about.
    #[arg(long, value_name = "N")]
    rows: u64,
    /// The same seed writes the same files.
    #[arg(long, default_value_t = 1, value_name = "S")]
    seed: u64,
    /// How many months.
    #[arg(long, default_value_t = 24, value_name = "N")]
    months: u32,
    /// Write the last two months of Azure by day as well, and the customers' spending budgets.
    #[arg(long)]
    by_day: bool,
    /// Write Enterprise Mobility, Teams and subscription analytics as well.
    #[arg(long)]
    small: bool,
    /// The partner whose files they are.
    #[arg(long, default_value = "9000001", value_name = "ID")]
    mpn_id: String,
    /// The last month; the last full one when not given.
    #[arg(long, value_name = "2026-10")]
    last: Option<Month>,
}

impl Sample {
    pub(super) fn run(self) -> Done {
        let last = self.last.unwrap_or_else(last_full_month);
        let plan = SamplePlan {
            seed: self.seed,
            license_rows: self.rows,
            months: self.months,
            last,
            by_day: self.by_day,
            small: self.small,
            account: SampleAccount { mpn_id: self.mpn_id, ..SampleAccount::default() },
        };
        for file in domain::sample::write(&self.dir, &plan)? {
            say!("{} {} rows", file.path.display(), file.rows)?;
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// The month before this one, by the machine's clock in UTC.
pub(super) fn last_full_month() -> Month {
    let today = jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date();
    Month::of(today).plus(-1)
}
