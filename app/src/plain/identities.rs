//! The identity providers that a person signs in with.

use super::{
    provider::{For, button},
    security::{HERE, day},
};
use crate::{text::Text, ui::Card};
use leptos::prelude::*;
use model::Identity;

/// The list, with the way in for the provider that is not in it; nothing where there is neither.
pub(super) fn identities(text: &'static Text, rows: &[Identity], connect: Option<&str>) -> Option<AnyView> {
    if rows.is_empty() && connect.is_none() {
        return None;
    }
    let t = text.security();
    let rows = rows.iter().map(|identity| {
        view! {
            <li>
                <div>{(t.identity)(&identity.issuer, &day(text, identity.linked_at))}</div>
                <form method="post" action="/me/identities/remove">
                    <input type="hidden" name="issuer" value=identity.issuer.clone() />
                    <button class="btn small danger">{text.provider().disconnect}</button>
                </form>
            </li>
        }
    });
    let rows = rows.collect_view();
    let connect = connect.map(|name| {
        view! { <p class="caption">{text.provider().connect_lead}</p>{button(text, name, For::Connect, "", HERE)} }
    });
    Some(view! { <Card title=t.identities><ul class="rows">{rows}</ul><div>{connect}</div></Card> }.into_any())
}
