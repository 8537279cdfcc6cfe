"""Drafts of open editors: kept while somebody types, offered after a crash, gone when saved or thrown away."""

from __future__ import annotations

from dataclasses import dataclass, replace

from meritdesk.core.access import Action, Actor, require
from meritdesk.core.confidential import may_read
from meritdesk.core.drafts import LONGEST, Draft
from meritdesk.core.errors import UsageRefusal
from meritdesk.services.ports import Surroundings, Work


def owner_of(actor: Actor) -> str:
    """Whose memory it is: a person at a PC."""
    return f"{actor.name}@{actor.device}"


@dataclass(frozen=True, slots=True)
class Drafts:
    """Verbs of drafts; each person sees their own, and one on a confidential record only while they may read that."""

    around: Surroundings

    def keep(self, draft: Draft) -> Draft:
        """Keep what is being typed, in the place of what was kept before; the moment is the desk's own.

        ``UI-340`` for more text than anybody types, ``EXE-241`` on a record that this person may not read.
        """
        require(self.around.actor, Action.READ)
        if draft.length > LONGEST:
            raise UsageRefusal("UI-340", count=draft.length, most=LONGEST)
        with self.around.store.writing(self.around.actor, "upkeep.drafts.keep") as work:
            if not self._may_see(work, draft):
                raise UsageRefusal("EXE-241", name=self.around.actor.name)
            kept = replace(draft, kept_at=self.around.clock())
            work.drafts.keep(owner_of(self.around.actor), kept)
            work.commit()
        return kept

    def offered(self) -> tuple[Draft, ...]:
        """Everything this person typed and did not save, the latest first; plans of the SKP editor come by its own."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            found = work.drafts.of_owner(owner_of(self.around.actor))
            return tuple(draft for draft in found if self._may_see(work, draft))

    def of(self, editor: str, subject: str) -> Draft | None:
        """What was typed in one editor about one subject and not saved."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            found = work.drafts.one(owner_of(self.around.actor), editor, subject)
            return found if found is not None and self._may_see(work, found) else None

    def drop(self, editor: str, subject: str) -> None:
        """Throw away what was typed: it was saved, or nobody wants it."""
        require(self.around.actor, Action.READ)
        with self.around.store.writing(self.around.actor, "upkeep.drafts.drop") as work:
            work.drafts.drop(owner_of(self.around.actor), editor, subject)
            work.commit()

    def _may_see(self, work: Work, draft: Draft) -> bool:
        if not draft.record_id:
            return True
        record = work.confidential.by_id(draft.record_id)
        return record is None or may_read(self.around.actor, record.author, record.readers)
