//! Who has what, as a file for auditors.

use super::{grants, list::members, who};
use crate::{
    Domain, Error,
    access::{Caller, Scope},
    audit,
    audit::Action,
    export::{Separator, Table, guarded},
};
use jiff::Timestamp;
use model::{Grant, Permission, PersonRow, Role};
use serde_json::json;

/// The words of the file, in the reader's language.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// Name, e-mail address, guest, state, role, since, by, how, reason, until, last signed in, second factor.
    pub header: [&'static str; 12],
    /// A role's name.
    pub role: fn(Role) -> &'static str,
    /// Yes and no.
    pub yes_no: [&'static str; 2],
}

/// Everybody with every role they hold, a line each; people without a role have one line too. As CSV; audited.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn export(domain: &Domain, caller: &Caller, words: &Words) -> Result<Vec<u8>, Error> {
    let scope = caller.may(Permission::ManagePeople)?;
    let now = domain.clock.seconds();
    let mut people = members(domain, &scope).await?;
    people.sort_by_cached_key(|person| (person.name.to_lowercase(), person.id));
    let mut lines = Vec::new();
    for person in &people {
        let held = grants::held(grants::read(domain, scope.account(), person.id).await?, now);
        if held.is_empty() {
            lines.push(line(words, person, None, None));
        }
        lines.extend(held.iter().map(|grant| line(words, person, Some(grant), None)));
    }
    file(domain, &scope, "people", words, &lines).await
}

/// Everybody who can see the analytics, as CSV; audited.
///
/// # Errors
/// As [`export`].
pub async fn export_who(domain: &Domain, caller: &Caller, words: &Words) -> Result<Vec<u8>, Error> {
    let scope = caller.may(Permission::ManagePeople)?;
    let viewers = who(domain, caller).await?;
    let lines: Vec<_> = viewers.iter().map(|v| line(words, &v.person, Some(&v.grant), Some(v.second_factor))).collect();
    file(domain, &scope, "access", words, &lines).await
}

fn line(words: &Words, person: &PersonRow, grant: Option<&Grant>, second_factor: Option<bool>) -> [String; 12] {
    let yes_no = |yes: bool| words.yes_no[usize::from(!yes)].to_owned();
    let time = |at: Option<Timestamp>| at.map(|at| at.to_string()).unwrap_or_default();
    let of = |get: fn(&Grant) -> &str| grant.map_or("", get).to_owned();
    let role = grant.map(|g| Role::from_key(&g.role).map_or(g.role.clone(), |role| (words.role)(role).to_owned()));
    [
        person.name.clone(),
        person.email.clone(),
        yes_no(person.guest),
        person.state.key().to_owned(),
        role.unwrap_or_default(),
        time(grant.map(|grant| grant.at)),
        of(|grant| grant.by.as_deref().unwrap_or_default()),
        of(|grant| &grant.via),
        of(|grant| &grant.reason),
        time(grant.and_then(|grant| grant.until)),
        time(person.last_sign_in),
        second_factor.map(yes_no).unwrap_or_default(),
    ]
}

async fn file(
    domain: &Domain,
    scope: &Scope,
    what: &str,
    words: &Words,
    lines: &[[String; 12]],
) -> Result<Vec<u8>, Error> {
    let mut table = Table::new(Separator::Comma);
    let mut bytes = table.opening();
    table.row(words.header)?;
    for line in lines {
        let cells: Vec<_> = line.iter().map(|cell| guarded(cell)).collect();
        table.row(cells.iter().map(|cell| &**cell))?;
    }
    bytes.extend(table.take()?);
    let mut tx = domain.db.write().await?;
    let (at, details) = (domain.clock.seconds(), json!({ "rows": lines.len() }));
    audit::record(&mut tx, at, scope.account(), scope.actor(), Action::Exported, what, &details).await?;
    tx.commit().await?;
    Ok(bytes)
}
