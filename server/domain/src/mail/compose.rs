//! From a letter to its text.

use super::{Language, Letter, en, zh_tw};
use model::PersonId;

/// What every letter names.
pub(super) struct Names<'a> {
    /// The recipient.
    pub(super) id: PersonId,
    /// Their name.
    pub(super) person: &'a str,
    /// The partner account.
    pub(super) account: &'a str,
    /// The address that browsers use.
    pub(super) origin: &'a str,
}

impl Names<'_> {
    pub(super) fn link(&self, secret: &str) -> String {
        format!("{}/sign-in?link={secret}", self.origin)
    }

    pub(super) fn page(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }
}

/// The subject and the text.
pub(super) fn compose(language: Language, letter: &Letter, names: &Names) -> (String, String) {
    let (subject, text) = match language {
        Language::En => en::write(letter, names),
        Language::ZhTw => zh_tw::write(letter, names),
    };
    // Names come from people: one line is one line.
    (subject.replace(char::is_control, " "), text)
}
