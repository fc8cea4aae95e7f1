//! A report as a page.

use crate::briefing::{Align, Chart, Column, Drawing, Ink, LETTERS, Mark, Piece, Sheet};
use crate::routes::to;
use leptos::prelude::*;

/// The report, in its own language.
pub(super) fn report(sheet: Sheet) -> AnyView {
    let Sheet { locale, title, customer, lines, partner, accent, has_logo, pieces } = sheet;
    let logo = has_logo.then(|| view! { <img class="review-logo" src=to::LOGO alt=partner.clone() /> });
    let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    view! {
        <article class="card review" lang=locale.tag() aria-label=title>
            {rule(accent)}
            <header class="review-head">
                <div>
                    <p class="caption">{title}</p>
                    <h2>{customer}</h2>
                    <ul class="plain">{lines}</ul>
                </div>
                {logo}
            </header>
            {pieces.into_iter().map(|it| piece(it, accent)).collect_view()}
        </article>
    }
    .into_any()
}

/// A stroke in the partner's colour: no style may stand in the page, a drawing may.
fn rule(accent: Ink) -> AnyView {
    view! { <svg class="review-rule" aria-hidden="true"><rect width="100%" height="100%" fill=accent.hex() /></svg> }
        .into_any()
}

fn piece(piece: Piece, accent: Ink) -> AnyView {
    match piece {
        Piece::Heading(words) => view! { <h3 class="review-part">{rule(accent)}{words}</h3> }.into_any(),
        Piece::Text(words) => view! { <p class="review-text">{words}</p> }.into_any(),
        Piece::Remark(words) => view! { <p class="caption">{words}</p> }.into_any(),
        Piece::Figures(figures) => {
            let figures = figures.into_iter().map(|[name, value, note]| {
                view! { <div><dt>{name}</dt><dd><b>{value}</b><span class="caption">{note}</span></dd></div> }
            });
            view! { <dl class="review-figures">{figures.collect_view()}</dl> }.into_any()
        }
        Piece::Points(points) => {
            let points = points.into_iter().map(|words| view! { <li>{words}</li> });
            view! { <ul class="dots">{points.collect_view()}</ul> }.into_any()
        }
        Piece::Chart(chart) => figure(chart),
        Piece::Table { title, columns, rows } => table(title, &columns, rows),
    }
}

fn figure(chart: Chart) -> AnyView {
    let legend = chart.legend.into_iter().map(|(ink, name)| {
        view! { <li><svg class="key" aria-hidden="true"><rect width="100%" height="100%" fill=ink.hex() /></svg>{name}</li> }
    });
    let legend = legend.collect_view();
    view! {
        <figure class="review-chart">
            <figcaption><b>{chart.title}</b><ul class="legend">{legend}</ul></figcaption>
            {drawing(chart.drawing, chart.summary)}
        </figure>
    }
    .into_any()
}

fn drawing(drawing: Drawing, summary: String) -> AnyView {
    let place = format!("0 0 {} {}", drawing.width, drawing.height);
    let marks = drawing.marks.into_iter().map(|mark| match mark {
        Mark::Box { x, y, width, height, fill, edge } => {
            let colour = |ink: Option<Ink>| ink.map_or_else(|| "none".to_owned(), Ink::hex);
            view! {
                <rect x=short(x) y=short(y) width=short(width) height=short(height) fill=colour(fill) stroke=colour(edge) stroke-width="0.6" />
            }
            .into_any()
        }
        Mark::Line { points, ink, width } => {
            let points: Vec<String> = points.iter().map(|(x, y)| format!("{},{}", short(*x), short(*y))).collect();
            view! { <polyline points=points.join(" ") fill="none" stroke=ink.hex() stroke-width=short(width) stroke-linejoin="round" /> }
                .into_any()
        }
        Mark::Words { x, y, align, words } => {
            let anchor = match align {
                Align::Start => "start",
                Align::Middle => "middle",
                Align::End => "end",
            };
            view! { <text x=short(x) y=short(y) text-anchor=anchor font-size=short(LETTERS) fill=Ink::MUTED.hex()>{words}</text> }
                .into_any()
        }
    });
    let marks = marks.collect_view();
    view! { <svg role="img" aria-label=summary viewBox=place>{marks}</svg> }.into_any()
}

fn short(length: f64) -> String {
    format!("{length:.1}")
}

fn table(title: String, columns: &[Column], rows: Vec<Vec<String>>) -> AnyView {
    let class = |at: usize| columns.get(at).is_some_and(|column| column.is_number).then_some("num");
    let heads = columns.iter().enumerate().map(|(at, column)| {
        view! { <th scope="col" class=class(at)>{column.name.clone()}</th> }
    });
    let heads = heads.collect_view();
    let rows = rows.into_iter().map(|cells| {
        let cells = cells.into_iter().enumerate().map(|(at, cell)| match at {
            0 => view! { <th scope="row">{cell}</th> }.into_any(),
            _ => view! { <td class=class(at)>{cell}</td> }.into_any(),
        });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    let (rows, label) = (rows.collect_view(), title.clone());
    view! {
        <div class="table-wrap" tabindex="0" role="region" aria-label=label>
            <table class="table review-table">
                <caption>{title}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
