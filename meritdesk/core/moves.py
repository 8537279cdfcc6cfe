"""A person's move from one agency to another: as each of the two knows it, and as the region sees it (faults F64)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from meritdesk.core.people import LegalStatus


class TransferWay(StrEnum):
    """Whether a person left here or came here."""

    OUT = "OUT"
    IN = "IN"


@dataclass(frozen=True, slots=True)
class Transfer:
    """One person's move as one agency knows it; ``other`` is where he went, or whence he came.

    ``since`` is the first day at the new agency (TMT); ``status`` what he was in service until then; ``post`` the post
    and unit he left; ``package_id`` the file that carried him.
    """

    transfer_id: str
    way: TransferWay
    person_id: str
    nip: str
    name: str
    other_code: str
    other_name: str
    since: date
    letter: str
    letter_on: date | None
    status: LegalStatus
    post: str
    note: str
    package_id: str
    noted_by: str
    noted_at: datetime


@dataclass(frozen=True, slots=True)
class Origin:
    """A record that another agency made: it is read here, and changed by nobody here."""

    table: str
    record_id: str
    agency_code: str
    agency_name: str
    transfer_id: str

    @property
    def maker(self) -> str:
        """The agency as people call it."""
        return self.agency_name or self.agency_code


@dataclass(frozen=True, slots=True)
class MoveState:
    """A move as the region sees it, from the files of both agencies (faults F64)."""

    person_id: str
    nip: str
    name: str
    from_code: str
    to_code: str
    since: date
    letter: str
    is_let_go: bool
    is_taken: bool

    @property
    def is_matched(self) -> bool:
        """Whether both agencies say the same."""
        return self.is_let_go and self.is_taken


def moves_of(said: Sequence[tuple[str, Transfer]]) -> tuple[MoveState, ...]:
    """The moves that agencies speak of, each once; those that wait for the other side come first."""
    found: dict[tuple[str, str, str], MoveState] = {}
    for agency, one in sorted(said, key=lambda pair: (pair[1].transfer_id, pair[0])):
        is_out = one.way is TransferWay.OUT
        ends = (agency, one.other_code) if is_out else (one.other_code, agency)
        key = (one.transfer_id, *ends)
        fresh = MoveState(one.person_id, one.nip, one.name, *ends, one.since, one.letter, False, False)
        before = found.get(key, fresh)
        found[key] = replace(before, is_let_go=before.is_let_go or is_out, is_taken=before.is_taken or not is_out)
    return tuple(sorted(found.values(), key=lambda one: (one.is_matched, one.name, one.since, one.person_id)))
