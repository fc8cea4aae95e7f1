//! The first steps of a new installation: one form, behind the address that the program printed.

use super::{
    browser::AskedBy,
    plain::Pages,
    sign_in::{begun, go},
};
use crate::{first_run::FirstRun, router::Edges};
use app::plain::{FirstRun as Page, Wanted};
use axum::{
    Form,
    extract::{Query, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use domain::{
    account::NewAccount,
    first_run::{Installation, set_up},
};
use model::Program;
use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    key: String,
}

/// Shows the form; without the right key there is nothing here.
pub(super) async fn page(State(edges): State<Edges>, pages: Pages, Query(Asked { key }): Query<Asked>) -> Response {
    match door(&edges, &key).await {
        Ok(_) => pages.page(Page { key, ..Page::default() }),
        Err(error) => pages.failed(error, "").await,
    }
}

async fn door<'a>(edges: &'a Edges, key: &str) -> Result<&'a FirstRun, domain::Error> {
    let door = edges.first_run.as_ref().ok_or(domain::Error::NotFound)?;
    if door.opens(&edges.domain, key).await? { Ok(door) } else { Err(domain::Error::NotFound) }
}

#[derive(Deserialize)]
pub(super) struct Sent {
    key: String,
    company: String,
    mpn_id: String,
    name: String,
    email: String,
    #[serde(default)]
    factors: String,
    #[serde(flatten)]
    programs: std::collections::HashMap<String, String>,
}

impl Sent {
    fn wanted(&self) -> Wanted {
        let trimmed = |text: &str| text.trim().to_owned();
        Wanted {
            company: trimmed(&self.company),
            mpn_id: trimmed(&self.mpn_id),
            programs: Program::ALL.into_iter().filter(|it| self.programs.contains_key(it.key())).collect(),
            name: trimmed(&self.name),
            email: trimmed(&self.email),
            one_factor: self.factors == "one",
        }
    }
}

/// Makes the account and its first admin, who goes on to choose how to sign in.
pub(super) async fn begin(
    State(edges): State<Edges>,
    AskedBy(browser): AskedBy,
    pages: Pages,
    headers: HeaderMap,
    Form(sent): Form<Sent>,
) -> Response {
    let door = match door(&edges, &sent.key).await {
        Ok(door) => door,
        Err(error) => return pages.failed(error, "").await,
    };
    let wanted = sent.wanted();
    if let Some(words) = wrong(&pages, &wanted) {
        let page = pages.page(Page { key: sent.key, wanted, trouble: Some(words.to_owned()) });
        return (StatusCode::UNPROCESSABLE_ENTITY, page).into_response();
    }
    let new = installation(wanted);
    let one = door.one.lock().await;
    let begun = match set_up(&edges.domain, &new, &browser).await {
        Ok(signed_in) => begun(&edges, &headers, &signed_in, "/me/security?first").await.map(|to| (signed_in, to)),
        Err(error) => Err(error),
    };
    drop(one);
    match begun {
        Ok((signed_in, to)) => go(&edges, &signed_in.token, &to),
        Err(error) => pages.failed(error, "").await,
    }
}

/// What has to be mended before anything is made of it.
fn wrong(pages: &Pages, wanted: &Wanted) -> Option<&'static str> {
    let t = pages.text().first_run();
    let (local, host) = wanted.email.split_once('@').unwrap_or_default();
    let filled = [wanted.company.as_str(), &wanted.mpn_id, &wanted.name, local, host];
    if filled.iter().any(|text| text.is_empty()) {
        return Some(t.missing);
    }
    (!wanted.mpn_id.bytes().all(|byte| byte.is_ascii_digit())).then_some(t.mpn_id_wrong)
}

fn installation(wanted: Wanted) -> Installation {
    let account = NewAccount {
        mpn_id: wanted.mpn_id,
        name: wanted.company,
        programs: wanted.programs,
        second_factor: !wanted.one_factor,
        locations: Vec::new(),
    };
    Installation { account, name: wanted.name, email: wanted.email }
}
