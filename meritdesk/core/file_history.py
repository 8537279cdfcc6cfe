"""What a newer staff or unit file adds to the history: the file's own dates (TMT) where it has them, else its own day.

A file never undoes what the register knows better: an older TMT than the dated one, or a status that a clerk recorded
with its letter, stays as it is and is named. A first import needs no entries: the rows are their own first history.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from meritdesk.core.career import (
    ACTING_KINDS,
    EntryKind,
    History,
    HistoryEntry,
    day_before,
    seed_of,
    short_day,
)
from meritdesk.core.career_drafting import EntryChange, follow
from meritdesk.core.people import LegalStatus, OrgUnit, Person


@dataclass(frozen=True, slots=True)
class FileRemark:
    """Something of a row that the clerk should know: the column, and the code of the sentence with its facts."""

    column: str
    code: str
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class DatedRow:
    """A row of the staff file once the history was asked: the person to save, the entries, and the remarks."""

    person: Person
    entries: tuple[EntryChange, ...] = ()
    remarks: tuple[FileRemark, ...] = ()


class _Reading:
    def __init__(self, before: Person, after: Person, history: History, today: date, new_id: Callable[[], str]) -> None:
        self.before, self.after, self.history, self.today, self.new_id = before, after, history, today, new_id
        self.entries: dict[str, EntryChange] = {}
        self.remarks: list[FileRemark] = []

    def begin(self, kind: EntryKind, since: date, is_estimated: bool) -> None:
        """The file's value begins on a day."""
        entry = replace(seed_of(self.after, kind), entry_id=self.new_id(), since=since, is_estimated=is_estimated)
        changes, _ = follow(self.before, entry, self.history, self.new_id)
        self.entries.update(changes)

    def correct(self, kind: EntryKind) -> None:
        """The file says the same spell more exactly; a dated one is put right in place."""
        standing = self.history.standing(self.before, kind, self.today)
        if standing.entry_id:
            seed = seed_of(self.after, kind)
            right = replace(
                standing,
                unit_id=seed.unit_id,
                position_kind=seed.position_kind,
                position_title=seed.position_title,
                echelon=seed.echelon,
                grade=seed.grade,
                status=seed.status,
            )
            self.entries[standing.entry_id] = EntryChange(standing, right)

    def is_recorded(self, kind: EntryKind, since: date | None) -> bool:
        """Whether the history already has what the file says from this day on: a change ahead of its day."""
        seed = seed_of(self.after, kind)
        said = (seed.unit_id, seed.position_kind, seed.position_title, seed.echelon, seed.grade)
        return since is not None and any(
            spell.since == since
            and (spell.unit_id, spell.position_kind, spell.position_title, spell.echelon, spell.grade) == said
            for spell in self.history.of(self.before.person_id, kind)
        )

    def keep_post(self) -> None:
        self.after = replace(
            self.after,
            position_kind=self.before.position_kind,
            position_title=self.before.position_title,
            position_since=self.before.position_since,
            echelon=self.before.echelon,
            unit_id=self.before.unit_id,
        )

    def post(self) -> None:
        before, after = self.before, self.after
        known = (before.unit_id, before.position_title, before.position_kind, before.echelon)
        if known == (after.unit_id, after.position_title, after.position_kind, after.echelon):
            return
        old, new = before.position_since, after.position_since
        if self.is_recorded(EntryKind.POST, new):
            self.keep_post()
        elif old is not None and new is not None and new < old:
            self.remark("TMT JABATAN", "REG-361", file=short_day(new), register=short_day(old))
            self.keep_post()
        elif not before.unit_id and not before.position_title:
            return
        elif new is not None and (old is None or new > old):
            self.begin(EntryKind.POST, new, is_estimated=False)
        elif before.unit_id and after.unit_id != before.unit_id:
            self.begin(EntryKind.POST, self.today, is_estimated=True)
            self.after = replace(self.after, position_since=self.today)
            self.remark("TMT JABATAN", "REG-362", day=short_day(self.today))
        else:
            self.correct(EntryKind.POST)

    def grade(self) -> None:
        before, after = self.before, self.after
        if not before.grade or before.grade == after.grade:
            return
        old, new = before.grade_since, after.grade_since
        if self.is_recorded(EntryKind.GRADE, new):
            self.after = replace(after, grade=before.grade, grade_since=old)
        elif old is not None and new is not None and new < old:
            self.remark("TMT GOLONGAN", "REG-361", file=short_day(new), register=short_day(old))
            self.after = replace(after, grade=before.grade, grade_since=old)
        elif new is not None and (old is None or new > old):
            self.begin(EntryKind.GRADE, new, is_estimated=False)
        else:
            self.correct(EntryKind.GRADE)

    def status(self) -> None:
        before, after = self.before, self.after
        if before.legal_status is after.legal_status:
            return
        recorded = [entry for entry in self.history.of(before.person_id, EntryKind.STATUS) if entry.cause is not None]
        if recorded:
            self.remark(
                "KEDUDUKAN HUKUM NAMA",
                "REG-363",
                file=f"STATUS:{after.legal_status.name}",
                register=f"STATUS:{before.legal_status.name}",
            )
            self.after = replace(after, legal_status=before.legal_status)
            return
        self.begin(EntryKind.STATUS, self.today, is_estimated=True)
        if LegalStatus.LEFT in (before.legal_status, after.legal_status) or not after.is_appraised:
            self.remark("KEDUDUKAN HUKUM NAMA", "REG-364", day=short_day(self.today))

    def remark(self, column: str, code: str, **facts: str) -> None:
        self.remarks.append(FileRemark(column, code, {"name": self.before.full_name, **facts}))


def dated_by_file(before: Person, after: Person, history: History, today: date, new_id: Callable[[], str]) -> DatedRow:
    """What a row of a newer staff file makes of somebody who is known already; ``today`` is the day of the import."""
    reading = _Reading(before, after, history, today, new_id)
    reading.post()
    reading.grade()
    reading.status()
    return DatedRow(reading.after, tuple(reading.entries.values()), tuple(reading.remarks))


@dataclass(frozen=True, slots=True)
class DatedSeat:
    """A unit of the unit file once the history was asked: the unit to save, the entries, and the remarks."""

    unit: OrgUnit
    entries: tuple[EntryChange, ...] = ()
    remarks: tuple[FileRemark, ...] = ()


def seat_by_file(
    before: OrgUnit,
    after: OrgUnit,
    by_source: Mapping[str, Person],
    history: History,
    today: date,
    new_id: Callable[[], str],
) -> DatedSeat:
    """What a newer unit file makes of a unit whose head or Plt it names anew."""
    unit = after
    entries: list[EntryChange] = []
    remarks: list[FileRemark] = []
    for kind, field in ((EntryKind.HEAD, "head_source_id"), (EntryKind.PLT, "acting_source_id")):
        old, new = by_source.get(getattr(before, field)), by_source.get(getattr(after, field))
        dated = history.of_unit(before.unit_id, EntryKind.HEAD) if kind is EntryKind.HEAD else (
            history.of_unit(before.unit_id, *ACTING_KINDS)
        )  # fmt: skip
        if new is None or getattr(before, field) == getattr(after, field) or (old is None and not dated):
            continue
        if any(entry.person_id == new.person_id and entry.until is not None for entry in dated):
            last = max(entry.until for entry in dated if entry.person_id == new.person_id and entry.until is not None)
            facts = {"name": new.full_name, "unit": after.name, "day": short_day(last)}
            remarks.append(FileRemark("PEMIMPIN PNS ID", "REG-365", facts))
            unit = replace(unit, **{field: getattr(before, field)})
            continue
        since = today
        is_estimated = True
        if kind is EntryKind.HEAD and new.unit_id == after.unit_id and new.position_since is not None:
            since, is_estimated = new.position_since, False
        open_ones = [entry for entry in dated if entry.until is None or entry.until >= since]
        for entry in open_ones:
            ended = replace(entry, until=day_before(since))
            entries.append(EntryChange(entry, None if ended.is_empty else ended))
        if old is not None and not dated:
            first = HistoryEntry(
                new_id(), old.person_id, kind, until=day_before(since), unit_id=after.unit_id, may_rate=True
            )
            entries.append(EntryChange(None, first))
        begun = HistoryEntry(
            new_id(), new.person_id, kind, since, unit_id=after.unit_id, may_rate=True, is_estimated=is_estimated
        )
        entries.append(EntryChange(None, begun))
        if is_estimated:
            facts = {"name": new.full_name, "unit": after.name, "day": short_day(since)}
            remarks.append(FileRemark("PEMIMPIN PNS ID", "REG-366", facts))
    return DatedSeat(unit, tuple(entries), tuple(remarks))
