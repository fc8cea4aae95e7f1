//! Where each metric's figures come from.

use crate::fact::{Dim, Measure, STATES};
use model::{Dataset, Facet, Metric};

/// States that count as active: active, in grace.
const ACTIVE: &[u32] = &[1, 2];
/// Those and suspended.
const HELD: &[u32] = &[1, 2, 3];
const SUSPENDED: &[u32] = &[3];
/// The id of the state `deprovisioned`.
pub(super) const DEPROVISIONED: &[u32] = &[4];
/// States that an active reseller may have: unknown, active, in grace, other.
const RESELLING: &[u32] = &[0, 1, 2, 5];

/// Which way something moved from one month to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    In,
    Out,
}

/// What is counted of records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Logged {
    Records,
    Customers,
}

/// How a metric is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// A measure added up.
    Sum(Measure),
    /// The different ids of a dimension, of rows in some states; no states: of all rows.
    Distinct(Dim, &'static [u32]),
    /// The different ids of a dimension among rows where a measure is above zero.
    Above(Dim, Measure),
    /// Held subscriptions whose end lies so many days after the month's last, and renews so (ids of [`Dim::AutoRenew`]).
    Ends(i64, i64, &'static [u32]),
    /// Subscriptions as they stand on the day of the newest import, of rows in some states and with some measures between two
    /// values.
    Stand(&'static [u32], &'static [(Measure, i64, i64)]),
    /// The same of those whose date lies in a month.
    Dated(Measure, &'static [(Measure, i64, i64)]),
    /// Active subscriptions of the newest import at some risks (ids of [`Dim::Risk`]).
    Risk(&'static [u32]),
    /// Held subscriptions by the month of their end, found by the block that shows them.
    Due(&'static [u32]),
    /// Records of an operation or of a group of operations in the last 24 hours of the activity log, or their customers.
    Logged(Logged, &'static str, &'static str),
    /// What came or went from one month to the next.
    Moved(Dim, Way),
    /// Seats that subscriptions gained or lost from one month to the next.
    SeatsMoved(Way),
    /// Customers of the month who have no rows here.
    Without,
    /// What had rows in an earlier month and has none in this.
    Idle(Dim),
    /// What has rows in this month, of what had in the month before, in hundredths of a percent.
    Retained(Dim),
    /// One metric of another.
    Share(Metric, Metric),
    /// One metric less another.
    Less(Metric, Metric),
    /// Minutes: of hours in millionths, for each of another metric.
    Minutes(Metric, Metric),
}

pub(super) const fn source(metric: Metric) -> Source {
    use Metric as M;
    use Source::{
        Above, Dated, Distinct, Due, Ends, Idle, Less, Logged, Minutes, Moved, Retained, Risk, SeatsMoved, Share,
        Stand, Sum, Without,
    };
    use Way::{In, Out};
    match metric {
        M::Customers | M::AzureCustomers | M::TeamsCustomers => Distinct(Dim::Customer, &[]),
        M::CustomersNew | M::AzureCustomersNew => Moved(Dim::Customer, In),
        M::CustomersChurned | M::AzureCustomersChurned => Moved(Dim::Customer, Out),
        M::Charges | M::RevenueTtm | M::ResellerRevenue => Sum(Measure::RevenueCents),
        M::Sold => Sum(Measure::Sold),
        M::Assigned | M::DynamicsAssigned | M::PowerBiAssigned => Sum(Measure::Assigned),
        M::Deployment => Share(M::Assigned, M::Sold),
        M::Qualified => Sum(Measure::Qualified),
        M::Active => Sum(Measure::Active),
        M::Idle => Less(M::Qualified, M::Active),
        M::Usage => Share(M::Active, M::Qualified),
        M::Subscriptions => Distinct(Dim::Subscription, HELD),
        M::SubscriptionsActive => Distinct(Dim::Subscription, ACTIVE),
        M::SubscriptionsSuspended => Distinct(Dim::Subscription, SUSPENDED),
        M::SubscriptionsDeprovisioned => Distinct(Dim::Subscription, DEPROVISIONED),
        M::SubscriptionsNew | M::AzureSubscriptionsNew => Moved(Dim::Subscription, In),
        M::SubscriptionsChurned | M::AzureSubscriptionsChurned => Moved(Dim::Subscription, Out),
        M::SubscriptionsRenewing => Ends(1, 30, &[1]),
        M::SubscriptionsEnding => Ends(1, 30, &[0, 2]),
        M::SubscriptionsExpired => Ends(i64::MIN, 0, &[]),
        M::RenewalsDue => Due(&[1]),
        M::EndsDue => Due(&[0, 2]),
        // 30 days and the day itself.
        M::TrialsEnding => Stand(HELD, &[(Measure::TrialLeft, 1, 31), (Measure::Converted, 0, 0)]),
        M::TrialsConverted => Dated(Measure::Converted, &[]),
        M::TrialsEnded => Dated(Measure::TrialEnds, &[(Measure::TrialLeft, 0, 0)]),
        M::TrialsKept => Dated(Measure::TrialEnds, &[(Measure::TrialLeft, 0, 0), (Measure::Converted, 1, i64::MAX)]),
        M::TrialConversion => Share(M::TrialsKept, M::TrialsEnded),
        M::RenewedRecently => Stand(&[], &[(Measure::RenewedAgo, 1, 31)]),
        M::AtRisk => Risk(&[3]),
        M::NewToday => Stand(&[], &[(Measure::Age, 1, 86_400)]),
        M::CustomersToday => Logged(self::Logged::Customers, "add_customer", ""),
        M::ChangesToday => Logged(self::Logged::Records, "create_order", "subscription"),
        M::Seats | M::ResellerSeats | M::DynamicsSeats | M::PowerBiSeats => Sum(Measure::Seats),
        M::SeatsAdded => SeatsMoved(In),
        M::SeatsReduced => SeatsMoved(Out),
        M::Consumption => Sum(Measure::AcrNanos),
        M::AzureCustomersWithout => Without,
        M::AzureSubscriptionsIdle => Idle(Dim::Subscription),
        M::AzureRetention => Retained(Dim::Subscription),
        M::AzureSubscriptions | M::ResellerSubscriptions => Distinct(Dim::Subscription, &[]),
        M::Resellers => Distinct(Dim::Reseller, RESELLING),
        M::ResellersNew => Moved(Dim::Reseller, In),
        M::ResellersChurned => Moved(Dim::Reseller, Out),
        M::OfficeUnits | M::EmsUnits => Sum(Measure::PaidUnits),
        M::OfficeUsers | M::EmsUsers => Sum(Measure::MonthlyUsers),
        M::OfficeShare => Share(M::OfficeUsers, M::OfficeUnits),
        M::EmsShare => Share(M::EmsUsers, M::EmsUnits),
        M::DynamicsActive | M::PowerBiActive => Sum(Measure::ActiveSeats),
        M::DynamicsShare => Share(M::DynamicsActive, M::DynamicsSeats),
        M::PowerBiShare => Share(M::PowerBiActive, M::PowerBiSeats),
        M::TeamsMeetings => Sum(Measure::Meetings),
        M::TeamsHours => Sum(Measure::HoursMicros),
        M::TeamsMinutes => Minutes(M::TeamsHours, M::TeamsMeetings),
        M::TeamsUsers => Sum(Measure::AllUsers),
        M::TeamsDesktop => Sum(Measure::DesktopUsers),
        M::TeamsWeb => Sum(Measure::WebUsers),
        M::TeamsMobile => Sum(Measure::MobileUsers),
        M::AppUserDays => Sum(Measure::UserDays),
        M::ResellersTransacting => Above(Dim::Reseller, Measure::RevenueCents),
    }
}

/// Active ones, as [`Source::Risk`] counts them.
pub(super) const fn active() -> &'static [u32] {
    ACTIVE
}

/// Held subscriptions, as [`Source::Ends`] counts them.
pub(super) const fn held() -> &'static [u32] {
    HELD
}

/// The dimension behind a facet.
pub(super) const fn dim(facet: Facet) -> Dim {
    match facet {
        Facet::Customer => Dim::Customer,
        Facet::Product => Dim::Product,
        Facet::Service => Dim::AzureService,
        Facet::Market => Dim::Market,
        Facet::Segment => Dim::Segment,
        Facet::Location => Dim::Location,
        Facet::Reseller => Dim::Reseller,
        Facet::Family => Dim::Family,
        Facet::State => Dim::State,
        Facet::Subscription => Dim::Subscription,
        Facet::Workload => Dim::Workload,
        Facet::Part => Dim::SubWorkload,
        Facet::App => Dim::App,
    }
}

/// The id of a state's key.
pub(super) fn state(key: &str) -> Option<u32> {
    (1..).zip(STATES).find_map(|(id, state)| (state == key).then_some(id))
}

/// The key of a state's id; empty when unknown.
pub(super) fn state_key(id: u32) -> &'static str {
    (id as usize).checked_sub(1).and_then(|at| STATES.get(at)).copied().unwrap_or_default()
}

/// Datasets whose totals leave attribution duplicates out.
pub(super) fn is_counted(dataset: Dataset) -> bool {
    crate::fact::schema(dataset).is_some_and(|schema| schema.dims.contains(&Dim::Counted))
}
