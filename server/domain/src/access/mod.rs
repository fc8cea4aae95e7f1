//! Who may do what: the caller, the proof, the refusal.

mod scope;

pub use scope::Scope;
