//! What is bound to a statement: the few types that both databases store alike.

use uuid::Uuid;

/// A bound value; nothing inside is null. Flags are 0 and 1.
#[derive(Clone, Debug)]
pub enum Value {
    /// A number, an instant in seconds, a flag.
    Int(Option<i64>),
    /// Text.
    Text(Option<String>),
    /// An id.
    Id(Option<Uuid>),
    /// Bytes.
    Bytes(Option<Vec<u8>>),
}

macro_rules! from {
    ($($kind:ident from $($type:ty as $map:expr),*;)*) => {$($(
        impl From<$type> for Value {
            fn from(value: $type) -> Self {
                Self::$kind(Some($map(value)))
            }
        }

        impl From<Option<$type>> for Value {
            fn from(value: Option<$type>) -> Self {
                Self::$kind(value.map($map))
            }
        }
    )*)*};
}

from! {
    Int from i64 as |it| it, u32 as i64::from, bool as i64::from;
    Text from &str as str::to_owned, &String as String::clone, String as |it| it;
    Id from Uuid as |it| it;
    Bytes from &[u8] as <[u8]>::to_vec, &Vec<u8> as Vec::clone, Vec<u8> as |it| it;
}
