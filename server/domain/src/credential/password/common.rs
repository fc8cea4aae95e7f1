//! Passwords that attackers try first.

/// One a line in lower case, sorted: well-known ones, and names, words and walks over the keyboard with what people add to them.
const LIST: &str = include_str!("common.txt");

/// The fewest characters of an entry.
const SHORTEST: usize = 8;

/// The most.
const LONGEST: usize = 40;

/// How many characters at the beginning, in lower case, are such a password: the longest counts.
pub(super) fn at_start(lower: &[char]) -> Option<usize> {
    let longest = LONGEST.min(lower.len());
    (SHORTEST..=longest).rev().find(|len| contains(&lower[..*len].iter().collect::<String>()))
}

/// Looks the line up by halves, in the text as it lies there.
fn contains(password: &str) -> bool {
    let mut rest = LIST;
    while !rest.is_empty() {
        let middle = rest.floor_char_boundary(rest.len() / 2);
        let start = rest[..middle].rfind('\n').map_or(0, |end| end + 1);
        let (line, after) = rest[start..].split_once('\n').unwrap_or((&rest[start..], ""));
        rest = match password.cmp(line) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => &rest[..start],
            std::cmp::Ordering::Greater => after,
        };
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_long_sorted_and_of_passwords_that_would_be_long_enough() {
        let lines: Vec<&str> = LIST.lines().collect();
        assert!(lines.len() >= 3000);
        assert!(lines.windows(2).all(|pair| pair[0] < pair[1]));
        for line in lines {
            assert!((SHORTEST..=LONGEST).contains(&line.chars().count()), "{line}");
            assert_eq!(line.to_lowercase(), line);
            assert!(contains(line), "{line}");
        }
        assert!(!contains("") && !contains("\n") && !contains("passwor") && !contains("zzzzzzzzzzzzzz"));
    }

    #[test]
    fn the_longest_at_the_start_counts() {
        let length = |text: &str| at_start(&text.chars().collect::<Vec<_>>());
        assert_eq!(length("password123 and more"), Some(11));
        assert_eq!(length("password"), Some(8));
        assert_eq!(length("my password"), None);
        assert_eq!(length("short"), None);
    }
}
