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

pub(crate) use bulk::page as bulk_page;
pub(crate) use effective::effective;
pub(crate) use list::page as list_page;
pub(crate) use person::page as person_page;
pub(crate) use who::page as who_page;
