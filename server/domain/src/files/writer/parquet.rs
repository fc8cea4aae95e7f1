//! Rows as Apache Parquet: days, whole numbers, decimals and words with their types.

use super::Writer;
use crate::{
    Error,
    extract::{Batch, Head, Kind, Value},
    files::Notes,
};
use parquet::{
    basic::{Compression, LogicalType, Repetition, Type as Physical, ZstdLevel},
    data_type::{ByteArray, ByteArrayType, Int32Type, Int64Type},
    errors::ParquetError,
    file::{
        metadata::KeyValue,
        properties::WriterProperties,
        writer::{SerializedFileWriter, SerializedRowGroupWriter},
    },
    schema::types::Type,
};
use std::{fs::File, io, path::Path, sync::Arc};

/// Rows of a group: what is held in memory.
const GROUP: usize = 32_768;
/// Decimal digits that 64 bits hold.
const DIGITS: i32 = 18;

/// A file of columns under way.
pub(super) struct Columns {
    file: SerializedFileWriter<File>,
    held: Vec<Held>,
    rows: usize,
}

/// Cells of a column that wait to be written, and for each row whether there is one.
struct Held {
    places: u8,
    cells: Cells,
    there: Vec<i16>,
}

enum Cells {
    Words(Vec<ByteArray>),
    Numbers(Vec<i64>),
    Days(Vec<i32>),
}

impl Columns {
    pub(super) fn begin(path: &Path, heads: &[Head]) -> Result<Self, Error> {
        let fields = heads.iter().map(|head| field(head).map(Arc::new)).collect::<Result<_, _>>();
        let schema = fields.and_then(|fields| Type::group_type_builder("rows").with_fields(fields).build());
        let properties = WriterProperties::builder().set_compression(Compression::ZSTD(ZstdLevel::default())).build();
        let file = File::create(path)?;
        let file = schema.and_then(|schema| SerializedFileWriter::new(file, Arc::new(schema), Arc::new(properties)));
        Ok(Self { file: file.map_err(failed)?, held: heads.iter().map(|it| Held::of(it.kind)).collect(), rows: 0 })
    }

    fn write(&mut self) -> Result<(), ParquetError> {
        if self.rows == 0 {
            return Ok(());
        }
        let mut group = self.file.next_row_group()?;
        for held in &mut self.held {
            held.write(&mut group)?;
        }
        group.close()?;
        self.rows = 0;
        Ok(())
    }
}

fn field(head: &Head) -> Result<Type, ParquetError> {
    let (physical, logical) = match head.kind {
        Kind::Text | Kind::Guid => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        Kind::Number(0) => (Physical::INT64, None),
        Kind::Number(places) => {
            let scale = i32::from(places);
            (Physical::INT64, Some(LogicalType::decimal(scale, DIGITS)))
        }
        Kind::Date => (Physical::INT32, Some(LogicalType::Date)),
    };
    let field = Type::primitive_type_builder(&head.name, physical).with_repetition(Repetition::OPTIONAL);
    let field = field.with_logical_type(logical);
    match head.kind {
        Kind::Number(places) if places > 0 => field.with_precision(DIGITS).with_scale(i32::from(places)).build(),
        _ => field.build(),
    }
}

impl Held {
    fn of(kind: Kind) -> Self {
        let (places, cells) = match kind {
            Kind::Text | Kind::Guid => (0, Cells::Words(Vec::new())),
            Kind::Number(places) => (places, Cells::Numbers(Vec::new())),
            Kind::Date => (0, Cells::Days(Vec::new())),
        };
        Self { places, cells, there: Vec::new() }
    }

    fn push(&mut self, value: &Value<'_>) {
        let there = match (&mut self.cells, value) {
            (Cells::Words(all), Value::Text(text)) => {
                all.push(text.as_ref().into());
                true
            }
            // As many decimals as the column has, which it said beforehand.
            (Cells::Numbers(all), Value::Number { units, places }) if *places <= self.places => {
                all.push(units.saturating_mul(10_i64.pow(u32::from(self.places - places))));
                true
            }
            (Cells::Days(all), Value::Date(days)) => {
                all.push(*days);
                true
            }
            _ => false,
        };
        self.there.push(i16::from(there));
    }

    fn write(&mut self, group: &mut SerializedRowGroupWriter<'_, File>) -> Result<(), ParquetError> {
        let Some(mut column) = group.next_column()? else {
            return Err(ParquetError::General("a column too many".into()));
        };
        let there = Some(&self.there[..]);
        match &mut self.cells {
            Cells::Words(all) => {
                column.typed::<ByteArrayType>().write_batch(all, there, None)?;
                all.clear();
            }
            Cells::Numbers(all) => {
                column.typed::<Int64Type>().write_batch(all, there, None)?;
                all.clear();
            }
            Cells::Days(all) => {
                column.typed::<Int32Type>().write_batch(all, there, None)?;
                all.clear();
            }
        }
        self.there.clear();
        column.close()
    }
}

impl Writer for Columns {
    fn add(&mut self, batch: &Batch) -> Result<(), Error> {
        for (at, held) in self.held.iter_mut().enumerate() {
            (0..batch.len()).for_each(|row| held.push(&batch.cell(row, at)));
        }
        self.rows += batch.len();
        if self.rows >= GROUP { self.write().map_err(failed) } else { Ok(()) }
    }

    fn finish(mut self: Box<Self>, notes: &Notes) -> Result<(), Error> {
        self.write().map_err(failed)?;
        for (name, text) in &notes.lines {
            self.file.append_key_value_metadata(KeyValue::new(name.clone(), text.clone()));
        }
        Ok(self.file.into_inner().map_err(failed)?.sync_all()?)
    }
}

fn failed(error: ParquetError) -> Error {
    Error::Io(match error {
        ParquetError::External(error) => match error.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(error) => io::Error::other(error),
        },
        error => io::Error::other(error),
    })
}
