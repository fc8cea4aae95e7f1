//! Rows in an order: only where they stand is kept, with numbers in the order of their cells.

use super::{Ask, BadQuery, keys::Keys, plan::Place, rows::Rows};
use crate::Error;
use smallvec::SmallVec;
use std::{collections::VecDeque, sync::Arc};

/// So many rows are sorted at most: about 60 MB.
const MOST: usize = 1_000_000;

/// Where a row stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    pub(super) part: u32,
    pub(super) place: Place,
}

type Keyed = (SmallVec<[i64; 3]>, Spot);

/// The rows of the question in its order, those left out that it skips.
pub(super) async fn sorted(rows: &Rows, ask: &Ask) -> Result<VecDeque<Spot>, Error> {
    let keys = ask
        .order
        .iter()
        .map(|order| Keys::ordered(&rows.plan, ask.columns(), order.column).map(|keys| (keys, order.descending)));
    let keys: Arc<[(Keys, bool)]> = keys.collect::<Result<_, _>>()?;
    let last = ask.top.map(|top| top.saturating_add(ask.skip)).and_then(|last| usize::try_from(last).ok());
    if last.is_some_and(|last| last > MOST) {
        return Err(BadQuery::TooManyRows(MOST).into());
    }
    let mut best: Vec<Keyed> = Vec::new();
    for (at, (month, segment)) in (0_u32..).zip(&rows.parts) {
        let month = *month;
        if !rows.plan.may_pass(month) {
            continue;
        }
        let (plan, keys) = (Arc::clone(&rows.plan), Arc::clone(&keys));
        let keyed: Vec<Keyed> = rows
            .read(segment, move |part| {
                let key = |place: Place| {
                    let numbers = keys.iter().map(|(keys, descending)| {
                        let number = keys.of(&plan, &part, month, place);
                        // Not the negative: the lowest number has none.
                        if *descending { !number } else { number }
                    });
                    (numbers.collect(), Spot { part: at, place })
                };
                plan.pick(&part, month, 0, usize::MAX).into_iter().map(key).collect()
            })
            .await?;
        best.extend(keyed);
        match last {
            Some(last) if best.len() > last => {
                if last > 0 {
                    best.select_nth_unstable_by(last - 1, compare);
                }
                best.truncate(last);
            }
            None if best.len() > MOST => return Err(BadQuery::TooManyRows(MOST).into()),
            _ => {}
        }
    }
    best.sort_unstable_by(compare);
    let skip = usize::try_from(ask.skip).unwrap_or(usize::MAX);
    Ok(best.into_iter().skip(skip).map(|(_, spot)| spot).collect())
}

/// By the numbers, then as the rows stand.
fn compare(a: &Keyed, b: &Keyed) -> std::cmp::Ordering {
    let spot = |(_, it): &Keyed| (it.part, it.place.row);
    a.0.cmp(&b.0).then_with(|| spot(a).cmp(&spot(b)))
}
