use super::{Fonts, Refused, write};
use app::{
    briefing::{Chart, Column, Drawing, Ink, Mark, Piece, Sheet},
    text::Locale,
};
use lopdf::{Document, Object, ObjectId, content::Content};
use std::collections::BTreeMap;

fn sheet(locale: Locale, customer: &str, pieces: Vec<Piece>) -> Sheet {
    Sheet {
        locale,
        title: app::text::text(locale).briefing().title,
        customer: customer.into(),
        lines: vec!["Fabrikam Cloud".into()],
        partner: "Fabrikam Cloud".into(),
        accent: Ink([0x0b, 0x5f, 0xb4]),
        has_logo: false,
        pieces,
    }
}

/// What can be read in a file, page by page: glyphs by what the file says that they stand for.
fn read(pdf: &[u8]) -> Vec<String> {
    let document = Document::load_mem(pdf).unwrap();
    document.get_pages().into_values().map(|page| read_page(&document, page)).collect()
}

fn read_page(document: &Document, page: ObjectId) -> String {
    let signs: BTreeMap<Vec<u8>, BTreeMap<u32, String>> = document
        .get_page_fonts(page)
        .unwrap()
        .into_iter()
        .map(|(name, font)| {
            let id = font.get(b"ToUnicode").unwrap().as_reference().unwrap();
            let words = document.get_object(id).unwrap().as_stream().unwrap().decompressed_content().unwrap();
            (name, stands_for(&String::from_utf8_lossy(&words)))
        })
        .collect();
    let (mut font, mut text) = (None, String::new());
    for operation in Content::decode(&document.get_page_content(page).unwrap()).unwrap().operations {
        match (operation.operator.as_str(), operation.operands.as_slice()) {
            ("Tf", [Object::Name(name), ..]) => font = signs.get(name),
            ("Tj" | "TJ", [shown]) => glyphs(shown, font.unwrap(), &mut text),
            ("BDC" | "BMC", _) => text.push('\n'),
            _ => {}
        }
    }
    text
}

fn glyphs(shown: &Object, signs: &BTreeMap<u32, String>, text: &mut String) {
    match shown {
        Object::Array(all) => {
            for it in all {
                glyphs(it, signs, text);
            }
        }
        Object::String(codes, _) => {
            let codes = codes.chunks_exact(2).map(|pair| u32::from(pair[0]) << 8 | u32::from(pair[1]));
            text.extend(codes.map(|code| signs[&code].as_str()));
        }
        _ => {}
    }
}

/// Reads the lists of single glyphs and of ranges.
fn stands_for(words: &str) -> BTreeMap<u32, String> {
    let number = |hex: &str| u32::from_str_radix(hex.trim_matches(['<', '>']), 16).unwrap();
    let mut signs = BTreeMap::new();
    for (kind, size) in [("bfchar", 2), ("bfrange", 3)] {
        for list in words.split(&format!("begin{kind}")).skip(1) {
            let list: Vec<&str> = list.split("end").next().unwrap().split_whitespace().collect();
            for entry in list.chunks_exact(size) {
                let units = entry[size - 1].trim_matches(['<', '>']).as_bytes().chunks(4);
                let units: Vec<u16> =
                    units.map(|it| u16::from_str_radix(std::str::from_utf8(it).unwrap(), 16).unwrap()).collect();
                signs.insert(number(entry[0]), String::from_utf16(&units).unwrap());
            }
        }
    }
    signs
}

fn table(rows: usize) -> Piece {
    let column = |name: &str, is_number| Column { name: name.into(), is_number };
    Piece::Table {
        title: "Products".into(),
        columns: vec![column("Product", false), column("Sold", true)],
        rows: (0..rows).map(|n| vec![format!("Product number {n}"), n.to_string()]).collect(),
    }
}

#[test]
fn a_table_goes_on_with_its_head_on_the_next_page() {
    let pages = read(&write(&sheet(Locale::En, "Alpine", vec![table(120)]), None, &Fonts::default()).unwrap());
    assert!(pages.len() > 1, "{}", pages.len());
    for (at, page) in pages.iter().enumerate() {
        assert!(page.contains("Sold"), "{page}");
        assert!(page.contains(&format!("Page {} of {}", at + 1, pages.len())), "{page}");
    }
    let all = pages.concat();
    assert!((0..120).all(|n| all.contains(&format!("Product number {n}"))));
}

#[test]
fn a_drawing_and_a_long_word_lie_on_the_paper() {
    let marks = vec![
        Mark::Box { x: 1.0, y: 1.0, width: 9.0, height: 0.0, fill: Some(Ink::SOLD), edge: Some(Ink::EDGE) },
        Mark::Line { points: vec![(0.0, 0.0), (9.0, 9.0)], ink: Ink::ACTIVE, width: 1.0 },
    ];
    let drawing = Drawing { width: 499.0, height: 100.0, marks };
    let chart =
        Chart { title: "By month".into(), summary: "Up".into(), legend: vec![(Ink::SOLD, "Sold".into())], drawing };
    let word = "<script>".repeat(40);
    let made =
        write(&sheet(Locale::En, &word, vec![Piece::Chart(chart), Piece::Text(word.clone())]), None, &Fonts::default());
    let text = read(&made.unwrap()).concat().replace('\n', "");
    assert!(text.contains(&"<script>".repeat(5)) && text.contains("By month"), "{text}");
}

/// With Chinese fonts on the machine the words are there; without, the paper is refused and says why. Both are right.
#[test]
fn chinese_is_written_or_refused_and_never_left_out() {
    let figures = vec![["已銷售的授權".into(), "1,204".into(), "客戶購買的席次".into()]];
    match write(&sheet(Locale::ZhTw, "臺灣雲端股份有限公司", vec![Piece::Figures(figures)]), None, &Fonts::default())
    {
        Ok(pdf) => {
            let text = read(&pdf).concat();
            for words in ["臺灣雲端股份有限公司", "已銷售的授權", "1,204", "第 1 頁，共 1 頁"] {
                assert!(text.contains(words), "{words}: {text}");
            }
            assert!(pdf.len() < 400_000, "{} bytes: fonts are cut to what is used", pdf.len());
        }
        Err(Refused::NoFont(signs)) => assert!(signs.contains("U+"), "{signs}"),
        Err(Refused::Broken(why)) => panic!("{why}"),
    }
}

#[test]
fn a_sign_that_no_font_has_is_named() {
    let refused = write(&sheet(Locale::En, "Alpine \u{10fffd}", Vec::new()), None, &Fonts::default());
    assert!(matches!(refused, Err(Refused::NoFont(signs)) if signs.contains("U+10FFFD")));
}
