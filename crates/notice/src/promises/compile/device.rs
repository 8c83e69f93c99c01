//! Statements about the visitor's device: cookies and visitor statistics.

use super::{Compiler, Head, slug};
use crate::promises::phrase::{self, Arg, Case, known};
use crate::promises::{Article, Mechanism};

const COOKIES: Article = Article::Communications(205);

pub(super) fn cookies(c: &mut Compiler<'_>) {
    let notice = c.notice;
    for cookie in &notice.cookies {
        let mechanism = Mechanism::CookieInventory { cookie: Some(cookie.name.clone()) };
        let head = Head::new(format!("cookie.{}", slug(&cookie.name)), mechanism, cookie.span);
        c.promise(head.by(COOKIES), "cookie", |lang| {
            vec![
                ("name", phrase::quoted(lang, &cookie.name).into()),
                ("text", phrase::text(&cookie.text, lang).to_owned().into()),
            ]
        });
    }
    let (id, key) = if notice.cookies.is_empty() {
        ("cookies.none", "cookies-none")
    } else {
        ("cookies.closed", "cookies-closed")
    };
    let head = Head::new(id, Mechanism::CookieInventory { cookie: None }, notice.span);
    c.promise(head.by(COOKIES), key, |_| vec![]);
}

pub(super) fn analytics(c: &mut Compiler<'_>) {
    let Some(analytics) = &c.notice.analytics else { return };
    let head = Head::new("analytics", Mechanism::AnalyticsSchema, analytics.span);
    c.promise(head.by(Article::point(5, 1, 'c')), "analytics", |lang| {
        let word = |name: &str| {
            known(lang, &format!("analytics-dimension-{name}")).unwrap_or_else(|| name.to_owned())
        };
        let dimensions: Vec<String> = analytics.dimensions.iter().map(|d| word(&d.value)).collect();
        let tool = known(lang, &format!("analytics-tool-{}", analytics.tool))
            .unwrap_or_else(|| analytics.tool.clone());
        vec![("dimensions", Arg::from(phrase::list(lang, &dimensions))), ("tool", Arg::from(tool))]
    });
    for signal in &analytics.honour {
        let key = format!("signal-{}", signal.value);
        if known(seloste_kernel::Lang::Fi, &key).is_none() {
            continue;
        }
        let mechanism = Mechanism::AnalyticsSignal { signal: signal.value.clone() };
        let head = Head::new(format!("analytics.{}", signal.value), mechanism, signal.span);
        c.promise(head.by(Article::paragraph(21, 5)), &key, |_| vec![]);
    }
    if let Some(keep) = analytics.keep {
        let head = Head::new("analytics.keep", Mechanism::AnalyticsRetention, analytics.span);
        c.promise(head.by(Article::point(13, 2, 'a')), "analytics-keep", |lang| {
            vec![("period", phrase::period(lang, keep, Case::Within).into())]
        });
    }
}
