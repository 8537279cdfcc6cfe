"""What an arriving snapshot would do, before anything is written: the fate of each record and what must be asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.handover import LedgerDecision, PackageHeader, RecordOutcome, RecordState
from meritdesk.core.merging import PEOPLE
from meritdesk.core.people import Person

TWO_PEOPLE_SHARE = 20
"""One in so many missing or deleted is more than a clerk answers for alone: 5 per cent (faults F56)."""

NAMES_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Consent:
    """A person's word that people missing from a file are really gone from it; ``second`` where two must agree."""

    reason: str
    second: str = ""


@dataclass(frozen=True, slots=True)
class MissingRecord:
    """A record that was here and that the file neither repeats nor deletes; ``label`` names it for the clerk."""

    table: str
    record_id: str
    label: str


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """One field of a changed record: what stands here and what the file says."""

    field: str
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class ArrivingRecord:
    """One record of the file that is not simply the same, with its fate and its differences."""

    table: str
    record_id: str
    label: str
    state: RecordState
    code: str = ""
    differences: tuple[FieldDifference, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrival:
    """The dry run of a package: *baru / berubah / sama / bentrok / ditolak*, and whether somebody must agree first.

    ``needs_consent`` when people are missing, ``needs_second`` when so many that two must agree. ``parallel`` are the
    records put together from both sides, which somebody may want to look at. ``payload_digest`` says which file this
    is, so that no other is taken in its place.
    """

    header: PackageHeader
    decision: LedgerDecision
    counts: Mapping[str, int]
    records: tuple[ArrivingRecord, ...]
    missing: tuple[MissingRecord, ...] = ()
    removed: int = 0
    needs_consent: bool = False
    needs_second: bool = False
    parallel: int = 0
    payload_digest: str = ""


def counted(outcomes: Sequence[RecordOutcome], unchanged: int = 0) -> dict[str, int]:
    """How many records met each fate; ``unchanged`` are those of tables that stand here word for word."""
    counts = Counter({state.value: 0 for state in RecordState} | {RecordState.SAME.value: unchanged})
    counts.update(outcome.state.value for outcome in outcomes)
    return dict(counts)


def is_share_for_two(count: int, known: int) -> bool:
    """Whether so many of so many ask for a second person."""
    return count * TWO_PEOPLE_SHARE > known


def require_consent(sender: str, missing: Sequence[Person], known: int, consent: Consent | None, actor: str) -> None:
    """Stop a package that has lost people until somebody agrees (faults F56).

    ``PKG-650`` people are missing, ``PKG-651`` so many that a second person must agree, ``PKG-654`` no reason given,
    ``PKG-656`` the second person is the first.
    """
    if not missing:
        return
    if consent is None:
        names = ", ".join(person.name for person in missing[:NAMES_SHOWN])
        raise UsageRefusal("PKG-650", count=len(missing), sender=sender, names=names)
    require_second(is_share_for_two(len(missing), known), consent, actor, "PKG-651", len(missing), known, sender)


def require_second(
    is_for_two: bool, consent: Consent | None, actor: str, code: str, count: int, known: int, sender: str
) -> None:
    """Ask for a reason, and for a second name where one person does not do."""
    if consent is None:
        if is_for_two:
            raise UsageRefusal(code, count=count, known=known, sender=sender)
        return
    if not consent.reason.strip():
        raise UsageRefusal("PKG-654")
    if is_for_two and not consent.second.strip():
        raise UsageRefusal(code, count=count, known=known, sender=sender)
    if is_for_two and consent.second.strip().casefold() == actor.casefold():
        raise UsageRefusal("PKG-656", name=actor)


def missing_people(missing: Sequence[tuple[str, str]], people: Mapping[str, Person]) -> list[Person]:
    """The people among the missing records."""
    return [people[record_id] for table, record_id in missing if table == PEOPLE and record_id in people]
