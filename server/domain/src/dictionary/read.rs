//! An account's dictionaries in memory, read again only when its facts have changed.

use super::{fold, stored_id};
use crate::{
    Error,
    access::Scope,
    db::{Db, sql},
    fact::Dim,
};
use model::AccountId;
use std::{
    collections::{BTreeSet, HashMap},
    sync::{Arc, Mutex, PoisonError},
};
use uuid::Uuid;

/// A customer as the dictionaries know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Customer {
    /// The tenant's GUID in lower case.
    pub(crate) tenant: String,
    /// The name as last spelt.
    pub(crate) name: String,
    /// The tenant's domain; empty when unknown.
    pub(crate) domain: String,
    /// The name in lower case, for searching.
    pub(crate) folded: String,
}

/// The spellings behind the ids. Id 0 is *unknown* everywhere.
#[derive(Debug, Default)]
pub(crate) struct Dictionary {
    /// The account's data version that this belongs to.
    pub(crate) version: i64,
    labels: HashMap<&'static str, Vec<String>>,
    ids: HashMap<&'static str, HashMap<String, u32>>,
    customers: Vec<Option<Customer>>,
    tenants: HashMap<String, u32>,
    left_out: Vec<u32>,
}

/// The dimensions whose terms are few enough to be kept in memory.
const KEPT: [Dim; 19] = [
    Dim::Product,
    Dim::Workload,
    Dim::Service,
    Dim::Channel,
    Dim::AzureService,
    Dim::Meter,
    Dim::MeterCategory,
    Dim::Unit,
    Dim::Currency,
    Dim::SubWorkload,
    Dim::App,
    Dim::Market,
    Dim::Segment,
    Dim::Location,
    Dim::Reseller,
    Dim::Family,
    Dim::Attribution,
    Dim::Status,
    Dim::MarketCode,
];

impl Dictionary {
    /// The vendor's spelling of an id; empty when unknown.
    pub(crate) fn label(&self, dim: Dim, id: u32) -> &str {
        self.labels.get(dim.key()).and_then(|all| all.get(id as usize)).map_or("", String::as_str)
    }

    /// One more than the highest id of a dimension; of customers for [`Dim::Customer`].
    pub(crate) fn size(&self, dim: Dim) -> usize {
        if dim == Dim::Customer {
            self.customers.len()
        } else {
            self.labels.get(dim.key()).map_or(1, |all| all.len().max(1))
        }
    }

    /// What ids of a dimension are told apart by, in lower case, by id.
    pub(crate) fn codes(&self, dim: Dim) -> Vec<String> {
        let mut codes = vec![String::new(); self.size(dim)];
        for (key, id) in self.ids.get(dim.key()).into_iter().flatten() {
            codes[*id as usize].clone_from(key);
        }
        codes
    }

    /// The ids of spellings; those that the account has never seen match nothing and are left out.
    pub(crate) fn ids(&self, dim: Dim, labels: &[String]) -> Vec<u32> {
        let known = self.ids.get(dim.key());
        labels.iter().filter_map(|label| known?.get(&fold(label)).copied()).collect()
    }

    /// All spellings of a dimension, A to Z.
    pub(crate) fn labels(&self, dim: Dim) -> Vec<String> {
        let all = self.labels.get(dim.key()).map_or(&[][..], Vec::as_slice);
        let mut labels: Vec<String> = all.iter().filter(|label| !label.is_empty()).cloned().collect();
        labels.sort_by_cached_key(|label| label.to_lowercase());
        labels
    }

    /// The products that count in totals of licences; nothing when all do.
    pub(crate) fn counted_products(&self) -> Option<Vec<u32>> {
        let all = self.labels.get(Dim::Product.key()).map_or(1, Vec::len);
        let counts = |id: &u32| !self.left_out.contains(id);
        (!self.left_out.is_empty()).then(|| (0..).take(all).filter(counts).collect())
    }

    /// What the products that are left out of totals are called, A to Z.
    pub(crate) fn products_left_out(&self) -> Vec<String> {
        let mut all: Vec<String> = self.left_out.iter().map(|id| self.label(Dim::Product, *id).to_owned()).collect();
        all.sort_by_cached_key(|label| label.to_lowercase());
        all
    }

    /// What a customer is called by: tenant and name; both empty when unknown.
    pub(crate) fn called(&self, customer: u32) -> (String, String) {
        self.customer(customer).map(|it| (it.tenant.clone(), it.name.clone())).unwrap_or_default()
    }

    /// The customer of an id.
    pub(crate) fn customer(&self, id: u32) -> Option<&Customer> {
        self.customers.get(id as usize)?.as_ref()
    }

    /// All customers.
    pub(crate) fn customers(&self) -> impl Iterator<Item = &Customer> {
        self.customers.iter().flatten()
    }

    /// The id of a tenant, in any case.
    pub(crate) fn tenant(&self, tenant: &str) -> Option<u32> {
        self.tenants.get(&tenant.to_lowercase()).copied()
    }
}

/// The dictionaries of all accounts, one version of each.
#[derive(Clone, Debug, Default)]
pub(crate) struct Dictionaries(Arc<Mutex<HashMap<AccountId, Arc<Dictionary>>>>);

impl Dictionaries {
    /// The dictionary of the scope's account, as of now.
    pub(crate) async fn get(&self, db: &Db, scope: &Scope) -> Result<Arc<Dictionary>, Error> {
        let account = scope.account();
        let version: i64 = sql(include_str!("version.sql")).bind(account.0).scalar(db).await?;
        let held = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&account).cloned();
        if let Some(held) = held.filter(|held| held.version == version) {
            return Ok(held);
        }
        let fresh = Arc::new(read(db, account, version).await?);
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(account, fresh.clone());
        Ok(fresh)
    }
}

/// The GUIDs of subscriptions, which are too many to be kept in memory.
pub(crate) async fn subscriptions(db: &Db, scope: &Scope, ids: &BTreeSet<u32>) -> Result<HashMap<u32, String>, Error> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let asked = sql(include_str!("subscriptions.sql")).on_postgres(include_str!("subscriptions.postgres.sql"));
    let rows: Vec<(i64, String)> =
        asked.bind(scope.account().0).bind(serde_json::to_string(ids)?).fetch_all(db).await?;
    rows.into_iter().map(|(id, guid)| Ok((stored_id(id)?, guid))).collect()
}

/// The id of a subscription's GUID in lower case; nothing when the account has never seen it.
pub(crate) async fn subscription_id(db: &Db, scope: &Scope, guid: &str) -> Result<Option<u32>, Error> {
    let id: Option<i64> =
        sql(include_str!("subscription_id.sql")).bind(scope.account().0).bind(guid).scalar_optional(db).await?;
    Ok(id.map(stored_id).transpose()?)
}

async fn read(db: &Db, account: AccountId, version: i64) -> Result<Dictionary, Error> {
    let mut dictionary = Dictionary { version, ..Dictionary::default() };
    for dim in KEPT {
        dictionary.read_terms(db, account.0, dim).await?;
    }
    let rows: Vec<(i64, String, String, String, Option<String>)> =
        sql(include_str!("customers.sql")).bind(account.0).fetch_all(db).await?;
    let mut merged = Vec::new();
    for (id, tenant, name, domain, into) in rows {
        let id = stored_id(id)?;
        if let Some(into) = into {
            merged.push((tenant, into));
            continue;
        }
        let folded = name.to_lowercase();
        dictionary.tenants.insert(tenant.clone(), id);
        place(&mut dictionary.customers, id, Some(Customer { tenant, name, domain, folded }));
    }
    for (tenant, into) in merged {
        if let Some(id) = dictionary.tenants.get(&into).copied() {
            dictionary.tenants.insert(tenant, id);
        }
    }
    let keys: Vec<String> = sql(include_str!("left_out.sql")).bind(account.0).scalars(db).await?;
    dictionary.left_out = dictionary.ids(Dim::Product, &keys);
    Ok(dictionary)
}

impl Dictionary {
    async fn read_terms(&mut self, db: &Db, account: Uuid, dim: Dim) -> Result<(), Error> {
        let rows: Vec<(i64, String, String)> =
            sql(include_str!("terms.sql")).bind(account).bind(dim.key()).fetch_all(db).await?;
        let (labels, ids) = (self.labels.entry(dim.key()).or_default(), self.ids.entry(dim.key()).or_default());
        for (id, key, label) in rows {
            let id = stored_id(id)?;
            ids.insert(key, id);
            place(labels, id, label);
        }
        Ok(())
    }
}

/// Puts a value at its id's place, filling the places before it.
fn place<T: Clone + Default>(all: &mut Vec<T>, id: u32, value: T) {
    let at = id as usize;
    if all.len() <= at {
        all.resize(at + 1, T::default());
    }
    all[at] = value;
}
