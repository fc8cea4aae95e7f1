//! What a file that is not a text table looks like, so that the refusal can say it.

const MAGIC: &[(&[u8], &str)] = &[
    (b"\xff\xd8\xff", "JPEG image"),
    (b"\x89PNG\r\n\x1a\n", "PNG image"),
    (b"GIF8", "GIF image"),
    (b"RIFF", "sound, film or WebP image"),
    (b"%PDF", "PDF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Excel workbook (xls)"),
    (b"7z\xbc\xaf\x27\x1c", "7z archive"),
    (b"Rar!", "RAR archive"),
    (b"BZh", "bzip2 archive"),
    (b"\xfd7zXZ", "xz archive"),
    (b"\x28\xb5\x2f\xfd", "zstd archive"),
    (b"\x1f\x8b", "gz archive inside a gz archive"),
    (b"PAR1", "Parquet file"),
    (b"SQLite format 3", "SQLite database"),
    (b"\x7fELF", "program"),
    (b"MZ\x90", "program"),
];

/// The name of what `head`, the first bytes of a file, is; nothing when it may be text.
pub(super) fn looks_like(head: &[u8]) -> Option<&'static str> {
    if let Some((_, name)) = MAGIC.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Some(name);
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        let sheet = head.windows(3).any(|w| w == b"xl/") || head.windows(19).any(|w| w == b"[Content_Types].xml");
        return Some(if sheet { "Excel workbook (xlsx)" } else { "zip archive" });
    }
    let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    let starts = |what: &[u8]| text.get(..what.len()).is_some_and(|t| t.eq_ignore_ascii_case(what));
    if starts(b"<!doctype html") || starts(b"<html") {
        return Some("web page");
    }
    if starts(b"<?xml") {
        return Some("XML document");
    }
    (head.contains(&0) && !utf16(head)).then_some("binary data")
}

/// Whether the file says that it is UTF-16, in which every second byte may be zero.
fn utf16(head: &[u8]) -> bool {
    head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff")
}

#[cfg(test)]
mod tests {
    use super::looks_like;

    #[test]
    fn names_what_people_upload_by_mistake() {
        for (head, name) in [
            (&b"\xff\xd8\xff\xe0\0\x10JFIF"[..], Some("JPEG image")),
            (b"PK\x03\x04\x14\0\x06\0[Content_Types].xml", Some("Excel workbook (xlsx)")),
            (b"PK\x03\x04\x14\0\x06\0photos/a.png", Some("zip archive")),
            (b"<!DOCTYPE HTML><html>", Some("web page")),
            (b"a,b\0c\n", Some("binary data")),
            (b"\xff\xfea\0,\0b\0", None),
            (b"MPNId\tPartnerName\n", None),
            (b"", None),
        ] {
            assert_eq!(looks_like(head), name);
        }
    }
}
