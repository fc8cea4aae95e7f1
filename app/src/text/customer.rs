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
        overrides: S,
        overrides_lead: S,
        own_name: S,
        own_name_help: fn(&str) -> String,
        own_market: S,
        vendor_market: S,
        part_of: S,
        part_of_help: S,
        save: S,
        saved: S,
        merged: S,
        split: S,
        review: S,
        back: S,
    }
}
