//! The plain forms and files of User management.

use super::{
    cookies,
    problem::{SignedIn, answer},
    settings::back,
};
use crate::router::Edges;
use app::{
    request::Asker,
    text::{Text, text},
};
use axum::{
    Extension,
    extract::{Path, RawForm, State},
    http::header,
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use domain::{
    Error,
    people::{self, Invitation, Words},
    secret::Secret,
    session,
};
use model::{BulkOutcome, BulkUpdate, Invalid, Permission, PersonId, Role, SessionId, Standing, end_of_day, pairs};

const USERS: &str = "/users";

fn sent(form: &[u8]) -> Vec<(String, String)> {
    pairs(&String::from_utf8_lossy(form))
}

fn value<'a>(pairs: &'a [(String, String)], wanted: &str) -> &'a str {
    pairs.iter().find(|(name, _)| name == wanted).map_or("", |(_, value)| value)
}

/// Adds a person; the page of theirs shows their invitation.
pub(super) async fn add(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
    RawForm(form): RawForm,
) -> Response {
    let form = sent(&form);
    let invitation = Invitation {
        email: value(&form, "email").to_owned(),
        name: value(&form, "name").to_owned(),
        guest: !value(&form, "guest").is_empty(),
        roles: form.iter().filter(|(name, _)| name == "role").filter_map(|(_, key)| Role::from_key(key)).collect(),
        until: end_of_day(value(&form, "until")),
        reason: value(&form, "reason").to_owned(),
    };
    match people::invite(&edges.domain, &caller, &invitation).await {
        Ok((person, link)) => show(&edges, person, &link),
        Err(error) => back(&edges, &asker, USERS, Err(error)).await,
    }
}

/// Makes a new link for a person.
pub(super) async fn link(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
    Path(person): Path<PersonId>,
) -> Response {
    match people::link(&edges.domain, &caller, person).await {
        Ok(link) => show(&edges, person, &link),
        Err(error) => back(&edges, &asker, &format!("{USERS}/{person}"), Err(error)).await,
    }
}

fn show(edges: &Edges, person: PersonId, link: &Secret) -> Response {
    let cookie = cookies::set_link(edges.https(), link.text()).map(|cookie| (header::SET_COOKIE, cookie));
    (AppendHeaders(cookie), Redirect::to(&format!("{USERS}/{person}"))).into_response()
}

/// Disables, enables or removes a person.
pub(super) async fn stand(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
    Path(person): Path<PersonId>,
    RawForm(form): RawForm,
) -> Response {
    let form = sent(&form);
    let standing = Standing::from_key(value(&form, "standing"));
    let done = match standing {
        Some(standing) => people::stand(&edges.domain, &caller, person, standing, value(&form, "reason")).await,
        None => Err(Error::Invalid(Invalid::Request)),
    };
    let page = match (&done, standing) {
        (Ok(()), Some(Standing::Removed)) => USERS.to_owned(),
        _ => format!("{USERS}/{person}"),
    };
    back(&edges, &asker, &page, done).await
}

/// Ends a session of a person.
pub(super) async fn end_session(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
    Path((person, id)): Path<(PersonId, SessionId)>,
) -> Response {
    let done = session::end_of(&edges.domain, &caller, person, id).await;
    back(&edges, &asker, &format!("{USERS}/{person}"), done).await
}

/// Gives a role to several people, or takes it; the page tells of each.
pub(super) async fn bulk(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
    RawForm(form): RawForm,
) -> Response {
    let query = String::from_utf8_lossy(&form).into_owned();
    let done = match BulkUpdate::from_pairs(&pairs(&query)) {
        Some(update) => people::bulk(&edges.domain, &caller, &update).await,
        // Whoever may not do it learns that, whatever they sent.
        None => caller.may(Permission::AssignRoles).map_err(Error::from).and(Err(Error::Invalid(Invalid::Request))),
    };
    match done {
        Ok(rows) => {
            let changed = rows.iter().filter(|row| row.outcome == BulkOutcome::Changed);
            let mut page = format!("{USERS}/bulk?{query}&done");
            for row in changed {
                page.push_str("&changed=");
                page.push_str(&row.id.to_string());
            }
            Redirect::to(&page).into_response()
        }
        Err(error) => back(&edges, &asker, USERS, Err(error)).await,
    }
}

/// Who has what.
pub(super) async fn roles_csv(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
) -> Response {
    let words = words(text(asker.visit.locale));
    file(&edges, &asker, "people.csv", people::export(&edges.domain, &caller, &words).await).await
}

/// Who can see the analytics.
pub(super) async fn access_csv(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
) -> Response {
    let words = words(text(asker.visit.locale));
    file(&edges, &asker, "access.csv", people::export_who(&edges.domain, &caller, &words).await).await
}

async fn file(edges: &Edges, asker: &Asker, name: &str, bytes: Result<Vec<u8>, Error>) -> Response {
    match bytes {
        Ok(bytes) => {
            let attachment = format!("attachment; filename=\"{name}\"");
            let kind = "text/csv; charset=utf-8".to_owned();
            ([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, attachment)], bytes).into_response()
        }
        Err(error) => answer(&edges.domain, asker, error).await,
    }
}

fn words(text: &'static Text) -> Words {
    let (t, a) = (text.users(), text.access());
    Words {
        header: [
            t.col_name,
            t.col_email,
            a.guest,
            a.state,
            t.roles,
            a.since,
            a.by,
            a.how,
            t.reason,
            a.until,
            t.col_last_sign_in,
            a.second_factor,
        ],
        role: text.roles.name,
        yes_no: [text.states.yes, text.states.no],
    }
}

#[cfg(test)]
mod tests;
