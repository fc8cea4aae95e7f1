//! Whole numbers and amounts. Never through floating point: cents have to add up.

use super::blank;
use model::BadCell;

/// Beyond this a count in one row is a mistake; it also keeps the sum of any file inside 64 bits.
const MOST: i64 = 1_000_000_000;
/// The same for an amount, in cents.
const MOST_CENTS: i64 = 1_000_000_000_000;
/// The same for an amount in billionths: a thousand million dollars.
const MOST_NANOS: i64 = 1_000_000_000_000_000_000;
/// The same for an amount in any currency, or for units, in millionths: a thousand million.
const MOST_MICROS: i64 = 1_000_000_000_000_000;
/// Digits that fit a `u64` whatever they are.
const DIGITS: u32 = 18;

/// `digits` times ten to the power of minus `scale`.
struct Decimal {
    negative: bool,
    digits: u64,
    scale: i32,
}

/// Reads `-1,234.50`, `2.06E+2`. Commas only where they part thousands, so that a decimal comma is an error and
/// not a hundredfold amount.
fn decimal(cell: &[u8]) -> Option<Decimal> {
    let (negative, mut rest) = match cell {
        [b'-', rest @ ..] => (true, rest),
        rest => (false, rest.strip_prefix(b"+").unwrap_or(rest)),
    };
    let (mut digits, mut kept, mut scale) = (0_u64, 0_u32, 0_i32);
    let mut group: Option<u32> = None;
    let (mut any, mut fraction) = (false, false);
    while let [byte, more @ ..] = rest {
        match byte {
            b'0'..=b'9' => {
                any = true;
                if kept < DIGITS {
                    digits = digits * 10 + u64::from(byte - b'0');
                    kept += u32::from(digits > 0);
                    scale += i32::from(fraction);
                } else {
                    scale -= i32::from(!fraction);
                }
                group = group.map(|n| n + 1);
            }
            b',' if !fraction && any && (group == Some(3) || (group.is_none() && kept <= 3)) => group = Some(0),
            b'.' if !fraction => {
                if group.is_some_and(|n| n != 3) {
                    return None;
                }
                (fraction, group) = (true, None);
            }
            b'e' | b'E' if any => {
                let text = std::str::from_utf8(more).ok()?;
                let exponent: i32 = text.parse().ok().filter(|e| (-60..=60).contains(e))?;
                scale -= exponent;
                break;
            }
            _ => return None,
        }
        rest = more;
    }
    (any && group.is_none_or(|n| n == 3)).then_some(Decimal { negative, digits, scale })
}

/// The number times ten to the power of `shift`, and whether something smaller than one was left, rounded half
/// away from zero so that a credit cancels its charge.
fn scaled(number: &Decimal, shift: i32) -> Option<(i64, bool)> {
    let scale = number.scale - shift;
    let power = |n: i32| 10_u64.checked_pow(n.unsigned_abs());
    let (whole, exact) = if number.digits == 0 {
        (0, true)
    } else if scale <= 0 {
        (number.digits.checked_mul(power(scale)?)?, true)
    } else {
        match power(scale) {
            Some(unit) => {
                let rest = number.digits % unit;
                (number.digits / unit + u64::from(rest >= unit.div_ceil(2)), rest == 0)
            }
            None => (0, false),
        }
    };
    let whole = i64::try_from(whole).ok()?;
    Some((if number.negative { -whole } else { whole }, exact))
}

fn in_range(value: i64, most: i64) -> Result<Option<i64>, BadCell> {
    if value.abs() > most { Err(BadCell::TooLarge) } else { Ok(Some(value)) }
}

/// Up to nine plain digits: nearly every cell.
fn plain(cell: &[u8]) -> Option<i64> {
    if cell.is_empty() || cell.len() > 9 {
        return None;
    }
    cell.iter().try_fold(0_i64, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + i64::from(byte - b'0')))
}

/// A whole number, also when written as `206.0`; nothing when the cell says nothing.
pub(in crate::ingest) fn integer(cell: &[u8]) -> Result<Option<i64>, BadCell> {
    if let Some(value) = plain(cell) {
        return Ok(Some(value));
    }
    if blank(cell) {
        return Ok(None);
    }
    let number = decimal(cell.trim_ascii()).ok_or(BadCell::NotANumber)?;
    match scaled(&number, 0).ok_or(BadCell::TooLarge)? {
        (value, true) => in_range(value, MOST),
        _ => Err(BadCell::NotANumber),
    }
}

/// An amount in cents.
pub(in crate::ingest) fn amount(cell: &[u8]) -> Result<Option<i64>, BadCell> {
    money(cell, 2, MOST_CENTS)
}

/// An amount in billionths.
pub(in crate::ingest) fn nanos(cell: &[u8]) -> Result<Option<i64>, BadCell> {
    money(cell, 9, MOST_NANOS)
}

/// An amount or units in millionths.
pub(in crate::ingest) fn micros(cell: &[u8]) -> Result<Option<i64>, BadCell> {
    money(cell, 6, MOST_MICROS)
}

/// An amount times ten to the power of `shift`.
fn money(cell: &[u8], shift: i32, most: i64) -> Result<Option<i64>, BadCell> {
    if blank(cell) {
        return Ok(None);
    }
    let number = decimal(cell.trim_ascii()).ok_or(BadCell::NotAnAmount)?;
    in_range(scaled(&number, shift).ok_or(BadCell::TooLarge)?.0, most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers() {
        for (cell, value) in [
            ("0", 0),
            ("-3", -3),
            (" 1,234 ", 1234),
            ("1,234,567", 1_234_567),
            ("206.0", 206),
            ("2.06E+2", 206),
            ("1e3", 1000),
            ("0.0000000000000000000", 0),
            ("000000000042", 42),
            ("1000000000", 1_000_000_000),
        ] {
            assert_eq!(integer(cell.as_bytes()), Ok(Some(value)), "{cell}");
        }
        for cell in ["", "  ", "NULL", "null", "UNKNOWN"] {
            assert_eq!(integer(cell.as_bytes()), Ok(None), "{cell}");
        }
        for cell in [
            "x", "1.5", "12,34", "1,2345", ",123", "1,234,", "1.2.3", "-", ".", "e3", "1e", "1e999", "0x1f", "1 2",
            "2e-1",
        ] {
            assert_eq!(integer(cell.as_bytes()), Err(BadCell::NotANumber), "{cell}");
        }
        for cell in ["1000000001", "99999999999999999999999", "1e30"] {
            assert_eq!(integer(cell.as_bytes()), Err(BadCell::TooLarge), "{cell}");
        }
    }

    #[test]
    fn amounts_round_half_away_from_zero_and_never_drift() {
        for (cell, cents) in [
            ("487.50", 48_750),
            ("1,234.5", 123_450),
            ("0.1", 10),
            ("0.005", 1),
            ("-0.005", -1),
            ("0.00499999999999999999999", 0),
            ("0.30000000000000004", 30),
            ("1.2E-3", 0),
            ("5E-3", 1),
            ("1.5e3", 150_000),
            (".5", 50),
            ("7.", 700),
            ("9007199254.99", 900_719_925_499),
        ] {
            assert_eq!(amount(cell.as_bytes()), Ok(Some(cents)), "{cell}");
        }
        for cell in ["525,00", "1.234,50", "$5", "(5)", "nan", "inf"] {
            assert_eq!(amount(cell.as_bytes()), Err(BadCell::NotAnAmount), "{cell}");
        }
        assert_eq!(amount(b"10000000000.01"), Err(BadCell::TooLarge));
    }

    #[test]
    fn amounts_far_below_a_cent_are_kept() {
        for (cell, value) in [
            ("143.57", 143_570_000_000),
            ("0.000123456789", 123_457),
            ("-0.0000000005", -1),
            ("0.30000000000000004", 300_000_000),
            ("1.5E-7", 150),
            ("1,000,000,000", 1_000_000_000_000_000_000),
            ("NULL", 0),
        ] {
            assert_eq!(nanos(cell.as_bytes()).map(Option::unwrap_or_default), Ok(value), "{cell}");
        }
        for cell in ["1000000000.01", "99999999999999"] {
            assert_eq!(nanos(cell.as_bytes()), Err(BadCell::TooLarge), "{cell}");
        }
    }
}
