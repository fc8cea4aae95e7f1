//! Datasets that no page shows.

use super::{super::column::Column, Definition};
use model::Dataset;

/// Customers by how likely they are to buy something. Columns of campaigns change every year and are told by nothing.
macro_rules! propensity {
    ($dataset:ident, $cluster:ident, $fit:ident, $intent:ident) => {
        Definition {
            dataset: Dataset::$dataset,
            required: &[all![AccountName], all![$cluster], all![$fit], all![$intent]],
            optional: all![PartnerId, PartnerName, CustomerId, Duns, Country, City, Reason],
        }
    };
}

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
    Definition {
        dataset: Dataset::Competencies,
        required: &[all![CompetencyName], all![CompetencyLevel], all![CompetencyStatus]],
        optional: all![PgaId, PartnerId, PartnerName, Reason],
    },
    Definition {
        dataset: Dataset::CompetencyProgress,
        required: &[all![CompetencyName], all![CompetencyOption], all![MetricName], all![MetricContribution]],
        optional: all![PgaId, PartnerId, PartnerName, Month, TtmAggregate, Reason],
    },
    Definition {
        dataset: Dataset::RenewalsPropensity,
        required: &[all![AccountName], all![AgreementId], all![AgreementEnd], all![ExpiringRevenue]],
        optional: all![PartnerId, PartnerName, CustomerId, Duns, Country, City, RevSumDivision, Reason],
    },
    propensity!(M365Propensity, M365Cluster, M365Fit, M365Intent),
    propensity!(D365Propensity, D365Cluster, D365Fit, D365Intent),
    propensity!(AzurePropensity, AzureCluster, AzureFit, AzureIntent),
    propensity!(SurfacePropensity, SurfaceCluster, SurfaceFit, SurfaceIntent),
];
