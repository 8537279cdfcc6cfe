"""What the register of disciplinary sanctions keeps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from meritdesk.core.discipline import Sanction


class Discipline(Protocol):
    """The sanctions of one agency, confidential: the room decides who may see what."""

    def of(self, person_ids: Sequence[str] | None = None) -> tuple[Sanction, ...]: ...
    def by_id(self, sanction_id: str) -> Sanction | None: ...
    def save(self, sanctions: Sequence[Sanction]) -> None: ...
