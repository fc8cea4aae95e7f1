//! The review report for a customer in words and drawings: made once, and laid out by the page and by the paper alike.

mod blocks;
mod charts;
mod drawing;
mod options;
mod sheet;

pub use drawing::{Align, Drawing, Ink, LETTERS, Mark};
pub use options::{Options, Section};
pub use sheet::{Chart, Column, Piece, Sheet, sheet};
