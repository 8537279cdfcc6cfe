"""The certification authorities this office believes: its own, or the national one (BSrE).

They are kept in the store, so that every signature is judged by the same list on every PC of the office, offline.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.core.signatures import TrustAnchor
from meritdesk.services.ports import Surroundings


@dataclass(frozen=True, slots=True)
class TrustOutcome:
    """Which authorities were added and which were believed before."""

    added: tuple[TrustAnchor, ...]
    known: tuple[TrustAnchor, ...]
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class Authorities:
    """Verbs of the list of authorities."""

    around: Surroundings

    def all(self) -> tuple[TrustAnchor, ...]:
        """The certification authorities this office believes."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.anchors.all()

    def add(self, path: Path) -> TrustOutcome:
        """Believe the authorities in a certificate file from now on (``DOC-641``, ``DOC-658``, ``DOC-659``)."""
        require(self.around.actor, Action.EDIT)
        found = self.around.signatures.read_anchors(path, self.around.clock())
        with self.around.store.writing(
            self.around.actor, "documents.authorities.add", origin=f"file:{path.name}"
        ) as work:
            known = {one.certificate.fingerprint: one for one in work.anchors.all()}
            added = tuple(one for one in found if one.certificate.fingerprint not in known)
            work.anchors.save(added)
            changes = work.commit()
        before = tuple(known[one.certificate.fingerprint] for one in found if one not in added)
        return TrustOutcome(added, before, changes)

    def remove(self, fingerprint: str) -> Changes:
        """Believe an authority no longer, named by its fingerprint or the beginning of it; ``DOC-660`` when unclear."""
        require(self.around.actor, Action.EDIT)
        wanted = "".join(sign for sign in fingerprint.lower() if sign.isalnum())
        with self.around.store.writing(self.around.actor, "documents.authorities.remove") as work:
            fitting = [one for one in work.anchors.all() if wanted and one.certificate.fingerprint.startswith(wanted)]
            if len(fitting) != 1:
                raise UsageRefusal("DOC-660", fingerprint=fingerprint, count=len(fitting))
            work.anchors.remove(fitting[0].certificate.fingerprint)
            return work.commit()
