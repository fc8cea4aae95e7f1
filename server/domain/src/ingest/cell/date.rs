//! Dates and months in all the spellings of the vendor's files, as days since 1970.

use super::blank;
use model::BadCell;

/// Which of two numbers before a slash is the day; decided once per file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::ingest) enum DateOrder {
    /// `7/31/2023`
    #[default]
    MonthFirst,
    /// `31/7/2023`
    DayFirst,
}

const MONTHS: [&[u8]; 12] = [
    b"january",
    b"february",
    b"march",
    b"april",
    b"may",
    b"june",
    b"july",
    b"august",
    b"september",
    b"october",
    b"november",
    b"december",
];

/// A run of at most `most` digits at the start.
fn digits(text: &[u8], most: usize) -> Option<(u32, usize, &[u8])> {
    let length = text.iter().take(most).take_while(|byte| byte.is_ascii_digit()).count();
    let value = text[..length].iter().fold(0, |sum, byte| sum * 10 + u32::from(byte - b'0'));
    (length > 0).then(|| (value, length, &text[length..]))
}

/// Days from 1970-01-01 to a day of the Gregorian calendar; nothing for a day that is not in it.
fn days(year: u32, month: u32, day: u32) -> Option<i32> {
    let date = jiff::civil::Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    let date = date.ok()?;
    let (y, m, d) = (i32::from(date.year()), i32::from(date.month()), i32::from(date.day()));
    // Years that begin in March, so that the leap day is the last.
    let y = if m <= 2 { y - 1 } else { y };
    let in_year = (153 * ((m + 9) % 12) + 2) / 5 + d - 1;
    Some(365 * y + y.div_euclid(4) - y.div_euclid(100) + y.div_euclid(400) + in_year - 719_468)
}

/// What a time of day moves the date by, being in another zone than UTC: -1, 0 or 1.
fn clock(text: &[u8]) -> Option<i32> {
    let text = text.strip_prefix(b"T").or_else(|| text.strip_prefix(b" ")).unwrap_or(text).trim_ascii();
    if text.is_empty() {
        return Some(0);
    }
    let (hour, _, rest) = digits(text, 2)?;
    let (minute, _, mut rest) = digits(rest.strip_prefix(b":")?, 2)?;
    if let Some(more) = rest.strip_prefix(b":") {
        rest = digits(more, 2).filter(|(second, ..)| *second < 61)?.2;
        if let Some(more) = rest.strip_prefix(b".") {
            rest = digits(more, 12)?.2;
        }
    }
    let zone = rest.trim_ascii();
    if hour > 23 || minute > 59 {
        return None;
    }
    let (sign, offset) = match zone {
        b"" | b"Z" | b"z" | b"UTC" | b"AM" | b"PM" | b"am" | b"pm" => return Some(0),
        [b'+', offset @ ..] => (-1, offset),
        [b'-', offset @ ..] => (1, offset),
        _ => return None,
    };
    let (hours, _, rest) = digits(offset, 2)?;
    let rest = rest.strip_prefix(b":").unwrap_or(rest);
    let (minutes, _, rest) = if rest.is_empty() { (0, 0, rest) } else { digits(rest, 2)? };
    if hours > 14 || minutes > 59 || !rest.is_empty() {
        return None;
    }
    let of = |hours: u32, minutes: u32| i32::try_from(hours * 60 + minutes).ok();
    Some((of(hour, minute)? + sign * of(hours, minutes)?).div_euclid(24 * 60))
}

/// Both numbers of a date with slashes, the year, and what follows.
fn slashes(text: &[u8]) -> Option<(u32, u32, u32, &[u8])> {
    let (first, _, rest) = digits(text, 2)?;
    let (second, _, rest) = digits(rest.strip_prefix(b"/")?, 2)?;
    let (year, length, rest) = digits(rest.strip_prefix(b"/")?, 4)?;
    (length == 4).then_some((first, second, year, rest))
}

/// The two numbers of a cell that could be read either way.
pub(in crate::ingest) fn slashed(cell: &[u8]) -> Option<(u32, u32)> {
    slashes(cell.trim_ascii()).map(|(first, second, ..)| (first, second))
}

/// `Jul-23`, `July, 2023`: the first of the month.
fn named(text: &[u8]) -> Option<i32> {
    let length = text.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let name = &text[..length];
    let fits = |month: &&[u8]| length >= 3 && length <= month.len() && month[..length].eq_ignore_ascii_case(name);
    let month = u32::try_from(MONTHS.iter().position(fits)?).ok()? + 1;
    let rest = &text[length..];
    let year = &rest[rest.iter().take_while(|byte| matches!(byte, b'-' | b',' | b' ')).count()..];
    match digits(year, 4)? {
        (year, 4, b"") => days(year, month, 1),
        (year, 2, b"") => days(2000 + year, month, 1),
        _ => None,
    }
}

fn parse(text: &[u8], order: DateOrder) -> Option<i32> {
    if let Some((first, second, year, rest)) = slashes(text) {
        let (month, day) = match order {
            DateOrder::MonthFirst => (first, second),
            DateOrder::DayFirst => (second, first),
        };
        return Some(days(year, month, day)? + clock(rest)?);
    }
    let Some((year, 4, rest)) = digits(text, 4) else { return named(text) };
    let separator = rest.first().filter(|byte| matches!(byte, b'-' | b'/'))?;
    let (month, _, rest) = digits(&rest[1..], 2)?;
    let (day, rest) = match rest.strip_prefix(&[*separator]) {
        Some(rest) => digits(rest, 2).map(|(day, _, rest)| (day, rest))?,
        None if rest.is_empty() => (1, rest),
        None => return None,
    };
    Some(days(year, month, day)? + clock(rest)?)
}

/// A date or month. The year 1 is the vendor's word for *never*.
pub(in crate::ingest) fn date(cell: &[u8], order: DateOrder) -> Result<Option<i32>, BadCell> {
    if blank(cell) {
        return Ok(None);
    }
    let text = cell.trim_ascii();
    if text.starts_with(b"0001-01-01") || text.starts_with(b"1/1/0001") || text.starts_with(b"01/01/0001") {
        return Ok(None);
    }
    parse(text, order).map(Some).ok_or(BadCell::NotADate)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::Date;

    fn read(cell: &str, order: DateOrder) -> Option<String> {
        let days = date(cell.as_bytes(), order).ok().flatten()?;
        let day = Date::new(1970, 1, 1).unwrap().checked_add(jiff::Span::new().days(days)).unwrap();
        Some(day.to_string())
    }

    #[test]
    fn every_spelling_of_one_month() {
        for cell in [
            "2023-07-01",
            "2023-07-01T00:00:00",
            "2023-07-01T03:55:46.21Z",
            "2023-07-01T00:00:00+00:00",
            "2023-07-01T09:00:00+08:00",
            "2023-06-30T20:00:00-0500",
            "2023-07-01 00:00:00",
            "7/1/2023",
            "07/01/2023 00:00:00",
            "7/1/2023 12:00:00 AM",
            "Jul-23",
            "JULY 2023",
            "July, 2023",
            "2023/07/01",
            "2023-07",
        ] {
            assert_eq!(read(cell, DateOrder::MonthFirst).as_deref(), Some("2023-07-01"), "{cell}");
        }
        assert_eq!(read("31/12/2023", DateOrder::DayFirst).as_deref(), Some("2023-12-31"));
        assert_eq!(read("2024-02-29", DateOrder::DayFirst).as_deref(), Some("2024-02-29"));
        assert_eq!(read("1969-12-31", DateOrder::DayFirst).as_deref(), Some("1969-12-31"));
    }

    #[test]
    fn what_is_no_date() {
        for cell in [
            "31/12/2023",
            "2023-13-01",
            "2023-02-29",
            "Ju-23",
            "Julember 2023",
            "45108",
            "2023-07-01Tnoon",
            "2023-07-01T25:00",
            "1/1/23",
            "x",
        ] {
            assert_eq!(date(cell.as_bytes(), DateOrder::MonthFirst), Err(BadCell::NotADate), "{cell}");
        }
        for cell in ["", "NULL", "0001-01-01T00:00:00"] {
            assert_eq!(date(cell.as_bytes(), DateOrder::MonthFirst), Ok(None), "{cell}");
        }
    }
}
