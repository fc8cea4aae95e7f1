//! Tables, whose heads stand on each of their pages.

use super::{
    lay::{Desk, LEAD, MARGIN, Placed, WIDTH},
    piece::TITLE,
    shape::{Line, Style},
    tree::{Branch, Part},
};
use app::briefing::{Column, Ink, Mark};

const CELL: Style = Style { size: 9.0, bold: false };
const HEAD: Style = Style { size: 8.0, bold: true };
/// Around a cell.
const SIDE: f64 = 4.0;
/// Numbers have this much room at least and at most.
const NARROWEST: f64 = 54.0;
const WIDEST: f64 = 96.0;

/// A table with its heading.
pub(super) fn table(desk: &mut Desk<'_, '_>, title: &str, columns: &[Column], rows: &[Vec<String>]) {
    let widths = widths(desk, columns, rows);
    desk.room(TITLE.size * LEAD + 60.0);
    let mut branch = Branch::new(Part::Paragraph);
    desk.words(&mut branch, title, TITLE, Ink::TEXT, [MARGIN, WIDTH]);
    desk.laid.branches.push(branch);
    let names: Vec<String> = columns.iter().map(|column| column.name.clone()).collect();
    let numbers: Vec<bool> = columns.iter().map(|column| column.is_number).collect();
    let shape = |desk: &Desk<'_, '_>, cells: &[String], style| -> Vec<Vec<Line>> {
        cells.iter().zip(&widths).map(|(cell, width)| desk.shaper.wrapped(cell, style, width - 2.0 * SIDE)).collect()
    };
    let mut table = Branch::new(Part::Table(title.to_owned()));
    let head = shape(desk, &names, HEAD);
    let mut whole = Branch::new(Part::Row);
    row(desk, &mut whole, head, &widths, &numbers, |_| Part::ColumnHead);
    table.push(whole);
    for cells in rows {
        let cells = shape(desk, cells, CELL);
        if desk.room(height(&cells)) {
            // Read aloud, a table has one head; the others are for the eye.
            let again = shape(desk, &names, HEAD);
            let mut unread = Branch::new(Part::Row);
            let leaves = desk.laid.leaves;
            row(desk, &mut unread, again, &widths, &numbers, |_| Part::ColumnHead);
            desk.unread(leaves);
        }
        let mut whole = Branch::new(Part::Row);
        row(desk, &mut whole, cells, &widths, &numbers, |at| if at == 0 { Part::RowHead } else { Part::Cell });
        table.push(whole);
    }
    desk.laid.branches.push(table);
}

/// Numbers as wide as they are, the first column has the rest.
fn widths(desk: &Desk<'_, '_>, columns: &[Column], rows: &[Vec<String>]) -> Vec<f64> {
    let numbers: Vec<f64> = (1..columns.len())
        .map(|at| {
            let cells = rows.iter().filter_map(|row| row.get(at)).map(|cell| desk.shaper.line(cell, CELL).width());
            let head = desk.shaper.line(&columns[at].name, HEAD).width();
            (cells.fold(head, f64::max) + 2.0 * SIDE).clamp(NARROWEST, WIDEST)
        })
        .collect();
    let rest = WIDTH - numbers.iter().sum::<f64>();
    std::iter::once(rest).chain(numbers).collect()
}

fn height(cells: &[Vec<Line>]) -> f64 {
    let high = |lines: &Vec<Line>| lines.iter().map(|line| line.style.size * LEAD).sum::<f64>();
    cells.iter().map(high).fold(0.0, f64::max) + SIDE
}

/// A row whose cells lie side by side, numbers to the right, above a line.
fn row(
    desk: &mut Desk<'_, '_>,
    whole: &mut Branch,
    cells: Vec<Vec<Line>>,
    widths: &[f64],
    numbers: &[bool],
    part: impl Fn(usize) -> Part,
) {
    let (mut x, high) = (MARGIN, height(&cells));
    for (at, lines) in cells.into_iter().enumerate() {
        let mut branch = Branch::new(part(at));
        let mut y = desk.y + SIDE / 2.0;
        for line in lines {
            let (size, leaf) = (line.style.size, desk.leaf(&mut branch));
            let left = if numbers[at] { x + widths[at] - SIDE - line.width() } else { x + SIDE };
            desk.place(Some(leaf), Placed::Words(left, y + size, line, Ink::TEXT));
            y += size * LEAD;
        }
        whole.push(branch);
        x += widths[at];
    }
    desk.y += high;
    let points = vec![(MARGIN, desk.y), (MARGIN + WIDTH, desk.y)];
    desk.place(None, Placed::Mark(0.0, 0.0, Mark::Line { points, ink: Ink::GRID, width: 0.6 }));
}
