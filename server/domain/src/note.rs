//! What a person writes beside a decision.

/// How many characters are kept.
const MOST: usize = 500;

/// The words as they are kept: trimmed and not endless.
pub(crate) fn note(words: &str) -> String {
    words.trim().chars().take(MOST).collect()
}
