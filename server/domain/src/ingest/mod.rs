//! The reading half of an import: receive, recognise, check, typed columns.
//!
//! Everything here is synchronous and bounded in memory whatever the file holds. Nothing is written to the
//! database: the caller maps the file's own ids to the account's and commits.

mod activity;
mod attribution;
mod cell;
mod column;
mod dataset;
mod date_order;
mod definition;
mod delimiter;
mod dictionary;
mod document;
mod family;
mod finish;
mod gunzip;
mod header;
mod kind;
mod limits;
mod looks;
mod open;
mod parse;
mod parsed;
mod people;
mod quarantine;
mod receive;
mod record;
mod spill;
mod stop;
mod store;
mod tabular;

pub use activity::Spool;
pub use header::Generation;
pub use limits::{Expect, Limits, Progress};
pub use parse::read;
pub use parsed::{LocalCustomer, LocalRows, LocalTerm, LocationRow, Parsed};
pub use receive::{ReceiveError, Received, Receiver, receive};
pub use stop::{ReadError, Refusal};
