//! What each page of figures consists of.

use super::{board::Board, pages::Opens};
use crate::Error;
use model::{Block, CourseKind, Facet, Figure, Metric as M, Title as T};

/// Of subscriptions that end soon: first those that do not renew by themselves.
const ENDING: [M; 2] = [M::SubscriptionsEnding, M::SubscriptionsRenewing];

/// Figures and blocks.
pub(super) type Page = Result<(Vec<Figure>, Vec<Block>), Error>;

pub(super) async fn overview(board: &Board<'_>, opens: Opens) -> Page {
    let mut metrics = vec![M::Customers, M::Sold, M::Deployment, M::Usage];
    let mut figures = Vec::new();
    if opens.growth {
        figures.push(board.trailing(M::RevenueTtm).await?);
        metrics.insert(1, M::SubscriptionsActive);
        metrics.extend([M::Consumption, M::SubscriptionsRenewing, M::SubscriptionsEnding]);
    }
    let mut blocks =
        vec![board.course(T::CustomerMoves, CourseKind::Moves, &[M::CustomersNew, M::CustomersChurned]).await?];
    if opens.growth {
        blocks.push(board.course(T::ConsumptionByMonth, CourseKind::Stacked, &[M::Consumption]).await?);
    }
    blocks.push(board.movers(T::SeatMovers, Facet::Customer, &[M::Sold, M::Deployment, M::Usage]).await?);
    if opens.growth {
        blocks.push(board.movers(T::ConsumptionMovers, Facet::Customer, &[M::Consumption]).await?);
        blocks.push(board.due(T::RenewalsByMonth, &[M::RenewalsDue, M::EndsDue]).await?);
        blocks.push(board.ranking(T::EndingSoon, Facet::Customer, &ENDING).await?);
    }
    blocks.push(board.ranking(T::IdleSeats, Facet::Customer, &[M::Idle, M::Usage, M::Deployment]).await?);
    if opens.resellers {
        blocks.push(
            board.course(T::ResellersByMonth, CourseKind::Lines, &[M::Resellers, M::ResellersTransacting]).await?,
        );
    }
    figures.splice(0..0, board.figures(&metrics).await?);
    Ok((figures, blocks))
}

pub(super) async fn customers(board: &Board<'_>, opens: Opens) -> Page {
    let mut columns = vec![M::Sold, M::Deployment, M::Usage];
    if opens.growth {
        columns.extend([M::SubscriptionsActive, M::Charges, M::Consumption]);
    }
    let blocks = vec![board.ranking(T::AllCustomers, Facet::Customer, &columns).await?];
    Ok((board.figures(&[M::Customers, M::CustomersNew, M::CustomersChurned]).await?, blocks))
}

pub(super) async fn subscriptions(board: &Board<'_>, opens: Opens) -> Page {
    let metrics = [
        M::Subscriptions,
        M::SubscriptionsActive,
        M::SubscriptionsSuspended,
        M::SubscriptionsNew,
        M::SubscriptionsChurned,
        M::SubscriptionsRenewing,
        M::SubscriptionsEnding,
        M::SubscriptionsExpired,
        M::Seats,
        M::SeatsAdded,
        M::SeatsReduced,
        M::RenewedRecently,
        M::NewToday,
        M::AtRisk,
        M::TrialsEnding,
        M::TrialsConverted,
        M::TrialConversion,
    ];
    let trials = [M::TrialsEnding, M::TrialsConverted, M::TrialsEnded, M::TrialsKept, M::TrialConversion];
    let states = [M::SubscriptionsActive, M::SubscriptionsSuspended, M::SubscriptionsDeprovisioned];
    let both = [M::SubscriptionsActive, M::Seats];
    let blocks = vec![
        board.course(T::SubscriptionsByState, CourseKind::Stacked, &states).await?,
        board.course(T::SubscriptionMoves, CourseKind::Moves, &[M::SubscriptionsNew, M::SubscriptionsChurned]).await?,
        board.course(T::SeatMoves, CourseKind::Moves, &[M::SeatsAdded, M::SeatsReduced]).await?,
        board.due(T::RenewalsByMonth, &[M::RenewalsDue, M::EndsDue]).await?,
        board.ranking(T::EndingSoon, Facet::Customer, &ENDING).await?,
        board.ranking(T::AtRiskByCustomer, Facet::Customer, &[M::AtRisk, M::RenewedRecently, M::NewToday]).await?,
        board.ranking(T::TrialsByProduct, Facet::Product, &trials).await?,
        board.ranking(T::SubscriptionsByProduct, Facet::Product, &both).await?,
        board.ranking(T::SubscriptionsByCustomer, Facet::Customer, &both).await?,
        board.ranking(T::SubscriptionsByMarket, Facet::Market, &both).await?,
        board.movers(T::SeatChanges, Facet::Subscription, &[M::Seats]).await?,
    ];
    let mut figures = board.figures(&metrics).await?;
    figures.push(board.trailing(M::RevenueTtm).await?);
    if opens.activity {
        figures.push(board.logged(M::ChangesToday).await?);
    }
    Ok((figures, blocks))
}

pub(super) async fn azure(board: &Board<'_>) -> Page {
    let metrics = [
        M::Consumption,
        M::AzureCustomers,
        M::AzureCustomersWithout,
        M::AzureCustomersNew,
        M::AzureCustomersChurned,
        M::AzureSubscriptions,
        M::AzureSubscriptionsNew,
        M::AzureSubscriptionsChurned,
        M::AzureSubscriptionsIdle,
        M::AzureRetention,
    ];
    let by_customer = [M::Consumption, M::AzureSubscriptions];
    let subscription_moves = [M::AzureSubscriptionsNew, M::AzureSubscriptionsChurned];
    let blocks = vec![
        board.stacked(T::ConsumptionByMonth, M::Consumption, Facet::Service).await?,
        board.ranking(T::ConsumptionByService, Facet::Service, &[M::Consumption, M::AzureCustomers]).await?,
        board.ranking(T::ConsumptionByCustomer, Facet::Customer, &by_customer).await?,
        board.movers(T::ConsumptionMovers, Facet::Customer, &[M::Consumption]).await?,
        board.ranking(T::ConsumptionBySubscription, Facet::Subscription, &[M::Consumption]).await?,
        board
            .course(T::AzureCustomerMoves, CourseKind::Moves, &[M::AzureCustomersNew, M::AzureCustomersChurned])
            .await?,
        board.course(T::AzureSubscriptionMoves, CourseKind::Moves, &subscription_moves).await?,
    ];
    Ok((board.figures(&metrics).await?, blocks))
}

pub(super) async fn growth(board: &Board<'_>, opens: Opens) -> Page {
    let metrics =
        [M::Customers, M::CustomersNew, M::CustomersChurned, M::Charges, M::Seats, M::SeatsAdded, M::SeatsReduced];
    let blocks = vec![
        board.course(T::CustomersByMonth, CourseKind::Lines, &[M::Customers]).await?,
        board.course(T::CustomerMoves, CourseKind::Moves, &[M::CustomersNew, M::CustomersChurned]).await?,
        board.stacked(T::ChargesByMonth, M::Charges, Facet::Product).await?,
        board.ranking(T::ChargesByProduct, Facet::Product, &[M::Charges]).await?,
        board.ranking(T::ChargesByCustomer, Facet::Customer, &[M::Charges, M::Seats]).await?,
        board.ranking(T::CustomersByProduct, Facet::Product, &[M::Customers]).await?,
        board.ranking(T::CustomersByMarket, Facet::Market, &[M::Customers]).await?,
        board.course(T::SeatMoves, CourseKind::Moves, &[M::SeatsAdded, M::SeatsReduced]).await?,
    ];
    let mut figures = board.figures(&metrics).await?;
    if opens.activity {
        figures.push(board.logged(M::CustomersToday).await?);
    }
    Ok((figures, blocks))
}

pub(super) async fn workloads(board: &Board<'_>) -> Page {
    let metrics = [
        M::OfficeUnits,
        M::OfficeUsers,
        M::OfficeShare,
        M::DynamicsSeats,
        M::DynamicsShare,
        M::PowerBiSeats,
        M::PowerBiShare,
        M::EmsUnits,
        M::EmsShare,
        M::TeamsCustomers,
    ];
    let office = [M::OfficeUsers, M::OfficeUnits, M::OfficeShare];
    let dynamics = [M::DynamicsSeats, M::DynamicsAssigned, M::DynamicsActive, M::DynamicsShare];
    let power_bi = [M::PowerBiSeats, M::PowerBiAssigned, M::PowerBiActive, M::PowerBiShare];
    let ems = [M::EmsUnits, M::EmsUsers, M::EmsShare];
    let devices = [M::TeamsUsers, M::TeamsDesktop, M::TeamsWeb, M::TeamsMobile];
    // Parts of Teams are never added up: one of them may be all of the others together.
    let meetings = [M::TeamsMeetings, M::TeamsHours, M::TeamsMinutes, M::TeamsCustomers];
    let blocks = vec![
        board.course(T::OfficeByMonth, CourseKind::Lines, &[M::OfficeUnits, M::OfficeUsers]).await?,
        board.parted(T::WorkloadsByMonth, CourseKind::Lines, M::OfficeUsers, Facet::Workload).await?,
        board.ranking(T::OfficeByWorkload, Facet::Workload, &office).await?,
        board.ranking(T::OfficeByCustomer, Facet::Customer, &office).await?,
        board.ranking(T::DynamicsByProduct, Facet::Product, &dynamics).await?,
        board.ranking(T::DynamicsByCustomer, Facet::Customer, &dynamics).await?,
        board.ranking(T::PowerBiByProduct, Facet::Product, &power_bi).await?,
        board.ranking(T::PowerBiByCustomer, Facet::Customer, &power_bi).await?,
        board.ranking(T::EmsByProduct, Facet::Product, &ems).await?,
        board.ranking(T::EmsByCustomer, Facet::Customer, &ems).await?,
        board.parted(T::MeetingsByMonth, CourseKind::Lines, M::TeamsMeetings, Facet::Part).await?,
        board.ranking(T::TeamsByApp, Facet::App, &[M::AppUserDays]).await?,
        board.ranking(T::MeetingsByPart, Facet::Part, &meetings).await?,
        board.ranking(T::TeamsByPart, Facet::Part, &devices).await?,
    ];
    Ok((board.figures(&metrics).await?, blocks))
}

pub(super) async fn resellers(board: &Board<'_>) -> Page {
    let metrics = [
        M::Resellers,
        M::ResellersTransacting,
        M::ResellersNew,
        M::ResellersChurned,
        M::ResellerRevenue,
        M::ResellerSubscriptions,
        M::ResellerSeats,
    ];
    let sold = [M::ResellerRevenue, M::ResellerSubscriptions, M::ResellerSeats];
    let blocks = vec![
        board.course(T::ResellersByMonth, CourseKind::Lines, &[M::Resellers, M::ResellersTransacting]).await?,
        board.course(T::ResellerMoves, CourseKind::Moves, &[M::ResellersNew, M::ResellersChurned]).await?,
        board.stacked(T::RevenueByMonth, M::ResellerRevenue, Facet::Family).await?,
        board.ranking(T::ByReseller, Facet::Reseller, &sold).await?,
        board.ranking(T::ResellersByMarket, Facet::Market, &[M::Resellers, M::ResellerRevenue]).await?,
        board.ranking(T::ResellersByFamily, Facet::Family, &sold).await?,
    ];
    Ok((board.figures(&metrics).await?, blocks))
}
