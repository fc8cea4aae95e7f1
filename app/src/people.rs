//! User management and User details.

mod add;
mod after;
mod api;
mod bulk;
mod effective;
mod list;
mod manage;
mod person;
mod roles;
mod who;

pub(crate) use bulk::BulkPage;
pub(crate) use list::UsersPage;
pub(crate) use person::PersonPage;
pub(crate) use who::WhoPage;
