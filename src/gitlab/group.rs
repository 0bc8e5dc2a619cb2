//! A group, as far as runners need it (`lib/api/entities/basic_group_details.rb`, `group.rb`).

use serde::Deserialize;

/// A group. Runner details carry only id, name and page; searches the full path as well.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Group {
    /// GitLab's number for it.
    pub id: u64,
    /// Its name alone.
    #[serde(default)]
    pub name: Option<String>,
    /// `parent/group`.
    #[serde(default)]
    pub full_path: Option<String>,
    /// The group it stands in; `None` for one at the top, and where GitLab does not say it.
    #[serde(default)]
    pub parent_id: Option<u64>,
    /// Its page.
    #[serde(default)]
    pub web_url: Option<String>,
}

impl Group {
    /// `parent/group`, from its page where GitLab does not say it, or what else there is to call it.
    pub fn path(&self) -> String {
        let from_page = || Some(self.web_url.as_ref()?.split_once("/groups/")?.1.to_owned());
        self.full_path
            .clone()
            .or_else(from_page)
            .or_else(|| self.name.clone())
            .unwrap_or_else(|| format!("#{}", self.id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_tells_the_path() {
        let group: Group =
            serde_json::from_str(r#"{"id":3,"name":"Team","web_url":"https://gl.test/groups/acme/team"}"#).unwrap();
        assert_eq!(group.path(), "acme/team");
    }
}
