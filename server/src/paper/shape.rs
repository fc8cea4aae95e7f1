//! Words as glyphs: which font has each sign, how wide a line is, where it breaks.

use super::fonts::Fonts;
use app::chart::lines::pieces;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::{Face, UnicodeBuffer};
use std::{
    cell::{OnceCell, RefCell},
    collections::{BTreeSet, HashMap},
};

/// How many signs a refusal names.
const NAMED: usize = 12;

/// How words are written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Style {
    /// The size in points.
    pub(super) size: f64,
    /// Whether it is bold.
    pub(super) bold: bool,
}

/// Signs of one font side by side.
#[derive(Debug)]
pub(super) struct Run {
    pub(super) font: Font,
    pub(super) glyphs: Vec<KrillaGlyph>,
    pub(super) text: String,
    /// In points.
    pub(super) width: f64,
}

/// A line of words.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) runs: Vec<Run>,
    pub(super) style: Style,
}

impl Line {
    /// In points.
    pub(super) fn width(&self) -> f64 {
        self.runs.iter().map(|run| run.width).sum()
    }
}

/// A face for measuring and the font for writing, once it was needed; nothing where it cannot be read.
type Weight<'a> = OnceCell<Option<(Face<'a>, Font)>>;

/// Turns words into glyphs, for one paper.
pub(super) struct Shaper<'a> {
    fonts: &'a Fonts,
    /// The faces that were needed, by family and weight.
    faces: Vec<[Weight<'a>; 2]>,
    families: RefCell<HashMap<char, Option<usize>>>,
    /// How wide pieces of lines are at the size of one point: Chinese says the same signs again and again.
    widths: RefCell<HashMap<(String, bool), f64>>,
    missing: RefCell<BTreeSet<char>>,
}

impl<'a> Shaper<'a> {
    pub(super) fn new(fonts: &'a Fonts) -> Self {
        let faces = fonts.families().iter().map(|_| [OnceCell::new(), OnceCell::new()]).collect();
        Self { fonts, faces, families: RefCell::default(), widths: RefCell::default(), missing: RefCell::default() }
    }

    /// The signs that no font has, as a person reads them; empty when there is none.
    pub(super) fn missing(&self) -> String {
        let missing = self.missing.borrow();
        let named: Vec<String> = missing.iter().take(NAMED).map(|c| format!("{c} (U+{:04X})", u32::from(*c))).collect();
        named.join(", ")
    }

    fn face(&self, family: usize, bold: bool) -> Option<&(Face<'a>, Font)> {
        let load = || {
            let loaded = self.fonts.families().get(family)?.loaded(bold)?;
            Some((Face::from_slice(&loaded.data, loaded.index)?, loaded.font.clone()))
        };
        self.faces.get(family)?[usize::from(bold)].get_or_init(load).as_ref()
    }

    fn has(&self, family: usize, c: char) -> bool {
        [false, true]
            .into_iter()
            .all(|bold| self.face(family, bold).is_some_and(|(face, _)| face.glyph_index(c).is_some()))
    }

    /// The first family with a sign.
    fn family(&self, c: char) -> Option<usize> {
        let known = self.families.borrow().get(&c).copied();
        known.unwrap_or_else(|| {
            let found = (0..self.faces.len()).find(|family| self.has(*family, c));
            self.families.borrow_mut().insert(c, found);
            found
        })
    }

    /// Words on a line of their own. What no font has is noted.
    pub(super) fn line(&self, words: &str, style: Style) -> Line {
        let mut parts: Vec<(usize, String)> = Vec::new();
        for c in words.chars().filter(|c| !is_unseen(*c)) {
            let c = if c.is_control() { ' ' } else { c };
            // What stands between words stays with them.
            let stays = parts.last().filter(|(family, _)| !c.is_alphanumeric() && self.has(*family, c));
            let Some(family) = stays.map(|(family, _)| *family).or_else(|| self.family(c)) else {
                self.missing.borrow_mut().insert(c);
                continue;
            };
            match parts.last_mut() {
                Some((last, text)) if *last == family => text.push(c),
                _ => parts.push((family, c.to_string())),
            }
        }
        let runs = parts.into_iter().filter_map(|(family, text)| self.run(family, text, style));
        Line { runs: runs.collect(), style }
    }

    fn run(&self, family: usize, text: String, style: Style) -> Option<Run> {
        let (face, font) = self.face(family, style.bold)?;
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&text);
        let shaped = rustybuzz::shape(face, &[], buffer);
        let em = f64::from(face.units_per_em());
        let infos = shaped.glyph_infos();
        let mut starts: Vec<usize> = infos.iter().map(|info| info.cluster as usize).collect();
        starts.sort_unstable();
        let mut width = 0.0;
        let glyphs = infos.iter().zip(shaped.glyph_positions()).map(|(info, at)| {
            let start = info.cluster as usize;
            let end = starts.iter().copied().find(|it| *it > start).unwrap_or(text.len());
            let part = |units: i32| narrow(f64::from(units) / em);
            width += f64::from(at.x_advance) / em * style.size;
            let id = GlyphId::new(info.glyph_id);
            KrillaGlyph::new(
                id,
                part(at.x_advance),
                part(at.x_offset),
                part(at.y_offset),
                part(at.y_advance),
                start..end,
                None,
            )
        });
        let glyphs = glyphs.collect();
        Some(Run { font: font.clone(), glyphs, text, width })
    }

    /// Breaks words into lines of a width, and where they break by themselves; a word that is wider is broken between its signs.
    pub(super) fn wrapped(&self, words: &str, style: Style, width: f64) -> Vec<Line> {
        words.split('\n').flat_map(|line| self.broken(line, style, width)).collect()
    }

    fn measure(&self, words: &str, style: Style) -> f64 {
        let key = (words.to_owned(), style.bold);
        let known = self.widths.borrow().get(&key).copied();
        style.size
            * known.unwrap_or_else(|| {
                let width = self.line(words, Style { size: 1.0, ..style }).width();
                self.widths.borrow_mut().insert(key, width);
                width
            })
    }

    fn broken(&self, words: &str, style: Style, width: f64) -> Vec<Line> {
        let measure = |part: &str| self.measure(part, style);
        let mut lines: Vec<(String, f64)> = vec![(String::new(), 0.0)];
        let mut add = |part: &str| {
            let (seen, whole) = (measure(part.trim_end()), measure(part));
            match lines.last_mut() {
                Some((text, used)) if text.is_empty() || *used + seen <= width => {
                    text.push_str(part);
                    *used += whole;
                }
                _ => lines.push((part.to_owned(), whole)),
            }
        };
        for piece in pieces(words) {
            if measure(piece.trim_end()) <= width {
                add(piece);
            } else {
                for c in piece.chars() {
                    add(c.encode_utf8(&mut [0; 4]));
                }
            }
        }
        lines.into_iter().map(|(text, _)| self.line(text.trim_end(), style)).collect()
    }
}

/// What has no form of its own.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// A length as PDF has it.
#[expect(clippy::cast_possible_truncation, reason = "lengths on paper are small")]
pub(super) const fn narrow(length: f64) -> f32 {
    length as f32
}
