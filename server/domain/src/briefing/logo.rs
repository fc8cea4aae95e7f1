//! A logo: a picture that is looked through before it is kept.

use crate::{Domain, Error, access::Caller, db::sql};
use model::{Invalid, Permission};
use std::io::Cursor;
use zune_jpeg::{JpegDecoder, zune_core::bytestream::ZCursor};

/// The largest logo, in bytes.
pub const LARGEST_LOGO: usize = 256 << 10;
/// The longest side, in dots: what takes little room as a file may take gigabytes unpacked.
const LONGEST_SIDE: usize = 4_000;

/// What kind of picture a logo is. Drawings (SVG) are not among them: they can refer to other places, and carry scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogoKind {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
}

impl LogoKind {
    const ALL: [Self; 2] = [Self::Png, Self::Jpeg];

    /// The media type.
    #[must_use]
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
        }
    }

    /// The kind of a media type.
    #[must_use]
    pub fn from_mime(mime: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.mime() == mime)
    }
}

/// A logo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    /// What kind of picture.
    pub kind: LogoKind,
    /// The picture as it came.
    pub data: Vec<u8>,
}

impl Logo {
    /// Looks through a picture.
    ///
    /// # Errors
    /// [`Error::Invalid`] for what is no whole PNG or JPEG, too large, or too long on a side.
    pub fn read(data: Vec<u8>) -> Result<Self, Error> {
        let kind = match data.len() {
            ..=LARGEST_LOGO if is_png(&data) => LogoKind::Png,
            ..=LARGEST_LOGO if is_jpeg(&data) => LogoKind::Jpeg,
            _ => return Err(Error::Invalid(Invalid::Logo)),
        };
        Ok(Self { kind, data })
    }
}

fn is_png(data: &[u8]) -> bool {
    let limits = png::Limits { bytes: LONGEST_SIDE * LONGEST_SIDE * 8 };
    let Ok(mut reader) = png::Decoder::new_with_limits(Cursor::new(data), limits).read_info() else { return false };
    let (width, height) = reader.info().size();
    let fits = [width, height].into_iter().all(|side| usize::try_from(side).is_ok_and(|it| it <= LONGEST_SIDE));
    let room = reader.output_buffer_size().filter(|_| fits);
    room.is_some_and(|room| reader.next_frame(&mut vec![0; room]).is_ok())
}

fn is_jpeg(data: &[u8]) -> bool {
    let mut decoder = JpegDecoder::new(ZCursor::new(data));
    let fits = |(width, height): (usize, usize)| width <= LONGEST_SIDE && height <= LONGEST_SIDE;
    decoder.decode_headers().is_ok() && decoder.dimensions().is_some_and(fits) && decoder.decode().is_ok()
}

/// The account's logo.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::NotFound`] when there is none.
pub async fn logo(domain: &Domain, caller: &Caller) -> Result<Logo, Error> {
    let account = caller.may(Permission::ManageAccount)?.account();
    let row: Option<(String, Vec<u8>)> =
        sql(include_str!("logo.sql")).bind(account.0).fetch_optional(&domain.db).await?;
    let (kind, data) = row.ok_or(Error::NotFound)?;
    Ok(Logo { kind: LogoKind::from_mime(&kind).ok_or(Error::NotFound)?, data })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut data = Vec::new();
        let mut encoder = png::Encoder::new(&mut data, width, height);
        encoder.set_color(png::ColorType::Grayscale);
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&vec![0; (width * height) as usize]).unwrap();
        writer.finish().unwrap();
        data
    }

    #[test]
    fn a_picture_is_kept_as_it_came() {
        let data = png(3, 2);
        assert_eq!(Logo::read(data.clone()).unwrap(), Logo { kind: LogoKind::Png, data });
    }

    #[test]
    fn what_is_no_whole_picture_of_a_bearable_size_is_refused() {
        let whole = png(64, 64);
        let cut = whole[..whole.len() - 20].to_vec();
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".to_vec();
        let heavy = [whole, vec![0; LARGEST_LOGO]].concat();
        for bad in [Vec::new(), cut, svg, heavy, png(4_001, 1), b"\xff\xd8\xff\xe0nothing".to_vec()] {
            assert!(matches!(Logo::read(bad), Err(Error::Invalid(Invalid::Logo))));
        }
    }
}
