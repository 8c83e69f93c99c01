//! How long a request may take. The time of its handler counts from the last piece of the body that
//! came: a document over a slow line is work of the line, and the floor of bodies judges that.

use std::future::Future;
use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::Request;
use http_body::{Body as HttpBody, Frame, SizeHint};
use tokio::time::{Instant, timeout_at};

/// When a request's body was last heard of.
#[derive(Clone)]
pub(crate) struct Activity(Arc<Mutex<Heard>>);

#[derive(Clone, Copy)]
struct Heard {
    at: Instant,
    /// Somebody waits for more of the body.
    awaited: bool,
}

/// Why a request was given up.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum GivenUp {
    /// Its body did not come.
    Body,
    /// Its handler did not answer.
    Handler,
}

/// A body that tells when its pieces come.
struct Heeded {
    body: Body,
    heard: Activity,
}

impl Activity {
    /// Heeds the body of this request from now on.
    pub(crate) fn of(request: Request) -> (Self, Request) {
        let heard = Self(Arc::new(Mutex::new(Heard { at: Instant::now(), awaited: false })));
        let request = request.map(|body| Body::new(Heeded { body, heard: heard.clone() }));
        (heard, request)
    }

    /// Does this work until nothing happened for `quiet`, and no longer than `whole`.
    pub(crate) async fn within<T>(
        &self,
        quiet: Duration,
        whole: Duration,
        work: impl Future<Output = T>,
    ) -> Result<T, GivenUp> {
        let end = Instant::now() + whole;
        let mut work = pin!(work);
        loop {
            let until = (self.heard().at + quiet).min(end);
            if let Ok(done) = timeout_at(until, work.as_mut()).await {
                return Ok(done);
            }
            let heard = *self.heard();
            if Instant::now() >= (heard.at + quiet).min(end) {
                return Err(if heard.awaited { GivenUp::Body } else { GivenUp::Handler });
            }
        }
    }

    fn heard(&self) -> MutexGuard<'_, Heard> {
        self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

impl HttpBody for Heeded {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let polled = Pin::new(&mut self.body).poll_frame(cx);
        let mut heard = self.heard.heard();
        heard.awaited = polled.is_pending();
        if polled.is_ready() {
            heard.at = Instant::now();
        }
        drop(heard);
        polled
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::{pending, poll_fn};
    use tokio::time::sleep;

    const SECOND: Duration = Duration::from_secs(1);

    /// A body whose pieces come after each other, each after so many seconds.
    struct Slow(Vec<u64>, Option<Pin<Box<tokio::time::Sleep>>>);

    impl HttpBody for Slow {
        type Data = Bytes;
        type Error = std::convert::Infallible;

        fn poll_frame(
            mut self: Pin<&mut Self>,
            cx: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
            let Some(seconds) = self.0.first().copied() else { return Poll::Ready(None) };
            let coming = self.1.get_or_insert_with(|| Box::pin(sleep(SECOND * seconds as u32)));
            if coming.as_mut().poll(cx).is_pending() {
                return Poll::Pending;
            }
            self.0.remove(0);
            self.1 = None;
            Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(b"piece")))))
        }
    }

    /// What becomes of a handler that reads this body and then works for so long.
    async fn answered(pieces: Vec<u64>, work: Duration, whole: u32) -> (Result<(), GivenUp>, u64) {
        let began = Instant::now();
        let (heard, request) = Activity::of(Request::new(Body::new(Slow(pieces, None))));
        let mut body = request.into_body();
        let done = heard
            .within(SECOND * 30, SECOND * whole, async {
                while poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await.is_some() {}
                sleep(work).await;
            })
            .await;
        (done, began.elapsed().as_secs())
    }

    #[tokio::test(start_paused = true)]
    async fn the_time_of_a_request_counts_from_the_last_piece_of_its_body() {
        assert_eq!(answered(vec![20; 5], SECOND * 29, 300).await, (Ok(()), 129));
        assert_eq!(answered(vec![20, 20], SECOND * 31, 300).await, (Err(GivenUp::Handler), 70));
        assert_eq!(answered(vec![20, 31], SECOND, 300).await, (Err(GivenUp::Body), 50));
        assert_eq!(answered(vec![20; 50], SECOND, 300).await, (Err(GivenUp::Body), 300));
    }

    #[tokio::test(start_paused = true)]
    async fn a_handler_that_never_answers_is_given_up() {
        let began = Instant::now();
        let (heard, _request) = Activity::of(Request::new(Body::empty()));
        let done = heard.within(SECOND * 30, SECOND * 300, pending::<()>()).await;
        assert_eq!((done, began.elapsed().as_secs()), (Err(GivenUp::Handler), 30));
    }
}
