//! What else can go wrong, in words.

use super::PlainPage;
use crate::{text::Text, ui::ErrorState};
use leptos::prelude::*;
use model::AppError;

/// An error instead of a page.
#[derive(Clone, Debug)]
pub struct Trouble(pub AppError);

impl PlainPage for Trouble {
    const MARK: &'static str = "trouble";

    fn title(&self, text: &'static Text) -> String {
        text.errors.failed_title.to_owned()
    }

    fn view(self, _text: &'static Text) -> AnyView {
        view! { <ErrorState error=self.0 /> }.into_any()
    }
}
