//! The customers that a file names.

use super::{
    cell,
    column::Column,
    dictionary::{Bad, Previous},
    header::Layout,
    parsed::LocalCustomer,
    record::Record,
};
use foldhash::fast::RandomState;
use model::{BadCell, Month};
use std::collections::HashMap;
use uuid::Uuid;

#[derive(Clone, Copy)]
enum Key<'a> {
    Tenant(u128),
    Tpid(&'a str),
}

/// The customers found so far; ids begin at 0.
pub(super) struct Customers {
    tenant: Option<usize>,
    tpid: Option<usize>,
    duns: Option<usize>,
    domain: Option<usize>,
    names: Vec<usize>,
    previous: Previous<Option<u128>>,
    tenants: HashMap<u128, u32, RandomState>,
    tpids: HashMap<Box<str>, u32, RandomState>,
    list: Vec<LocalCustomer>,
    bytes: usize,
}

impl Customers {
    pub(super) fn new(layout: &Layout) -> Self {
        Self::called(layout, &[Column::CustomerTenantId])
    }

    /// Customers whose tenant stands in the first of `tenant` that is there.
    pub(super) fn called(layout: &Layout, tenant: &[Column]) -> Self {
        Self {
            tenant: layout.first(tenant),
            tpid: layout.at(Column::CustomerTpid),
            duns: layout.at(Column::Duns),
            domain: layout.at(Column::TenantDomain),
            // The vendor maps its customer ids to names by guess; the tenant's own name is sure.
            names: layout.each(&[Column::CustomerTenantName, Column::CustomerName, Column::ResourceName]),
            previous: Previous::default(),
            tenants: HashMap::default(),
            tpids: HashMap::default(),
            list: Vec::new(),
            bytes: 0,
        }
    }

    fn key<'a>(&mut self, record: Record<'a>) -> Result<Key<'a>, Bad> {
        if let Some(at) = self.tenant {
            let cell = record.get(at);
            let guid = self.previous.get(cell, || cell::guid(cell)).map_err(Bad::at(at))?;
            if let Some(guid) = guid.filter(|guid| *guid != 0) {
                return Ok(Key::Tenant(guid));
            }
        }
        let tpid = text(record, self.tpid)?;
        if tpid.is_empty() {
            let at = self.tenant.or(self.tpid).unwrap_or(0);
            return Err(Bad { at, why: BadCell::Empty });
        }
        Ok(Key::Tpid(tpid))
    }

    /// The id of a row's customer. Later months rename; within a month the first name stays.
    pub(super) fn id(&mut self, record: Record<'_>, month: Month) -> Result<u32, Bad> {
        let key = self.key(record)?;
        let found = match key {
            Key::Tenant(guid) => self.tenants.get(&guid),
            Key::Tpid(tpid) => self.tpids.get(tpid),
        };
        if let Some(id) = found.copied() {
            self.learn(id, month, record)?;
            return Ok(id);
        }
        let customer = LocalCustomer {
            tenant: match key {
                Key::Tenant(guid) => Uuid::from_u128(guid).to_string(),
                Key::Tpid(tpid) => format!("tpid:{tpid}"),
            },
            name: self.name(record)?.into(),
            domain: text(record, self.domain)?.into(),
            tpid: text(record, self.tpid)?.into(),
            duns: text(record, self.duns)?.into(),
            named_in: month,
        };
        self.bytes += 300 + customer.name.len() + customer.domain.len();
        let id = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        self.list.push(customer);
        match key {
            Key::Tenant(guid) => self.tenants.insert(guid, id),
            Key::Tpid(tpid) => self.tpids.insert(tpid.into(), id),
        };
        Ok(id)
    }

    fn name<'a>(&self, record: Record<'a>) -> Result<&'a str, Bad> {
        for at in &self.names {
            let name = text(record, Some(*at))?;
            if !name.is_empty() {
                return Ok(name);
            }
        }
        Ok("")
    }

    fn learn(&mut self, id: u32, month: Month, record: Record<'_>) -> Result<(), Bad> {
        let known = &self.list[id as usize];
        let later = month > known.named_in;
        // Nearly every row says what is known already.
        if !later && !known.name.is_empty() {
            return Ok(());
        }
        let name = self.name(record)?;
        let news = [text(record, self.domain)?, text(record, self.tpid)?, text(record, self.duns)?];
        let known = &mut self.list[id as usize];
        if !name.is_empty() {
            set(&mut known.name, name);
            known.named_in = month.max(known.named_in);
        }
        for (field, new) in [&mut known.domain, &mut known.tpid, &mut known.duns].into_iter().zip(news) {
            if !new.is_empty() && (later || field.is_empty()) {
                set(field, new);
            }
        }
        Ok(())
    }

    /// What it holds in memory, roughly.
    pub(super) const fn bytes(&self) -> usize {
        self.bytes
    }

    pub(super) fn finish(self) -> Vec<LocalCustomer> {
        self.list
    }
}

fn set(field: &mut String, new: &str) {
    if field != new {
        new.clone_into(field);
    }
}

/// The text of a column that may not be there.
fn text(record: Record<'_>, at: Option<usize>) -> Result<&str, Bad> {
    at.map_or(Ok(""), |at| cell::text(record.get(at)).map_err(Bad::at(at)))
}
