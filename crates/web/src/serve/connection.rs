//! One connection: wait for its first byte, tell TLS from plain text, serve requests.

use std::future::Future;
use std::io;
use std::net::IpAddr;
use std::pin::{Pin, pin};
use std::sync::Arc;

use axum::body::Body;
use axum::extract::Request;
use axum::response::{IntoResponse as _, Response};
use http::header::{self, HeaderValue};
use http::{StatusCode, Uri, Version};
use hyper::server::conn::{http1, http2};
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::time::timeout;
use tokio_rustls::TlsAcceptor;

use super::Desk;
use super::patience::{Floored, IdleLimit, Unread, too_much};
use super::tls::begins_tls;
use super::waiting::Tray;
use crate::stack::Peer;

impl Desk {
    /// Serves a connection to its end. Trouble with it is the peer's and not logged: a log line
    /// per scan would only hide what matters.
    pub(super) async fn attend(self, stream: TcpStream, peer: IpAddr, tray: Tray) {
        let mut told = self.told.clone();
        let opened = tokio::select! {
            _ = told.changed() => return,
            first = first_byte(&self, &stream) => first,
        };
        let Some(first) = opened else { return };
        // Small answers must not wait for further ones.
        _ = stream.set_nodelay(true);
        match (self.options.tls.clone(), begins_tls(&[first])) {
            (None, _) => self.serve(stream, false, tray, Plan::Site(peer)).await,
            (Some(_), false) => self.serve(stream, false, tray, Plan::ToTls).await,
            (Some(config), true) => {
                let accepting = TlsAcceptor::from(config).accept(stream);
                if let Ok(Ok(stream)) = timeout(self.options.handshake, accepting).await {
                    let h2 = stream.get_ref().1.alpn_protocol() == Some(b"h2");
                    self.serve(stream, h2, tray, Plan::Site(peer)).await;
                }
            }
        }
    }

    /// The protocol is settled before (by ALPN, or plain text is HTTP/1): guessing it from the
    /// first bytes, as the ready-made builder does, waits for them without a limit.
    async fn serve<S>(self, stream: S, h2: bool, tray: Tray, plan: Plan)
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let options = Arc::clone(&self.options);
        let told = self.told.clone();
        let io = TokioIo::new(IdleLimit::new(stream, options.idle));
        let plate = tray.clone();
        let service = service_fn(move |request| self.clone().answer(request, plate.clone(), plan));
        let stalls = tray.stalls(options.stall);
        if h2 {
            let mut builder = http2::Builder::new(TokioExecutor::new());
            builder
                .timer(TokioTimer::new())
                .max_concurrent_streams(options.max_streams)
                .max_header_list_size(u32::try_from(options.max_head).unwrap_or(u32::MAX))
                .keep_alive_interval(options.idle / 4)
                .keep_alive_timeout(options.header_read);
            let connection = builder.serve_connection(io, service);
            run(connection, http2::Connection::graceful_shutdown, told, stalls).await;
        } else {
            let mut builder = http1::Builder::new();
            builder
                .timer(TokioTimer::new())
                .header_read_timeout(options.header_read)
                .max_buf_size(options.max_head.max(8192))
                .max_headers(options.max_headers);
            let connection = builder.serve_connection(io, service).with_upgrades();
            run(connection, http1::UpgradeableConnection::graceful_shutdown, told, stalls).await;
        }
    }

    async fn answer(
        self,
        request: Request<hyper::body::Incoming>,
        tray: Tray,
        plan: Plan,
    ) -> io::Result<Response> {
        let Plan::Site(peer) = plan else {
            return Ok(to_tls(self.site.kit().base(), request.uri()));
        };
        // Until it is answered, it weighs as much as came of its body.
        let room = tray.room().ok_or_else(too_much)?;
        let (options, unread) = (&self.options, Unread::default());
        let floor = (options.body_floor, options.body_grace);
        // Over HTTP/2 a stream ends alone, and whoever waits for a word to send has sent nothing.
        let reads_on =
            request.version() < Version::HTTP_2 && !request.headers().contains_key(header::EXPECT);
        let mut request = request.map(|body| {
            Body::new(Floored::new(Body::new(body), Arc::clone(&room), unread.clone(), floor))
        });
        request.extensions_mut().insert(Peer(peer));
        let response = self.site.answer(request).await;
        if reads_on {
            let (most, time) = options.read_on;
            unread.read_on(most, time);
        }
        Ok(response.map(|body| tray.serve(body)))
    }
}

/// Runs a connection to its end, or until what is answered on it is not taken; when told to stop, lets
/// the requests on it end first.
async fn run<C: Future>(
    connection: C,
    finish: fn(Pin<&mut C>),
    mut told: watch::Receiver<bool>,
    stalls: impl Future<Output = ()>,
) {
    let (mut connection, mut stalls) = (pin!(connection), pin!(stalls));
    tokio::select! {
        _ = told.changed() => {}
        () = stalls.as_mut() => return,
        _ = connection.as_mut() => return,
    }
    finish(connection.as_mut());
    tokio::select! {
        () = stalls => {}
        _ = connection => {}
    }
}

/// What a connection is answered with.
#[derive(Clone, Copy)]
enum Plan {
    /// The site, for a caller of this address.
    Site(IpAddr),
    /// The same page over TLS.
    ToTls,
}

async fn first_byte(desk: &Desk, stream: &TcpStream) -> Option<u8> {
    let mut first = [0];
    match timeout(desk.options.first_byte, stream.peek(&mut first)).await {
        Ok(Ok(1)) => Some(first[0]),
        _ => None,
    }
}

/// 308 to the same page over TLS, at our own name whatever `Host` says, and without a cookie.
fn to_tls(base: &str, uri: &Uri) -> Response {
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    let mut response = StatusCode::PERMANENT_REDIRECT.into_response();
    if let Ok(target) = HeaderValue::from_str(&format!("{base}{path}")) {
        response.headers_mut().insert(header::LOCATION, target);
    }
    response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    response
}
