//! Pages of figures: what a page asks, and what it gets. The server puts a page together from a few kinds of blocks, and the
//! browser draws any block, so that a further figure is a line on the server and its words in the catalogue.

mod block;
mod metric;
mod page;
mod query;
mod title;

pub use block::{Block, Course, CourseKind, Figure, Insight, Ranking, RankingRow, Series};
pub use metric::{Metric, Unit};
pub use page::InsightPage;
pub use query::{Compare, Facet, InsightQuery};
pub use title::Title;
