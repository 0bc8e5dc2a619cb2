//! Carries requests between sockets and the stage, on 127.0.0.1 only. It does not know what they mean.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use axum::body::{self, Body, Bytes, HttpBody};
use axum::extract::{Request, State};
use axum::http::{Response, StatusCode};
use axum::serve::ListenerExt;
use http_body::Frame;
use tokio::net::TcpListener;

use super::fault::Fault;
use super::stage::Shared;

/// No body of the API is near this size.
const MAX_BODY: usize = 16 * 1024 * 1024;

/// A port of this machine, ready to listen; 0 takes a free one.
pub async fn bind(port: u16) -> io::Result<TcpListener> {
    TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).await
}

/// The address of a port.
pub fn url(listener: &TcpListener) -> io::Result<String> {
    Ok(format!("http://{}", listener.local_addr()?))
}

/// Lets a router answer on a port, for good.
pub async fn serve(listener: TcpListener, router: Router) -> io::Result<()> {
    let listener = listener.tap_io(|stream| {
        // Small answers should not wait for one another; where that cannot be had, they do.
        let _ = stream.set_nodelay(true);
    });
    axum::serve(listener, router).await
}

/// The GitLab of a stage, each answer late by `latency`.
pub fn gitlab(shared: Shared, latency: Duration) -> Router {
    Router::new().fallback(answer).with_state((shared, latency))
}

/// A request with its body in hand.
pub async fn read(request: Request) -> Result<Request<Vec<u8>>, StatusCode> {
    let (parts, body) = request.into_parts();
    let bytes = body::to_bytes(body, MAX_BODY).await.map_err(|_| StatusCode::PAYLOAD_TOO_LARGE)?;
    Ok(Request::from_parts(parts, bytes.into()))
}

async fn answer(
    State((shared, latency)): State<(Shared, Duration)>,
    request: Request,
) -> Result<Response<Body>, StatusCode> {
    let request = read(request).await?;
    let (number, fault) = {
        let mut stage = shared.lock();
        (stage.log.ask(&request), stage.strike(&request))
    };
    tokio::time::sleep(latency + Duration::from_millis(fault.as_ref().map_or(0, |fault| fault.delay_ms))).await;
    if let Some(fault) = fault.as_ref().filter(|fault| fault.hang) {
        hang(&shared, fault).await;
    }
    let mut stage = shared.lock();
    let Some(answer) = stage.answer(request, fault.as_ref()) else {
        return Ok(Response::new(Body::new(Cut)));
    };
    stage.log.answer(number, answer.status().as_u16());
    Ok(answer.map(Body::from))
}

/// Waits until nobody wants this fault any more.
async fn hang(shared: &Shared, fault: &Fault) {
    loop {
        let released = shared.released.notified();
        let wanted = |other: &Fault| other.hang && other.path == fault.path && other.method == fault.method;
        if !shared.lock().faults.iter().any(wanted) {
            return;
        }
        released.await;
    }
}

/// A body that breaks before its first byte: the connection is closed and nothing of the answer was sent.
struct Cut;

impl HttpBody for Cut {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        Poll::Ready(Some(Err(io::ErrorKind::ConnectionReset.into())))
    }
}
