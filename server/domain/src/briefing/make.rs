//! The report of one customer, put together from exactly what its pages show.

use super::{Advice, Brand, Kept, advice, brand::of_account, kept::kept};
use crate::{
    Domain, Error,
    access::Caller,
    audit::{self, Action},
    customers, insight,
};
use model::{
    CustomerDetail, Facet, Figure, Insight, InsightPage, InsightQuery, Metric, MonthRange, Permission, TrendPoint,
};
use serde_json::json;

/// How many months a course may have, the usual number first.
pub const MONTHS: [i32; 4] = [12, 3, 6, 24];

/// What is gone through with a customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Briefing {
    /// The partner, and how its papers look.
    pub brand: Brand,
    /// The customer and its licences, as the customer page has them; the course begins with the first of the chosen months.
    pub customer: CustomerDetail,
    /// The page of subscriptions, narrowed to the customer; nothing where the caller may not see it or nothing is there.
    pub subscriptions: Option<Insight>,
    /// The page of Azure in the same way.
    pub azure: Option<Insight>,
    /// What is worth talking about.
    pub advice: Vec<Advice>,
    /// What was said last time, and in which language.
    pub kept: Kept,
}

/// The report of the customer with this tenant id, in any case, with courses of so many months.
///
/// # Errors
/// [`Error::Denied`] without the right to see customers; [`Error::NotFound`] when the account has no such customer.
pub async fn briefing(domain: &Domain, caller: &Caller, tenant: &str, months: i32) -> Result<Briefing, Error> {
    let scope = caller.may(Permission::ViewLicenses)?;
    let mut customer = customers::detail(domain, caller, tenant).await?;
    let page = async |which| of_page(domain, caller, &customer.id, which, months).await;
    let subscriptions = page(InsightPage::Subscriptions).await?;
    let azure = page(InsightPage::Azure).await?;
    let trend = &mut customer.report.trend;
    trend.drain(..trend.len().saturating_sub(usize::try_from(months).unwrap_or(0)));
    let ending = subscriptions.as_ref().and_then(|it| figure(it, Metric::SubscriptionsEnding)?.now);
    Ok(Briefing {
        brand: of_account(domain, &scope).await?,
        advice: advice(&customer.report, ending),
        kept: kept(domain, &scope, &customer.id).await?,
        customer,
        subscriptions,
        azure,
    })
}

/// A page of figures of this customer alone; nothing where it is closed to the caller, or knows nothing of the customer.
async fn of_page(
    domain: &Domain,
    caller: &Caller,
    tenant: &str,
    page: InsightPage,
    months: i32,
) -> Result<Option<Insight>, Error> {
    if !caller.opens(page.permission()) {
        return Ok(None);
    }
    let query = InsightQuery { narrowed: vec![(Facet::Customer, tenant.to_owned())], ..InsightQuery::default() };
    let mut found = insight::page(domain, caller, page, &query).await?;
    if let (Some(shown), Some(first)) = (found.months, found.known.first()) {
        let wanted = MonthRange { from: shown.to.plus(1 - months).max(*first), to: shown.to };
        if wanted != shown {
            found = insight::page(domain, caller, page, &InsightQuery { months: Some(wanted), ..query }).await?;
        }
    }
    let known = found.figures.iter().any(|figure| figure.now.is_some_and(|n| n != 0) || has_course(figure));
    Ok(Some(found).filter(|_| known))
}

fn has_course(figure: &Figure) -> bool {
    figure.course.iter().flatten().any(|n| *n != 0)
}

/// A figure of a page.
fn figure(insight: &Insight, metric: Metric) -> Option<&Figure> {
    insight.figures.iter().find(|figure| figure.metric == metric)
}

impl Briefing {
    /// A figure of the page of subscriptions or of Azure.
    #[must_use]
    pub fn figure(&self, metric: Metric) -> Option<&Figure> {
        [&self.subscriptions, &self.azure].into_iter().flatten().find_map(|page| figure(page, metric))
    }

    /// From the first month of any course to the last; nothing when there is none.
    #[must_use]
    pub fn months(&self) -> Option<MonthRange> {
        let trend = self.customer.report.trend.iter().map(|TrendPoint { month, .. }| *month);
        let pages = [&self.subscriptions, &self.azure].into_iter().flatten().filter_map(|page| page.months);
        let all: Vec<_> = trend.chain(pages.flat_map(|range| [range.from, range.to])).collect();
        Some(MonthRange { from: *all.iter().min()?, to: *all.iter().max()? })
    }
}

/// Records that a report was taken away as a file.
///
/// # Errors
/// [`Error::Denied`] without the right to export; [`Error::Db`] when the database fails.
pub async fn exported(domain: &Domain, caller: &Caller, tenant: &str) -> Result<(), Error> {
    let scope = caller.may(Permission::Export)?;
    let mut tx = domain.db.write().await?;
    let (at, details) = (domain.clock.seconds(), json!({ "customer": tenant }));
    audit::record(&mut tx, at, scope.account(), scope.actor(), Action::Exported, "review", &details).await?;
    tx.commit().await?;
    Ok(())
}
