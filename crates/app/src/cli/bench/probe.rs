//! What the machine could do at that moment, without any of ours: kept beside each result, so
//! that a loaded machine is not taken for a slow program.

use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::time::{Duration, Instant};

use aws_lc_rs::{aead, digest};
use seloste_kernel::Fault;
use serde::Serialize;

use super::load::quantile;
use crate::files;

/// How many writes one look takes.
const WRITES: usize = 200;
/// How long the processors are watched, and each kind of arithmetic runs.
const WATCH: Duration = Duration::from_millis(200);
/// One piece of arithmetic, in bytes.
const PIECE: usize = 16 * 1024;

/// One look at the machine.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Probe {
    /// Writing 4 KiB into a file of fixed length and waiting until it is on disk, in
    /// microseconds: half of the writes.
    pub sync_p50_us: f64,
    /// The same, 99 of 100.
    pub sync_p99_us: f64,
    /// The share of processor time that nobody used while we slept; nothing where `/proc` is not.
    pub idle: Option<f64>,
    /// SHA-256 on one thread, in MB/s.
    pub sha256_mb_s: f64,
    /// AES-256-GCM on one thread, in MB/s.
    pub aes_mb_s: f64,
}

impl Probe {
    /// Looks, for about a second.
    pub fn take(folder: &Path) -> Result<Self, Fault> {
        let micros = syncs(folder)?;
        let before = processors();
        std::thread::sleep(WATCH);
        let idle = before.zip(processors()).map(|((idle, all), (idle_then, all_then))| {
            idle_then.saturating_sub(idle) as f64 / all_then.saturating_sub(all).max(1) as f64
        });
        let bytes = vec![0x5a; PIECE];
        let key = aead::UnboundKey::new(&aead::AES_256_GCM, &[7; 32]).map_err(Fault::internal)?;
        let key = aead::LessSafeKey::new(key);
        let mut sealed = bytes.clone();
        Ok(Self {
            sync_p50_us: quantile(&micros, 0.5),
            sync_p99_us: quantile(&micros, 0.99),
            idle,
            sha256_mb_s: spin(|| {
                let _ = std::hint::black_box(digest::digest(&digest::SHA256, &bytes));
            }),
            aes_mb_s: spin(|| {
                // A probe of speed: nothing is kept, so the nonce may be the same.
                let nonce = aead::Nonce::assume_unique_for_key([0; 12]);
                let tag = key.seal_in_place_separate_tag(nonce, aead::Aad::empty(), &mut sealed);
                let _ = std::hint::black_box(tag);
            }),
        })
    }
}

fn syncs(folder: &Path) -> Result<Vec<f64>, Fault> {
    let path = folder.join("probe");
    let failed = files::unwritable(&path);
    let file = File::create(&path).map_err(&failed)?;
    let block = [0x5a; 4096];
    file.write_all_at(&vec![0; 4096 * 16], 0).map_err(&failed)?;
    file.sync_all().map_err(&failed)?;
    let mut micros = Vec::with_capacity(WRITES);
    for turn in 0..WRITES {
        let start = Instant::now();
        file.write_all_at(&block, (turn as u64 % 16) * 4096).map_err(&failed)?;
        file.sync_data().map_err(&failed)?;
        micros.push(start.elapsed().as_secs_f64() * 1e6);
    }
    std::fs::remove_file(&path).map_err(&failed)?;
    micros.sort_by(f64::total_cmp);
    Ok(micros)
}

/// Processor time since the machine started: idle, and all of it.
fn processors() -> Option<(u64, u64)> {
    let text = std::fs::read_to_string("/proc/stat").ok()?;
    let times: Vec<u64> =
        text.lines().next()?.split_whitespace().skip(1).take(8).flat_map(str::parse).collect();
    Some((times.get(3)? + times.get(4)?, times.iter().sum()))
}

fn spin(mut piece: impl FnMut()) -> f64 {
    let (start, mut pieces) = (Instant::now(), 0_u32);
    while start.elapsed() < WATCH {
        piece();
        pieces += 1;
    }
    f64::from(pieces) * PIECE as f64 / 1e6 / start.elapsed().as_secs_f64()
}
