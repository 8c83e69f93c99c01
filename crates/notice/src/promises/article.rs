//! A reference to the law, said in full in each language.

use std::fmt;

use seloste_kernel::Lang;
use serde::{Serialize, Serializer};

use super::phrase::{Arg, say};

/// A place in the law.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Article {
    /// Regulation (EU) 2016/679: article, paragraph, point.
    Gdpr(u16, Option<u8>, Option<char>),
    /// Act 917/2014 on electronic communications services: section.
    Communications(u16),
}

impl Article {
    /// `Art. n`.
    pub const fn gdpr(article: u16) -> Self {
        Self::Gdpr(article, None, None)
    }

    /// `Art. n(p)`.
    pub const fn paragraph(article: u16, paragraph: u8) -> Self {
        Self::Gdpr(article, Some(paragraph), None)
    }

    /// `Art. n(p)(x)`.
    pub const fn point(article: u16, paragraph: u8, point: char) -> Self {
        Self::Gdpr(article, Some(paragraph), Some(point))
    }

    /// The reference as people write it.
    pub fn say(self, lang: Lang) -> String {
        let number = |n: u16| Arg::from(n.to_string());
        match self {
            Self::Gdpr(article, None, _) => {
                say(lang, "article-gdpr", &[("article", number(article))])
            }
            Self::Gdpr(article, Some(paragraph), point) => {
                let key =
                    if point.is_some() { "article-gdpr-point" } else { "article-gdpr-paragraph" };
                let args = [
                    ("article", number(article)),
                    ("paragraph", number(paragraph.into())),
                    ("point", Arg::from(point.map(String::from).unwrap_or_default())),
                ];
                say(lang, key, &args)
            }
            Self::Communications(section) => {
                say(lang, "article-communications", &[("section", number(section))])
            }
        }
    }
}

impl fmt::Display for Article {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Gdpr(article, paragraph, point) => {
                write!(f, "GDPR {article}")?;
                paragraph.iter().try_for_each(|paragraph| write!(f, "({paragraph})"))?;
                point.iter().try_for_each(|point| write!(f, "({point})"))
            }
            Self::Communications(section) => write!(f, "917/2014 § {section}"),
        }
    }
}

impl Serialize for Article {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
