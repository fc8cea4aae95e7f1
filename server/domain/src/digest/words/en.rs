//! In English.

use super::{Words, difference, month};
use crate::mail::Language::En;
use model::{Change, ChangeKind as K, hundredths, int};

pub(super) const WORDS: Words = Words {
    told,
    subject: |account| format!("What changed at {account}"),
    lead: |account| format!("What changed at {account}, the most important first:"),
    came_in: "New data of the last seven days:",
    up_to: |dataset, month| format!("{dataset}, up to {month}"),
    page: "See it in Seatscope:",
    stop: |account| {
        format!(
            "This letter comes on Mondays because you are MPN partner admin of {account}. If you do not want it any more, stop it here:"
        )
    },
};

fn told(change: &Change) -> String {
    let Change { kind, name, now, before, .. } = change;
    let (now, before, when) = (*now, before.unwrap_or(0), month(En, change.month));
    let more = difference(change);
    match kind {
        K::RoleGiven => format!("{name} was given the role MPN partner admin."),
        K::CustomerLost => format!("{name} is a customer no longer: there was nothing of it in {when}."),
        K::CustomerWon => format!("{name} is a new customer in {when}."),
        K::SeatsLost | K::SeatsGained => format!(
            "{name} has {} {} {}: {} at the end of {when}, {} the month before.",
            int(more),
            if more == 1 { "seat" } else { "seats" },
            if *kind == K::SeatsLost { "fewer" } else { "more" },
            int(now),
            int(before)
        ),
        K::Ending if now == 1 => {
            format!("A subscription of {name} ends within 30 days of the end of {when} and does not renew by itself.")
        }
        K::Ending => format!(
            "{} subscriptions of {name} end within 30 days of the end of {when} and do not renew by themselves.",
            int(now)
        ),
        K::AssignedFell => format!(
            "{name} has assigned {} of its licences in {when}, {} the month before.",
            percent(now),
            percent(before)
        ),
        K::ActiveFell => format!(
            "{name} used {} of what its licences entitle to in {when}, {} the month before.",
            percent(now),
            percent(before)
        ),
        K::AzureFell | K::AzureRose => format!(
            "{name} consumed {} {} of Azure: {} in {when}, {} the month before.",
            usd(more),
            if *kind == K::AzureFell { "less" } else { "more" },
            usd(now),
            usd(before)
        ),
    }
}

fn percent(n: i64) -> String {
    format!("{} %", hundredths(n, 2))
}

fn usd(cents: i64) -> String {
    format!("{}${}", if cents < 0 { "−" } else { "" }, hundredths(cents.saturating_abs(), 2))
}
