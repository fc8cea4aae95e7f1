//! Views of pages that people keep.

use crate::{ViewId, pairs, query_string};
use serde::{Deserialize, Serialize};

/// A page in a state that a person has named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedView {
    /// Its id.
    pub id: ViewId,
    /// What the person calls it.
    pub name: String,
    /// The page's path.
    pub page: String,
    /// The state, as [`view_state`] has it.
    pub query: String,
    /// Whether the page opens with it.
    pub standard: bool,
}

impl SavedView {
    /// The address that shows it.
    #[must_use]
    pub fn address(&self) -> String {
        if self.query.is_empty() { unfiltered(&self.page) } else { format!("{}?{}", self.page, self.query) }
    }
}

/// The address of a page as it is, whatever view it opens with.
#[must_use]
pub fn unfiltered(page: &str) -> String {
    format!("{page}?all")
}

/// The state in the query of an address: without where in a list one is, and what a form said once.
#[must_use]
pub fn view_state(query: &str) -> String {
    let passing = ["page", "before", "all", "saved", "failed"];
    let kept: Vec<_> = pairs(query).into_iter().filter(|(name, _)| !passing.contains(&name.as_str())).collect();
    // Names come from addresses, too: they are encoded like the values.
    let names: Vec<String> = kept.iter().map(|(name, _)| query_string(&[("", name.clone())])).collect();
    let names = names.iter().map(|name| name.trim_start_matches('='));
    query_string(&names.zip(&kept).map(|(name, (_, value))| (name, value.clone())).collect::<Vec<_>>())
}

/// What becomes of a view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ViewChange {
    /// It is called otherwise.
    Rename(String),
    /// The page opens with it.
    Standard,
    /// The page opens as it is.
    NotStandard,
    /// It goes.
    Delete,
}

#[cfg(test)]
mod tests {
    use super::view_state;

    #[test]
    fn a_state_is_what_filters_and_nothing_that_passes() {
        assert_eq!(view_state("?market=Taiwan&page=3&q=a+b&saved"), "market=Taiwan&q=a%20b");
        assert_eq!(view_state("?all"), "");
        assert_eq!(view_state("a%26b=1&%0d=2#x"), "a%26b=1&%0D=2%23x", "names are no way around");
    }
}
