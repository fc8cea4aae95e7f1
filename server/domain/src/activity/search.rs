//! A filter of the log as a statement. What varies is put together from fixed pieces of text; values are bound.

use super::{
    Days,
    pairs::{self, Side},
};
use crate::db::{Built, Sql};
use model::{AccountId, ActivityFilter};

/// SQLite's full-text index knows every three letters that follow each other; for fewer, rows are read.
const TRIGRAM: usize = 3;

/// What is searched for.
#[derive(Clone, Debug)]
pub(super) struct Search {
    filter: ActivityFilter,
    postgres: bool,
}

const COLUMNS: &str = "select
  a.id, a.at, a.at_text, a.key, a.tenant, a.customer, a.operation, a.status, a.actor, a.application, a.resource, a.old_value,
  a.new_value, a.information, a.more
from ";

/// The index comes first, whose rows are in the order of time too: a word that is everywhere costs no more than a page.
const INDEX_FIRST: &str = "activity_text
cross join activity a on a.id = activity_text.rowid
where activity_text match ";

/// The same by pairs of letters; the rows are then read, since a pair is not all that is looked for.
const PAIRS_FIRST: &str = "activity_pair
cross join activity a on a.id = activity_pair.id
where pair = ";

/// The same where the database finds the order by itself.
const PAIRS: &str = "activity_pair
join activity a on a.id = activity_pair.id
where pair = ";

impl Search {
    pub(super) fn new(filter: &ActivityFilter, postgres: bool) -> Self {
        let (customer, search) = (filter.customer.trim().to_owned(), filter.search.trim().to_owned());
        Self { filter: ActivityFilter { customer, search, ..filter.clone() }, postgres }
    }

    /// The statement for the next records, at most so many, all before the one named.
    pub(super) fn statement(&self, account: AccountId, before: Option<i64>, most: i64) -> Sql {
        let filter = &self.filter;
        let (from, until) = Days { from: filter.from, to: filter.to }.ids();
        let until = before.map_or(until, |before| until.min(before));
        let (id, mut built) = match self.indexed() {
            None if let Some((pair, side)) = self.pair() => (
                "activity_pair.id",
                Built::new(COLUMNS)
                    .text(if self.postgres { PAIRS } else { PAIRS_FIRST })
                    .value(pair)
                    .text("\n  and side = ")
                    .value(side.number())
                    .text("\n  and "),
            ),
            Some(words) => ("activity_text.rowid", Built::new(COLUMNS).text(INDEX_FIRST).value(words).text("\n  and ")),
            None => ("a.id", Built::new(COLUMNS).text(self.table()).text("\nwhere ")),
        };
        built = built.text("a.account_id = ").value(account.0);
        built = built.text("\n  and ").text(id).text(" >= ").value(from);
        built = built.text("\n  and ").text(id).text(" < ").value(until);
        for (column, value) in [
            ("\n  and a.operation = ", &filter.operation),
            ("\n  and a.operation_group = ", &filter.group),
            ("\n  and a.actor = ", &filter.actor),
            ("\n  and a.status = ", &filter.status),
        ] {
            if !value.is_empty() {
                built = built.text(column).value(value);
            }
        }
        if self.read(&filter.customer) {
            built = self.like(built.text("\n  and "), "a.customer", &filter.customer);
        }
        if self.read(&filter.search) {
            built = built.text("\n  and (");
            for (at, column) in ["a.old_value", "a.new_value", "a.information", "a.more"].into_iter().enumerate() {
                built = if at == 0 { built } else { built.text(" or ") };
                built = self.like(built, column, &filter.search);
            }
            built = built.text(")");
        }
        built.text("\norder by ").text(id).text(" desc\nlimit ").value(most).finish()
    }

    /// Two letters of what is searched for, to look up; nothing where none are known.
    fn pair(&self) -> Option<(String, Side)> {
        let search = pairs::first(&self.filter.search).map(|pair| (pair, Side::Details));
        search.or_else(|| pairs::first(&self.filter.customer).map(|pair| (pair, Side::Customer)))
    }

    /// The rows, by the index of the narrowest column that is asked for. Without being told, `SQLite` goes through the rows in
    /// their order until it has a page; `PostgreSQL` knows how many there are of a value.
    fn table(&self) -> &'static str {
        let filter = &self.filter;
        let indexed = [
            (&filter.actor, "activity a indexed by activity_by_actor"),
            (&filter.operation, "activity a indexed by activity_by_operation"),
            (&filter.status, "activity a indexed by activity_by_status"),
            (&filter.group, "activity a indexed by activity_by_group"),
        ];
        let asked = indexed.iter().find(|(value, _)| !value.is_empty() && !self.postgres);
        asked.map_or("activity a", |(_, table)| table)
    }

    /// Whether a text is looked for in the rows, and not in SQLite's index.
    fn read(&self, text: &str) -> bool {
        !text.is_empty() && (self.postgres || text.chars().count() < TRIGRAM)
    }

    /// What SQLite's index is asked; nothing where it is not.
    fn indexed(&self) -> Option<String> {
        let asked = |columns: &str, text: &str| {
            let asks = !text.is_empty() && !self.read(text);
            asks.then(|| format!("{columns} : \"{}\"", text.replace('"', "\"\"")))
        };
        let customer = asked("customer", &self.filter.customer);
        let search = asked("{old_value new_value information more}", &self.filter.search);
        let asked: Vec<String> = customer.into_iter().chain(search).collect();
        (!asked.is_empty()).then(|| asked.join(" AND "))
    }

    /// A text somewhere inside of a column, in any case, whatever is in it.
    fn like(&self, built: Built, column: &'static str, text: &str) -> Built {
        let operator = if self.postgres { " ilike " } else { " like " };
        let pattern = format!("%{}%", text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"));
        built.text(column).text(operator).value(pattern).text(" escape '\\'")
    }
}
