//! What a report takes from the pages of figures.

use super::{
    Piece, charts,
    sheet::{columns, named, table},
};
use crate::text::{Text, format};
use domain::briefing::Briefing;
use model::{Block, Insight, Metric, Ranking, Title, Unit};

/// Subscriptions, their seats and renewals.
pub(super) fn subscriptions(text: &'static Text, briefing: &Briefing) -> Vec<Piece> {
    let figures =
        [Metric::SubscriptionsActive, Metric::Seats, Metric::SubscriptionsRenewing, Metric::SubscriptionsEnding];
    let blocks = [Title::RenewalsByMonth, Title::SubscriptionsByProduct];
    pieces(text, briefing, briefing.subscriptions.as_ref(), &figures, &blocks)
}

/// Azure consumption.
pub(super) fn azure(text: &'static Text, briefing: &Briefing) -> Vec<Piece> {
    let figures = [Metric::Consumption, Metric::AzureSubscriptions];
    let blocks = [Title::ConsumptionByMonth, Title::ConsumptionByService];
    pieces(text, briefing, briefing.azure.as_ref(), &figures, &blocks)
}

fn pieces(
    text: &'static Text,
    briefing: &Briefing,
    page: Option<&Insight>,
    metrics: &[Metric],
    titles: &[Title],
) -> Vec<Piece> {
    let Some(page) = page else { return Vec::new() };
    let figures = metrics.iter().filter_map(|metric| {
        let (figure, kpi) = (briefing.figure(*metric)?, text.insight().metric(*metric));
        let value = match metric.unit() {
            Unit::Percent => format::percent(text.locale, figure.now.map(model::Percent::from_hundredths)),
            unit => format::value_short(text.locale, unit, figure.now),
        };
        Some([kpi.label.to_owned(), value, kpi.note.to_owned()])
    });
    let mut pieces = vec![Piece::Figures(figures.collect())];
    for title in titles {
        let found = page.blocks.iter().find(|block| match block {
            Block::Course(course) => course.title == *title,
            Block::Ranking(table) => table.title == *title,
        });
        match found {
            Some(Block::Course(course)) if course.series.iter().any(|it| it.values.iter().any(Option::is_some)) => {
                pieces.push(Piece::Chart(charts::course(text, course)));
            }
            Some(Block::Ranking(table)) => pieces.extend(ranking(text, table)),
            _ => {}
        }
    }
    pieces
}

fn ranking(text: &'static Text, ranking: &Ranking) -> Vec<Piece> {
    let t = text.insight();
    let columns = columns(t.facet(ranking.facet), ranking.metrics.iter().map(|metric| t.metric(*metric).label));
    let rows = ranking.rows.iter().map(|row| {
        let values = row.values.iter().zip(&ranking.metrics);
        let values = values.map(|(value, metric)| format::value_short(text.locale, metric.unit(), *value));
        std::iter::once(named(text, &row.name)).chain(values).collect()
    });
    let mut pieces = table(t.title(ranking.title), columns, rows.collect());
    let more = ranking.total.saturating_sub(ranking.rows.len());
    pieces.extend((more > 0).then(|| Piece::Remark((text.briefing().more_rows)(more as u64))));
    pieces
}
