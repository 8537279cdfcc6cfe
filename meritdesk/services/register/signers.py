"""The dated register of signers: who signs for which unit in which capacity, and the mandates a.n. and u.b."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from meritdesk.core.access import Action, require
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.core.signers import Capacity, Mandate, OfficeSigner, SignerLine, checked_mandate
from meritdesk.services.ports import Surroundings
from meritdesk.services.register.careers import person_of, unit_of
from meritdesk.services.signing import signer_register


@dataclass(frozen=True, slots=True)
class UnitSigner:
    """Who signs for one unit on a day, or the code of the reason why nobody does."""

    unit_id: str
    unit_name: str
    signer: OfficeSigner | None
    code: str = ""
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Signers:
    """Verbs of the register of signers.

    Heads, Plt. and Plh. are read from the dated history, where they are entered as changes; only mandates are kept
    here.
    """

    around: Surroundings

    def lines(self, on: date | None = None, search: str = "") -> tuple[SignerLine, ...]:
        """Everything known of signers, or what holds on a day; ``search`` looks in unit, office, name and NIP."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            found = signer_register(work).lines()
        words = search.casefold().split()
        return tuple(
            line
            for line in found
            if (on is None or line.holds_on(on))
            and all(word in f"{line.unit_name} {line.title} {line.name} {line.nip}".casefold() for word in words)
        )

    def who(self, unit_id: str, on: date | None = None) -> OfficeSigner:
        """Who signs for a unit on a day; ``USE-103`` unknown unit, ``DOC-592`` nobody may."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            unit = unit_of(work, unit_id)
            return signer_register(work).office_signer(unit.unit_id, on or self.around.clock().date())

    def unresolved(self, on: date | None = None) -> tuple[UnitSigner, ...]:
        """The units for which nobody may sign on a day, with the reason: to be settled before anything is printed."""
        require(self.around.actor, Action.READ)
        day = on or self.around.clock().date()
        with self.around.store.reading() as work:
            register = signer_register(work)
        found = []
        for unit in register.units:
            try:
                register.office_signer(unit.unit_id, day)
            except UsageRefusal as why:
                facts = tuple((name, str(value)) for name, value in why.facts.items())
                found.append(UnitSigner(unit.unit_id, unit.name, None, why.code, facts))
        return tuple(found)

    def add(
        self,
        unit_id: str,
        nip: str,
        capacity: Capacity,
        post: str,
        since: date,
        until: date | None = None,
        through: str = "",
        letter: str = "",
    ) -> Changes:
        """Give somebody the mandate to sign a.n. or u.b. for the head of a unit.

        Refused: ``USE-103`` and ``USE-102`` unknown, ``DOC-593`` to ``DOC-597`` as ``checked_mandate`` says.
        """
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "register.signers.add", reason=letter) as work:
            unit, person = unit_of(work, unit_id), person_of(work, nip)
            mandate = Mandate(
                str(uuid.uuid4()), unit.unit_id, person.person_id, capacity, post.strip(), since, until,
                through.strip(), letter.strip(),
            )  # fmt: skip
            register = signer_register(work)
            work.mandates.save([checked_mandate(mandate, register.mandates, register)])
            return work.commit()

    def end(self, mandate_id: str, until: date) -> Changes:
        """End a mandate on a day; ``DOC-609`` unknown, ``DOC-595`` before it began, ``DOC-594`` another follows."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "register.signers.end") as work:
            register = signer_register(work)
            ended = replace(_mandate(register.mandates, mandate_id), until=until)
            work.mandates.save([checked_mandate(ended, register.mandates, register)])
            return work.commit()

    def remove(self, mandate_id: str) -> Changes:
        """Take out a mandate that was entered by mistake; ``DOC-609`` unknown."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "register.signers.remove") as work:
            work.mandates.remove([_mandate(work.mandates.all(), mandate_id).mandate_id])
            return work.commit()


def _mandate(mandates: Sequence[Mandate], mandate_id: str) -> Mandate:
    found = next((one for one in mandates if one.mandate_id == mandate_id), None)
    if found is None:
        raise UsageRefusal("DOC-609", mandate=mandate_id)
    return found
