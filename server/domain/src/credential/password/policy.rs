//! What a password must be. Length counts, and that nobody guesses it; which characters it is made of does not.

use model::PasswordProblem;
use std::{collections::BTreeSet, fmt};
use unicode_normalization::UnicodeNormalization as _;

/// The fewest characters of a password that stands alone.
const LEAST: u16 = 15;

/// The fewest of one with a second factor beside it.
const LEAST_BESIDE: u16 = 8;

/// What a password is that needs a second factor beside it.
pub(in crate::credential) const TOO_SHORT: PasswordProblem = PasswordProblem::TooShort(LEAST);

/// The most: enough for any sentence, and bounded work.
const MOST: u16 = 256;

/// Known pieces left aside, this many different characters have to remain.
const OWN: usize = 6;

/// Neighbours in the alphabet or among the digits that make a piece known.
const RUN: usize = 4;

/// A password as it was typed, in one of the ways that Unicode has to write it.
///
/// The same keys give `é` as one character on one machine and as two on another, and full-width letters from an input method
/// that was left on: a password taken exactly as received would be wrong on the second machine.
pub struct Plain(String);

impl Plain {
    /// Takes a password from a form.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        Self(typed.nfkc().collect())
    }

    /// What is hashed.
    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for Plain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Plain(…)")
    }
}

/// Whether a password is long enough to be somebody's only factor.
pub(super) fn stands_alone(plain: &Plain) -> bool {
    plain.0.chars().count() >= usize::from(LEAST)
}

/// Judges a new password. `about` holds what others know of its owner: names and addresses.
pub(super) fn judge(plain: &Plain, second_factor: bool, about: &[&str]) -> Result<(), PasswordProblem> {
    let (length, least) = (plain.0.chars().count(), if second_factor { LEAST_BESIDE } else { LEAST });
    if length < usize::from(least) {
        return Err(PasswordProblem::TooShort(least));
    }
    if length > usize::from(MOST) {
        return Err(PasswordProblem::TooLong(MOST));
    }
    let lower: Vec<char> = plain.0.to_lowercase().chars().collect();
    let words = words(about);
    let unit = unit(&lower);
    let mut own = BTreeSet::new();
    let mut found = PasswordProblem::Pattern;
    let mut rest = unit;
    while let [first, after @ ..] = rest {
        rest = if let Some((length, problem)) = known(rest, &words) {
            if problem != PasswordProblem::Pattern {
                found = problem;
            }
            &rest[length..]
        } else {
            own.insert(*first);
            after
        };
    }
    let repeated = unit.len() < lower.len() && unit.len() < usize::from(least);
    if own.len() < OWN || repeated { Err(found) } else { Ok(()) }
}

/// The piece that a text says again and again, or the whole text.
fn unit(text: &[char]) -> &[char] {
    let period = (1..=text.len() / 2).find(|period| text[*period..] == text[..text.len() - period]);
    &text[..period.unwrap_or(text.len())]
}

/// How many characters at the beginning need no guessing, and why not.
fn known(text: &[char], words: &[Vec<char>]) -> Option<(usize, PasswordProblem)> {
    let word = words.iter().filter(|word| text.starts_with(word)).map(Vec::len).max();
    let word = word.map(|length| (length, PasswordProblem::AboutYou));
    let common = super::common::at_start(text).map(|length| (length, PasswordProblem::Common));
    let run = Some(run(text)).filter(|length| *length >= RUN).map(|length| (length, PasswordProblem::Pattern));
    [word, common, run].into_iter().flatten().max_by_key(|(length, _)| *length)
}

/// How many characters at the beginning follow one another, up or down.
fn run(text: &[char]) -> usize {
    let step = |at: usize| i64::from(u32::from(text[at + 1])) - i64::from(u32::from(text[at]));
    let steps = text.len().saturating_sub(1);
    if steps == 0 || step(0).abs() != 1 {
        return 1;
    }
    1 + (0..steps).take_while(|at| step(*at) == step(0)).count()
}

/// The words of names and addresses: three letters at least, two in scripts where a letter says more.
fn words(about: &[&str]) -> Vec<Vec<char>> {
    about
        .iter()
        .flat_map(|text| text.split(|char: char| !char.is_alphanumeric()))
        .map(|word| word.nfkc().collect::<String>().to_lowercase().chars().collect::<Vec<char>>())
        .filter(|word| word.len() >= if word.iter().all(char::is_ascii) { 3 } else { 2 })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ABOUT: [&str; 4] = ["seatscope", "Fabrikam Partners", "Mei-Ling 王小明", "mei.wang@fabrikam.example"];

    fn judged(password: &str, second_factor: bool) -> Result<(), PasswordProblem> {
        judge(&Plain::new(password), second_factor, &ABOUT)
    }

    #[test]
    fn length_is_asked_for_and_nothing_else() {
        assert_eq!(judged("fourteen chars", false), Err(PasswordProblem::TooShort(15)));
        assert_eq!(judged("all small words", false), Ok(()));
        assert_eq!(judged("7 chars", true), Err(PasswordProblem::TooShort(8)));
        assert_eq!(judged("gr8Xz u!", true), Ok(()));
        assert_eq!(judged("我每天早上都會先喝一杯咖啡再上班", false), Ok(()));
        let sentence = "the quick brown fox ".repeat(12) + "and its cousins.";
        assert_eq!(judged(&sentence, false), Ok(()));
        assert_eq!(judged(&(sentence + "!"), false), Err(PasswordProblem::TooLong(256)));
    }

    #[test]
    fn what_everybody_tries_is_refused_however_it_is_padded() {
        for password in [
            "correcthorsebatterystaple",
            "Password1234567",
            "passwordpassword",
            "Sunshine-Princess",
            "!!!liverpool2024!!",
            "1qaz2wsx3edc4rfv",
        ] {
            assert_eq!(judged(password, false), Err(PasswordProblem::Common), "{password}");
        }
        for password in ["ji32k7au4a83", "Dragon2024!", "QWERTYUIOP"] {
            assert_eq!(judged(password, true), Err(PasswordProblem::Common), "{password}");
        }
    }

    #[test]
    fn what_others_know_of_the_person_is_refused() {
        for password in [
            "seatscope-2026-!!",
            "Fabrikam.Partners.1",
            "mei-ling.wang.mei",
            "Seatscope Fabrikam",
            "王小明王小明王小明王小明王小明",
        ] {
            assert_eq!(judged(password, false), Err(PasswordProblem::AboutYou), "{password}");
        }
        assert_eq!(judged("seatscope is a boat of cheese", false), Ok(()), "with enough beside it");
    }

    #[test]
    fn repetition_and_sequences_are_refused() {
        for password in [
            "aaaaaaaaaaaaaaaa",
            "abcabcabcabcabc",
            "abcdefghijklmnopqrst",
            "zyxwvutsrqponmlk",
            "xk7#9xk7#9xk7#9",
            "0-1-0-1-0-1-0-1-0",
        ] {
            assert_eq!(judged(password, false), Err(PasswordProblem::Pattern), "{password}");
        }
    }

    #[test]
    fn one_password_is_one_however_a_keyboard_writes_it() {
        assert_eq!(Plain::new("cafe\u{301} Ｌａｔｔｅ").bytes(), Plain::new("café Latte").bytes());
        assert_ne!(Plain::new("Latte").bytes(), Plain::new("latte").bytes(), "case counts");
        assert_eq!(Plain::new(" a b ").bytes(), b" a b ", "blanks count");
    }
}
