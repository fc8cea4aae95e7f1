//! Why a row is the partner's: the two spellings of each reason, and which of several rows of one fact counts.

use super::column::normal;

/// Long and short spellings, in the order in which the vendor lets a row count.
const TYPES: [(&str, &[&str]); 9] = [
    ("partner admin link", &["partneradminlink", "pal"]),
    ("transacting partner of record", &["transactingpartnerofrecord", "tpor"]),
    ("partner of record", &["partnerofrecord", "digitalpartnerofrecord", "dpor", "por"]),
    ("csp tier 1", &["csptier1", "cspt1"]),
    ("csp tier 2", &["csptier2", "cspt2"]),
    ("partner as end-customer", &["partnerasendcustomer"]),
    ("deal registration", &["dealregistration"]),
    ("cpor", &["cpor", "claimingpartnerofrecord"]),
    ("dap", &["dap", "delegatedadminprivileges"]),
];

fn place(folded: &str) -> Option<usize> {
    let text = normal(folded);
    TYPES.iter().position(|(_, spellings)| spellings.contains(&text.as_str()))
}

/// One key for the spellings of one reason.
pub(super) fn key(folded: &str) -> String {
    place(folded).map_or_else(|| folded.to_owned(), |at| TYPES[at].0.to_owned())
}

/// Of the rows of one fact, the one with the lowest priority number counts.
pub(super) fn priority(key: &str) -> u8 {
    place(key).and_then(|at| u8::try_from(at).ok()).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_and_long_are_one() {
        assert_eq!(key("pal"), key("partner admin link"));
        assert_eq!(key("csp t1"), "csp tier 1");
        assert_eq!(key("new kind"), "new kind");
        let order = ["pal", "tpor", "dpor", "csp t1", "csp tier 2", "partner as end-customer", "new kind"];
        assert!(order.is_sorted_by_key(|kind| priority(kind)));
    }
}
