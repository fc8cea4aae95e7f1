//! Teams: meetings and calls by day, people by month, apps of other makers by day. No attribution repeats the rows.

use super::{
    super::{
        cell,
        column::Column,
        dictionary::{Bad, TermColumn},
        finish::Finish,
        header::Layout,
        people::Customers,
        record::Record,
        store::Store,
    },
    Found, MonthColumn, required,
};
use crate::fact::Dim;
use model::{BadCell, Dataset};

/// Reads any of the three: they differ in what is counted of what.
pub(super) struct Rows {
    month: MonthColumn,
    customers: Customers,
    /// What a row is of, beside the customer.
    part: (Dim, TermColumn),
    /// Whether rows are of days.
    by_day: bool,
    daily: bool,
    counts: Vec<usize>,
    /// Hours, which have decimals.
    hours: Option<usize>,
    values: Vec<i64>,
}

impl Rows {
    pub(super) fn new(dataset: Dataset, layout: &Layout, month: MonthColumn) -> Self {
        let (part, counts): (_, &[Column]) = match dataset {
            Dataset::TeamsMeetings => ((Dim::SubWorkload, Column::SubWorkload), &[Column::MeetingCount]),
            Dataset::TeamsApps => ((Dim::App, Column::AppName), &[Column::UserCount]),
            _ => {
                let people = &[Column::UsersDesktop, Column::UsersWeb, Column::UsersMobile, Column::UsersAll];
                ((Dim::SubWorkload, Column::SubWorkload), people)
            }
        };
        Self {
            month,
            customers: Customers::new(layout),
            part: (part.0, TermColumn::new(layout.each(&[part.1]))),
            by_day: dataset != Dataset::TeamsWorkload,
            // The first files give months where the later ones give days.
            daily: layout.at(Column::Month).is_none(),
            counts: layout.each(counts),
            hours: layout.at(Column::MeetingHours).filter(|_| dataset == Dataset::TeamsMeetings),
            values: Vec::new(),
        }
    }
}

impl super::Rows for Rows {
    fn row(&mut self, record: Record<'_>, store: &mut Store) -> Result<(), Bad> {
        let (month, day) = self.month.day(record)?;
        self.values.clear();
        for at in &self.counts {
            self.values.push(required(record, *at)?);
        }
        if let Some(at) = self.hours {
            let hours = cell::micros(record.get(at)).and_then(|hours| hours.ok_or(BadCell::Empty));
            self.values.push(hours.map_err(Bad::at(at))?);
        }
        let part = self.part.1.id(record)?;
        let customer = self.customers.id(record, month)?;
        if self.by_day {
            let day = if self.daily { day } else { 0 };
            store.push(month, &[customer, part, day], &self.values, 0);
        } else {
            store.push(month, &[customer, part], &self.values, 0);
        }
        Ok(())
    }

    fn bytes(&self) -> usize {
        self.customers.bytes() + self.part.1.bytes()
    }

    fn finish(self: Box<Self>) -> Found {
        let dictionaries = vec![(self.part.0, self.part.1.finish())];
        Found { dictionaries, customers: self.customers.finish(), finish: Finish::Nothing }
    }
}
