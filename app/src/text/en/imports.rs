//! What imports report, and the names of datasets.

use super::plural;
use crate::text::{ImportText, Locale, format, imports::first_names};
use model::{BadCell, BadRow, Dataset, ImportNote, NoMend};

pub(in crate::text) static IMPORTS: ImportText = ImportText { dataset, note, bad_cell, bad_row };

fn names(all: &[String]) -> String {
    first_names(all, ", ", |n| format!(" and {n} more"))
}

fn note(note: &ImportNote) -> String {
    match note {
        ImportNote::Empty => "The file is empty. Download it again.".to_owned(),
        ImportNote::NotText { looks_like } => {
            format!("This is not a table of text; it looks like: {looks_like}. Give in the CSV or TSV file as downloaded.")
        }
        ImportNote::Unknown { columns } => {
            format!("No dataset has these columns: {}. Check that it is a file of the vendor and that its first line is the header.", names(columns))
        }
        ImportNote::Kept => "Kept as it came, to be downloaded again. No page shows it.".into(),
        ImportNote::Grouped => {
            "This answer is grouped: it has counts instead of a row for each subscription. Ask the API again without groupBy, and give that answer in. Nothing was changed.".into()
        }
        ImportNote::NotYet { dataset: d } => {
            format!("This is {}, which this version does not take in yet. Nothing was changed.", dataset(*d))
        }
        ImportNote::MissingColumn { dataset: d, column, found } => format!(
            "Recognised as {}, but the column {column} is missing. Columns found: {}. Download the file again with all columns.",
            dataset(*d),
            names(found)
        ),
        ImportNote::OtherPartner { found, expected } => {
            format!("The file belongs to partner {found}; this account is {expected}. Give it in at the account it belongs to.")
        }
        ImportNote::TooManyBad { bad, of, limit_percent } => format!(
            "{} of {} could not be read, more than the {limit_percent} % allowed. Nothing was changed. Look at the rejected rows for what they have in common.",
            format::count(*bad),
            plural(*of, "row", "rows")
        ),
        ImportNote::TooLarge { line, limit } => {
            format!("Line {} has {limit}, which no file of the vendor has. The file is probably damaged there.", format::count(*line))
        }
        ImportNote::Damaged { detail } => format!("The compressed file is damaged or ends too early ({detail}). Download it again."),
        ImportNote::Expands => "The compressed file grows beyond the limit when unpacked. Unpack it and give in its parts.".to_owned(),
        ImportNote::NoSpace => "The server has no room left. Nothing was changed. Tell the person who runs it.".to_owned(),
        ImportNote::NoRows => "The file has a header and no rows: an empty period. That is not an error.".to_owned(),
        ImportNote::UnknownColumns { columns } => format!("Columns that are not used here: {}. They stay with the stored file.", names(columns)),
        ImportNote::UnknownLocations { ids } => format!("Locations that the partner profile does not list: {}. The rows are in.", names(ids)),
        ImportNote::EstimatedDuplicates => {
            "The file does not mark rows that count twice; they were left out by order of priority. The totals are an estimate.".to_owned()
        }
        ImportNote::DateOrder { day_first: true } => {
            "The dates could be read in two ways. They were read with the day first, as in 31/10/2026.".to_owned()
        }
        ImportNote::DateOrder { day_first: false } => {
            "The dates could be read in two ways. They were read with the month first, as in 10/31/2026.".to_owned()
        }
        ImportNote::Superseded { rows } => {
            format!("{} of earlier snapshots left out, because the file has a later one of the same month.", plural(*rows, "row", "rows"))
        }
        ImportNote::Repeated { at, replaced } => {
            let since = if *replaced {
                " Its months have been replaced since by a newer file; undo that import to bring them back."
            } else {
                ""
            };
            format!("The same file was imported on {}. Nothing was changed.{since}", format::date_time(Locale::En, *at))
        }
        ImportNote::Records { new, known } => {
            format!("{} added; {} there already.", plural(*new, "record was", "records were"), plural(*known, "was", "were"))
        }
        ImportNote::Page { rows, of: 0, .. } => format!(
            "One page of an answer, with {}. Nothing was changed. Put all pages into one document and give that in.",
            plural(*rows, "row", "rows")
        ),
        ImportNote::Page { rows, of, .. } => format!(
            "One page of an answer: {} of {}. Nothing is changed until all pages are there. Give in the others.",
            format::count(*rows),
            plural(*of, "row", "rows")
        ),
        ImportNote::Joined { file, .. } => format!("A page of an answer: its rows came in together with those of {file}."),
        ImportNote::Mends { file } => format!("Mended rows of {file}: they were added to its months."),
        ImportNote::NothingToMend { why } => format!("{} Nothing was changed. {}", no_mend(*why), instead(*why)),
        ImportNote::Failed => "Something broke while reading. Nothing was changed. Try again; the server’s log has the details.".to_owned(),
    }
}

/// Why mended rows could not be added.
fn no_mend(why: NoMend) -> String {
    match why {
        NoMend::Unknown => "These are mended rows of an import that this account does not have.".to_owned(),
        NoMend::NotIn => "These are mended rows of an import that is not in: it was refused or undone.".to_owned(),
        NoMend::Replaced { month } => {
            format!("These are mended rows, but {} comes from another file by now.", format::month(Locale::En, month))
        }
        NoMend::TooMany { rows, left } => format!(
            "The file has {}, but only {} of that import can still be mended.",
            plural(rows, "row", "rows"),
            plural(left, "rejected row", "rejected rows")
        ),
        NoMend::Snapshots => "Licence rows of several dates in one month cannot be mended one by one.".to_owned(),
        NoMend::Dates => "The dates were read in another order than those of the original file.".to_owned(),
    }
}

/// What to do then.
const fn instead(why: NoMend) -> &'static str {
    match why {
        NoMend::Unknown => "Mend the original file and import it whole, at the account it belongs to.",
        NoMend::NotIn | NoMend::Snapshots => "Mend the original file and import it whole.",
        NoMend::Replaced { .. } => "Mend the newer file and import it whole.",
        NoMend::TooMany { .. } => "Leave only those in the file, or mend the original file and import it whole.",
        NoMend::Dates => "Write them as 2026-10-31.",
    }
}

fn bad_row(row: &BadRow) -> String {
    let line = format::count(row.line);
    match row.reason {
        BadCell::WrongCells => format!("Line {line}: {}", bad_cell(row.reason)),
        BadCell::Empty => format!("Line {line}, column {}: the cell {}", row.column, bad_cell(row.reason)),
        reason => format!("Line {line}, column {}: “{}” {}", row.column, row.value, bad_cell(reason)),
    }
}

fn bad_cell(reason: BadCell) -> &'static str {
    match reason {
        BadCell::Empty => "is empty, but a value is needed. Fill it in.",
        BadCell::NotANumber => "is not a whole number. Write digits only.",
        BadCell::TooLarge => "is too large to be true. Check the number.",
        BadCell::NotADate => "is not a date. Write it as 2026-10-31.",
        BadCell::NotAGuid => "is not a GUID. Copy the id again from the original file.",
        BadCell::NotAnAmount => "is not an amount. Write it as 1234.50, without a currency sign.",
        BadCell::NotAFlag => "is neither yes nor no. Write 1 or 0.",
        BadCell::NotText => "is not valid text in this file’s encoding. Save the file as UTF-8.",
        BadCell::WrongCells => {
            "The row has more or fewer cells than the header. Look for a missing quotation mark or separator."
        }
    }
}

fn dataset(dataset: Dataset) -> &'static str {
    match dataset {
        Dataset::LicenseDeployment => "Licence deployment",
        Dataset::LicenseUsage => "Licence usage",
        Dataset::Subscriptions => "Subscriptions and revenue",
        Dataset::SubscriptionAnalytics => "Subscription analytics",
        Dataset::Customers => "Customers and tenants",
        Dataset::Profile => "Partner profile and locations",
        Dataset::OfficeUsage => "Office 365 usage",
        Dataset::EmsUsage => "Enterprise Mobility usage",
        Dataset::DynamicsUsage => "Dynamics 365 usage",
        Dataset::PowerBiUsage => "Power BI usage",
        Dataset::AzureUsage => "Azure usage",
        Dataset::DailyUsage => "Azure usage by day, rated",
        Dataset::DailyUnits => "Azure units by day",
        Dataset::SpendingBudgets => "Spending budgets",
        Dataset::ResellerPerformance => "Reseller performance",
        Dataset::TeamsMeetings => "Teams meetings and calls",
        Dataset::TeamsWorkload => "Teams monthly usage",
        Dataset::TeamsApps => "Teams third-party apps",
        Dataset::ActivityLog => "Activity log",
        Dataset::Training => "Trainings and certifications",
        Dataset::Learn => "Learning paths",
        Dataset::Competencies => "Competencies",
        Dataset::CompetencyProgress => "Progress towards competencies",
        Dataset::RenewalsPropensity => "Agreement renewals (propensity)",
        Dataset::M365Propensity => "Microsoft 365 (propensity)",
        Dataset::D365Propensity => "Dynamics 365 (propensity)",
        Dataset::AzurePropensity => "Azure (propensity)",
        Dataset::SurfacePropensity => "Surface (propensity)",
    }
}
