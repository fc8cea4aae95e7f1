//! What a page of figures is put together from. Values are whole numbers in the unit of their metric; `None` is *unknown*.

use super::{Facet, Metric, Title};
use crate::{Dataset, Freshness, Month, MonthRange};
use serde::{Deserialize, Serialize};

/// A page of figures.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Insight {
    /// The months shown; nothing when nothing has been imported that the page could show.
    pub months: Option<MonthRange>,
    /// The months they are compared with.
    pub compared: Option<MonthRange>,
    /// The months that can be chosen, oldest first.
    pub known: Vec<Month>,
    /// The page's datasets.
    pub fresh: Vec<Freshness>,
    /// What each facet can be narrowed to: what stands in the address, and what it is called.
    pub choices: Vec<(Facet, Vec<(String, String)>)>,
    /// The figures at the top.
    pub figures: Vec<Figure>,
    /// Charts and tables, in order.
    pub blocks: Vec<Block>,
}

/// A figure at the top of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// What.
    pub metric: Metric,
    /// The last month's stock, or the sum of the months of a flow.
    pub now: Option<i64>,
    /// What it is compared with.
    pub before: Option<i64>,
    /// Month by month.
    pub course: Vec<Option<i64>>,
    /// How many months of how many it knows, where it is of months of its own.
    pub window: Option<(usize, usize)>,
}

/// A chart or a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// Month by month.
    Course(Course),
    /// The values of a facet, largest first.
    Ranking(Ranking),
}

/// How a course is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CourseKind {
    /// A line for each series.
    Lines,
    /// Bars upon each other.
    Stacked,
    /// Gains above the axis, losses below it: the series in turn.
    Moves,
}

/// Metrics, or the values of a facet, month by month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    /// Its heading.
    pub title: Title,
    /// How it is drawn.
    pub kind: CourseKind,
    /// The months, oldest first.
    pub months: Vec<Month>,
    /// What is drawn.
    pub series: Vec<Series>,
}

/// One line or one colour of a course.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Series {
    /// What.
    pub metric: Metric,
    /// Of which value of the facet, as it is called; nothing: of all.
    pub name: Option<String>,
    /// Month by month.
    pub values: Vec<Option<i64>>,
}

/// A table with bars: the values of a facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ranking {
    /// Its heading.
    pub title: Title,
    /// By what.
    pub facet: Facet,
    /// The columns. Bars are of the first.
    pub metrics: Vec<Metric>,
    /// The columns that there can be.
    pub offered: Vec<Metric>,
    /// The largest, by the first column.
    pub rows: Vec<RankingRow>,
    /// How many there are in all.
    pub total: usize,
    /// The dataset without which it is empty.
    pub needs: Option<Dataset>,
}

/// A value of a facet with its figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RankingRow {
    /// What stands in addresses; empty: unknown.
    pub key: String,
    /// What it is called.
    pub name: String,
    /// In the order of [`Ranking::metrics`].
    pub values: Vec<Option<i64>>,
    /// The first of them in the compared months.
    pub before: Option<i64>,
}
