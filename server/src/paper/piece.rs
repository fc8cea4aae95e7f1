//! The pieces of a report, each in its place.

use super::{
    cell::{figures, points},
    lay::{BODY, Desk, LEAD, MARGIN, Placed, SMALL, WIDTH},
    shape::Style,
    table,
    tree::{Branch, Part},
};
use app::briefing::{Align, Chart, Ink, LETTERS, Mark, Piece, Sheet};
use std::num::NonZeroU16;

/// The heading of a section.
const HEAD: Style = Style { size: 13.0, bold: true };
/// The heading of a chart or a table.
pub(super) const TITLE: Style = Style { size: 9.5, bold: true };
/// Letters of drawings.
const LABEL: Style = Style { size: LETTERS, bold: false };

/// Lays out a piece below what there is.
pub(super) fn piece(desk: &mut Desk<'_, '_>, sheet: &Sheet, piece: &Piece, next: Option<&Piece>) {
    match piece {
        Piece::Heading(words) => heading(desk, sheet, words, next),
        Piece::Text(words) => paragraph(desk, words, BODY, Ink::TEXT),
        Piece::Remark(words) => paragraph(desk, words, SMALL, Ink::MUTED),
        Piece::Figures(all) => figures(desk, all),
        Piece::Points(all) => points(desk, all, sheet.accent),
        Piece::Chart(chart) => drawn(desk, chart),
        Piece::Table { title, columns, rows } => table::table(desk, title, columns, rows),
    }
    desk.y += 8.0;
}

fn paragraph(desk: &mut Desk<'_, '_>, words: &str, style: Style, ink: Ink) {
    let mut branch = Branch::new(Part::Paragraph);
    desk.words(&mut branch, words, style, ink, [MARGIN, WIDTH]);
    desk.laid.branches.push(branch);
}

/// A heading never stands at the foot of a page alone.
fn heading(desk: &mut Desk<'_, '_>, sheet: &Sheet, words: &str, next: Option<&Piece>) {
    let follows = match next {
        Some(Piece::Chart(chart)) => chart.drawing.height + 40.0,
        Some(Piece::Figures(_) | Piece::Table { .. }) => 90.0,
        _ => 40.0,
    };
    desk.y += 8.0;
    desk.room(HEAD.size * LEAD + follows);
    desk.laid.headings.push((words.to_owned(), desk.laid.pages.len() - 1, desk.y));
    desk.fill(MARGIN, desk.y + 1.5, 4.0, HEAD.size, sheet.accent);
    let two = NonZeroU16::MIN.saturating_add(1);
    let mut branch = Branch::new(Part::Heading(two, words.to_owned()));
    desk.words(&mut branch, words, HEAD, Ink::TEXT, [MARGIN + 11.0, WIDTH - 11.0]);
    desk.laid.branches.push(branch);
}

/// A chart with its heading and its legend, whole on one page.
fn drawn(desk: &mut Desk<'_, '_>, chart: &Chart) {
    desk.room(chart.drawing.height + 40.0);
    paragraph(desk, &chart.title, TITLE, Ink::TEXT);
    let mut branch = Branch::new(Part::Picture(chart.summary.clone()));
    let leaf = desk.leaf(&mut branch);
    let mut x = MARGIN;
    desk.y += 2.0;
    for (ink, name) in &chart.legend {
        let line = desk.shaper.line(name, LABEL);
        let wide = line.width() + 24.0;
        if x > MARGIN && x + wide > MARGIN + WIDTH {
            (x, desk.y) = (MARGIN, desk.y + LETTERS * LEAD);
        }
        let key = Mark::Box { x, y: desk.y + 1.0, width: 7.0, height: 7.0, fill: Some(*ink), edge: None };
        desk.place(Some(leaf), Placed::Mark(0.0, 0.0, key));
        desk.place(Some(leaf), Placed::Words(x + 11.0, desk.y + LETTERS, line, Ink::MUTED));
        x += wide;
    }
    desk.y += LETTERS * LEAD + 4.0;
    for mark in &chart.drawing.marks {
        let placed = match mark {
            Mark::Words { x, y, align, words } => {
                let line = desk.shaper.line(words, LABEL);
                let before = match align {
                    Align::Start => 0.0,
                    Align::Middle => line.width() / 2.0,
                    Align::End => line.width(),
                };
                Placed::Words(MARGIN + x - before, desk.y + y, line, Ink::MUTED)
            }
            mark => Placed::Mark(MARGIN, desk.y, mark.clone()),
        };
        desk.place(Some(leaf), placed);
    }
    desk.y += chart.drawing.height;
    desk.laid.branches.push(branch);
}
