//! English.

pub(super) mod access;
#[cfg(feature = "ssr")]
pub(super) mod actions;
mod audit;
mod customer;
mod data;
mod errors;
mod imports;
mod landing;
mod licenses;
mod me;
mod nav;
mod roles;
pub(super) mod settings;
mod signin;
mod states;
mod users;

use super::{Locale, Text};

/// All texts.
pub(super) static TEXT: Text = Text {
    locale: Locale::En,
    nav: nav::NAV,
    signin: signin::SIGN_IN,
    landing: landing::LANDING,
    licenses: licenses::LICENSES,
    customer: customer::CUSTOMER,
    users: users::USERS,
    roles: roles::ROLES,
    data: data::DATA,
    imports: imports::IMPORTS,
    me: me::ME,
    errors: errors::ERRORS,
    states: states::STATES,
    audit: audit::AUDIT,
};

/// `1 customer`, `1,204 customers`.
fn plural(n: u64, one: &str, many: &str) -> String {
    format!("{} {}", super::format::count(n), if n == 1 { one } else { many })
}
