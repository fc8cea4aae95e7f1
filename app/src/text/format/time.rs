//! Months, days and moments as text.

use crate::text::Locale;
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use model::Month;

const EN_MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A month: `Oct 2026`, `2026年10月`.
#[must_use]
pub fn month(locale: Locale, month: Month) -> String {
    match locale {
        Locale::En => format!("{} {}", month_name(locale, month), month.year()),
        Locale::ZhTw => format!("{}年{}月", month.year(), month.number()),
    }
}

/// A month without its year: `Oct`, `10月`.
#[must_use]
pub fn month_name(locale: Locale, month: Month) -> String {
    match locale {
        Locale::En => EN_MONTHS[month.number() as usize - 1].to_owned(),
        Locale::ZhTw => format!("{}月", month.number()),
    }
}

/// A year as it stands under an axis: `’25`, `2025`.
#[must_use]
pub fn year_short(locale: Locale, month: Month) -> String {
    match locale {
        Locale::En => format!("’{:02}", month.year().rem_euclid(100)),
        Locale::ZhTw => month.year().to_string(),
    }
}

/// A span of months: `Oct 2025 – Oct 2026`; one month alone stands once.
#[must_use]
pub fn months(locale: Locale, range: model::MonthRange) -> String {
    if range.from == range.to {
        return month(locale, range.from);
    }
    format!("{} – {}", month(locale, range.from), month(locale, range.to))
}

/// The last day of a month without its year: `31 Oct`, `10月31日`.
#[must_use]
pub fn month_end(locale: Locale, month: Month) -> String {
    let days = match (month.number(), month.year()) {
        (2, y) if y % 4 == 0 && (y % 100 != 0 || y % 400 == 0) => 29,
        (2, _) => 28,
        (4 | 6 | 9 | 11, _) => 30,
        _ => 31,
    };
    match locale {
        Locale::En => format!("{days} {}", month_name(locale, month)),
        Locale::ZhTw => format!("{}月{days}日", month.number()),
    }
}

/// A day: `7 Oct 2026`, `2026年10月7日`.
#[must_use]
pub fn date(locale: Locale, day: Date) -> String {
    match locale {
        Locale::En => format!("{} {} {}", day.day(), month_name(locale, Month::of(day)), day.year()),
        Locale::ZhTw => format!("{}年{}月{}日", day.year(), day.month(), day.day()),
    }
}

/// A moment, in UTC: `7 Oct 2026, 09:05 UTC`.
#[must_use]
pub fn date_time(locale: Locale, at: Timestamp) -> String {
    let at = TimeZone::UTC.to_datetime(at);
    let clock = format!("{:02}:{:02} UTC", at.hour(), at.minute());
    match locale {
        Locale::En => format!("{}, {clock}", date(locale, at.date())),
        Locale::ZhTw => format!("{} {clock}", date(locale, at.date())),
    }
}

/// How long ago a moment lies, seen from `now`: `3 h ago`, `3 小時前`; beyond 30 days the day itself.
#[must_use]
pub fn ago(locale: Locale, at: Timestamp, now: Timestamp) -> String {
    let minutes = (now.as_second() - at.as_second()) / 60;
    let (n, en, zh) = match minutes {
        ..1 => return if locale == Locale::En { "just now" } else { "剛剛" }.to_owned(),
        1..60 => (minutes, "min", "分鐘"),
        60..1_440 => (minutes / 60, "h", "小時"),
        1_440..43_200 if minutes < 2_880 => (1, "day", "天"),
        1_440..43_200 => (minutes / 1_440, "days", "天"),
        _ => return date(locale, TimeZone::UTC.to_datetime(at).date()),
    };
    match locale {
        Locale::En => format!("{n} {en} ago"),
        Locale::ZhTw => format!("{n} {zh}前"),
    }
}
