//! How a person signs in: what they have for it, and where they are signed in.

mod app;
mod codes;
mod identities;
mod name;
mod page;
mod passkeys;
mod password;
mod sessions;

pub(super) use self::{
    app::{begin as begin_app, confirm as confirm_app, remove as remove_app},
    codes::{make as make_codes, page as codes_page},
    identities::remove as remove_identity,
    name::rename,
    page::security,
    passkeys::{begin as begin_passkey, finish as finish_passkey, remove as remove_passkey},
    password::{remove as remove_password, set as set_password},
    sessions::{end, end_others},
};

use axum::response::{IntoResponse, Redirect, Response};

/// The page that these forms stand on.
const HERE: &str = "/me/security";

/// Back to it, with the news that it worked.
fn done() -> Response {
    Redirect::to("/me/security?done").into_response()
}

#[cfg(test)]
mod tests;
