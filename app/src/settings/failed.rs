//! Plain forms come back to their page; its address says what went wrong.

use crate::ui::{ErrorState, Notice, NoticeKind, use_text};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use model::{AppError, Invalid, pairs};

/// What a plain form is told in the address, and as what.
const CODES: [(&str, AppError); 13] = [
    ("fresh", AppError::NeedsFreshSignIn),
    ("last-admin", AppError::LastAdmin),
    ("token", AppError::Invalid { what: Invalid::Token }),
    ("busy", AppError::Busy),
    ("guest", AppError::Invalid { what: Invalid::GuestRole }),
    ("end-date", AppError::Invalid { what: Invalid::EndDate }),
    ("own-end-date", AppError::Invalid { what: Invalid::OwnEndDate }),
    ("person", AppError::Invalid { what: Invalid::Person }),
    ("name", AppError::Invalid { what: Invalid::Name }),
    ("other-accounts", AppError::Invalid { what: Invalid::OtherAccounts }),
    ("member", AppError::Invalid { what: Invalid::Member }),
    ("main-customer", AppError::Invalid { what: Invalid::MainCustomer }),
    ("setting", AppError::Invalid { what: Invalid::Setting }),
];

/// The code of an error that a page can say better than a line of text; nothing for others.
#[must_use]
pub fn failed_code(error: &AppError) -> Option<&'static str> {
    CODES.iter().find(|(_, known)| known == error).map(|(code, _)| *code)
}

/// What came of the form: `saved` where the address says that it was done, an error where it says so.
pub(crate) fn outcome(saved: &'static str) -> AnyView {
    let t = &use_text().errors;
    let pairs = pairs(&use_location().search.get_untracked());
    let value = |wanted: &str| pairs.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
    if value("saved").is_some() {
        return view! { <Notice kind=NoticeKind::Good>{saved}</Notice> }.into_any();
    }
    let error = value("failed").and_then(|code| CODES.iter().find(|(known, _)| *known == code));
    match error.map(|(_, error)| error.clone()) {
        Some(AppError::Invalid { what }) => {
            view! { <Notice kind=NoticeKind::Bad>{(t.invalid)(what)}</Notice> }.into_any()
        }
        Some(error) => view! { <ErrorState error /> }.into_any(),
        None => ().into_any(),
    }
}
