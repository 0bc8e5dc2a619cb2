//! Words that many runners share, each kept once: tags, versions, platforms, people, places.

use std::collections::HashMap;
use std::sync::Arc;

use super::haystack::{Haystack, Stand};

/// A shared word, by its number. The default is no word at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Text(u32);

impl Text {
    /// Whether there is a word.
    pub fn is_some(self) -> bool {
        self.0 != 0
    }

    /// Its number, for tables that are kept beside.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A shared list of words, by its number. The default is the empty list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TextList(u32);

impl TextList {
    /// Its number, for tables that are kept beside.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// All shared words and lists of them.
#[derive(Clone, Debug)]
pub struct Texts {
    words: Vec<Arc<str>>,
    haystack: Haystack,
    /// The other names of words.
    called: HashMap<Text, Stand>,
    numbers: HashMap<Arc<str>, Text>,
    lists: Vec<Arc<[Text]>>,
    list_numbers: HashMap<Arc<[Text]>, TextList>,
}

impl Default for Texts {
    fn default() -> Self {
        let (word, list): (Arc<str>, Arc<[Text]>) = (Arc::from(""), Arc::from([]));
        Self {
            words: vec![Arc::clone(&word)],
            haystack: Haystack::default(),
            called: HashMap::new(),
            numbers: HashMap::from([(word, Text(0))]),
            lists: vec![Arc::clone(&list)],
            list_numbers: HashMap::from([(list, TextList(0))]),
        }
    }
}

impl Texts {
    /// The number of a word; the empty word is none.
    pub fn number(&mut self, word: &str) -> Text {
        if let Some(known) = self.numbers.get(word) {
            return *known;
        }
        let (number, word): (_, Arc<str>) = (Text(next(self.words.len())), Arc::from(word));
        // A way is found by the name of its place, not by what kind of place that is.
        let searched = word.strip_prefix("group:").or_else(|| word.strip_prefix("project:")).unwrap_or(&word);
        self.haystack.push(number.index(), &[searched]);
        self.words.push(Arc::clone(&word));
        self.numbers.insert(word, number);
        number
    }

    /// The number of a word that may be missing.
    pub fn maybe(&mut self, word: Option<&str>) -> Text {
        word.map_or(Text(0), |word| self.number(word))
    }

    /// The number of a word that is there already.
    pub fn find(&self, word: &str) -> Option<Text> {
        self.numbers.get(word).copied()
    }

    /// Lets a word be found by another name as well, in the place of the last one it was given.
    pub fn call(&mut self, text: Text, name: &str) {
        if let Some(before) = self.called.get(&text) {
            if self.haystack.get(*before) == super::find::lower(name) {
                return;
            }
            self.haystack.forget(*before);
        }
        let stand = self.haystack.push(text.index(), &[name]);
        self.called.insert(text, stand);
    }

    /// Calls with each word in which a text in lower case stands, or in its other name.
    pub fn search(&self, text: &str, mut found: impl FnMut(Text)) {
        self.haystack.find(text, |number| found(Text(next(number))));
    }

    /// The word.
    pub fn word(&self, text: Text) -> &str {
        self.words.get(text.index()).map_or("", |word| word)
    }

    /// The word, if there is one.
    pub fn some(&self, text: Text) -> Option<&str> {
        text.is_some().then(|| self.word(text))
    }

    /// Every word, the empty one first, in the order of their numbers.
    pub fn words(&self) -> impl ExactSizeIterator<Item = &str> {
        self.words.iter().map(|word| &**word)
    }

    /// The number of a list of words.
    pub fn list<'a>(&mut self, words: impl IntoIterator<Item = &'a str>) -> TextList {
        let list: Vec<Text> = words.into_iter().map(|word| self.number(word)).collect();
        self.list_of(&list)
    }

    /// The number of a list of numbers.
    pub fn list_of(&mut self, list: &[Text]) -> TextList {
        if let Some(known) = self.list_numbers.get(list) {
            return *known;
        }
        let (number, list): (_, Arc<[Text]>) = (TextList(next(self.lists.len())), Arc::from(list));
        self.lists.push(Arc::clone(&list));
        self.list_numbers.insert(list, number);
        number
    }

    /// A list with more numbers in it, in their order; the same list if they are there.
    pub fn with(&mut self, list: TextList, more: &[Text]) -> TextList {
        let is_there = |text: &Text| self.items(list).binary_search(text).is_ok();
        if more.iter().all(is_there) {
            return list;
        }
        let mut all = self.items(list).to_vec();
        for text in more {
            if let Err(at) = all.binary_search(text) {
                all.insert(at, *text);
            }
        }
        self.list_of(&all)
    }

    /// What is in a list.
    pub fn items(&self, list: TextList) -> &[Text] {
        self.lists.get(list.index()).map_or(&[], |list| list)
    }

    /// The words of a list.
    pub fn words_of(&self, list: TextList) -> impl Iterator<Item = &str> + Clone {
        self.items(list).iter().map(|text| self.word(*text))
    }

    /// The number of every list, the empty one first.
    pub fn all_lists(&self) -> impl Iterator<Item = TextList> + use<> {
        (0..next(self.lists.len())).map(TextList)
    }

    /// Every list, the empty one first, in the order of their numbers.
    pub fn lists(&self) -> impl ExactSizeIterator<Item = &[Text]> {
        self.lists.iter().map(|list| &**list)
    }
}

/// More words than a page could hold are told apart no more.
fn next(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_kept_once() {
        let mut texts = Texts::default();
        let (linux, windows) = (texts.number("linux"), texts.number("windows"));
        assert_eq!((texts.number("linux"), texts.word(windows)), (linux, "windows"));
        assert_eq!(texts.some(texts.find("").unwrap()), None);
        assert_eq!((texts.maybe(None), texts.find("mac")), (Text::default(), None));
    }

    #[test]
    fn a_word_is_found_by_its_last_other_name() {
        let mut texts = Texts::default();
        let app = texts.number("acme/app");
        for name in ["Weather", "Sun", "Sun"] {
            texts.call(app, name);
        }
        let found = |word: &str| {
            let mut found = Vec::new();
            texts.search(word, |text| found.push(text));
            found
        };
        assert_eq!([found("acme"), found("sun"), found("weather")], [vec![app], vec![app], vec![]]);
    }

    #[test]
    fn a_list_is_kept_once() {
        let mut texts = Texts::default();
        let list = texts.list(["gpu", "linux"]);
        assert_eq!(texts.list(["gpu", "linux"]), list);
        assert_ne!(texts.list(["linux", "gpu"]), list);
        assert_eq!(texts.words_of(list).collect::<Vec<_>>(), ["gpu", "linux"]);
        assert_eq!((texts.list([]), texts.lists().len()), (TextList::default(), 3));
    }
}
