"""What is dated in a career: post and unit, grade, status, leading a unit, Plt and Plh, rater delegation.

A person's row says what holds today; the entries say what held before, what comes, and who led which unit when. Whoever
has no entries of a kind has held what the row says since the date that stands beside it (TMT), so a first import is
already a history and costs nothing. Days are whole: ``since`` is the first day, ``until`` the last day, both included.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from meritdesk.core.people import LegalStatus, Person, PositionKind


class EntryKind(StrEnum):
    """What an entry is about."""

    POST = "POST"
    GRADE = "GRADE"
    STATUS = "STATUS"
    HEAD = "HEAD"
    PLT = "PLT"
    PLH = "PLH"
    DELEGATION = "DELEGATION"
    RATER = "RATER"
    CLARIFIED = "CLARIFIED"


ACTING_KINDS = frozenset({EntryKind.PLT, EntryKind.PLH})
LEADING_KINDS = frozenset({EntryKind.HEAD, *ACTING_KINDS})
STANDING_KINDS = (EntryKind.POST, EntryKind.GRADE, EntryKind.STATUS)


class CareerChange(StrEnum):
    """What happened to somebody in mid-year, as the clerk calls it."""

    MOVE = "MOVE"
    PROMOTION = "PROMOTION"
    GRADE = "GRADE"
    NEW_RATER = "NEW_RATER"
    RATER_ENDS = "RATER_ENDS"
    PLT_START = "PLT_START"
    PLT_END = "PLT_END"
    PLH_START = "PLH_START"
    PLH_END = "PLH_END"
    STUDY_START = "STUDY_START"
    STUDY_END = "STUDY_END"
    STUDY_DROPPED = "STUDY_DROPPED"  # not graduated
    SECONDMENT_START = "SECONDMENT_START"
    SECONDMENT_END = "SECONDMENT_END"
    UNPAID_LEAVE = "UNPAID_LEAVE"
    SUSPENSION = "SUSPENSION"
    PRE_PENSION = "PRE_PENSION"
    RETURN = "RETURN"
    PENSION = "PENSION"
    DEATH = "DEATH"
    LEAVING = "LEAVING"


LEAVING_CHANGES = frozenset({CareerChange.PENSION, CareerChange.DEATH, CareerChange.LEAVING})


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One dated fact. Which fields count depends on ``kind``.

    POST: ``position_kind``, ``position_title``, ``echelon``, ``unit_id``. GRADE: ``grade``. STATUS: ``status``.
    HEAD, PLT, PLH: the person leads ``unit_id``; ``may_rate`` says whether an acting one holds the delegation to rate
    (R-08). DELEGATION: the person rates the members of ``unit_id`` on behalf of ``other_id`` (R-03). RATER: the person
    is rated by ``other_id``; ``unit_id`` is the unit whose level then counts and ``may_rate`` that a delegation was
    given. CLARIFIED: expectations were clarified with the rater ``other_id`` on ``since`` (R-33). ``is_estimated``
    marks a date that no file or letter stated.
    """

    entry_id: str
    person_id: str
    kind: EntryKind
    since: date | None = None
    until: date | None = None
    unit_id: str = ""
    position_kind: PositionKind | None = None
    position_title: str = ""
    echelon: str = ""
    grade: str = ""
    status: LegalStatus | None = None
    other_id: str = ""
    may_rate: bool = False
    cause: CareerChange | None = None
    note: str = ""
    is_estimated: bool = False

    def holds_on(self, day: date) -> bool:
        """Whether the entry covers a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def has_begun_by(self, day: date) -> bool:
        """Whether the entry began on or before a day."""
        return self.since is None or self.since <= day

    @property
    def is_empty(self) -> bool:
        """Whether the entry ends before it begins: closing another one left nothing of it."""
        return self.since is not None and self.until is not None and self.until < self.since


def _begin(entry: HistoryEntry) -> date:
    return entry.since or date.min


@dataclass(frozen=True, slots=True)
class History:
    """All dated entries of an agency, found by person or by unit, oldest first.

    ``secretary_decides`` is the agency's own choice for G-9: the regional secretary, not the head of region, is the
    superior of heads of department where they rate.
    """

    entries: tuple[HistoryEntry, ...] = ()
    secretary_decides: bool = False
    _of_person: Mapping[tuple[str, EntryKind], tuple[HistoryEntry, ...]] = field(init=False, repr=False, compare=False)
    _of_unit: Mapping[tuple[str, EntryKind], tuple[HistoryEntry, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        of_person: dict[tuple[str, EntryKind], list[HistoryEntry]] = defaultdict(list)
        of_unit: dict[tuple[str, EntryKind], list[HistoryEntry]] = defaultdict(list)
        for entry in sorted(self.entries, key=_begin):
            of_person[entry.person_id, entry.kind].append(entry)
            if entry.unit_id:
                of_unit[entry.unit_id, entry.kind].append(entry)
        object.__setattr__(self, "_of_person", {key: tuple(found) for key, found in of_person.items()})
        object.__setattr__(self, "_of_unit", {key: tuple(found) for key, found in of_unit.items()})

    def of(self, person_id: str, *kinds: EntryKind) -> tuple[HistoryEntry, ...]:
        """The entries of a person, of these kinds or of all, oldest first."""
        found = [entry for kind in kinds or tuple(EntryKind) for entry in self._of_person.get((person_id, kind), ())]
        return tuple(sorted(found, key=_begin))

    def of_unit(self, unit_id: str, *kinds: EntryKind) -> tuple[HistoryEntry, ...]:
        """The entries about a unit, oldest first."""
        found = [entry for kind in kinds or tuple(EntryKind) for entry in self._of_unit.get((unit_id, kind), ())]
        return tuple(sorted(found, key=_begin))

    def units_with(self, *kinds: EntryKind) -> frozenset[str]:
        """The units about which there are entries of these kinds."""
        return frozenset(unit_id for unit_id, kind in self._of_unit if kind in kinds)

    def people_with(self, *kinds: EntryKind) -> frozenset[str]:
        """The people about whom there are entries of these kinds."""
        return frozenset(person_id for person_id, kind in self._of_person if kind in kinds)

    def spells(self, person: Person, kind: EntryKind) -> tuple[HistoryEntry, ...]:
        """What a person held, oldest first; where nothing is dated, what the row says since its own TMT."""
        return self._of_person.get((person.person_id, kind), ()) or (seed_of(person, kind),)

    def standing(self, person: Person, kind: EntryKind, day: date) -> HistoryEntry:
        """Post, grade or status on a day: the last that began; before the first known one that one stands in."""
        spells = self.spells(person, kind)
        begun = [spell for spell in spells if spell.has_begun_by(day)]
        return begun[-1] if begun else spells[0]

    def is_known(self, person: Person, kind: EntryKind, day: date) -> bool:
        """Whether the register knows what held on a day, or only lets the earliest known stand in for it."""
        first = self.spells(person, kind)[0]
        return first.since is None or first.since <= day

    def in_force(self, person_id: str, kind: EntryKind, day: date) -> tuple[HistoryEntry, ...]:
        """The duties of a person that cover a day (leading, acting, delegated, rater named)."""
        return tuple(entry for entry in self._of_person.get((person_id, kind), ()) if entry.holds_on(day))

    def over_unit(self, unit_id: str, kind: EntryKind, day: date) -> HistoryEntry | None:
        """Who holds a duty over a unit on a day; the last who began, where two overlap."""
        holding = [entry for entry in self._of_unit.get((unit_id, kind), ()) if entry.holds_on(day)]
        return holding[-1] if holding else None

    def with_changes(self, gone: Iterable[HistoryEntry], added: Iterable[HistoryEntry]) -> History:
        """The history as it would be with some entries taken out and others put in."""
        out = {entry.entry_id for entry in gone}
        coming = tuple(added)
        out.update(entry.entry_id for entry in coming)
        kept = (entry for entry in self.entries if entry.entry_id not in out)
        return History((*kept, *coming), self.secretary_decides)


def seed_of(person: Person, kind: EntryKind) -> HistoryEntry:
    """What a person's row states as an entry: post since TMT jabatan, grade since TMT golongan, status since ever."""
    base = HistoryEntry(entry_id="", person_id=person.person_id, kind=kind)
    if kind is EntryKind.POST:
        return replace(
            base,
            since=person.position_since,
            unit_id=person.unit_id,
            position_kind=person.position_kind,
            position_title=person.position_title,
            echelon=person.echelon,
        )
    if kind is EntryKind.GRADE:
        return replace(base, since=person.grade_since, grade=person.grade)
    if kind is EntryKind.STATUS:
        return replace(base, status=person.legal_status)
    raise ValueError(kind)


def person_as(person: Person, *entries: HistoryEntry) -> Person:
    """A person's row with what these entries say of post, grade and status."""
    for entry in entries:
        if entry.kind is EntryKind.POST:
            person = replace(
                person,
                position_kind=entry.position_kind or person.position_kind,
                position_title=entry.position_title,
                position_since=entry.since,
                echelon=entry.echelon,
                unit_id=entry.unit_id,
            )
        elif entry.kind is EntryKind.GRADE:
            person = replace(person, grade=entry.grade, grade_since=entry.since)
        elif entry.kind is EntryKind.STATUS:
            person = replace(person, legal_status=entry.status or person.legal_status)
    return person


def people_on(people: Sequence[Person], history: History, day: date) -> tuple[Person, ...]:
    """Everybody as he stood on a day: post, unit, grade and status of that day, in the order given."""
    dated = history.people_with(*STANDING_KINDS)
    return tuple(
        person_as(person, *(history.standing(person, kind, day) for kind in STANDING_KINDS))
        if person.person_id in dated
        else person
        for person in people
    )


def day_before(day: date) -> date:
    """The last day before a change counts."""
    return day - timedelta(days=1)


def day_after(day: date) -> date:
    """The first day after something ended."""
    return day + timedelta(days=1)


def short_day(day: date) -> str:
    """A day as it stands in lists and sentences of either language: ``01-05-2025``."""
    return f"{day:%d-%m-%Y}"
