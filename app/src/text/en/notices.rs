//! Notices.

use super::roles::name as role_name;
use crate::text::{Locale, NoticeText, format::date_time};
use model::{Action, News};

pub(in crate::text) const NOTICES: NoticeText = NoticeText {
    title: "Notices",
    lead: "What happened to your access and that of your colleagues",
    none_title: "No notices",
    none_lead: "When a role is given, taken or asked for, you are told here.",
    new: "new",
    all_seen: "Mark all as seen",
    line,
};

/// `mine` when the notice is about the reader.
fn line(news: &News, mine: bool) -> String {
    let by = |by: &Option<String>| by.clone().unwrap_or_else(|| "The server’s command line".to_owned());
    match news {
        News::RoleGiven { role, by: giver, .. } if mine => format!("{} gave you {}.", by(giver), role_name(*role)),
        News::RoleGiven { name, role, by: giver, .. } => format!("{} gave {name} {}.", by(giver), role_name(*role)),
        News::RoleTaken { role, by: taker, .. } if mine => format!("{} took {} from you.", by(taker), role_name(*role)),
        News::RoleTaken { name, role, by: taker, .. } => {
            format!("{} took {} from {name}.", by(taker), role_name(*role))
        }
        News::RequestMade { name, role, .. } => format!("{name} asks for {}.", role_name(*role)),
        News::RequestDecided { role, approved, by: who, reason } => {
            let what = if *approved { "approved" } else { "declined" };
            let why = if reason.is_empty() { String::new() } else { format!(" Reason: {reason}") };
            format!("{} {what} your request for {}.{why}", by(who), role_name(*role))
        }
        News::GrantEnds { role, until, .. } if mine => {
            format!("You hold {} until {}.", role_name(*role), date_time(Locale::En, *until))
        }
        News::GrantEnds { name, role, until, .. } => {
            format!("{name} holds {} until {}.", role_name(*role), date_time(Locale::En, *until))
        }
        News::ReviewDue => "The last access review was 90 days ago. Start the next one.".to_owned(),
        News::CredentialChanged { what } => {
            match what {
                Action::PasswordChanged => "Your password was changed.",
                Action::AuthenticatorChanged => "Your authenticator app was added or removed.",
                Action::PasskeyChanged => "A passkey of yours was added or removed.",
                Action::RecoveryCodesMade => "New recovery codes were made for you.",
                _ => "One of the ways in which you sign in was changed.",
            }
            .to_owned()
                + " If that was not you, tell an MPN partner admin."
        }
    }
}
