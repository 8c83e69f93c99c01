//! Checking a package: every file there and unchanged, nothing else in it, and the list of them signed
//! with the ledger's key. Needs the file only; no server and no net.

use std::collections::BTreeMap;
use std::io::{Read, Seek};

use aws_lc_rs::digest::{Context, SHA256};
use seloste_store::ledger::PublicKey;
use zip::ZipArchive;

use super::archive::{FORMAT, Listed, MANIFEST, Manifest, SIGNATURE, message};
use crate::output::{hex, unhex};

/// The longest manifest that is read.
const MANIFEST_BYTES_MAX: u64 = 64 << 20;

/// Checks a package.
///
/// # Errors
/// Everything that is wrong, a line each.
pub fn verify(from: impl Read + Seek, key: Option<&PublicKey>) -> Result<Manifest, Vec<String>> {
    let mut zip = ZipArchive::new(from).map_err(|error| vec![format!("no ZIP: {error}")])?;
    let text = whole(&mut zip, MANIFEST).map_err(|wrong| vec![wrong])?;
    let signature = whole(&mut zip, SIGNATURE).map_err(|wrong| vec![wrong])?;
    let manifest: Manifest =
        serde_json::from_slice(&text).map_err(|error| vec![format!("{MANIFEST}: {error}")])?;
    let mut wrong = Vec::new();
    if manifest.format != FORMAT {
        wrong.push(format!("{MANIFEST}: form {}", manifest.format));
    }
    match manifest.ledger_key.parse::<PublicKey>() {
        Ok(named) if key.is_some_and(|key| *key != named) => {
            wrong.push(format!("{MANIFEST}: signed with another key: {named}"));
        }
        Ok(named) => {
            let signature = unhex(String::from_utf8_lossy(&signature).trim());
            if !named.has_signed(&message(&text), &signature) {
                wrong.push(format!("{SIGNATURE}: does not fit {MANIFEST}"));
            }
        }
        Err(_) => wrong.push(format!("{MANIFEST}: the key is not one")),
    }
    files(&mut zip, &manifest.files, &mut wrong);
    if wrong.is_empty() { Ok(manifest) } else { Err(wrong) }
}

fn whole<R: Read + Seek>(zip: &mut ZipArchive<R>, name: &str) -> Result<Vec<u8>, String> {
    let file = zip.by_name(name).map_err(|error| format!("{name}: {error}"))?;
    let mut bytes = Vec::new();
    let read = file.take(MANIFEST_BYTES_MAX).read_to_end(&mut bytes);
    read.map(|_| bytes).map_err(|error| format!("{name}: {error}"))
}

fn files<R: Read + Seek>(zip: &mut ZipArchive<R>, listed: &[Listed], wrong: &mut Vec<String>) {
    let mut left: BTreeMap<&str, &Listed> =
        listed.iter().map(|listed| (listed.name.as_str(), listed)).collect();
    if left.len() != listed.len() {
        wrong.push(format!("{MANIFEST}: a file twice"));
    }
    for place in 0..zip.len() {
        let opened = zip.by_index(place).and_then(|file| Ok((file.name()?.into_owned(), file)));
        let (name, mut file) = match opened {
            Ok(opened) => opened,
            Err(error) => {
                wrong.push(format!("entry {place}: {error}"));
                continue;
            }
        };
        if [MANIFEST, SIGNATURE].contains(&name.as_str()) {
            continue;
        }
        match left.remove(name.as_str()) {
            Some(listed) => match sum(&mut file, listed.bytes) {
                Ok(found) if found == listed.sha256 => {}
                Ok(_) => wrong.push(format!("{name}: changed")),
                Err(error) => wrong.push(format!("{name}: {error}")),
            },
            None => wrong.push(format!("{name}: not in the manifest")),
        }
    }
    wrong.extend(left.keys().map(|name| format!("{name}: missing")));
}

/// The hash of a file, which must not be longer than the manifest says.
fn sum(file: &mut impl Read, bytes: u64) -> std::io::Result<String> {
    let mut context = Context::new(&SHA256);
    let (mut buffer, mut left) = (vec![0; 32 * 1024], bytes.saturating_add(1));
    while left > 0 {
        let count = file.by_ref().take(left).read(&mut buffer)?;
        let Some(piece) = buffer.get(..count).filter(|piece| !piece.is_empty()) else { break };
        context.update(piece);
        left = left.saturating_sub(count as u64);
    }
    Ok(hex(context.finish().as_ref()))
}
