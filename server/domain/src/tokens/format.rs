//! How a token is written: `seat_`, the letter of its kind, 32 random bytes and a checksum in base 62. The fixed beginning lets
//! scanners of source code find a leaked one; the checksum refuses a typing error without asking the database.

use crate::secret::Secret;

/// The fixed beginning: `p` is a person's token.
const BEGINNING: &str = "seat_p";
/// 32 bytes take 43 digits.
const RANDOM_DIGITS: usize = 43;
/// A CRC-32 takes 6.
const CHECK_DIGITS: usize = 6;
const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// A new token.
///
/// # Errors
/// An I/O error when the machine has no randomness to give.
pub(super) fn new() -> std::io::Result<Secret> {
    let mut random = [0; 32];
    getrandom::fill(&mut random).map_err(std::io::Error::other)?;
    let text = format!("{BEGINNING}{}", digits(&mut random, RANDOM_DIGITS));
    let check = check(&text);
    Ok(Secret::of(text + &check))
}

/// The tokens that stand in a text.
pub fn in_text(text: &str) -> impl Iterator<Item = &str> {
    let long = BEGINNING.len() + RANDOM_DIGITS + CHECK_DIGITS;
    text.match_indices(BEGINNING).filter_map(move |(at, _)| text.get(at..at + long)).filter(|it| is_token(it))
}

/// Whether a text is written as a token is: beginning, length and checksum.
pub(super) fn is_token(text: &str) -> bool {
    let Some(at) = text.len().checked_sub(CHECK_DIGITS) else { return false };
    let well_formed = text.starts_with(BEGINNING) && at == BEGINNING.len() + RANDOM_DIGITS;
    well_formed && text.split_at_checked(at).is_some_and(|(before, found)| check(before) == found)
}

fn check(text: &str) -> String {
    digits(&mut crc32fast::hash(text.as_bytes()).to_be_bytes(), CHECK_DIGITS)
}

/// A big-endian number in base 62, with leading zeros up to `length`. The number is used up.
fn digits(number: &mut [u8], length: usize) -> String {
    let mut text = vec![0; length];
    for digit in text.iter_mut().rev() {
        let mut rest = 0_usize;
        for byte in &mut *number {
            let value = rest * 256 + usize::from(*byte);
            *byte = u8::try_from(value / 62).unwrap_or(u8::MAX);
            rest = value % 62;
        }
        *digit = DIGITS[rest];
    }
    text.into_iter().map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_token_is_one_and_no_other() {
        let (one, other) = (new().unwrap(), new().unwrap());
        assert!(is_token(one.text()), "{}", one.text());
        assert_eq!(one.text().len(), 55);
        assert_ne!(one.text(), other.text());
    }

    #[test]
    fn a_typing_error_is_seen() {
        let token = new().unwrap().text().to_owned();
        for at in 0..token.len() {
            let mut wrong = token.clone().into_bytes();
            wrong[at] = if wrong[at] == b'x' { b'y' } else { b'x' };
            assert!(!is_token(&String::from_utf8(wrong).unwrap()), "at {at}");
        }
        for wrong in
            ["", "seat_p", "seat_é", &token[1..], &token[..54], &format!("{token}0"), &format!("{}é", &token[..53])]
        {
            assert!(!is_token(wrong), "{wrong}");
        }
    }

    #[test]
    fn tokens_are_found_in_any_text() {
        let (one, other) = (new().unwrap(), new().unwrap());
        let text = format!("é{}&x=seat_p{}seat_pé", one.text(), other.text());
        assert_eq!(in_text(&text).collect::<Vec<_>>(), [one.text(), other.text()]);
    }

    #[test]
    fn the_digits_are_the_number() {
        assert_eq!(digits(&mut [0, 0], 3), "000");
        assert_eq!(digits(&mut [0, 61], 2), "0z");
        assert_eq!(digits(&mut [1, 0], 2), "48", "256 = 4 · 62 + 8");
        assert_eq!(digits(&mut [0xff; 4], 6), "4gfFC3", "the largest checksum");
    }
}
