//! `$filter`: from its text to a test.
//!
//! Source: `OData` 4.01 URL Conventions, §5.1.1; comparisons are between a column, or a function of one, and a literal.

use super::words::{Word, words};
use domain::extract::{BadQuery, By, How, Kind, Leaf, Must, Test, Value, Where, place};

/// So deep may brackets, functions and `not` be nested.
const DEEPEST: usize = 10;
/// So many conditions at most.
const MOST: usize = 50;

/// The test of an expression over these columns.
pub(super) fn filter(text: &str, columns: &[(String, Kind)]) -> Result<Test, BadQuery> {
    let mut parser = Parser { words: words(text)?, at: 0, columns, conditions: 0 };
    let read = parser.any(0)?;
    parser.end().map(|()| read)
}

pub(super) struct Parser<'a> {
    words: Vec<Word>,
    at: usize,
    columns: &'a [(String, Kind)],
    conditions: usize,
}

/// One side of a comparison.
enum Side {
    Column(usize, By),
    Literal(Value<'static>),
    /// A function that is true or false by itself.
    Holds(Leaf),
}

impl Parser<'_> {
    fn any(&mut self, depth: usize) -> Result<Test, BadQuery> {
        let mut tests = vec![self.all(depth)?];
        while self.takes("or") {
            tests.push(self.all(depth)?);
        }
        Ok(if tests.len() == 1 { tests.remove(0) } else { Test::Any(tests) })
    }

    fn all(&mut self, depth: usize) -> Result<Test, BadQuery> {
        let mut tests = vec![self.one(depth)?];
        while self.takes("and") {
            tests.push(self.one(depth)?);
        }
        Ok(if tests.len() == 1 { tests.remove(0) } else { Test::All(tests) })
    }

    fn one(&mut self, depth: usize) -> Result<Test, BadQuery> {
        if depth >= DEEPEST {
            return Err(BadQuery::Syntax(format!("nested more than {DEEPEST} deep")));
        }
        if self.takes("not") {
            return Ok(Test::Not(Box::new(self.one(depth + 1)?)));
        }
        if self.sign('(') {
            let test = self.any(depth + 1)?;
            return self.expect(')').map(|()| test);
        }
        self.conditions += 1;
        if self.conditions > MOST {
            return Err(BadQuery::Syntax(format!("more than {MOST} conditions")));
        }
        let left = self.side(depth + 1)?;
        if let Side::Holds(leaf) = left {
            let test = Test::Leaf(leaf);
            let wanted = match self.operator() {
                None => true,
                Some(how @ (How::Equal | How::NotEqual)) => self.truth()? == (how == How::Equal),
                Some(_) => return Err(BadQuery::Syntax("a truth is only equal to true or false".into())),
            };
            return Ok(if wanted { test } else { Test::Not(Box::new(test)) });
        }
        if self.takes("in") {
            let Side::Column(column, by) = left else { return Err(self.wrong()) };
            let must = Must::In(self.list()?);
            return self.leaf(Leaf { column, by, must });
        }
        let how = self.operator().ok_or_else(|| self.wrong())?;
        match (left, self.side(depth + 1)?) {
            (Side::Column(column, by), Side::Literal(value)) => {
                self.leaf(Leaf { column, by, must: Must::Be(how, value) })
            }
            (Side::Literal(value), Side::Column(column, by)) => {
                let turned = match how {
                    How::Less => How::Greater,
                    How::AtMost => How::AtLeast,
                    How::Greater => How::Less,
                    How::AtLeast => How::AtMost,
                    same => same,
                };
                self.leaf(Leaf { column, by, must: Must::Be(turned, value) })
            }
            _ => Err(BadQuery::Unsupported("a comparison other than of a column with a literal".into())),
        }
    }

    fn leaf(&self, leaf: Leaf) -> Result<Test, BadQuery> {
        let (name, kind) = &self.columns[leaf.column];
        leaf.checked(name, *kind).map(Test::Leaf)
    }

    fn side(&mut self, depth: usize) -> Result<Side, BadQuery> {
        if depth > DEEPEST {
            return Err(BadQuery::Syntax(format!("nested more than {DEEPEST} deep")));
        }
        match self.next()? {
            Word::Literal(value) => Ok(Side::Literal(value)),
            Word::Guid(guid) => Ok(Side::Literal(Value::Text(guid.into()))),
            Word::Name(name) if self.sign('(') => self.function(&name, depth),
            Word::Name(name) => Ok(Side::Column(self.column(&name)?, By::Itself)),
            Word::Sign(_) => Err(self.wrong()),
        }
    }

    fn function(&mut self, name: &str, depth: usize) -> Result<Side, BadQuery> {
        let at = match name {
            "contains" => Some(Where::Anywhere),
            "startswith" => Some(Where::Beginning),
            "endswith" => Some(Where::End),
            _ => None,
        };
        let first = self.side(depth + 1)?;
        if let Some(at) = at {
            self.expect(',')?;
            let second = self.side(depth + 1)?;
            self.expect(')')?;
            let (Side::Column(column, by), Side::Literal(Value::Text(part))) = (first, second) else {
                return Err(BadQuery::Unsupported(format!("{name} other than of a column and a text")));
            };
            let (column_name, kind) = &self.columns[column];
            let leaf = Leaf { column, by, must: Must::Have(at, part.into_owned()) };
            return leaf.checked(column_name, *kind).map(Side::Holds);
        }
        self.expect(')')?;
        let by = match name {
            "tolower" => By::Lower,
            "toupper" => By::Upper,
            "trim" => By::Trimmed,
            "length" => By::Length,
            "year" => By::Year,
            "month" => By::Month,
            "day" => By::Day,
            "date" => By::Itself,
            _ => return Err(BadQuery::Unsupported(format!("the function {name:?}"))),
        };
        match first {
            Side::Column(column, By::Itself) => Ok(Side::Column(column, by)),
            Side::Literal(value) if by == By::Itself => Ok(Side::Literal(value)),
            _ => Err(BadQuery::Unsupported(format!("{name} other than of a column"))),
        }
    }

    fn list(&mut self) -> Result<Vec<Value<'static>>, BadQuery> {
        self.expect('(')?;
        let mut values = Vec::new();
        loop {
            match self.next()? {
                Word::Literal(value) => values.push(value),
                Word::Guid(guid) => values.push(Value::Text(guid.into())),
                _ => return Err(self.wrong()),
            }
            if !self.sign(',') {
                return self.expect(')').map(|()| values);
            }
        }
    }

    fn operator(&mut self) -> Option<How> {
        let Some(Word::Name(name)) = self.words.get(self.at) else { return None };
        let how = match name.as_str() {
            "eq" => How::Equal,
            "ne" => How::NotEqual,
            "lt" => How::Less,
            "le" => How::AtMost,
            "gt" => How::Greater,
            "ge" => How::AtLeast,
            _ => return None,
        };
        self.at += 1;
        Some(how)
    }

    fn truth(&mut self) -> Result<bool, BadQuery> {
        match self.next()? {
            Word::Name(name) if name == "true" => Ok(true),
            Word::Name(name) if name == "false" => Ok(false),
            _ => Err(self.wrong()),
        }
    }

    fn column(&self, name: &str) -> Result<usize, BadQuery> {
        place(self.columns.iter().map(|(name, _)| name.as_str()), name)
    }

    fn next(&mut self) -> Result<Word, BadQuery> {
        let word = self.words.get(self.at).cloned().ok_or_else(|| BadQuery::Syntax("it ends too early".into()))?;
        self.at += 1;
        Ok(word)
    }

    fn takes(&mut self, name: &str) -> bool {
        let is = matches!(self.words.get(self.at), Some(Word::Name(word)) if word == name);
        self.at += usize::from(is);
        is
    }

    fn sign(&mut self, sign: char) -> bool {
        let is = self.words.get(self.at) == Some(&Word::Sign(sign));
        self.at += usize::from(is);
        is
    }

    fn expect(&mut self, sign: char) -> Result<(), BadQuery> {
        if self.sign(sign) { Ok(()) } else { Err(self.wrong()) }
    }

    fn end(&self) -> Result<(), BadQuery> {
        if self.at == self.words.len() { Ok(()) } else { Err(self.wrong()) }
    }

    fn wrong(&self) -> BadQuery {
        match self.words.get(self.at) {
            Some(word) => BadQuery::Syntax(format!("{word:?} (word {}) does not belong there", self.at + 1)),
            None => BadQuery::Syntax("it ends too early".into()),
        }
    }
}

#[cfg(test)]
mod tests;
