//! A site in the process of a test: a folder on a port of its own, which is another origin than the GitLab's.

use std::io;
use std::path::Path;

use tokio::task::JoinHandle;

use super::http;
use super::site::Site;

/// A folder that is served until this is dropped.
pub struct Hosted {
    url: String,
    port: JoinHandle<io::Result<()>>,
}

impl Hosted {
    /// Serves a folder below a path.
    ///
    /// # Errors
    /// If there is no port to be had.
    pub async fn start(folder: &Path, base: &str) -> io::Result<Self> {
        let site = Site::new(folder, base);
        let listener = http::bind(0).await?;
        let url = format!("{}{}", http::url(&listener)?, site.base());
        let port = tokio::spawn(http::serve(listener, site.router()));
        Ok(Self { url, port })
    }

    /// Its address, with a slash at the end.
    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Hosted {
    fn drop(&mut self) {
        self.port.abort();
    }
}
