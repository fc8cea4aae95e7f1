//! Letters in English.

use super::{Language::En, Letter, compose::Names, weekly};
use jiff::Timestamp;
use model::{Action, News};

const ROLE: &str = "MPN partner admin";

pub(super) fn write(letter: &Letter, names: &Names) -> (String, String) {
    let account = names.account;
    let (subject, body) = match letter {
        Letter::Invitation { link, until, by } => (
            format!("{} invites you to {account}", who(by.as_deref())),
            format!(
                "{} has added you to {account} in Seatscope. Sign in for the first time here:\n\n{}\n\n{}",
                who(by.as_deref()),
                names.link(link),
                once(*until)
            ),
        ),
        Letter::Reset { link, until } => (
            format!("Your sign-in link for {account}"),
            format!(
                "With this link you can sign in to {account} and set a new password:\n\n{}\n\n{} If you did not ask for it, you \
                 need not do anything.",
                names.link(link),
                once(*until)
            ),
        ),
        Letter::FileMade { name, rows } => (
            format!("{name} is ready"),
            format!("{name} of {account} is ready: {rows} rows. Download it here:\n\n{}", names.page("/downloads")),
        ),
        Letter::Digest { digest, .. } => weekly::write(En, digest, names),
        Letter::News { news } => tell(news, names),
    };
    (subject, format!("Hello {},\n\n{body}\n\n-- \nSeatscope\n{}\n", names.person, names.origin))
}

fn tell(news: &News, names: &Names) -> (String, String) {
    let (account, home) = (names.account, names.page("/"));
    match news {
        News::RoleGiven { person, by, .. } if *person == names.id => (
            format!("You are {ROLE} of {account} now"),
            format!(
                "{} has given you the role {ROLE} in {account}. You see its customers’ figures and decide who else may.\n\n{home}",
                who(by.as_deref())
            ),
        ),
        News::RoleGiven { person, name, by, .. } => (
            format!("{name} is {ROLE} of {account} now"),
            format!(
                "{} has given {name} the role {ROLE} in {account}. If that is not right, take it back here:\n\n{}",
                who(by.as_deref()),
                names.page(&format!("/users/{person}"))
            ),
        ),
        News::RoleTaken { person, by, .. } if *person == names.id => (
            format!("You are not {ROLE} of {account} any more"),
            format!("{} has taken the role {ROLE} in {account} from you.\n\n{home}", who(by.as_deref())),
        ),
        News::RoleTaken { person, name, by, .. } => (
            format!("{name} is not {ROLE} of {account} any more"),
            format!(
                "{} has taken the role {ROLE} in {account} from {name}.\n\n{}",
                who(by.as_deref()),
                names.page(&format!("/users/{person}"))
            ),
        ),
        News::RequestMade { name, .. } => (
            format!("{name} asks for access to {account}"),
            format!("{name} asks for the role {ROLE} in {account}. Decide here:\n\n{}", names.page("/access/requests")),
        ),
        News::RequestDecided { approved, by, reason, .. } => (
            format!("Your request for access to {account}"),
            format!(
                "{} has {} your request for the role {ROLE} in {account}.{}\n\n{home}",
                who(by.as_deref()),
                if *approved { "approved" } else { "denied" },
                said(reason)
            ),
        ),
        News::GrantEnds { person, until, .. } if *person == names.id => (
            format!("Your access to {account} ends soon"),
            format!(
                "Your role {ROLE} in {account} ends on {}. If you still need it, ask another {ROLE} of the account to give it for \
                 longer.\n\n{home}",
                En.moment(*until)
            ),
        ),
        News::GrantEnds { person, name, until, .. } => (
            format!("{name}’s access to {account} ends soon"),
            format!(
                "{name}’s role {ROLE} in {account} ends on {}. If it is still needed, give it for longer here:\n\n{}",
                En.moment(*until),
                names.page(&format!("/users/{person}"))
            ),
        ),
        News::ReviewDue => (
            format!("Time to review who has access to {account}"),
            format!(
                "The last access review of {account} was 90 days ago or longer. Go through who holds which role here:\n\n{}",
                names.page("/access/review")
            ),
        ),
        News::CredentialChanged { what } => (
            format!("The way you sign in to {account} was changed"),
            format!(
                "{} If it was not you, ask an {ROLE} of the account to end your sessions, at once.\n\n{}",
                changed(*what),
                names.page("/me")
            ),
        ),
    }
}

const fn changed(what: Action) -> &'static str {
    match what {
        Action::PasswordChanged => "Your password was set or removed.",
        Action::AuthenticatorChanged => "Your authenticator app was added or removed.",
        Action::PasskeyChanged => "A passkey of yours was added or removed.",
        Action::RecoveryCodesMade => "Your recovery codes were made anew.",
        Action::IdentityChanged => "Your account at an identity provider was connected or disconnected.",
        _ => "A way to sign in as you was changed.",
    }
}

fn who(by: Option<&str>) -> &str {
    by.unwrap_or("The host’s command line")
}

fn once(until: Timestamp) -> String {
    format!("The link works once, until {}.", En.moment(until))
}

/// Somebody's own words, if there are any.
fn said(words: &str) -> String {
    let words = words.trim();
    if words.is_empty() { String::new() } else { format!("\n\n“{words}”") }
}
