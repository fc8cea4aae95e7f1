//! Words in scripts that are written without spaces: most have two letters, one fewer than the databases' text indexes know. So
//! each two letters that follow each other are kept beside the record.

use super::Record;
use std::collections::BTreeSet;

/// The first letter of the scripts of East Asia, and whatever stands behind it.
const FIRST: char = '\u{2e80}';

/// In which texts a pair is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Side {
    Customer,
    Details,
}

impl Side {
    pub(super) const fn number(self) -> i64 {
        match self {
            Self::Customer => 0,
            Self::Details => 1,
        }
    }
}

/// The pairs of a text, in order.
fn of(text: &str) -> impl Iterator<Item = String> {
    let next = text.chars().skip(1);
    text.chars().zip(next).filter(|(a, b)| *a >= FIRST && *b >= FIRST).map(|(a, b)| [a, b].into_iter().collect())
}

/// The first pair of a text that is searched for; nothing where it has none.
pub(super) fn first(text: &str) -> Option<String> {
    of(text).next()
}

/// All pairs of a record, each once.
pub(super) fn all(record: &Record) -> BTreeSet<(String, Side)> {
    let details = [&record.old_value, &record.new_value, &record.information, &record.more];
    let details = details.into_iter().flat_map(|text| of(text)).map(|pair| (pair, Side::Details));
    of(&record.customer).map(|pair| (pair, Side::Customer)).chain(details).collect()
}

/// The pairs of what the vendor's page adds to a record.
pub(super) fn of_details(text: &str) -> BTreeSet<(String, Side)> {
    of(text).map(|pair| (pair, Side::Details)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_east_asia_go_in_pairs_and_others_do_not() {
        let record =
            Record {
                customer: "A遠東百".into(), new_value: "{\"é\":\"東百 貨カナ\"}".into(), ..Record::default()
            };
        let pairs: Vec<_> = all(&record).into_iter().collect();
        let told: Vec<(&str, Side)> = pairs.iter().map(|(pair, side)| (pair.as_str(), *side)).collect();
        let expected = [
            ("カナ", Side::Details),
            ("東百", Side::Customer),
            ("東百", Side::Details),
            ("貨カ", Side::Details),
            ("遠東", Side::Customer),
        ];
        assert_eq!(told, expected);
        assert_eq!(first("E5 高級"), Some("高級".into()));
        assert_eq!(first("高 é"), None);
    }
}
