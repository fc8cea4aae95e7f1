//! Instants as the vendor's page and its API write them, in UTC.

use super::super::cell::{self, DateOrder};
use jiff::{Timestamp, civil::Date, civil::DateTime, tz::TimeZone};
use model::{BadCell, Month};

/// An instant: seconds since 1970, and tenths of microseconds.
pub(super) type Instant = (i64, i64);

/// `10/27/2026, 11:16 PM`, `2026/10/27 下午 11:16`, `2026-10-27T23:16:35.1318767Z`.
pub(super) fn instant(text: &str, order: DateOrder, today: Date) -> Result<Instant, BadCell> {
    let text = text.trim();
    if text.is_empty() {
        return Err(BadCell::Empty);
    }
    let found = iso(text).or_else(|| spoken(text, order)).ok_or(BadCell::NotADate)?;
    let month = Month::of(TimeZone::UTC.to_datetime(found).date());
    // Further ahead is a slip, and would stretch the default range.
    if month.year() < 2000 || month > Month::of(today).plus(120) {
        return Err(BadCell::NotADate);
    }
    Ok((found.as_second(), i64::from(found.subsec_nanosecond() / 100)))
}

fn iso(text: &str) -> Option<Timestamp> {
    if !text.contains('T') {
        return None;
    }
    let utc = |time: DateTime| TimeZone::UTC.to_timestamp(time).ok();
    text.parse().ok().or_else(|| text.parse().ok().and_then(utc))
}

/// A date, and behind it a time of day as people write it.
fn spoken(text: &str, order: DateOrder) -> Option<Timestamp> {
    let end = text.find(|c: char| c == ',' || c.is_whitespace()).unwrap_or(text.len());
    let (date, clock) = text.split_at(end);
    let days = i64::from(cell::date(date.as_bytes(), order).ok()??);
    let clock = clock.trim_matches(|c: char| c == ',' || c.is_whitespace());
    Timestamp::from_second(days * 86_400 + if clock.is_empty() { 0 } else { seconds(clock)? }).ok()
}

/// Seconds since midnight.
fn seconds(clock: &str) -> Option<i64> {
    let upper = clock.to_uppercase().replace('.', "");
    let clock = upper.trim_end_matches("UTC").trim_end_matches('Z').trim();
    let half = |words: [&str; 2]| {
        let rest = words.iter().find_map(|word| clock.strip_prefix(word).or_else(|| clock.strip_suffix(word)));
        rest.map(str::trim)
    };
    let (clock, noon) = match (half(["AM", "上午"]), half(["PM", "下午"])) {
        (Some(rest), _) => (rest, Some(0)),
        (_, Some(rest)) => (rest, Some(12)),
        _ => (clock, None),
    };
    let mut parts = clock.split(':').map(|part| part.parse::<i64>().ok().filter(|n| (0..60).contains(n)));
    let (hour, minute, second) = (parts.next()??, parts.next()??, parts.next().unwrap_or(Some(0))?);
    let hour = match noon {
        Some(noon) if (1..=12).contains(&hour) => hour % 12 + noon,
        None if hour < 24 => hour,
        _ => return None,
    };
    (parts.next().is_none()).then_some(hour * 3600 + minute * 60 + second)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, BadCell> {
        let today = Date::constant(2026, 11, 22);
        let (second, ticks) = instant(text, DateOrder::MonthFirst, today)?;
        Ok(format!("{} {ticks}", Timestamp::from_second(second).unwrap()))
    }

    #[test]
    fn every_spelling_of_one_instant() {
        for text in [
            "10/27/2026, 11:16 PM",
            "10/27/2026 23:16",
            "10/27/2026, 11:16\u{202f}PM",
            "2026/10/27 下午 11:16",
            "2026-10-27 11:16:00 p.m.",
            "2026-10-27T23:16:00Z",
            "2026-10-27T23:16:00",
            "2026-10-28T07:16:00+08:00",
        ] {
            assert_eq!(read(text).as_deref(), Ok("2026-10-27T23:16:00Z 0"), "{text}");
        }
        assert_eq!(read("2026-10-27T23:16:35.1318767Z").as_deref(), Ok("2026-10-27T23:16:35Z 1318767"));
        assert_eq!(read("10/27/2026, 12:01 AM").as_deref(), Ok("2026-10-27T00:01:00Z 0"));
        assert_eq!(read("10/27/2026, 12:01 PM").as_deref(), Ok("2026-10-27T12:01:00Z 0"));
    }

    #[test]
    fn what_is_no_instant() {
        assert_eq!(read(" "), Err(BadCell::Empty));
        for text in
            ["yesterday", "10/27/2026, 13:16 PM", "10/27/2026, 24:00", "27/10/2026, 1:16 PM", "1999-10-27T23:16:00Z"]
        {
            assert_eq!(read(text), Err(BadCell::NotADate), "{text}");
        }
    }
}
