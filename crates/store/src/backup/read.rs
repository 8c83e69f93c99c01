//! Reading a backup, row by row. Nothing in the file is believed: names are compared with the
//! program's own, lengths are bounded.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use seloste_kernel::Fault;

use super::{Backup, Digest, HEAD, tables};
use crate::tx::Tx;
use crate::value::{Owned, Value, params};
use crate::{fault, mark, migrate};

/// Longest text or bytes of one value, in bytes; a longer one means a damaged file.
const LONGEST: i64 = 64 * 1024 * 1024;
/// Most columns of one table.
const COLUMNS: i64 = 100;

/// What comes next in a backup.
pub(super) enum Item<'a> {
    /// The version of the program's tables.
    Version(i64),
    Table {
        name: &'static str,
        columns: &'a [String],
    },
    Row(&'a [Owned]),
}

fn damaged(what: &str) -> Fault {
    fault::environment("store-damaged", format_args!("backup: {what}"))
}

/// Reads the whole file and shows its tables and rows.
pub(super) fn each(
    path: &Path,
    see: &mut dyn FnMut(Item<'_>) -> Result<(), Fault>,
) -> Result<Backup, Fault> {
    let file = File::open(path).map_err(|error| fault::file(path, &error))?;
    let mut input = In { path, file: BufReader::new(file), digest: Digest::new() };
    if input.bytes(HEAD.len() as i64)? != HEAD {
        return Err(damaged("not a backup of rows"));
    }
    let version = input.int()?;
    if !(1..=migrate::version()).contains(&version) {
        return Err(fault::environment("store-newer-schema", "the backup has another version"));
    }
    see(Item::Version(version))?;
    let (mut columns, mut values, mut rows) = (Vec::new(), Vec::new(), 0_u64);
    let mut tables = tables(version);
    loop {
        match input.byte()? {
            b'T' => {
                let name = tables.next().unwrap_or_default();
                if input.text()? != name {
                    return Err(damaged("a table that should not be there"));
                }
                let count = input.int()?;
                if !(1..=COLUMNS).contains(&count) {
                    return Err(damaged("a number of columns"));
                }
                columns = (0..count).map(|_| input.text()).collect::<Result<_, _>>()?;
                see(Item::Table { name, columns: &columns })?;
            }
            b'R' => {
                values.clear();
                for _ in &columns {
                    values.push(input.value()?);
                }
                rows += 1;
                see(Item::Row(&values))?;
            }
            b'E' => break,
            _ => return Err(damaged("neither table nor row")),
        }
    }
    if input.int()? != rows as i64 || tables.next().is_some() {
        return Err(damaged("rows or tables are missing"));
    }
    let In { mut file, digest, .. } = input;
    let (expected, mut end) = (digest.finish(), Vec::new());
    file.read_to_end(&mut end).map_err(|error| fault::file(path, &error))?;
    if end != expected {
        return Err(damaged("its digest is another"));
    }
    Ok(Backup { rows, digest: expected })
}

/// Adds the rows of a backup to the tables. A backup from before there were marks gets them.
pub(super) fn fill(tx: &mut Tx, path: &Path) -> Result<Backup, Fault> {
    let (mut sql, mut version) = (String::new(), migrate::version());
    let mut taken = Vec::new();
    let backup = each(path, &mut |item| match item {
        Item::Version(number) => {
            version = number;
            if version < migrate::MARKS { tx.marker().may_begin() } else { Ok(()) }
        }
        Item::Table { name, columns } => {
            let known = tx.all(tx.dialect().columns(), params![name], |row| row.text(0))?;
            if version == migrate::version() && known != columns {
                return Err(damaged("a table has other columns"));
            }
            // What an older program kept and this one does not is left out.
            taken = columns.iter().map(|column| known.contains(column)).collect();
            let columns: Vec<&str> =
                columns.iter().filter(|name| known.contains(name)).map(String::as_str).collect();
            let places: Vec<String> = (1..=columns.len()).map(|n| format!("${n}")).collect();
            let (columns, places) = (columns.join(", "), places.join(", "));
            sql = format!("INSERT INTO {name} ({columns}) VALUES ({places})");
            Ok(())
        }
        Item::Row(values) => {
            let taken = values.iter().zip(&taken).filter(|(_, taken)| **taken);
            let params: Vec<Value<'_>> = taken.map(|(value, _)| Value::from(value)).collect();
            tx.execute(&sql, &params).map(drop)
        }
    })?;
    if version < migrate::MARKS {
        mark::begin(tx)?;
    }
    Ok(backup)
}

struct In<'a> {
    path: &'a Path,
    file: BufReader<File>,
    digest: Digest,
}

impl In<'_> {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), Fault> {
        self.file.read_exact(bytes).map_err(|error| match error.kind() {
            std::io::ErrorKind::UnexpectedEof => damaged("it is cut off"),
            _ => fault::file(self.path, &error),
        })?;
        self.digest.0.update(bytes);
        Ok(())
    }

    fn byte(&mut self) -> Result<u8, Fault> {
        let mut byte = [0];
        self.fill(&mut byte)?;
        Ok(byte[0])
    }

    fn int(&mut self) -> Result<i64, Fault> {
        let mut bytes = [0; 8];
        self.fill(&mut bytes)?;
        Ok(i64::from_be_bytes(bytes))
    }

    fn bytes(&mut self, length: i64) -> Result<Vec<u8>, Fault> {
        if !(0..=LONGEST).contains(&length) {
            return Err(damaged("a length"));
        }
        let mut bytes = vec![0; length as usize];
        self.fill(&mut bytes)?;
        Ok(bytes)
    }

    fn text(&mut self) -> Result<String, Fault> {
        let length = self.int()?;
        String::from_utf8(self.bytes(length)?).map_err(|_| damaged("a text"))
    }

    fn value(&mut self) -> Result<Owned, Fault> {
        Ok(match self.byte()? {
            b'0' => Owned::Null,
            b'I' => Owned::Int(self.int()?),
            b'S' => Owned::Text(self.text()?),
            b'B' => {
                let length = self.int()?;
                Owned::Bytes(self.bytes(length)?)
            }
            _ => return Err(damaged("a value")),
        })
    }
}
