//! Language and theme: kept in the browser, changed by a plain form.

use super::cookies;
use crate::router::Edges;
use app::{Theme, text::Locale};
use axum::{
    Form,
    extract::State,
    http::header,
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct Sent {
    locale: Option<String>,
    theme: Option<String>,
    #[serde(default)]
    back: String,
}

pub(super) async fn set(State(edges): State<Edges>, Form(sent): Form<Sent>) -> Response {
    let locale = sent.locale.and_then(|tag| tag.parse::<Locale>().ok());
    let theme = sent.theme.and_then(|key| Theme::from_key(&key));
    let chosen = [
        locale.and_then(|locale| cookies::set_preference(edges.https(), "locale", locale.tag())),
        theme.and_then(|theme| cookies::set_preference(edges.https(), "theme", theme.key())),
    ];
    let headers = AppendHeaders(chosen.into_iter().flatten().map(|cookie| (header::SET_COOKIE, cookie)));
    (headers, Redirect::to(own_address(&sent.back))).into_response()
}

/// Back to where the form was, but never to another site.
pub(super) fn own_address(back: &str) -> &str {
    let bytes = back.as_bytes();
    let elsewhere = matches!(bytes.get(1), Some(b'/' | b'\\'));
    let plain = bytes.iter().all(u8::is_ascii_graphic);
    if bytes.first() == Some(&b'/') && !elsewhere && plain { back } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::own_address;

    #[test]
    fn the_way_back_stays_on_this_site() {
        assert_eq!(own_address("/analytics/licenses?market=Taiwan"), "/analytics/licenses?market=Taiwan");
        for bad in ["", "https://evil.example", "//evil.example", "/\\evil.example", "/a\r\nset-cookie: x", "users"] {
            assert_eq!(own_address(bad), "/", "{bad:?}");
        }
    }
}
