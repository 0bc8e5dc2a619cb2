//! A piece of the page made once from static HTML and filled anew often, writing only what differs from last time.
//!
//! For what changes at every frame, such as the rows of a long table: no signals and no closures belong to it.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTemplateElement, Node, window};

use super::sprite;

/// What a piece looks like before it is filled.
pub struct Template(Element);

impl Template {
    /// Reads HTML with one root, given in pieces. Only what stands in the code is ever read as HTML. `data-icon` names the
    /// icon that is drawn in an `svg`.
    pub fn new(pieces: &[&'static str]) -> Option<Self> {
        let document = window()?.document()?;
        let template = document.create_element("template").ok()?.dyn_into::<HtmlTemplateElement>().ok()?;
        template.set_inner_html(&pieces.concat());
        let root = template.content().first_element_child()?;
        let icons = root.query_selector_all("[data-icon]").ok()?;
        for icon in (0..icons.length()).filter_map(|index| icons.item(index)?.dyn_into::<Element>().ok()) {
            sprite::draw(&icon, &icon.get_attribute("data-icon").unwrap_or_default());
        }
        Some(Self(root))
    }

    /// The same with an attribute on each child of its root that counts them from 1.
    #[must_use]
    pub fn numbered(self, attribute: &str) -> Self {
        let children = self.0.children();
        for index in 0..children.length() {
            if let Some(child) = children.item(index) {
                let _ = child.set_attribute(attribute, &(index + 1).to_string());
            }
        }
        self
    }

    /// Makes one more of it.
    pub fn stamp(&self) -> Option<Stamp> {
        let document = window()?.document()?;
        let root: HtmlElement = document.import_node_with_deep(&self.0, true).ok()?.dyn_into().ok()?;
        let found = root.query_selector_all("[data-part]").ok()?;
        let elements = (0..found.length()).filter_map(|index| found.item(index)?.dyn_into::<Element>().ok());
        let parts = std::iter::once(root.clone().into())
            .chain(elements)
            .filter_map(|element| {
                let name = element.get_attribute("data-part")?;
                let _ = element.remove_attribute("data-part");
                Some((name, Part::of(element)))
            })
            .collect();
        Some(Stamp { root, parts })
    }
}

/// A piece, with its parts by the names that `data-part` gave them.
pub struct Stamp {
    root: HtmlElement,
    parts: Vec<(String, Part)>,
}

impl Stamp {
    /// Its outermost element.
    pub fn root(&self) -> HtmlElement {
        self.root.clone()
    }

    /// Takes out the first part of that name, in the order of the HTML.
    pub fn take(&mut self, name: &str) -> Part {
        let place = self.parts.iter().position(|(own, _)| own == name);
        place.map(|place| self.parts.remove(place).1).unwrap_or_default()
    }
}

/// An element that is filled often, and what it was told last. One that is not there takes everything and shows nothing.
#[derive(Default)]
pub struct Part {
    element: Option<Element>,
    /// Its text, once it has one.
    text: Option<Node>,
    /// What was written, by attribute; its text stands under the empty name.
    said: Vec<(&'static str, Option<String>)>,
    /// What it was worked out from, for what is dear to work out.
    source: Option<i64>,
    /// Its children where it is a list, and what one of them looks like.
    items: Vec<Part>,
    pattern: Option<Element>,
}

impl Part {
    /// A part of an element that is there already.
    pub fn of(element: Element) -> Self {
        Self { element: Some(element), ..Self::default() }
    }

    /// Writes its text.
    pub fn text(&mut self, text: &str) {
        if !self.is_new("", Some(text)) {
            return;
        }
        if let Some(node) = &self.text {
            node.set_node_value(Some(text));
        } else if let Some(element) = &self.element {
            element.set_text_content(Some(text));
            self.text = element.first_child();
        }
    }

    /// Writes an attribute, or takes it away.
    pub fn attribute(&mut self, name: &'static str, value: Option<&str>) {
        if !self.is_new(name, value) {
            return;
        }
        if let Some(element) = &self.element {
            let _ = match value {
                Some(value) => element.set_attribute(name, value),
                None => element.remove_attribute(name),
            };
        }
    }

    /// Takes the outline of an icon of the sprite; it is a `path`.
    pub fn outline(&mut self, icon: &'static str) {
        if self.is_new("d", Some(icon))
            && let Some(element) = &self.element
        {
            sprite::outline(element, icon);
        }
    }

    /// Writes an attribute that is there or not.
    pub fn flag(&mut self, name: &'static str, on: bool) {
        self.attribute(name, on.then_some(""));
    }

    /// Shows it or not.
    pub fn shown(&mut self, on: bool) {
        self.flag("hidden", !on);
    }

    /// Checks a checkbox or not. A person may have changed it since, so it is asked.
    pub fn checked(&mut self, on: bool) {
        let input = self.element.as_ref().and_then(|element| element.dyn_ref::<HtmlInputElement>());
        if let Some(input) = input.filter(|input| input.checked() != on) {
            input.set_checked(on);
        }
    }

    /// Shows that some of what a checkbox stands for is on.
    pub fn mixed(&mut self, on: bool) {
        if let Some(input) = self.element.as_ref().and_then(|element| element.dyn_ref::<HtmlInputElement>()) {
            input.set_indeterminate(on);
        }
    }

    /// How wide it is, in pixels.
    pub fn width(&self) -> i32 {
        self.element.as_ref().and_then(|element| element.dyn_ref::<HtmlElement>()).map_or(0, HtmlElement::offset_width)
    }

    /// Writes one child for each text, made like the child it has in the HTML.
    pub fn list<'a>(&mut self, texts: impl Iterator<Item = &'a str>) {
        let Some(element) = self.element.clone() else { return };
        if self.pattern.is_none() {
            self.pattern = element.first_element_child();
            element.set_text_content(None);
        }
        let mut count = 0;
        for text in texts {
            if count == self.items.len() {
                let pattern = self.pattern.as_ref().and_then(|pattern| pattern.clone_node_with_deep(true).ok());
                let Some(item) = pattern.and_then(|node| node.dyn_into::<Element>().ok()) else { return };
                let _ = element.append_child(&item);
                self.items.push(Self::of(item));
            }
            self.items[count].text(text);
            count += 1;
        }
        for item in self.items.drain(count..) {
            if let Some(item) = item.element {
                item.remove();
            }
        }
    }

    /// Notes what its words are to be worked out from; false if they were worked out from the same.
    pub fn is_another(&mut self, source: i64) -> bool {
        self.source.replace(source) != Some(source)
    }

    /// Notes what is to be written; false if that is what stands there.
    fn is_new(&mut self, name: &'static str, value: Option<&str>) -> bool {
        let Some((_, said)) = self.said.iter_mut().find(|(own, _)| *own == name) else {
            self.said.push((name, value.map(str::to_owned)));
            return true;
        };
        if said.as_deref() == value {
            return false;
        }
        *said = value.map(str::to_owned);
        true
    }
}
