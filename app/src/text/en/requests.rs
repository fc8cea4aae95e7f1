//! Requests for a role.

use super::plural;
use crate::text::RequestText;
use model::RequestState;

pub(in crate::text) const REQUESTS: RequestText = RequestText {
    title: "Access requests",
    lead: "Colleagues who ask for a role. You decide.",
    none_title: "Nobody is waiting",
    none_lead: "A colleague without the role can ask for it on any page that is closed to them.",
    asks_for: |role| format!("asks for {role}"),
    asked: |ago| format!("asked {ago}"),
    no_note: "No note was given.",
    reason: "Reason (optional)",
    until: "Ends after (optional)",
    until_help: "Up to the end of that day in UTC. Empty: no end.",
    approve: "Approve",
    deny: "Decline",
    approve_of: |name| format!("Approve the request of {name}"),
    deny_of: |name| format!("Decline the request of {name}"),
    approved: "Approved. The role is given and works at the next page.",
    denied: "Declined. Nothing was given.",
    stale: |by| match by {
        Some(by) => format!("{by} was quicker: this request is closed. Nothing was changed."),
        None => "Somebody was quicker: this request is closed. Nothing was changed.".to_owned(),
    },
    decided: "Closed in the last 30 days",
    decided_by: |by, when| format!("{by}, {when}"),
    state: |state| match state {
        RequestState::Open => "waiting",
        RequestState::Approved => "approved",
        RequestState::Denied => "declined",
        RequestState::Withdrawn => "withdrawn",
        RequestState::Lapsed => "lapsed",
    },
    waiting: |n| format!("{} for a decision", plural(n, "request waits", "requests wait")),
    mine: "My requests",
    mine_none: "You have not asked for a role.",
};
