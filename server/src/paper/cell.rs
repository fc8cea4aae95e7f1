//! Figures side by side, and points one below the other.

use super::{
    lay::{BODY, Desk, LEAD, MARGIN, Placed, SMALL, WIDTH},
    shape::{Line, Style},
    tree::{Branch, Part},
};
use app::briefing::Ink;

/// A figure itself.
const FIGURE: Style = Style { size: 15.0, bold: true };
/// Between figures.
const GAP: f64 = 10.0;

/// Figures in a row that stays together, with their names above and what they mean below.
pub(super) fn figures(desk: &mut Desk<'_, '_>, all: &[[String; 3]]) {
    let count = f64::from(u8::try_from(all.len().max(1)).unwrap_or(u8::MAX));
    let width = (WIDTH + GAP) / count - GAP;
    let styles = [(SMALL, Ink::MUTED), (FIGURE, Ink::TEXT), (SMALL, Ink::MUTED)];
    let shaped: Vec<[Vec<Line>; 3]> =
        all.iter().map(|parts| [0, 1, 2].map(|at| desk.shaper.wrapped(&parts[at], styles[at].0, width))).collect();
    // The parts of all figures stand on the same lines.
    let height = |at: usize| {
        let lines = shaped.iter().map(|parts| parts[at].iter().map(|line| line.style.size * LEAD).sum::<f64>());
        lines.fold(0.0, f64::max)
    };
    let heights = [height(0), height(1), height(2)];
    desk.room(heights.iter().sum());
    let mut x = MARGIN;
    for parts in shaped {
        let mut branch = Branch::new(Part::Paragraph);
        let mut top = desk.y;
        for ((lines, (_, ink)), high) in parts.into_iter().zip(styles).zip(heights) {
            let mut y = top;
            for line in lines {
                let (size, leaf) = (line.style.size, desk.leaf(&mut branch));
                desk.place(Some(leaf), Placed::Words(x, y + size, line, ink));
                y += size * LEAD;
            }
            top += high;
        }
        desk.laid.branches.push(branch);
        x += width + GAP;
    }
    desk.y += heights.iter().sum::<f64>();
}

/// Points, each behind a small square.
pub(super) fn points(desk: &mut Desk<'_, '_>, all: &[String], accent: Ink) {
    let mut list = Branch::new(Part::List);
    for words in all {
        desk.room(BODY.size * LEAD * 2.0);
        desk.fill(MARGIN + 1.0, desk.y + 4.0, 4.0, 4.0, accent);
        let (mut point, mut body) = (Branch::new(Part::Point), Branch::new(Part::Words));
        desk.words(&mut body, words, BODY, Ink::TEXT, [MARGIN + 14.0, WIDTH - 14.0]);
        point.push(body);
        list.push(point);
        desk.y += 4.0;
    }
    desk.laid.branches.push(list);
}
