//! How fresh the data is.

use crate::{
    text::{Locale, Text, format},
    ui::use_text,
};
use jiff::{Timestamp, tz::TimeZone};
use leptos::prelude::*;
use model::Month;

/// A pill: to which day the data reaches and when it was imported. It warns when a whole month is missing.
#[component]
pub fn Fresh(
    /// The newest month with data.
    month: Option<Month>,
    /// When it was imported.
    imported: Option<Timestamp>,
    /// The server's clock, so that server and browser say the same.
    now: Timestamp,
) -> impl IntoView {
    let text = use_text();
    let class = match month {
        None => "fresh none",
        Some(month) if month_of(now).since(month) > 2 => "fresh old",
        Some(_) => "fresh",
    };
    let exact = imported.map(|at| format::date_time(text.locale, at));
    view! { <span class=class title=exact>{fresh_words(text, month, imported, now, false)}</span> }
}

fn month_of(now: Timestamp) -> Month {
    Month::of(TimeZone::UTC.to_datetime(now).date())
}

/// To which day the data reaches and when it was imported: how long ago, or, where words must stay true, exactly.
pub(super) fn fresh_words(
    text: &'static Text,
    month: Option<Month>,
    imported: Option<Timestamp>,
    now: Timestamp,
    exact: bool,
) -> String {
    let t = text.licenses();
    let Some(month) = month else { return t.fresh_none.to_owned() };
    let day = format::month_end(text.locale, month);
    let day = match text.locale {
        _ if !exact && month.year() == month_of(now).year() => day,
        Locale::En => format!("{day} {}", month.year()),
        Locale::ZhTw => format!("{}年{day}", month.year()),
    };
    let at = |at| if exact { format::date_time(text.locale, at) } else { format::ago(text.locale, at, now) };
    imported.map_or_else(|| (t.fresh_only)(&day), |imported| (t.fresh)(&day, &at(imported)))
}
