//! What people prove who they are with: passwords, authenticator apps, passkeys, recovery codes.

mod ceremony;
mod change;
mod code;
mod failed;
mod forget;
mod held;
pub mod passkey;
pub mod password;
pub mod recovery;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod throttle;
pub mod totp;

pub(crate) use change::{Change, lock_accounts};
pub use code::{Code, check as check_code};
pub(crate) use failed::record as record_failure;
pub use forget::forget;
pub use held::held;
pub(crate) use throttle::{forgive, letter_asked};
