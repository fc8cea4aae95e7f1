//! How to get licences used.

use crate::text::guides::{
    Guide,
    Part::{Points, Steps, Text},
    Section,
};

pub(super) const ADOPTION: Guide = Guide {
    title: "Raise adoption",
    lead: "What to try when few of the licences that a customer bought are used, and when support calls are many.",
    open: "Open Product analytics",
    sections: &[
        Section {
            title: "Find where to begin",
            parts: &[Steps(&[
                "In Product analytics look at Customers by band. Deployment says how much of what was bought has been given to people; usage says how much of it they use.",
                "Select the lowest bar. The table now lists exactly those customers; sorted by Unassigned, those with the most idle seats come first.",
                "Open a customer. By product and by workload you see what lies idle there.",
                "Choose twelve months. A low figure that rises needs patience; one that falls needs a call.",
            ])],
        },
        Section {
            title: "Low deployment: bought, but not assigned",
            parts: &[Points(&[
                (
                    "Ask who should have them.",
                    "Often the list of names was simply never made. Offer to make it together, department by department.",
                ),
                (
                    "Have licences assigned by group.",
                    "Then whoever joins a department has them on the first day, and nobody has to remember.",
                ),
                (
                    "Tell spares from leftovers.",
                    "Some seats are meant to be free: for shared devices, for the next ten recruits. Agree on a number; only what is above it is idle.",
                ),
                (
                    "Speak of it before the renewal.",
                    "If there is nobody to give the seats to, propose fewer. A customer who hears that from you stays.",
                ),
            ])],
        },
        Section {
            title: "Low usage: assigned, but few are active",
            parts: &[Points(&[
                (
                    "Take one workload.",
                    "The one with many qualified and few active people that is nearest to everybody's day. Two at once confuse.",
                ),
                (
                    "Let others tell it.",
                    "A story of a company of the same trade, or a word from a colleague who saves an hour a week, does more than a list of features.",
                ),
                (
                    "Teach one task at a time.",
                    "A short film or a page with pictures for something people do every day: sharing a file, finding a time for five, working on one document together.",
                ),
                (
                    "Find one person per department.",
                    "Somebody who likes it and may be asked. Give them the news first.",
                ),
                (
                    "Take away what competes.",
                    "As long as the old file share and the other chat stay open, habit wins. Set a date with the customer.",
                ),
                (
                    "Measure after two months.",
                    "Active looks back 28 days, and the vendor publishes a month late: what you do today shows in the second month from now.",
                ),
            ])],
        },
        Section {
            title: "Many support calls: people try, and get stuck",
            parts: &[
                Text(
                    "Calls after a roll-out are a good sign: somebody is using it. If calls and usage rise together, teach. If calls fall and usage falls with them, people have given up: call the customer.",
                ),
                Points(&[
                    (
                        "Count calls by question.",
                        "A handful of questions makes most of them, and usually they are about how something is done, not about something broken.",
                    ),
                    (
                        "Train for exactly these.",
                        "One hour per group, with the customer's own documents, recorded for those who were away.",
                    ),
                    (
                        "Offer ways to help oneself.",
                        "A page of answers that can be searched, linked from the reply that every call gets at once. A way to reset one's own password ends a whole kind of call.",
                    ),
                    (
                        "When something did break, look at the activity log.",
                        "Filter for the customer and the days before the calls began: a changed subscription or licence is often the cause.",
                    ),
                ]),
            ],
        },
        Section {
            title: "Go through it with the customer",
            parts: &[Steps(&[
                "Open the customer and select Review report. It has what that page shows, and what to do next.",
                "Choose sections and the customer’s language, and say something of your own: the comment is kept for the next time.",
                "Download it as a PDF, or print it. Logo and colour are set once, in Account settings.",
            ])],
        },
        Section {
            title: "Read the figures right",
            parts: &[Points(&[
                ("Deployment %", "is assigned ÷ sold."),
                (
                    "Usage %",
                    "is active ÷ qualified: people who used a workload in the last 28 days, of the seats that entitle to it.",
                ),
                (
                    "Several rows together",
                    "are the sum of the ones over the sum of the others, so a large customer weighs more than a small one.",
                ),
                (
                    "More than 100 %",
                    "is possible: a licence changed hands within the month, or a subscription has ended and its people are still counted while its seats are not.",
                ),
                (
                    "“–”",
                    "means that there is no value: nothing sold, or no file with these rows imported. It is not zero.",
                ),
                (
                    "Licences from elsewhere",
                    "are in the figures too: the vendor counts what the customer has from all sellers.",
                ),
            ])],
        },
    ],
};
