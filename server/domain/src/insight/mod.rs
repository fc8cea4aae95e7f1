//! Pages of figures: a page asks questions in the words of its metrics, and puts the answers together as blocks.

mod answer;
mod ask;
mod blocks;
mod board;
mod by_customer;
mod contents;
mod export;
mod label;
mod measures;
mod moves;
mod pages;
mod source;
mod spans;
#[cfg(test)]
mod tests;

pub(crate) use by_customer::{ByCustomer, Pair, by_customer};
pub use export::{Words, export};
pub(crate) use measures::measures;
pub(crate) use moves::Moves;
pub use pages::page;
