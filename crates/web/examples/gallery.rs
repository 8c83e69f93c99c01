//! Serves the component page alone, for looking at: `cargo run -p seloste-web --example gallery`.

use std::sync::Arc;

use axum::response::Response;
use axum::routing::get;
use seloste_web::form::Submission;
use seloste_web::{Answer, Ctx, Kit, Link, Page, Router, ServeOptions, components, serve, testing};

async fn show(ctx: Ctx) -> Response {
    let errors = ctx.param("virhe").is_some();
    let tabs = vec![Link::new("/hallinta/tyyli", "Tyyli"), Link::new("/hallinta", "Muut")];
    let mut page = Page::new("Tyyli", components::gallery(&ctx, errors))
        .lead("Kaikki sivujen rakennuspalikat yhdellä sivulla, keksityin sisällöin.")
        .trail(vec![Link::new("/", "Etusivu"), Link::new("/hallinta", "Hallinta")])
        .tabs(tabs);
    if errors {
        page = page.status(http::StatusCode::UNPROCESSABLE_ENTITY);
    }
    page.render(&ctx)
}

async fn never(_: Ctx, _: Submission) -> Answer {
    Err(seloste_kernel::Fault::refused("fault-refused", "palaute.keep").into())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let mut settings = testing::settings(&format!("http://{address}"));
    settings.site_name = Arc::new(|_| "Esimerkkikeskuksen palautepalvelu".to_owned());
    settings.demo = Some(|_| maud::html! {});
    settings.test_clock = true;
    settings.nav = Arc::new(|_| {
        vec![
            Link::new("/palaute", "Anna palautetta"),
            Link::new("/hallinta", "Hallinta"),
            Link::new("/tietosuoja", "Tietosuoja"),
        ]
    });
    let kit = Kit::new(settings).map_err(|fault| format!("{fault:?}"))?;
    let routes = Router::new().route("/hallinta/tyyli", get(show).post(never));
    eprintln!("http://{address}/hallinta/tyyli");
    serve(vec![listener], kit.site(routes), ServeOptions::default(), async {
        _ = tokio::signal::ctrl_c().await;
    })
    .await;
    Ok(())
}
