//! How to read the measures of growth.

use crate::text::guides::{
    Guide,
    Part::{Points, Text},
    Section,
};

pub(super) const GROWTH: Guide = Guide {
    title: "Read growth",
    lead: "What the measures of customers, subscriptions, Azure and resellers say, and what they do not.",
    open: "Open Growth",
    sections: &[
        Section {
            title: "Two kinds of figures",
            parts: &[
                Text(
                    "Customers, seats and subscriptions are stocks: they are counted at a point in time. Over several months the last complete one is shown; adding months up would count the same seat again and again.",
                ),
                Text(
                    "New, churned, revenue, consumption and units are flows: they happen within a month, and months may be added.",
                ),
            ],
        },
        Section {
            title: "Customers",
            parts: &[Points(&[
                ("Customers", "have rows in CustomersAndTenants for the month."),
                ("New", "were not there in the month before."),
                ("Churned", "were there in the month before, and are not any more."),
                (
                    "By market",
                    "is the customer's country as the vendor has it, which may be that of the group's head office. Customers without one are counted as unknown.",
                ),
                ("The first month known", "has neither new nor churned: there is nothing before it to compare with."),
            ])],
        },
        Section {
            title: "Subscriptions",
            parts: &[Points(&[
                (
                    "Active and in grace",
                    "can be used. In grace, a payment or a renewal is late: this is the time to call.",
                ),
                ("Suspended", "is switched off and can come back. It is counted apart, and is no churn yet."),
                ("Deprovisioned", "is gone, with its data soon after."),
                ("New", "appears in this month for the first time, where an earlier month is known."),
                ("Churned", "became deprovisioned in this month."),
                (
                    "Billed revenue",
                    "is what the vendor billed, in US dollars. Rows that the vendor repeats for a second attribution are left out.",
                ),
            ])],
        },
        Section {
            title: "Azure",
            parts: &[Points(&[
                (
                    "Consumed revenue (ACR)",
                    "is the quantity used times the price that the customer pays. It is not an invoice: prepayments and reservations differ.",
                ),
                ("Customers with usage", "have at least one row in the months shown."),
                ("By service", "is as the vendor groups its meters."),
                ("Estimates", "are marked as such. They are before tax, and bind nobody."),
                (
                    "Past months may change.",
                    "The vendor restates them. A newer file replaces the month, and the import says by how much.",
                ),
            ])],
        },
        Section {
            title: "Resellers, for indirect providers",
            parts: &[Points(&[
                ("Active", "has rows in the month, and the vendor does not call it suspended or gone."),
                ("Billed revenue", "is that of all resellers together, in US dollars."),
            ])],
        },
        Section {
            title: "Compare fairly",
            parts: &[Points(&[
                ("Equal spans", "only: three months with the three before, or with the same three a year earlier."),
                ("A month under way", "is not complete, and always looks like a fall."),
                ("Currencies", "are never added to one another."),
                (
                    "Unknown, zero and not yet",
                    "are three things. “–” means that there is no file or no value, not that there was nothing.",
                ),
                (
                    "Other figures on the vendor's pages",
                    "often have another window: the last 30 days there, a calendar month here; or they count a row once for each attribution.",
                ),
            ])],
        },
        Section {
            title: "What to look at first",
            parts: &[Points(&[
                (
                    "New less churned",
                    "for a year. Steady churn under a good line of new customers is the cheapest growth to win back.",
                ),
                ("Suspended and in grace", "announce next month's churn."),
                ("Few customers, much consumption:", "see who the five largest are, and what you know of their plans."),
            ])],
        },
    ],
};
