//! What each page of figures shows.

use super::board::{Board, Rows};
use crate::{
    Domain, Error,
    access::{Caller, Scope},
    imports,
    reading::steady,
};
use model::{
    Block, CourseKind, Dataset, Facet, Figure, Insight, InsightPage, InsightQuery, Metric as M, Permission, Title as T,
};

/// A page of figures.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn page(domain: &Domain, caller: &Caller, page: InsightPage, query: &InsightQuery) -> Result<Insight, Error> {
    read(domain, caller, page, query, Rows::Shown).await
}

/// The same with all rows of every table.
pub(super) async fn whole_page(
    domain: &Domain,
    caller: &Caller,
    page: InsightPage,
    query: &InsightQuery,
) -> Result<Insight, Error> {
    read(domain, caller, page, query, Rows::All).await
}

async fn read(
    domain: &Domain,
    caller: &Caller,
    page: InsightPage,
    query: &InsightQuery,
    rows: Rows,
) -> Result<Insight, Error> {
    let scope = caller.may(page.permission())?;
    let opens = Opens {
        growth: caller.opens(Permission::ViewGrowth),
        resellers: caller.opens(Permission::ViewResellers),
        activity: caller.opens(Permission::ViewActivity),
    };
    let mut fresh = imports::fresh(domain, scope).await?;
    let datasets = page.datasets();
    fresh.retain(|it| datasets.contains(&it.dataset) && opens.dataset(it.dataset));
    let insight = steady!(build(domain, scope, page, query, opens, rows).await)?;
    Ok(Insight { fresh, ..insight })
}

/// What the caller may see beyond the page's own right.
#[derive(Clone, Copy)]
struct Opens {
    growth: bool,
    resellers: bool,
    activity: bool,
}

impl Opens {
    fn dataset(self, dataset: Dataset) -> bool {
        match dataset {
            Dataset::Subscriptions | Dataset::SubscriptionAnalytics | Dataset::AzureUsage => self.growth,
            Dataset::ResellerPerformance => self.resellers,
            Dataset::ActivityLog => self.activity,
            _ => true,
        }
    }
}

async fn build(
    domain: &Domain,
    scope: Scope,
    page: InsightPage,
    query: &InsightQuery,
    opens: Opens,
    rows: Rows,
) -> Result<Insight, Error> {
    let datasets: Vec<Dataset> = page.datasets().iter().copied().filter(|it| opens.dataset(*it)).collect();
    let Some(board) = Board::new(domain, scope, query, &datasets, rows).await? else { return Ok(Insight::default()) };
    let (figures, blocks) = match page {
        InsightPage::Overview => overview(&board, opens).await?,
        InsightPage::Customers => customers(&board, opens).await?,
        InsightPage::Subscriptions => subscriptions(&board, opens).await?,
        InsightPage::Azure => azure(&board).await?,
        InsightPage::Growth => growth(&board, opens).await?,
        InsightPage::Resellers => resellers(&board).await?,
    };
    Ok(Insight {
        months: Some(board.months),
        compared: Some(board.compared()),
        known: board.all_known(),
        fresh: Vec::new(),
        choices: board.choices(page.facets()),
        figures,
        blocks,
    })
}

/// Of subscriptions that end soon: first those that do not renew by themselves.
const ENDING: [M; 2] = [M::SubscriptionsEnding, M::SubscriptionsRenewing];

type Page = Result<(Vec<Figure>, Vec<Block>), Error>;

async fn overview(board: &Board<'_>, opens: Opens) -> Page {
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

async fn customers(board: &Board<'_>, opens: Opens) -> Page {
    let mut columns = vec![M::Sold, M::Deployment, M::Usage];
    if opens.growth {
        columns.extend([M::SubscriptionsActive, M::Charges, M::Consumption]);
    }
    let blocks = vec![board.ranking(T::AllCustomers, Facet::Customer, &columns).await?];
    Ok((board.figures(&[M::Customers, M::CustomersNew, M::CustomersChurned]).await?, blocks))
}

async fn subscriptions(board: &Board<'_>, opens: Opens) -> Page {
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

async fn azure(board: &Board<'_>) -> Page {
    let metrics = [
        M::Consumption,
        M::AzureCustomers,
        M::AzureCustomersWithout,
        M::AzureCustomersNew,
        M::AzureCustomersChurned,
        M::AzureSubscriptions,
        M::AzureSubscriptionsNew,
        M::AzureSubscriptionsChurned,
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

async fn growth(board: &Board<'_>, opens: Opens) -> Page {
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

async fn resellers(board: &Board<'_>) -> Page {
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
