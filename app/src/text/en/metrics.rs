//! The definitions of all metrics, in the order of [`Metric::ALL`].

use crate::text::Kpi;
use model::Metric;

const fn kpi(label: &'static str, note: &'static str, why: &'static str) -> Kpi {
    Kpi { label, note, why }
}

pub(super) const METRICS: [Kpi; Metric::ALL.len()] = [
    kpi(
        "Customers",
        "with rows in the month",
        "Customer tenants with rows in the vendor's customer file of the month, each counted once.",
    ),
    kpi(
        "Customers won",
        "not there the month before",
        "Customers with rows in a month and none in the month before. Unknown where the month before has not been imported.",
    ),
    kpi(
        "Customers lost",
        "no longer there",
        "Customers of the month before without rows in the month. Unknown where the month before has not been imported.",
    ),
    kpi(
        "Estimated charges",
        "billed revenue, before tax",
        "Billed revenue of the subscription file in US dollars before tax, attribution duplicates left out, added over the months. It is an estimate of the invoice and not binding.",
    ),
    kpi(
        "Licences sold",
        "seats your customers bought",
        "Seats bought and available in the customers' subscriptions at the end of the month.",
    ),
    kpi(
        "Licences assigned",
        "seats given to a person",
        "Seats that the customers have given to a person by the end of the month. Also called deployed.",
    ),
    kpi(
        "Deployment",
        "assigned ÷ sold, %",
        "Licences assigned divided by licences sold: the sum over the sum, never a mean of percentages. Without licences sold it has no value.",
    ),
    kpi("Qualified", "seats that entitle to a workload", "Seats that entitle to a workload, summed over workloads."),
    kpi(
        "Active, all workloads",
        "in the last 28 days",
        "People who used a workload in the last 28 days of the month, added up over workloads: not a number of users.",
    ),
    kpi(
        "Unused seats",
        "qualified − active",
        "Seats that entitle to a workload less the people active on it in 28 days, summed over workloads. Below zero when more people were active than seats entitle.",
    ),
    kpi(
        "Usage",
        "active ÷ qualified, %",
        "Active divided by qualified, both summed over workloads. Without qualified seats it has no value.",
    ),
    kpi(
        "Subscriptions",
        "active, in grace or suspended",
        "Subscriptions of the month that are active, in grace or suspended, each counted once.",
    ),
    kpi("Active subscriptions", "active or in grace", "Subscriptions of the month whose state is active or in grace."),
    kpi(
        "Suspended",
        "disabled subscriptions",
        "Subscriptions of the month whose state is suspended, which the vendor also calls disabled.",
    ),
    kpi("Deprovisioned", "ended subscriptions", "Subscriptions of the month whose state is deprovisioned or expired."),
    kpi(
        "Subscriptions won",
        "first seen in the month",
        "Subscriptions seen for the first time, in a month that has an earlier month to compare with.",
    ),
    kpi(
        "Subscriptions lost",
        "became deprovisioned",
        "Subscriptions that became deprovisioned in the month. Suspended ones are counted apart.",
    ),
    kpi(
        "Renewing in 30 days",
        "by themselves",
        "Subscriptions that are held and end within 30 days after the month's end, and renew by themselves.",
    ),
    kpi(
        "Ending in 30 days",
        "not renewing by themselves",
        "Subscriptions that are held and end within 30 days after the month's end, and do not renew by themselves or of which that is unknown.",
    ),
    kpi(
        "Past their end",
        "end date before the month's end",
        "Subscriptions that are still held although their end date lies before the end of the month.",
    ),
    kpi(
        "Renewing",
        "by month of their end",
        "Subscriptions held in the last month shown that end in a month to come and renew by themselves.",
    ),
    kpi(
        "Ending",
        "by month of their end",
        "Subscriptions held in the last month shown that end in a month to come and do not renew by themselves, or nobody knows.",
    ),
    kpi(
        "CSP revenue, trailing twelve months",
        "billed, US dollars",
        "Billed revenue of the twelve months before this one in US dollars, attribution duplicates left out. It does not follow the months and filters of the page. Months that have not been imported are missing from it, and it says how many.",
    ),
    kpi(
        "Trials ending in 30 days",
        "on the day of the import",
        "Held subscriptions whose trial ends within 30 days of the day on which the newest subscription analytics were given in, and that have not become paid. It does not follow the months of the page.",
    ),
    kpi(
        "Trials converted",
        "became paid",
        "Subscriptions whose trial became paid in the months shown, by the newest subscription analytics.",
    ),
    kpi(
        "Trials over",
        "ended in the months",
        "Subscriptions whose trial ended in the months shown and before the day on which the newest subscription analytics were given in.",
    ),
    kpi(
        "Trials kept",
        "over, and paid",
        "Those of the trials that ended in the months shown that became paid, whenever they did.",
    ),
    kpi(
        "Trial conversion",
        "kept of those over",
        "Of the trials that ended in the months shown, the share that became paid: trials kept divided by trials over.",
    ),
    kpi(
        "Renewed in 30 days",
        "before the day of the import",
        "Subscriptions last renewed within 30 days before the day on which the newest subscription analytics were given in. It does not follow the months of the page.",
    ),
    kpi(
        "At risk of churn",
        "high, by the vendor",
        "Active subscriptions whose risk of being lost the vendor calls high in the newest subscription analytics. It does not follow the months of the page.",
    ),
    kpi(
        "New in 24 hours",
        "before the import",
        "Subscriptions made within 24 hours before the newest subscription analytics were given in. It does not follow the months of the page.",
    ),
    kpi(
        "Customers added in 24 hours",
        "by the activity log",
        "Customers of whom the activity log tells, in its last 24 hours, that they were added and that it succeeded. It counts back from the log's newest record and does not follow the months of the page.",
    ),
    kpi(
        "Changes in 24 hours",
        "by the activity log",
        "Orders made and changes of subscriptions that succeeded in the last 24 hours of the activity log, seats added and taken away among them. It counts back from the log's newest record and does not follow the months of the page.",
    ),
    kpi(
        "Seats",
        "of all subscriptions",
        "Seats of the subscriptions at the end of the month, attribution duplicates left out.",
    ),
    kpi(
        "Seats added",
        "against the month before",
        "Seats that subscriptions gained against the month before, new subscriptions included. Unknown where the month before has not been imported.",
    ),
    kpi(
        "Seats reduced",
        "against the month before",
        "Seats that subscriptions lost against the month before, those that ended or were suspended for good included.",
    ),
    kpi(
        "Azure consumption",
        "US dollars",
        "Azure consumed revenue in US dollars, attribution duplicates left out, added over the months.",
    ),
    kpi("Customers on Azure", "with consumption rows", "Customers with Azure rows in the month."),
    kpi(
        "Customers without Azure",
        "no consumption rows",
        "Customers of the month's customer file without Azure rows in the month.",
    ),
    kpi(
        "Azure customers won",
        "not there the month before",
        "Customers with Azure rows in the month and none in the month before.",
    ),
    kpi(
        "Azure customers lost",
        "no longer there",
        "Customers with Azure rows in the month before and none in the month.",
    ),
    kpi("Azure subscriptions", "with consumption rows", "Subscriptions with Azure rows in the month."),
    kpi(
        "Azure subscriptions won",
        "not there the month before",
        "Subscriptions with Azure rows in the month and none in the month before.",
    ),
    kpi(
        "Azure subscriptions lost",
        "no longer there",
        "Subscriptions with Azure rows in the month before and none in the month.",
    ),
    kpi(
        "Resellers",
        "active on the last day",
        "Resellers with rows in the month, those left out whom the vendor calls suspended or gone.",
    ),
    kpi(
        "Resellers won",
        "not there the month before",
        "Resellers with rows in the month and none in the month before.",
    ),
    kpi("Resellers lost", "no longer there", "Resellers with rows in the month before and none in the month."),
    kpi("Transacting resellers", "with revenue in the month", "Resellers with billed revenue above zero in the month."),
    kpi(
        "Revenue of resellers",
        "billed, US dollars",
        "Billed revenue of all resellers in US dollars, added over the months.",
    ),
    kpi("Subscriptions sold", "by resellers", "Subscriptions in the resellers' rows of the month, each counted once."),
    kpi("Seats sold", "by resellers", "Seats in the resellers' rows of the month."),
];
