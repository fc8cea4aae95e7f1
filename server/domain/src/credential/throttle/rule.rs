//! How long to wait after how many failures.

use model::Refusal;

/// A count of failures in a row, or of letters.
#[derive(Clone, Copy, Debug, Default, sqlx::FromRow)]
pub(super) struct Count {
    /// How many.
    pub(super) failures: i64,
    /// When the last one was, in seconds.
    pub(super) last_at: i64,
}

/// What a count leads to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rule {
    /// This many failures cost nothing.
    free: i64,
    /// The longest wait, in seconds.
    longest: i64,
    /// After this many nothing is taken any more.
    stop: i64,
    /// After this many seconds without a failure the count begins anew.
    forgets: i64,
}

const HOUR: i64 = 3600;

/// Failures of one e-mail address. NIST SP 800-63B wants a stop at 100 at the latest; this one takes a day and a half to reach.
pub(super) const ADDRESS: Rule = Rule { free: 5, longest: HOUR, stop: 40, forgets: i64::MAX };

/// Failures of one e-mail address from a network that its person has signed in from.
pub(super) const KNOWN: Rule = Rule { free: 5, longest: HOUR, stop: 10, forgets: i64::MAX };

/// Failures of one network, whoever they try to be: an office behind one address has many people who mistype.
pub(super) const NETWORK: Rule = Rule { free: 50, longest: HOUR / 4, stop: i64::MAX, forgets: HOUR };

/// Wrong codes of one person who has given a right password or link: one guess in 300,000 hits.
pub(super) const CODE: Rule = Rule { free: 5, longest: HOUR, stop: 20, forgets: i64::MAX };

/// Letters with a link to one e-mail address: whoever asks for them, they are a nuisance to its person.
pub(super) const LETTER: Rule = Rule { free: 3, longest: HOUR, stop: i64::MAX, forgets: 24 * HOUR };

/// Letters that one network asks for, to whomever.
pub(super) const LETTERS: Rule = Rule { free: 20, longest: HOUR / 4, stop: i64::MAX, forgets: HOUR };

impl Rule {
    /// Why a try at `now` is not taken, if it is not.
    pub(super) fn holds(self, count: Count, now: i64) -> Option<Refusal> {
        if count.failures >= self.stop {
            return Some(Refusal::Stopped);
        }
        let over = count.failures - self.free;
        if over < 0 || count.last_at < self.forgotten(now) {
            return None;
        }
        // One second, two, four, eight …
        let wait = 1_i64.checked_shl(u32::try_from(over).unwrap_or(u32::MAX)).unwrap_or(self.longest).min(self.longest);
        let left = count.last_at.saturating_add(wait) - now;
        u32::try_from(left).ok().filter(|left| *left > 0).map(Refusal::Wait)
    }

    /// Whether the count has reached its end.
    pub(super) const fn stops(self, count: Count) -> bool {
        count.failures >= self.stop
    }

    /// Counts last added to before this are forgotten.
    pub(super) const fn forgotten(self, now: i64) -> i64 {
        now.saturating_sub(self.forgets)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(rule: Rule, failures: i64, seconds: i64) -> Option<Refusal> {
        rule.holds(Count { failures, last_at: 1_000_000 }, 1_000_000 + seconds)
    }

    #[test]
    fn the_wait_doubles_up_to_an_hour_and_then_it_ends() {
        assert_eq!(after(ADDRESS, 0, 0), None);
        assert_eq!(after(ADDRESS, 4, 0), None);
        assert_eq!(after(ADDRESS, 5, 0), Some(Refusal::Wait(1)));
        assert_eq!(after(ADDRESS, 5, 1), None);
        assert_eq!(after(ADDRESS, 9, 0), Some(Refusal::Wait(16)));
        assert_eq!(after(ADDRESS, 9, 15), Some(Refusal::Wait(1)));
        assert_eq!(after(ADDRESS, 39, 0), Some(Refusal::Wait(3600)));
        assert_eq!(after(ADDRESS, 39, 3600), None);
        assert_eq!(after(ADDRESS, 40, 1_000_000_000), Some(Refusal::Stopped));
    }

    #[test]
    fn a_network_waits_later_and_is_forgiven_after_an_hour() {
        assert_eq!(after(NETWORK, 49, 0), None);
        assert_eq!(after(NETWORK, 50, 0), Some(Refusal::Wait(1)));
        assert_eq!(after(NETWORK, 1_000_000, 0), Some(Refusal::Wait(900)));
        assert_eq!(after(NETWORK, 1_000_000, 3601), None);
    }

    #[test]
    fn a_clock_set_back_does_not_open_the_door() {
        assert_eq!(after(ADDRESS, 9, -3600), Some(Refusal::Wait(3616)));
    }
}
