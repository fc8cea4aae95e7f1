//! Codes of authenticator apps (TOTP, RFC 6238): six digits, a new one every 30 seconds.

mod begin;
mod confirm;
mod qr;
mod remove;
mod secret;
mod spend;
#[cfg(test)]
mod tests;

pub use begin::begin;
pub use confirm::confirm;
pub use remove::remove;
pub(super) use spend::spend;
