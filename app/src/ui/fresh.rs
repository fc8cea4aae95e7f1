//! How fresh the data is.

use crate::{text::format, ui::use_text};
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
    let t = text.licenses();
    let this_month = Month::of(TimeZone::UTC.to_datetime(now).date());
    let (class, words) = match month {
        None => ("fresh none", t.fresh_none.to_owned()),
        Some(month) => {
            let day = format::month_end(text.locale, month);
            let day = if month.year() == this_month.year() { day } else { format!("{day} {}", month.year()) };
            let day = if month.year() != this_month.year() && text.locale == crate::text::Locale::ZhTw {
                format!("{}年{}", month.year(), format::month_end(text.locale, month))
            } else {
                day
            };
            let words =
                imported.map_or_else(|| (t.fresh_only)(&day), |at| (t.fresh)(&day, &format::ago(text.locale, at, now)));
            (if this_month.since(month) > 2 { "fresh old" } else { "fresh" }, words)
        }
    };
    let exact = imported.map(|at| format::date_time(text.locale, at));
    view! { <span class=class title=exact>{words}</span> }
}
