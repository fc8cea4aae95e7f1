use super::*;

fn text(text: &str) -> Value<'static> {
    Value::Text(text.to_owned().into())
}

fn holds(by: By, must: Must, cell: &Value<'_>) -> bool {
    Leaf { column: 0, by, must }.holds(cell)
}

#[test]
fn nothing_equals_only_nothing_and_comes_before_and_after_nothing() {
    let be = |how, value| Must::Be(how, value);
    assert!(holds(By::Itself, be(How::Equal, Value::Nothing), &Value::Nothing));
    assert!(!holds(By::Itself, be(How::Equal, text("")), &Value::Nothing));
    assert!(holds(By::Itself, be(How::NotEqual, text("a")), &Value::Nothing));
    for how in [How::Less, How::AtMost, How::Greater, How::AtLeast] {
        assert!(!holds(By::Itself, be(how, Value::whole(1)), &Value::Nothing), "{how:?}");
    }
    assert!(holds(By::Itself, be(How::AtLeast, Value::number("1.0").unwrap()), &Value::whole(1)));
}

#[test]
fn texts_have_parts_and_match_patterns_in_any_script() {
    let cell = text("Contoso 日月光");
    assert!(holds(By::Lower, Must::Have(Where::Beginning, "contoso".into()), &cell));
    assert!(!holds(By::Itself, Must::Have(Where::Beginning, "contoso".into()), &cell));
    assert!(holds(By::Length, Must::Be(How::Equal, Value::whole(11)), &cell));
    for (pattern, matches) in
        [("con%", true), ("%月%", true), ("con", false), ("_ontoso%光", true), ("%x%", false), ("", false), ("%", true)]
    {
        assert_eq!(holds(By::Itself, Must::Like(pattern.into()), &cell), matches, "{pattern}");
    }
    // Patterns that drive a matcher that goes back and forth into years of work.
    let long = text(&"a".repeat(5_000));
    assert!(!holds(By::Itself, Must::Like(format!("{}b", "%a".repeat(500))), &long));
}

#[test]
fn days_have_parts() {
    let day = Value::date("2026-10-05").unwrap();
    for (by, part) in [(By::Year, 2026), (By::Month, 10), (By::Day, 5)] {
        assert!(holds(by, Must::In(vec![Value::whole(1), Value::whole(part)]), &day), "{by:?}");
    }
}

#[test]
fn what_cannot_be_compared_is_refused_and_guids_are_brought_into_lower_case() {
    let be = |value| Leaf { column: 0, by: By::Itself, must: Must::Be(How::Equal, value) };
    assert!(be(text("1")).checked("Seats", Kind::Number(0)).is_err());
    assert!(be(Value::whole(1)).checked("Name", Kind::Text).is_err());
    assert!(be(Value::Nothing).checked("Seats", Kind::Number(0)).is_ok());
    assert!(Leaf { by: By::Year, ..be(Value::whole(1)) }.checked("Name", Kind::Text).is_err());
    let guid = be(text("0A1B")).checked("Id", Kind::Guid).unwrap();
    assert_eq!(guid, be(text("0a1b")));
}

#[test]
fn what_is_known_decides_only_what_it_can() {
    let test = |tests: [bool; 2]| Test::All(tests.map(Test::Leaf).to_vec());
    let only = |leaf: &bool| leaf.then_some(false);
    assert_eq!(test([true, false]).may_hold(&only), Some(false));
    assert_eq!(test([false, false]).may_hold(&only), None);
    assert_eq!(Test::Not(Box::new(test([true, false]))).may_hold(&only), Some(true));
    assert_eq!(Test::Any(vec![Test::Leaf(true), Test::Leaf(false)]).may_hold(&only), None);
}
