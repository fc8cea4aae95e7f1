//! Traditional Chinese, as written in Taiwan.

pub(super) mod access;
#[cfg(feature = "ssr")]
pub(super) mod actions;
pub(super) mod activity;
mod audit;
pub(super) mod azure;
#[cfg(feature = "ssr")]
pub(super) mod briefing;
pub(super) mod customer;
pub(super) mod data;
#[cfg(feature = "ssr")]
pub(super) mod digest;
#[cfg(feature = "ssr")]
pub(super) mod downloads;
mod errors;
pub(super) mod find;
pub(super) mod first_run;
#[cfg(feature = "ssr")]
pub(super) mod guides;
pub(super) mod imports;
pub(super) mod insight;
mod landing;
pub(super) mod licenses;
pub(super) mod me;
mod metrics;
mod nav;
pub(super) mod notices;
#[cfg(feature = "ssr")]
pub(super) mod order;
pub(super) mod paper;
pub(super) mod provider;
pub(super) mod requests;
pub(super) mod reviews;
mod roles;
pub(super) mod security;
pub(super) mod settings;
pub(super) mod signin;
mod states;
pub(super) mod users;
pub(super) mod views;

use super::{Locale, Text};

/// All texts.
pub(super) static TEXT: Text = Text {
    locale: Locale::ZhTw,
    nav: nav::NAV,
    landing: landing::LANDING,
    roles: roles::ROLES,
    errors: errors::ERRORS,
    states: states::STATES,
    audit: audit::AUDIT,
};
