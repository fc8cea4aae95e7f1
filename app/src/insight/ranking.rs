//! A table with bars: the values of a facet.

use crate::{
    chart::InlineBar,
    routes::to,
    text::{Text, format},
    ui::{Card, Columns, CopyTable, TableWrap, use_text},
    visit::here,
};
use leptos::prelude::*;
use model::{Facet, InsightPage, InsightQuery, Ranking, RankingRow, query_string};

/// The table as a card.
pub(super) fn ranking(page: InsightPage, query: &InsightQuery, table: &Ranking) -> AnyView {
    let text = use_text();
    let t = text.insight();
    let title = t.title(table.title);
    if let Some(needs) = table.needs {
        let words = (t.needs)((text.imports().dataset)(needs));
        return view! { <Card title><p class="caption">{words}</p></Card> }.into_any();
    }
    if table.rows.is_empty() {
        return view! { <Card title><p class="caption">{t.none_here}</p></Card> }.into_any();
    }
    let more = more(text, page, query, table);
    let max = table.rows.iter().filter_map(|row| row.values[0]).max().unwrap_or(0);
    let heads = table.metrics.iter().map(|metric| {
        let kpi = t.metric(*metric);
        let href = to::with(to::insight(page), &InsightQuery { sort: Some(*metric), ..query.clone() }.to_pairs());
        let sorted = query.sort.or(table.metrics.first().copied()) == Some(*metric);
        let sort = sorted.then_some("descending");
        view! {
            <th scope="col" role="columnheader" class="num" title=kpi.why aria-sort=sort>
                <a class="sort" href=href>{kpi.label}</a>
            </th>
        }
    });
    let heads = heads.collect_view();
    let rows = table.rows.iter().map(|row| self::row(text, page, query, table, row, max)).collect_view();
    let tools = ViewFnOnce::from(columns(page, query, table));
    let (facet, count) = (t.facet(table.facet), format::count(table.total as u64));
    view! {
        <Card title count tools>
            <TableWrap label=title>
                <table class="table breakdown figures" role="table">
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">{facet}</th>
                            <td class="bar-cell" role="cell"></td>
                            {heads}
                            <th scope="col" role="columnheader" class="num narrow">{t.change}</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            </TableWrap>
            {more}
        </Card>
    }
    .into_any()
}

/// The menu of columns, where there is anything to choose from: the first is what the table is about.
fn columns(page: InsightPage, query: &InsightQuery, table: &Ranking) -> impl FnOnce() -> AnyView + Send + use<> {
    let address = |metric| to::with(to::insight(page), &query.switched(metric).to_pairs());
    let all = table.offered.iter().skip(1).copied();
    let columns: Vec<_> = all
        .map(|metric| (use_text().insight().metric(metric).label, table.metrics.contains(&metric), address(metric)))
        .collect();
    move || if columns.len() > 1 { view! { <Columns columns /> }.into_any() } else { ().into_any() }
}

fn row(
    text: &'static Text,
    page: InsightPage,
    query: &InsightQuery,
    table: &Ranking,
    row: &RankingRow,
    max: i64,
) -> AnyView {
    let t = text.insight();
    let name = match table.facet {
        _ if row.name.is_empty() => t.unknown_name.to_owned(),
        Facet::State => t.state(&row.name).map_or_else(|| row.name.clone(), str::to_owned),
        _ => format::product(&row.name),
    };
    let href = match table.facet {
        _ if row.key.is_empty() => None,
        Facet::Customer => Some(to::customer(&row.key)),
        facet if page.facets().contains(&facet) => {
            Some(to::with(to::insight(page), &query.toggled(facet, &row.key).to_pairs()))
        }
        _ => None,
    };
    let name = match href {
        Some(href) => view! { <a class="cut" href=href title=row.key.clone()>{name}</a> }.into_any(),
        None => view! { <span class="cut" title=row.key.clone()>{name}</span> }.into_any(),
    };
    let cells = row.values.iter().zip(&table.metrics).map(|(value, metric)| {
        let shown = format::value_short(text.locale, metric.unit(), *value);
        view! { <td class="num" role="cell" data-label=t.metric(*metric).label>{shown}</td> }
    });
    let first = row.values[0];
    let (class, change) = match format::change(text.locale, row.before, first) {
        Some((direction, words)) => (direction.class(), words),
        None => ("", format::NONE.to_owned()),
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{name}</th>
            <td class="bar-cell" role="cell"><InlineBar part=first whole=row.before max class="assigned" /></td>
            {cells.collect_view()}
            <td class=format!("num narrow {class}") role="cell" data-label=t.change>{change}</td>
        </tr>
    }
    .into_any()
}

/// The way to all rows, and back; and to take those shown along.
fn more(text: &'static Text, page: InsightPage, query: &InsightQuery, table: &Ranking) -> AnyView {
    let t = text.insight();
    let whole = query.whole == Some(table.title);
    if !whole && table.total <= table.rows.len() {
        return view! { <p class="button-row"><CopyTable /></p> }.into_any();
    }
    let next = InsightQuery { whole: (!whole).then_some(table.title), ..query.clone() };
    let href = to::with(to::insight(page), &next.to_pairs());
    let words = if whole { t.show_few.to_owned() } else { (t.show_all)(table.total as u64) };
    let asked = InsightQuery { whole: Some(table.title), ..query.clone() };
    let file = here(&format!("/export/insight/{}.csv?{}", page.key(), query_string(&asked.to_pairs())));
    view! {
        <p class="button-row">
            <a class="btn small" href=href>{words}</a>
            <a class="btn small quiet" href=file download="" rel="external">{t.download_rows}</a>
            <CopyTable />
        </p>
    }
    .into_any()
}
