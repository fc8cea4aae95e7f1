//! Parts that pages are made of: native elements, real addresses, so that they work before hydration and without it.
#![expect(clippy::needless_pass_by_value, reason = "props are owned by their component")]

mod avatar;
mod breakdown;
mod card;
mod chip;
mod columns;
mod drop;
mod error_state;
mod field;
mod filter_form;
mod fresh;
mod icon;
mod kpi;
mod not_allowed;
mod not_found;
mod notice;
mod page;
mod pager;
mod period;
mod ready;
mod records;
mod role_row;
mod share;
mod skeleton;
mod sort;
mod stated;
mod states;
mod table;

pub use avatar::{Avatar, initials};
pub use breakdown::{Breakdown, BreakdownBy};
pub use card::Card;
pub use chip::{Chip, Tag, TagKind};
pub use columns::Columns;
pub use drop::Drop;
pub use error_state::ErrorState;
pub use field::{Field, SearchField};
pub use filter_form::{FilterForm, FilterGroup};
pub use fresh::Fresh;
pub use icon::Icon;
pub use kpi::KpiCard;
pub use not_allowed::NotAllowed;
pub use not_found::NotFound;
pub use notice::{Notice, NoticeKind};
pub use page::{Crumbs, GuideLink, PageHead};
pub use pager::Pager;
pub use period::Period;
pub use ready::mark_ready;
pub(crate) use records::{record_files, record_pager};
pub use role_row::RoleRow;
pub(crate) use share::{CopyTable, ShareMenu};
pub use skeleton::{SkeletonCards, SkeletonTable};
pub use sort::SortHeader;
pub use stated::Stated;
pub(crate) use stated::state;
pub use states::EmptyState;
pub use table::{PercentCell, TableWrap};

use crate::text::{Locale, Text, text};
use leptos::prelude::use_context;

/// The texts in the visitor's language, which the shell puts into context as a [`Locale`].
#[must_use]
pub fn use_text() -> &'static Text {
    text(use_context::<Locale>().unwrap_or_default())
}
