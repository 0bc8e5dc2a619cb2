//! Pieces of a page that could live in a library: they know nothing of GitLab and never fetch.
//!
//! Each has its style beside its name: `ui/button.rs` and `style/ui/button.css`.

pub mod alert;
pub mod badge;
pub mod button;
pub mod confirm;
pub mod copy;
pub mod dialog;
pub mod drawer;
pub mod empty;
pub mod field;
pub mod form;
pub mod handover;
pub mod icon;
pub mod icon_button;
pub mod ids;
pub mod layer;
pub mod lazy;
pub mod mark;
pub mod menu;
pub mod popover;
pub mod progress_line;
pub mod show;
pub mod skeleton;
pub mod tabs;
pub mod tag;
pub mod tag_list;
pub mod time_ago;
pub mod toast;
pub mod tooltip;
pub mod virtual_table;

pub use alert::{Alert, AlertKind};
pub use badge::{Badge, BadgeKind};
pub use button::{Button, ButtonKind, LinkButton};
pub use confirm::Confirm;
pub use copy::{CopyButton, CopyIcon};
pub use dialog::Dialog;
pub use drawer::{DRAWER, Drawer};
pub use empty::Empty;
pub use handover::Handover;
pub use icon::Icon;
pub use icon_button::IconButton;
pub use layer::{Layer, LayerState};
pub use lazy::lazy_view;
pub use mark::Mark;
pub use menu::{Menu, MenuItem, MenuList};
pub use popover::Popover;
pub use progress_line::ProgressLine;
pub use show::Show;
pub use skeleton::Skeleton;
pub use tabs::{Tab, Tabs};
pub use tag::Tag;
pub use time_ago::TimeAgo;
pub use toast::{Toast, ToastAction, ToastRegion};
pub use tooltip::TipLayer;
pub use virtual_table::{ROW_HEIGHT, ROWS, Room, VirtualTable, Window};
