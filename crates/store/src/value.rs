//! What goes into a statement and comes out of a row, the same for both engines.

use rusqlite::types::ValueRef;
use seloste_kernel::{
    CaseId, EntryId, Fault, KeyId, PersonId, RecordId, Sealed, SessionId, UserId,
};

use tokio_postgres::types::Type;

use crate::ids::{ErasureId, JobId, RunId};

/// A parameter of a statement, borrowed from its owner.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Value<'a> {
    Null,
    Int(i64),
    Text(&'a str),
    Bytes(&'a [u8]),
}

/// A value that outlives its row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Owned {
    Null,
    Int(i64),
    Text(String),
    Bytes(Vec<u8>),
}

impl From<Value<'_>> for Owned {
    fn from(value: Value<'_>) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Int(number) => Self::Int(number),
            Value::Text(text) => Self::Text(text.to_owned()),
            Value::Bytes(bytes) => Self::Bytes(bytes.to_vec()),
        }
    }
}

impl<'a> From<&'a Owned> for Value<'a> {
    fn from(value: &'a Owned) -> Self {
        match value {
            Owned::Null => Self::Null,
            Owned::Int(number) => Self::Int(*number),
            Owned::Text(text) => Self::Text(text),
            Owned::Bytes(bytes) => Self::Bytes(bytes),
        }
    }
}

impl From<i64> for Value<'_> {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}

impl From<bool> for Value<'_> {
    fn from(value: bool) -> Self {
        Self::Int(i64::from(value))
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(value: &'a str) -> Self {
        Self::Text(value)
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(value: &'a String) -> Self {
        Self::Text(value)
    }
}

impl<'a> From<&'a [u8]> for Value<'a> {
    fn from(value: &'a [u8]) -> Self {
        Self::Bytes(value)
    }
}

impl<'a, const N: usize> From<&'a [u8; N]> for Value<'a> {
    fn from(value: &'a [u8; N]) -> Self {
        Self::Bytes(value)
    }
}

impl<'a> From<&'a Sealed> for Value<'a> {
    fn from(value: &'a Sealed) -> Self {
        Self::Bytes(value.as_bytes())
    }
}

impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// Ids as parameters and as columns.
macro_rules! ids {
    ($($id:ident),*) => { $(
        impl<'a> From<&'a $id> for Value<'a> {
            fn from(id: &'a $id) -> Self {
                Self::Bytes(id.as_bytes())
            }
        }

        impl FromBytes for $id {
            fn from_bytes(bytes: [u8; 16]) -> Self {
                $id::from_bytes(bytes)
            }
        }
    )* };
}

/// An identifier of 16 bytes.
pub(crate) trait FromBytes {
    fn from_bytes(bytes: [u8; 16]) -> Self;
}

ids!(PersonId, RecordId, EntryId, KeyId, SessionId, UserId, CaseId, JobId, RunId, ErasureId);

impl FromBytes for [u8; 16] {
    fn from_bytes(bytes: [u8; 16]) -> Self {
        bytes
    }
}

/// `params![a, b]`: the parameters of a statement, in the order of `$1`, `$2`, ….
macro_rules! params {
    ($($value:expr),* $(,)?) => { &[$($crate::value::Value::from($value)),*] };
}
pub(crate) use params;

/// One row of an answer.
pub(crate) enum Row<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a tokio_postgres::Row),
}

/// A column that is not what the code expects: a defect or a damaged database.
fn unexpected(column: usize) -> Fault {
    Fault::internal(format_args!("column {column} of an answer has another type than expected"))
}

impl Row<'_> {
    /// The value of a column of whichever type.
    pub(crate) fn value(&self, column: usize) -> Result<Value<'_>, Fault> {
        match self {
            Self::Sqlite(row) => Ok(match row.get_ref(column).map_err(|_| unexpected(column))? {
                ValueRef::Null => Value::Null,
                ValueRef::Integer(number) => Value::Int(number),
                ValueRef::Text(text) => {
                    Value::Text(std::str::from_utf8(text).map_err(|_| unexpected(column))?)
                }
                ValueRef::Blob(bytes) => Value::Bytes(bytes),
                ValueRef::Real(_) => return Err(unexpected(column)),
            }),
            Self::Postgres(row) => {
                let known = row.columns().get(column).map(tokio_postgres::Column::type_);
                match known {
                    Some(&Type::INT8) => row.try_get::<_, Option<i64>>(column).map(Value::from),
                    Some(&Type::TEXT) => row.try_get::<_, Option<&str>>(column).map(Value::from),
                    Some(&Type::BYTEA) => row.try_get::<_, Option<&[u8]>>(column).map(Value::from),
                    _ => return Err(unexpected(column)),
                }
                .map_err(|_| unexpected(column))
            }
        }
    }

    pub(crate) fn opt_int(&self, column: usize) -> Result<Option<i64>, Fault> {
        match self {
            Self::Sqlite(row) => match row.get_ref(column).map_err(|_| unexpected(column))? {
                ValueRef::Null => Ok(None),
                ValueRef::Integer(value) => Ok(Some(value)),
                _ => Err(unexpected(column)),
            },
            Self::Postgres(row) => row.try_get(column).map_err(|_| unexpected(column)),
        }
    }

    pub(crate) fn opt_text(&self, column: usize) -> Result<Option<String>, Fault> {
        match self {
            Self::Sqlite(row) => match row.get_ref(column).map_err(|_| unexpected(column))? {
                ValueRef::Null => Ok(None),
                ValueRef::Text(text) => {
                    String::from_utf8(text.to_vec()).map(Some).map_err(|_| unexpected(column))
                }
                _ => Err(unexpected(column)),
            },
            Self::Postgres(row) => row.try_get(column).map_err(|_| unexpected(column)),
        }
    }

    pub(crate) fn opt_bytes(&self, column: usize) -> Result<Option<Vec<u8>>, Fault> {
        match self {
            Self::Sqlite(row) => match row.get_ref(column).map_err(|_| unexpected(column))? {
                ValueRef::Null => Ok(None),
                ValueRef::Blob(bytes) => Ok(Some(bytes.to_vec())),
                _ => Err(unexpected(column)),
            },
            Self::Postgres(row) => row.try_get(column).map_err(|_| unexpected(column)),
        }
    }

    pub(crate) fn opt_id<T: FromBytes>(&self, column: usize) -> Result<Option<T>, Fault> {
        let bytes = match self {
            Self::Sqlite(row) => match row.get_ref(column).map_err(|_| unexpected(column))? {
                ValueRef::Null => None,
                ValueRef::Blob(bytes) => Some(bytes),
                _ => return Err(unexpected(column)),
            },
            Self::Postgres(row) => {
                row.try_get::<_, Option<&[u8]>>(column).map_err(|_| unexpected(column))?
            }
        };
        bytes
            .map(|bytes| bytes.try_into().map(T::from_bytes).map_err(|_| unexpected(column)))
            .transpose()
    }

    pub(crate) fn int(&self, column: usize) -> Result<i64, Fault> {
        self.opt_int(column)?.ok_or_else(|| unexpected(column))
    }

    pub(crate) fn text(&self, column: usize) -> Result<String, Fault> {
        self.opt_text(column)?.ok_or_else(|| unexpected(column))
    }

    pub(crate) fn bytes(&self, column: usize) -> Result<Vec<u8>, Fault> {
        self.opt_bytes(column)?.ok_or_else(|| unexpected(column))
    }

    pub(crate) fn id<T: FromBytes>(&self, column: usize) -> Result<T, Fault> {
        self.opt_id(column)?.ok_or_else(|| unexpected(column))
    }

    pub(crate) fn digest<const N: usize>(&self, column: usize) -> Result<[u8; N], Fault> {
        self.bytes(column)?.try_into().map_err(|_| unexpected(column))
    }

    pub(crate) fn sealed(&self, column: usize) -> Result<Sealed, Fault> {
        self.bytes(column).map(Sealed::from_bytes)
    }

    pub(crate) fn flag(&self, column: usize) -> Result<bool, Fault> {
        self.int(column).map(|value| value != 0)
    }
}
