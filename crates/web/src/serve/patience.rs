//! Patience has ends: a connection that is silent too long and a body that trickles are given up.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes};
use http_body::{Body as HttpBody, Frame, SizeHint};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep, sleep};

fn too_slow() -> io::Error {
    io::Error::new(io::ErrorKind::TimedOut, "too slow")
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

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

/// A request body that must come at `floor` bytes per second or faster once `grace` is over.
pub(super) struct Floored {
    body: Body,
    floor: u64,
    alarm: Option<Pin<Box<Sleep>>>,
    grace: Duration,
    received: u64,
    began: Instant,
}

impl Floored {
    pub(super) fn new(body: Body, floor: u64, grace: Duration) -> Self {
        Self { body, floor: floor.max(1), alarm: None, grace, received: 0, began: Instant::now() }
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
            if let Some(Ok(frame)) = &frame {
                this.received += frame.data_ref().map_or(0, |data| data.len() as u64);
                this.alarm = None;
            }
            return Poll::Ready(frame);
        }
        let deadline = this.deadline();
        let alarm = this.alarm.get_or_insert_with(|| Box::pin(tokio::time::sleep_until(deadline)));
        alarm.as_mut().poll(cx).map(|()| Some(Err(axum::Error::new(too_slow()))))
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
