//! What a page shows while its data is on its way, when it has come, and when it has not.

use crate::{error::ApiError, ui::ErrorState};
use leptos::prelude::*;
use std::sync::Arc;

/// Data on its way from a server function.
pub(crate) type Loading<T> = Resource<Result<T, ApiError>>;

/// The content once it is there, an explanation when it cannot be; until then `meanwhile`, in its final size. When the
/// data is asked for anew, what was there stays until the new has come.
pub(crate) fn loaded<T>(
    data: Loading<T>,
    meanwhile: fn() -> AnyView,
    content: impl Fn(T) -> AnyView + Send + Sync + 'static,
) -> AnyView
where
    T: Clone + Send + Sync + 'static,
{
    let content = Arc::new(content);
    let shown = move || {
        let content = Arc::clone(&content);
        Suspend::new(async move {
            match data.await {
                Ok(value) => content(value),
                Err(ApiError(error)) => view! { <ErrorState error /> }.into_any(),
            }
        })
    };
    view! { <Transition fallback=meanwhile>{shown}</Transition> }.into_any()
}
