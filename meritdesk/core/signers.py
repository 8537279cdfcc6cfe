"""Who signs in which capacity on a day: the head by his post, a Plt. or Plh., or somebody with a mandate (a.n., u.b.).

Who leads a unit, definitive or acting, stands in the dated register; it is not written down a second time. What the
register cannot know are mandates: a secretary who signs on behalf of the head (a.n.), or an official below him (u.b.).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from meritdesk.core.career import EntryKind, History, HistoryEntry, short_day
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.people import LegalStatus, OrgUnit, Person, PersonBlock
from meritdesk.core.raters import Leadership, Tree
from meritdesk.core.standing import tree_on


class Capacity(StrEnum):
    """In which capacity somebody signs for an office."""

    DEFINITIVE = "DEFINITIVE"
    PLT = "PLT"  # pelaksana tugas
    PLH = "PLH"  # pelaksana harian
    AN = "AN"  # atas nama
    UB = "UB"  # untuk beliau


MANDATES = frozenset({Capacity.AN, Capacity.UB})
_OF_KIND = {EntryKind.HEAD: Capacity.DEFINITIVE, EntryKind.PLT: Capacity.PLT, EntryKind.PLH: Capacity.PLH}


@dataclass(frozen=True, slots=True)
class SigningLine:
    """What stands above a name that does not sign by his own post: in which capacity, for which office.

    ``title`` is the office signed for. ``post`` is the signer's own post where he signs a.n. or u.b.; ``through`` is,
    for u.b. alone, the post between the two.
    """

    capacity: Capacity
    title: str
    post: str = ""
    through: str = ""


@dataclass(frozen=True, slots=True)
class SigningBlock(PersonBlock):
    """A person at a signature place: ``line`` where he does not sign by his own post, and whether his rank is shown."""

    line: SigningLine | None = None
    shows_rank: bool = False


@dataclass(frozen=True, slots=True)
class Mandate:
    """The right to sign a.n. or u.b. for the head of a unit, from a day on and until one; ``letter`` is its basis."""

    mandate_id: str
    unit_id: str
    person_id: str
    capacity: Capacity
    post: str
    since: date
    until: date | None = None
    through: str = ""
    letter: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether the mandate covers a day."""
        return self.since <= day and (self.until is None or day <= self.until)


class SignerSource(StrEnum):
    """Where the register of signers knows a line from."""

    HISTORY = "HISTORY"  # entered with its days
    UNIT_FILE = "UNIT_FILE"  # named in the unit file, without days
    MANDATE = "MANDATE"


@dataclass(frozen=True, slots=True)
class SignerLine:
    """One line of the register of signers: who signs for which unit in which capacity, from when to when."""

    unit_id: str
    unit_name: str
    title: str
    capacity: Capacity
    person_id: str
    name: str
    nip: str
    source: SignerSource
    since: date | None = None
    until: date | None = None
    post: str = ""
    through: str = ""
    letter: str = ""
    mandate_id: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether the line covers a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class OfficeSigner:
    """Who signs for a unit on a day."""

    person: Person
    line: SigningLine


def office_title(unit: OrgUnit) -> str:
    """The office of whoever leads a unit, as it stands above a signature."""
    return (unit.head_title.strip() or f"Kepala {unit.name.lstrip('- ')}").upper()


@dataclass(slots=True)
class SignerRegister:
    """The register read once: units, people, dated entries and mandates; a day's tree is built once."""

    people: Sequence[Person]
    units: Sequence[OrgUnit]
    history: History
    mandates: Sequence[Mandate] = ()
    _trees: dict[date, Tree] = field(default_factory=dict)

    def tree(self, day: date) -> Tree:
        """Units and leaders as of a day."""
        if day not in self._trees:
            self._trees[day] = tree_on(self.people, self.units, self.history, day)
        return self._trees[day]

    def office_signer(self, unit_id: str, day: date) -> OfficeSigner:
        """Who signs for a unit on a day: whoever holds a mandate, else the Plh., the head, or the Plt.

        ``DOC-592`` when nobody does: the sheet goes on the list of what could not be printed, never out blank.
        """
        tree = self.tree(day)
        unit = tree.units.get(unit_id)
        if unit is None:
            raise UsageRefusal("USE-103", unit=unit_id)
        title = office_title(unit)
        for mandate in self.mandates:
            holder = tree.people.get(mandate.person_id)
            if mandate.unit_id == unit_id and mandate.holds_on(day) and can_sign(holder):
                assert holder is not None
                return OfficeSigner(holder, SigningLine(mandate.capacity, title, mandate.post, mandate.through))
        daily = self.history.over_unit(unit_id, EntryKind.PLH, day)
        substitute = tree.people.get(daily.person_id) if daily is not None else None
        if can_sign(substitute):
            assert substitute is not None
            return OfficeSigner(substitute, SigningLine(Capacity.PLH, title))
        leadership = tree.leaders.get(unit_id)
        if leadership is None:
            raise UsageRefusal("DOC-592", unit=unit.name, day=short_day(day))
        return OfficeSigner(leadership.person, SigningLine(capacity_of(leadership), title))

    def acting_line(self, signer_id: str, unit_id: str, day: date) -> SigningLine | None:
        """The Plt. or Plh. line of somebody who signs as the leader of a unit, or of one above it, on a day.

        It is the nearest of these units that he leads on that day which counts; whoever leads it by his post, or was
        named as rater, has no line.
        """
        tree = self.tree(day)
        for led_id in (unit_id, *tree.above(unit_id)):
            leadership = tree.leaders.get(led_id)
            if leadership is not None and leadership.person.person_id == signer_id:
                if not leadership.is_acting:
                    return None
                return SigningLine(capacity_of(leadership), office_title(tree.units[led_id]))
        return None

    def acts_for(self, person_id: str, principal_id: str, day: date) -> SigningLine | None:
        """Whether somebody acts for another on a day: Plt. or Plh. of a unit the other leads or led."""
        for kind in (EntryKind.PLT, EntryKind.PLH):
            for entry in self.history.in_force(person_id, kind, day):
                unit = self.tree(day).units.get(entry.unit_id)
                heads = {one.person_id for one in self.history.of_unit(entry.unit_id, EntryKind.HEAD)}
                leadership = self.tree(day).leaders.get(entry.unit_id)
                if leadership is not None:
                    heads.add(leadership.person.person_id)
                if unit is not None and principal_id in heads:
                    return SigningLine(_OF_KIND[kind], office_title(unit))
        return None

    def lines(self) -> tuple[SignerLine, ...]:
        """Everything the register knows of signers, unit by unit in their order, definitive before acting."""
        named = {person.person_id: person for person in self.people}
        by_source = {person.source_id: person for person in self.people if person.source_id}
        found: list[SignerLine] = []
        for unit in self.units:
            dated = self.history.of_unit(unit.unit_id, *_OF_KIND)
            found += [
                _line(unit, named.get(entry.person_id), _OF_KIND[entry.kind], SignerSource.HISTORY, entry)
                for entry in dated
            ]
            kinds = {entry.kind for entry in dated}
            head = named.get(unit.head_id) or by_source.get(unit.head_source_id)
            if head is not None and EntryKind.HEAD not in kinds:
                found.append(_line(unit, head, Capacity.DEFINITIVE, SignerSource.UNIT_FILE))
            acting = by_source.get(unit.acting_source_id)
            if acting is not None and not kinds & {EntryKind.PLT, EntryKind.PLH}:
                found.append(_line(unit, acting, Capacity.PLT, SignerSource.UNIT_FILE))
            found += [
                SignerLine(
                    unit.unit_id, unit.name, office_title(unit), one.capacity, one.person_id,
                    _name(named.get(one.person_id)), _nip(named.get(one.person_id)), SignerSource.MANDATE, one.since,
                    one.until, one.post, one.through, one.letter, one.mandate_id,
                )
                for one in self.mandates
                if one.unit_id == unit.unit_id
            ]  # fmt: skip
        return tuple(found)


def capacity_of(leadership: Leadership) -> Capacity:
    """In which capacity a leader signs."""
    if not leadership.is_acting:
        return Capacity.DEFINITIVE
    return Capacity.PLH if leadership.is_daily else Capacity.PLT


def can_sign(person: Person | None) -> bool:
    """Whether somebody is there to sign: whoever left, was suspended or is on leave without pay is not."""
    return person is not None and person.legal_status not in _GONE


_GONE = frozenset({LegalStatus.LEFT, LegalStatus.SUSPENDED, LegalStatus.UNPAID_LEAVE})


def checked_mandate(mandate: Mandate, others: Iterable[Mandate], register: SignerRegister) -> Mandate:
    """The mandate if it may stand.

    Refused: ``DOC-593`` a capacity that the register of posts knows (head, Plt., Plh.), ``DOC-594`` another mandate for
    the same unit covers some of the days, ``DOC-595`` it ends before it begins, ``DOC-596`` nobody signs on behalf of
    himself, ``DOC-597`` the post, or for u.b. the post between, is missing.
    """
    if mandate.capacity not in MANDATES:
        raise UsageRefusal("DOC-593", capacity=f"CAPACITY:{mandate.capacity.name}")
    if mandate.until is not None and mandate.until < mandate.since:
        raise UsageRefusal("DOC-595", since=short_day(mandate.since), until=short_day(mandate.until))
    if not mandate.post.strip() or (mandate.capacity is Capacity.UB and not mandate.through.strip()):
        raise UsageRefusal("DOC-597", capacity=f"CAPACITY:{mandate.capacity.name}")
    leadership = register.tree(mandate.since).leaders.get(mandate.unit_id)
    if leadership is not None and leadership.person.person_id == mandate.person_id:
        raise UsageRefusal("DOC-596", name=leadership.person.full_name)
    for other in others:
        if other.unit_id == mandate.unit_id and other.mandate_id != mandate.mandate_id and _overlap(other, mandate):
            raise UsageRefusal("DOC-594", since=short_day(other.since), until=_until(other.until))
    return mandate


def _overlap(one: Mandate, other: Mandate) -> bool:
    starts_by = other.until is None or one.since <= other.until
    return starts_by and (one.until is None or other.since <= one.until)


def _until(day: date | None) -> str:
    return short_day(day) if day is not None else "…"


def _line(
    unit: OrgUnit, person: Person | None, capacity: Capacity, source: SignerSource, entry: HistoryEntry | None = None
) -> SignerLine:
    return SignerLine(
        unit_id=unit.unit_id,
        unit_name=unit.name,
        title=office_title(unit),
        capacity=capacity,
        person_id=person.person_id if person else "",
        name=_name(person),
        nip=_nip(person),
        source=source,
        since=entry.since if entry else None,
        until=entry.until if entry else None,
        letter=entry.note if entry else "",
    )


def _name(person: Person | None) -> str:
    return person.full_name if person else ""


def _nip(person: Person | None) -> str:
    return person.nip if person else ""


def signing_block(
    person: Person,
    units: Mapping[str, OrgUnit],
    rank: str,
    line: SigningLine | None,
    *,
    shows_rank: bool,
) -> SigningBlock:
    """A person as he stands at a signature place of an own sheet."""
    unit = units.get(person.unit_id)
    return SigningBlock(
        name=person.full_name,
        nip=person.nip,
        rank=rank,
        position=person.position_title,
        unit=unit.name if unit else "",
        line=line,
        shows_rank=shows_rank,
    )
