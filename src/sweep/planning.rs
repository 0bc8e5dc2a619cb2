//! What is asked next, once something is known: which groups, which projects, and where instance runners are looked for.

use std::sync::Arc;

use super::Sweep;
use super::arrived::Arrived;
use super::namespaces::{Candidate, Namespace};
use super::pages::Pages;
use super::part::{Part, Types};
use super::task::PartId;

/// Projects of a namespace that are asked for group runners at most. One that inherits none has them turned off; when
/// several have, the namespace is likely to have none at all, and requests that add nothing are to be few.
pub(super) const TRIES_A_NAMESPACE: usize = 5;

/// Groups, and then projects, that are asked for instance runners alone, at most. GitLab does not tell which of them
/// have these turned on, and on an instance that has none every one of these requests adds nothing.
const INSTANCE_TRIES: usize = 10;

impl Sweep {
    /// Settles, now that it is asked, what a group's or a project's list is asked for. Any list that has instance runners
    /// has all of them, so while none was seen one request at a time asks for all types: most often that is the first
    /// one, and they come once and without a request of their own. When it comes back without any, as it does on an
    /// instance that has none, all others ask for all types until one is seen, so that none has to be asked again.
    pub(super) fn settle_types(&mut self, at: usize) {
        let scouts = !self.has_instance && (self.is_blank || !self.is_scouting());
        if scouts {
            self.scout = Some(at);
        }
        self.parts[at].types = if scouts { Types::All } else { Types::Group };
    }

    fn is_scouting(&self) -> bool {
        self.scout.is_some_and(|at| self.parts[at].pages.is_active())
    }

    /// Takes in what an answer says about what else there is to ask.
    pub(super) fn learn(&mut self, at: usize, arrived: Arrived) {
        match arrived {
            Arrived::Groups(page) => self.groups.add(page.items),
            Arrived::Projects(page) => self.namespaces.add(page.items),
            Arrived::Runners(short) => {
                if short.has_group
                    && let Some(namespace) = self.parts[at].namespace
                {
                    self.namespaces.list[namespace].told = Some(at);
                    self.forget_untouched(&self.namespaces.list[namespace].tries.clone());
                }
                if short.has_instance && !self.has_instance {
                    self.has_instance = true;
                    self.forget_untouched(&self.instance_tries.clone());
                }
            }
        }
    }

    /// Gives up requests whose answer was had in another way.
    fn forget_untouched(&mut self, parts: &[usize]) {
        for at in parts {
            let pages = &mut self.parts[*at].pages;
            if pages.is_untouched() {
                pages.waiting -= self.queue.drop_of(*at, |_| true);
                pages.failed.clear();
            }
        }
    }

    /// Plans what a change of a part allows.
    pub(super) fn go_on(&mut self, at: usize) {
        self.plan_pages(at);
        self.is_blank |= !self.has_instance && self.parts[at].is_scouted();
        match (self.parts[at].id, self.parts[at].namespace) {
            (PartId::Group(_), _) => self.plan_group_above(at),
            (PartId::Groups | PartId::Projects, _) => {
                self.plan_groups();
                (0..self.namespaces.list.len()).for_each(|namespace| self.plan_namespace(namespace));
            }
            (_, Some(namespace)) => self.plan_namespace(namespace),
            _ => {}
        }
        self.plan_instance_try();
    }

    fn plan_pages(&mut self, at: usize) {
        let part = &mut self.parts[at];
        if part.pages.waiting > 0 {
            part.pages.waiting -= self.queue.drop_of(at, |page| part.pages.is_beyond(page));
        }
        if let Some(last) = self.namespaces.last_id()
            && part.pages.wants_ids()
        {
            part.pages.go_on_after(last);
        }
        for page in part.pages.more() {
            self.queue.push(part.rank(&page), at, page);
        }
    }

    /// A namespace's group runners come through its group where one has a role there. Where one has none, they come
    /// through any project that inherits them (contract 8.6): one at a time is tried until one does.
    pub(super) fn plan_namespace(&mut self, at: usize) {
        let namespace = &self.namespaces.list[at];
        let tries = namespace.tries.len();
        let is_enough = tries >= TRIES_A_NAMESPACE && !self.is_thorough;
        let is_early = self.pages(PartId::Groups).is_none_or(|pages| !pages.is_over());
        if is_enough || is_early || !self.wants_projects(namespace) {
            return;
        }
        let next = namespace.projects.get(tries);
        let Some(project) = next.filter(|_| self.are_over(&namespace.tries)) else { return };
        let (id, path) = (project.id, project.path.clone());
        let part = self.add(PartId::Project(id), path);
        self.parts[part].namespace = Some(at);
        self.namespaces.list[at].tries.push(part);
    }

    /// Whether only its projects can tell of its group runners, and none has.
    pub(super) fn wants_projects(&self, namespace: &Namespace) -> bool {
        namespace.is_group && namespace.told.is_none() && !self.groups.knows(namespace.id)
    }

    /// Instance runners that no list told of may be turned on in a group that was asked for its own runners only, or in
    /// a project although its group has them off. One at a time is asked, when nothing else is to be asked that could
    /// tell of them.
    pub(super) fn plan_instance_try(&mut self) {
        let is_active = |id| self.pages(id).is_none_or(Pages::is_active);
        // Any first page may show that instance runners exist, or lead to a project that does; of a list of all types,
        // any page.
        let may_tell = |part: &Part| part.can_scout() && (part.types == Types::All || part.pages.arrived == 0);
        if self.has_instance
            || self.is_scouting()
            || is_active(PartId::Groups)
            || is_active(PartId::Projects)
            || !self.are_over(&self.instance_tries)
            || self.parts.iter().any(|part| part.pages.is_active() && may_tell(part))
        {
            return;
        }
        let Some((id, path)) = self.untried_group().or_else(|| self.untried_project()) else { return };
        let part = self.add(id, path);
        self.scout = Some(part);
        self.instance_tries.push(part);
    }

    /// A group that was asked for its own runners only, or not at all.
    fn untried_group(&self) -> Option<(PartId, Arc<str>)> {
        let id = self.groups_to_try().next().filter(|_| self.may_try(|id| matches!(id, PartId::GroupInstance(_))))?;
        Some((PartId::GroupInstance(id), self.groups.path(id)))
    }

    /// A project that was not asked for instance runners.
    fn untried_project(&self) -> Option<(PartId, Arc<str>)> {
        let may_try = self.may_try(|id| matches!(id, PartId::ProjectInstance(_)));
        let project = self.projects_to_try().next().filter(|_| may_try)?;
        Some((PartId::ProjectInstance(project.id), project.path.clone()))
    }

    /// Whether another one of a kind may be tried.
    fn may_try(&self, is_kind: impl Fn(PartId) -> bool) -> bool {
        let tries = self.instance_tries.iter().filter(|at| is_kind(self.parts[**at].id)).count();
        self.is_thorough || tries < INSTANCE_TRIES
    }

    /// Groups that may have instance runners and were not asked for them; none when some were seen.
    pub(super) fn groups_to_try(&self) -> impl Iterator<Item = u64> + '_ {
        let ids = self.groups_without_instance().filter(|id| self.is_new(PartId::GroupInstance(*id)));
        ids.filter(|_| !self.has_instance)
    }

    /// The same of projects, one of each namespace first; so all must be listed.
    pub(super) fn projects_to_try(&self) -> impl Iterator<Item = &Candidate> {
        // One that refused its list would refuse this as well, and one that failed for now is to be tried again.
        let is_told = |part: &Part| part.is_scouted() || !part.pages.failed.is_empty();
        let is_told = move |id| self.part(PartId::Project(id)).is_some_and(is_told);
        let is_wanted = !self.has_instance && self.is_listed(PartId::Projects);
        let projects = self.namespaces.in_turn().filter(move |_| is_wanted);
        projects.filter(move |own| self.is_new(PartId::ProjectInstance(own.id)) && !is_told(own.id))
    }

    pub(super) fn is_new(&self, id: PartId) -> bool {
        !self.index.contains_key(&id)
    }

    /// Whether none of them can tell more. One that failed for now holds up the next: what comes in its place would
    /// most likely fail as well.
    pub(super) fn are_over(&self, parts: &[usize]) -> bool {
        parts.iter().all(|at| self.parts[*at].pages.is_over())
    }
}
