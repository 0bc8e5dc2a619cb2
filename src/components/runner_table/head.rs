//! The heads of the table's columns in the page: each sorts, and each can be sized by its edge.

use super::Picked;
use crate::browser::place::Anchor;
use crate::browser::stamp::{Part, Template};
use crate::search::{Column, Sort};

const BEFORE: &str = r#"<tr role="row" aria-rowindex="1"><th role="columnheader" scope="col" class="cell-select" aria-label="Select"><span class="visually-hidden">Select</span><input class="checkbox" type="checkbox" aria-label="Select all" data-act="all" data-part="all"></th>"#;
const HEAD: &str = r#"<th role="columnheader" scope="col" class="head" data-part="head" aria-label=""#;
const COLUMN: &str = r#"" data-column=""#;
const BUTTON: &str = r#""><button type="button" class="sort-button" data-act="sort">"#;
// The least and the most are those of `layout::WIDTHS`.
const EDGE: &str = r#"<svg class="icon" width="12" height="12" aria-hidden="true"><use data-part="use"></use></svg><span class="sort-rank" aria-hidden="true" data-part="rank"></span><span class="visually-hidden" data-part="words"></span></button><div class="head-edge" role="separator" tabindex="0" aria-orientation="vertical" aria-valuemin="48" aria-valuemax="960" data-act="size" data-part="edge" aria-label="Width of "#;
const AFTER_HEAD: &str = r#""></div></th>"#;
const AFTER: &str = r#"<th role="columnheader" scope="col" class="cell-actions"><span class="visually-hidden">Actions</span></th></tr>"#;

/// The row of heads.
pub struct HeadElement {
    /// The row.
    pub root: Anchor,
    columns: Vec<Column>,
    all: Part,
    heads: Vec<Head>,
}

struct Head {
    cell: Part,
    glyph: Part,
    rank: Part,
    words: Part,
    edge: Part,
}

impl HeadElement {
    /// The heads of these columns.
    pub fn new(columns: &[Column]) -> Option<Self> {
        let head = |column: &Column| {
            [HEAD, column.label(), COLUMN, column.as_str(), BUTTON, column.label(), EDGE, column.label(), AFTER_HEAD]
        };
        let pieces: Vec<_> = [BEFORE].into_iter().chain(columns.iter().flat_map(head)).chain([AFTER]).collect();
        let mut stamp = Template::new(&pieces)?.numbered("aria-colindex").stamp()?;
        let all = stamp.take("all");
        let mut take = |_| Head {
            cell: stamp.take("head"),
            glyph: stamp.take("use"),
            rank: stamp.take("rank"),
            words: stamp.take("words"),
            edge: stamp.take("edge"),
        };
        let heads = columns.iter().map(&mut take).collect();
        Some(Self { root: stamp.root(), columns: columns.to_vec(), all, heads })
    }

    /// Whether it has the heads of these columns.
    pub fn is_for(&self, columns: &[Column]) -> bool {
        self.columns == columns
    }

    /// Shows the order, the one among those that are equal in it, and how many runners are selected.
    pub fn paint(&mut self, (first, then): (Option<Sort>, Option<Sort>), picked: Picked) {
        self.all.checked(picked == Picked::All);
        self.all.mixed(picked == Picked::Some);
        for (column, head) in self.columns.iter().zip(&mut self.heads) {
            let of = |sort: Option<Sort>| sort.filter(|sort| sort.key == *column).map(|sort| sort.descending);
            let (first_here, then_here) = (of(first), of(then));
            let order = match first_here {
                None => "none",
                Some(false) => "ascending",
                Some(true) => "descending",
            };
            let (rank, words) = match (first_here, then_here, first.and(then)) {
                (Some(_), _, Some(_)) => ("1", ", first"),
                (None, Some(false), Some(_)) => ("2", ", then ascending"),
                (None, Some(true), Some(_)) => ("2", ", then descending"),
                _ => ("", ""),
            };
            let is_down = first_here.or(then_here) == Some(true);
            head.cell.attribute("aria-sort", Some(order));
            head.cell.flag("data-second", rank == "2");
            head.glyph.attribute("href", Some(if is_down { "#icon-arrow-down" } else { "#icon-arrow-up" }));
            head.rank.text(rank);
            head.words.text(words);
        }
    }

    /// Says at each edge how wide its column is.
    pub fn measure(&mut self) {
        for head in &mut self.heads {
            let width = head.cell.width();
            head.edge.attribute("aria-valuenow", Some(&width.to_string()));
        }
    }

    /// How wide a column is, in pixels.
    pub fn width(&self, column: Column) -> Option<i32> {
        let place = self.columns.iter().position(|own| *own == column)?;
        Some(self.heads[place].cell.width())
    }
}
