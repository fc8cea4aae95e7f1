//! A QR code as the outline of an SVG image: no image formats, no inline styles.

use crate::Error;
use model::QrCode;
use qrcode::{Color, EcLevel};
use std::fmt::Write as _;

/// Empty squares around, as the standard asks for.
const BORDER: usize = 4;

/// Draws a text.
pub(super) fn draw(text: &str) -> Result<QrCode, Error> {
    let code = qrcode::QrCode::with_error_correction_level(text, EcLevel::M).map_err(std::io::Error::other)?;
    let width = code.width();
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run[0] == Color::Dark {
                // One flat rectangle for each run of dark squares.
                write!(path, "M{} {}h{}v1h-{}z", x + BORDER, y + BORDER, run.len(), run.len())
                    .map_err(std::io::Error::other)?;
            }
            x += run.len();
        }
    }
    let size = u16::try_from(width + 2 * BORDER).map_err(std::io::Error::other)?;
    Ok(QrCode { size, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outline_has_the_corner_marks_inside_the_border() {
        let qr = draw("otpauth://totp/Seatscope:a?secret=GEZDGNBVGY3TQOJQ").unwrap();
        assert!(qr.path.starts_with("M4 4h7v1h-7z"), "{}", qr.path);
        assert!(qr.path.contains(&format!("M{} 4h7v1h-7z", qr.size - 4 - 7)));
        assert!(qr.path.contains(&format!("M4 {}h7v1h-7z", qr.size - 4 - 1)));
        assert!(qr.path.chars().all(|char| char.is_ascii_digit() || " Mhvz-".contains(char)));
    }
}
