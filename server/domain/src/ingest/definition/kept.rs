//! Datasets that no page shows.

use super::{super::column::Column, Definition};
use model::Dataset;

pub(super) const KEPT: &[Definition] = &[
    Definition {
        dataset: Dataset::Training,
        required: &[all![TrainingId], all![TrainingTitle], all![TrainingType], all![TrainingDate]],
        optional: all! {
            PgaId, PartnerId, PartnerName, PartnerCity, PartnerCountry, FirstName, LastName, Email, CorpEmail,
            ExpirationDate, ActivationStatus, Month, IcMcp, McpId, AadUserId,
        },
    },
    Definition {
        dataset: Dataset::Learn,
        required: &[all![LearnUserId], all![TrainingName], all![TrainingType], all![CompletionDate]],
        optional: all! {
            PgaId, PartnerId, PartnerName, LearnUser, LearnProducts, LearnRoles, Country, CustomerMarket, Reason,
        },
    },
];
