//! Language, theme and keys: kept in the browser, changed by a plain form.

use super::cookies;
use crate::router::Edges;
use app::{Theme, plain::own_address, text::Locale};
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
    keys: Option<String>,
    #[serde(default)]
    back: String,
}

pub(super) async fn set(State(edges): State<Edges>, Form(sent): Form<Sent>) -> Response {
    let locale = sent.locale.and_then(|tag| tag.parse::<Locale>().ok());
    let theme = sent.theme.and_then(|key| Theme::from_key(&key));
    let keys = ["on", "off"].into_iter().find(|keys| sent.keys.as_deref() == Some(keys));
    let chosen = [
        locale.and_then(|locale| cookies::set_preference(edges.https(), "locale", locale.tag())),
        theme.and_then(|theme| cookies::set_preference(edges.https(), "theme", theme.key())),
        keys.and_then(|keys| cookies::set_preference(edges.https(), "keys", keys)),
    ];
    let headers = AppendHeaders(chosen.into_iter().flatten().map(|cookie| (header::SET_COOKIE, cookie)));
    (headers, Redirect::to(&own_address(&sent.back))).into_response()
}
