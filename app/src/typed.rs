//! Search boxes that search as one types.

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};
use leptos_router::{NavigateOptions, hooks::use_navigate};
use std::time::Duration;

/// How long nothing must be typed before the search begins.
const PAUSE: Duration = Duration::from_millis(150);

/// For [`SearchField`](crate::ui::SearchField): goes to the address of what was typed, once the typing pauses. The address is
/// replaced, so that "back" leaves the page rather than taking a letter away.
pub(crate) fn typed(address: impl Fn(String) -> String + Send + Sync + 'static) -> Callback<String> {
    let navigate = use_navigate();
    let go = StoredValue::new(move |text: String| {
        let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
        navigate(&address(text), options);
    });
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(Some(timeout)) = waiting.try_update_value(Option::take) {
            timeout.clear();
        }
    };
    on_cleanup(stop);
    Callback::new(move |text: String| {
        stop();
        let begin = move || {
            go.try_with_value(|go| go(text));
        };
        waiting.set_value(set_timeout_with_handle(begin, PAUSE).ok());
    })
}
