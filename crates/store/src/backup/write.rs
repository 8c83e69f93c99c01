//! Writing a backup, row by row.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use seloste_kernel::Fault;

use super::{Backup, Digest, HEAD, TABLES};
use crate::tx::Tx;
use crate::value::{Value, params};
use crate::{fault, migrate};

struct Out<'a> {
    path: &'a Path,
    file: BufWriter<File>,
    digest: Digest,
}

pub(super) fn write(tx: &mut Tx, path: &Path) -> Result<Backup, Fault> {
    // Under another name until it is whole, so that half a backup is never taken for one.
    let aside = path.with_extension("new");
    let failed = |error: std::io::Error| fault::file(path, &error);
    let file = BufWriter::new(File::create(&aside).map_err(failed)?);
    let mut out = Out { path, file, digest: Digest::new() };
    out.put(HEAD)?;
    out.int(migrate::version())?;
    let mut rows = 0_u64;
    for table in TABLES {
        let columns = tx.all(tx.dialect().columns(), params![*table], |row| row.text(0))?;
        if columns.is_empty() {
            // Only a database that is not brought up to date lacks one.
            continue;
        }
        out.put(b"T")?;
        out.text(table)?;
        out.int(columns.len() as i64)?;
        columns.iter().try_for_each(|column| out.text(column))?;
        let sql = format!("SELECT {} FROM {table}", columns.join(", "));
        tx.each(&sql, &[], &mut |row| {
            rows += 1;
            out.put(b"R")?;
            (0..columns.len()).try_for_each(|column| out.value(row.value(column)?))
        })?;
    }
    out.put(b"E")?;
    out.int(rows as i64)?;
    let Out { mut file, digest, .. } = out;
    let digest = digest.finish();
    file.write_all(&digest).map_err(failed)?;
    let file = file.into_inner().map_err(|error| failed(error.into_error()))?;
    file.sync_all().map_err(failed)?;
    std::fs::rename(&aside, path).map_err(failed)?;
    let parent = path.parent().unwrap_or(Path::new("."));
    File::open(parent).and_then(|dir| dir.sync_all()).map_err(failed)?;
    Ok(Backup { rows, digest })
}

impl Out<'_> {
    fn put(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        self.digest.0.update(bytes);
        self.file.write_all(bytes).map_err(|error| fault::file(self.path, &error))
    }

    fn int(&mut self, number: i64) -> Result<(), Fault> {
        self.put(&number.to_be_bytes())
    }

    fn text(&mut self, text: &str) -> Result<(), Fault> {
        self.int(text.len() as i64)?;
        self.put(text.as_bytes())
    }

    fn value(&mut self, value: Value<'_>) -> Result<(), Fault> {
        match value {
            Value::Null => self.put(b"0"),
            Value::Int(number) => {
                self.put(b"I")?;
                self.int(number)
            }
            Value::Text(text) => {
                self.put(b"S")?;
                self.text(text)
            }
            Value::Bytes(bytes) => {
                self.put(b"B")?;
                self.int(bytes.len() as i64)?;
                self.put(bytes)
            }
        }
    }
}
