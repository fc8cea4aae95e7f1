//! API tokens: make one, see those there are, revoke. Plain forms, so that a new token comes with a whole page, once.

use super::{api, failed::outcome, token_list::list};
use crate::{
    loaded::loaded,
    routes::to,
    ui::{Card, Field, Notice, NoticeKind, PageHead, SkeletonTable, mark_ready, use_text},
    visit::{here, use_visit},
};
use leptos::prelude::*;
use leptos_meta::Title;
use model::{MadeToken, TokenRow, TokenScope};

/// The page.
pub(crate) fn page() -> AnyView {
    let data = Resource::new(|| (), async |()| api::tokens().await);
    mark_ready("tokens");
    let text = use_text();
    let t = text.settings();
    view! {
        <Title text=(text.nav.title)(t.tokens) />
        <div class="page">
            <PageHead title=t.tokens lead=t.tokens_lead />
            {use_visit().made.map(made)}
            {outcome(t.saved)}
            {loaded(data, || view! { <SkeletonTable /> }.into_any(), content)}
        </div>
    }
    .into_any()
}

/// A new token, for the only time.
fn made(token: MadeToken) -> AnyView {
    let t = use_text().settings();
    view! {
        <Notice kind=NoticeKind::Good>
            <p>{t.made}</p>
            <Field id="made-id" label=t.token_id help=t.token_id_help>
                <input id="made-id" readonly value=token.id.to_string() aria-describedby="made-id-help" />
            </Field>
            <Field id="made-token" label=t.token>
                <input id="made-token" readonly value=token.token on:focus:target=move |event| event.target().select() />
            </Field>
        </Notice>
    }
    .into_any()
}

fn content(tokens: Vec<TokenRow>) -> AnyView {
    let t = use_text().settings();
    view! {
        <Card title=t.new_token>{form()}</Card>
        <Card title=t.tokens>{list(tokens)}</Card>
    }
    .into_any()
}

fn form() -> AnyView {
    let t = use_text().settings();
    let scopes = TokenScope::ALL.map(|scope| {
        view! {
            <label class="check">
                <input type="checkbox" name="scope" value=scope.key() />
                <span>{(t.scope)(scope)}</span>
            </label>
        }
    });
    view! {
        <form method="post" action=here(to::TOKENS)>
            <div class="form-grid">
                <Field id="token-name" label=t.token_name help=t.token_name_help>
                    <input id="token-name" name="name" required maxlength="100" autocomplete="off" aria-describedby="token-name-help" />
                </Field>
                <Field id="token-days" label=t.days help=t.days_help>
                    <input id="token-days" name="days" type="number" min="1" max="365" value="90" required aria-describedby="token-days-help" />
                </Field>
                <fieldset class="field">
                    <legend class="label">{t.scopes}</legend>
                    {scopes.into_iter().collect_view()}
                </fieldset>
            </div>
            <div class="button-row"><button class="btn primary">{t.make}</button></div>
        </form>
    }
    .into_any()
}
