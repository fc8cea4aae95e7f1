//! What every request passes: headers, gate, account, session; and the form of the API's errors.

pub(crate) mod account;
pub(crate) mod gate;
pub(crate) mod headers;
pub(crate) mod problem;
pub(crate) mod session;
pub(crate) mod token;
