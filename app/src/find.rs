//! Finding: a few letters lead to a customer, a page, a report or a person, from anywhere.

mod api;
mod keys;
mod palette;
mod ways;

pub(crate) use keys::keys;
pub(crate) use palette::palette;
#[cfg(feature = "ssr")]
pub(crate) use ways::{groups, page_name};
