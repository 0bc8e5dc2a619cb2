//! The browser's fetch as a [`Transport`]: no cookies, no redirect followed, aborted when nobody waits any more.

use std::time::Duration;

use futures::future::{Either, LocalBoxFuture, select};
use gloo_net::http::{Headers, RequestBuilder};
use http::request::Parts;
use http::{Method, Request, Response};
use web_sys::{AbortController, AbortSignal, RequestCache, RequestCredentials, RequestRedirect};

use super::{performance, timers};
use crate::gitlab::transport::{Freshness, OnlyReads, TIMEOUT, Transport, Unreachable, header};

/// Sends requests to one GitLab through `fetch`.
#[derive(Debug, Default)]
pub struct Fetch {
    freshness: Freshness,
}

impl Transport for Fetch {
    fn send(&self, request: Request<Vec<u8>>) -> LocalBoxFuture<'_, Result<Response<Vec<u8>>, Unreachable>> {
        Box::pin(async move {
            let mut abort = AbortOnDrop(AbortController::new().ok());
            let signal = abort.0.as_ref().map(AbortController::signal);
            let answer = std::pin::pin!(self.exchange(request, signal));
            match select(answer, std::pin::pin!(sleep(TIMEOUT))).await {
                Either::Left((answer, _)) => {
                    if answer.is_ok() {
                        abort.0 = None;
                    }
                    answer.map_err(|_| Unreachable { timed_out: false })
                }
                Either::Right(_) => Err(Unreachable { timed_out: true }),
            }
        })
    }

    fn pause(&self, span: Duration) -> LocalBoxFuture<'_, ()> {
        Box::pin(sleep(span))
    }

    fn now(&self) -> i64 {
        performance::now()
    }
}

async fn sleep(duration: Duration) {
    timers::sleep(u32::try_from(duration.as_millis()).unwrap_or(u32::MAX)).await;
}

/// The request is given up when this goes. What was answered to its end has nothing to give up, and saying so takes a while.
struct AbortOnDrop(Option<AbortController>);

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }
}

impl Fetch {
    async fn exchange(
        &self,
        request: Request<Vec<u8>>,
        signal: Option<AbortSignal>,
    ) -> Result<Response<Vec<u8>>, gloo_net::Error> {
        let (parts, body) = request.into_parts();
        let headers = Headers::new();
        for (name, value) in &parts.headers {
            headers.append(name.as_str(), value.to_str().unwrap_or_default());
        }
        let builder = RequestBuilder::new(&parts.uri.to_string())
            .method(parts.method.clone())
            .headers(headers)
            .credentials(RequestCredentials::Omit)
            // A redirect to another host would take the token with it: browsers keep headers they do not know.
            .redirect(RequestRedirect::Manual)
            .cache(self.cache(&parts))
            .abort_signal(signal.as_ref());
        let request =
            if body.is_empty() { builder.build()? } else { builder.body(js_sys::Uint8Array::from(body.as_slice()))? };
        let answer = request.send().await?;
        // Where a redirect leads browsers do not tell, nor which one it is; their word for it is 0.
        let status = Some(answer.status()).filter(|status| *status != 0).unwrap_or(301);
        let mut response = Response::builder().status(status);
        if parts.method == Method::GET {
            self.freshness.learn(status, answer.headers().get("cache-control").as_deref());
        }
        for name in header::READ {
            if let Some(value) = answer.headers().get(name.as_str()) {
                response = response.header(name, value);
            }
        }
        let bytes = answer.binary().await?;
        response.body(bytes).map_err(|error| gloo_net::Error::GlooError(error.to_string()))
    }

    /// What is shown before a change is decided must be what GitLab has now, and a token that it tells once is not to be
    /// kept. Chromium forgets what it may send where (its preflights) for requests that say so; those whose answers say
    /// it by themselves need not.
    fn cache(&self, parts: &Parts) -> RequestCache {
        match parts.method {
            _ if parts.extensions.get::<OnlyReads>().is_some() => RequestCache::Default,
            Method::GET if self.freshness.is_always_asked_for() => RequestCache::Default,
            Method::GET => RequestCache::NoCache,
            _ => RequestCache::NoStore,
        }
    }
}
