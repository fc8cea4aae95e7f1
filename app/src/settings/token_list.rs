//! The list of API tokens.

use crate::{
    routes::to,
    text::format,
    ui::{TableWrap, Tag, TagKind, use_text},
    visit::{here, use_visit},
};
use leptos::prelude::*;
use model::{TokenRow, TokenState};

/// The tokens, each with a button that revokes it while it lives.
pub(super) fn list(tokens: Vec<TokenRow>) -> AnyView {
    let t = use_text().settings();
    if tokens.is_empty() {
        return view! { <p class="caption">{t.no_tokens}</p> }.into_any();
    }
    let columns = [t.token_name, t.scopes, t.made_by, t.ends, t.last_used, t.state_of];
    view! {
        <TableWrap label=t.tokens>
            <table class="cards-on-phone" role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        {columns.map(|name| view! { <th scope="col" role="columnheader">{name}</th> }).into_iter().collect_view()}
                    </tr>
                </thead>
                <tbody role="rowgroup">{tokens.into_iter().map(row).collect_view()}</tbody>
            </table>
        </TableWrap>
    }
    .into_any()
}

fn row(token: TokenRow) -> AnyView {
    let text = use_text();
    let t = text.settings();
    let scopes = token.scopes.iter().map(|scope| view! { <Tag label=scope.key() /> }).collect_view();
    let used = token.last_used_at.map_or_else(
        || t.never.to_owned(),
        |at| format!("{} · {}", format::ago(text.locale, at, use_visit().now), token.last_ip),
    );
    let kind = if token.state == TokenState::Live { TagKind::Good } else { TagKind::Plain };
    let revoke = (token.state == TokenState::Live).then(|| {
        view! {
            <form method="post" action=here(&format!("{}/{}/revoke", to::TOKENS, token.id))>
                <button class="btn small" aria-label=(t.revoke_of)(&token.name)>{t.revoke}</button>
            </form>
        }
    });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" class="name">
                <div>{token.name.clone()}<br /><span class="caption">{format!("…{}", token.ending)}</span></div>
            </th>
            <td role="cell" data-label=t.scopes>{scopes}</td>
            <td role="cell" data-label=t.made_by>{token.by}</td>
            <td role="cell" class="nowrap" data-label=t.ends>{format::date_time(text.locale, token.expires_at)}</td>
            <td role="cell" data-label=t.last_used>{used}</td>
            <td role="cell" data-label=t.state_of>
                <div class="button-row"><Tag kind label=(t.state)(token.state) />{revoke}</div>
            </td>
        </tr>
    }
    .into_any()
}
