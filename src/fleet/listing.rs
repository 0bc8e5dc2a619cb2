//! Which of the loaded runners are listed, each once, in the order in which GitLab listed them.

/// What is listed now, and beside it what is being read to take its place.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// The places of those listed.
    pub rows: Vec<u32>,
    /// Those read so far, while the old ones stay on screen.
    next: Option<Vec<u32>>,
    /// For each place, the last reading that listed it; they count from 1.
    seen: Vec<u32>,
    reading: u32,
}

impl Listing {
    /// Begins to read: what is listed now goes at once, or stays until all has come.
    pub fn begin(&mut self, keep: bool) {
        if keep {
            // The reading before may not have come to its end.
            self.reading += 1;
            for place in &self.rows {
                self.seen[*place as usize] = self.reading;
            }
        }
        self.reading += 1;
        self.next = keep.then(Vec::new);
        if !keep {
            self.rows.clear();
        }
    }

    /// Lists a place, unless this reading has done so.
    pub fn add(&mut self, place: u32) {
        let at = place as usize;
        if self.seen.len() <= at {
            self.seen.resize(at + 1, 0);
        }
        if self.seen[at] != self.reading {
            self.seen[at] = self.reading;
            self.next.as_mut().unwrap_or(&mut self.rows).push(place);
        }
    }

    /// Whether a place is listed. While a list is read anew, what has come counts as well.
    pub fn has(&self, place: u32) -> bool {
        let seen = self.seen.get(place as usize).copied().unwrap_or(0);
        seen == self.reading || self.next.is_some() && seen > 0 && seen + 1 == self.reading
    }

    /// All has come.
    pub fn finish(&mut self) {
        if let Some(next) = self.next.take() {
            self.rows = next;
        }
    }

    /// Some of it could not be read: what was listed before stays where it is to, behind what has come.
    pub fn finish_in_part(&mut self, stays: impl Fn(u32) -> bool) {
        if self.next.is_some() {
            for place in std::mem::take(&mut self.rows) {
                if stays(place) {
                    self.add(place);
                }
            }
        }
        self.finish();
    }

    /// Lists others in the place of what is listed.
    pub fn set(&mut self, rows: &[u32]) {
        self.begin(false);
        for place in rows {
            self.add(*place);
        }
    }

    /// Takes a place out.
    pub fn remove(&mut self, place: u32) {
        if let Some(seen) = self.seen.get_mut(place as usize) {
            *seen = 0;
        }
        self.rows.retain(|other| *other != place);
        if let Some(next) = &mut self.next {
            next.retain(|other| *other != place);
        }
    }
}
