use super::*;
use proptest::prelude::*;
use std::{io::Read, rc::Rc};

/// Gives a few bytes at a time, so that every border falls everywhere.
struct Drip(&'static [u8], usize);

impl Read for Drip {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.1.min(self.0.len()).min(buffer.len());
        buffer[..n].copy_from_slice(&self.0[..n]);
        self.0 = &self.0[n..];
        Ok(n)
    }
}

fn read(reader: impl Read + 'static) -> Vec<(u64, Vec<String>)> {
    let text = Text { reader: Box::new(reader), stored: Rc::default(), size: 0, json: false };
    let mut records = Records::new(text, &Limits::default()).unwrap();
    let mut out = Vec::new();
    while records.advance().unwrap() {
        let cells = records.record().cells().map(|c| String::from_utf8_lossy(c).into_owned()).collect();
        out.push((records.line(), cells));
    }
    out
}

fn row(line: u64, cells: &[&str]) -> (u64, Vec<String>) {
    (line, cells.iter().map(ToString::to_string).collect())
}

#[test]
fn lines_are_counted_whatever_ends_them() {
    let expected = [row(1, &["a", "b"]), row(2, &["x\ny", "1"]), row(5, &["z", "2"]), row(6, &["w", "3"])];
    assert_eq!(read(&b"a,b\n\"x\ny\",1\n\nz,2\nw,3"[..]), expected);
    let lines = |text: &'static [u8]| read(text).into_iter().map(|row| row.0).collect::<Vec<_>>();
    assert_eq!(lines(b"a,b\r\n\"x\r\ny\",1\r\n\r\nz,2\r\nw,3\r\n\r\n  \r\n"), [1, 2, 5, 6]);
    assert_eq!(lines(b"a,b\r\"x\ry\",1\r\rz,2\rw,3"), [1, 2, 5, 6]);
    assert_eq!(lines(b"\n\na,b\n1,\"2\"\r\n3,4"), [3, 4, 5]);
}

#[test]
fn the_header_decides_the_delimiter() {
    assert_eq!(read(&b"a;\"b,,,c\";d\n"[..]), [row(1, &["a", "b,,,c", "d"])]);
    let tabs = b"a\tb\n5\" disk\t\"q\t\"\"x\"\n";
    assert_eq!(read(&tabs[..]), [row(1, &["a", "b"]), row(2, &["5\" disk", "q\t\"x"])]);
    assert_eq!(read(&b"alone\n1\n"[..]), [row(1, &["alone"]), row(2, &["1"])]);
}

#[test]
fn lines_longer_than_the_chunk_are_read() {
    let cells: Vec<String> = (0..12).map(|n| format!("{n}").repeat(30_000)).collect();
    let text = format!("a,b\n{}\n1,2\n", cells.join(","));
    let got = read(std::io::Cursor::new(text));
    assert_eq!((got.len(), &got[1].1, got[2].clone()), (3, &cells, row(3, &["1", "2"])));
}

proptest! {
    #[test]
    fn both_ways_of_reading_agree(text in "a,b\n([ab,]|\"|\n|\r\n){0,60}", drip in 1..9_usize) {
        let text: &'static [u8] = Box::leak(text.into_bytes().into_boxed_slice());
        let mut plain = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text);
        let mut expected: Vec<Vec<String>> = Vec::new();
        for record in plain.records() {
            let cells: Vec<String> = record.unwrap().iter().map(Into::into).collect();
            if cells.len() > 1 || !cells[0].trim().is_empty() {
                expected.push(cells);
            }
        }
        let got = read(Drip(text, drip));
        prop_assert_eq!(got.iter().map(|row| row.1.clone()).collect::<Vec<_>>(), expected);
        prop_assert!(got.is_sorted_by(|a, b| a.0 < b.0));
        prop_assert_eq!(got, read(text));
    }
}
