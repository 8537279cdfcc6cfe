"""Custody: a person whom two agencies hold at once, and which of them a person at the region named (faults F64).

Both agencies keep what they sent; the decision only says who answers for the person in a year, so that the region
counts nobody twice. Whether somebody is claimed twice is read off the rows, so the order of arrival decides nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from meritdesk.core.moves import Transfer, TransferWay


@dataclass(frozen=True, slots=True)
class Claim:
    """One agency's row of a person who stands in another agency's rows too."""

    agency: str
    person_id: str
    nip: str
    name: str
    unit: str
    position: str
    since: date | None


@dataclass(frozen=True, slots=True)
class CustodyDecision:
    """Which agency answers for a person in a year from a day on; ``key`` names the person, see ``custody_key``."""

    key: str
    year: int
    owner: str
    since: date | None
    reason: str
    decided_by: str
    decided_at: datetime


@dataclass(frozen=True, slots=True)
class CustodyLine:
    """A person whom several agencies hold, with the decision where there is one."""

    key: str
    claims: tuple[Claim, ...]
    decision: CustodyDecision | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether nobody has decided, or the agency decided for does not hold the person any more."""
        return self.decision is None or self.decision.owner not in {claim.agency for claim in self.claims}


def custody_key(claim: Claim) -> str:
    """What makes two rows the same person: the NIP where there is one, else the person's own key."""
    return claim.nip or claim.person_id


def custody_lines(
    claims: Sequence[Claim], decisions: Mapping[str, CustodyDecision], taken: Sequence[tuple[str, Transfer]] = ()
) -> tuple[CustodyLine, ...]:
    """The people claimed by more than one agency, by name; those who wait come first.

    ``taken`` are the moves as the agencies say them: whoever took a person in from another agency that still claims
    him, by a file of that agency, answers for him until a person decides otherwise.
    """
    by_person: dict[str, dict[str, Claim]] = {}
    one_key: dict[str, str] = {}
    for claim in sorted(claims, key=lambda one: (one.agency, one.person_id)):
        # The same person under a new NIP (a new contract) keeps the key of the person.
        key = one_key.setdefault(claim.person_id, custody_key(claim))
        by_person.setdefault(key, {}).setdefault(claim.agency, claim)
    lines = [
        CustodyLine(key, tuple(found.values()), decisions.get(key) or _by_transfer(key, found, taken))
        for key, found in by_person.items()
        if len(found) > 1
    ]
    return tuple(sorted(lines, key=lambda line: (not line.is_waiting, line.claims[0].name, line.key)))


def _by_transfer(key: str, claims: Mapping[str, Claim], said: Sequence[tuple[str, Transfer]]) -> CustodyDecision | None:
    """What the newest move into one of the claiming agencies from another of them says; nothing without one."""
    moves = [
        (one.since, one.transfer_id, agency, one)
        for agency, one in said
        if one.way is TransferWay.IN
        and agency in claims
        and one.other_code in claims
        and one.person_id == claims[agency].person_id
    ]
    if not moves:
        return None
    _, _, agency, one = max(moves, key=lambda move: move[:3])
    return CustodyDecision(key, one.since.year, agency, one.since, one.letter, one.noted_by, one.noted_at)
