//! How the table shows what was found: which columns, how wide, and put together by what.

use super::Column;

/// The least and the most pixels a column may be given.
pub const WIDTHS: std::ops::RangeInclusive<u16> = 48..=960;

/// How the table shows it. The default is the usual columns at their usual widths, in one list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The columns between Select and Actions, in order, each with its width in pixels where somebody chose one.
    /// Empty for the usual ones.
    pub columns: Vec<(Column, Option<u16>)>,
    /// Rows that agree in this stand together under a head of their own.
    pub group_by: Option<Column>,
    /// Whether groups are closed to begin with.
    pub closed: bool,
    /// The labels of those that are not as all are to begin with.
    pub toggled: Vec<String>,
}

impl Layout {
    /// Whether the rows of the group with this label are folded away.
    pub fn is_closed(&self, label: &str) -> bool {
        self.closed != self.toggled.iter().any(|toggled| toggled == label)
    }

    /// Opens or closes a group.
    pub fn toggle(&mut self, label: &str) {
        match self.toggled.iter().position(|toggled| toggled == label) {
            Some(at) => drop(self.toggled.remove(at)),
            None => self.toggled.push(label.to_owned()),
        }
    }

    /// The columns shown, in order. The runner itself is always among them: its link opens the drawer.
    pub fn shown(&self) -> Vec<(Column, Option<u16>)> {
        if self.columns.is_empty() {
            return Column::USUAL.into_iter().map(|column| (column, None)).collect();
        }
        let mut columns = self.columns.clone();
        if columns.iter().all(|(column, _)| *column != Column::Description) {
            columns.insert(0, (Column::Description, None));
        }
        columns
    }

    /// Reads the word of the address, such as `status,description:320,tags`, and gives back what in it is no column.
    pub fn parse_columns(word: &str) -> (Vec<(Column, Option<u16>)>, Vec<&str>) {
        let mut columns: Vec<(Column, Option<u16>)> = Vec::new();
        let mut unknown = Vec::new();
        for part in word.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            let (name, width) = part.split_once(':').unwrap_or((part, ""));
            let Some(column) = Column::known(name.trim()) else {
                unknown.push(part);
                continue;
            };
            if columns.iter().all(|(other, _)| *other != column) {
                let width = width.trim().parse::<u16>().ok();
                columns.push((column, width.map(|width| width.clamp(*WIDTHS.start(), *WIDTHS.end()))));
            }
        }
        (columns, unknown)
    }

    /// The word of the address; `None` for the usual columns.
    pub fn columns_word(&self) -> Option<String> {
        let word = |(column, width): &(Column, Option<u16>)| {
            width.map_or_else(|| column.as_str().to_owned(), |width| format!("{}:{width}", column.as_str()))
        };
        let usual = Self::default().shown();
        let chosen = !self.columns.is_empty() && self.columns != usual;
        chosen.then(|| self.columns.iter().map(word).collect::<Vec<_>>().join(","))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_read_and_write() {
        let (columns, unknown) = Layout::parse_columns("status,nonsense,description:320,status,,platform:9");
        let expected = [(Column::Status, None), (Column::Description, Some(320)), (Column::Platform, Some(48))];
        assert_eq!((columns.as_slice(), unknown), (&expected[..], vec!["nonsense"]));
        let layout = Layout { columns, ..Layout::default() };
        assert_eq!(layout.columns_word().as_deref(), Some("status,description:320,platform:48"));
        assert_eq!(Layout::parse_columns("x,y"), (vec![], vec!["x", "y"]));
        assert_eq!(Layout { columns: Layout::default().shown(), ..Layout::default() }.columns_word(), None);
    }

    #[test]
    fn the_runner_is_always_shown() {
        let layout = Layout { columns: vec![(Column::Tags, None)], ..Layout::default() };
        assert_eq!(layout.shown(), [(Column::Description, None), (Column::Tags, None)]);
    }
}
