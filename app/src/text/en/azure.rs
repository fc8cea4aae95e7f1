//! Azure by day.

use crate::text::AzureText;

pub(in crate::text) static AZURE: AzureText = AzureText {
    title: "Azure by day",
    lead: "What was metered each day, and what it is estimated to cost",
    none_title: "No daily usage in these days",
    none_lead: "Import the daily-rated usage files, or choose other days.",
    meters: "Metered resources",
    meter: "Resource",
    by_day: "Units by day",
    units: "Units",
    subscriptions: "Subscriptions",
    cost: "Estimated cost",
    cost_why: "An estimate before tax from the vendor’s rated rows; not binding. Currencies are never added. Days without rows are unknown, not zero.",
    budgets: "Spending budgets",
    customer: "Customer",
    used: "Budget used",
    used_why: "Estimated cost of the month divided by the customer’s budget. At 100 % the budget is reached. Without a budget or a cost it has no value.",
    budget: "Budget",
    as_of: "As of",
};
