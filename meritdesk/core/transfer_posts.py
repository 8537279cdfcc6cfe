"""Posts and grades of people who move between agencies: how they arrive, and how the old agency's later word follows.

What somebody was before he came is a fact wherever he works, told by the agency where it was so. Here it is read, and
changed by nobody; a later file of the same move brings what the old agency has corrected since.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from meritdesk.core.career import CareerChange, EntryKind, History, HistoryEntry, day_before, seed_of
from meritdesk.core.career_drafting import EntryChange, follow
from meritdesk.core.handover import Snapshot
from meritdesk.core.moves import Origin
from meritdesk.core.people import LegalStatus, OrgUnit, Person, PositionKind
from meritdesk.core.transfers import ORIGINS, POSTS, StatedMove

CARRIED_KINDS = (EntryKind.POST, EntryKind.GRADE)
"""What of a career is a fact wherever a person works; seats and raters belong to the agency."""


def unit_path(units: Sequence[OrgUnit], unit_id: str) -> str:
    """A unit as people of another agency call it: with what stands above it."""
    known = {unit.unit_id: unit for unit in units}
    names: list[str] = []
    while unit_id in known and len(names) <= len(known):
        names.append(known[unit_id].name)
        unit_id = known[unit_id].parent_id
    return ", ".join(names)


def carried_entries(entries: Sequence[HistoryEntry], units: Sequence[OrgUnit], agency: str) -> tuple[HistoryEntry, ...]:
    """Posts and grades of another agency as the new one keeps them: its units are words here, not keys."""
    found = []
    for entry in entries:
        if entry.kind not in CARRIED_KINDS:
            continue
        place = unit_path(units, entry.unit_id) or (agency if entry.kind is EntryKind.POST else "")
        note = "; ".join(text for text in (entry.note, place) if text)
        found.append(replace(entry, unit_id="", other_id="", note=note))
    return tuple(found)


def entry_of(fields: Mapping[str, str]) -> HistoryEntry:
    """A dated entry as it travels; ``ValueError`` when it cannot be one."""
    return HistoryEntry(
        entry_id=fields["entry_id"],
        person_id=fields["person_id"],
        kind=EntryKind(fields["kind"]),
        since=_day(fields["since"]),
        until=_day(fields["until"]),
        unit_id=fields["unit_id"],
        position_kind=PositionKind(fields["position_kind"]) if fields["position_kind"] else None,
        position_title=fields["position_title"],
        echelon=fields["echelon"],
        grade=fields["grade"],
        status=LegalStatus(fields["status"]) if fields["status"] else None,
        other_id=fields["other_id"],
        may_rate=fields["may_rate"] == "true",
        cause=CareerChange(fields["cause"]) if fields["cause"] else None,
        note=fields["note"],
        is_estimated=fields["is_estimated"] == "true",
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@dataclass(frozen=True, slots=True)
class Arriving:
    """Where and as what a person begins at the new agency; ``agency`` and ``units`` are those he comes from."""

    move: StatedMove
    agency: str
    units: tuple[OrgUnit, ...]
    unit_id: str
    position_title: str


def arrived(
    arriving: Arriving,
    person: Person,
    entries: Sequence[HistoryEntry],
    history: History,
    new_id: Callable[[], str],
) -> tuple[EntryChange, ...]:
    """What arriving makes of the register: his posts and grades so far, then post and status here from the first day.

    ``person`` is his row here before that day: what the register knew of him, or nothing but that he was elsewhere.
    Until then he counts as not in service here, so that nobody here is asked for what the old agency evaluated.
    """
    move = arriving.move
    known = {entry.entry_id for entry in history.entries}
    carried = [one for one in carried_entries(entries, arriving.units, arriving.agency) if one.entry_id not in known]
    if not any(one.kind is EntryKind.POST for one in (*carried, *history.of(person.person_id, EntryKind.POST))):
        note = unit_path(arriving.units, person.unit_id) or arriving.agency
        carried.append(replace(seed_of(person, EntryKind.POST), entry_id=new_id(), unit_id="", note=note))
    changes = [EntryChange(None, one) for one in carried]
    history = history.with_changes((), carried)
    note = "; ".join(text for text in (arriving.agency, move.letter) if text)
    base = HistoryEntry("", person.person_id, EntryKind.POST, move.since, note=note)
    standing = history.standing(person, EntryKind.POST, move.since)
    post = replace(
        base,
        entry_id=new_id(),
        unit_id=arriving.unit_id,
        position_kind=standing.position_kind or person.position_kind,
        position_title=arriving.position_title or standing.position_title or person.position_title,
        echelon=standing.echelon if not arriving.position_title else "",
    )
    status = replace(base, entry_id=new_id(), kind=EntryKind.STATUS, status=move.status)
    elsewhere = replace(person, legal_status=LegalStatus.LEFT)
    for entry in (post, status):
        followed, _ = follow(elsewhere, entry, history, new_id)
        changes += followed.values()
    latest: dict[str, EntryChange] = {}
    for change in changes:
        entry_id = (change.after or change.before).entry_id  # type: ignore[union-attr]
        first = latest.get(entry_id, change)
        latest[entry_id] = EntryChange(first.before, change.after)
    return tuple(latest.values())


def followed(
    arriving: Arriving, entries: Sequence[HistoryEntry], history: History, theirs: Collection[str]
) -> tuple[EntryChange, ...]:
    """What a later file of the same move says of posts and grades before it: what is new, and what was corrected.

    ``theirs`` are the entries here that came from the agency which speaks now; all others stay as they are. Whatever
    follows here ends an entry no later than it does already, and nothing of the old agency reaches into the time here.
    """
    known = {entry.entry_id: entry for entry in history.entries}
    said = carried_entries(entries, arriving.units, arriving.agency)
    spoken = {one.entry_id for one in said}
    changes = []
    for one in said:
        before = known.get(one.entry_id)
        is_ours = before is not None and one.entry_id not in theirs
        if is_ours or (one.since is not None and one.since >= arriving.move.since):
            continue
        begins = [
            other.since
            for other in history.of(one.person_id, one.kind)
            if other.entry_id not in spoken and other.since is not None and other.since > (one.since or date.min)
        ]
        ends = [day for day in (one.until, before.until if before is not None else None) if day is not None]
        ends += [day_before(day) for day in begins]
        after = replace(one, until=min(ends, default=None))
        if after != before:
            changes.append(EntryChange(before, after))
    return tuple(changes)


def said_entries(records: Sequence[Mapping[str, str]], person_id: str) -> tuple[HistoryEntry, ...]:
    """The dated entries of one person among the rows of a transfer file."""
    return tuple(entry_of(fields) for fields in records if fields["person_id"] == person_id)


def stated_makers(snapshot: Snapshot) -> dict[str, tuple[str, str]]:
    """Of the posts and grades of a transfer file those that its sender did not make itself, with who did."""
    return {
        one.fields["record_id"]: (one.fields["agency_code"], one.fields["agency_name"])
        for one in snapshot.records.get(ORIGINS, ())
        if one.fields["table_name"] == POSTS
    }


def is_a_seed(change: EntryChange, said: Collection[str], since: date) -> bool:
    """Whether arriving made the post out of what the old agency's row said, since that had none with a date."""
    entry = change.after
    if change.before is not None or entry is None or entry.entry_id in said:
        return False
    return entry.kind is EntryKind.POST and not entry.unit_id and entry.since != since


def posts_made_by(
    snapshot: Snapshot, people: Mapping[str, str], ours: Collection[str], agency: tuple[str, str]
) -> tuple[Origin, ...]:
    """Who made each post and grade of a transfer file that is not our own: the agency that sends it, or one before it.

    ``people`` are those who are taken, with their move.
    """
    stated = stated_makers(snapshot)
    carried = {kind.value for kind in CARRIED_KINDS}
    return tuple(
        Origin(POSTS, record.key, *stated.get(record.key, agency), people[record.fields["person_id"]])
        for record in snapshot.records.get(POSTS, ())
        if record.fields["kind"] in carried and record.fields["person_id"] in people and record.key not in ours
    )
