//! Errors of the engines as faults. Values never get into them: the engines name tables and
//! constraints in their messages, and PostgreSQL's `DETAIL`, which repeats values, is left out.

use rusqlite::ErrorCode;
use seloste_kernel::{Fault, FaultKind};
use tokio_postgres::error::SqlState;

/// Somebody else was first: the row exists already, has another version, or is still referred to.
pub(crate) fn conflict(what: &str) -> Fault {
    Fault::new(FaultKind::Conflict, "store-conflict").because(what)
}

/// No such row.
pub(crate) fn missing(what: &str) -> Fault {
    Fault::new(FaultKind::NotFound, "store-missing").because(what)
}

/// No room left to write.
pub(crate) fn full(what: impl std::fmt::Display) -> Fault {
    Fault::new(FaultKind::StorageFull, "store-full").because(what)
}

/// The surroundings do not do what they should: file system, server, settings.
pub(crate) fn environment(key: &'static str, cause: impl std::fmt::Display) -> Fault {
    Fault::new(FaultKind::Environment, key).because(cause)
}

/// A file cannot be read or written.
pub(crate) fn file(path: &std::path::Path, error: &std::io::Error) -> Fault {
    let cause = format!("{}: {error}", path.display());
    match error.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => full(cause),
        _ => environment("store-unreachable", cause),
    }
}

pub(crate) fn sqlite(error: &rusqlite::Error) -> Fault {
    match error.sqlite_error_code() {
        Some(ErrorCode::ConstraintViolation) => conflict(&error.to_string()),
        Some(ErrorCode::DiskFull) => full(error),
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
            environment("store-damaged", error)
        }
        Some(
            ErrorCode::SystemIoFailure
            | ErrorCode::CannotOpen
            | ErrorCode::ReadOnly
            | ErrorCode::PermissionDenied
            | ErrorCode::DatabaseBusy
            | ErrorCode::DatabaseLocked
            | ErrorCode::OutOfMemory,
        ) => environment("store-unreachable", error),
        _ => Fault::internal(error),
    }
}

pub(crate) fn postgres(error: &tokio_postgres::Error) -> Fault {
    let Some(answer) = error.as_db_error() else {
        // Nothing from the server: the connection is gone or was never there, or a value had
        // another type than the column, which is a defect.
        return if error.is_closed() || std::error::Error::source(error).is_some_and(is_io) {
            environment("store-unreachable", error)
        } else {
            Fault::internal(error)
        };
    };
    let cause = format!("{} {}", answer.code().code(), answer.message());
    match answer.code() {
        code if *code == SqlState::UNIQUE_VIOLATION
            || *code == SqlState::FOREIGN_KEY_VIOLATION
            || *code == SqlState::T_R_SERIALIZATION_FAILURE
            || *code == SqlState::T_R_DEADLOCK_DETECTED =>
        {
            conflict(&cause)
        }
        code if *code == SqlState::DISK_FULL => full(cause),
        // 08 connection, 28 authorisation, 3D no such database, 53 resources, 57 shutting down.
        code if ["08", "28", "3D", "53", "57"]
            .iter()
            .any(|class| code.code().starts_with(class)) =>
        {
            environment("store-unreachable", cause)
        }
        _ => Fault::internal(cause),
    }
}

fn is_io(error: &(dyn std::error::Error + 'static)) -> bool {
    error.is::<std::io::Error>()
}
