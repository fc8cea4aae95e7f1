//! Columns of datasets under the vendor's names, and where their cells come from.

use super::Kind;
use crate::fact::{Dim, Measure, STATES};

/// A column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The vendor's name for it.
    pub name: &'static str,
    /// Where its cells come from.
    pub(super) holds: Holds,
}

/// Where cells come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    /// The first day of the row's month.
    Month,
    /// The row's day; the first of its month where it has none.
    Day,
    Tenant,
    CustomerName,
    Domain,
    /// The GUID.
    Subscription,
    /// The vendor's spelling.
    Term(Dim),
    /// The vendor's code of what has a name as well, in lower case.
    Code(Dim),
    /// A word for each id from 1 on.
    Word(Dim, &'static [&'static str]),
    /// 1 on rows that repeat a fact for another attribution, 0 on the one that counts.
    Duplicate,
    /// A number with so many decimals.
    Measure(Measure, u8),
    /// The same where only rows that name it have it: 1 marks the first of two amounts, 2 the second.
    Named(Measure, u8, u32),
    /// Days since 1970; 0 is unknown.
    Date(Measure),
    /// What Seatscope does not keep: always empty, so that the vendor's columns stay in their places.
    Nothing,
}

impl Column {
    /// What its cells are.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self.holds {
            Holds::Month | Holds::Day | Holds::Date(_) => Kind::Date,
            Holds::Tenant | Holds::Subscription => Kind::Guid,
            Holds::Duplicate => Kind::Number(0),
            Holds::Measure(_, places) | Holds::Named(_, places, _) => Kind::Number(places),
            _ => Kind::Text,
        }
    }

    /// Whether Seatscope keeps it; otherwise all its cells are empty.
    #[must_use]
    pub const fn is_kept(&self) -> bool {
        !matches!(self.holds, Holds::Nothing)
    }

    /// Whether it says of which month or day a row is.
    pub(super) const fn is_period(&self) -> bool {
        matches!(self.holds, Holds::Month | Holds::Day)
    }

    /// Whether rows with other cells here are other rows: what is measured, or known of a customer or a code anyway, does not
    /// tell them apart.
    pub(super) const fn tells_apart(&self) -> bool {
        !self.is_metric()
            && !matches!(self.holds, Holds::Nothing | Holds::CustomerName | Holds::Domain | Holds::Code(_))
    }

    /// The vendor's word that a text or its first letter stands for, where cells are words of a list; else the text.
    pub(super) fn spelled<'a>(&self, text: &'a str) -> &'a str {
        let Holds::Word(_, words) = self.holds else { return text };
        let short = |word: &&&str| text.len() == 1 && word[..1].eq_ignore_ascii_case(text);
        words.iter().find(short).map_or(text, |word| *word)
    }

    /// Whether it is something that is counted or measured, so that adding up its cells may mean something.
    #[must_use]
    pub const fn is_metric(&self) -> bool {
        matches!(self.holds, Holds::Measure(..) | Holds::Named(..))
    }
}

impl Holds {
    /// The columns of facts that it is read from.
    pub(super) fn reads(self) -> (&'static [Dim], Option<Measure>) {
        match self {
            Self::Day => (&[Dim::Day], None),
            Self::Subscription => (&[Dim::Subscription], None),
            Self::Duplicate => (&[Dim::Counted], None),
            Self::Term(dim) | Self::Code(dim) | Self::Word(dim, _) => (alone(dim), None),
            Self::Measure(measure, _) | Self::Date(measure) => (&[], Some(measure)),
            Self::Named(measure, ..) => (&[Dim::Named], Some(measure)),
            _ => (&[], None),
        }
    }
}

/// A list of one dimension.
const fn alone(dim: Dim) -> &'static [Dim] {
    macro_rules! alone {
        ($($dim:ident),*) => { match dim { $(Dim::$dim => &[Dim::$dim],)* _ => &[] } };
    }
    alone![
        Product,
        Family,
        Workload,
        Service,
        Channel,
        AzureService,
        Meter,
        MeterCategory,
        Unit,
        Currency,
        SubWorkload,
        App,
        Reseller,
        Risk,
        Status,
        MarketCode,
        Market,
        Segment,
        Location,
        Attribution,
        State,
        AutoRenew
    ]
}

/// The vendor's words for [`STATES`].
pub(super) const STATE_WORDS: [&str; STATES.len()] = ["Active", "InGracePeriod", "Suspended", "Deprovisioned", "Other"];
/// Its words for what renews by itself.
pub(super) const YES_NO: [&str; 2] = ["Yes", "No"];
/// Its words for the risk of losing a subscription.
pub(super) const RISK_WORDS: [&str; 3] = ["Low", "Medium", "High"];

/// Columns in the vendor's order. What has no source is not kept.
macro_rules! columns {
    ($($name:literal $(= $holds:expr)?),* $(,)?) => {
        &[$($crate::extract::column::Column { name: $name, holds: columns!(@ $($holds)?) }),*]
    };
    (@ $holds:expr) => { $holds };
    (@) => { $crate::extract::column::Holds::Nothing };
}
pub(super) use columns;
