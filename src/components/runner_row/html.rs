//! The HTML of the table's lines, before anything stands in them. `data-part` names what is filled, `data-act` what acts.

use crate::browser::stamp::Template;
use crate::search::Column;

/// The layers that all rows share.
pub const MENU: &str = "runner-menu";
/// All tags of one runner.
pub const TAGS: &str = "runner-tags";

const ROW: &str = r#"<tr role="row" class="runner-row" data-part="row"><td role="cell" class="cell-select"><input class="checkbox" type="checkbox" data-act="select" data-part="select"></td>"#;
const STATUS: &str = r#"<td role="cell" class="cell-status"><span class="status" data-part="status"><span class="status-icon"><svg class="icon" width="16" height="16" aria-hidden="true" data-part="icon"><path fill-rule="evenodd" data-part="outline"></path></svg></span><span data-part="word"></span></span><span class="badge" data-kind="paused" data-part="paused"><svg class="icon" width="12" height="12" aria-hidden="true" data-icon="pause"></svg>Paused</span></td>"#;
const RUNNER: &str = r#"<td role="cell" class="cell-runner"><div class="runner-line"><a class="runner-link" data-act="open" data-tip-cut="" data-part="link"><span class="runner-id" data-part="id"></span> <bdi class="runner-name" data-part="name"></bdi></a><span class="runner-mark" role="img" aria-label="Locked to its current projects" data-tip="" data-part="lock"><svg class="icon" width="14" height="14" aria-hidden="true" data-icon="lock"></svg></span><span class="runner-mark" role="img" aria-label="Protected: only protected branches and tags" data-tip="" data-part="shield"><svg class="icon" width="14" height="14" aria-hidden="true" data-icon="shield"></svg></span></div><div class="runner-meta" data-part="meta"><svg class="icon" width="12" height="12" viewBox="0 0 16 16" aria-hidden="true"><path fill-rule="evenodd" data-part="type"></path></svg><span class="runner-owner" data-tip-cut="" data-part="owner"></span></div></td>"#;
const TAG_CELL: &str = r#"<td role="cell" class="cell-tags" data-part="cell"><span class="tag-list"><span class="tag-run" data-part="list"><span class="tag"></span></span><button class="tag-more" type="button" popovertarget="runner-tags" aria-haspopup="dialog" aria-expanded="false" data-act="tags" data-part="more"></button></span><span class="cell-word" data-part="word"></span></td>"#;
const VERSION: &str = r#"<td role="cell" class="cell-version" data-part="cell" data-tip-cut=""></td>"#;
const TEXT: &str = r#"<td role="cell" class="cell-text" data-part="cell" data-tip-cut=""></td>"#;
const CONTACT: &str = r#"<td role="cell" class="cell-contact" data-part="cell"><time class="time-ago" tabindex="0" data-tip-time="" data-part="time"></time><span class="cell-word" data-part="word"></span></td>"#;
const TIME: &str = r#"<td role="cell" class="cell-time" data-part="cell"><time class="time-ago" tabindex="0" data-tip-time="" data-part="time"></time><span class="cell-word" data-part="word"></span></td>"#;
const ACTIONS: &str = r#"<td role="cell" class="cell-actions"><button class="icon-button" type="button" data-size="small" data-act="edit" data-part="edit"><svg class="icon" width="16" height="16" aria-hidden="true" data-icon="pencil"></svg></button><button class="icon-button" type="button" data-size="small" data-act="pause" data-part="pause"><svg class="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><path fill-rule="evenodd" data-part="pause-icon"></path></svg></button><button class="icon-button" type="button" data-size="small" data-act="delete" data-part="delete"><svg class="icon" width="16" height="16" aria-hidden="true" data-icon="remove"></svg></button><button class="icon-button row-menu" type="button" popovertarget="runner-menu" aria-haspopup="menu" aria-expanded="false" data-tip="" data-act="menu" data-part="menu"><svg class="icon" width="16" height="16" aria-hidden="true" data-icon="ellipsis_v"></svg></button></td></tr>"#;
const GROUP: &str = r#"<tr role="row" class="group-row" data-part="row"><td role="cell" class="group-cell" aria-colindex="1" data-part="cell"><button class="group-toggle" type="button" data-act="toggle" data-part="toggle"><svg class="icon" width="16" height="16" aria-hidden="true" data-icon="chevron-down"></svg><bdi class="group-label" data-part="label"></bdi></button><span class="group-count" data-part="count"></span></td></tr>"#;

/// What each kind of line is made from.
pub struct Templates {
    /// A runner.
    pub runner: Template,
    /// The head of a group.
    pub group: Template,
    /// Bars in the place of a runner.
    pub waiting: Template,
}

impl Templates {
    /// Those of a table with these columns.
    pub fn new(columns: &[Column]) -> Option<Self> {
        let around = |first, cell: fn(Column) -> &'static str, last| {
            let cells = columns.iter().map(|column| cell(*column));
            [first].into_iter().chain(cells).chain([last]).collect::<Vec<_>>()
        };
        let waiting = r#"<tr class="runner-row" aria-hidden="true"><td class="cell-select"></td>"#;
        Some(Self {
            runner: Template::new(&around(ROW, cell, ACTIONS))?.numbered("aria-colindex"),
            group: Template::new(&[GROUP])?,
            waiting: Template::new(&around(waiting, waiting_cell, r#"<td class="cell-actions"></td></tr>"#))?,
        })
    }
}

/// The cell of a column.
fn cell(column: Column) -> &'static str {
    match column {
        Column::Status => STATUS,
        Column::Description => RUNNER,
        Column::Tags => TAG_CELL,
        Column::Version => VERSION,
        Column::ContactedAt => CONTACT,
        Column::CreatedAt => TIME,
        _ => TEXT,
    }
}

fn waiting_cell(column: Column) -> &'static str {
    match column {
        Column::Status => r#"<td class="cell-status" data-waiting></td>"#,
        Column::Description => r#"<td class="cell-runner" data-waiting></td>"#,
        Column::Tags => r#"<td class="cell-tags" data-waiting></td>"#,
        Column::Version => r#"<td class="cell-version" data-waiting></td>"#,
        Column::ContactedAt => r#"<td class="cell-contact" data-waiting></td>"#,
        _ => r#"<td class="cell-text" data-waiting></td>"#,
    }
}
