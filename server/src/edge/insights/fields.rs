//! The fields of a request's body, by names without regard to case: the vendor's own examples mix them.

use domain::{Error, extract::BadQuery};
use jiff::{Timestamp, civil::Date};
use model::FileFormat;
use serde_json::{Map, Value};
use uuid::Uuid;

/// What was sent.
pub(super) struct Fields(Map<String, Value>);

fn wrong(text: String) -> Error {
    BadQuery::Syntax(text).into()
}

impl Fields {
    pub(super) fn read(body: &[u8]) -> Result<Self, Error> {
        // Some clients begin with the mark of UTF-8.
        let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
        let fields =
            serde_json::from_slice(body).map_err(|error| wrong(format!("the body is no JSON object: {error}")))?;
        Ok(Self(fields))
    }

    fn of(&self, name: &str) -> Option<&Value> {
        let found = self.0.iter().find(|(it, _)| it.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value).filter(|value| !value.is_null() && value.as_str() != Some(""))
    }

    /// A text, where there is one.
    pub(super) fn text(&self, name: &str) -> Result<Option<String>, Error> {
        let text =
            |value: &Value| value.as_str().map(str::to_owned).ok_or_else(|| wrong(format!("{name} must be a text")));
        self.of(name).map(text).transpose()
    }

    /// A text that must be there.
    pub(super) fn must(&self, name: &str) -> Result<String, Error> {
        self.text(name)?.ok_or_else(|| wrong(format!("{name} is missing")))
    }

    /// An id that must be there.
    pub(super) fn id(&self, name: &str) -> Result<Uuid, Error> {
        self.must(name)?.parse().map_err(|_| wrong(format!("{name} is no id")))
    }

    pub(super) fn number(&self, name: &str) -> Result<Option<i64>, Error> {
        let read = |value: &Value| value.as_i64().or_else(|| value.as_str()?.trim().parse().ok());
        let number = |value: &Value| read(value).ok_or_else(|| wrong(format!("{name} must be a whole number")));
        self.of(name).map(number).transpose()
    }

    pub(super) fn truth(&self, name: &str) -> Result<bool, Error> {
        let read = |value: &Value| value.as_bool().or_else(|| value.as_str()?.to_lowercase().parse().ok());
        let truth = |value: &Value| read(value).ok_or_else(|| wrong(format!("{name} must be true or false")));
        self.of(name).map_or(Ok(false), truth)
    }

    pub(super) fn moment(&self, name: &str) -> Result<Option<Timestamp>, Error> {
        self.text(name)?.map(|text| moment(name, &text)).transpose()
    }

    pub(super) fn day(&self, name: &str) -> Result<Option<Date>, Error> {
        self.text(name)?.map(|text| day(name, &text)).transpose()
    }

    /// How files are written: as comma- or tab-separated text.
    pub(super) fn format(&self) -> Result<Option<FileFormat>, Error> {
        let read = |text: String| match text.to_lowercase().as_str() {
            "csv" => Ok(FileFormat::Csv),
            "tsv" => Ok(FileFormat::Tsv),
            _ => Err(wrong("Format must be csv or tsv".into())),
        };
        self.text("Format")?.map(read).transpose()
    }
}

fn moment(name: &str, text: &str) -> Result<Timestamp, Error> {
    text.parse().map_err(|_| wrong(format!("{name} must be a time like 2026-10-05T12:00:00Z")))
}

/// The day of a time.
pub(super) fn day(name: &str, text: &str) -> Result<Date, Error> {
    let date = text.split_once('T').map_or(text, |(date, _)| date);
    date.parse().map_err(|_| wrong(format!("{name} must be a time like 2026-10-05T00:00:00Z")))
}
