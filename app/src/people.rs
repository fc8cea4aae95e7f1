//! User management and User details.

mod after;
mod api;
mod list;
mod person;
mod roles;

pub(crate) use list::UsersPage;
pub(crate) use person::PersonPage;
