//! Rules and data of Seatscope: who may see what, what comes in, what is asked of it.

pub mod access;
pub mod clock;
pub mod db;
pub mod fact;
pub mod ingest;
