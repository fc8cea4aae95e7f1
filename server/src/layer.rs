//! What every request passes: headers, gate, session.

pub(crate) mod gate;
pub(crate) mod headers;
pub(crate) mod session;
pub(crate) mod token;
