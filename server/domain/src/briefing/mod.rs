//! The review report: what a partner goes through with one customer, as data. Words, pages and paper are made of it elsewhere.

mod advice;
mod brand;
mod change;
mod kept;
mod logo;
mod make;
#[cfg(test)]
mod tests;

pub use advice::{Advice, advice};
pub use brand::{Brand, Colour, NewBrand, brand, set_brand};
pub use change::{LONGEST_COMMENT, keep};
pub use kept::Kept;
pub use logo::{LARGEST_LOGO, Logo, LogoKind, logo};
pub use make::{Briefing, MONTHS, briefing, exported};
