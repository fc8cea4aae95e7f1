//! How to read the activity log.

use crate::text::guides::{
    Guide,
    Part::{Points, Steps, Text},
    Section,
};

pub(super) const ACTIVITY: Guide = Guide {
    title: "Read the activity log",
    lead: "Who of your company did what to which customer, and how to find it again.",
    open: "Open the activity log",
    sections: &[
        Section {
            title: "What a row says",
            parts: &[Points(&[
                ("Date and time", "in UTC, wherever you are. A record from the vendor's page has no seconds."),
                (
                    "Affected customer",
                    "leads to the customer's page. Some operations touch no customer; then there is none.",
                ),
                (
                    "Action",
                    "is what was done. One that the vendor has added since stands there as the vendor writes it.",
                ),
                (
                    "Performed by",
                    "is a person of your company, sometimes one of the customer's, as when they approve your access; or an application that acted by itself.",
                ),
                ("Status", "says whether it worked. What failed changed nothing."),
            ])],
        },
        Section {
            title: "Where it comes from, and why it is longer here",
            parts: &[
                Text(
                    "The vendor's interface hands out 90 days, its page shows a month and keeps no more than 800 records of a subscription. Here every record is kept for ever, and one that comes in two files stands here once.",
                ),
                Text(
                    "So import at least once a month: audit records as JSON, or the file that Export log on the vendor's page gives. Days that nobody imported in time are gone; an empty day here means “not imported” as often as “nothing happened”.",
                ),
            ],
        },
        Section {
            title: "Find something again",
            parts: &[Steps(&[
                "Set From and To. Without them the page shows the last month.",
                "Narrow by customer, by kind or action, by who did it, by status.",
                "Type what you know of the details into the search: an order, a subscription, an offer, a name, in any script. It is found as you typed it, also within a longer word.",
                "Open a row. What changed stands side by side, before and after.",
                "Take it away as CSV or JSON lines: exactly the rows that the filters leave, also those of further pages.",
            ])],
        },
        Section {
            title: "Questions, and where their answers are",
            parts: &[Points(&[
                (
                    "Why does a customer have more or fewer licences?",
                    "Kinds Orders and Subscriptions. The details have the quantity before and after.",
                ),
                (
                    "Was the promotion applied?",
                    "Details of the order: its promotion and its unit price, where the vendor tells them.",
                ),
                ("Who took a licence from this person?", "Kind Licences, and the person's name in the search."),
                (
                    "Since when can we not get into this customer?",
                    "Kind Granular delegated access: ended, terminated, expired.",
                ),
                ("Who changed what the customer may spend?", "Kind Azure: spending budget and spending limit."),
                (
                    "What did a colleague do before leaving?",
                    "Performed by, and a span of days. Export it while you are there.",
                ),
            ])],
        },
        Section {
            title: "A look every week",
            parts: &[Points(&[
                ("Failed actions", "tell of missing rights and of orders that somebody believes were placed."),
                ("New partner users and role changes", "should be people you know."),
                ("Application credentials", "are keys to your customers. Each new one has an owner, or it goes."),
                ("Removed customers and ended access", "are cheaper to talk about in the same week."),
            ])],
        },
    ],
};
