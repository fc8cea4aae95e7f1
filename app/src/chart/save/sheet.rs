//! A chart as a drawing that stands alone: the drawing on the page with its colours and measures written out, as in the light
//! theme, between a heading and notes.

use crate::chart::lines::{width, wrapped};
use leptos::{
    prelude::{document, window},
    wasm_bindgen::JsCast,
    web_sys::{CssStyleDeclaration, DomRect, Element, NodeList},
};
use std::fmt::Write;

/// What says on the document which theme it has.
const THEME: &str = "data-theme";
/// Room around everything.
const MARGIN: f64 = 20.0;
/// Height of a line of notes, and the size of its letters.
const LINE: f64 = 18.0;
const SMALL: f64 = 12.0;
/// Sheets are never narrower: the notes need room.
const NARROWEST: f64 = 360.0;

/// What stands around the drawing.
pub(super) struct Sheet {
    /// The heading.
    pub title: String,
    /// The months that are drawn.
    pub period: String,
    /// What stands below.
    pub notes: Vec<String>,
    /// What the file is called.
    pub name: String,
}

/// A drawing with its size.
pub(super) struct Drawn {
    pub svg: String,
    pub width: u32,
    pub height: u32,
}

/// Attributes that say where something lies.
const PLACE: [&str; 23] = [
    "id",
    "x",
    "y",
    "x1",
    "x2",
    "y1",
    "y2",
    "cx",
    "cy",
    "r",
    "rx",
    "width",
    "height",
    "dx",
    "dy",
    "points",
    "viewBox",
    "preserveAspectRatio",
    "overflow",
    "transform",
    "text-anchor",
    "patternUnits",
    "patternTransform",
];
/// Properties that say how it looks, and what they are where nothing says otherwise.
const LOOK: [(&str, &str); 10] = [
    ("fill", "rgb(0, 0, 0)"),
    ("stroke", "none"),
    ("stroke-width", "1px"),
    ("stroke-dasharray", "none"),
    ("stroke-linecap", "butt"),
    ("stroke-linejoin", "miter"),
    ("opacity", "1"),
    ("vector-effect", "none"),
    ("font-size", ""),
    ("font-weight", "400"),
];

impl Sheet {
    /// Draws what `figure` shows.
    pub(super) fn draw(&self, figure: &Element) -> Option<Drawn> {
        // The light theme for as long as colours are read; nothing is painted in between.
        let root = document().document_element()?;
        let chosen = root.get_attribute(THEME);
        root.set_attribute(THEME, "light").ok()?;
        let drawn = self.drawn(figure);
        let _ = match chosen {
            Some(theme) => root.set_attribute(THEME, &theme),
            None => root.remove_attribute(THEME),
        };
        drawn
    }

    fn drawn(&self, figure: &Element) -> Option<Drawn> {
        let plot = figure.query_selector(".plot, .bands, .multiples").ok()??.get_bounding_client_rect();
        let wide = plot.width().max(NARROWEST) + 2.0 * MARGIN;
        let (ink, surface) = (look(figure)?.get_property_value("color").ok()?, "#fff");
        let mut out = String::new();
        let mut y = MARGIN + 14.0;
        for line in wrapped(&self.title, (wide - 2.0 * MARGIN) / 17.0) {
            words(&mut out, MARGIN, y, 17.0, &ink, "font-weight=\"650\"", &line);
            y += 22.0;
        }
        words(&mut out, MARGIN, y, SMALL + 1.0, &ink, "", &self.period);
        y = legend(&mut out, figure, y + LINE + 4.0, wide);
        let (left, top) = ((wide - plot.width()) / 2.0 - plot.x(), y - plot.y());
        for svg in each(figure, ".plot > svg, .band-bars svg") {
            let at = svg.get_bounding_client_rect();
            let _ =
                write!(out, "<svg x=\"{}\" y=\"{}\" {} overflow=\"visible\">", left + at.x(), top + at.y(), size(&at));
            each_child(&svg, &mut out);
            out.push_str("</svg>");
        }
        for label in each(figure, ".band-label, .multiple-name") {
            let (at, style) = (label.get_bounding_client_rect(), look(&label)?);
            let (colour, size) = (property(&style, "color"), property(&style, "font-size").replace("px", ""));
            let x = left + at.x() + at.width() / 2.0;
            let size = size.parse().unwrap_or(SMALL);
            words(&mut out, x, top + at.bottom() - 4.0, size, &colour, "text-anchor=\"middle\"", &inner(&label));
        }
        y += plot.height() + LINE + 6.0;
        for line in self.notes.iter().flat_map(|note| wrapped(note, (wide - 2.0 * MARGIN) / SMALL)) {
            words(&mut out, MARGIN, y, SMALL, &ink, "", &line);
            y += LINE;
        }
        let high = y + MARGIN - LINE / 2.0;
        let fonts = escaped(&property(&look(figure)?, "font-family"));
        let (width, height) = (whole(wide), whole(high));
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" font-family=\"{fonts}\">\
             <title>{}</title><rect width=\"100%\" height=\"100%\" fill=\"{surface}\"/>{out}</svg>\n",
            escaped(&self.title)
        );
        Some(Drawn { svg, width, height })
    }
}

/// The legend in lines that fit; how far down it reaches.
fn legend(out: &mut String, figure: &Element, from: f64, wide: f64) -> f64 {
    let (mut x, mut y) = (MARGIN, from);
    for item in each(figure, ".legend li") {
        let (Some(key), Some(style)) = (item.first_element_child(), look(&item)) else { continue };
        let (name, at) = (inner(&item), key.get_bounding_client_rect());
        let needs = at.width() + 6.0 + width(&name) * SMALL + 14.0;
        if x > MARGIN && x + needs > wide - MARGIN {
            (x, y) = (MARGIN, y + LINE);
        }
        let key = look(&key);
        let of = |name| key.as_ref().map_or_else(String::new, |style| property(style, name));
        let (fill, stroke) = (of("background-color"), of("border-top-color"));
        let line = of("border-top-width").replace("px", "");
        let middle = y - SMALL / 3.0 - at.height() / 2.0;
        let _ = write!(
            out,
            "<rect x=\"{x}\" y=\"{middle}\" {} rx=\"2\" fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"{line}\"/>",
            size(&at)
        );
        words(out, x + at.width() + 6.0, y, SMALL, &property(&style, "color"), "", &name);
        x += needs;
    }
    y + if x > MARGIN { LINE } else { 0.0 }
}

fn words(out: &mut String, x: f64, y: f64, size: f64, colour: &str, more: &str, words: &str) {
    let words = escaped(words);
    let _ = write!(out, "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{colour}\" {more}>{words}</text>");
}

/// Writes an element of a drawing with what is in it.
fn element(element: &Element, out: &mut String) {
    let Some(style) = look(element) else { return };
    if property(&style, "display") == "none" {
        return;
    }
    let tag = element.tag_name();
    let _ = write!(out, "<{tag}");
    for name in PLACE {
        if let Some(value) = element.get_attribute(name) {
            let _ = write!(out, " {name}=\"{}\"", escaped(&value));
        }
    }
    // What holds other elements has no look of its own, so that nothing is handed down.
    if !matches!(tag.as_str(), "svg" | "g" | "defs" | "pattern") {
        for (name, usual) in LOOK {
            let value = property(&style, name);
            if value != usual && (tag == "text" || !name.starts_with("font")) {
                let _ = write!(out, " {name}=\"{}\"", escaped(&value));
            }
        }
    }
    out.push('>');
    if tag == "text" {
        out.push_str(&escaped(&inner(element)));
    }
    each_child(element, out);
    let _ = write!(out, "</{tag}>");
}

fn each_child(parent: &Element, out: &mut String) {
    let children = parent.children();
    (0..children.length()).filter_map(|at| children.item(at)).for_each(|child| element(&child, out));
}

fn each(figure: &Element, what: &str) -> Vec<Element> {
    let found = |all: NodeList| (0..all.length()).filter_map(|at| all.item(at)?.dyn_into().ok()).collect();
    figure.query_selector_all(what).map(found).unwrap_or_default()
}

fn look(element: &Element) -> Option<CssStyleDeclaration> {
    window().get_computed_style(element).ok().flatten()
}

fn property(style: &CssStyleDeclaration, name: &str) -> String {
    style.get_property_value(name).unwrap_or_default()
}

fn size(at: &DomRect) -> String {
    format!("width=\"{}\" height=\"{}\"", at.width(), at.height())
}

fn inner(element: &Element) -> String {
    element.text_content().unwrap_or_default().trim().to_owned()
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a length on the screen")]
fn whole(length: f64) -> u32 {
    length.ceil() as u32
}
