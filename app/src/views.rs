//! Views of pages that people keep for themselves: the menu on pages whose state is their address.

mod api;
mod menu;

pub(crate) use api::Views;
pub(crate) use menu::{open_with, views_menu};

use leptos::prelude::*;

/// The visitor's views, asked for once with the page.
pub(crate) fn load() -> Views {
    Resource::new(|| (), |()| api::list())
}
