//! One customer.

use super::S;

area! {
    /// One customer.
    CustomerText {
        lead: fn(&str) -> String,
        tenant: S,
        domain: S,
        market: S,
        segment: S,
        not_known: S,
        facts: S,
        by_product: S,
        by_workload: S,
        trend: fn(&str) -> String,
        no_rows_title: S,
        no_rows_lead: S,
        unassigned_advice: fn(u64) -> String,
        over_assigned: fn(u64) -> String,
        back: S,
    }
}
