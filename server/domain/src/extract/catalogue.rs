//! Every dataset of facts as the table that its download was: the vendor's columns in the vendor's order.
//!
//! Source: the vendor's data definitions of its downloads and of its programmatic API, and, for the datasets that only
//! its REST API has, the names of its properties.

mod azure;
mod seats;
mod teams;

use super::column::Column;
use model::{Dataset, Permission};

/// The columns of a dataset; nothing for datasets without facts.
#[must_use]
pub fn columns(dataset: Dataset) -> Option<&'static [Column]> {
    Some(match dataset {
        Dataset::LicenseDeployment => seats::DEPLOYMENT,
        Dataset::LicenseUsage => seats::USAGE,
        Dataset::Subscriptions => seats::SUBSCRIPTIONS,
        Dataset::SubscriptionAnalytics => seats::ANALYTICS,
        Dataset::Customers => seats::CUSTOMERS,
        Dataset::OfficeUsage => seats::OFFICE,
        Dataset::EmsUsage => seats::EMS,
        Dataset::DynamicsUsage => seats::DYNAMICS,
        Dataset::PowerBiUsage => seats::POWER_BI,
        Dataset::ResellerPerformance => seats::RESELLERS,
        Dataset::AzureUsage => azure::USAGE,
        Dataset::DailyUsage => azure::DAILY,
        Dataset::DailyUnits => azure::UNITS,
        Dataset::SpendingBudgets => azure::BUDGETS,
        Dataset::TeamsMeetings => teams::MEETINGS,
        Dataset::TeamsWorkload => teams::WORKLOAD,
        Dataset::TeamsApps => teams::APPS,
        _ => return None,
    })
}

/// The datasets that have rows to take out, in the order of the list that people pick from.
pub fn datasets() -> impl Iterator<Item = Dataset> {
    Dataset::ALL.iter().copied().filter(|dataset| columns(*dataset).is_some())
}

/// The right to see the figures that a dataset's rows are of.
#[must_use]
pub const fn permission(dataset: Dataset) -> Permission {
    match dataset {
        Dataset::ResellerPerformance => Permission::ViewResellers,
        Dataset::Subscriptions
        | Dataset::SubscriptionAnalytics
        | Dataset::AzureUsage
        | Dataset::DailyUsage
        | Dataset::DailyUnits
        | Dataset::SpendingBudgets => Permission::ViewGrowth,
        _ => Permission::ViewLicenses,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::schema;
    use std::collections::HashSet;

    /// Every fact dataset can be taken out, each name is there once, and what a column reads the dataset has.
    #[test]
    fn columns_read_what_their_dataset_has() {
        for dataset in Dataset::ALL {
            assert_eq!(schema(*dataset).is_some(), columns(*dataset).is_some(), "{dataset:?}");
        }
        for dataset in datasets() {
            let schema = schema(dataset).unwrap();
            let mut names = HashSet::new();
            let mut read = HashSet::new();
            for column in columns(dataset).unwrap() {
                assert!(names.insert(column.name.to_lowercase()), "{dataset:?} {} twice", column.name);
                let (dims, measure) = column.holds.reads();
                assert!(dims.iter().all(|dim| schema.dims.contains(dim)), "{dataset:?} {}", column.name);
                assert!(measure.is_none_or(|it| schema.measures.contains(&it)), "{dataset:?} {}", column.name);
                read.extend(measure);
            }
            let ages = ["age", "trial_left", "renewed_ago"];
            let lost = schema.measures.iter().filter(|it| !read.contains(it) && !ages.contains(&it.key()));
            assert_eq!(lost.collect::<Vec<_>>(), Vec::<&crate::fact::Measure>::new(), "{dataset:?} lacks them");
        }
    }
}
