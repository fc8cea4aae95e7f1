//! The figures of the Teams datasets for one month.

use crate::{
    Error,
    fact::{Dim, Measure},
    reading::Reading,
    scan::{Group, Query},
};
use model::{Dataset, Micros, Month};

/// Teams in a month. The parts are never added up: one of them may be all of the others together. Lists are A to Z and
/// empty when the month has no rows; an empty name is unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TeamsUsage {
    /// Meetings and calls by part.
    pub meetings: Vec<MeetingUsage>,
    /// People by part.
    pub people: Vec<PeopleUsage>,
    /// Apps of other makers.
    pub apps: Vec<AppUsage>,
}

/// Meetings of one part of Teams.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeetingUsage {
    /// The vendor's name of the part.
    pub name: String,
    /// Meetings or calls.
    pub count: i64,
    /// Their length in hours.
    pub hours: Micros,
    /// Customers with rows.
    pub customers: u64,
}

/// People who used one part of Teams in the calendar month.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PeopleUsage {
    /// The vendor's name of the part.
    pub name: String,
    /// On a desktop.
    pub desktop: i64,
    /// In a browser.
    pub web: i64,
    /// On a phone.
    pub mobile: i64,
    /// In any way, each once.
    pub all: i64,
}

/// An app inside Teams.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AppUsage {
    /// Its name.
    pub name: String,
    /// People of each day, added up: one who used it on two days counts twice.
    pub user_days: i64,
    /// Customers with rows.
    pub customers: u64,
}

pub(super) async fn usage(reading: &Reading, month: Month) -> Result<TeamsUsage, Error> {
    let name = |dim, group: &Group| reading.dictionary.label(dim, group.ids[0]).to_owned();
    let by = async |dataset, dim, measures| {
        let customers = Some(Dim::Customer);
        let query = Query { group: vec![dim], measures, distinct: customers, ..Query::of(dataset, vec![month]) };
        let mut groups = reading.scan(&query).await?;
        groups.sort_by_cached_key(|group| name(dim, group));
        Ok::<_, Error>(groups)
    };
    let part = Dim::SubWorkload;
    let meetings = by(Dataset::TeamsMeetings, part, vec![Measure::Meetings, Measure::HoursMicros]).await?;
    let people = vec![Measure::DesktopUsers, Measure::WebUsers, Measure::MobileUsers, Measure::AllUsers];
    let people = by(Dataset::TeamsWorkload, part, people).await?;
    let apps = by(Dataset::TeamsApps, Dim::App, vec![Measure::UserDays]).await?;
    let meeting = |group: &Group| MeetingUsage {
        name: name(part, group),
        count: group.sums[0],
        hours: Micros(group.sums[1]),
        customers: group.distinct,
    };
    let person = |group: &Group| PeopleUsage {
        name: name(part, group),
        desktop: group.sums[0],
        web: group.sums[1],
        mobile: group.sums[2],
        all: group.sums[3],
    };
    let app =
        |group: &Group| AppUsage { name: name(Dim::App, group), user_days: group.sums[0], customers: group.distinct };
    Ok(TeamsUsage {
        meetings: meetings.iter().map(meeting).collect(),
        people: people.iter().map(person).collect(),
        apps: apps.iter().map(app).collect(),
    })
}
