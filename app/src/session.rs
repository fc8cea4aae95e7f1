//! Signing in.

mod api;
mod page;

pub(crate) use page::SignInPage;
