//! Customers by the share of their spending budget that they have used.

use super::daily::date;
use crate::{
    Domain, Error,
    access::{Caller, Scope},
    fact::{Dim, Measure},
    reading::{Reading, steady},
};
use model::{Budget, Dataset, Micros, Permission};
use std::{cmp::Reverse, collections::BTreeMap};

/// The customers of the newest month with budgets, by share used, largest first; those whose share is unknown come last,
/// by name. A budget counts as reached at 100 %.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn budgets(domain: &Domain, caller: &Caller) -> Result<Vec<Budget>, Error> {
    let scope = caller.may(Permission::ViewGrowth)?;
    steady!(build(domain, scope).await)
}

async fn build(domain: &Domain, scope: Scope) -> Result<Vec<Budget>, Error> {
    let reading = Reading::new(domain, scope).await?;
    let Some(month) = reading.months(Dataset::SpendingBudgets).pop() else { return Ok(Vec::new()) };
    let measures = &[Measure::BudgetMicros, Measure::CostMicros];
    let dims = &[Dim::Day, Dim::Named, Dim::Currency];
    // Of several rows of a customer the newest day counts.
    let mut newest: BTreeMap<u32, (u32, Budget)> = BTreeMap::new();
    for part in &reading.facts.rows((Dataset::SpendingBudgets, month), dims, measures).await? {
        for (row, id) in part.customers() {
            let [day, named, currency] = std::array::from_fn(|dim| part.dims[dim].at(row));
            let Some(as_of) = date(month, day) else { continue };
            if newest.get(&id).is_some_and(|(known, _)| *known >= day) {
                continue;
            }
            let amount = |at: usize| (named >> at & 1 == 1).then(|| Micros(part.measures[at].at(row)));
            let (customer, name) = reading.dictionary.called(id);
            let currency = reading.dictionary.label(Dim::Currency, currency).to_owned();
            let budget = Budget { customer, name, currency, budget: amount(0), cost: amount(1), as_of };
            newest.insert(id, (day, budget));
        }
    }
    let mut budgets: Vec<Budget> = newest.into_values().map(|(_, budget)| budget).collect();
    budgets.sort_by_cached_key(|budget| (Reverse(budget.used()), budget.name.clone(), budget.customer.clone()));
    Ok(budgets)
}
