"""How a request of the change wizard closes and begins entries: the steps of which every change is made up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from meritdesk.core.career import (
    ACTING_KINDS,
    LEADING_KINDS,
    LEAVING_CHANGES,
    CareerChange,
    EntryKind,
    History,
    HistoryEntry,
    day_before,
    short_day,
)
from meritdesk.core.evaluation import Reason
from meritdesk.core.people import Person, PositionKind
from meritdesk.core.raters import Tree

NEW_POST_CHANGES = frozenset({CareerChange.MOVE, CareerChange.PROMOTION})


@dataclass(frozen=True, slots=True)
class ChangeRequest:
    """What the clerk asks for; ``since`` is the first day on which it counts (TMT), for an end the first day after.

    A new post needs ``unit_id`` and ``position_title``; ``leads_unit`` says that he becomes the head of that unit.
    ``carries_results`` takes the results of the plan left behind into the draft for the new post (R-33).
    Acting needs ``unit_id``; ``may_rate`` that the superior delegated the rating to him, ``until`` the last day if the
    letter names one. A named rater needs ``rater_id``; ``unit_id`` is then the unit whose level counts.
    """

    change: CareerChange
    person_id: str
    since: date
    unit_id: str = ""
    position_title: str = ""
    position_kind: PositionKind | None = None
    echelon: str = ""
    grade: str = ""
    leads_unit: bool = False
    rater_id: str = ""
    may_rate: bool = False
    until: date | None = None
    note: str = ""
    carries_results: bool = False


@dataclass(frozen=True, slots=True)
class EntryChange:
    """One entry that begins (``before`` is empty), is closed or altered, or falls away (``after`` is empty)."""

    before: HistoryEntry | None
    after: HistoryEntry | None


@dataclass(frozen=True, slots=True)
class ChangeDraft:
    """The entries as a change would make them, and what the clerk should look at first."""

    request: ChangeRequest
    entries: tuple[EntryChange, ...]
    warnings: tuple[Reason, ...]

    @property
    def written(self) -> tuple[HistoryEntry, ...]:
        """The entries to save."""
        return tuple(change.after for change in self.entries if change.after is not None)

    @property
    def removed(self) -> tuple[HistoryEntry, ...]:
        """The entries to take out: what a change left nothing of."""
        return tuple(change.before for change in self.entries if change.before is not None and change.after is None)

    def applied_to(self, history: History) -> History:
        """The history after the change."""
        return history.with_changes(self.removed, self.written)


def follow(
    person: Person, entry: HistoryEntry, history: History, new_id: Callable[[], str]
) -> tuple[dict[str, EntryChange], date | None]:
    """Let a post, grade or status follow the one that held on its first day; also when the next recorded one begins.

    Where nothing was dated yet, what the row said becomes the first entry. One that began on the same day falls away.
    """
    assert entry.since is not None
    changes: dict[str, EntryChange] = {}
    spells = history.spells(person, entry.kind)
    if not spells[0].entry_id:
        seed = replace(spells[0], entry_id=new_id(), until=day_before(entry.since))
        if seed.since is not None and seed.since >= entry.since:
            seed = replace(seed, since=None)
        changes[seed.entry_id] = EntryChange(None, seed)
        spells = ()
    for spell in spells:
        if spell.since == entry.since:
            changes[spell.entry_id] = EntryChange(spell, None)
        elif spell.has_begun_by(entry.since) and (spell.until is None or spell.until >= entry.since):
            changes[spell.entry_id] = EntryChange(spell, replace(spell, until=day_before(entry.since)))
    later = min((found.since for found in spells if found.since and found.since > entry.since), default=None)
    if later is not None:
        entry = replace(entry, until=day_before(later))
    changes[entry.entry_id] = EntryChange(None, entry)
    return changes, later


class Drafting:
    """Collects the changes of one request on one history."""

    def __init__(
        self, request: ChangeRequest, person: Person, tree: Tree, history: History, new_id: Callable[[], str]
    ) -> None:
        self.request, self.person, self.tree, self.history, self.new_id = request, person, tree, history, new_id
        self.day = request.since
        self.changes: dict[str, EntryChange] = {}
        self.warnings: list[Reason] = []

    def warn(self, code: str, source: str, **facts: str) -> None:
        self.warnings.append(Reason(code, source, facts))

    def entry(self, kind: EntryKind, **more: object) -> HistoryEntry:
        base = HistoryEntry(
            self.new_id(), self.person.person_id, kind, self.day, cause=self.request.change, note=self.request.note
        )
        return replace(base, **more)  # type: ignore[arg-type]

    def begin(self, entry: HistoryEntry) -> None:
        self.changes[entry.entry_id] = EntryChange(None, entry)

    def close(self, entry: HistoryEntry, since: date | None = None) -> None:
        """Let an entry end the day before; one that would then never have held falls away."""
        ended = replace(entry, until=day_before(since or self.day))
        self.changes[entry.entry_id] = EntryChange(entry, None if ended.is_empty else ended)

    def replace_standing(self, entry: HistoryEntry) -> None:
        """Let a post, grade or status follow the one that held; what was recorded for later days stays."""
        changes, later = follow(self.person, entry, self.history, self.new_id)
        if later is not None:
            self.warn("REG-CHANGE-LATER", "", kind=f"ENTRYKIND:{entry.kind.name}", day=short_day(later))
        self.changes.update(changes)

    def leave_seats(self, but: str = "") -> None:
        """Whoever goes no longer leads, acts for or rates the units he led; one he is given again stays."""
        for entry in self.history.of(self.person.person_id, *LEADING_KINDS, EntryKind.DELEGATION):
            if self.is_open(entry):
                is_moving_only = self.request.change in NEW_POST_CHANGES and entry.kind in ACTING_KINDS
                if is_moving_only:
                    self.warn("REG-CHANGE-STILL-ACTING", "R-11", unit=self.unit(entry.unit_id))
                elif entry.unit_id != but:
                    self.close(entry)
        for unit_id in self.led_by_row():
            if unit_id != but:
                self.begin(
                    replace(
                        self.entry(EntryKind.HEAD),
                        since=self.person.position_since if self.began_before() else None,
                        until=day_before(self.day),
                        unit_id=unit_id,
                        cause=None,
                        note="",
                    )
                )

    def began_before(self) -> bool:
        return self.person.position_since is not None and self.person.position_since < self.day

    def led_by_row(self) -> tuple[str, ...]:
        """The units whose head he is by the unit file alone, so that no entry says so yet."""
        return tuple(
            unit_id
            for unit_id, leadership in self.tree.leaders.items()
            if leadership.person.person_id == self.person.person_id
            and not leadership.is_acting
            and not self.history.of_unit(unit_id, EntryKind.HEAD)
        )

    def take_seat(self, unit_id: str) -> None:
        """Whoever becomes head follows the one who was, and the acting ones of the unit end."""
        sitting = self.tree.leaders.get(unit_id)
        later: list[date] = []
        for entry in self.history.of_unit(unit_id, *LEADING_KINDS):
            if entry.person_id == self.person.person_id and entry.kind is EntryKind.HEAD and entry.holds_on(self.day):
                return
            if entry.since is not None and entry.since > self.day:
                later.append(entry.since)
            elif entry.until is None or entry.until >= self.day:
                self.close(entry)
        if sitting is not None and sitting.person.person_id != self.person.person_id:
            if not sitting.is_acting and not self.history.of_unit(unit_id, EntryKind.HEAD):
                old = replace(self.entry(EntryKind.HEAD), person_id=sitting.person.person_id, since=None, cause=None)
                self.begin(replace(old, until=day_before(self.day), unit_id=unit_id, note=""))
            self.warn(
                "REG-CHANGE-ENDS-ACTING" if sitting.is_acting else "REG-CHANGE-REPLACES",
                "",
                name=sitting.person.full_name,
                unit=self.unit(unit_id),
            )
        until = day_before(min(later)) if later else None
        self.begin(self.entry(EntryKind.HEAD, unit_id=unit_id, until=until))

    def close_named_rater(self) -> None:
        for entry in self.history.of(self.person.person_id, EntryKind.RATER):
            if self.is_open(entry):
                self.close(entry)

    def next_named_rater(self) -> date | None:
        """The first later day from which somebody is named as rater already."""
        begun = (entry.since for entry in self.history.of(self.person.person_id, EntryKind.RATER))
        return min((since for since in begun if since is not None and since > self.day), default=None)

    def is_open(self, entry: HistoryEntry) -> bool:
        """Whether an entry still holds when the change counts; for whoever leaves also what was to come."""
        is_leaving = self.request.change in LEAVING_CHANGES
        return (entry.until is None or entry.until >= self.day) and (is_leaving or entry.has_begun_by(self.day))

    def release_ratees(self) -> None:
        """Whoever leaves cannot stay a rater named for others."""
        for entry in self.history.entries:
            named = entry.kind is EntryKind.RATER and entry.other_id == self.person.person_id
            if named and (entry.until is None or entry.until >= self.day):
                self.close(entry)

    def unit(self, unit_id: str) -> str:
        found = self.tree.units.get(unit_id)
        return found.name if found else "-"
