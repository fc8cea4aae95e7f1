//! Where everything of a paper lies: from the top, on to the next page where one is full. Lengths are in points.

use super::{
    piece,
    shape::{Line, Shaper, Style},
    tree::{Branch, Part},
};
use app::briefing::{Ink, Mark, Sheet};
use krilla::image::Image;
use std::num::NonZeroU16;

/// A4.
pub(super) const PAGE: (f64, f64) = (595.0, 842.0);
/// Around what is printed; charts are as wide as what is left.
pub(super) const MARGIN: f64 = 48.0;
pub(super) const WIDTH: f64 = PAGE.0 - 2.0 * MARGIN;
/// How far down a page is filled: below stands the foot.
const BOTTOM: f64 = PAGE.1 - MARGIN - 14.0;

/// Words that are read.
pub(super) const BODY: Style = Style { size: 10.0, bold: false };
/// Small words beside them.
pub(super) const SMALL: Style = Style { size: 8.0, bold: false };
/// The height of a line of words.
pub(super) const LEAD: f64 = 1.4;

/// Something in its place.
#[derive(Debug)]
pub(super) enum Placed {
    /// Words: the left end of the line that they stand on.
    Words(f64, f64, Line, Ink),
    /// A box or a line, moved by so much.
    Mark(f64, f64, Mark),
    /// The logo, in its size.
    Logo(f64, f64, f64, f64),
}

/// A paper that is laid out.
pub(super) struct Laid {
    /// What is on each page, and which leaf of the tree it is; nothing for decoration.
    pub(super) pages: Vec<Vec<(Option<usize>, Placed)>>,
    /// What it is when it is read aloud.
    pub(super) branches: Vec<Branch>,
    /// How many leaves there are.
    pub(super) leaves: usize,
    /// Headings with their pages and places.
    pub(super) headings: Vec<(String, usize, f64)>,
    /// The logo.
    pub(super) logo: Option<Image>,
}

/// Lays out what comes one below the other.
pub(super) struct Desk<'a, 'f> {
    pub(super) shaper: &'a Shaper<'f>,
    pub(super) laid: Laid,
    /// How far down the page is filled.
    pub(super) y: f64,
}

/// Lays out a report.
pub(super) fn lay(sheet: &Sheet, logo: Option<Image>, shaper: &Shaper<'_>) -> Laid {
    let laid = Laid { pages: vec![Vec::new()], branches: Vec::new(), leaves: 0, headings: Vec::new(), logo };
    let mut desk = Desk { shaper, laid, y: MARGIN };
    desk.begin(sheet);
    let mut pieces = sheet.pieces.iter().peekable();
    while let Some(piece) = pieces.next() {
        piece::piece(&mut desk, sheet, piece, pieces.peek().copied());
    }
    desk.laid
}

impl Desk<'_, '_> {
    /// Goes on to the next page unless there is still so much room.
    pub(super) fn room(&mut self, height: f64) -> bool {
        let full = self.y + height > BOTTOM && self.y > MARGIN;
        if full {
            self.laid.pages.push(Vec::new());
            self.y = MARGIN;
        }
        full
    }

    /// A new leaf of the tree.
    pub(super) fn leaf(&mut self, branch: &mut Branch) -> usize {
        let leaf = self.laid.leaves;
        self.laid.leaves += 1;
        branch.leaf(leaf);
        leaf
    }

    pub(super) fn place(&mut self, leaf: Option<usize>, placed: Placed) {
        if let Some(page) = self.laid.pages.last_mut() {
            page.push((leaf, placed));
        }
    }

    /// Makes what was drawn from this leaf on decoration: it was read already.
    pub(super) fn unread(&mut self, from: usize) {
        let page = self.laid.pages.last_mut().into_iter().flatten();
        for (leaf, _) in page.filter(|(leaf, _)| leaf.is_some_and(|leaf| leaf >= from)) {
            *leaf = None;
        }
    }

    /// A filled box without meaning.
    pub(super) fn fill(&mut self, x: f64, y: f64, width: f64, height: f64, ink: Ink) {
        let mark = Mark::Box { x, y, width, height, fill: Some(ink), edge: None };
        self.place(None, Placed::Mark(0.0, 0.0, mark));
    }

    /// Words of several lines, which go over to the next page where they must.
    pub(super) fn words(&mut self, branch: &mut Branch, words: &str, style: Style, ink: Ink, [x, width]: [f64; 2]) {
        for line in self.shaper.wrapped(words, style, width) {
            self.room(style.size * LEAD);
            let leaf = self.leaf(branch);
            self.place(Some(leaf), Placed::Words(x, self.y + style.size, line, ink));
            self.y += style.size * LEAD;
        }
    }

    /// The head of the report.
    fn begin(&mut self, sheet: &Sheet) {
        self.fill(MARGIN, self.y, WIDTH, 5.0, sheet.accent);
        self.y += 17.0;
        let top = self.y;
        let mut width = WIDTH;
        if let Some(logo) = &self.laid.logo {
            let (wide, high) = logo.size();
            let (wide, high) = (f64::from(wide), f64::from(high));
            let scale = (150.0 / wide).min(60.0 / high);
            let (wide, high) = (wide * scale, high * scale);
            let mut branch = Branch::new(Part::Picture(sheet.partner.clone()));
            let leaf = self.leaf(&mut branch);
            self.place(Some(leaf), Placed::Logo(MARGIN + WIDTH - wide, top, wide, high));
            self.laid.branches.push(branch);
            width -= wide + 16.0;
        }
        let at = [MARGIN, width];
        let mut branch = Branch::new(Part::Paragraph);
        self.words(&mut branch, sheet.title, BODY, sheet.accent, at);
        self.laid.branches.push(branch);
        self.laid.headings.push((sheet.customer.clone(), 0, self.y));
        let mut branch = Branch::new(Part::Heading(NonZeroU16::MIN, sheet.customer.clone()));
        self.words(&mut branch, &sheet.customer, Style { size: 20.0, bold: true }, Ink::TEXT, at);
        self.laid.branches.push(branch);
        for line in &sheet.lines {
            let mut branch = Branch::new(Part::Paragraph);
            self.words(&mut branch, line, BODY, Ink::MUTED, at);
            self.laid.branches.push(branch);
        }
        self.y = (self.y + 6.0).max(top + 66.0);
    }
}

impl Laid {
    /// What stands at the foot of each page: for whom it is, and which page.
    pub(super) fn feet(&self, sheet: &Sheet, shaper: &Shaper<'_>) -> Vec<[(f64, Line); 2]> {
        let t = app::text::text(sheet.locale).briefing();
        let count = self.pages.len();
        let foot = |page: usize| {
            let number = shaper.line(&(t.page_of)(page, count), SMALL);
            let right = MARGIN + WIDTH - number.width();
            let words = format!("{} · {} · {}", sheet.title, sheet.customer, sheet.partner);
            let mut lines = shaper.wrapped(&words, SMALL, WIDTH - number.width() - 20.0);
            [(MARGIN, lines.swap_remove(0)), (right, number)]
        };
        (1..=count).map(foot).collect()
    }
}
