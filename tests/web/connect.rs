//! The form that connects, as far as it goes without a GitLab.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::form::{Form, with_text};

#[wasm_bindgen_test]
async fn it_begins_with_gitlab_com_and_forgets_with_the_tab() {
    let form = Form::open().await;
    with_text("h1", "Connect to GitLab");
    assert_eq!(form.field("GitLab URL").value(), "https://gitlab.com");
    assert_eq!(form.field("Personal access token").value(), "");
    assert!(form.field("Until this tab is closed").checked());
    assert!(!form.field("On this device").checked());
}

#[wasm_bindgen_test]
async fn the_link_to_a_new_token_follows_the_address() {
    let form = Form::open().await;
    for (typed, page) in [
        ("gitlab.example.com", "https://gitlab.example.com/-/user_settings/personal_access_tokens"),
        ("localhost:8080/gitlab/", "http://localhost:8080/gitlab/-/user_settings/personal_access_tokens"),
    ] {
        form.fill("GitLab URL", typed).await;
        let href = with_text("a", "Create a token").get_attribute("href").unwrap();
        assert!(href.starts_with(page) && href.contains("scopes=api"), "{href}");
    }
}

#[wasm_bindgen_test]
async fn an_empty_token_is_refused_at_its_field() {
    let form = Form::open().await;
    assert_eq!(form.problem("Personal access token"), None);
    form.press("Connect").await;
    let said = form.problem("Personal access token").unwrap();
    assert!(said.starts_with("Paste a personal access token."), "{said}");
    assert_eq!(form.problem("GitLab URL"), None);
    form.fill("Personal access token", "glpat-x").await;
    assert_eq!(form.problem("Personal access token"), None);
}

#[wasm_bindgen_test]
async fn an_address_that_is_none_is_refused_at_its_field() {
    let form = Form::open().await;
    for (typed, said) in [
        ("", "Enter the address of your GitLab"),
        ("https://me:secret@gitlab.com", "Leave out the user name and password."),
        ("not an address", "This is not an address."),
    ] {
        form.fill("GitLab URL", typed).await;
        form.press("Connect").await;
        let problem = form.problem("GitLab URL").unwrap();
        assert!(problem.starts_with(said), "{problem}");
    }
}

#[wasm_bindgen_test]
async fn a_token_is_dots_until_one_asks_to_see_it() {
    let form = Form::open().await;
    let token = form.field("Personal access token");
    assert_eq!((token.type_().as_str(), token.autocomplete().as_str()), ("password", "off"));
    form.press("Show the secret").await;
    assert_eq!(token.type_(), "text");
    form.press("Hide the secret").await;
    assert_eq!(token.type_(), "password");
}
