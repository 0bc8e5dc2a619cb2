//! What the table can show of a runner, and be ordered and grouped by.

/// Declares the columns: each with the word of the address and the words of its head.
macro_rules! columns {
    ($($(#[$note:meta])* $variant:ident = $word:literal, $label:literal;)+) => {
        /// A column of the table.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Column {
            $($(#[$note])* $variant,)+
        }

        impl Column {
            /// Every column, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word of the address.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }

            /// The words of its head.
            pub fn label(self) -> &'static str {
                match self {
                    $(Self::$variant => $label,)+
                }
            }
        }
    };
}

columns! {
    /// Online, offline, stale, never contacted.
    Status = "status", "Status";
    /// The name people gave it, its number, and whose it is.
    Description = "description", "Runner";
    /// First tag, then the second, and so on.
    Tags = "tags", "Tags";
    /// Of the manager seen last, by its numbers.
    Version = "version", "Version";
    /// Never counts as the longest ago.
    ContactedAt = "contacted_at", "Last contact";
    /// GitLab's number.
    Id = "id", "ID";
    /// Instance, group, project.
    Type = "type", "Type";
    /// Through what the user sees it.
    Through = "through", "Available through";
    /// The project that owns it, or its group.
    Owner = "owner", "Owner";
    /// The operating system of the manager seen last.
    Platform = "platform", "Platform";
    /// The processor of the manager seen last.
    Architecture = "architecture", "Architecture";
    /// What runs its jobs; GraphQL only.
    Executor = "executor", "Executor";
    /// Of its managers, the one seen last first.
    IpAddress = "ip_address", "IP address";
    /// How many jobs it ran, up to 1,000; GraphQL only.
    JobCount = "job_count", "Jobs";
    /// Whether it runs jobs now.
    Activity = "activity", "Activity";
    /// When it was made.
    CreatedAt = "created_at", "Created";
    /// Who made it.
    CreatedBy = "created_by", "Created by";
    /// The longest a job may run, in seconds.
    MaximumTimeout = "maximum_timeout", "Maximum job timeout";
    /// Whether it stays with its projects.
    Locked = "locked", "Locked";
    /// Whether it takes jobs of protected refs only.
    Protected = "protected", "Protected";
    /// Whether it takes jobs without tags.
    RunUntagged = "run_untagged", "Runs untagged jobs";
}

impl Column {
    /// Those that are shown until somebody chooses others.
    pub const USUAL: [Self; 5] = [Self::Status, Self::Description, Self::Tags, Self::Version, Self::ContactedAt];

    /// Those by which rows can be put together.
    pub const GROUPS: [Self; 6] = [Self::Tags, Self::Version, Self::Owner, Self::Status, Self::Type, Self::Platform];

    /// Reads the word of the address.
    pub fn known(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|known| known.as_str() == word)
    }

    /// Whether several words can stand in it.
    pub fn is_list(self) -> bool {
        matches!(self, Self::Tags | Self::Through | Self::IpAddress)
    }

    /// Whether lists do not tell it, so that it needs a runner's details.
    pub fn needs_details(self) -> bool {
        !matches!(
            self,
            Self::Status
                | Self::Description
                | Self::Id
                | Self::Type
                | Self::Through
                | Self::Activity
                | Self::CreatedAt
                | Self::CreatedBy
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_reads_back() {
        for column in Column::ALL {
            assert_eq!(Column::known(column.as_str()), Some(*column));
        }
        assert_eq!(Column::known("Status"), None);
    }
}
