//! What is sold beside licences: subscriptions, Azure consumption and its metered resources, resellers.

use super::{
    Failure,
    facts::{
        CHANNELS, Dice, FAMILIES, Holding, LOCATIONS, MARKETS, METERS, RESELLERS, SEGMENTS, SERVICES, empty, push,
    },
};
use domain::fact::{Columns, Dim, schema};
use model::Dataset;

/// Of an Azure subscription, in a month.
const CONSUMPTION_ROWS: u32 = 10;
/// Days of a metered resource with rows.
const DAYS: u32 = 5;

/// A subscription that meters what is used.
pub(crate) struct Metered {
    customer: u32,
    subscription: u32,
}

/// So many customers that the months hold `rows` rows of consumption; their subscriptions come after those of seats.
pub(crate) fn metered(dice: &mut Dice, customers: u32, rows_a_month: u64, after: u32) -> Vec<Metered> {
    let subscriptions = u32::try_from(rows_a_month / u64::from(CONSUMPTION_ROWS)).unwrap_or(u32::MAX);
    let all = (1..=subscriptions).map(|n| Metered { customer: 1 + dice.below(customers), subscription: after + n });
    all.collect()
}

/// A subscription for each holding.
pub(crate) fn subscriptions(dice: &mut Dice, holdings: &[Holding], day: i64) -> Result<Columns, Failure> {
    let mut columns = empty(Dataset::Subscriptions)?;
    for (subscription, holding) in (1..).zip(holdings) {
        let state = [1, 1, 1, 1, 1, 1, 1, 2, 3, 4][dice.below(10) as usize];
        let known = [
            (Dim::Customer, holding.customer),
            (Dim::Subscription, subscription),
            (Dim::Product, holding.product),
            (Dim::State, state),
            (Dim::AutoRenew, 1 + dice.below(2)),
            (Dim::Channel, holding.channel),
        ];
        let ends = day - 60 + i64::from(dice.below(365));
        let row = ids(dice, Dataset::Subscriptions, &known);
        push(&mut columns, &row, &[holding.sold, holding.sold * 1_250, ends - 365, ends]);
    }
    Ok(columns)
}

pub(crate) fn consumption(dice: &mut Dice, metered: &[Metered]) -> Result<Columns, Failure> {
    let mut columns = empty(Dataset::AzureUsage)?;
    for it in metered {
        for _ in 0..CONSUMPTION_ROWS {
            let known = [
                (Dim::Customer, it.customer),
                (Dim::Subscription, it.subscription),
                (Dim::AzureService, 1 + dice.below(SERVICES)),
            ];
            let row = ids(dice, Dataset::AzureUsage, &known);
            push(&mut columns, &row, &[i64::from(dice.below(900_000)) * 1_234_567]);
        }
    }
    Ok(columns)
}

pub(crate) fn daily(dice: &mut Dice, metered: &[Metered]) -> Result<Columns, Failure> {
    let mut columns = empty(Dataset::DailyUsage)?;
    for it in metered {
        for _ in 0..CONSUMPTION_ROWS / 2 {
            let meter = 1 + dice.below(METERS);
            for day in 1..=DAYS {
                let known = [
                    (Dim::Customer, it.customer),
                    (Dim::Subscription, it.subscription),
                    (Dim::Meter, meter),
                    (Dim::MeterCategory, 1 + meter % SERVICES),
                    (Dim::Day, day * 28 / DAYS),
                ];
                let row = ids(dice, Dataset::DailyUsage, &known);
                push(&mut columns, &row, &[i64::from(dice.below(90_000)), i64::from(dice.below(9_000_000))]);
            }
        }
    }
    Ok(columns)
}

/// What resellers sold: one holding in four.
pub(crate) fn resellers(dice: &mut Dice, holdings: &[Holding]) -> Result<Columns, Failure> {
    let mut columns = empty(Dataset::ResellerPerformance)?;
    for (subscription, holding) in (1..).zip(holdings).step_by(4) {
        let known = [
            (Dim::Customer, holding.customer),
            (Dim::Subscription, subscription),
            (Dim::Family, 1 + holding.product % FAMILIES),
            (Dim::Reseller, 1 + holding.customer % RESELLERS),
            (Dim::State, 1),
        ];
        let row = ids(dice, Dataset::ResellerPerformance, &known);
        push(&mut columns, &row, &[holding.sold, holding.sold * 1_250]);
    }
    Ok(columns)
}

/// The dimensions of a row, in the order of the dataset's schema; one row in ten is an attribution duplicate.
fn ids(dice: &mut Dice, dataset: Dataset, known: &[(Dim, u32)]) -> Vec<u32> {
    let given = |dice: &mut Dice, dim: Dim| match dim {
        Dim::Market => 1 + dice.below(MARKETS),
        Dim::Segment => 1 + dice.below(SEGMENTS),
        Dim::Location => 1 + dice.below(LOCATIONS),
        Dim::Channel => 1 + dice.below(CHANNELS),
        Dim::Counted => u32::from(dice.below(10) > 0),
        _ => 1,
    };
    let own = |dim: Dim| known.iter().find_map(|(it, id)| (*it == dim).then_some(*id));
    let dims = schema(dataset).map_or(&[][..], |schema| schema.dims);
    dims.iter().map(|dim| own(*dim).unwrap_or_else(|| given(dice, *dim))).collect()
}
