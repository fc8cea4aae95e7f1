//! The review report for a customer, and how its paper looks.

use super::plural;
use crate::text::BriefingText;

pub(in crate::text) static BRIEFING: BriefingText = BriefingText {
    title: "Review report",
    lead: "To go through with the customer: choose what is in it, say something of your own, and take it as a PDF or print it.",
    sections: [
        "Licences and adoption",
        "Licences by product",
        "Usage by workload",
        "Subscriptions and renewals",
        "Azure consumption",
        "What to do next",
        "Comment",
    ],
    show_sections: "Sections",
    course: "Course of",
    course_of: |n| format!("{n} months"),
    language: "Language of the report",
    show: "Show",
    pdf: "Download as PDF",
    comment: "Comment for the customer",
    comment_help: "Kept for the next report of this customer, with the language chosen above. An empty line begins a paragraph.",
    keep: "Keep comment and language",
    kept: "Kept for this customer’s next report.",
    look: "Logo and colour",
    presented_by: |partner| format!("Presented by {partner}"),
    period: |months| format!("Figures of {months}"),
    made: |day| format!("Made on {day}"),
    page_of: |page, of| format!("Page {page} of {of}"),
    reading: "“–” means that the figure is not known. It is not zero. Figures are as the vendor publishes them, and may count licences bought elsewhere.",
    nothing: "Nothing is known of this.",
    more_rows: |n| format!("and {n} more"),
    ending: |n| {
        format!(
            "{} within 30 days without renewing. Decide now what is to go on.",
            plural(n, "subscription ends", "subscriptions end")
        )
    },
    unassigned: |n| {
        format!(
            "{} bought and not assigned. List who should have them, department by department, and agree on how many are kept as spares.",
            plural(n, "licence is", "licences are")
        )
    },
    over_assigned: |n| {
        format!(
            "{} assigned than bought. Find out which people have left, or buy what is missing.",
            plural(n, "licence more is", "licences more are")
        )
    },
    low_product: |name, share, left| {
        format!(
            "{name}: {share} assigned, {} free. Assign by group, so that newcomers have them on their first day.",
            plural(left, "licence", "licences")
        )
    },
    low_workload: |name, share, left| {
        format!(
            "{name}: {share} of those who may use it do; {} not yet. Choose one everyday task, teach it in an hour per team, and look again after two months.",
            plural(left, "seat does", "seats do")
        )
    },
    all_used: "Licences are assigned and used well. Keep it so: assign by group, and look again in three months.",
    no_font: |signs| {
        format!(
            "The PDF was not made: no font on the server has the signs {signs}. Whoever runs the server installs fonts with Chinese (on Debian and Ubuntu: fonts-noto-cjk), or names a folder of fonts with SEATSCOPE_FONTS. The page can be printed meanwhile."
        )
    },
    brand: "Logo and colour",
    brand_lead: "How review reports for customers look.",
    colour: "Colour",
    colour_help: "As #rrggbb; empty for the usual blue. A colour too light for white letters is made darker.",
    logo: "Logo",
    logo_help: "PNG or JPEG, at most 256 KB. It stands on white.",
    no_logo: "No logo yet.",
    remove_logo: "Remove the logo",
    save: "Save",
    saved: "Saved. Reports look so from now on.",
};
