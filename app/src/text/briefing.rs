//! The review report for a customer, and how its paper looks.

use super::S;

area! {
    /// The review report for a customer, and how its paper looks.
    BriefingText {
        title: S,
        lead: S,
        sections: [S; 7],
        show_sections: S,
        course: S,
        course_of: fn(i32) -> String,
        language: S,
        show: S,
        pdf: S,
        comment: S,
        comment_help: S,
        keep: S,
        kept: S,
        look: S,
        presented_by: fn(&str) -> String,
        period: fn(&str) -> String,
        made: fn(&str) -> String,
        page_of: fn(usize, usize) -> String,
        reading: S,
        nothing: S,
        more_rows: fn(u64) -> String,
        ending: fn(u64) -> String,
        unassigned: fn(u64) -> String,
        over_assigned: fn(u64) -> String,
        low_product: fn(&str, &str, u64) -> String,
        low_workload: fn(&str, &str, u64) -> String,
        all_used: S,
        no_font: fn(&str) -> String,
        brand: S,
        brand_lead: S,
        colour: S,
        colour_help: S,
        logo: S,
        logo_help: S,
        no_logo: S,
        remove_logo: S,
        save: S,
        saved: S,
    }
}
