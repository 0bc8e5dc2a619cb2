//! Sends calls to one GitLab with one token: at most six at once, reads tried again, writes never.

use std::sync::Arc;
use std::time::Duration;

use async_lock::Semaphore;
use futures::future::LocalBoxFuture;
use http::header::CONTENT_TYPE;
use http::{HeaderValue, Method, Request, Response};
use serde::de::DeserializeOwned;

use super::endpoint::Endpoint;
use super::error::Error;
use super::instance::InstanceUrl;
use super::page::{Page, PageToken, total};
use super::token::Token;
use super::transport::{Transport, header};

/// Requests under way at the same time; over HTTP/1.1 a browser holds at six by itself.
const AT_ONCE: usize = 6;

/// Waits before a read is tried again after no answer or 5xx.
const AFTER_FAILURE: [Duration; 3] = [Duration::from_millis(400), Duration::from_millis(1200), Duration::from_secs(3)];

/// Waits before a read is tried again after 429. `Retry-After` cannot be read from a page, so they grow blindly.
const AFTER_RATE_LIMIT: [Duration; 6] = [
    Duration::from_secs(2),
    Duration::from_secs(4),
    Duration::from_secs(8),
    Duration::from_secs(16),
    Duration::from_secs(30),
    Duration::from_mins(1),
];

/// What happens while calls are under way that a person should hear of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// GitLab asks to slow down; going on in about so long.
    SlowDown(Duration),
    /// It lets us in again.
    GoingOn,
    /// It no longer accepts the token.
    Refused(Error),
}

/// Hears of [`Notice`]s.
pub type Listener = Arc<dyn Fn(Notice) + Send + Sync>;

/// A connection to one GitLab with one token. Cheap to clone; clones share the limit.
#[derive(Clone)]
pub struct Client {
    instance: InstanceUrl,
    token: Token,
    transport: Arc<dyn Transport + Send + Sync>,
    gate: Arc<Semaphore>,
    listener: Option<Listener>,
}

impl Client {
    /// Nothing is sent yet.
    pub fn new(instance: InstanceUrl, token: Token, transport: Arc<dyn Transport + Send + Sync>) -> Self {
        Self { instance, token, transport, gate: Arc::new(Semaphore::new(AT_ONCE)), listener: None }
    }

    /// The same connection, with someone who hears of its notices.
    #[must_use]
    pub fn heard_by(self, listener: Listener) -> Self {
        Self { listener: Some(listener), ..self }
    }

    /// Where it is connected to.
    pub fn instance(&self) -> &InstanceUrl {
        &self.instance
    }

    /// The same connection for what is part of a sweep.
    #[must_use]
    pub fn within_budget(&self) -> Self {
        self.clone()
    }

    /// How many requests a minute a sweep may send.
    pub fn set_budget(&self, _requests: u32) {}

    /// Sends one call.
    ///
    /// # Errors
    /// Every [`Error`].
    pub async fn send<E: Endpoint>(&self, call: &E) -> Result<E::Answer, Error> {
        let request = self.request(call.method(), &call.path(), owned(call.query()), call.body());
        decode(self.exchange(as_it_asks(call, request)).await?.body())
    }

    /// Asks for one page of a list.
    ///
    /// # Errors
    /// Every [`Error`].
    pub async fn page<T, E>(&self, call: &E, page: &PageToken) -> Result<Page<T>, Error>
    where
        T: DeserializeOwned,
        E: Endpoint<Answer = Vec<T>>,
    {
        let place = page.query(call.per_page());
        let mut query = owned(call.query());
        // What a cursor says as well is said once.
        query.retain(|(key, _)| place.iter().all(|(other, _)| other != key));
        query.extend(place);
        let answer = self.exchange(self.request(call.method(), &call.path(), query, None)).await?;
        let items: Vec<T> = decode(answer.body())?;
        let next = page.after(answer.headers(), items.len(), call.per_page());
        Ok(Page { next, total: total(answer.headers()), items })
    }

    /// The token goes into a header and nowhere else.
    fn request(
        &self,
        method: Method,
        path: &str,
        query: Vec<(String, String)>,
        body: Option<String>,
    ) -> Result<Request<Vec<u8>>, Error> {
        let mut address = self.instance.api(path);
        if !query.is_empty() {
            let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(query).finish();
            address = format!("{address}?{query}");
        }
        let mut request =
            Request::builder().method(method).uri(address).header(&header::PRIVATE_TOKEN, self.token.reveal());
        if body.is_some() {
            request = request.header(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        }
        let body = body.map(String::into_bytes).unwrap_or_default();
        request.body(body).map_err(|_| Error::NotFound { message: None })
    }

    /// Sends until there is an answer worth giving back. Boxed, so that its code is in the page once and not once a call.
    fn exchange(
        &self,
        request: Result<Request<Vec<u8>>, Error>,
    ) -> LocalBoxFuture<'_, Result<Response<Vec<u8>>, Error>> {
        Box::pin(async move { self.try_exchange(&request?).await })
    }

    async fn try_exchange(&self, request: &Request<Vec<u8>>) -> Result<Response<Vec<u8>>, Error> {
        let _permit = self.gate.acquire().await;
        let (mut failures, mut limits) = (AFTER_FAILURE.iter(), AFTER_RATE_LIMIT.iter());
        loop {
            let outcome = self.transport.send(request.clone()).await;
            let gave_up = matches!(&outcome, Err(unreachable) if unreachable.timed_out);
            let error = match outcome {
                Ok(answer) if answer.status().is_success() => {
                    self.tell(Notice::GoingOn, limits.len() < AFTER_RATE_LIMIT.len());
                    return Ok(answer);
                }
                Ok(answer) => Error::from_answer(answer.status(), answer.body()),
                Err(unreachable) => unreachable.into(),
            };
            let is_read = request.method() == Method::GET;
            let pause = match &error {
                Error::RateLimited if is_read => limits.next(),
                error if error.is_passing() && is_read && !gave_up => failures.next(),
                _ => None,
            };
            let Some(pause) = pause else {
                // What is done with a runner's own token says nothing about the user's.
                let is_personal = request.headers().contains_key(&header::PRIVATE_TOKEN);
                self.tell(Notice::Refused(error.clone()), is_personal && matches!(error, Error::Unauthorized(_)));
                return Err(error);
            };
            self.tell(Notice::SlowDown(*pause), error == Error::RateLimited);
            self.transport.pause(*pause).await;
        }
    }

    fn tell(&self, notice: Notice, worth_it: bool) {
        if let (Some(listener), true) = (&self.listener, worth_it) {
            listener(notice);
        }
    }
}

/// With the headers of its own that a call has, and without the token where it is not for somebody's own.
fn as_it_asks<E: Endpoint>(call: &E, request: Result<Request<Vec<u8>>, Error>) -> Result<Request<Vec<u8>>, Error> {
    let mut request = request?;
    if !call.is_personal() {
        request.headers_mut().remove(&header::PRIVATE_TOKEN);
    }
    if let Some(date) = call.unmodified_since().and_then(|at| HeaderValue::try_from(at.to_http_date()).ok()) {
        request.headers_mut().insert(&header::IF_UNMODIFIED_SINCE, date);
    }
    Ok(request)
}

fn owned(query: Vec<(&'static str, String)>) -> Vec<(String, String)> {
    query.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

/// No body at all reads as `null`, so that a 204 decodes to `()`.
fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, Error> {
    let json = if body.is_empty() { b"null" } else { body };
    serde_json::from_slice(json).map_err(|error| Error::from_body(json, &error))
}

#[cfg(test)]
mod tests;
