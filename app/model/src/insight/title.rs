//! The headings of blocks.

use serde::{Deserialize, Serialize};

macro_rules! titles {
    ($($(#[$doc:meta])* $name:ident = $key:literal),* $(,)?) => {
        /// The headings of blocks.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum Title {$($(#[$doc])* #[serde(rename = $key)] $name,)*}

        impl Title {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The key as it stands in addresses.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self {$(Self::$name => $key,)*}
            }
        }
    };
}

titles! {
    /// All customers.
    AllCustomers = "all_customers",
    /// Customers by month.
    CustomersByMonth = "customers_by_month",
    /// New and churned customers.
    CustomerMoves = "customer_moves",
    /// Customers by market.
    CustomersByMarket = "customers_by_market",
    /// Customers by product.
    CustomersByProduct = "customers_by_product",
    /// Charges by month.
    ChargesByMonth = "charges_by_month",
    /// Charges by product.
    ChargesByProduct = "charges_by_product",
    /// Charges by customer.
    ChargesByCustomer = "charges_by_customer",
    /// Subscriptions by state.
    SubscriptionsByState = "subscriptions_by_state",
    /// New and churned subscriptions.
    SubscriptionMoves = "subscription_moves",
    /// Seats added and reduced.
    SeatMoves = "seat_moves",
    /// Subscriptions and seats by product.
    SubscriptionsByProduct = "subscriptions_by_product",
    /// Subscriptions and seats by customer.
    SubscriptionsByCustomer = "subscriptions_by_customer",
    /// Subscriptions by market.
    SubscriptionsByMarket = "subscriptions_by_market",
    /// The largest changes of seats.
    SeatChanges = "seat_changes",
    /// Subscriptions that end in 30 days.
    EndingSoon = "ending_soon",
    /// Subscriptions that end in the months to come.
    RenewalsByMonth = "renewals_by_month",
    /// Trials by product.
    TrialsByProduct = "trials_by_product",
    /// Subscriptions likely to be lost, by customer.
    AtRiskByCustomer = "at_risk_by_customer",
    /// Azure consumption by month and service.
    ConsumptionByMonth = "consumption_by_month",
    /// Azure consumption by service.
    ConsumptionByService = "consumption_by_service",
    /// Azure consumption by customer.
    ConsumptionByCustomer = "consumption_by_customer",
    /// Azure consumption by subscription.
    ConsumptionBySubscription = "consumption_by_subscription",
    /// New and churned Azure customers.
    AzureCustomerMoves = "azure_customer_moves",
    /// New and churned Azure subscriptions.
    AzureSubscriptionMoves = "azure_subscription_moves",
    /// Resellers by month.
    ResellersByMonth = "resellers_by_month",
    /// New and churned resellers.
    ResellerMoves = "reseller_moves",
    /// Revenue of resellers by month.
    RevenueByMonth = "revenue_by_month",
    /// Resellers by revenue.
    ByReseller = "by_reseller",
    /// Resellers by market.
    ResellersByMarket = "resellers_by_market",
    /// Resellers by product family.
    ResellersByFamily = "resellers_by_family",
    /// Customers with the largest gain or loss of consumption.
    ConsumptionMovers = "consumption_movers",
    /// Customers with the largest gain or loss of seats.
    SeatMovers = "seat_movers",
    /// Customers with the most seats that nobody uses.
    IdleSeats = "idle_seats",
    /// Office 365: units and users by month.
    OfficeByMonth = "office_by_month",
    /// Users of the workloads by month.
    WorkloadsByMonth = "workloads_by_month",
    /// Office 365 by workload.
    OfficeByWorkload = "office_by_workload",
    /// Office 365 by customer.
    OfficeByCustomer = "office_by_customer",
    /// Dynamics 365 by product.
    DynamicsByProduct = "dynamics_by_product",
    /// Dynamics 365 by customer.
    DynamicsByCustomer = "dynamics_by_customer",
    /// Power BI by product.
    PowerBiByProduct = "power_bi_by_product",
    /// Power BI by customer.
    PowerBiByCustomer = "power_bi_by_customer",
    /// Enterprise Mobility by product.
    EmsByProduct = "ems_by_product",
    /// Enterprise Mobility by customer.
    EmsByCustomer = "ems_by_customer",
    /// Meetings in Teams by month.
    MeetingsByMonth = "meetings_by_month",
    /// Meetings and calls in Teams by part.
    MeetingsByPart = "meetings_by_part",
    /// Users of Teams by part and device.
    TeamsByPart = "teams_by_part",
    /// Apps inside Teams.
    TeamsByApp = "teams_by_app",
}
