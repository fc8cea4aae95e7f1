//! The words of an expression: names, literals, brackets and commas.

use domain::extract::{BadQuery, Value};

/// A word.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Word {
    /// A name, an operator or a function.
    Name(String),
    /// A text, a number, a day, `null`.
    Literal(Value<'static>),
    /// A GUID, which is a text too.
    Guid(String),
    /// `(`, `)`, `,` or `/`.
    Sign(char),
}

/// How a name or a number goes on.
fn goes_on(c: char) -> bool {
    c.is_alphanumeric() || "_.-:$".contains(c)
}

/// The words of a text.
pub(super) fn words(text: &str) -> Result<Vec<Word>, BadQuery> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        rest = match first {
            '\'' => {
                let (literal, after) =
                    quoted(&rest[1..]).ok_or_else(|| BadQuery::Syntax("a text without its end".into()))?;
                words.push(Word::Literal(Value::Text(literal.into())));
                after
            }
            '(' | ')' | ',' | '/' => {
                words.push(Word::Sign(first));
                &rest[1..]
            }
            _ if goes_on(first) => {
                let end = rest.find(|c| !goes_on(c)).unwrap_or(rest.len());
                words.push(word(&rest[..end])?);
                &rest[end..]
            }
            _ => return Err(BadQuery::Syntax(format!("{first:?} does not belong there"))),
        }
        .trim_start();
    }
    Ok(words)
}

/// A text after its first quote, in which two quotes stand for one, and what comes after it.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut literal = String::new();
    let mut rest = text;
    loop {
        let (part, after) = rest.split_once('\'')?;
        literal.push_str(part);
        match after.strip_prefix('\'') {
            Some(more) => {
                literal.push('\'');
                rest = more;
            }
            None => return Some((literal, after)),
        }
    }
}

fn word(text: &str) -> Result<Word, BadQuery> {
    let number = text.starts_with(|c: char| c.is_ascii_digit() || c == '-');
    if text == "null" {
        Ok(Word::Literal(Value::Nothing))
    } else if uuid::Uuid::try_parse(text).is_ok_and(|_| text.len() == 36) {
        Ok(Word::Guid(text.to_lowercase()))
    } else if number {
        let literal = Value::date(text).or_else(|| Value::number(text));
        literal.map(Word::Literal).ok_or_else(|| BadQuery::Syntax(format!("{text:?} is no number and no day")))
    } else {
        Ok(Word::Name(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_numbers_days_and_guids() {
        let text = |text: &str| Word::Literal(Value::Text(text.to_owned().into()));
        assert_eq!(words("'O''Neil, (x)'").unwrap(), [text("O'Neil, (x)")]);
        assert_eq!(words("null").unwrap(), [Word::Literal(Value::Nothing)]);
        assert_eq!(words("-1.50").unwrap(), [Word::Literal(Value::Number { units: -150, places: 2 })]);
        assert_eq!(words(" 2026-10-01T00:00:00Z").unwrap(), [Word::Literal(Value::date("2026-10-01").unwrap())]);
        let guid = "0A1B2C3D-0000-0000-0000-0000000000E1";
        assert_eq!(words(guid).unwrap(), [Word::Guid(guid.to_lowercase())]);
        assert_eq!(words("a(b,c)").unwrap().len(), 6);
        for wrong in ["'a", "a;b", "1x", "\u{0}", "2026-13-01"] {
            assert!(words(wrong).is_err(), "{wrong}");
        }
    }
}
