//! API tokens: what programs show instead of a session. A token may never do more than the person who made it may now.

mod format;
mod leaked;
mod list;
mod live;
mod make;
mod revoke;
#[cfg(test)]
mod tests;

pub use format::in_text;
pub use leaked::leaked;
pub use list::list;
pub use live::caller;
pub use make::{LONGEST_DAYS, Made, NewToken, make, make_on_host};
pub use revoke::revoke;

/// A token that was not used for so long is dead, in seconds: 90 days.
const UNUSED: i64 = 90 * 24 * 60 * 60;
