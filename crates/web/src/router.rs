//! The routes of a site. It knows all of them, so that what is asked of every page can be asked
//! of a list that nobody keeps by hand.

use std::collections::BTreeSet;
use std::convert::Infallible;

use axum::extract::Request;
use axum::handler::Handler;
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, Route};
use tower::{Layer, Service};

/// The router of `axum` that remembers its paths. A site is made of nothing else.
#[derive(Debug, Clone)]
pub struct Router<S = ()> {
    routes: axum::Router<S>,
    paths: BTreeSet<String>,
}

impl<S: Clone + Send + Sync + 'static> Router<S> {
    /// Without routes.
    pub fn new() -> Self {
        Self { routes: axum::Router::new(), paths: BTreeSet::new() }
    }

    /// With the routes of a router that describes itself: these are its paths.
    pub fn described(routes: axum::Router<S>, paths: impl IntoIterator<Item = String>) -> Self {
        Self { routes, paths: paths.into_iter().collect() }
    }

    /// Answers at this path, with `axum`'s `{names}` in it.
    #[must_use]
    pub fn route(mut self, path: &str, methods: MethodRouter<S>) -> Self {
        self.paths.insert(path.to_owned());
        Self { routes: self.routes.route(path, methods), ..self }
    }

    /// With the routes of another one.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.paths.extend(other.paths);
        Self { routes: self.routes.merge(other.routes), ..self }
    }

    /// What answers where there is no route.
    #[must_use]
    pub fn fallback<T: 'static>(self, handler: impl Handler<T, S>) -> Self {
        Self { routes: self.routes.fallback(handler), ..self }
    }

    /// Puts this around every route so far.
    #[must_use]
    pub fn layer<L>(self, layer: L) -> Self
    where
        L: Layer<Route> + Clone + Send + Sync + 'static,
        L::Service: Service<Request, Error: Into<Infallible>, Response: IntoResponse, Future: Send>
            + Clone
            + Send
            + Sync
            + 'static,
    {
        Self { routes: self.routes.layer(layer), ..self }
    }

    /// Gives the handlers their state.
    pub fn with_state<T>(self, state: S) -> Router<T> {
        Router { routes: self.routes.with_state(state), paths: self.paths }
    }

    /// The router itself and every path that it answers at, sorted.
    pub(crate) fn into_parts(self) -> (axum::Router<S>, Vec<String>) {
        (self.routes, self.paths.into_iter().collect())
    }
}

impl<S: Clone + Send + Sync + 'static> Default for Router<S> {
    fn default() -> Self {
        Self::new()
    }
}
