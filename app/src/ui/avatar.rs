//! A person's initials.

use leptos::prelude::*;

/// Initials in a circle. Decoration: the name stands beside it.
#[component]
pub fn Avatar(
    /// The person's name.
    #[prop(into)]
    name: String,
    /// For the head of a page.
    #[prop(optional)]
    big: bool,
) -> impl IntoView {
    view! { <span class=if big { "avatar big" } else { "avatar" } aria-hidden="true">{initials(&name)}</span> }
}

/// First letters of the first and the last word; of a Chinese name its last two signs.
#[must_use]
pub fn initials(name: &str) -> String {
    let is_han = |c: &char| ('\u{3400}'..='\u{9fff}').contains(c);
    let han: Vec<char> = name.chars().filter(is_han).collect();
    if name.trim().chars().next().is_some_and(|c| is_han(&c)) {
        return han[han.len().saturating_sub(2)..].iter().collect();
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let first = words.first().and_then(|word| word.chars().next());
    let last = words.iter().skip(1).next_back().and_then(|word| word.chars().next());
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_of_names_of_all_kinds() {
        assert_eq!(initials("Billing desk"), "BD");
        assert_eq!(initials("ann"), "A");
        assert_eq!(initials(" Ana Maria de la Cruz "), "AC");
        assert_eq!(initials("王小明"), "小明");
        assert_eq!(initials("林 (財務)"), "財務");
        assert_eq!(initials(""), "");
    }
}
