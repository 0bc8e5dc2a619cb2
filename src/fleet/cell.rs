//! What stands in one cell, as a value: for showing, grouping and exporting.

/// What stands in one cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'a> {
    /// It needs details that are not loaded, or nobody tells it.
    Unknown,
    /// There is nothing.
    Empty,
    /// A word or a line of text.
    Text(&'a str),
    /// Several words.
    List(Vec<&'a str>),
    /// A number.
    Number(u64),
    /// Seconds.
    Seconds(u32),
    /// A moment in epoch milliseconds.
    Time(i64),
    /// It has never happened.
    Never,
    /// Yes or no.
    Flag(bool),
}

impl<'a> Cell<'a> {
    /// A text that may be missing.
    pub fn text(text: Option<&'a str>) -> Self {
        text.filter(|text| !text.is_empty()).map_or(Self::Empty, Self::Text)
    }
}
