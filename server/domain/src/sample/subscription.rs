//! One subscription and its monthly snapshots.

use super::{
    calendar::Calendar,
    catalog::{MOST_WORKLOADS, PRODUCTS, Product, SIZES, Segment},
    dice::Dice,
    text,
};
use jiff::{ToSpan, civil::Date};

/// The state of a subscription in a month.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Active,
    Disabled,
    Deprovisioned,
}

impl State {
    /// The vendor's spelling.
    pub(super) const fn text(self) -> &'static str {
        match self {
            Self::Active => "Active",
            Self::Disabled => "Disabled",
            Self::Deprovisioned => "Deprovisioned",
        }
    }
}

/// From which month to which, by place in the calendar.
#[derive(Clone, Copy)]
pub(super) struct Span {
    /// The first month.
    pub(super) from: usize,
    /// The month from which it is suspended.
    pub(super) suspended: Option<usize>,
    /// The month in which it is gone.
    pub(super) until: Option<usize>,
}

/// What the customer makes of what it bought, in thousandths.
pub(super) struct Temper {
    /// Seats assigned in the end, of seats sold; more than 1000 for those who assign more than they have.
    pub(super) adoption: i64,
    /// How much more or less active its people are.
    pub(super) engaged: i64,
}

/// One month of a subscription.
pub(super) struct Snapshot {
    /// The month's place in the calendar.
    pub(super) month: usize,
    pub(super) state: State,
    /// Seats at the end of the month.
    pub(super) seats: i64,
    /// Seats more than the month before.
    pub(super) change: i64,
    pub(super) assigned: i64,
    /// Active people, for each workload of the product.
    pub(super) active: [i64; MOST_WORKLOADS],
}

/// A subscription.
pub(super) struct Subscription {
    pub(super) id: String,
    pub(super) product: &'static Product,
    /// The place of the location that it is attributed to.
    pub(super) location: usize,
    /// Whether a second attribution repeats its rows.
    pub(super) repeated: bool,
    pub(super) start: Date,
    /// Days of a term.
    pub(super) term: i64,
    /// The day on which it ends; nothing when it renews by itself.
    pub(super) end: Option<Date>,
    pub(super) snapshots: Vec<Snapshot>,
}

impl Subscription {
    /// A subscription to a product that the customer has not `taken` yet.
    pub(super) fn new(
        dice: &mut Dice,
        calendar: &Calendar,
        taken: &[&str],
        life: &Span,
        temper: &Temper,
        segment: &Segment,
        location: usize,
    ) -> Self {
        let weight = |product: &Product| if taken.contains(&product.sku) { 0 } else { product.weight };
        let product = &PRODUCTS[dice.weighted(PRODUCTS.iter().map(weight))];
        let first = taken.is_empty();
        let span = if first { *life } else { span(dice, calendar.months.len(), *life) };
        let term = if dice.chance(330) { 30 } else { 365 };
        let start = start(dice, calendar, span.from);
        let mut subscription = Self {
            id: text::guid(dice.guid()),
            product,
            location,
            repeated: dice.chance(250),
            start,
            term,
            end: end(dice, calendar, span, start, term),
            snapshots: Vec::new(),
        };
        let (low, high) = SIZES[dice.weighted(segment.sizes.into_iter())];
        let seats = dice.between(low, high);
        subscription.live(dice, calendar, span, temper, seats);
        subscription
    }

    /// Makes the snapshots.
    fn live(&mut self, dice: &mut Dice, calendar: &Calendar, span: Span, temper: &Temper, mut seats: i64) {
        let growth = dice.between(-8, 12);
        let mut before = 0;
        for (place, month) in calendar.months.iter().enumerate().skip(span.from) {
            if span.until == Some(place) {
                self.snapshots.push(Snapshot {
                    month: place,
                    state: State::Deprovisioned,
                    seats: 0,
                    change: -before,
                    assigned: 0,
                    active: [0; MOST_WORKLOADS],
                });
                break;
            }
            let suspended = span.suspended.is_some_and(|from| from <= place);
            if place > span.from && !suspended && dice.chance(500) {
                let step = 2 * (month.drift + growth) + dice.between(-30, 30);
                seats = (seats + dice.thousandths(seats * step)).max(1);
            }
            let age = if span.from == 0 { usize::MAX } else { place - span.from };
            let left = count(calendar.months.len() - 1 - place);
            let assigned = self.assigned(dice, temper, seats, age, left);
            let middle = count(place) - count(calendar.months.len()) / 2;
            let active = self.active(dice, temper, seats, assigned, middle, suspended);
            let state = if suspended { State::Disabled } else { State::Active };
            self.snapshots.push(Snapshot { month: place, state, seats, change: seats - before, assigned, active });
            before = seats;
        }
    }

    /// Seats assigned `left` months before the end: slowly more, and few in the first months of a subscription.
    fn assigned(&self, dice: &mut Dice, temper: &Temper, seats: i64, age: usize, left: i64) -> i64 {
        if dice.chance(6) {
            return seats + dice.between(1, 1 + seats / 40);
        }
        let share = temper.adoption - 6 * left + dice.between(-15, 15);
        if temper.adoption > 1000 {
            return (seats * share.max(970) + 999) / 1000;
        }
        let grown = match age {
            0 => 50,
            1 => 72,
            2 => 88,
            _ => 100,
        };
        let share = (share + self.product.adoption).clamp(20, 1000) * grown / 100;
        (seats * share + 500) / 1000
    }

    /// Active people of each workload, `middle` months after the middle of the plan.
    fn active(
        &self,
        dice: &mut Dice,
        temper: &Temper,
        seats: i64,
        assigned: i64,
        middle: i64,
        suspended: bool,
    ) -> [i64; MOST_WORKLOADS] {
        let mut active = [0; MOST_WORKLOADS];
        let most = if temper.adoption > 1000 { 1100 } else { 1015 };
        for (active, workload) in active.iter_mut().zip(self.product.workloads) {
            let share = workload.base + temper.engaged + (workload.trend + self.product.trend) * middle;
            let share = (share + dice.between(-25, 25)).clamp(15, most) / if suspended { 6 } else { 1 };
            *active = (assigned * share + 500) / 1000;
        }
        if dice.chance(4) && !suspended && !self.product.workloads.is_empty() {
            active[0] = seats + dice.between(1, 2 + seats / 50);
        }
        active
    }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// A further subscription of a customer: some begin later, some end by themselves, some are suspended at the end.
fn span(dice: &mut Dice, months: usize, life: Span) -> Span {
    let end = life.until.or(life.suspended).unwrap_or(months);
    let mut span = life;
    if dice.chance(130) && life.from + 1 < end {
        span.from += 1 + dice.place(end - life.from - 1);
    }
    if life.until.is_none() && life.suspended.is_none() && span.from + 2 < months {
        if dice.chance(70) {
            span.until = Some(span.from + 2 + dice.place(months - span.from - 2));
        } else if dice.chance(15) {
            span.suspended = Some(months - 1);
        }
    }
    span
}

/// The first day: up to three years before the first month for those who were there already.
fn start(dice: &mut Dice, calendar: &Calendar, from: usize) -> Date {
    let month = &calendar.months[from];
    let days = if from == 0 { -dice.between(1, 1100) } else { dice.below(i64::from(month.last.day())) };
    month.first.saturating_add(days.days())
}

/// The last day of one that does not renew: within the month that it goes in, or after all months.
fn end(dice: &mut Dice, calendar: &Calendar, span: Span, start: Date, term: i64) -> Option<Date> {
    if let Some(until) = span.until {
        return Some(calendar.months[until].first.saturating_add(dice.below(20).days()));
    }
    let last = calendar.months.last().filter(|_| dice.chance(200))?.last;
    Some(after(start, term, last))
}

/// The end of the term that begins on or before `day` and ends after it.
pub(super) fn after(mut end: Date, term: i64, day: Date) -> Date {
    while end <= day && end < Date::MAX {
        end = end.saturating_add(term.days());
    }
    end
}
