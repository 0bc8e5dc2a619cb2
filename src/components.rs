//! Pieces that know GitLab's things and never fetch: they get data and callbacks.

pub mod activity_badge;
pub mod app_bar;
pub mod conflicts;
pub mod definition_list;
pub mod delete_runner;
pub mod filter_bar;
pub mod help;
pub mod job_status;
pub mod keys_table;
pub mod list_bar;
pub mod new_runner;
pub mod no_runners;
pub mod outside_link;
pub mod row_actions;
pub mod runner_details;
pub mod runner_fields;
pub mod runner_jobs;
pub mod runner_managers;
pub mod runner_projects;
pub mod runner_row;
pub mod runner_table;
pub mod status_badge;
pub mod theme_menu;
pub mod token_dialog;
pub mod type_badge;
pub mod type_icon;
