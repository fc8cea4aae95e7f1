//! What every request passes: headers, gate, account, session.

pub(crate) mod account;
pub(crate) mod gate;
pub(crate) mod headers;
pub(crate) mod session;
pub(crate) mod token;
