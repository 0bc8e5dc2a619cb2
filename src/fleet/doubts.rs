//! What may be wrong about the rows that are shown, for want of details.

/// How many runners' details leave the rows or their order in doubt.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Doubts {
    /// Details of an earlier reading decide over what is shown, or in which order.
    pub outdated: usize,
    /// Details are not loaded and decide over the order.
    pub unsorted: usize,
}

impl Doubts {
    /// Whether loading details would end them.
    pub fn is_some(self) -> bool {
        self != Self::default()
    }
}
