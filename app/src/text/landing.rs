//! The landing page.

use super::S;

/// One row of the landing page's table.
#[derive(Debug)]
pub struct LandingRow {
    /// To get data on …
    pub about: S,
    /// What to open or download.
    pub open: S,
    /// In which formats.
    pub formats: S,
    /// What to read.
    pub read: S,
    /// To which partners it applies.
    pub applies: S,
}

area! {
    /// The landing page.
    LandingText {
        title: S,
        lead: S,
        rule: S,
        table: S,
        feed: S,
        col_about: S,
        col_open: S,
        col_read: S,
        col_applies: S,
        rows: [LandingRow; 3],
        your_roles: S,
        no_roles: S,
        programs: S,
        who_can_grant: S,
        start_import: S,
        start_import_lead: S,
    }
}
