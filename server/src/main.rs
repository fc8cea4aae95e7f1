//! The `seatscope` program.
fn main() {}
