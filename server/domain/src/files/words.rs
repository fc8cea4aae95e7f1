//! The words of notes.

mod en;
mod zh_tw;

use crate::mail::Language;
use model::FileHow;

/// The words of one language.
pub(super) struct Words {
    pub(super) title: &'static str,
    pub(super) account: &'static str,
    pub(super) dataset: &'static str,
    pub(super) rows: &'static str,
    pub(super) months: &'static str,
    pub(super) all: &'static str,
    pub(super) condition: &'static str,
    pub(super) how: fn(FileHow) -> &'static str,
    pub(super) query: &'static str,
    pub(super) imported: &'static str,
    pub(super) made: &'static str,
    /// What holds of all files.
    pub(super) rules: &'static [(&'static str, &'static str)],
    /// What columns of figures mean, by the vendor's name. Source: the vendor's column descriptions for each dataset.
    pub(super) columns: &'static [(&'static str, &'static str)],
    pub(super) empty: &'static str,
}

pub(super) const fn of(language: Language) -> &'static Words {
    match language {
        Language::En => &en::WORDS,
        Language::ZhTw => &zh_tw::WORDS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{columns, datasets};

    #[test]
    fn every_column_of_figures_is_defined_in_both_languages() {
        for language in [Language::En, Language::ZhTw] {
            let defined = of(language).columns;
            for column in datasets().filter_map(columns).flatten().filter(|column| column.is_metric()) {
                let texts = defined.iter().filter(|(name, _)| name.eq_ignore_ascii_case(column.name));
                assert_eq!(texts.count(), 1, "{language:?}: {}", column.name);
            }
        }
    }
}
