//! The landing page.

use crate::text::{LandingRow, LandingText};

pub(super) const LANDING: LandingText = LandingText {
    title: "Where to find what",
    lead: "How your customers use the licences they bought, and who in your company may see it.",
    rule: "Only a user with the role MPN partner admin sees figures about customers. Others get access by being given that role in User management.",
    table: "Data, where it is, what to read about it, and for whom",
    feed: "Power BI feed (OData, .pbids)",
    col_about: "To get data on",
    col_open: "Open or download",
    col_read: "Read",
    col_applies: "Applies to",
    rows: [
        LandingRow {
            about: "How customers use the licences they bought",
            open: "Product analytics (deployment and usage)",
            formats: "CSV, TSV",
            read: "Guide: raise adoption",
            applies: "CSP partners",
        },
        LandingRow {
            about: "Customer activity regarding subscriptions",
            open: "Activity log",
            formats: "CSV, JSON lines",
            read: "Guide: read the activity log",
            applies: "CSP partners",
        },
        LandingRow {
            about: "Growth of customer base, usage, Azure consumption and more",
            open: "Growth, Subscriptions, Azure",
            formats: "CSV",
            read: "Guide: read growth",
            applies: "CSP direct partners",
        },
    ],
    your_roles: "Your roles here",
    no_roles: "You hold no role here yet.",
    programs: "Programs of this account",
    who_can_grant: "People who can give you MPN partner admin",
    start_import: "Import data",
    start_import_lead: "Nothing has been imported yet. Drop the files that you download from the vendor's portal on the Data page.",
};
