//! What is to be written.

use model::{Dataset, Month};
use std::path::PathBuf;

/// Which files to write. Equal plans give equal bytes.
#[derive(Clone, Debug)]
pub struct SamplePlan {
    /// Where the random numbers start.
    pub seed: u64,
    /// Rows of licence deployment and usage together; reached within one percent, except that the
    /// first customer is always written in full.
    pub license_rows: u64,
    /// How many months.
    pub months: u32,
    /// The newest month.
    pub last: Month,
    /// Whether the last two months of Azure are written by day as well, and what customers may spend on it.
    pub by_day: bool,
    /// Whether Enterprise Mobility, Teams, subscription analytics and the activity log are written as well.
    pub small: bool,
    /// Whose files.
    pub account: SampleAccount,
}

impl SamplePlan {
    /// What the demo account shows: about 120 customers over 13 months, so that every month has its year before.
    #[must_use]
    pub fn demo(last: Month) -> Self {
        Self {
            seed: 28,
            license_rows: 17_000,
            months: 13,
            last,
            by_day: true,
            small: true,
            account: SampleAccount::default(),
        }
    }

    /// Files for measuring: two years, as many licence rows as asked for.
    #[must_use]
    pub fn benchmark(license_rows: u64, seed: u64, last: Month) -> Self {
        Self { seed, license_rows, months: 24, last, by_day: false, small: false, account: SampleAccount::default() }
    }
}

/// The partner account that the files belong to.
#[derive(Clone, Debug)]
pub struct SampleAccount {
    /// The partner's global id.
    pub mpn_id: String,
    /// Its name.
    pub name: String,
    /// Whether it sells to customers itself; otherwise through resellers, which the rows then name.
    pub direct: bool,
    /// Its locations, at least one; the first is the head office's city.
    pub locations: Vec<SampleLocation>,
}

impl SampleAccount {
    /// Why its rows are its own, and the channel that they come through.
    pub(super) const fn sells(&self) -> (&'static str, &'static str) {
        if self.direct { ("CSP Tier 1", "CSP") } else { ("CSP Tier 2", "CSP indirect") }
    }
}

/// A location of the partner.
#[derive(Clone, Debug)]
pub struct SampleLocation {
    /// The location's id.
    pub mpn_id: String,
    /// Its name.
    pub name: String,
    /// The country, spelt as markets are.
    pub country: String,
    /// The city.
    pub city: String,
}

impl SampleLocation {
    fn new(mpn_id: &str, name: &str, country: &str, city: &str) -> Self {
        Self { mpn_id: mpn_id.into(), name: name.into(), country: country.into(), city: city.into() }
    }
}

impl Default for SampleAccount {
    fn default() -> Self {
        Self {
            mpn_id: "9000001".into(),
            name: "Fabrikam Cloud".into(),
            direct: true,
            locations: vec![
                SampleLocation::new("9000010", "Fabrikam Taipei", "Taiwan", "Taipei"),
                SampleLocation::new("9000020", "Fabrikam Seattle", "United States", "Seattle"),
            ],
        }
    }
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SampleFile {
    /// Where it lies.
    pub path: PathBuf,
    /// What it is.
    pub dataset: Dataset,
    /// Its rows, without the header.
    pub rows: u64,
}
