//! The guides. They hold no data: whoever is signed in may read them.

use super::{plain::Pages, problem::SignedIn};
use app::plain::{GuideOn, Guides};
use axum::response::Response;

pub(super) async fn guides(_: SignedIn, pages: Pages) -> Response {
    pages.page(Guides)
}

pub(super) async fn adoption(_: SignedIn, pages: Pages) -> Response {
    pages.page(GuideOn::Adoption)
}

pub(super) async fn activity(_: SignedIn, pages: Pages) -> Response {
    pages.page(GuideOn::Activity)
}

pub(super) async fn growth(_: SignedIn, pages: Pages) -> Response {
    pages.page(GuideOn::Growth)
}
