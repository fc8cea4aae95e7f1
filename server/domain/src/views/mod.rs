//! Views of pages that people keep, each for themselves and in one account: nobody else sees or changes them.

mod change;
mod list;
mod save;

pub use change::change;
pub use list::list;
pub use save::{NewView, save};

/// A name as it is kept; nothing when it is none, too long, or more than a line.
fn proper(name: &str) -> Option<&str> {
    let name = name.trim();
    ((1..=80).contains(&name.chars().count()) && !name.contains(char::is_control)).then_some(name)
}

#[cfg(test)]
mod tests;
