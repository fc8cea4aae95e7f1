//! A filter of the log as a statement. What varies is put together from fixed pieces of text; values are bound.

use super::{
    Days,
    pairs::{self, Side},
};
use crate::db::{Built, Sql};
use model::{AccountId, ActivityFilter};

/// SQLite's full-text index knows every three letters that follow each other; for fewer, rows are read.
const TRIGRAM: usize = 3;

/// Whether a letter has another case that SQLite's `like` does not know.
fn folds(letter: char) -> bool {
    !(letter.is_ascii() || letter.to_lowercase().eq([letter]) && letter.to_uppercase().eq([letter]))
}

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

/// A column that the log is narrowed by.
struct Narrow {
    of: fn(&ActivityFilter) -> &str,
    is: &'static str,
    table: &'static str,
}

/// All of them, the narrowest first.
static NARROW: [Narrow; 4] = [
    Narrow { of: |filter| &filter.actor, is: "\n  and a.actor = ", table: "activity a indexed by activity_by_actor" },
    Narrow {
        of: |filter| &filter.operation,
        is: "\n  and a.operation = ",
        table: "activity a indexed by activity_by_operation",
    },
    Narrow {
        of: |filter| &filter.status,
        is: "\n  and a.status = ",
        table: "activity a indexed by activity_by_status",
    },
    Narrow {
        of: |filter| &filter.group,
        is: "\n  and a.operation_group = ",
        table: "activity a indexed by activity_by_group",
    },
];

/// Records that are read one by one where a column narrows the log. Few in tests, so that these see what lies beyond.
pub(super) const FEW: i64 = if cfg!(test) { 2 } else { 8_000 };

impl Search {
    pub(super) fn new(filter: &ActivityFilter, postgres: bool) -> Self {
        let (customer, search) = (filter.customer.trim().to_owned(), filter.search.trim().to_owned());
        Self { filter: ActivityFilter { customer, search, ..filter.clone() }, postgres }
    }

    /// The statement for the next records, at most so many, all before the one named.
    pub(super) fn statement(&self, account: AccountId, before: Option<i64>, most: i64) -> Sql {
        let (id, built) = match self.indexed() {
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
        let built = self.within(built, account, id, before);
        let read = |text: &str| self.read(text);
        self.narrowed(built, read).text("\norder by ").text(id).text(" desc\nlimit ").value(most).finish()
    }

    /// Where one column narrows the log to few records: how many there are of its value, up to one more than [`FEW`], and the
    /// statement that looks for the texts in the newest of them. Words that are everywhere make the index slow, and those few
    /// rows are quickly read. Nothing where the texts need the index's folding of letters.
    pub(super) fn among_few(&self, account: AccountId, before: Option<i64>, most: i64) -> Option<(Sql, Sql)> {
        let column = self.narrow()?;
        let folds = [&self.filter.customer, &self.filter.search].into_iter().any(|text| text.chars().any(folds));
        if folds || self.indexed().is_none() {
            return None;
        }
        let few = |built: Built| {
            let built = self.within(built.text(column.table).text("\nwhere "), account, "a.id", before);
            built.text(column.is).value((column.of)(&self.filter))
        };
        let count =
            few(Built::new("select count(*) from (select 1 from ")).text("\nlimit ").value(FEW + 1).text(") few");
        let newest =
            few(Built::new(COLUMNS).text("(select a.id from ")).text("\norder by a.id desc\nlimit ").value(FEW);
        let newest =
            newest.text(") few\ncross join activity a on a.id = few.id\nwhere a.account_id = ").value(account.0);
        let found = self.narrowed(newest, |text| !text.is_empty());
        Some((count.finish(), found.text("\norder by few.id desc\nlimit ").value(most).finish()))
    }

    /// The account's records of the days asked for, before the one named.
    fn within(&self, built: Built, account: AccountId, id: &'static str, before: Option<i64>) -> Built {
        let (from, until) = Days { from: self.filter.from, to: self.filter.to }.ids();
        let until = before.map_or(until, |before| until.min(before));
        let built = built.text("a.account_id = ").value(account.0);
        built.text("\n  and ").text(id).text(" >= ").value(from).text("\n  and ").text(id).text(" < ").value(until)
    }

    /// What is asked of columns, and of the texts that are looked for in the rows.
    fn narrowed(&self, mut built: Built, read: impl Fn(&str) -> bool) -> Built {
        let filter = &self.filter;
        for column in NARROW.iter().filter(|column| !(column.of)(filter).is_empty()) {
            built = built.text(column.is).value((column.of)(filter));
        }
        if read(&filter.customer) {
            built = self.like(built.text("\n  and "), "a.customer", &filter.customer);
        }
        if read(&filter.search) {
            built = built.text("\n  and (");
            for (at, column) in ["a.old_value", "a.new_value", "a.information", "a.more"].into_iter().enumerate() {
                built = if at == 0 { built } else { built.text(" or ") };
                built = self.like(built, column, &filter.search);
            }
            built = built.text(")");
        }
        built
    }

    /// Two letters of what is searched for, to look up; nothing where none are known.
    fn pair(&self) -> Option<(String, Side)> {
        let search = pairs::first(&self.filter.search).map(|pair| (pair, Side::Details));
        search.or_else(|| pairs::first(&self.filter.customer).map(|pair| (pair, Side::Customer)))
    }

    /// The rows, by the index of the narrowest column that is asked for. Without being told, `SQLite` goes through the rows in
    /// their order until it has a page.
    fn table(&self) -> &'static str {
        self.narrow().map_or("activity a", |column| column.table)
    }

    /// The narrowest column that is asked for. `PostgreSQL` knows by itself how many records there are of a value.
    fn narrow(&self) -> Option<&'static Narrow> {
        NARROW.iter().find(|column| !(column.of)(&self.filter).is_empty() && !self.postgres)
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
