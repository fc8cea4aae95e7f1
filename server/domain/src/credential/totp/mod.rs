//! Codes of authenticator apps (TOTP, RFC 6238): six digits, a new one every 30 seconds.

mod qr;
mod secret;
