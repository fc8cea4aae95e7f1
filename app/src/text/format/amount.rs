//! Values in their unit and amounts of money as text.

use super::{NONE, int, percent_short};
use crate::text::Locale;
use model::{Micros, Percent, Unit, UsdCents, hundredths};

/// A value in its unit; a dash when unknown. Shares have one decimal, their names say `%`.
#[must_use]
pub fn value(locale: Locale, unit: Unit, value: Option<i64>) -> String {
    let Some(value) = value else { return NONE.to_owned() };
    match unit {
        Unit::Count => int(value),
        Unit::UsdCents => usd(locale, UsdCents(value)),
        Unit::Percent => percent_short(Some(Percent::from_hundredths(value))),
    }
}

/// The same in less room: amounts from 100 dollars on without cents.
#[must_use]
pub fn value_short(locale: Locale, unit: Unit, value: Option<i64>) -> String {
    match (unit, value) {
        (Unit::UsdCents, Some(cents)) if cents.abs() >= 10_000 => {
            let dollars = (cents.abs() + 50) / 100 * cents.signum();
            let written = usd(locale, UsdCents(dollars * 100));
            written.strip_suffix(".00").map_or(written.clone(), str::to_owned)
        }
        _ => self::value(locale, unit, value),
    }
}

/// Millionths with at most two decimals, or what there is below a hundredth: `1,204.5`, `0.00031`.
#[must_use]
pub fn micros(n: Micros) -> String {
    if n.0.unsigned_abs() < 10_000 {
        return n.to_string().replace('-', "−");
    }
    let text = hundredths((n.0.abs() + 5_000) / 10_000 * n.0.signum(), 2);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// An amount with its currency: `TWD 1,204.50`; a dash when unknown.
#[must_use]
pub fn money(amount: Option<Micros>, currency: &str) -> String {
    amount.map_or_else(
        || NONE.to_owned(),
        |amount| {
            let number = hundredths((amount.0.abs() + 5_000) / 10_000 * amount.0.signum(), 2);
            format!("{currency} {number}").trim_start().to_owned()
        },
    )
}

/// A number for an axis, in few signs: `250`, `12.5K`, `3M`; in Chinese `1.25萬`, `300萬`.
#[must_use]
pub fn compact(locale: Locale, n: i64) -> String {
    let units: [(i64, &str); 3] = match locale {
        Locale::En => [(1_000_000_000, "B"), (1_000_000, "M"), (1_000, "K")],
        Locale::ZhTw => [(1_000_000_000_000, "兆"), (100_000_000, "億"), (10_000, "萬")],
    };
    let found = units.into_iter().find(|(size, _)| n.abs() >= *size).filter(|_| n.abs() >= 10_000);
    let Some((size, name)) = found else { return int(n) };
    let parts = hundredths(n / (size / 100), 2);
    let parts = parts.trim_end_matches('0').trim_end_matches('.');
    format!("{parts}{name}")
}

/// US dollars: `US$1,234.00` in Chinese, `$1,234.00` in English.
#[must_use]
pub fn usd(locale: Locale, amount: UsdCents) -> String {
    let sign = if amount.0 < 0 { "−" } else { "" };
    let mark = if locale == Locale::En { "$" } else { "US$" };
    format!("{sign}{mark}{}", hundredths(amount.0.saturating_abs(), 2))
}
