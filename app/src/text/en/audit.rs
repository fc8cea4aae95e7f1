//! The audit page.

use crate::text::AuditText;

pub(super) const AUDIT: AuditText = AuditText {
    title: "Access audit",
    lead: "Who did what, and when. Nobody can change or remove a line.",
    from: "From",
    to: "To",
    action: "Action",
    all_actions: "All actions",
    person: "Person",
    everybody: "Everybody",
    search: "Search for whom or what",
    apply: "Apply",
    clear: "Clear",
    rows: "Lines, newest first",
    none_title: "No lines",
    none_lead: "Nothing in this account’s record fits the filters.",
    reason: |reason| format!("Reason: {reason}"),
    older: "Older",
    newest: "Newest",
    chain: "State of the record",
    verify: "Verify now",
    unverified: "Each line is bound to the one before. The record has not been verified yet.",
    whole: |row, at| format!("Whole: verified up to line {row} on {at}."),
    tampered: |row, at| {
        format!(
            "Tampered with: line {row} or later is not as it was written. Found on {at}. Tell the person who runs the server."
        )
    },
};
