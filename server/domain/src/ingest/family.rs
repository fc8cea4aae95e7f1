//! Dynamics 365 or Power BI? Their files can have the same columns; their SKUs tell them apart.

use super::{
    column::{Column, normal},
    header::Recognised,
    limits::Limits,
    open::open,
    record::Records,
    stop::Stop,
};
use model::Dataset;
use std::path::Path;

/// How many rows are looked at.
const ENOUGH: u32 = 1000;

/// The dataset of a file whose columns have been recognised: Power BI when most of its first rows are of Power BI SKUs.
pub(super) fn decide(path: &Path, limits: &Limits, known: &Recognised) -> Result<Dataset, Stop> {
    let twins = matches!(known.dataset, Dataset::DynamicsUsage | Dataset::PowerBiUsage);
    let Some(at) = known.layout.at(Column::Sku).filter(|_| twins) else { return Ok(known.dataset) };
    let mut records = Records::new(open(path, limits)?, limits)?;
    records.advance()?;
    let (mut rows, mut power_bi) = (0, 0);
    while rows < ENOUGH && records.advance()? {
        rows += 1;
        let sku = normal(&String::from_utf8_lossy(records.record().get(at)));
        power_bi += u32::from(sku.contains("powerbi"));
    }
    let dataset = if rows == 0 {
        // Only the later files of Power BI have the column, and none of Dynamics.
        let later = known.layout.at(Column::PartnerHierarchy).is_some();
        if later { Dataset::PowerBiUsage } else { known.dataset }
    } else if power_bi * 2 > rows {
        Dataset::PowerBiUsage
    } else {
        Dataset::DynamicsUsage
    };
    Ok(dataset)
}
