//! Locating: a place on the page is a path of roles and names, looked up anew whenever it is used.

use fantoccini::Client;
use fantoccini::elements::Element;
use serde::Deserialize;
use serde_json::{Value, json};

/// Looks things up inside the page.
const FIND: &str = include_str!("find.js");

/// Where something is, whether or not it is there yet.
#[derive(Clone)]
pub struct Place {
    /// Speaks to the browser.
    pub client: Client,
    steps: Vec<Value>,
    words: String,
}

/// What can be seen and heard of something.
#[derive(Clone, Debug, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "the states that roles have")]
pub struct Look {
    pub name: String,
    pub text: String,
    pub value: String,
    pub href: String,
    pub checked: bool,
    pub selected: bool,
    pub sort: String,
    pub off: bool,
    pub invalid: bool,
    pub description: String,
    pub focused: bool,
}

/// Places that are found by their role alone or by role and name.
macro_rules! roles {
    (named: $($named:ident $role:literal),+; single: $($single:ident $single_role:literal),+) => {
        $(
            #[doc = concat!("The ", $role, " whose name is this or begins with it.")]
            pub fn $named(&self, name: &str) -> Self {
                self.step(json!({ "role": $role, "name": name }), &format!("{} “{name}”", $role))
            }
        )+
        $(
            #[doc = concat!("What has the role ", $single_role, ".")]
            pub fn $single(&self) -> Self {
                self.step(json!({ "role": $single_role }), $single_role)
            }
        )+
    };
}

impl Place {
    /// The whole page.
    pub fn page(client: Client) -> Self {
        Self { client, steps: Vec::new(), words: String::new() }
    }

    roles! {
        named: button "button", checkbox "checkbox", columnheader "columnheader", combobox "combobox", dialog "dialog",
            group "group", progressbar "progressbar", heading "heading", link "link", list "list", menuitem "menuitem",
            menuitemradio "menuitemradio", navigation "navigation", option "option", radio "radio", region "region",
            search "search", searchbox "searchbox", separator "separator", tab "tab", table "table", tablist "tablist",
            textbox "textbox";
        single: alert "alert", banner "banner", note "note", status "status"
    }

    /// The row in which this text stands.
    pub fn row(&self, text: &str) -> Self {
        self.step(json!({ "role": "row", "has": text }), &format!("row with “{text}”"))
    }

    /// The item of a list in which this text stands.
    pub fn item(&self, text: &str) -> Self {
        self.step(json!({ "role": "listitem", "has": text }), &format!("item with “{text}”"))
    }

    /// The status that says this.
    pub fn status_of(&self, text: &str) -> Self {
        self.step(json!({ "role": "status", "has": text }), &format!("status “{text}”"))
    }

    /// The cell of a row under a header.
    pub fn cell(&self, header: &str) -> Self {
        self.step(json!({ "cell": header }), &format!("cell “{header}”"))
    }

    /// Everything of a role.
    pub fn all(&self, role: &str) -> Self {
        self.step(json!({ "role": role }), role)
    }

    /// What it is, in words.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// Everything that is there now.
    pub async fn looks(&self) -> Result<Vec<Look>, String> {
        let found = self.run("return find(arguments[0]).map(look)").await?;
        serde_json::from_value(found).map_err(|error| error.to_string())
    }

    /// The one thing that is there now.
    pub async fn look(&self) -> Result<Look, String> {
        let mut looks = self.looks().await?;
        self.single(looks.len())?;
        looks.pop().ok_or_else(String::new)
    }

    /// The one element that is there now.
    pub async fn element(&self) -> Result<Element, String> {
        let found = self.run("return find(arguments[0])").await?;
        let found = found.as_array().cloned().unwrap_or_default();
        self.single(found.len())?;
        let key = |element: &Value| element.as_object()?.values().next()?.as_str().map(str::to_owned);
        let id = found.first().and_then(key).ok_or("the driver gave no element")?;
        Ok(Element::from_element_id(self.client.clone(), id.into()))
    }

    async fn run(&self, script: &str) -> Result<Value, String> {
        let script = format!("{FIND}\n{script}");
        self.client.execute(&script, vec![json!(self.steps)]).await.map_err(|error| error.to_string())
    }

    fn single(&self, found: usize) -> Result<(), String> {
        match found {
            1 => Ok(()),
            0 => Err(format!("There is no {}.", self.words)),
            many => Err(format!("There are {many} of {}.", self.words)),
        }
    }

    fn step(&self, step: Value, words: &str) -> Self {
        let mut steps = self.steps.clone();
        steps.push(step);
        let inside = if self.words.is_empty() { String::new() } else { format!(" in {}", self.words) };
        Self { client: self.client.clone(), steps, words: format!("{words}{inside}") }
    }
}
