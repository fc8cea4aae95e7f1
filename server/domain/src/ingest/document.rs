//! Takes a JSON document apart record by record, so that one of any length is read in little memory.

use super::{open::Text, stop::Stop};
use model::ImportNote;
use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use std::{
    cell::{Cell, RefCell},
    fmt,
    io::{self, BufReader, Read},
    rc::Rc,
};

/// What takes the records.
type Sink<'a> = &'a mut dyn FnMut(Value) -> Result<(), Stop>;

/// What is passed down while the document is walked: the parser's own errors carry no values.
struct Walk<'a> {
    sink: Sink<'a>,
    stop: Option<Stop>,
    /// Bytes since the last record.
    since: Rc<Cell<usize>>,
    listed: bool,
    /// Whether it says whose answer it is, also with no record in it.
    known: bool,
    answer: Answer,
}

/// What an answer says of itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Answer {
    /// The records in this document.
    pub(super) rows: u64,
    /// The records of all pages, where it says how many.
    pub(super) of: Option<u64>,
    /// Whether it names a next page.
    pub(super) goes_on: bool,
}

impl Answer {
    /// How many rows all pages have, if this is but one of them.
    pub(super) fn is_page(self) -> Option<u64> {
        match self.of {
            Some(of) => (self.rows < of).then_some(of),
            None => self.goes_on.then_some(0),
        }
    }
}

/// A document that is something else.
pub(super) fn foreign() -> Stop {
    ImportNote::NotText { looks_like: "JSON document".into() }.into()
}

/// The first record of the document; nothing when it has none.
pub(super) fn first(text: Text, record_limit: usize) -> Result<Option<Value>, Stop> {
    let mut found = None;
    let read = each(text, record_limit, &mut |item| {
        found = Some(item);
        Err(Stop::Cancelled)
    });
    if found.is_some() { Ok(found) } else { read.map(|_| None) }
}

/// Hands each record of the document to the sink.
pub(super) fn each(text: Text, record_limit: usize, sink: Sink<'_>) -> Result<Answer, Stop> {
    let since = Rc::new(Cell::new(0));
    let failed = Rc::new(RefCell::new(None));
    let (counter, failure) = (Rc::clone(&since), Rc::clone(&failed));
    let source = Bounded { inner: BufReader::new(text.reader), since: counter, limit: record_limit, failed: failure };
    let mut walk = Walk { sink, stop: None, since, listed: false, known: false, answer: Answer::default() };
    let mut parser = serde_json::Deserializer::from_reader(source);
    let read = parser.deserialize_any(Top(&mut walk)).and_then(|()| parser.end());
    if let Some(stop) = walk.stop.take() {
        return Err(stop);
    }
    if let Some(error) = failed.borrow_mut().take() {
        return Err(Stop::from(error));
    }
    match read {
        Ok(()) if walk.known => Ok(walk.answer),
        Err(error) if walk.listed => {
            let line = u64::try_from(error.line()).unwrap_or(0);
            Err(ImportNote::TooLarge { line, limit: "text that is no JSON".into() }.into())
        }
        _ => Err(foreign()),
    }
}

impl Walk<'_> {
    fn take<E: de::Error>(&mut self, item: Value) -> Result<(), E> {
        self.since.set(0);
        self.known = true;
        self.answer.rows += 1;
        (self.sink)(item).map_err(|stop| {
            self.stop = Some(stop);
            E::custom("stopped")
        })
    }
}

/// A source that gives up where a record is longer than any real one, and keeps its error: the parser would make text of it.
struct Bounded {
    inner: BufReader<Box<dyn Read>>,
    since: Rc<Cell<usize>>,
    limit: usize,
    failed: Rc<RefCell<Option<io::Error>>>,
}

impl Read for Bounded {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.since.set(self.since.get() + buffer.len());
        let read = if self.since.get() > self.limit {
            let limit = "a record of more than 1 MiB".into();
            Err(super::stop::refuse(ImportNote::TooLarge { line: 1, limit }))
        } else {
            self.inner.read(buffer)
        };
        read.map_err(|error| {
            *self.failed.borrow_mut() = Some(error);
            io::Error::other("stopped")
        })
    }
}

/// The document: an answer with its records, a list of them, or one.
struct Top<'w, 'a>(&'w mut Walk<'a>);

impl<'de> Visitor<'de> for Top<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("records")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        self.0.listed = true;
        while let Some(item) = list.next_element::<Value>()? {
            self.0.take(item)?;
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut single = Map::new();
        while let Some(name) = map.next_key::<String>()? {
            match name.as_str() {
                "items" | "value" | "Value" => {
                    self.0.known |= name == "items";
                    map.next_value_seed(List(&mut *self.0))?;
                }
                "totalCount" | "TotalCount" => self.0.answer.of = map.next_value::<Value>()?.as_u64(),
                "@nextLink" | "nextLink" => self.0.answer.goes_on = !map.next_value::<Value>()?.is_null(),
                _ if self.0.listed => drop(map.next_value::<IgnoredAny>()?),
                _ => drop(single.insert(name, map.next_value()?)),
            }
        }
        if self.0.listed { Ok(()) } else { self.0.take(Value::Object(single)) }
    }
}

struct List<'w, 'a>(&'w mut Walk<'a>);

impl<'de> DeserializeSeed<'de> for List<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, parser: D) -> Result<(), D::Error> {
        // The answer itself may stand in `value`.
        parser.deserialize_any(Top(self.0))
    }
}
