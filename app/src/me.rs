//! My account.

mod page;
mod preferences;

pub(crate) use page::MePage;
