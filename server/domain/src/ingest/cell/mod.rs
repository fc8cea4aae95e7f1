//! What stands in one cell, typed, or what is wrong with it.

mod date;
mod number;

pub(super) use date::{DateOrder, date, slashed};
pub(super) use number::{amount, integer, micros, nanos};

use model::BadCell;
use uuid::Uuid;

/// Nothing: empty, or one of the vendor's words for it.
pub(super) fn blank(cell: &[u8]) -> bool {
    let cell = cell.trim_ascii();
    match cell.len() {
        0 => true,
        4 => cell.eq_ignore_ascii_case(b"null"),
        7 => cell.eq_ignore_ascii_case(b"unknown"),
        _ => false,
    }
}

/// A GUID in any case, with or without braces and dashes.
pub(super) fn guid(cell: &[u8]) -> Result<Option<u128>, BadCell> {
    if blank(cell) {
        return Ok(None);
    }
    Uuid::try_parse_ascii(cell.trim_ascii()).map(|guid| Some(guid.as_u128())).map_err(|_| BadCell::NotAGuid)
}

/// Yes or no.
pub(super) fn flag(cell: &[u8]) -> Result<Option<bool>, BadCell> {
    if let [digit @ (b'0' | b'1')] = cell {
        return Ok(Some(*digit == b'1'));
    }
    if blank(cell) {
        return Ok(None);
    }
    let cell = cell.trim_ascii();
    let is = |words: [&[u8]; 4]| words.iter().any(|word| cell.eq_ignore_ascii_case(word));
    if is([b"1", b"true", b"y", b"yes"]) {
        Ok(Some(true))
    } else if is([b"0", b"false", b"n", b"no"]) {
        Ok(Some(false))
    } else {
        Err(BadCell::NotAFlag)
    }
}

/// Text as spelt; empty when there is nothing. A zero byte is in no text that a database would take.
pub(super) fn text(cell: &[u8]) -> Result<&str, BadCell> {
    if blank(cell) {
        return Ok("");
    }
    match std::str::from_utf8(cell) {
        Ok(text) if !text.contains('\0') => Ok(text.trim()),
        _ => Err(BadCell::NotText),
    }
}

/// A subscription's state as the id of [`crate::fact::Dim::State`]: a place in [`crate::fact::STATES`] plus 1.
pub(super) fn state(cell: &[u8]) -> u32 {
    if blank(cell) {
        return 0;
    }
    let text: Vec<u8> = cell.iter().filter(|b| b.is_ascii_alphanumeric()).map(u8::to_ascii_lowercase).collect();
    match text.as_slice() {
        b"active" | b"open" => 1,
        b"ingraceperiod" | b"ingrace" => 2,
        b"disabled" | b"suspended" => 3,
        b"deprovisioned" | b"closed" | b"churned" | b"deleted" | b"expired" | b"inactive" => 4,
        _ => 5,
    }
}

/// A risk of losing a subscription as the id of [`crate::fact::Dim::Risk`].
pub(super) fn risk(cell: &[u8]) -> u32 {
    if blank(cell) {
        return 0;
    }
    match cell.trim_ascii().to_ascii_lowercase().as_slice() {
        b"low" => 1,
        b"medium" => 2,
        b"high" => 3,
        _ => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::STATES;

    #[test]
    fn guids_flags_and_states() {
        let id = Ok(Some(0x0a1b_2c3d_0000_0000_0000_0000_0000_0001));
        for cell in ["0A1B2C3D-0000-0000-0000-000000000001", " {0a1b2c3d-0000-0000-0000-000000000001} "] {
            assert_eq!(guid(cell.as_bytes()), id, "{cell}");
        }
        assert_eq!(guid(b"NULL"), Ok(None));
        assert_eq!(guid(b"0A1B2C3D-0000-0000-0000-00000000000"), Err(BadCell::NotAGuid));
        assert_eq!(
            (flag(b"Y"), flag(b"False"), flag(b""), flag(b"2")),
            (Ok(Some(true)), Ok(Some(false)), Ok(None), Err(BadCell::NotAFlag))
        );
        for (spelt, key) in [
            ("Open", "active"),
            ("In Grace Period", "in_grace"),
            ("Disabled", "suspended"),
            ("SUSPENDED", "suspended"),
            ("Churned", "deprovisioned"),
            ("pending", "other"),
        ] {
            assert_eq!(STATES[state(spelt.as_bytes()) as usize - 1], key, "{spelt}");
        }
        assert_eq!(state(b"null"), 0);
        assert_eq!(
            (text(b" a b "), text(b"UNKNOWN"), text(b"a\xff"), text(b"a\0")),
            (Ok("a b"), Ok(""), Err(BadCell::NotText), Err(BadCell::NotText))
        );
    }
}
