//! GitLab's closed vocabularies as enums. It does not know where a word is used.

/// Declares an enum whose members are words of the API, with the word each way.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $member:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $word)] $member,)+
        }

        impl $name {
            /// Every word, in GitLab's order.
            pub const WORDS: &[&str] = &[$($word),+];

            /// The word as the API writes it.
            pub fn word(self) -> &'static str {
                match self { $(Self::$member => $word,)+ }
            }

            /// The member of this word.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$member),)+ _ => None }
            }
        }
    };
}

words! {
    /// What a runner serves.
    RunnerType {
        /// Every project of the instance.
        Instance = "instance_type",
        /// The projects below one group.
        Group = "group_type",
        /// The projects it is assigned to.
        Project = "project_type",
    }
}

words! {
    /// Which refs a runner takes jobs of.
    AccessLevel {
        /// All refs.
        NotProtected = "not_protected",
        /// Protected refs only.
        RefProtected = "ref_protected",
    }
}

words! {
    /// Who sees a group or project.
    Visibility {
        /// Its members.
        Private = "private",
        /// Everyone signed in.
        Internal = "internal",
        /// Everyone.
        Public = "public",
    }
}

words! {
    /// Whether an account may be used.
    UserState {
        /// It may.
        Active = "active",
        /// An administrator blocked it.
        Blocked = "blocked",
        /// The directory blocked it.
        LdapBlocked = "ldap_blocked",
        /// Nobody approved it yet.
        PendingApproval = "blocked_pending_approval",
        /// An administrator banned it.
        Banned = "banned",
        /// It was unused for long.
        Deactivated = "deactivated",
    }
}

words! {
    /// Where a job stands.
    JobStatus {
        /// Not yet considered.
        Created = "created",
        /// Waits for a resource group.
        WaitingForResource = "waiting_for_resource",
        /// Prepares its environment.
        Preparing = "preparing",
        /// Waits for an outside answer.
        WaitingForCallback = "waiting_for_callback",
        /// Waits for a runner.
        Pending = "pending",
        /// Runs.
        Running = "running",
        /// Ended well.
        Success = "success",
        /// Ended badly.
        Failed = "failed",
        /// Is being stopped.
        Canceling = "canceling",
        /// Was stopped.
        Canceled = "canceled",
        /// Was not needed.
        Skipped = "skipped",
        /// Waits for a person.
        Manual = "manual",
        /// Waits for its time.
        Scheduled = "scheduled",
    }
}

words! {
    /// The column of the version table to behave as.
    Profile {
        /// 14 and 15.
        V15 = "15",
        /// 16.
        V16 = "16",
        /// 17 and 18.
        V17 = "17",
        /// 19.
        V19 = "19",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_leads_back_to_itself() {
        for word in RunnerType::WORDS {
            assert_eq!(RunnerType::from_word(word).map(RunnerType::word), Some(*word));
        }
        for word in JobStatus::WORDS {
            assert_eq!(JobStatus::from_word(word).map(JobStatus::word), Some(*word));
        }
        assert_eq!(Profile::from_word("18"), None);
    }
}
