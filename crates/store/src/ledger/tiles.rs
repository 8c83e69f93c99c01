//! The tree as files: C2SP tlog-tiles. `tile/<level>/<number>` holds 256 hashes,
//! `tile/entries/<number>` the 256 entries below a lowest tile; the last of each row may be
//! partial and then says its width: `<number>.p/<width>`.

use std::collections::HashMap;
use std::fs::File;
use std::path::{Path, PathBuf};

use seloste_kernel::Fault;

use super::disk;
use super::tree::{Hash, Source, complete};
use crate::fault;

/// Hashes in a full tile.
pub(crate) const WIDTH: u64 = 256;
/// Levels of the tree that one tile spans: 2^8 = 256.
const HEIGHT: u32 = 8;

/// Which row of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Row {
    Entries,
    Level(u32),
}

/// One file of a tree of known size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Tile {
    pub(crate) row: Row,
    pub(crate) number: u64,
    /// 1 … 256.
    pub(crate) width: u64,
}

impl Tile {
    /// Where the file lies, with `/` between the parts.
    pub(crate) fn path(&self) -> String {
        let row = match self.row {
            Row::Entries => "entries".to_owned(),
            Row::Level(level) => level.to_string(),
        };
        let mut number = format!("{:03}", self.number % 1000);
        let mut rest = self.number / 1000;
        while rest > 0 {
            number = format!("x{:03}/{number}", rest % 1000);
            rest /= 1000;
        }
        let partial = if self.width < WIDTH { format!(".p/{}", self.width) } else { String::new() };
        format!("tile/{row}/{number}{partial}")
    }
}

/// How many hashes a row has in a tree of this size.
pub(crate) fn count(row: Row, size: u64) -> u64 {
    match row {
        Row::Entries => size,
        Row::Level(level) => size.checked_shr(level * HEIGHT).unwrap_or(0),
    }
}

/// The tile of this number in a tree of this size; `None` when the tree is too small for it.
pub(crate) fn tile(row: Row, number: u64, size: u64) -> Option<Tile> {
    let width = count(row, size).saturating_sub(number * WIDTH).min(WIDTH);
    (width > 0).then_some(Tile { row, number, width })
}

/// The rows of a tree of this size, entries first.
pub(crate) fn rows(size: u64) -> impl Iterator<Item = Row> {
    let levels = (0..).map(Row::Level).take_while(move |row| count(*row, size) > 0);
    std::iter::once(Row::Entries).filter(move |_| size > 0).chain(levels)
}

/// The files of a row from that of hash `from` on.
pub(crate) fn tiles(row: Row, from: u64, size: u64) -> impl Iterator<Item = Tile> {
    (from / WIDTH..).map_while(move |number| tile(row, number, size))
}

/// Reads a file of the tree.
pub(crate) fn read(dir: &Path, tile: Tile) -> Result<Vec<u8>, Fault> {
    let path = dir.join(tile.path());
    std::fs::read(&path).map_err(|error| fault::file(&path, &error))
}

/// The hashes of a tile's bytes; `None` when their number is another.
pub(crate) fn hashes(bytes: &[u8], width: u64) -> Option<Vec<Hash>> {
    let (hashes, rest) = bytes.as_chunks::<32>();
    (rest.is_empty() && hashes.len() as u64 == width).then(|| hashes.to_vec())
}

/// The entries of a bundle's bytes; `None` when their number or form is another.
pub(crate) fn entries(bytes: &[u8], width: u64) -> Option<Vec<&[u8]>> {
    let (mut rest, mut entries) = (bytes, Vec::new());
    while let Some((length, tail)) = rest.split_first_chunk::<2>() {
        let (entry, tail) = tail.split_at_checked(usize::from(u16::from_be_bytes(*length)))?;
        entries.push(entry);
        rest = tail;
    }
    (rest.is_empty() && entries.len() as u64 == width).then_some(entries)
}

/// An entry as it stands in a bundle.
pub(crate) fn bundled(entry: &[u8]) -> Result<Vec<u8>, Fault> {
    let length = u16::try_from(entry.len())
        .map_err(|_| Fault::internal("a ledger entry is longer than 65,535 bytes"))?;
    Ok([&length.to_be_bytes()[..], entry].concat())
}

/// The hashes of a tree of files.
pub(crate) struct Tiles<'a> {
    dir: &'a Path,
    size: u64,
    read: HashMap<Tile, Vec<Hash>>,
}

impl<'a> Tiles<'a> {
    pub(crate) fn new(dir: &'a Path, size: u64) -> Self {
        Self { dir, size, read: HashMap::new() }
    }
}

impl Source for Tiles<'_> {
    type Error = Fault;

    fn subtree(&mut self, level: u32, index: u64) -> Result<Hash, Fault> {
        let damaged = || fault::environment("ledger-damaged", "a tile does not hold its hashes");
        // The subtree is made of 2^below hashes of one tile.
        let (row, below) = (Row::Level(level / HEIGHT), level % HEIGHT);
        let first = index << below;
        let tile = tile(row, first / WIDTH, self.size).ok_or_else(damaged)?;
        if !self.read.contains_key(&tile) {
            let bytes = read(self.dir, tile)?;
            self.read.insert(tile, hashes(&bytes, tile.width).ok_or_else(damaged)?);
        }
        let place = (first % WIDTH) as usize;
        let part = self.read.get(&tile).and_then(|all| all.get(place..place + (1 << below)));
        part.and_then(complete).ok_or_else(damaged)
    }
}

/// Writes a file so that after a crash it is either the old or the new one, and says so only
/// when it is on disk.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let write = || {
        let parent = folder(path);
        make_dir(parent)?;
        let aside = path.with_extension("new");
        let mut file = disk::create(&aside)?;
        disk::write(&mut file, bytes)?;
        disk::sync(&file)?;
        disk::rename(&aside, path)?;
        disk::sync_folder(parent)
    };
    write().map_err(|error| fault::file(path, &error))
}

/// Makes sure that a file that is there is on disk, too: what put it there may have ended before
/// it could.
pub(crate) fn keep(path: &Path) -> Result<(), Fault> {
    let keep = || {
        disk::sync(&File::open(path)?)?;
        disk::sync_folder(folder(path))
    };
    keep().map_err(|error| fault::file(path, &error))
}

fn folder(path: &Path) -> &Path {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    parent.unwrap_or(Path::new("."))
}

/// Makes a folder and those above it, on disk.
fn make_dir(dir: &Path) -> std::io::Result<()> {
    if dir.is_dir() {
        return Ok(());
    }
    let parent = folder(dir);
    make_dir(parent)?;
    match disk::create_folder(dir) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(error),
        _ => disk::sync_folder(parent).inspect_err(|_| {
            // One that is there is taken to be on disk: the next try makes it again.
            let _ = std::fs::remove_dir(dir);
        }),
    }
}

/// All files below a folder, as paths relative to it with `/` between the parts, sorted.
pub(crate) fn files(dir: &Path) -> Result<Vec<String>, Fault> {
    fn walk(dir: &Path, from: &str, found: &mut Vec<String>) -> std::io::Result<()> {
        for entry in std::fs::read_dir(dir)? {
            let entry = entry?;
            let path = format!("{from}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                walk(&entry.path(), &format!("{path}/"), found)?;
            } else {
                found.push(path);
            }
        }
        Ok(())
    }
    let mut found = Vec::new();
    walk(dir, "", &mut found).map_err(|error| fault::file(dir, &error))?;
    found.sort();
    Ok(found)
}

/// Removes what a crash or a failure left behind: files under `tile/` that a tree of this size does not have.
pub(crate) fn sweep(dir: &Path, size: u64) -> Result<(), Fault> {
    let expected: std::collections::HashSet<String> =
        rows(size).flat_map(|row| tiles(row, 0, size)).map(|tile| tile.path()).collect();
    let tile_dir = dir.join("tile");
    if !tile_dir.is_dir() {
        return Ok(());
    }
    for path in files(&tile_dir)? {
        let path = format!("tile/{path}");
        if !expected.contains(&path) {
            remove(&dir.join(path))?;
        }
    }
    Ok(())
}

/// No file of a tree of this size is missing.
pub(crate) fn all_there(dir: &Path, size: u64) -> Result<(), Fault> {
    let missing = rows(size)
        .flat_map(|row| tiles(row, 0, size))
        .map(|tile| tile.path())
        .find(|path| !dir.join(path).is_file());
    match missing {
        Some(path) => Err(fault::environment("ledger-damaged", format!("{path} is missing"))),
        None => Ok(()),
    }
}

/// Removes the partial forms of a tile that have another width than this one.
pub(crate) fn remove_narrower(dir: &Path, tile: Tile) -> Result<(), Fault> {
    let partial = Tile { width: 1, ..tile };
    let Some(folder) = dir.join(partial.path()).parent().map(PathBuf::from) else { return Ok(()) };
    if !folder.is_dir() {
        return Ok(());
    }
    let keep = tile.width.to_string();
    for file in files(&folder)?.into_iter().filter(|file| *file != keep) {
        remove(&folder.join(file))?;
    }
    if tile.width == WIDTH {
        disk::remove_folder(&folder).map_err(|error| fault::file(&folder, &error))?;
    }
    Ok(())
}

fn remove(path: &Path) -> Result<(), Fault> {
    disk::remove(path).map_err(|error| fault::file(path, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_those_of_the_specification() {
        let tile = |number, width| Tile { row: Row::Level(0), number, width };
        assert_eq!(tile(1_234_067, 256).path(), "tile/0/x001/x234/067");
        assert_eq!(tile(273, 112).path(), "tile/0/273.p/112");
        assert_eq!(tile(1_000, 256).path(), "tile/0/x001/000");
        let entries = Tile { row: Row::Entries, number: 0, width: 7 };
        assert_eq!(entries.path(), "tile/entries/000.p/7");
    }

    #[test]
    fn a_tree_has_the_files_of_the_specification() {
        // The specification's example: 70,000 entries.
        let paths: Vec<String> = rows(70_000)
            .flat_map(|row| tiles(row, count(row, 70_000).saturating_sub(1), 70_000))
            .map(|tile| tile.path())
            .collect();
        let expected = ["entries/273.p/112", "0/273.p/112", "1/001.p/17", "2/000.p/1"];
        assert_eq!(paths, expected.map(|path| format!("tile/{path}")));
    }
}
