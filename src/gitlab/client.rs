//! Sends calls to one GitLab with one token: at a pace that suits both, reads tried again, writes never.

mod lanes;

use std::sync::Arc;
use std::time::Duration;

use futures::future::{LocalBoxFuture, select};
use http::header::CONTENT_TYPE;
use http::{HeaderValue, Method, Request, Response};
use serde::de::DeserializeOwned;

use super::endpoint::Endpoint;
use super::error::Error;
use super::instance::InstanceUrl;
use super::pace::{Wait, by_chance};
use super::page::{Page, PageToken, total};
use super::token::Token;
use super::transport::{OnlyReads, Transport, header};
use lanes::{Lane, Lanes, Rank};

/// Waits before a read is tried again after no answer or 5xx, at the longest.
const AFTER_FAILURE: [Duration; 3] = [Duration::from_millis(400), Duration::from_millis(1200), Duration::from_secs(3)];

/// What happens while calls are under way that a person should hear of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// GitLab asks to slow down; all wait, and go on in so long.
    SlowDown(Duration),
    /// It lets us in again, or there is room in the budget.
    GoingOn,
    /// The budget of this minute is used up; what is kept within it goes on in so long.
    Held(Duration),
    /// It no longer accepts the token.
    Refused(Error),
}

/// Hears of [`Notice`]s.
pub type Listener = Arc<dyn Fn(Notice) + Send + Sync>;

/// A connection to one GitLab with one token. Cheap to clone; clones share the pace.
#[derive(Clone)]
pub struct Client {
    instance: InstanceUrl,
    token: Token,
    transport: Arc<dyn Transport + Send + Sync>,
    lanes: Lanes,
    is_budgeted: bool,
    listener: Option<Listener>,
}

impl Client {
    /// Nothing is sent yet.
    pub fn new(instance: InstanceUrl, token: Token, transport: Arc<dyn Transport + Send + Sync>) -> Self {
        Self { instance, token, transport, lanes: Lanes::default(), is_budgeted: false, listener: None }
    }

    /// The same connection, with someone who hears of its notices.
    #[must_use]
    pub fn heard_by(self, listener: Listener) -> Self {
        Self { listener: Some(listener), ..self }
    }

    /// The same connection for what runs by itself: behind all that a person waits for, and within the budget a minute.
    #[must_use]
    pub fn within_budget(&self) -> Self {
        Self { is_budgeted: true, ..self.clone() }
    }

    /// How many requests may start in a minute before those within the budget have to wait, from now on and for all clones.
    pub fn set_budget(&self, a_minute: usize) {
        self.lanes.set_budget(a_minute);
    }

    /// Where it is connected to.
    pub fn instance(&self) -> &InstanceUrl {
        &self.instance
    }

    /// Sends one call.
    ///
    /// # Errors
    /// Every [`Error`].
    pub async fn send<E: Endpoint>(&self, call: &E) -> Result<E::Answer, Error> {
        let request = self.request(call, owned(call.query()));
        decode(self.exchange(as_it_asks(call, request), Kind::of(call)).await?.body())
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
        let answer = self.exchange(self.request(call, query), Kind::Read).await?;
        let items: Vec<T> = decode(answer.body())?;
        let next = page.after(answer.headers(), items.len(), call.per_page());
        Ok(Page { next, total: total(answer.headers()), items })
    }

    /// The token goes into a header and nowhere else.
    fn request<E: Endpoint>(&self, call: &E, query: Vec<(String, String)>) -> Result<Request<Vec<u8>>, Error> {
        let address = if call.is_query() { self.instance.graphql() } else { self.instance.api(&call.path()) };
        self.build(call.method(), address, query, call.body())
    }

    fn build(
        &self,
        method: Method,
        mut address: String,
        query: Vec<(String, String)>,
        body: Option<String>,
    ) -> Result<Request<Vec<u8>>, Error> {
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
        kind: Kind,
    ) -> LocalBoxFuture<'_, Result<Response<Vec<u8>>, Error>> {
        Box::pin(async move { self.try_exchange(&request?, kind).await })
    }

    async fn try_exchange(&self, request: &Request<Vec<u8>>, kind: Kind) -> Result<Response<Vec<u8>>, Error> {
        let is_read = kind != Kind::Write;
        let rank = self.lanes.rank(self.is_budgeted);
        let tries = if kind == Kind::Query { 1 } else { AFTER_FAILURE.len() };
        let (mut failures, mut refusals) = (AFTER_FAILURE.iter().take(tries), 0);
        loop {
            let lane = self.lane(rank).await;
            let outcome = self.transport.send(request.clone()).await;
            let now = self.transport.now();
            let gave_up = matches!(&outcome, Err(unreachable) if unreachable.timed_out);
            let error = match outcome {
                Ok(answer) if answer.status().is_success() => {
                    self.tell(Notice::GoingOn, lane.answered(now));
                    return Ok(answer);
                }
                Ok(answer) => Error::from_answer(answer.status(), answer.body()),
                Err(unreachable) => unreachable.into(),
            };
            if error == Error::RateLimited {
                let refusal = lane.refused(now, &mut refusals);
                self.tell(Notice::SlowDown(refusal.pause.unwrap_or_default()), is_read && refusal.pause.is_some());
                if is_read && refusal.again {
                    continue;
                }
            } else if error.is_passing() {
                lane.failed(now);
                if let (true, false, Some(pause)) = (is_read, gave_up, failures.next()) {
                    self.transport.pause(by_chance(*pause, now)).await;
                    continue;
                }
            } else {
                self.tell(Notice::GoingOn, lane.answered(now));
            }
            // What is done with a runner's own token says nothing about the user's.
            let is_personal = request.headers().contains_key(&header::PRIVATE_TOKEN) && kind != Kind::Query;
            self.tell(Notice::Refused(error.clone()), is_personal && matches!(error, Error::Unauthorized(_)));
            return Err(error);
        }
    }

    /// Waits for its turn. Only the first in line waits for the time to pass; the others for being first.
    async fn lane(&self, rank: Rank) -> Lane {
        let place = self.lanes.line_up(rank);
        let mut was_held = false;
        loop {
            match place.start(self.transport.now()) {
                Ok(lane) => {
                    self.tell(Notice::GoingOn, was_held);
                    return lane;
                }
                Err(Wait::ForOne) => place.call().await,
                Err(wait @ (Wait::Millis(millis) | Wait::Budget(millis))) => {
                    let wanted = Duration::from_millis(millis.into());
                    // Nobody wonders about less than a second.
                    let is_held = matches!(wait, Wait::Budget(1000..));
                    self.tell(Notice::Held(wanted), is_held);
                    was_held |= is_held;
                    let pause = self.transport.pause(wanted);
                    select(pause, std::pin::pin!(place.call())).await;
                }
            }
        }
    }

    fn tell(&self, notice: Notice, worth_it: bool) {
        if let (Some(listener), true) = (&self.listener, worth_it) {
            listener(notice);
        }
    }
}

/// What a call means for how it is sent.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Tried again.
    Read,
    /// Tried again once: REST tells the same. GraphQL does not take every token that REST takes, so its 401 says nothing
    /// about the token.
    Query,
    /// Sent once.
    Write,
}

impl Kind {
    fn of<E: Endpoint>(call: &E) -> Self {
        match call.method() {
            _ if call.is_query() => Self::Query,
            Method::GET => Self::Read,
            _ => Self::Write,
        }
    }
}

/// With the headers of its own that a call has, and without the token where it is not for somebody's own.
fn as_it_asks<E: Endpoint>(call: &E, request: Result<Request<Vec<u8>>, Error>) -> Result<Request<Vec<u8>>, Error> {
    let mut request = request?;
    if call.is_query() {
        request.extensions_mut().insert(OnlyReads);
    }
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
