//! Charts as SVG that is final in the server's HTML. Positions are percentages in attributes, so that nothing is
//! measured, nothing moves when the page comes alive, and text keeps its size at any width.
#![expect(clippy::needless_pass_by_value, reason = "props are owned by their component")]

mod apart;
mod bands;
mod bars;
mod course;
pub mod course_layout;
mod course_marks;
mod course_table;
pub mod layout;
pub mod lines;
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
#[cfg(feature = "ssr")]
pub(crate) use course::name as series_name;
pub use spark::Spark;
pub use trend::TrendChart;
#[cfg(feature = "ssr")]
pub(crate) use trend::summary as trend_summary;
