//! Listens to the scans that an answer is made of.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tracing::{
    Event, Level, Subscriber,
    field::{Field, Visit},
};
use tracing_subscriber::{Layer, layer::Context, layer::SubscriberExt, util::SubscriberInitExt};

/// A scan: what it was of, and how long it took.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scan {
    words: BTreeMap<&'static str, String>,
    pub(crate) took: Duration,
}

impl Scan {
    pub(crate) fn months(&self) -> usize {
        self.word("months").parse().unwrap_or(0)
    }

    pub(crate) fn name(&self) -> String {
        format!("{} {} {}m {}f", self.word("dataset"), self.word("by"), self.months(), self.word("filters"))
    }

    fn word(&self, name: &str) -> &str {
        self.words.get(name).map_or("", String::as_str)
    }
}

impl Visit for Scan {
    fn record_u64(&mut self, field: &Field, value: u64) {
        if field.name() == "micros" {
            self.took = Duration::from_micros(value);
        }
        self.words.insert(field.name(), value.to_string());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        self.words.insert(field.name(), format!("{value:?}"));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.words.insert(field.name(), value.to_owned());
    }
}

/// What was heard.
#[derive(Clone, Default)]
pub(crate) struct Heard(Arc<Mutex<Vec<Scan>>>);

impl Heard {
    /// Begins to listen; once in a process.
    pub(crate) fn listen() -> Self {
        let heard = Self::default();
        tracing_subscriber::registry().with(heard.clone()).init();
        heard
    }

    /// The scans since the last call, in their order.
    pub(crate) fn take(&self) -> Vec<Scan> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl<S: Subscriber> Layer<S> for Heard {
    fn enabled(&self, metadata: &tracing::Metadata<'_>, _: Context<'_, S>) -> bool {
        metadata.target() == "domain::fact::snapshot" && *metadata.level() == Level::TRACE
    }

    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let mut scan = Scan::default();
        event.record(&mut scan);
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(scan);
    }
}
