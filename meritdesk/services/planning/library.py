"""The library of examples: those of the regulation's annexes, and what the office added itself."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace

from meritdesk.core.access import Action, require
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.core.plan import JobClass
from meritdesk.core.plan_library import LibraryEntry, LibraryKind, PlanExamples, found_in
from meritdesk.core.rules import PackKind
from meritdesk.services.ports import Surroundings, Work


@dataclass(frozen=True, slots=True)
class PlanLibrary:
    """Verbs of the library."""

    around: Surroundings

    def entries(
        self, search: str = "", kind: LibraryKind | None = None, job_class: JobClass | None = None
    ) -> tuple[LibraryEntry, ...]:
        """The examples that fit, the office's own first."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            own = work.library.all()
        return found_in((*own, *self._shipped()), search, kind, job_class)

    def add(self, entry: LibraryEntry) -> Changes:
        """Add an example, or bring one of the office's own up to date; ``PLN-235`` without a text."""
        require(self.around.actor, Action.EDIT)
        if not entry.text.strip():
            raise UsageRefusal("PLN-235")
        kept = replace(entry, entry_id=entry.entry_id or str(uuid.uuid4()), text=entry.text.strip(), is_shipped=False)
        with self.around.store.writing(self.around.actor, "planning.library.add") as work:
            if any(shipped.entry_id == kept.entry_id for shipped in self._shipped()):
                kept = replace(kept, entry_id=str(uuid.uuid4()))
            work.library.save([kept])
            return work.commit()

    def add_result(self, plan_id: str, number: int, topic: str = "") -> Changes:
        """Add a result of a plan as an example for others; ``PLN-101`` no such plan, ``PLN-225`` no such result.

        One in the same words for the same forms is brought up to date: there are no two of them, and the journal keeps
        what it said before.
        """
        require(self.around.actor, Action.EDIT)
        with self.around.store.reading() as work:
            plans = work.plans.by_ids([plan_id])
            own = work.library.all()
        if not plans:
            raise UsageRefusal("PLN-101", nip=plan_id, year="")
        result = next((result for result in plans[0].results if result.number == number), None)
        if result is None:
            raise UsageRefusal("PLN-225", entry=number)
        plain = replace(result, parent_text="", parent_indicator="", assigned_by="")
        known = next((one for one in own if _says_the_same(one, result.text, plans[0].job_class)), None)
        entry_id, topic = (known.entry_id, topic or known.topic) if known is not None else ("", topic)
        return self.add(
            LibraryEntry(entry_id, LibraryKind.RESULT, result.text, topic, plans[0].job_class, result=plain, source="")
        )

    def remove(self, entry_id: str) -> Changes:
        """Take out an example of the office; ``PLN-226`` for a shipped one, ``PLN-225`` for one that is not there."""
        require(self.around.actor, Action.EDIT)
        if any(entry.entry_id == entry_id for entry in self._shipped()):
            raise UsageRefusal("PLN-226", entry=entry_id)
        with self.around.store.writing(self.around.actor, "planning.library.remove") as work:
            if not self._is_there(work, entry_id):
                raise UsageRefusal("PLN-225", entry=entry_id)
            work.library.remove([entry_id])
            return work.commit()

    def _is_there(self, work: Work, entry_id: str) -> bool:
        return any(entry.entry_id == entry_id for entry in work.library.all())

    def _shipped(self) -> tuple[LibraryEntry, ...]:
        body = self.around.rulebook.pack(PackKind.PLAN_LIBRARY, self.around.clock().date()).body
        assert isinstance(body, PlanExamples)
        return tuple(body.entries)


def _says_the_same(entry: LibraryEntry, text: str, job_class: JobClass) -> bool:
    """Whether an example is of a result in these words, for these forms."""
    is_result = entry.kind is LibraryKind.RESULT and entry.job_class is job_class
    return is_result and entry.text.strip().casefold() == text.strip().casefold()
