use super::*;

fn columns() -> Vec<(String, Kind)> {
    let column = |name: &str, kind| (name.to_owned(), kind);
    vec![
        column("Name", Kind::Text),
        column("Seats", Kind::Number(0)),
        column("Month", Kind::Date),
        column("Id", Kind::Guid),
    ]
}

fn read(text: &str) -> Result<Test, BadQuery> {
    filter(text, &columns())
}

fn leaf(column: usize, by: By, must: Must) -> Test {
    Test::Leaf(Leaf { column, by, must })
}

#[test]
fn operators_bind_as_they_should() {
    let seats = |how, than| leaf(1, By::Itself, Must::Be(how, Value::whole(than)));
    let expected = Test::Any(vec![
        seats(How::Equal, 1),
        Test::All(vec![Test::Not(Box::new(seats(How::Greater, 2))), seats(How::AtMost, 3)]),
    ]);
    assert_eq!(read("Seats eq 1 or not (Seats gt 2) and 3 ge Seats").unwrap(), expected);
    assert_eq!(read("(Seats eq 1) or ((not (2 lt Seats)) and (Seats le 3))").unwrap(), expected);
}

#[test]
fn functions_lists_and_literals() {
    let text = |text: &str| Value::Text(text.to_owned().into());
    let have = leaf(0, By::Lower, Must::Have(Where::Anywhere, "日".into()));
    assert_eq!(read("contains(tolower(Name),'日') eq true").unwrap(), have.clone());
    assert_eq!(read("contains(tolower(Name),'日') eq false").unwrap(), Test::Not(Box::new(have)));
    assert_eq!(read("year(Month) eq 2026").unwrap(), leaf(2, By::Year, Must::Be(How::Equal, Value::whole(2026))));
    assert_eq!(read("Name in ('a', 'b')").unwrap(), leaf(0, By::Itself, Must::In(vec![text("a"), text("b")])));
    let guid = "0a1b2c3d-0000-0000-0000-0000000000e1";
    let is = leaf(3, By::Itself, Must::Be(How::Equal, text(guid)));
    assert_eq!(read(&format!("Id eq {}", guid.to_uppercase())).unwrap(), is);
    assert_eq!(read("date(Month) ge 2026-10-01").unwrap(), read("Month ge 2026-10-01").unwrap());
}

#[test]
fn what_makes_no_sense_is_refused() {
    let deep = format!("{}Seats eq 1{}", "(".repeat(11), ")".repeat(11));
    let many = vec!["Seats eq 1"; 51].join(" or ");
    for wrong in [
        "",
        "Seats",
        "Seats eq",
        "eq 1",
        "Seats eq 'x'",
        "Name gt 1",
        "Nobody eq 1",
        "Seats eq 1 and",
        "(Seats eq 1",
        "Seats eq 1)",
        "Seats eq Seats",
        "1 eq 1",
        "substringof('a',Name)",
        "contains(Name,1)",
        "contains(Seats,'1')",
        "year(Name) eq 1",
        "length(length(Name)) eq 1",
        "Name in ()",
        "Name in ('a',)",
        "contains(Name,'a') gt true",
        "Seats add 1 eq 2",
        "Orders/any(o:o/Id eq 1)",
        "not",
        "Seats eq 99999999999999999999",
        &deep,
        &many,
    ] {
        assert!(read(wrong).is_err(), "{wrong}");
    }
}
