//! Clients that work for a while, and what became of it.

use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use seloste_kernel::Fault;

/// How long the clients go on.
#[derive(Debug, Clone, Copy)]
pub enum Until {
    /// For this time.
    Time(Duration),
    /// Until this many pieces of work are done.
    Count(u64),
}

/// One contender in one round.
#[derive(Debug, Default, Clone)]
pub struct Sample {
    /// From the first piece's beginning to the last one's end.
    pub seconds: f64,
    /// How long each piece took, in microseconds, shortest first.
    pub micros: Vec<f64>,
}

impl Sample {
    /// Pieces per second.
    pub fn rate(&self) -> f64 {
        self.micros.len() as f64 / self.seconds.max(f64::EPSILON)
    }

    /// The time that this share of the pieces did not exceed, in microseconds.
    pub fn at(&self, share: f64) -> f64 {
        quantile(&self.micros, share)
    }
}

/// The value below which this share of sorted values lies (nearest rank); 0 of none.
pub fn quantile(sorted: &[f64], share: f64) -> f64 {
    let rank = (share * sorted.len() as f64).ceil() as usize;
    sorted.get(rank.saturating_sub(1)).copied().unwrap_or_default()
}

/// Lets `clients` work side by side; each takes the next number and does its piece of work, then
/// the next: a closed loop, in which a stall delays the pieces behind it without counting them.
///
/// # Errors
/// The first fault of a piece: a contender that fails is not measured.
pub async fn clients<Work, Done>(clients: usize, until: Until, work: Work) -> Result<Sample, Fault>
where
    Work: Fn(u64) -> Done + Send + Sync + 'static,
    Done: Future<Output = Result<(), Fault>> + Send + 'static,
{
    let (work, next) = (Arc::new(work), Arc::new(AtomicU64::new(0)));
    let begin = Instant::now();
    let client = |_| {
        let (work, next) = (Arc::clone(&work), Arc::clone(&next));
        tokio::spawn(async move {
            let mut micros = Vec::new();
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                let over = match until {
                    Until::Time(time) => begin.elapsed() >= time,
                    Until::Count(count) => number >= count,
                };
                if over {
                    return Ok::<_, Fault>(micros);
                }
                let start = Instant::now();
                work(number).await?;
                micros.push(start.elapsed().as_secs_f64() * 1e6);
            }
        })
    };
    let running: Vec<_> = (0..clients).map(client).collect();
    let mut sample = Sample::default();
    for client in running {
        sample.micros.extend(client.await.map_err(Fault::internal)??);
    }
    sample.seconds = begin.elapsed().as_secs_f64();
    sample.micros.sort_by(f64::total_cmp);
    Ok(sample)
}

/// A number that looks random, the same for the same input: so that records are met in no order.
pub fn scatter(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
