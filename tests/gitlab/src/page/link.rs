//! `Link` headers. It does not know which pages there are.

use crate::ask::Ask;
use crate::params::Params;

/// One link of the header: the asked address with all its parameters, some of them changed.
pub fn link(ask: &Ask, params: &Params, changed: &[(&str, String)], rel: &str) -> String {
    let mut params = params.clone();
    for (key, value) in changed {
        params.set(key, value.as_str());
    }
    format!("<{}?{}>; rel=\"{rel}\"", ask.url(), params.to_query())
}
