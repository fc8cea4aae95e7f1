//! Settings of the account: its API tokens, and what holds for everybody in it.

mod account;
mod api;
mod failed;
mod groups;
mod token_list;
mod tokens;

pub(crate) use account::AccountPage;
pub use failed::failed_code;
pub(crate) use failed::outcome;
pub(crate) use tokens::TokensPage;
