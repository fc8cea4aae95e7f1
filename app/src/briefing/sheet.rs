//! A report in words and drawings, piece by piece.

use super::{Drawing, Ink, Options, Section, blocks, charts};
use crate::text::{Locale, Text, format, text};
use domain::briefing::{Advice, Briefing, Colour};
use jiff::civil::Date;
use model::{LicenseReport, Seats, Slice};

/// A report, ready to be laid out.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Its language.
    pub locale: Locale,
    /// What it is.
    pub title: &'static str,
    /// For whom.
    pub customer: String,
    /// From whom, of which months, made when: a line each.
    pub lines: Vec<String>,
    /// The partner.
    pub partner: String,
    /// The partner's colour.
    pub accent: Ink,
    /// Whether the partner's logo goes on it.
    pub has_logo: bool,
    /// What it says, in order.
    pub pieces: Vec<Piece>,
}

/// A piece of a report.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// The heading of a section.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// A small remark.
    Remark(String),
    /// Figures side by side: each with its name above and what it means below.
    Figures(Vec<[String; 3]>),
    /// A chart.
    Chart(Chart),
    /// A table.
    Table {
        /// What it is of.
        title: String,
        /// Its columns.
        columns: Vec<Column>,
        /// Its rows.
        rows: Vec<Vec<String>>,
    },
    /// Points, each a sentence or two.
    Points(Vec<String>),
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub name: String,
    /// Whether it holds numbers.
    pub is_number: bool,
}

/// A chart with what is said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// Its heading.
    pub title: String,
    /// The whole of it in one sentence, for who does not see it.
    pub summary: String,
    /// Colours and their names.
    pub legend: Vec<(Ink, String)>,
    /// The drawing.
    pub drawing: Drawing,
}

/// Puts a report in words.
#[must_use]
pub fn sheet(briefing: &Briefing, options: &Options, locale: Locale, today: Date) -> Sheet {
    let text = text(locale);
    let t = text.briefing();
    let mut pieces = Vec::new();
    let mut begin = |section: Section, found: Vec<Piece>| {
        if options.has(section) && !found.is_empty() {
            pieces.push(Piece::Heading(t.sections[section as usize].to_owned()));
            pieces.extend(found);
        }
    };
    let comment = &briefing.kept.comment;
    let paragraphs = comment.split("\n\n").map(str::trim).filter(|it| !it.is_empty());
    begin(Section::Comment, paragraphs.map(|words| Piece::Text(words.to_owned())).collect());
    let report = &briefing.customer.report;
    begin(Section::Licences, licences(text, &briefing.customer.name, report));
    begin(Section::Products, products(text, &report.by_product));
    begin(Section::Workloads, workloads(text, &report.by_workload));
    begin(Section::Subscriptions, blocks::subscriptions(text, briefing));
    begin(Section::Azure, blocks::azure(text, briefing));
    let points: Vec<String> = briefing.advice.iter().map(|it| advice(text, it)).collect();
    begin(Section::Advice, if points.is_empty() { Vec::new() } else { vec![Piece::Points(points)] });
    if pieces.is_empty() {
        pieces.push(Piece::Text(t.nothing.to_owned()));
    }
    pieces.push(Piece::Remark(t.reading.to_owned()));
    let partner = briefing.brand.partner.clone();
    let mut lines = vec![(t.presented_by)(&partner)];
    lines.extend(briefing.months().map(|months| (t.period)(&format::months(locale, months))));
    lines.push((t.made)(&format::date(locale, today)));
    Sheet {
        locale,
        title: t.title,
        customer: briefing.customer.name.clone(),
        lines,
        partner,
        accent: Ink(briefing.brand.colour.unwrap_or(Colour::OWN).rgb()),
        has_logo: briefing.brand.logo.is_some(),
        pieces,
    }
}

/// The figures that the customer page begins with, and their course.
fn licences(text: &'static Text, customer: &str, report: &LicenseReport) -> Vec<Piece> {
    if report.trend.iter().all(|point| point.seats == Seats::default()) {
        return Vec::new();
    }
    let (t, now) = (text.licenses(), report.now());
    let percent = |value| format::percent(text.locale, value);
    let figures = [
        (&t.sold, format::int_or_none(now.sold)),
        (&t.assigned, format::int_or_none(now.assigned)),
        (&t.deployment, percent(now.deployment())),
        (&t.active, format::int_or_none(now.active)),
        (&t.usage, percent(now.usage())),
    ];
    let figures = figures.map(|(kpi, value)| [kpi.label.to_owned(), value, kpi.note.to_owned()]);
    let title = (text.customer().trend)(customer);
    vec![Piece::Figures(figures.to_vec()), Piece::Chart(charts::trend(text, title, &report.trend))]
}

/// The columns of a table: what its rows are of, and numbers.
pub(super) fn columns<'a>(first: &str, numbers: impl IntoIterator<Item = &'a str>) -> Vec<Column> {
    let first = Column { name: first.to_owned(), is_number: false };
    let numbers = numbers.into_iter().map(|name| Column { name: name.to_owned(), is_number: true });
    std::iter::once(first).chain(numbers).collect()
}

fn products(text: &'static Text, slices: &[Slice]) -> Vec<Piece> {
    let t = text.licenses();
    let row = |Slice { name, seats }: &Slice| {
        vec![
            named(text, name),
            format::int_or_none(seats.sold),
            format::int_or_none(seats.assigned),
            format::percent_short(seats.deployment()),
        ]
    };
    let columns = columns(t.col_product, [t.col_sold, t.col_assigned, t.col_deployment]);
    table(text.customer().by_product, columns, slices.iter().map(row).collect())
}

fn workloads(text: &'static Text, slices: &[Slice]) -> Vec<Piece> {
    let t = text.licenses();
    let row = |Slice { name, seats }: &Slice| {
        vec![
            named(text, name),
            format::int_or_none(seats.qualified),
            format::int_or_none(seats.active),
            format::percent_short(seats.usage()),
        ]
    };
    let columns = columns(t.col_workload, [t.col_qualified, t.col_active, t.col_usage]);
    table(text.customer().by_workload, columns, slices.iter().map(row).collect())
}

/// A table, where it has rows.
pub(super) fn table(title: &str, columns: Vec<Column>, rows: Vec<Vec<String>>) -> Vec<Piece> {
    let table = Piece::Table { title: title.to_owned(), columns, rows };
    if matches!(&table, Piece::Table { rows, .. } if rows.is_empty()) { Vec::new() } else { vec![table] }
}

/// What something is called as pages call it.
pub(super) fn named(text: &'static Text, name: &str) -> String {
    if name.is_empty() { text.insight().unknown_name.to_owned() } else { format::product(name) }
}

fn advice(text: &'static Text, advice: &Advice) -> String {
    let t = text.briefing();
    match advice {
        Advice::Ending(n) => (t.ending)(*n),
        Advice::Unassigned(n) => (t.unassigned)(*n),
        Advice::OverAssigned(n) => (t.over_assigned)(*n),
        Advice::Product { name, share, left } => {
            (t.low_product)(&named(text, name), &format::percent(text.locale, Some(*share)), *left)
        }
        Advice::Workload { name, share, left } => {
            (t.low_workload)(&named(text, name), &format::percent(text.locale, Some(*share)), *left)
        }
        Advice::AllUsed => t.all_used.to_owned(),
    }
}
