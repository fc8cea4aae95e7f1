//! What a request brings along: who visits, in which language and theme.

use crate::text::Locale;
use jiff::Timestamp;
use leptos::prelude::*;
use model::{MadeLink, MadeToken, Visitor, Waiting};
use serde::{Deserialize, Serialize};

/// Light, dark, or as the device says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the device says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The key: in the cookie, in the document, in forms.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.key() == key)
    }
}

/// A visit: known to the server from the request, handed to the browser inside the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// Who is signed in.
    pub visitor: Option<Visitor>,
    /// The language.
    pub locale: Locale,
    /// The theme.
    pub theme: Theme,
    /// Whether keys of one letter act.
    pub keys: bool,
    /// An API token just made, which the page shows once.
    pub made: Option<MadeToken>,
    /// A link for a person just made, which User management shows once.
    pub link: Option<MadeLink>,
    /// The server's time when it rendered the page: both sides must tell the same "3 h ago".
    pub now: Timestamp,
    /// What waits for the visitor.
    pub waiting: Waiting,
}

impl Default for Visit {
    fn default() -> Self {
        Self {
            visitor: None,
            locale: Locale::default(),
            theme: Theme::default(),
            keys: true,
            made: None,
            link: None,
            now: Timestamp::UNIX_EPOCH,
            waiting: Waiting::default(),
        }
    }
}

/// The visit, from the request on the server and from the page in the browser. Call it once, in [`crate::App`].
pub(crate) fn provide_visit() {
    let visit = SharedValue::new(from_request).into_inner();
    #[cfg(not(feature = "ssr"))]
    if let Some(visitor) = &visit.visitor {
        // What `here` does to addresses, for all server functions.
        leptos::server_fn::client::set_server_url(format!("/in/{}", visitor.account).leak());
    }
    provide_context(visit.locale);
    provide_context(visit);
}

/// An address as this page may send to it: for the account that the page was made for, and no other. Whoever switches in
/// another tab is refused here, instead of acting in the wrong account.
pub(crate) fn here(path: &str) -> String {
    use_visit().visitor.map_or_else(|| path.to_owned(), |visitor| format!("/in/{}{path}", visitor.account))
}

/// The visit that [`provide_visit`] provided.
#[must_use]
pub fn use_visit() -> Visit {
    use_context().unwrap_or_default()
}

#[cfg(feature = "ssr")]
pub(crate) fn from_request() -> Visit {
    crate::request::visit().unwrap_or_default()
}

#[cfg(not(feature = "ssr"))]
pub(crate) fn from_request() -> Visit {
    Visit::default()
}
