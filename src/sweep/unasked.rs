//! Lists that are not asked, because several like them told of nothing: how many there are, and asking them after all.

use super::Sweep;
use super::namespaces::Namespace;
use super::planning::TRIES_A_NAMESPACE;

impl Sweep {
    /// How many lists may tell of group or instance runners that no other list told of, and are not asked unless
    /// somebody wants it ([`Self::ask_unasked`]). Nothing before the sweep is done.
    pub fn unasked(&self) -> usize {
        if self.is_thorough || !self.is_done() {
            return 0;
        }
        // What failed for now may still tell: that is to be tried again before others are asked.
        let is_over = self.are_over(&self.instance_tries);
        let (groups, projects) =
            if is_over { (self.groups_to_try().count(), self.projects_to_try().count()) } else { (0, 0) };
        // A project tells of both kinds at once.
        let of_groups = self.namespaces.list.iter().filter(|own| self.is_given_up(own)).map(untried).sum::<usize>();
        groups + projects.max(of_groups)
    }

    /// Asks them as well; from the beginning, if it has only begun.
    pub fn ask_unasked(&mut self) {
        self.is_thorough = true;
        (0..self.namespaces.list.len()).for_each(|at| self.plan_namespace(at));
        self.plan_instance_try();
    }

    /// Whether its other projects are not asked for group runners.
    fn is_given_up(&self, namespace: &Namespace) -> bool {
        self.wants_projects(namespace) && namespace.tries.len() >= TRIES_A_NAMESPACE && self.are_over(&namespace.tries)
    }

    /// Whether they are asked as well.
    pub fn is_thorough(&self) -> bool {
        self.is_thorough
    }
}

fn untried(namespace: &Namespace) -> usize {
    namespace.projects.len() - namespace.tries.len()
}
