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
    overrides: "What we say of this customer",
    overrides_lead: "In place of what the vendor's files say, for everybody in the account. The files stay as they came: empty a field to go back.",
    own_name: "Name",
    own_name_help: |vendor| format!("The vendor's name: {vendor}"),
    own_market: "Market",
    vendor_market: "As the vendor says",
    part_of: "Counts as part of",
    part_of_help: "Another customer, by its whole name or its tenant. All figures of this tenant then count there.",
    save: "Save",
    saved: "Saved. All pages count so from now on.",
    merged: "Tenants that count as part of this customer",
    split: "Split off",
    review: "Review report",
    back: "All customers",
};
