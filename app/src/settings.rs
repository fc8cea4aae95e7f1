//! Settings of the account: its API tokens, and what holds for everybody in it.

mod account;
mod api;
mod failed;
mod groups;
mod products;
mod token_list;
mod tokens;

pub(crate) use account::page as account_page;
pub use failed::failed_code;
pub(crate) use failed::outcome;
pub(crate) use tokens::page as tokens_page;
