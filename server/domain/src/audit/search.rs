//! A filter of the trail as its statement takes it, and the names of the people in it.

use crate::{Domain, Error, access::Scope, db::sql};
use jiff::{ToSpan, civil::Date, tz::TimeZone};
use model::{AuditFilter, PersonId};
use std::collections::HashMap;
use uuid::Uuid;

/// What is searched for.
pub(super) struct Search {
    /// From this second on.
    pub(super) from: i64,
    /// Before this second.
    pub(super) until: i64,
    pub(super) action: Option<String>,
    pub(super) person: Option<PersonId>,
    /// The ids of people whose names fit, each between commas.
    pub(super) subjects: Option<String>,
    /// What a subject that is no person must be like.
    pub(super) text: Option<String>,
    people: HashMap<PersonId, String>,
}

impl Search {
    pub(super) async fn new(domain: &Domain, scope: &Scope, filter: &AuditFilter) -> Result<Self, Error> {
        let people: Vec<(Uuid, String, String)> =
            sql(include_str!("people.sql")).bind(scope.account().0).fetch_all(&domain.db).await?;
        let wanted = filter.search.trim().to_lowercase();
        let fits = |text: &str| text.to_lowercase().contains(&wanted);
        let subjects = people.iter().filter(|(_, name, email)| fits(name) || fits(email));
        let subjects = subjects.fold(",".to_owned(), |all, (id, ..)| format!("{all}{id},"));
        let searches = !wanted.is_empty();
        Ok(Self {
            from: filter.from.and_then(start).unwrap_or(i64::MIN),
            until: filter.to.and_then(|day| start(day.checked_add(1.day()).ok()?)).unwrap_or(i64::MAX),
            action: Some(filter.action.clone()).filter(|action| !action.is_empty()),
            person: filter.person,
            subjects: searches.then_some(subjects),
            text: searches.then(|| like(&wanted)),
            people: people.into_iter().map(|(id, name, _)| (PersonId(id), name)).collect(),
        })
    }

    pub(super) fn name(&self, person: PersonId) -> Option<String> {
        self.people.get(&person).cloned()
    }

    /// Everybody, by name.
    pub(super) fn into_people(self) -> Vec<(PersonId, String)> {
        let mut people: Vec<_> = self.people.into_iter().collect();
        people.sort_by(|(a_id, a), (b_id, b)| (a.to_lowercase(), a_id).cmp(&(b.to_lowercase(), b_id)));
        people
    }
}

/// When a day begins, in UTC.
fn start(day: Date) -> Option<i64> {
    Some(day.to_zoned(TimeZone::UTC).ok()?.timestamp().as_second())
}

/// A pattern for a text somewhere inside, whatever is in it.
fn like(text: &str) -> String {
    format!("%{}%", text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"))
}
