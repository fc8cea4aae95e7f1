//! From a query's words to its parts.

use super::{
    Condition, Is, Query, SPAN, SPANS,
    names::dataset,
    words::{Word, words},
};
use crate::extract::BadQuery;
use model::FilePeriod;

/// So many conditions, columns and values at most.
const MOST: usize = 500;
/// The longest span, in months: longer ones are all there is.
const LONGEST_SPAN: u16 = 600;

pub(super) fn query(text: &str) -> Result<Query, BadQuery> {
    let mut reader = Reader { words: words(text)?, at: 0 };
    reader.keyword("SELECT")?;
    // Answers never have the same row twice over what tells rows apart: DISTINCT adds nothing.
    reader.takes("DISTINCT");
    let select = reader.names()?;
    reader.keyword("FROM")?;
    let dataset = dataset(&reader.name()?)?;
    let mut conditions = Vec::new();
    if reader.takes("WHERE") {
        conditions.push(reader.condition()?);
        while reader.takes("AND") {
            conditions.push(reader.condition()?);
        }
        if reader.takes("OR") {
            return Err(BadQuery::Syntax("conditions are joined by AND only".into()));
        }
    }
    let order = if reader.takes("ORDER") { reader.order()? } else { Vec::new() };
    let limit = if reader.takes("LIMIT") { Some(reader.number()?) } else { None };
    let period = if reader.takes("TIMESPAN") { span(&reader.name()?)? } else { FilePeriod::Newest(SPAN) };
    reader.end()?;
    if select.len().max(conditions.len()).max(order.len()) > MOST {
        return Err(BadQuery::Syntax(format!("more than {MOST} columns or conditions")));
    }
    Ok(Query { dataset, period, select, conditions, order, limit })
}

fn span(word: &str) -> Result<FilePeriod, BadQuery> {
    let word = word.to_uppercase();
    if word == "LIFETIME" {
        return Ok(FilePeriod::All);
    }
    let unknown = || BadQuery::Syntax(format!("{word:?} is no span: {} are", SPANS.join(", ")));
    let mut parts = word.strip_prefix("LAST_").ok_or_else(unknown)?.split('_');
    let first = parts.next().unwrap_or_default();
    let (count, unit) = match parts.next() {
        None => (1, first),
        Some(unit) => (first.parse::<u16>().map_err(|_| unknown())?, unit),
    };
    let months = match unit {
        "MONTH" | "MONTHS" => count,
        "YEAR" | "YEARS" => count.saturating_mul(12),
        _ => return Err(unknown()),
    };
    if months == 0 || parts.next().is_some() {
        return Err(unknown());
    }
    Ok(FilePeriod::Newest(months.min(LONGEST_SPAN)))
}

struct Reader {
    words: Vec<Word>,
    at: usize,
}

impl Reader {
    /// `*` or names between commas.
    fn names(&mut self) -> Result<Vec<String>, BadQuery> {
        let mut names = vec![self.name()?];
        while self.sign(",") {
            names.push(self.name()?);
        }
        if names.len() == 1 && names[0] == "*" { Ok(Vec::new()) } else { Ok(names) }
    }

    fn condition(&mut self) -> Result<Condition, BadQuery> {
        let column = self.name()?;
        let not = self.takes("NOT");
        let lists = if self.takes("IN") {
            Some(if not { Is::NotIn } else { Is::In })
        } else if self.takes("LIKE") {
            Some(if not { Is::NotLike } else { Is::Like })
        } else {
            None
        };
        let how = match lists {
            Some(how) => how,
            None if not => return Err(self.wrong()),
            None => self.comparison()?,
        };
        if !matches!(how, Is::In | Is::NotIn) {
            return Ok(Condition { column, how, values: vec![self.value()?] });
        }
        self.expect("(")?;
        let mut values = vec![self.value()?];
        while self.sign(",") {
            values.push(self.value()?);
        }
        self.expect(")")?;
        if values.len() > MOST {
            return Err(BadQuery::Syntax(format!("more than {MOST} values")));
        }
        Ok(Condition { column, how, values })
    }

    fn comparison(&mut self) -> Result<Is, BadQuery> {
        let Some(Word::Sign(sign)) = self.words.get(self.at) else { return Err(self.wrong()) };
        let how = match *sign {
            "=" => Is::Equal,
            "!=" | "<>" => Is::NotEqual,
            "<" => Is::Less,
            "<=" => Is::AtMost,
            ">" => Is::Greater,
            ">=" => Is::AtLeast,
            _ => return Err(self.wrong()),
        };
        self.at += 1;
        Ok(how)
    }

    /// Columns, and whether the highest comes first: it does unless ASC says otherwise.
    fn order(&mut self) -> Result<Vec<(String, bool)>, BadQuery> {
        self.keyword("BY")?;
        let mut order = Vec::new();
        loop {
            let name = self.name()?;
            let ascending = self.takes("ASC");
            if !ascending {
                self.takes("DESC");
            }
            order.push((name, !ascending));
            if !self.sign(",") {
                return Ok(order);
            }
        }
    }

    fn number(&mut self) -> Result<u64, BadQuery> {
        let word = self.value()?;
        word.parse().map_err(|_| BadQuery::Syntax(format!("{word:?} is no number of rows")))
    }

    fn name(&mut self) -> Result<String, BadQuery> {
        let Some(Word::Plain(name)) = self.words.get(self.at) else { return Err(self.wrong()) };
        self.at += 1;
        Ok(name.clone())
    }

    fn value(&mut self) -> Result<String, BadQuery> {
        let Some(Word::Plain(text) | Word::Quoted(text)) = self.words.get(self.at) else { return Err(self.wrong()) };
        self.at += 1;
        Ok(text.clone())
    }

    fn takes(&mut self, keyword: &str) -> bool {
        let is = matches!(self.words.get(self.at), Some(Word::Plain(word)) if word.eq_ignore_ascii_case(keyword));
        self.at += usize::from(is);
        is
    }

    fn keyword(&mut self, keyword: &str) -> Result<(), BadQuery> {
        if self.takes(keyword) { Ok(()) } else { Err(self.wrong_but(keyword)) }
    }

    fn sign(&mut self, sign: &str) -> bool {
        let is = matches!(self.words.get(self.at), Some(Word::Sign(it)) if *it == sign);
        self.at += usize::from(is);
        is
    }

    fn expect(&mut self, sign: &str) -> Result<(), BadQuery> {
        if self.sign(sign) { Ok(()) } else { Err(self.wrong_but(sign)) }
    }

    fn end(&self) -> Result<(), BadQuery> {
        if self.at == self.words.len() { Ok(()) } else { Err(self.wrong()) }
    }

    fn wrong(&self) -> BadQuery {
        match self.words.get(self.at) {
            Some(Word::Plain(word) | Word::Quoted(word)) => {
                BadQuery::Syntax(format!("{word:?} (word {}) does not belong there", self.at + 1))
            }
            Some(Word::Sign(sign)) => {
                BadQuery::Syntax(format!("{sign:?} (word {}) does not belong there", self.at + 1))
            }
            None => BadQuery::Syntax("it ends too early".into()),
        }
    }

    fn wrong_but(&self, wanted: &str) -> BadQuery {
        BadQuery::Syntax(format!("{wanted} is missing: {}", self.wrong()))
    }
}
