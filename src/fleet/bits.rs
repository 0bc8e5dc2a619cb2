//! A yes or no for each place.

/// A yes or no for each place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bits(Vec<u64>);

impl Bits {
    /// No for so many places.
    pub fn none(count: usize) -> Self {
        Self(vec![0; count.div_ceil(64)])
    }

    /// Says yes for a place, whatever was the last so far.
    pub fn set(&mut self, place: usize) {
        let word = place / 64;
        if word >= self.0.len() {
            self.0.resize(word + 1, 0);
        }
        self.0[word] |= 1 << (place % 64);
    }

    /// Whether it is yes for a place.
    #[inline]
    pub fn has(&self, place: usize) -> bool {
        self.0.get(place / 64).is_some_and(|word| word >> (place % 64) & 1 == 1)
    }

    /// Keeps yes where the other says so too.
    pub fn and(&mut self, other: &Self) {
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word &= other;
        }
    }

    /// Those of some places that have yes, in their order: without a branch, for it is done at every key press.
    pub fn among(&self, places: &[u32]) -> Vec<u32> {
        let mut kept = vec![0; places.len()];
        let mut end = 0;
        for place in places {
            kept[end] = *place;
            end += usize::from(self.has(*place as usize));
        }
        kept.truncate(end);
        kept.shrink_to_fit();
        kept
    }
}
