//! What stands beside the rows of a file: what they are, of when, and what their columns mean.

use super::{take::Work, words};
use crate::{Domain, Error, clock::moment, db::sql, extract::Head, mail::Language};
use model::MonthRange;

/// Names and texts, in the owner's language.
#[derive(Clone, Debug)]
pub(super) struct Notes {
    /// What they are called together.
    pub(super) title: &'static str,
    pub(super) lines: Vec<(String, String)>,
}

impl Notes {
    pub(super) async fn of(
        domain: &Domain,
        work: &Work,
        months: Option<MonthRange>,
        rows: u64,
        heads: &[Head],
    ) -> Result<Self, Error> {
        let (account, mpn, locale, imported): (String, String, Option<String>, Option<i64>) =
            sql(include_str!("notes.sql"))
                .bind(work.account.0)
                .bind(work.person.0)
                .bind(work.order.dataset.key())
                .fetch_one(&domain.db)
                .await?;
        let language = locale.as_deref().map(Language::from_tag).unwrap_or_default();
        let t = words::of(language);
        let mut lines = vec![
            (t.account.to_owned(), format!("{account} ({mpn})")),
            (t.dataset.to_owned(), work.order.dataset.key().to_owned()),
            (t.rows.to_owned(), rows.to_string()),
            (t.months.to_owned(), months.map_or_else(|| t.all.to_owned(), |it| format!("{} – {}", it.from, it.to))),
        ];
        for condition in &work.order.conditions {
            let how = (t.how)(condition.how);
            lines.push((t.condition.to_owned(), format!("{} {how} {}", condition.column, condition.value)));
        }
        if let Some(query) = &work.order.query {
            lines.push((t.query.to_owned(), query.clone()));
        }
        if let Some(imported) = imported {
            lines.push((t.imported.to_owned(), moment(imported).to_string()));
        }
        lines.push((t.made.to_owned(), domain.clock.now().to_string()));
        lines.extend(t.rules.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())));
        let defined = |name: &str| t.columns.iter().find(|(it, _)| it.eq_ignore_ascii_case(name));
        let said = heads.iter().filter_map(|head| Some((head.name.clone(), defined(&head.name)?.1.to_owned())));
        lines.extend(said);
        let empty: Vec<&str> = heads.iter().filter(|head| !head.is_kept).map(|head| head.name.as_str()).collect();
        if !empty.is_empty() {
            lines.push((t.empty.to_owned(), empty.join(", ")));
        }
        Ok(Self { title: t.title, lines })
    }

    /// As lines of text.
    pub(super) fn text(&self) -> String {
        self.lines.iter().flat_map(|(name, text)| [name, ": ", text, "\n"]).collect()
    }
}
