//! The words behind the ids in rows.

use super::{Value, column::Holds};
use crate::{dictionary::Dictionary, fact::Dim};
use std::{borrow::Cow, collections::HashMap, sync::Arc};

/// The words of one data version.
#[derive(Debug)]
pub(super) struct Words {
    dictionary: Arc<Dictionary>,
    /// The codes of what has names as well, by id.
    codes: HashMap<&'static str, Vec<String>>,
}

impl Words {
    /// The words that cells of these columns need.
    pub(super) fn new(dictionary: Arc<Dictionary>, columns: impl Iterator<Item = Holds>) -> Self {
        let with_codes = columns.filter_map(|holds| if let Holds::Code(dim) = holds { Some(dim) } else { None });
        let codes = with_codes.map(|dim| (dim.key(), dictionary.codes(dim))).collect();
        Self { dictionary, codes }
    }

    /// How many ids a column's cells may have; nothing when ids alone do not say what stands in a cell, or are too many.
    pub(super) fn size(&self, holds: Holds) -> Option<usize> {
        match holds {
            Holds::Tenant | Holds::CustomerName | Holds::Domain => Some(self.dictionary.size(Dim::Customer)),
            Holds::Term(dim) | Holds::Code(dim) => Some(self.dictionary.size(dim)),
            Holds::Word(_, words) => Some(words.len() + 1),
            Holds::Duplicate => Some(2),
            _ => None,
        }
    }

    /// The cell of an id; that of the customer for what is known of customers.
    pub(super) fn cell(&self, holds: Holds, id: u32) -> Value<'_> {
        let customer = self.dictionary.customer(id);
        let text = match holds {
            Holds::Tenant => customer.map_or("", |it| &it.tenant),
            Holds::CustomerName => customer.map_or("", |it| &it.name),
            Holds::Domain => customer.map_or("", |it| &it.domain),
            Holds::Term(dim) => self.dictionary.label(dim, id),
            Holds::Code(dim) => {
                self.codes.get(dim.key()).and_then(|codes| codes.get(id as usize)).map_or("", String::as_str)
            }
            Holds::Word(_, words) => (id as usize).checked_sub(1).and_then(|at| words.get(at)).copied().unwrap_or(""),
            Holds::Duplicate => return Value::whole(i64::from(id == 0)),
            _ => "",
        };
        if text.is_empty() { Value::Nothing } else { Value::Text(Cow::Borrowed(text)) }
    }
}
