//! What a row of each fact dataset consists of: ids of dimensions, and whole-number measures.

use super::Measure;
use model::Dataset;

/// A dimension of fact rows. Its values are ids of the account's dictionaries; 0 is *unknown*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dim {
    /// The customer tenant (`customer` table).
    Customer,
    /// The subscription (a GUID, kept as a term).
    Subscription,
    /// The product, by SKU.
    Product,
    /// The product family, where rows name no SKU.
    Family,
    /// The service inside a product that is used on its own.
    Workload,
    /// The product family on the wire: `o365`, `crm`.
    Service,
    /// The sales channel.
    Channel,
    /// The Azure service at its coarsest level: the pillar, or the service's name in files without pillars.
    AzureService,
    /// The metered resource, by the meter's id where there is one.
    Meter,
    /// The category of the meter.
    MeterCategory,
    /// What the units of a meter are.
    Unit,
    /// The currency, as the vendor codes it.
    Currency,
    /// The day of the month, 1 to 31; 0 where the row is of the month as a whole.
    Day,
    /// Which of its two amounts a row names: 1 the first measure, 2 the second, 3 both, 0 none.
    Named,
    /// A part of Teams: meetings, calls, phone systems, or all of them together.
    SubWorkload,
    /// An app of another maker inside Teams.
    App,
    /// The reseller between the partner and the customer, by MPN id.
    Reseller,
    /// How likely the vendor thinks it that the subscription is lost, a place in [`RISKS`] plus 1.
    Risk,
    /// The state in the vendor's own word.
    Status,
    /// The customer's market where rows have a code instead of its name.
    MarketCode,
    /// The customer's market.
    Market,
    /// The customer's segment.
    Segment,
    /// The partner location, by MPN id.
    Location,
    /// Why the row is the partner's.
    Attribution,
    /// The subscription's or the reseller's state, a place in [`STATES`] plus 1.
    State,
    /// 1 for the one row of a fact that counts for the whole account, 0 for its attribution duplicates.
    Counted,
    /// 1 when the subscription renews by itself, 2 when not, 0 when unknown.
    AutoRenew,
}

impl Dim {
    /// The column's name in a segment, and the `kind` of its terms.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Subscription => "subscription",
            Self::Product => "product",
            Self::Family => "family",
            Self::Workload => "workload",
            Self::Service => "service",
            Self::Channel => "channel",
            Self::AzureService => "azure_service",
            Self::Meter => "meter",
            Self::MeterCategory => "meter_category",
            Self::Unit => "unit",
            Self::Currency => "currency",
            Self::Day => "day",
            Self::Named => "named",
            Self::SubWorkload => "sub_workload",
            Self::App => "app",
            Self::Reseller => "reseller",
            Self::Risk => "risk",
            Self::Status => "status",
            Self::MarketCode => "market_code",
            Self::Market => "market",
            Self::Segment => "segment",
            Self::Location => "location",
            Self::Attribution => "attribution",
            Self::State => "state",
            Self::Counted => "counted",
            Self::AutoRenew => "auto_renew",
        }
    }
}

/// The columns of a fact dataset's segments: dimensions, the customer always first, then measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schema {
    /// Dimensions.
    pub dims: &'static [Dim],
    /// Measures.
    pub measures: &'static [Measure],
    /// Whether two rows that are the same in everything may be two facts, because rows do not name all that tells
    /// facts apart: those of customers no subscription, those of Azure no meter.
    pub repeats: bool,
}

/// The schema of a fact dataset; nothing for datasets that are not facts.
#[must_use]
pub const fn schema(dataset: Dataset) -> Option<Schema> {
    use Dim::{
        App, Attribution, AutoRenew, AzureService, Channel, Counted, Currency, Customer, Day, Family, Location, Market,
        MarketCode, Meter, MeterCategory, Named, Product, Reseller, Risk, Segment, Service, State, Status, SubWorkload,
        Subscription, Unit, Workload,
    };
    use Measure::{
        AcrNanos, Active, ActiveSeats, Age, AllUsers, Assigned, AzureCents, BudgetMicros, Converted, CostMicros,
        Created, DesktopUsers, Ends, Gone, HoursMicros, Meetings, MobileUsers, MonthlyUsers, PaidUnits, Qualified,
        Renewed, RenewedAgo, RevenueCents, Seats, Sold, Starts, TrialEnds, TrialLeft, TrialStarts, UnitsMicros, Used,
        UserDays, WebUsers,
    };
    /// Dimensions, those that all attributed rows end with among them.
    macro_rules! attributed {
        ($($dim:ident),*) => {
            &[$($dim,)* Market, Segment, Location, Attribution, Channel, Counted]
        };
    }
    let (dims, measures): (&'static [Dim], &'static [Measure]) = match dataset {
        Dataset::LicenseDeployment => (&[Customer, Product, Service, Channel], &[Sold, Assigned]),
        Dataset::LicenseUsage => (&[Customer, Product, Workload, Service, Channel], &[Qualified, Active]),
        Dataset::Subscriptions => {
            (attributed![Customer, Subscription, Product, State, AutoRenew], &[Seats, RevenueCents, Starts, Ends])
        }
        Dataset::SubscriptionAnalytics => (
            &[Customer, Subscription, Product, State, Status, AutoRenew, Risk, MarketCode],
            &[
                Seats,
                Created,
                Age,
                Starts,
                Ends,
                TrialStarts,
                TrialEnds,
                TrialLeft,
                Converted,
                Renewed,
                RenewedAgo,
                Used,
                Gone,
            ],
        ),
        Dataset::Customers => (attributed![Customer, Product], &[Seats, RevenueCents, AzureCents]),
        Dataset::OfficeUsage => (attributed![Customer, Workload], &[PaidUnits, MonthlyUsers]),
        Dataset::EmsUsage => (attributed![Customer, Subscription, Product, State], &[PaidUnits, MonthlyUsers]),
        Dataset::DynamicsUsage | Dataset::PowerBiUsage => {
            (attributed![Customer, Subscription, Product, State], &[Seats, Assigned, ActiveSeats])
        }
        Dataset::AzureUsage => (attributed![Customer, Subscription, AzureService], &[AcrNanos]),
        Dataset::DailyUsage => {
            (&[Customer, Subscription, Meter, MeterCategory, Unit, Currency, Day], &[UnitsMicros, CostMicros])
        }
        Dataset::DailyUnits => (&[Customer, Subscription, Meter, MeterCategory, Unit, Currency, Day], &[UnitsMicros]),
        Dataset::SpendingBudgets => (&[Customer, Currency, Day, Named], &[BudgetMicros, CostMicros]),
        Dataset::TeamsMeetings => (&[Customer, SubWorkload, Day], &[Meetings, HoursMicros]),
        Dataset::TeamsWorkload => (&[Customer, SubWorkload], &[DesktopUsers, WebUsers, MobileUsers, AllUsers]),
        Dataset::TeamsApps => (&[Customer, App, Day], &[UserDays]),
        Dataset::ResellerPerformance => {
            (&[Customer, Subscription, Family, Reseller, State, Market, Segment, Counted], &[Seats, RevenueCents])
        }
        _ => return None,
    };
    let repeats = matches!(dataset, Dataset::Customers | Dataset::AzureUsage);
    Some(Schema { dims, measures, repeats })
}

/// Subscription states as ids of [`Dim::State`], in the order of the reports; 0 is *unknown*.
pub const STATES: [&str; 5] = ["active", "in_grace", "suspended", "deprovisioned", "other"];

/// Risks of losing a subscription as ids of [`Dim::Risk`]; 0 is *unknown*, any other word one more than all of these.
pub const RISKS: [&str; 3] = ["low", "medium", "high"];
