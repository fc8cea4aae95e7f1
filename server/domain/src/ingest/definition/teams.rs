//! Datasets of Teams.

use super::{super::column::Column, Definition};
use model::Dataset;

pub(super) const TEAMS: &[Definition] = &[
    Definition {
        dataset: Dataset::TeamsMeetings,
        required: &[
            all![CustomerTenantId],
            all![UsageDate, Month],
            all![SubWorkload],
            all![MeetingCount],
            all![MeetingHours],
        ],
        optional: with_customer! {
            CustomerId, CustomerCountry, CustomerCountryCode,
        },
    },
    Definition {
        dataset: Dataset::TeamsWorkload,
        required: &[
            all![CustomerTenantId],
            all![Month],
            all![SubWorkload],
            all![UsersDesktop],
            all![UsersWeb],
            all![UsersMobile],
            all![UsersAll],
        ],
        optional: with_customer! {
            CustomerId, CustomerCountry, CustomerCountryCode,
        },
    },
    Definition {
        dataset: Dataset::TeamsApps,
        required: &[all![CustomerTenantId], all![UsageDate, Month], all![AppName], all![UserCount]],
        optional: with_customer! {
            CustomerId, CustomerCountry, CustomerCountryCode,
        },
    },
];
