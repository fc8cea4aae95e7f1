//! One customer.

use super::plural;
use crate::text::CustomerText;

pub(in crate::text) static CUSTOMER: CustomerText = CustomerText {
    lead: |month| format!("Licences and usage in {month}"),
    tenant: "Tenant",
    domain: "Domain",
    market: "Market",
    segment: "Segment",
    not_known: "unknown",
    facts: "About this customer",
    by_product: "Licences by product",
    by_workload: "Usage by workload",
    trend: |name| format!("Licences of {name} by month"),
    no_rows_title: "No licences in these months",
    no_rows_lead: "The imported files have no licence rows for this customer in the chosen months.",
    unassigned_advice: |n| format!("{} bought and not assigned.", plural(n, "licence", "licences")),
    over_assigned: |n| format!("{} more assigned than bought.", plural(n, "licence", "licences")),
    back: "All customers",
};
