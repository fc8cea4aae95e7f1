//! What is worth talking about with a customer, found in its licences: what was bought and is not given to anybody, and what was
//! given and lies idle.

use model::{LicenseReport, Percent, Seats, Slice};

/// Products and workloads below these shares are named: parts that are small are noise, and few points are listened to.
const DEPLOYED: i64 = 80_00;
const USED: i64 = 50_00;
const MOST_NAMED: usize = 3;

/// Something to talk about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Advice {
    /// So many seats were bought and given to nobody.
    Unassigned(u64),
    /// So many more seats were given than bought.
    OverAssigned(u64),
    /// Few seats of a product are given to people.
    Product {
        /// Its name.
        name: String,
        /// Assigned of sold.
        share: Percent,
        /// How many are left.
        left: u64,
    },
    /// Few of those who may use a workload do.
    Workload {
        /// Its name.
        name: String,
        /// Active of qualified.
        share: Percent,
        /// How many could and do not.
        left: u64,
    },
    /// So many subscriptions end in 30 days and do not renew by themselves.
    Ending(u64),
    /// Nothing lies idle.
    AllUsed,
}

/// What to talk about, the most important first; nothing where nothing is known.
#[must_use]
pub fn advice(report: &LicenseReport, ending: Option<i64>) -> Vec<Advice> {
    let mut all = Vec::new();
    all.extend(ending.and_then(positive).map(Advice::Ending));
    let now = report.now();
    match now.unassigned() {
        Some(left @ 1..) => all.push(Advice::Unassigned(left.unsigned_abs())),
        Some(over @ ..=-1) => all.push(Advice::OverAssigned(over.unsigned_abs())),
        _ => {}
    }
    let product = |name, share, left| Advice::Product { name, share, left };
    all.extend(lowest(&report.by_product, DEPLOYED, Seats::deployment, Seats::unassigned, product));
    let idle = |seats: Seats| Some(seats.qualified? - seats.active?);
    let workload = |name, share, left| Advice::Workload { name, share, left };
    all.extend(lowest(&report.by_workload, USED, Seats::usage, idle, workload));
    if all.is_empty() && now.sold.is_some() && now.qualified.is_some() {
        all.push(Advice::AllUsed);
    }
    all
}

/// Those below a share, with the most left over first.
fn lowest(
    slices: &[Slice],
    below: i64,
    share: fn(Seats) -> Option<Percent>,
    left: impl Fn(Seats) -> Option<i64>,
    say: fn(String, Percent, u64) -> Advice,
) -> Vec<Advice> {
    let mut low: Vec<(u64, Percent, &Slice)> = slices
        .iter()
        .filter_map(|slice| Some((left(slice.seats).and_then(positive)?, share(slice.seats)?, slice)))
        .filter(|(_, share, _)| share.hundredths() < below)
        .collect();
    low.sort_by_key(|(left, _, slice)| (std::cmp::Reverse(*left), slice.name.clone()));
    low.into_iter().take(MOST_NAMED).map(|(left, share, slice)| say(slice.name.clone(), share, left)).collect()
}

fn positive(n: i64) -> Option<u64> {
    u64::try_from(n).ok().filter(|n| *n > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slice(name: &str, [sold, assigned, qualified, active]: [Option<i64>; 4]) -> Slice {
        Slice { name: name.into(), seats: Seats { sold, assigned, qualified, active } }
    }

    #[test]
    fn the_most_idle_is_named_first_and_the_unknown_not_at_all() {
        let report = LicenseReport {
            by_product: vec![
                slice("Full", [Some(10), Some(9), None, None]),
                slice("Few", [Some(10), Some(2), None, None]),
                slice("Fewer seats", [Some(5), Some(0), None, None]),
                slice("Unknown", [Some(50), None, None, None]),
            ],
            by_workload: vec![slice("Teams", [None, None, Some(100), Some(49)])],
            ..LicenseReport::default()
        };
        let named: Vec<String> = advice(&report, Some(2)).iter().map(|it| format!("{it:?}")).collect();
        assert!(named[0].contains("Ending(2)"), "{named:?}");
        assert!(named[1].contains("\"Few\"") && named[1].contains("left: 8"), "{named:?}");
        assert!(named[2].contains("Fewer seats") && named[3].contains("Teams"), "{named:?}");
        assert_eq!(named.len(), 4);
    }

    #[test]
    fn nothing_is_praised_that_is_not_known() {
        assert_eq!(advice(&LicenseReport::default(), None), []);
    }
}
