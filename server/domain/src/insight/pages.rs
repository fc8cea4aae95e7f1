//! A page of figures: its right, its datasets, what it is narrowed to.

use super::{
    board::{Board, Rows},
    contents,
};
use crate::{
    Domain, Error,
    access::{Caller, Scope},
    imports,
    reading::steady,
};
use model::{Dataset, Insight, InsightPage, InsightQuery, Permission};

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
pub(super) struct Opens {
    pub(super) growth: bool,
    pub(super) resellers: bool,
    pub(super) activity: bool,
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
        InsightPage::Overview => contents::overview(&board, opens).await?,
        InsightPage::Customers => contents::customers(&board, opens).await?,
        InsightPage::Subscriptions => contents::subscriptions(&board, opens).await?,
        InsightPage::Azure => contents::azure(&board).await?,
        InsightPage::Growth => contents::growth(&board, opens).await?,
        InsightPage::Workloads => contents::workloads(&board).await?,
        InsightPage::Resellers => contents::resellers(&board).await?,
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
