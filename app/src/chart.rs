//! Charts as SVG that is final in the server's HTML. Positions are percentages in attributes, so that nothing is
//! measured, nothing moves when the page comes alive, and text keeps its size at any width.
#![expect(clippy::needless_pass_by_value, reason = "props are owned by their component")]

mod apart;
mod bands;
mod bars;
mod course;
mod course_layout;
mod course_marks;
mod course_table;
pub mod layout;
mod save;
pub mod scale;
mod spark;
mod tip;
mod trend;
mod trend_marks;
mod trend_table;

pub use bands::{BandChart, BandMeasure, band_label};
pub use bars::{InlineBar, PercentBar};
pub use course::CourseChart;
pub use spark::Spark;
pub use trend::TrendChart;
