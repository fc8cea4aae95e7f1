//! One customer's life: when it joined, what it bought, how it used it, whether it left.

use super::{
    azure::Azure,
    calendar::Calendar,
    catalog::{MARKETS, SEGMENTS, Segment},
    company,
    dice::Dice,
    plan::{SampleAccount, SamplePlan},
    subscription::{Span, State, Subscription, Temper},
    text,
};
use std::ops::Range;

/// A customer with everything it ever had.
pub(super) struct Customer {
    pub(super) name: String,
    pub(super) tenant: String,
    pub(super) tpid: String,
    pub(super) duns: String,
    pub(super) market: &'static str,
    pub(super) segment: &'static Segment,
    /// Id and name of the reseller in between.
    pub(super) reseller: Option<(String, String)>,
    pub(super) subscriptions: Vec<Subscription>,
    pub(super) azure: Option<Azure>,
    /// Of its seats of Power BI that are assigned, how many thousandths are active.
    pub(super) power_bi: i64,
}

/// How many of 100 customers have how many subscriptions, from one.
const SUBSCRIPTIONS: [i64; 4] = [13, 29, 32, 26];

/// Of 97 customers, which have how many thousandths of their seats assigned in the end: every band is there.
const ADOPTION: [(Range<u64>, (i64, i64)); 6] = [
    (0..4, (60, 180)),
    (4..11, (230, 380)),
    (11..26, (430, 580)),
    (26..55, (630, 780)),
    (55..93, (820, 985)),
    (93..97, (1030, 1120)),
];

impl Customer {
    /// The customer of a number. Nothing depends on any other customer.
    ///
    /// What must be there in every plan of some size (late comers, leavers, all bands) goes by turns; the periods of the
    /// turns share no factor, so that every combination comes up. The rest is left to chance.
    pub(super) fn new(plan: &SamplePlan, calendar: &Calendar, number: u64) -> Self {
        let mut dice = Dice::new(plan.seed, number);
        let turn = |step: u64, period: u64| ((number % period) * step + plan.seed % period) % period;
        let market = MARKETS[dice.weighted(MARKETS.iter().map(|m| m.1))].0;
        let segment = &SEGMENTS[dice.weighted(SEGMENTS.iter().map(|s| s.weight))];
        let life = life(&mut dice, calendar.months.len(), turn(61, 100), turn(40, 101));
        let temper = temper(&mut dice, turn(36, 97), turn(50, 89));
        let home = home(&mut dice, &plan.account, market);
        // Numbers of their own, so that what was made before Azure stays as it was.
        let mut apart = Dice::new(plan.seed ^ 0x415A_5552_4500, number);
        let mut customer = Self {
            name: company::name(number, plan.seed, market),
            tenant: text::guid(dice.guid()),
            tpid: (50_000_000 + number * 7).to_string(),
            duns: format!("{:09}", dice.below(1_000_000_000)),
            market,
            segment,
            reseller: (!plan.account.direct).then(|| reseller(&mut dice, plan)),
            subscriptions: Vec::new(),
            azure: None,
            power_bi: apart.between(400, 990),
        };
        let mut taken = Vec::new();
        for _ in 0..=dice.weighted(SUBSCRIPTIONS.into_iter()) {
            let location = if dice.chance(60) { dice.place(plan.account.locations.len()) } else { home };
            let subscription = Subscription::new(&mut dice, calendar, &taken, &life, &temper, segment, location);
            taken.push(subscription.product.sku);
            customer.subscriptions.push(subscription);
        }
        let end = life.until.unwrap_or(calendar.months.len()).saturating_sub(1);
        customer.azure = Azure::new(&mut apart, calendar, (life.from, end), plan.account.locations.len());
        customer
    }

    /// Rows of licence deployment and usage that it makes.
    pub(super) fn license_rows(&self) -> u64 {
        let rows = |s: &Subscription| {
            let months = s.snapshots.iter().filter(|snapshot| snapshot.state != State::Deprovisioned).count();
            if s.product.service.is_some() { months * (1 + s.product.workloads.len()) } else { 0 }
        };
        self.subscriptions.iter().map(rows).sum::<usize>() as u64
    }
}

/// From when to when; three of a hundred are new in the last month, a third came meanwhile, a twelfth leaves.
fn life(dice: &mut Dice, months: usize, joins: u64, leaves: u64) -> Span {
    let last = months.saturating_sub(1);
    let joined = match joins {
        0..3 => last,
        3..36 => (1 + dice.place(last.saturating_sub(1))).min(last),
        _ => 0,
    };
    let mut span = Span { from: joined, suspended: None, until: None };
    match leaves {
        0..8 if joined + 2 <= last => {
            let until = joined + 2 + dice.place(last - joined - 1);
            span.until = Some(until);
            span.suspended = dice.chance(600).then_some(until - 1);
        }
        8..11 if joined < last => span.suspended = Some(last - dice.place(2).min(last - joined - 1)),
        _ => {}
    }
    span
}

/// How well it uses what it has.
fn temper(dice: &mut Dice, adopts: u64, works: u64) -> Temper {
    let (low, high) = ADOPTION.iter().find(|(turns, _)| turns.contains(&adopts)).map_or((600, 800), |found| found.1);
    let engaged = match works {
        0..6 => dice.between(-520, -330),
        6..22 => dice.between(-280, -100),
        22..60 => dice.between(-100, 110),
        _ => dice.between(110, 280),
    };
    Temper { adoption: dice.between(low, high), engaged }
}

/// The location that serves it: most often one of its own country.
fn home(dice: &mut Dice, account: &SampleAccount, market: &str) -> usize {
    let near = account.locations.iter().position(|location| location.country == market);
    near.filter(|_| dice.chance(900)).unwrap_or_else(|| dice.place(account.locations.len()))
}

/// One of the account's 15 resellers.
fn reseller(dice: &mut Dice, plan: &SamplePlan) -> (String, String) {
    let number = 1 + dice.below(15).unsigned_abs();
    let name = company::name(number * 7, plan.seed.wrapping_add(1), "");
    (format!("93{number:05}"), format!("{name} Reseller"))
}
