use super::{Fonts, Refused, write};
use app::{
    briefing::{Chart, Column, Drawing, Ink, Mark, Piece, Sheet},
    text::Locale,
};
use lopdf::Document;

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

/// What can be read in a file, page by page.
fn read(pdf: &[u8]) -> Vec<String> {
    let document = Document::load_mem(pdf).unwrap();
    document.get_pages().into_keys().map(|page| document.extract_text(&[page]).unwrap()).collect()
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
