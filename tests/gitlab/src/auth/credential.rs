//! Where a request may carry its token. It does not know whether the token is any good.

use http::HeaderMap;
use http::header::AUTHORIZATION;

use crate::base64;
use crate::params::Params;

/// How the token of a job begins, which is none of a person.
const JOB_TOKEN: &str = "glcbt-";

/// The first credential that is not blank.
pub fn find(headers: &HeaderMap, params: &Params) -> Option<String> {
    let authorization = header(headers, AUTHORIZATION.as_str());
    params
        .text("private_token")
        .map(str::to_owned)
        .or_else(|| header(headers, "private-token").filter(|secret| !secret.starts_with(JOB_TOKEN)).map(str::to_owned))
        .or_else(|| params.text("access_token").map(str::to_owned))
        .or_else(|| after(authorization?, "bearer").map(str::to_owned))
        .or_else(|| password(after(authorization?, "basic")?))
}

fn header<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name)?.to_str().ok().map(str::trim).filter(|text| !text.is_empty())
}

fn after<'t>(authorization: &'t str, scheme: &str) -> Option<&'t str> {
    let (own, rest) = authorization.split_once(' ')?;
    own.eq_ignore_ascii_case(scheme).then_some(rest.trim()).filter(|text| !text.is_empty())
}

fn password(encoded: &str) -> Option<String> {
    let pair = String::from_utf8(base64::decode(encoded)?).ok()?;
    pair.split_once(':').map(|(_, password)| password.to_owned()).filter(|password| !password.is_empty())
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn found(headers: &[(&'static str, &'static str)], query: &str) -> Option<String> {
        let mut params = Params::default();
        params.add_form(query.as_bytes());
        find(
            &headers.iter().map(|(name, value)| (name.parse().unwrap(), HeaderValue::from_static(value))).collect(),
            &params,
        )
    }

    #[test]
    fn the_first_place_that_is_not_blank_wins() {
        let private = ("private-token", "p");
        let bearer = ("authorization", "Bearer b");
        assert_eq!(found(&[private, bearer], "private_token=q").as_deref(), Some("q"));
        assert_eq!(found(&[private, bearer], "private_token=").as_deref(), Some("p"));
        assert_eq!(found(&[("private-token", " "), bearer], "").as_deref(), Some("b"));
        assert_eq!(found(&[bearer], "access_token=a").as_deref(), Some("a"));
        assert_eq!(found(&[("authorization", "Basic bWlyYTpnbHBhdA==")], "").as_deref(), Some("glpat"));
    }

    #[test]
    fn tokens_of_jobs_and_deployments_do_not_count() {
        assert_eq!(found(&[("job-token", "glcbt-x"), ("deploy-token", "y")], ""), None);
        assert_eq!(found(&[("private-token", "glcbt-x")], ""), None);
        assert_eq!(found(&[("authorization", "Digest x")], ""), None);
    }
}
