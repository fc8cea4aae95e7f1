//! Where a person is signed in.

use crate::{SessionId, SignInMethod};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A signed-in browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionRow {
    /// The session.
    pub id: SessionId,
    /// How it began; nothing for a way that this version does not know.
    pub method: Option<SignInMethod>,
    /// The network address it began from.
    pub ip: String,
    /// What the browser says it is.
    pub agent: String,
    /// The name of the account it looks at.
    pub account: String,
    /// When it began.
    pub began: Timestamp,
    /// When it was last used, to the minute.
    pub last_seen: Timestamp,
    /// Whether it is the session that asks.
    pub this: bool,
}
