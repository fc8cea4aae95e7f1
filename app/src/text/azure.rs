//! Azure by day.

use super::S;

area! {
    /// Azure by day.
    AzureText {
        title: S,
        lead: S,
        none_title: S,
        none_lead: S,
        meters: S,
        meter: S,
        by_day: S,
        units: S,
        subscriptions: S,
        cost: S,
        cost_why: S,
        budgets: S,
        customer: S,
        used: S,
        used_why: S,
        budget: S,
        as_of: S,
    }
}
