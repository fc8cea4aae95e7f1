//! The words of a query.

use crate::extract::BadQuery;

/// A word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// A name, a keyword, a number: what stands without quotes.
    Plain(String),
    /// What stands in quotes.
    Quoted(String),
    /// `,`, `(`, `)` or a comparison.
    Sign(&'static str),
}

/// The longest first, so that `<=` is not `<`.
const SIGNS: [&str; 10] = ["<=", ">=", "!=", "<>", "=", "<", ">", ",", "(", ")"];

pub(super) fn words(text: &str) -> Result<Vec<Word>, BadQuery> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let (word, after) = if let Some(sign) = SIGNS.into_iter().find(|sign| rest.starts_with(sign)) {
            (Word::Sign(sign), &rest[sign.len()..])
        } else if matches!(first, '\'' | '"') {
            let (quoted, after) = quoted(&rest[1..], first)?;
            (Word::Quoted(quoted), after)
        } else if goes_on(first) {
            let end = rest.find(|c| !goes_on(c)).unwrap_or(rest.len());
            (Word::Plain(rest[..end].to_owned()), &rest[end..])
        } else {
            return Err(BadQuery::Syntax(format!("{first:?} does not belong there")));
        };
        words.push(word);
        rest = after.trim_start();
    }
    Ok(words)
}

fn goes_on(c: char) -> bool {
    c.is_alphanumeric() || "_.-:*%".contains(c)
}

/// A text after its first quote, in which two of them stand for one, and what comes after it.
fn quoted(text: &str, quote: char) -> Result<(String, &str), BadQuery> {
    let mut literal = String::new();
    let mut rest = text;
    loop {
        let (part, after) = rest.split_once(quote).ok_or_else(|| BadQuery::Syntax("a text without its end".into()))?;
        literal.push_str(part);
        match after.strip_prefix(quote) {
            Some(more) => {
                literal.push(quote);
                rest = more;
            }
            None => return Ok((literal, after)),
        }
    }
}
