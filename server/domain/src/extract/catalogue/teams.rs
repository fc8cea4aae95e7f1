//! Teams.

use crate::{
    extract::column::{
        Column,
        Holds::{CustomerName, Day, Measure, Month, Tenant, Term},
        columns,
    },
    fact::{
        Dim::{App, SubWorkload},
        Measure::{AllUsers, DesktopUsers, HoursMicros, Meetings, MobileUsers, UserDays, WebUsers},
    },
};

pub(super) const MEETINGS: &[Column] = columns! {
    "PGAMpnId", "CustomerId", "CustomerTenantId" = Tenant, "CustomerName" = CustomerName, "CustomerCountryCode",
    "CustomerCountry", "CustomerSegment", "IndustryName", "VerticalName", "EOU", "DateKey" = Day,
    "SubWorkload" = Term(SubWorkload), "MeetingCount" = Measure(Meetings, 0),
    "MeetingDuration" = Measure(HoursMicros, 6),
};

pub(super) const WORKLOAD: &[Column] = columns! {
    "PGAMpnId", "CustomerId", "CustomerTenantId" = Tenant, "CustomerName" = CustomerName, "CustomerCountryCode",
    "CustomerCountry", "CustomerSegment", "MonthKey" = Month, "SubWorkload" = Term(SubWorkload),
    "DesktopUsers" = Measure(DesktopUsers, 0), "WebUsers" = Measure(WebUsers, 0),
    "MobileUsers" = Measure(MobileUsers, 0), "AllUpParticipants" = Measure(AllUsers, 0), "IndustryName", "VerticalName",
    "EOU",
};

pub(super) const APPS: &[Column] = columns! {
    "PGAMpnId", "CustomerId", "CustomerTenantId" = Tenant, "CustomerName" = CustomerName, "CustomerCountryCode",
    "CustomerCountry", "CustomerSegment", "IndustryName", "VerticalName", "EOU", "DateKey" = Day,
    "AppName" = Term(App), "UserCount" = Measure(UserDays, 0),
};
