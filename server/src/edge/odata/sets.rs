//! The entity sets of the feed: facts under the vendor's names, and the small tables that they are joined to.

use domain::{
    access::Caller,
    extract::{self, Given, Kind},
};
use model::{Dataset, Permission};

/// The key of a row of facts: where it stands in its dataset, as the data are now.
pub(super) const ROW_ID: &str = "RowId";

/// An entity set.
#[derive(Clone, Debug)]
pub(super) struct Set {
    pub(super) name: &'static str,
    /// Its properties, [`ROW_ID`] left aside.
    pub(super) columns: Vec<(String, Kind)>,
    pub(super) of: Of,
}

/// What it is made of.
#[derive(Clone, Copy, Debug)]
pub(super) enum Of {
    Facts(Dataset),
    Given(Given),
}

impl Set {
    /// The names of the properties that are its key.
    pub(super) fn key(&self) -> Vec<&str> {
        match self.of {
            Of::Facts(_) => vec![ROW_ID],
            Of::Given(given) => self.columns[..given.key()].iter().map(|(name, _)| name.as_str()).collect(),
        }
    }
}

/// All that the caller may see.
pub(super) fn sets(caller: &Caller) -> Vec<Set> {
    let given = Given::ALL.into_iter().filter(|_| caller.opens(Permission::ViewLicenses)).map(|given| Set {
        name: given.name(),
        columns: given.columns().iter().map(|(name, kind)| ((*name).to_owned(), *kind)).collect(),
        of: Of::Given(given),
    });
    let facts = extract::datasets().filter(|dataset| caller.opens(extract::permission(*dataset))).map(|dataset| Set {
        name: dataset.key(),
        columns: extract::columns(dataset)
            .unwrap_or_default()
            .iter()
            .map(|column| (column.name.to_owned(), column.kind()))
            .collect(),
        of: Of::Facts(dataset),
    });
    given.chain(facts).collect()
}
