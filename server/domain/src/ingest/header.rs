//! Recognises a dataset by its set of columns; never by the file's name.

use super::{
    column::Column,
    definition::{Definition, all},
};
use model::{Dataset, ImportId, ImportNote};

/// Which generation of a dataset's columns a file has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Generation {
    /// No duplicate flags: files of 2021 and before, and datasets that never have any.
    WithoutFlags,
    /// Since 2021-10: duplicate flags, and seats at the end of the period beside their change.
    WithFlags,
    /// The programmatic API's column list.
    Api,
}

/// Where each column stands in a file.
#[derive(Clone, Debug)]
pub(super) struct Layout(Box<[Option<usize>]>);

impl Layout {
    /// Where `column` stands.
    pub(super) fn at(&self, column: Column) -> Option<usize> {
        self.0[column as usize]
    }

    /// Where those of `columns` that are there stand, in the order given.
    pub(super) fn each(&self, columns: &[Column]) -> Vec<usize> {
        columns.iter().filter_map(|column| self.at(*column)).collect()
    }

    /// Where the first of `columns` that is there stands.
    pub(super) fn first(&self, columns: &[Column]) -> Option<usize> {
        columns.iter().find_map(|column| self.at(*column))
    }
}

/// What a header says.
#[derive(Clone, Debug)]
pub(super) struct Recognised {
    pub(super) dataset: Dataset,
    pub(super) generation: Generation,
    pub(super) layout: Layout,
    /// Columns that the dataset is not known to have.
    pub(super) unknown: Vec<String>,
    /// The import whose rejected rows these are, and where the column of reasons stands that names it.
    pub(super) mends: Option<(usize, ImportId)>,
}

/// The header of a quarantine file's last column: it names the import, so that the mended rows find their way back.
pub(super) fn reason_header(import: &str) -> String {
    format!("Reason {import}")
}

/// Reads [`reason_header`]. Spreadsheets put empty columns behind the last one.
fn mends(header: &[String]) -> Option<(usize, ImportId)> {
    let at = header.iter().rposition(|name| !name.trim().is_empty())?;
    let (word, id) = header[at].trim().split_once(' ')?;
    if word.eq_ignore_ascii_case("reason") { Some((at, id.trim().parse().ok()?)) } else { None }
}

/// Names of columns in a note: enough to recognise the file by, not enough to fill a page.
fn shown(header: &[String]) -> Vec<String> {
    header.iter().take(60).map(|name| name.chars().take(80).collect()).collect()
}

/// How well a header fits a definition.
struct Fit {
    definition: &'static Definition,
    hits: usize,
    missing: Vec<Column>,
}

impl Fit {
    fn new(definition: &'static Definition, layout: &Layout) -> Self {
        let required = definition.required.iter().copied().flatten().chain(definition.optional);
        let mut known = [false; Column::COUNT];
        required.for_each(|column| known[*column as usize] = true);
        let hits = known.iter().zip(&layout.0).filter(|(known, at)| **known && at.is_some()).count();
        let missing = definition.required.iter().filter(|any| layout.first(any).is_none()).map(|any| any[0]).collect();
        Self { definition, hits, missing }
    }

    /// A missing required column weighs three that are there: a subscription file without its id must not pass for
    /// a customer file, whose required columns it all has.
    const fn score(&self) -> (isize, isize) {
        let missing = self.missing.len().cast_signed();
        (self.hits.cast_signed() - 3 * missing, -missing)
    }

    /// Whether it is this dataset beyond doubt, only cut or edited.
    const fn nearly(&self, columns: usize) -> bool {
        self.missing.len() <= 2
            && self.definition.required.len() > 2 * self.missing.len()
            && self.hits * 4 >= columns * 3
    }
}

/// Recognises a header, or says why not.
pub(super) fn recognise(header: &[String]) -> Result<Recognised, (Option<Dataset>, ImportNote)> {
    let mut at = vec![None; Column::COUNT];
    let mut found: Vec<Option<Column>> = Vec::with_capacity(header.len());
    let mends = mends(header);
    for (index, name) in header.iter().enumerate() {
        let column = if mends.is_some_and(|(at, _)| at == index) { Some(Column::Reason) } else { Column::of(name) };
        // The first of two columns with one meaning counts; the other is listed as unknown.
        let column = column.filter(|column| at[*column as usize].is_none());
        if let Some(column) = column {
            at[column as usize] = Some(index);
        }
        found.push(column);
    }
    let layout = Layout(at.into_boxed_slice());
    // Counts by group: resellers have such a column too, and an id.
    if layout.at(Column::SubscriptionCount).is_some() && layout.at(Column::SubscriptionId).is_none() {
        return Err((Some(Dataset::SubscriptionAnalytics), ImportNote::Grouped));
    }
    let fits: Vec<Fit> = all().map(|definition| Fit::new(definition, &layout)).collect();
    // `max_by_key` takes the last of equals, hence the turned order.
    let best =
        |fits: &mut dyn Iterator<Item = &Fit>| fits.max_by_key(|fit| fit.score()).map(|fit| fit.definition.dataset);
    let near = best(&mut fits.iter().rev().filter(|fit| fit.missing.is_empty() || fit.nearly(header.len())));
    let Some(fit) = near.and_then(|dataset| fits.iter().find(|fit| fit.definition.dataset == dataset)) else {
        return Err((None, ImportNote::Unknown { columns: shown(header) }));
    };
    let dataset = fit.definition.dataset;
    if let Some(column) = fit.missing.first() {
        let (column, found) = (column.vendor().into(), shown(header));
        return Err((Some(dataset), ImportNote::MissingColumn { dataset, column, found }));
    }
    let has = |column: &Column| {
        fit.definition.optional.contains(column) || fit.definition.required.iter().any(|any| any.contains(column))
    };
    let unknown: Vec<String> = header
        .iter()
        .zip(&found)
        .filter(|(name, column)| {
            let repeats = || Column::of(name).filter(|column| column.may_repeat(dataset));
            // All columns of a file that is kept are.
            !Dataset::KEPT.contains(&dataset)
                && !name.trim().is_empty()
                && !column.or_else(repeats).as_ref().is_some_and(has)
        })
        .map(|(name, _)| name.clone())
        .collect();
    Ok(Recognised { dataset, generation: generation(&layout), layout, unknown: shown(&unknown), mends })
}

fn generation(layout: &Layout) -> Generation {
    if layout.at(Column::TotalSoldSeats).is_some() {
        Generation::Api
    } else if layout.at(Column::DupPga).is_some() || layout.at(Column::SeatsEop).is_some() {
        Generation::WithFlags
    } else {
        Generation::WithoutFlags
    }
}

#[cfg(test)]
mod tests;
