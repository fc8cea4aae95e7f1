//! Reports on paper: PDF made from words and drawings, without a browser.

mod cell;
mod fonts;
mod lay;
mod paint;
mod piece;
mod shape;
mod table;
#[cfg(test)]
mod tests;
mod tree;

pub(crate) use fonts::Fonts;

use app::briefing::Sheet;
use domain::briefing::Logo;

/// Why there is no paper.
#[derive(Debug)]
pub(crate) enum Refused {
    /// No font has these signs: empty boxes in their place would be worse than no paper.
    NoFont(String),
    /// The writer failed, or what it wrote would not be accessible.
    Broken(String),
}

/// Writes a report as tagged PDF. It takes as long as it takes: call it where nobody waits for the thread.
///
/// # Errors
/// [`Refused`] when a sign is in no font of the machine, or the file cannot be written.
pub(crate) fn write(sheet: &Sheet, logo: Option<Logo>, fonts: &Fonts) -> Result<Vec<u8>, Refused> {
    let shaper = shape::Shaper::new(fonts);
    let logo = logo.map(paint::picture).transpose()?;
    let laid = lay::lay(sheet, logo, &shaper);
    let foot = laid.feet(sheet, &shaper);
    let missing = shaper.missing();
    if missing.is_empty() { paint::paint(sheet, laid, foot) } else { Err(Refused::NoFont(missing)) }
}
