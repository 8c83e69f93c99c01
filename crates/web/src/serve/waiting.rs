//! What a connection lets wait: answers that are ready and not taken, and bodies that are read and not
//! answered. Both lie in memory for as long as the peer likes, since over HTTP/2 it may keep its window
//! shut and the connection alive. So they are counted, for the connection and for its caller, and an
//! answer of which nothing is taken ends the connection: ending the stream alone would leave what it
//! queued.

use std::collections::{HashMap, VecDeque};
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes};
use http_body::{Body as HttpBody, Frame, SizeHint};
use tokio::time::{Instant, sleep_until};

/// Bytes that are handed on at once; as much is seen to be taken at once.
const PIECE: usize = 16 * 1024;

/// Bytes that a request counts for as long as nobody knows how large its answer is.
const REQUEST: usize = 64 * 1024;

/// What waits on one connection.
#[derive(Clone)]
pub(super) struct Tray(Arc<Inner>);

struct Inner {
    /// Bytes that may wait on the connection, and on all of its caller.
    most: (usize, usize),
    here: AtomicUsize,
    caller: Arc<AtomicUsize>,
    answers: Mutex<HashMap<u64, Waiting>>,
    next: AtomicU64,
}

/// An answer: how much of it is ready, and since when none of that was taken.
struct Waiting {
    bytes: usize,
    since: Instant,
}

impl Tray {
    /// An empty one.
    pub(super) fn new(most: (usize, usize), caller: Arc<AtomicUsize>) -> Self {
        let (here, answers, next) = (AtomicUsize::new(0), Mutex::default(), AtomicU64::new(0));
        Self(Arc::new(Inner { most, here, caller, answers, next }))
    }

    /// Room for another request; none when too much waits already.
    pub(super) fn room(&self) -> Option<Arc<Weight>> {
        (!self.is_full()).then(|| Arc::new(self.weight(REQUEST)))
    }

    /// The same body, counted from when it is ready until it is taken.
    pub(super) fn serve(&self, body: Body) -> Body {
        let number = self.0.next.fetch_add(1, Ordering::Relaxed);
        let answer = Arc::new(Answer { tray: self.clone(), number });
        Body::new(Served { body, answer, pieces: VecDeque::new() })
    }

    /// Ends when an answer was ready for so long and nothing of it was taken.
    pub(super) async fn stalls(&self, limit: Duration) {
        loop {
            let now = Instant::now();
            let oldest = self.answers().values().map(|waiting| waiting.since).min().unwrap_or(now);
            if oldest + limit <= now {
                return;
            }
            sleep_until(oldest + limit).await;
        }
    }

    fn is_full(&self) -> bool {
        let (here, caller) = self.0.most;
        self.0.here.load(Ordering::Relaxed) > here || self.0.caller.load(Ordering::Relaxed) > caller
    }

    fn weight(&self, bytes: usize) -> Weight {
        let weight = Weight { tray: self.clone(), bytes: AtomicUsize::new(0) };
        weight.grow(bytes);
        weight
    }

    fn answers(&self) -> MutexGuard<'_, HashMap<u64, Waiting>> {
        self.0.answers.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

/// Bytes that wait; they count until this is dropped.
pub(super) struct Weight {
    tray: Tray,
    bytes: AtomicUsize,
}

impl Weight {
    /// Counts more; whether there is still room.
    pub(super) fn grow(&self, more: usize) -> bool {
        self.bytes.fetch_add(more, Ordering::Relaxed);
        self.tray.0.here.fetch_add(more, Ordering::Relaxed);
        self.tray.0.caller.fetch_add(more, Ordering::Relaxed);
        !self.tray.is_full()
    }
}

impl Drop for Weight {
    fn drop(&mut self) {
        let bytes = *self.bytes.get_mut();
        self.tray.0.here.fetch_sub(bytes, Ordering::Relaxed);
        self.tray.0.caller.fetch_sub(bytes, Ordering::Relaxed);
    }
}

/// One answer's place on the tray.
struct Answer {
    tray: Tray,
    number: u64,
}

impl Answer {
    fn ready(&self, bytes: usize) {
        let mut answers = self.tray.answers();
        let fresh = Waiting { bytes: 0, since: Instant::now() };
        answers.entry(self.number).or_insert(fresh).bytes += bytes;
    }

    fn taken(&self, bytes: usize) {
        let mut answers = self.tray.answers();
        let Some(waiting) = answers.get_mut(&self.number) else { return };
        waiting.bytes = waiting.bytes.saturating_sub(bytes);
        waiting.since = Instant::now();
        if waiting.bytes == 0 {
            answers.remove(&self.number);
        }
    }
}

impl Drop for Answer {
    fn drop(&mut self) {
        self.tray.answers().remove(&self.number);
    }
}

/// A piece of an answer: wherever it lies, it is dropped when it is written, or given up.
struct Piece {
    bytes: Bytes,
    answer: Arc<Answer>,
    _weight: Weight,
}

impl AsRef<[u8]> for Piece {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

impl Drop for Piece {
    fn drop(&mut self) {
        self.answer.taken(self.bytes.len());
    }
}

/// The body of an answer, piece by piece.
struct Served {
    body: Body,
    answer: Arc<Answer>,
    pieces: VecDeque<Piece>,
}

impl Served {
    /// Cuts what is ready into pieces. Each has memory of its own, so that what is taken is free.
    fn cut(&mut self, ready: Bytes) {
        self.answer.ready(ready.len());
        let piece = |bytes: Bytes| Piece {
            _weight: self.answer.tray.weight(bytes.len()),
            answer: Arc::clone(&self.answer),
            bytes,
        };
        match ready.len() {
            0..=PIECE => self.pieces.push_back(piece(ready)),
            _ => self.pieces.extend(ready.chunks(PIECE).map(Bytes::copy_from_slice).map(piece)),
        }
    }
}

impl HttpBody for Served {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        loop {
            if let Some(piece) = self.pieces.pop_front() {
                return Poll::Ready(Some(Ok(Frame::data(Bytes::from_owner(piece)))));
            }
            match Pin::new(&mut self.body).poll_frame(cx) {
                Poll::Ready(Some(Ok(frame))) => match frame.into_data() {
                    Ok(ready) => self.cut(ready),
                    Err(trailers) => return Poll::Ready(Some(Ok(trailers))),
                },
                other => return other,
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        self.pieces.is_empty() && self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        let ready: u64 = self.pieces.iter().map(|piece| piece.bytes.len() as u64).sum();
        let (rest, mut hint) = (self.body.size_hint(), SizeHint::new());
        hint.set_lower(rest.lower() + ready);
        if let Some(upper) = rest.upper() {
            hint.set_upper(upper + ready);
        }
        hint
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::poll_fn;
    use tokio::time::sleep;

    const MINUTE: Duration = Duration::from_secs(60);

    fn tray(caller: &Arc<AtomicUsize>) -> Tray {
        Tray::new((10 * PIECE, 12 * PIECE), Arc::clone(caller))
    }

    async fn next(body: &mut Body) -> Option<Bytes> {
        let frame = poll_fn(|cx| Pin::new(&mut *body).poll_frame(cx)).await?;
        Some(frame.unwrap().into_data().unwrap())
    }

    #[tokio::test]
    async fn what_is_not_taken_counts_and_nothing_else() {
        let caller = Arc::default();
        let tray = tray(&caller);
        let content: Vec<u8> = (0..PIECE * 3 + 5).map(|at| at as u8).collect();
        let mut body = tray.serve(Body::from(content.clone()));
        assert_eq!(body.size_hint().exact(), Some(content.len() as u64));
        assert_eq!(caller.load(Ordering::Relaxed), 0);
        let mut taken = Vec::new();
        while let Some(piece) = next(&mut body).await {
            assert_eq!(caller.load(Ordering::Relaxed), content.len() - taken.len());
            assert!(piece.len() <= PIECE);
            taken.extend_from_slice(&piece);
            assert_eq!(body.size_hint().exact(), Some((content.len() - taken.len()) as u64));
        }
        assert_eq!(taken, content);
        assert_eq!(caller.load(Ordering::Relaxed), 0);
        assert!(tray.answers().is_empty());
    }

    #[tokio::test]
    async fn no_request_has_room_where_too_much_waits_already() {
        let caller = Arc::default();
        let (tray, other) = (tray(&caller), tray(&caller));
        let mut body = tray.serve(Body::from(vec![0; PIECE * 11]));
        let queued = next(&mut body).await;
        assert!(tray.room().is_none(), "the connection has no more");
        let room = other.room().unwrap();
        assert!(other.room().is_none(), "the caller has no more");
        drop((body, queued));
        assert!(tray.room().is_some());
        assert!(!room.grow(PIECE * 12), "a body that is read counts");
        drop(room);
        assert_eq!(caller.load(Ordering::Relaxed), 0);
    }

    #[tokio::test(start_paused = true)]
    async fn an_answer_that_nobody_takes_stalls_and_one_that_is_taken_slowly_does_not() {
        let tray = tray(&Arc::default());
        let slowly = async {
            let mut body = tray.serve(Body::from(vec![0; PIECE * 5]));
            while let Some(piece) = next(&mut body).await {
                sleep(MINUTE - Duration::from_secs(1)).await;
                drop(piece);
            }
        };
        tokio::select! {
            () = tray.stalls(MINUTE) => panic!("it was taken all the time"),
            () = slowly => {}
        }
        let began = Instant::now();
        let mut body = tray.serve(Body::from(vec![0; PIECE * 5]));
        let _queued = next(&mut body).await;
        // Others are taken meanwhile: no excuse.
        let others = async {
            loop {
                let mut other = tray.serve(Body::from("short"));
                while next(&mut other).await.is_some() {}
                sleep(Duration::from_secs(1)).await;
            }
        };
        tokio::select! {
            () = tray.stalls(MINUTE) => {}
            () = others => {}
        }
        assert_eq!(began.elapsed(), MINUTE);
    }
}
