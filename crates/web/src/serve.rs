//! The accept loop. Our own, because the ready-made one has no limit on how slowly a header may
//! come, how many connections one caller may hold, or how long stopping may take.

mod connection;
mod crowd;
mod patience;
mod tls;
mod waiting;

use std::future::Future;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::task::JoinSet;

pub use tls::{Pem, TlsConfig, tls_from_pem};

use crate::kit::BODY_FLOOR;
use crate::stack::Site;
use crowd::Crowd;
use waiting::Tray;

/// Limits of connections. Each has a stated behaviour when reached.
#[derive(Clone)]
pub struct ServeOptions {
    /// With TLS, every listener takes TLS and answers plain HTTP with a redirect.
    pub tls: Option<Arc<TlsConfig>>,
    /// No byte within this time of connecting: closed.
    pub first_byte: Duration,
    /// TLS handshake not done: closed.
    pub handshake: Duration,
    /// Request head not complete: closed.
    pub header_read: Duration,
    /// Nothing read or written for this long: closed.
    pub idle: Duration,
    /// Bytes per second below which a request body is given up, after `body_grace`: 408.
    pub body_floor: u64,
    /// Time a body has before the floor counts.
    pub body_grace: Duration,
    /// Bytes of a body that nobody wanted, which are read on and forgotten, so that the answer can be
    /// read (HTTP/1): after more, or longer than the time beside it, the connection ends.
    pub read_on: (u64, Duration),
    /// Nothing taken of an answer that is ready for this long: the connection ends.
    pub stall: Duration,
    /// Requests that may run at once on a connection of HTTP/2: further ones are refused.
    pub max_streams: u32,
    /// Bytes of answers that nobody took and of bodies not yet answered that may wait on a connection:
    /// a further request is broken off.
    pub max_waiting: usize,
    /// The same on all connections of one address. Trusted proxies are exempt.
    pub max_waiting_per_peer: usize,
    /// Bytes of a request head: 431.
    pub max_head: usize,
    /// Headers in a request: 431.
    pub max_headers: usize,
    /// Connections in all: further ones wait to be accepted.
    pub max_connections: usize,
    /// Connections of one address: further ones are closed at once. Trusted proxies are exempt.
    pub max_per_peer: usize,
    /// Time for requests to end when stopping; then they are broken off.
    pub drain: Duration,
}

impl Default for ServeOptions {
    fn default() -> Self {
        Self {
            tls: None,
            first_byte: Duration::from_secs(5),
            handshake: Duration::from_secs(10),
            header_read: Duration::from_secs(10),
            idle: Duration::from_secs(75),
            body_floor: BODY_FLOOR,
            body_grace: Duration::from_secs(10),
            read_on: (16 << 20, Duration::from_secs(30)),
            stall: Duration::from_secs(60),
            max_streams: 32,
            max_waiting: 8 << 20,
            max_waiting_per_peer: 64 << 20,
            max_head: 16 * 1024,
            max_headers: 64,
            max_connections: 8192,
            max_per_peer: 256,
            drain: Duration::from_secs(10),
        }
    }
}

/// Serves until `stop` is ready, then lets running requests end within [`ServeOptions::drain`].
pub async fn serve(
    listeners: Vec<TcpListener>,
    site: Site,
    options: ServeOptions,
    stop: impl Future<Output = ()>,
) {
    let (tell, told) = watch::channel(false);
    let desk = Desk {
        places: Arc::new(Semaphore::new(options.max_connections)),
        crowd: Crowd::new(options.max_per_peer, site.kit().settings.trusted_proxies.clone()),
        site,
        options: Arc::new(options),
        told,
    };
    let mut loops = JoinSet::new();
    for listener in listeners {
        loops.spawn(desk.clone().accept(listener));
    }
    stop.await;
    // Nobody listening any more is as good as told.
    _ = tell.send(true);
    while loops.join_next().await.is_some() {}
}

/// What every connection shares.
#[derive(Clone)]
struct Desk {
    places: Arc<Semaphore>,
    crowd: Crowd,
    site: Site,
    options: Arc<ServeOptions>,
    told: watch::Receiver<bool>,
}

impl Desk {
    async fn accept(self, listener: TcpListener) {
        let mut open = JoinSet::new();
        let mut told = self.told.clone();
        loop {
            while open.try_join_next().is_some() {}
            let next = tokio::select! {
                _ = told.changed() => break,
                next = self.next(&listener) => next,
            };
            match next {
                Ok((stream, place, peer)) => {
                    let Some(seat) = self.crowd.enter(peer) else { continue };
                    let desk = self.clone();
                    open.spawn(async move {
                        let options = &desk.options;
                        let most = (options.max_waiting, options.max_waiting_per_peer);
                        let tray = Tray::new(most, Arc::clone(&seat.bytes));
                        desk.attend(stream, peer, tray).await;
                        drop((place, seat));
                    });
                }
                Err(error) => {
                    // A full file table must not end the service, nor make this loop spin.
                    tracing::error!(%error, "cannot accept a connection");
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
            }
        }
        drop(listener);
        let ended = async { while open.join_next().await.is_some() {} };
        if tokio::time::timeout(self.options.drain, ended).await.is_err() {
            tracing::warn!("requests were still running when the time to stop was over");
            open.shutdown().await;
        }
    }

    /// Waits for a free place first, so that a full house leaves callers in the system's queue.
    async fn next(
        &self,
        listener: &TcpListener,
    ) -> std::io::Result<(TcpStream, OwnedSemaphorePermit, IpAddr)> {
        let place = Arc::clone(&self.places).acquire_owned().await;
        let place = place.map_err(std::io::Error::other)?;
        let (stream, peer) = listener.accept().await?;
        Ok((stream, place, peer.ip().to_canonical()))
    }
}
