//! The weekly letter about what changed.

use super::{Language, compose::Names};
use crate::digest::words::{month, of, told};
use model::Digest;
use std::fmt::Write as _;

/// The subject, without figures, and the text: each change with its address, and where the letter is stopped.
pub(super) fn write(language: Language, digest: &Digest, names: &Names) -> (String, String) {
    let (words, account) = (of(language), names.account);
    let mut text = (words.lead)(account);
    for (at, change) in digest.changes.iter().enumerate() {
        let (told, link) = (told(language, change), names.page(&change.link()));
        let _ = write!(text, "\n\n{}. {told}\n   {link}", at + 1);
    }
    if !digest.came_in.is_empty() {
        let _ = write!(text, "\n\n{}", words.came_in);
    }
    for fresh in &digest.came_in {
        let dataset = fresh.dataset.key();
        let line = fresh.newest.map(|newest| (words.up_to)(dataset, &month(language, newest)));
        let _ = write!(text, "\n- {}", line.as_deref().unwrap_or(dataset));
    }
    let (page, stop) = (names.page("/digest"), names.page("/digest#letter"));
    let _ = write!(text, "\n\n{}\n{page}\n\n{}\n{stop}", words.page, (words.stop)(account));
    ((words.subject)(account), text)
}
