//! Text into bytes, by hand: the standard formatter would take most of the time.

use jiff::civil::Date;
use uuid::Uuid;

/// What separates cells and ends lines.
#[derive(Clone, Copy)]
pub(super) enum Form {
    /// Tabs and CR LF, as the older download pages write.
    Tsv,
    /// Commas and LF, as the export of the analytics page.
    Csv,
}

impl Form {
    pub(super) const fn delimiter(self) -> u8 {
        match self {
            Self::Tsv => b'\t',
            Self::Csv => b',',
        }
    }

    pub(super) const fn line_end(self) -> &'static [u8] {
        match self {
            Self::Tsv => b"\r\n",
            Self::Csv => b"\n",
        }
    }

    /// Adds a cell and the delimiter after it; quoted when it has to be.
    pub(super) fn cell(self, out: &mut Vec<u8>, text: &str) {
        let special = |b: &u8| *b == self.delimiter() || matches!(*b, b'"' | b'\r' | b'\n');
        if text.as_bytes().iter().any(special) {
            out.push(b'"');
            out.extend_from_slice(text.replace('"', "\"\"").as_bytes());
            out.push(b'"');
        } else {
            out.extend_from_slice(text.as_bytes());
        }
        out.push(self.delimiter());
    }

    /// Adds cells, each with the delimiter after it.
    pub(super) fn cells(self, out: &mut Vec<u8>, texts: &[&str]) {
        for text in texts {
            self.cell(out, text);
        }
    }

    /// Adds whole numbers, each with the delimiter after it.
    pub(super) fn numbers(self, out: &mut Vec<u8>, values: &[i64]) {
        for value in values {
            number(out, *value);
            out.push(self.delimiter());
        }
    }

    /// Puts the line end in place of the delimiter after the last cell.
    pub(super) fn end_line(self, out: &mut Vec<u8>) {
        out.pop();
        out.extend_from_slice(self.line_end());
    }
}

/// Adds a whole number.
pub(super) fn number(out: &mut Vec<u8>, value: i64) {
    if value < 0 {
        out.push(b'-');
    }
    digits(out, value.unsigned_abs());
}

fn digits(out: &mut Vec<u8>, mut value: u64) {
    let mut text = [0; 20];
    let mut at = text.len();
    loop {
        at -= 1;
        text[at] = digit(value);
        value /= 10;
        if value == 0 {
            break;
        }
    }
    out.extend_from_slice(&text[at..]);
}

/// The last digit of a number.
const fn digit(value: u64) -> u8 {
    b"0123456789"[(value % 10) as usize]
}

/// Adds an amount of cents as `487.50`.
pub(super) fn amount(out: &mut Vec<u8>, cents: i64) {
    if cents < 0 {
        out.push(b'-');
    }
    let cents = cents.unsigned_abs();
    digits(out, cents / 100);
    out.extend_from_slice(&[b'.', digit(cents / 10), digit(cents)]);
}

/// Adds a date as `2026-10-31`.
pub(super) fn date(out: &mut Vec<u8>, date: Date) {
    let two = |n: i8| {
        let n = u64::from(n.unsigned_abs());
        [digit(n / 10), digit(n)]
    };
    let year = u64::from(date.year().unsigned_abs());
    out.extend_from_slice(&[digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), b'-']);
    out.extend_from_slice(&two(date.month()));
    out.push(b'-');
    out.extend_from_slice(&two(date.day()));
}

/// An id in the vendor's upper case.
pub(super) fn guid(id: Uuid) -> String {
    let mut text = Uuid::encode_buffer();
    id.hyphenated().encode_upper(&mut text).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(write: impl FnOnce(&mut Vec<u8>)) -> String {
        let mut out = Vec::new();
        write(&mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn numbers_amounts_and_dates_are_written_as_the_vendor_does() {
        assert_eq!(text(|out| number(out, 0)), "0");
        assert_eq!(text(|out| number(out, -1207)), "-1207");
        assert_eq!(text(|out| amount(out, 5)), "0.05");
        assert_eq!(text(|out| amount(out, 48_750)), "487.50");
        assert_eq!(text(|out| date(out, jiff::civil::date(2026, 2, 3))), "2026-02-03");
    }

    #[test]
    fn cells_are_quoted_only_where_the_file_needs_it() {
        assert_eq!(text(|out| Form::Csv.cell(out, "Adatum, Inc.")), "\"Adatum, Inc.\",");
        assert_eq!(text(|out| Form::Tsv.cell(out, "Adatum, Inc.")), "Adatum, Inc.\t");
        assert_eq!(text(|out| Form::Tsv.cell(out, "a \"b\"")), "\"a \"\"b\"\"\"\t");
    }
}
