//! Files that are made while they are taken: no faster than somebody takes them, so they need little
//! memory however large they are.

use axum::body::{Body, Bytes};
use futures_util::{StreamExt as _, stream};
use seloste_kernel::Fault;
use tokio::sync::mpsc;

/// A piece of a file, or why there is no more of it.
pub type Piece = Result<Vec<u8>, Fault>;

/// The file of these pieces. The first tells whether there will be a file at all; what ends it later breaks
/// the download off, so that nobody takes a part for the whole.
///
/// # Errors
/// What the first piece is.
pub async fn file(mut from: mpsc::Receiver<Piece>) -> Result<Body, Fault> {
    let first = from.recv().await.transpose()?.unwrap_or_default();
    let rest = stream::poll_fn(move |task| from.poll_recv(task));
    let pieces = stream::once(std::future::ready(Ok(first))).chain(rest);
    Ok(Body::from_stream(pieces.map(|piece| piece.map(Bytes::from).map_err(ended))))
}

fn ended(fault: Fault) -> std::io::Error {
    tracing::error!(?fault, "a file ends early");
    std::io::Error::other(fault.key())
}

#[cfg(test)]
mod tests {
    use super::*;
    use seloste_kernel::FaultKind;

    async fn made(pieces: Vec<Piece>) -> Result<Body, Fault> {
        let (to, from) = mpsc::channel(8);
        for piece in pieces {
            to.send(piece).await.unwrap();
        }
        drop(to);
        file(from).await
    }

    fn broken() -> Piece {
        Err(Fault::new(FaultKind::Environment, "fault-store"))
    }

    #[tokio::test]
    async fn a_file_that_cannot_begin_is_none_and_one_that_breaks_is_not_whole() {
        assert_eq!(made(vec![broken()]).await.unwrap_err().key(), "fault-store");
        let bytes = |body| axum::body::to_bytes(body, 100);
        let whole = made(vec![Ok(b"a".to_vec()), Ok(b"b".to_vec())]).await.unwrap();
        assert_eq!(bytes(whole).await.unwrap(), "ab");
        let part = made(vec![Ok(b"a".to_vec()), broken()]).await.unwrap();
        assert!(bytes(part).await.is_err());
    }
}
