//! The log as the vendor's page exports it: a table with titles for operations and times to the minute.

use super::{
    super::{
        cell::{self, DateOrder},
        column::Column,
        dictionary::Bad,
        header::Layout,
        record::Record as Row,
        stop::Stop,
    },
    record::{complete, operation, status},
    spool::Spool,
    time::instant,
};
use crate::activity::Record;
use foldhash::fast::RandomState;
use jiff::civil::Date;
use model::BadCell;
use std::{collections::HashMap, io, path::PathBuf};

/// Reads the table.
pub(in crate::ingest) struct Table {
    time: usize,
    action: usize,
    user: usize,
    customer: Option<usize>,
    status: Option<usize>,
    details: Option<usize>,
    order: DateOrder,
    today: Date,
    /// How often each hash was seen: rows that look alike are several records.
    seen: HashMap<i64, i64, RandomState>,
    spool: Spool,
}

impl Table {
    pub(in crate::ingest) fn new(layout: &Layout, order: DateOrder, today: Date, path: PathBuf) -> io::Result<Self> {
        Ok(Self {
            time: layout.at(Column::ActivityTime).unwrap_or(0),
            action: layout.at(Column::ActivityAction).unwrap_or(0),
            user: layout.at(Column::ActivityUser).unwrap_or(0),
            customer: layout.first(&[Column::ActivityCustomer, Column::CustomerName]),
            status: layout.at(Column::Status),
            details: layout.at(Column::ActivityDetails),
            order,
            today,
            seen: HashMap::default(),
            spool: Spool::new(path)?,
        })
    }

    /// Reads one row: outside, what stops the file; inside, what is wrong with the row.
    pub(in crate::ingest) fn row(&mut self, row: Row<'_>) -> Result<Result<(), Bad>, Stop> {
        Ok(match self.record(row) {
            Ok(mut record) => {
                let nth = self.seen.entry(record.twin_of).or_default();
                *nth += 1;
                record.nth = *nth;
                self.spool.push(&record)?;
                Ok(())
            }
            Err(bad) => Err(bad),
        })
    }

    fn record(&self, row: Row<'_>) -> Result<Record, Bad> {
        let text = |at: usize| cell::text(row.get(at)).map(str::to_owned).map_err(Bad::at(at));
        let maybe = |at: Option<usize>| at.map_or(Ok(String::new()), text);
        let at_text = text(self.time)?;
        let (at, ticks) = instant(&at_text, self.order, self.today).map_err(Bad::at(self.time))?;
        let action = text(self.action)?;
        if action.is_empty() {
            return Err(Bad { at: self.action, why: BadCell::Empty });
        }
        let mut record = Record {
            at,
            ticks,
            at_text,
            customer: maybe(self.customer)?,
            operation: operation(&action),
            status: status(&maybe(self.status)?),
            actor: text(self.user)?,
            information: maybe(self.details)?,
            more: "{}".into(),
            ..Record::default()
        };
        complete(&mut record);
        Ok(record)
    }

    /// What the counts hold in memory, roughly.
    pub(in crate::ingest) fn bytes(&self) -> usize {
        self.seen.len() * 24
    }

    pub(in crate::ingest) fn finish(self) -> Spool {
        self.spool
    }
}
