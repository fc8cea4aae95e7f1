//! Where a page ended, in the address of the next: signed, and good for the same token and the same question only.

use axum::http::StatusCode;
use domain::{
    access::Caller,
    extract::Cursor,
    keys::{Keys, Purpose},
};

/// Where to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Skip {
    /// The state of the data that it belongs to.
    pub(super) state: u64,
    /// The next row of facts in their own order.
    pub(super) cursor: Cursor,
    /// How many rows were answered.
    pub(super) done: u64,
    /// How many there are in all, where that was asked.
    pub(super) count: Option<u64>,
}

impl Skip {
    /// Its text. `question` is all of the address but this.
    pub(super) fn written(&self, keys: &Keys, caller: &Caller, question: &str) -> String {
        let Self { state, cursor, done, count } = self;
        let count = count.map(|count| count.to_string()).unwrap_or_default();
        let plain = format!("{state:x}-{}-{}-{done}-{count}", cursor.part, cursor.row);
        let signature = keys.signature(Purpose::Feed, &said(caller, question, &plain));
        format!("{plain}-{signature}")
    }

    /// What a text says; nothing when it was not written by [`Self::written`] for the same caller and question.
    pub(super) fn read(text: &str, keys: &Keys, caller: &Caller, question: &str) -> Option<Self> {
        let (plain, signature) = text.rsplit_once('-')?;
        let ours = keys.signed(Purpose::Feed, &said(caller, question, plain), signature);
        let mut parts = plain.split('-').filter(|_| ours);
        let state = u64::from_str_radix(parts.next()?, 16).ok()?;
        let cursor = Cursor { part: parts.next()?.parse().ok()?, row: parts.next()?.parse().ok()? };
        Some(Self { state, cursor, done: parts.next()?.parse().ok()?, count: parts.next()?.parse().ok() })
    }
}

/// What says that an address is too old: the data have changed since the first page.
pub(super) const CHANGED: (StatusCode, &str) =
    (StatusCode::GONE, "The data have changed since the first page was read: read it again from the beginning.");

fn said(caller: &Caller, question: &str, plain: &str) -> Vec<u8> {
    let token = caller.token_id().map(|id| id.to_string()).unwrap_or_default();
    format!("{}\n{token}\n{question}\n{plain}", caller.account()).into_bytes()
}
