//! What went wrong, why, and what to do next.

use crate::text::ErrorText;
use model::{AccessRequest, Invalid, PasswordProblem, Refusal, RequestState};

pub(super) const ERRORS: ErrorText = ErrorText {
    not_allowed_title: "You may not see this page",
    not_allowed: |role| format!("Only people with the role {role} can open it."),
    who_can_grant: "These people can give you the role:",
    nobody_can_grant: "Nobody in this account can give it at present. Ask the person who runs this server.",
    request_access: "Request access",
    ask_note: "Why you need it (optional)",
    asked,
    withdraw: "Withdraw the request",
    how_to_ask: |role| {
        format!("They find you under User management, select {role} in your user details, and choose Update.")
    },
    program_title: "Not for this account’s programs",
    program: |programs| format!("This page is for accounts in one of these programs: {programs}."),
    program_next: "The person who runs this server sets the account’s programs.",
    second_factor_title: "One more step before you can see this",
    second_factor: "This account asks for a second factor: a passkey, or a code from an authenticator app.",
    second_factor_next: "Continue",
    fresh_title: "Confirm that it is you",
    fresh: "You signed in more than ten minutes ago. Giving roles, making tokens and changing how people sign in need a fresh proof. Nothing was changed.",
    fresh_next: "Confirm",
    busy: "Another change is under way, or too many people ask at once. Nothing was changed; try again in a moment.",
    other_account: "You switched to another account in another tab. Nothing was changed here; reload the page.",
    not_found_title: "There is nothing at this address",
    not_found: "The page was moved or removed, the address is misspelt, or it belongs to another account.",
    to_start: "To the home page",
    failed_title: "This page could not be made",
    failed: "Something broke on the server. Nothing you entered was changed. Try again; if it stays, give this number to the person who runs the server.",
    request: |id| format!("Request {id}"),
    try_again: "Try again",
    signed_out_title: "You are not signed in",
    signed_out: "Sign in to see this page.",
    stale: |by| {
        match by {
        Some(by) => format!("{by} changed these roles while this page was open. Nothing was saved. Look at the roles as they are now and choose again."),
        None => "These roles were changed while this page was open. Nothing was saved. Look at the roles as they are now and choose again.".to_owned(),
    }
    },
    last_admin: "Nothing was saved: the account must keep an acting MPN partner admin. Give the role to somebody else first.",
    no_space: "The server has no room left. Nothing was changed. Tell the person who runs it.",
    invalid,
    offline: "No connection to the server. What you see may be out of date.",
    reload: "Reload",
    reload_why: "There is a newer version of this page.",
};

fn invalid(what: Invalid) -> String {
    match what {
        Invalid::Request => "The server could not read this request. Reload the page and try again.",
        Invalid::Filter => {
            "The address holds a filter or a month that does not exist. Clear the filters and choose again."
        }
        Invalid::LinkAlone => {
            "You have your own way to sign in here already. Sign in with it now; then the link lets you into its account, too."
        }
        Invalid::OtherAccounts => {
            "You belong to another partner account, too, and a link from an admin let you in here. Sign in with your own password \
             or passkey, by e-mail, or with a link from whoever runs this installation, and try again."
        }
        Invalid::Link => "This sign-in link is unknown, used or too old. Ask for a new one.",
        Invalid::RoleHeld => "The role is held already. Reload the page.",
        Invalid::TooManyRequests => "You have asked often today. Nothing was sent; ask again tomorrow.",
        Invalid::ReviewUndecided => "Something is not decided yet. Nothing was changed.",
        Invalid::Upload => "Give one file at a time. Nothing was imported.",
        Invalid::GuestRole => "Guests may not hold this role. Nothing was changed.",
        Invalid::EndDate => "The end date must lie in the future. Nothing was changed.",
        Invalid::OwnEndDate => "Somebody else has to change the end date of your own role.",
        Invalid::Person => "A person needs a name and an e-mail address.",
        Invalid::Member => "This person is in the account already.",
        Invalid::NothingToPutBack => "What this import replaced is no longer kept, so it cannot be undone.",
        Invalid::MainCustomer => {
            "No single other customer is called so. Write the whole name as it stands in the list of customers, or the tenant. Nothing was changed."
        }
        Invalid::Setting => "A value is out of its bounds. Nothing was changed.",
        Invalid::TooManyLetters => {
            "Too many letters were asked for in a short time. None was sent; look among unwanted mail, and try again later."
        }
        Invalid::Name => "A name has 1 to 200 characters, in one line. Yours was not changed.",
        Invalid::ViewName => "The name of a view has 1 to 80 characters, in one line. Nothing was changed.",
        Invalid::TooManyViews => "You keep a hundred views already. Delete one, and save this one again.",
        Invalid::TooManyFiles => "You have as many waiting files or kept orders as one may. Wait, or delete some first.",
        Invalid::Comment => "The comment is longer than 4,000 characters. Nothing was changed.",
        Invalid::Logo => "The logo must be a whole PNG or JPEG of at most 256 KB and 4,000 dots a side. Nothing was changed.",
        Invalid::Token => "A token needs a name, at least one use, and 1 to 365 days. None was made.",
        Invalid::Password(problem) => return password(problem),
        Invalid::Proof(refusal) => return refused(refusal),
    }
    .to_owned()
}

fn password(problem: PasswordProblem) -> String {
    match problem {
        PasswordProblem::TooShort(least) => {
            format!("The password needs at least {least} characters. A few words in a row are easy to remember.")
        }
        PasswordProblem::TooLong(most) => format!("The password may have at most {most} characters."),
        PasswordProblem::Common => {
            "This is little more than a password that attackers try first. Add words of your own.".to_owned()
        }
        PasswordProblem::AboutYou => {
            "This is little more than your name, your address, the account’s name or the program’s. Add words of your own."
                .to_owned()
        }
        PasswordProblem::Pattern => {
            "This repeats a few characters, or runs along the alphabet or the digits. Add words of your own.".to_owned()
        }
    }
}

fn refused(refusal: Refusal) -> String {
    match refusal {
        Refusal::Password => "The e-mail address or the password is wrong.".to_owned(),
        Refusal::Code => "This code is wrong, was used already, or is too old. Take the next one.".to_owned(),
        Refusal::Passkey => "This passkey was not accepted. Try again, or sign in another way.".to_owned(),
        Refusal::Wait(seconds) if seconds < 120 => {
            format!("Too many wrong tries. The next one counts in {seconds} seconds.")
        }
        Refusal::Wait(seconds) => {
            format!("Too many wrong tries. The next one counts in {} minutes.", seconds.div_ceil(60))
        }
        Refusal::Stopped => {
            "Too many wrong tries. Ask an MPN partner admin of your account, or the person who runs this server, for a sign-in link."
                .to_owned()
        }
    }
}

fn asked(request: &AccessRequest, when: &str) -> Option<String> {
    match (request.state, request.decided_by.as_deref()) {
        (RequestState::Open, _) => Some(format!("You asked on {when}. The request is waiting for a decision.")),
        (RequestState::Denied, Some(by)) if request.reason.is_empty() => Some(format!("{by} declined your request.")),
        (RequestState::Denied, Some(by)) => Some(format!("{by} declined your request: {}", request.reason)),
        _ => None,
    }
}
