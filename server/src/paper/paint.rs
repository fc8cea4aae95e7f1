//! A paper that is laid out, as PDF.

use super::{
    Refused,
    lay::{Laid, MARGIN, PAGE, Placed},
    shape::{Line, narrow},
};
use app::briefing::{Ink, Mark, Sheet};
use domain::briefing::{Logo, LogoKind};
use krilla::{
    Document, SerializeSettings,
    color::rgb,
    configure::{Accessibility, ConfigurationBuilder},
    destination::XyzDestination,
    geom::{PathBuilder, Point, Rect, Size, Transform},
    image::Image,
    metadata::Metadata,
    outline::{Outline, OutlineNode},
    page::PageSettings,
    paint::{Fill, LineJoin, Stroke},
    surface::Surface,
    tagging::{Artifact, ArtifactType, ContentTag, Identifier, Node, SpanTag, TagTree},
};

/// A logo as the writer takes it.
///
/// # Errors
/// [`Refused::Broken`] for what is no picture; what is kept has been looked through.
pub(super) fn picture(logo: Logo) -> Result<Image, Refused> {
    let read = match logo.kind {
        LogoKind::Png => Image::from_png(logo.data.into(), true),
        LogoKind::Jpeg => Image::from_jpeg(logo.data.into(), true),
    };
    read.map_err(Refused::Broken)
}

/// Writes the file, with tags for whoever has it read aloud (PDF/UA).
///
/// # Errors
/// [`Refused::Broken`] when the writer says so.
pub(super) fn paint(sheet: &Sheet, laid: Laid, feet: Vec<[(f64, Line); 2]>) -> Result<Vec<u8>, Refused> {
    let broken = |why: &dyn std::fmt::Debug| Refused::Broken(format!("{why:?}"));
    let configuration = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
    let configuration = configuration.map_err(|why| broken(&why))?;
    let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let title = format!("{} · {}", sheet.title, sheet.customer);
    let metadata = Metadata::new().title(title).language(sheet.locale.tag().to_owned());
    document.set_metadata(metadata.authors(vec![sheet.partner.clone()]));
    let size = PageSettings::from_wh(narrow(PAGE.0), narrow(PAGE.1)).ok_or_else(|| broken(&"page"))?;
    let mut drawn: Vec<Option<Identifier>> = vec![None; laid.leaves];
    for (things, foot) in laid.pages.into_iter().zip(feet) {
        let mut page = document.start_page_with(size.clone());
        let mut surface = page.surface();
        for group in things.chunk_by(|(a, _), (b, _)| a == b) {
            let leaf = group.first().and_then(|(leaf, _)| *leaf);
            let tag = match leaf {
                None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
                Some(_) if group.len() == 1 && matches!(group, [(_, Placed::Words(..))]) => {
                    ContentTag::Span(SpanTag::empty())
                }
                Some(_) => ContentTag::Other,
            };
            let begun = surface.start_tagged(tag);
            for (_, placed) in group {
                thing(&mut surface, placed, laid.logo.as_ref());
            }
            surface.end_tagged();
            if let Some(place) = leaf.and_then(|leaf| drawn.get_mut(leaf)) {
                *place = Some(begun);
            }
        }
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
        for (x, line) in &foot {
            words(&mut surface, *x, PAGE.1 - MARGIN, line, Ink::MUTED);
        }
        surface.end_tagged();
        surface.finish();
        page.finish();
    }
    let mut outline = Outline::new();
    for (words, page, y) in laid.headings {
        outline.push_child(OutlineNode::new(words, XyzDestination::new(page, Point::from_xy(0.0, narrow(y)))));
    }
    document.set_outline(outline);
    let mut tree = TagTree::new();
    for branch in laid.branches {
        tree.push(Node::Group(branch.group(&mut drawn)));
    }
    document.set_tag_tree(tree);
    document.finish().map_err(|why| broken(&why))
}

fn thing(surface: &mut Surface<'_>, placed: &Placed, logo: Option<&Image>) {
    match placed {
        Placed::Words(x, y, line, ink) => words(surface, *x, *y, line, *ink),
        Placed::Mark(x, y, mark) => shape(surface, *x, *y, mark),
        Placed::Logo(x, y, wide, high) => {
            let size = Size::from_wh(narrow(*wide), narrow(*high));
            if let Some((logo, size)) = logo.zip(size) {
                surface.push_transform(&Transform::from_translate(narrow(*x), narrow(*y)));
                surface.draw_image(logo.clone(), size);
                surface.pop();
            }
        }
    }
}

fn words(surface: &mut Surface<'_>, x: f64, y: f64, line: &Line, ink: Ink) {
    surface.set_stroke(None);
    surface.set_fill(Some(filled(ink)));
    let mut x = x;
    for run in &line.runs {
        let start = Point::from_xy(narrow(x), narrow(y));
        surface.draw_glyphs(start, &run.glyphs, run.font.clone(), &run.text, narrow(line.style.size), false);
        x += run.width;
    }
}

fn shape(surface: &mut Surface<'_>, left: f64, top: f64, mark: &Mark) {
    let mut path = PathBuilder::new();
    let (fill, stroke) = match mark {
        Mark::Box { x, y, width, height, fill, edge } => {
            let [x, y, width, height] = [left + x, top + y, *width, *height].map(narrow);
            let Some(rect) = Rect::from_xywh(x, y, width, height) else { return };
            path.push_rect(rect);
            (fill.map(filled), edge.map(|ink| stroked(ink, 0.6)))
        }
        Mark::Line { points, ink, width } => {
            for (at, (x, y)) in points.iter().enumerate() {
                let (x, y) = (narrow(left + x), narrow(top + y));
                if at == 0 { path.move_to(x, y) } else { path.line_to(x, y) }
            }
            (None, Some(stroked(*ink, *width)))
        }
        // They were shaped when they were laid out.
        Mark::Words { .. } => return,
    };
    if let Some(path) = path.finish() {
        surface.set_fill(fill);
        surface.set_stroke(stroke);
        surface.draw_path(&path);
    }
}

fn colour(Ink([red, green, blue]): Ink) -> rgb::Color {
    rgb::Color::new(red, green, blue)
}

fn filled(ink: Ink) -> Fill {
    Fill { paint: colour(ink).into(), ..Fill::default() }
}

fn stroked(ink: Ink, width: f64) -> Stroke {
    Stroke { paint: colour(ink).into(), width: narrow(width), line_join: LineJoin::Round, ..Stroke::default() }
}
