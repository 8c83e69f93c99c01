//! Static files inside the program. Each name carries a digest of its content, so browsers may
//! keep it for ever; each is compressed once, at start. Pages are never compressed: a compressed
//! page that mirrors input can leak what else is in it (BREACH).

use std::io::Write as _;

use axum::body::{Body, Bytes};
use axum::response::{IntoResponse, Response};
use http::header::{self, HeaderValue};
use http::{HeaderMap, StatusCode};
use seloste_kernel::Fault;

use crate::mac::sha256;

/// Where static files are.
pub(crate) const PREFIX: &str = "/_/";

struct Asset {
    name: &'static str,
    href: String,
    media: HeaderValue,
    plain: Bytes,
    gzip: Bytes,
}

/// All static files.
pub(crate) struct Assets(Vec<Asset>);

impl Assets {
    pub(crate) fn new(more: &[(&'static str, &'static str, Vec<u8>)]) -> Result<Self, Fault> {
        let css = include_bytes!("../assets/seloste.css").to_vec();
        let icon = include_bytes!("../assets/seloste.svg").to_vec();
        let mut all = vec![
            Asset::new("seloste.css", "text/css; charset=utf-8", css)?,
            Asset::new("seloste.svg", "image/svg+xml", icon)?,
        ];
        for (name, media, content) in more {
            all.push(Asset::new(name, media, content.clone())?);
        }
        Ok(Self(all))
    }

    pub(crate) fn href(&self, name: &str) -> &str {
        self.0.iter().find(|asset| asset.name == name).map_or("/_/missing", |asset| &asset.href)
    }

    /// The file at this path, or nothing.
    pub(crate) fn serve(&self, path: &str, headers: &HeaderMap) -> Option<Response> {
        let asset = self.0.iter().find(|asset| asset.href == path)?;
        let gzip = headers
            .get(header::ACCEPT_ENCODING)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|value| value.split(',').any(|way| way.trim() == "gzip"));
        let body = if gzip { &asset.gzip } else { &asset.plain };
        let mut response = (StatusCode::OK, Body::from(body.clone())).into_response();
        let put = response.headers_mut();
        put.insert(header::CONTENT_TYPE, asset.media.clone());
        let forever = HeaderValue::from_static("public, max-age=31536000, immutable");
        put.insert(header::CACHE_CONTROL, forever);
        put.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        if gzip {
            put.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        }
        Some(response)
    }
}

impl Asset {
    fn new(name: &'static str, media: &'static str, plain: Vec<u8>) -> Result<Self, Fault> {
        let digest: String = sha256(&plain)[..8].iter().map(|byte| format!("{byte:02x}")).collect();
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "bin"));
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        packer.write_all(&plain).map_err(Fault::internal)?;
        Ok(Self {
            name,
            href: format!("{PREFIX}{stem}-{digest}.{ending}"),
            media: HeaderValue::from_static(media),
            gzip: packer.finish().map_err(Fault::internal)?.into(),
            plain: plain.into(),
        })
    }
}
