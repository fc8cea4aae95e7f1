//! What people prove who they are with: passwords, authenticator apps, passkeys, recovery codes.

pub mod password;
pub mod totp;
