//! The stored form of a part: an Arrow IPC stream of one record batch, ZSTD inside.

use super::{
    Column, Columns, Dim, FactError, Ids, Runs, Schema, Values,
    cache::Cached,
    part::{each_width, wide_id},
    segment::Summary,
};
use arrow_array::{
    Array, ArrayRef, PrimitiveArray, RecordBatch,
    cast::AsArray,
    types::{ArrowPrimitiveType, Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type, UInt32Type},
};
use arrow_ipc::{CompressionType, reader::StreamReader, writer::IpcWriteOptions, writer::StreamWriter};
use arrow_schema::{ArrowError, DataType, Field};
use std::{ops::Range, panic::AssertUnwindSafe, sync::Arc};

/// How parts are written now, as `segment.format` says.
pub(crate) const FORMAT: &str = "arrow-ipc-zstd-1";

/// A part ready to be stored.
pub(crate) struct EncodedPart {
    pub rows: u32,
    pub bytes: Vec<u8>,
    /// CRC-32 of `bytes`.
    pub checksum: u32,
    pub summary: Summary,
}

/// Encodes `rows` of sorted columns that have passed [`Columns::check`].
pub(crate) fn encode(schema: Schema, columns: &Columns, rows: Range<usize>) -> Result<EncodedPart, FactError> {
    let summary = Summary::of(schema, columns, rows.clone())?;
    let ids = schema.dims.iter().zip(&columns.dims).map(|(dim, ids)| (dim.key(), narrow_ids(&ids[rows.clone()])));
    let values = schema.measures.iter().zip(&columns.measures);
    let values = values.map(|(measure, values)| (measure.key(), narrow_values(&values[rows.clone()])));
    let (fields, arrays): (Vec<Field>, Vec<ArrayRef>) =
        ids.chain(values).map(|(key, array)| (Field::new(key, array.data_type().clone(), false), array)).unzip();
    let bytes = write(fields, arrays).map_err(|error| FactError::Shape(error.to_string()))?;
    let rows = u32::try_from(rows.len()).map_err(|_| FactError::Shape(format!("{} rows in one part", rows.len())))?;
    Ok(EncodedPart { rows, checksum: crc32fast::hash(&bytes), bytes, summary })
}

fn write(fields: Vec<Field>, arrays: Vec<ArrayRef>) -> Result<Vec<u8>, ArrowError> {
    let schema = Arc::new(arrow_schema::Schema::new(fields));
    let batch = RecordBatch::try_new(Arc::clone(&schema), arrays)?;
    let options = IpcWriteOptions::default().try_with_compression(Some(CompressionType::ZSTD))?;
    let mut writer = StreamWriter::try_new_with_options(Vec::new(), &schema, options)?;
    writer.write(&batch)?;
    writer.finish()?;
    writer.into_inner()
}

fn narrow_ids(ids: &[u32]) -> ArrayRef {
    match ids.iter().copied().max().unwrap_or(0) {
        0..=0xff => array::<UInt8Type, _>(ids),
        0x100..=0xffff => array::<UInt16Type, _>(ids),
        _ => array::<UInt32Type, _>(ids),
    }
}

fn narrow_values(values: &[i64]) -> ArrayRef {
    let (low, high) = values.iter().fold((0, 0), |(low, high), &v| (v.min(low), v.max(high)));
    let fits = |least: i64, most: i64| low >= least && high <= most;
    if fits(i8::MIN.into(), i8::MAX.into()) {
        array::<Int8Type, _>(values)
    } else if fits(i16::MIN.into(), i16::MAX.into()) {
        array::<Int16Type, _>(values)
    } else if fits(i32::MIN.into(), i32::MAX.into()) {
        array::<Int32Type, _>(values)
    } else {
        array::<Int64Type, _>(values)
    }
}

/// The caller has seen that every value fits.
fn array<T: ArrowPrimitiveType, V: Copy>(values: &[V]) -> ArrayRef
where
    T::Native: TryFrom<V>,
{
    let narrow = values.iter().map(|&value| T::Native::try_from(value).unwrap_or_default());
    Arc::new(PrimitiveArray::<T>::from_iter_values(narrow))
}

/// What the list says of the bytes, to be held against them.
pub(crate) struct Expected<'a> {
    pub rows: u32,
    pub checksum: u32,
    pub summary: &'a Summary,
}

/// Decodes the columns `want` of a stored part, in that order.
///
/// # Errors
/// [`FactError::Damaged`] when the bytes are not what was written: checksum, row count, names, types, ranges.
pub(crate) fn decode(
    schema: Schema,
    bytes: &[u8],
    expected: &Expected<'_>,
    want: &[Column],
) -> Result<Vec<Cached>, FactError> {
    if crc32fast::hash(bytes) != expected.checksum {
        return Err(damaged("checksum"));
    }
    let places: Option<Vec<usize>> = want.iter().map(|&column| place(schema, column)).collect();
    let places = places.ok_or_else(|| damaged("no such column"))?;
    // A reader of untrusted lengths and offsets; it may panic where it should fail.
    let batch = std::panic::catch_unwind(AssertUnwindSafe(|| read(bytes, &places)))
        .map_err(|_| damaged("the stream has wrong offsets"))?
        .map_err(|error| FactError::Damaged(error.to_string()))?;
    if batch.num_rows() != expected.rows as usize {
        return Err(damaged("row count"));
    }
    want.iter().map(|&column| take(column, &batch, expected)).collect()
}

const fn key(column: Column) -> &'static str {
    match column {
        Column::Customers => Dim::Customer.key(),
        Column::Dim(dim) => dim.key(),
        Column::Measure(measure) => measure.key(),
    }
}

/// Where the column lies in the stream.
fn place(schema: Schema, column: Column) -> Option<usize> {
    match column {
        Column::Customers => Some(0),
        Column::Dim(dim) => schema.dims.iter().position(|&d| d == dim),
        Column::Measure(measure) => schema.measures.iter().position(|&m| m == measure).map(|at| schema.dims.len() + at),
    }
}

fn read(bytes: &[u8], places: &[usize]) -> Result<RecordBatch, ArrowError> {
    // A projection gives columns in its own order; sorted and unique it is the cheapest.
    let mut projection = places.to_vec();
    projection.sort_unstable();
    projection.dedup();
    let mut stream = StreamReader::try_new(bytes, Some(projection))?;
    stream.next().unwrap_or_else(|| Err(ArrowError::IpcError("no rows".into())))
}

fn take(column: Column, batch: &RecordBatch, expected: &Expected<'_>) -> Result<Cached, FactError> {
    let key = key(column);
    let array = batch.column_by_name(key).ok_or_else(|| damaged("column name"))?;
    if array.null_count() != 0 {
        return Err(damaged("a value is missing"));
    }
    if let Column::Measure(_) = column {
        return take_values(array).map(|values| Cached::Values(Arc::new(values)));
    }
    let ids = take_ids(array)?;
    let highest = each_width!(ids &ids, ids => ids.iter().copied().max().map_or(0, wide_id));
    // The scan's tables are as long as the list says; an id beyond them is refused here, once.
    if expected.summary.highest.get(key).is_none_or(|&most| highest > most) {
        return Err(damaged("an id out of range"));
    }
    if column != Column::Customers {
        return Ok(Cached::Ids(Arc::new(ids)));
    }
    let customers: Vec<u32> = each_width!(ids ids, ids => ids.iter().copied().map(wide_id).collect());
    if !customers.is_sorted() {
        return Err(damaged("the order of customers"));
    }
    Ok(Cached::Runs(Arc::new(Runs::of(&customers))))
}

/// Copies, so that what is cached does not hold on to the whole message.
fn take_ids(array: &ArrayRef) -> Result<Ids, FactError> {
    Ok(match array.data_type() {
        DataType::UInt8 => Ids::U8(array.as_primitive::<UInt8Type>().values().as_ref().into()),
        DataType::UInt16 => Ids::U16(array.as_primitive::<UInt16Type>().values().as_ref().into()),
        DataType::UInt32 => Ids::U32(array.as_primitive::<UInt32Type>().values().as_ref().into()),
        _ => return Err(damaged("column type")),
    })
}

fn take_values(array: &ArrayRef) -> Result<Values, FactError> {
    Ok(match array.data_type() {
        DataType::Int8 => Values::I8(array.as_primitive::<Int8Type>().values().as_ref().into()),
        DataType::Int16 => Values::I16(array.as_primitive::<Int16Type>().values().as_ref().into()),
        DataType::Int32 => Values::I32(array.as_primitive::<Int32Type>().values().as_ref().into()),
        DataType::Int64 => Values::I64(array.as_primitive::<Int64Type>().values().as_ref().into()),
        _ => return Err(damaged("column type")),
    })
}

fn damaged(what: &str) -> FactError {
    FactError::Damaged(what.into())
}

#[cfg(test)]
mod tests;
