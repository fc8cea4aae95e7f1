//! Random numbers, whole ones only: floating point could differ between machines.

use rand_pcg::{
    Pcg64Mcg,
    rand_core::{Rng, SeedableRng},
};
use uuid::Uuid;

/// The random numbers of one customer.
pub(super) struct Dice(Pcg64Mcg);

impl Dice {
    /// Starts from the plan's seed and the customer's number.
    pub(super) fn new(seed: u64, number: u64) -> Self {
        // An odd constant far from any pattern, so that neighbours share nothing.
        let spread = (number + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        Self(Pcg64Mcg::seed_from_u64(seed.wrapping_mul(0xD134_2543_DE82_EF95) ^ spread))
    }

    /// A number of 0 to `n` - 1.
    pub(super) fn below(&mut self, n: i64) -> i64 {
        (i64::from(self.0.next_u32()) * n.clamp(1, 1 << 31)) >> 32
    }

    /// A number of `low` to `high`, both included.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below(high - low + 1)
    }

    /// True in `per_mille` of 1000 cases.
    pub(super) fn chance(&mut self, per_mille: i64) -> bool {
        self.below(1000) < per_mille
    }

    /// `value` thousandths, rounded up or down by chance so that the mean is exact.
    pub(super) fn thousandths(&mut self, value: i64) -> i64 {
        (value + self.below(1000)).div_euclid(1000)
    }

    /// The place of one of several weighted things.
    pub(super) fn weighted(&mut self, weights: impl Iterator<Item = i64> + Clone) -> usize {
        let mut left = self.below(weights.clone().sum());
        let mut place = 0;
        for (i, weight) in weights.enumerate() {
            place = i;
            left -= weight;
            if left < 0 {
                break;
            }
        }
        place
    }

    /// The place of one of `len` things.
    pub(super) fn place(&mut self, len: usize) -> usize {
        usize::try_from(self.below(i64::try_from(len).unwrap_or(i64::MAX))).unwrap_or(0)
    }

    /// A new random id.
    pub(super) fn guid(&mut self) -> Uuid {
        let mut bytes = [0; 16];
        self.0.fill_bytes(&mut bytes);
        uuid::Builder::from_random_bytes(bytes).into_uuid()
    }
}
