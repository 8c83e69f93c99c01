//! Patience has ends: a connection that is silent too long and a body that trickles are given up. What
//! of a body nobody wanted to read is read on for a moment, so that the answer can be read.

use std::future::{Future, poll_fn};
use std::io::{self, IoSlice};
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes};
use http_body::{Body as HttpBody, Frame, SizeHint};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep, sleep, timeout};

use super::waiting::Weight;

fn too_slow() -> io::Error {
    io::Error::new(io::ErrorKind::TimedOut, "too slow")
}

/// The caller lets more wait than it may.
pub(super) fn too_much() -> io::Error {
    io::Error::new(io::ErrorKind::QuotaExceeded, "too much waits for this caller")
}

/// A stream that fails when nothing went either way for `limit`.
pub(super) struct IdleLimit<S> {
    stream: S,
    limit: Duration,
    alarm: Pin<Box<Sleep>>,
}

impl<S> IdleLimit<S> {
    pub(super) fn new(stream: S, limit: Duration) -> Self {
        Self { stream, limit, alarm: Box::pin(sleep(limit)) }
    }

    /// Something went: begins anew. Nothing went: fails when the time is over.
    fn judge<T>(&mut self, cx: &mut Context<'_>, poll: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if poll.is_ready() {
            self.alarm.as_mut().reset(Instant::now() + self.limit);
            return poll;
        }
        self.alarm.as_mut().poll(cx).map(|()| Err(too_slow()))
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for IdleLimit<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let poll = Pin::new(&mut self.stream).poll_read(cx, buffer);
        self.judge(cx, poll)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for IdleLimit<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let poll = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.judge(cx, poll)
    }

    /// Answers are then written from where they lie, so that it is seen what of them was taken.
    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        pieces: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let poll = Pin::new(&mut self.stream).poll_write_vectored(cx, pieces);
        self.judge(cx, poll)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

/// A request body that must come at `floor` bytes per second or faster once `grace` is over. What
/// came weighs on the connection until the request is answered.
pub(super) struct Floored {
    body: Body,
    weight: Arc<Weight>,
    unread: Unread,
    floor: u64,
    alarm: Option<Pin<Box<Sleep>>>,
    grace: Duration,
    received: u64,
    began: Instant,
    /// It came whole, or was given up.
    ended: bool,
}

impl Floored {
    pub(super) fn new(
        body: Body,
        weight: Arc<Weight>,
        unread: Unread,
        (floor, grace): (u64, Duration),
    ) -> Self {
        let (floor, began) = (floor.max(1), Instant::now());
        Self { body, weight, unread, floor, alarm: None, grace, received: 0, began, ended: false }
    }

    fn deadline(&self) -> Instant {
        self.began
            + self.grace
            + Duration::from_millis(self.received.saturating_mul(1000) / self.floor)
    }
}

impl HttpBody for Floored {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let this = &mut *self;
        if let Poll::Ready(frame) = Pin::new(&mut this.body).poll_frame(cx) {
            this.ended = !matches!(frame, Some(Ok(_)));
            if let Some(Ok(frame)) = &frame {
                let length = frame.data_ref().map_or(0, Bytes::len);
                this.received += length as u64;
                this.alarm = None;
                if !this.weight.grow(length) {
                    return Poll::Ready(Some(Err(axum::Error::new(too_much()))));
                }
            }
            return Poll::Ready(frame);
        }
        let deadline = this.deadline();
        let alarm = this.alarm.get_or_insert_with(|| Box::pin(tokio::time::sleep_until(deadline)));
        let late = alarm.as_mut().poll(cx);
        this.ended = late.is_ready();
        late.map(|()| Some(Err(axum::Error::new(too_slow()))))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl Drop for Floored {
    fn drop(&mut self) {
        if !self.ended && !self.body.is_end_stream() {
            let body = std::mem::take(&mut self.body);
            *self.unread.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner()) = Some(body);
        }
    }
}

/// Where the rest of a body is left that nobody read to its end.
#[derive(Clone, Default)]
pub(super) struct Unread(Arc<Mutex<Option<Body>>>);

impl Unread {
    /// Reads on and forgets beside the answer, at most so much and so long. A connection that is closed
    /// with bytes still coming is reset, and its peer may never see the answer (RFC 9112 section 9.6).
    pub(super) fn read_on(&self, most: u64, time: Duration) {
        let rest = self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).take();
        let Some(mut body) = rest else { return };
        let reading = async move {
            let mut left = most;
            while let Some(Ok(frame)) = poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await {
                let length = frame.data_ref().map_or(0, |data| data.len() as u64);
                let Some(rest) = left.checked_sub(length) else { break };
                left = rest;
            }
        };
        // Too long is as good as too much: the connection ends.
        tokio::spawn(timeout(time, reading));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt as _, duplex};

    #[tokio::test(start_paused = true)]
    async fn silence_ends_a_connection() {
        let (ours, _theirs) = duplex(16);
        let began = Instant::now();
        let mut ours = IdleLimit::new(ours, Duration::from_secs(75));
        let error = ours.read_u8().await.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
        assert_eq!(began.elapsed().as_secs(), 75);
    }
}
