//! Documents that people attach: told by their first bytes, never by what their sender calls
//! them, and kept as text so that they lie in a sealed cell like every other field.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

/// What a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Media {
    /// `application/pdf`.
    Pdf,
    /// `image/png`.
    Png,
    /// `image/jpeg`.
    Jpeg,
}

impl Media {
    /// All kinds that are taken in.
    pub const ALL: [Media; 3] = [Media::Pdf, Media::Png, Media::Jpeg];

    /// Its media type (RFC 6838).
    pub const fn name(self) -> &'static str {
        match self {
            Media::Pdf => "application/pdf",
            Media::Png => "image/png",
            Media::Jpeg => "image/jpeg",
        }
    }

    /// The usual end of a file's name, which people also say: `pdf`.
    pub const fn extension(self) -> &'static str {
        match self {
            Media::Pdf => "pdf",
            Media::Png => "png",
            Media::Jpeg => "jpg",
        }
    }

    /// With which bytes such a file begins.
    const fn magic(self) -> &'static [u8] {
        match self {
            Media::Pdf => b"%PDF-",
            Media::Png => b"\x89PNG\r\n\x1a\n",
            Media::Jpeg => b"\xff\xd8\xff",
        }
    }
}

/// A document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What it is.
    pub media: Media,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl Document {
    /// The document in these bytes; `None` when they are none of the kinds that are taken in.
    pub fn from_bytes(bytes: Vec<u8>) -> Option<Self> {
        let media = Media::ALL.into_iter().find(|media| bytes.starts_with(media.magic()))?;
        Some(Self { media, bytes })
    }

    /// The document as it is kept, a `data:` address (RFC 2397).
    pub fn to_url(&self) -> String {
        format!("data:{};base64,{}", self.media.name(), BASE64_STANDARD.encode(&self.bytes))
    }

    /// The document of such an address; `None` when it is not one, or lies about its kind.
    pub fn from_url(url: &str) -> Option<Self> {
        let (name, content) = url.strip_prefix("data:")?.split_once(";base64,")?;
        let found = Self::from_bytes(BASE64_STANDARD.decode(content).ok()?)?;
        (found.media.name() == name).then_some(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_what_its_bytes_say() {
        let pdf = Document::from_bytes(b"%PDF-1.7 and more".to_vec()).unwrap();
        assert_eq!((pdf.media, pdf.media.extension()), (Media::Pdf, "pdf"));
        assert_eq!(Document::from_url(&pdf.to_url()), Some(pdf.clone()));
        assert!(pdf.to_url().starts_with("data:application/pdf;base64,JVBERi0"));
        for other in [&b"<html>"[..], b"MZ\x90", b"", b"PDF-", b"\x89PNG"] {
            assert_eq!(Document::from_bytes(other.to_vec()), None);
        }
    }

    #[test]
    fn an_address_cannot_lie() {
        let png = Document::from_bytes(b"\x89PNG\r\n\x1a\nrest".to_vec()).unwrap().to_url();
        assert_eq!(Document::from_url(&png.replace("image/png", "application/pdf")), None);
        for bad in ["", "data:", "data:image/png;base64,%%%", "http://example.fi/", "data:;base64,"]
        {
            assert_eq!(Document::from_url(bad), None, "{bad}");
        }
    }
}
