"""The daily log: taken over or keyed in, validated by the superior, held against the norm, and closed for the month."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.activity import ActivityEntry, ActivityRow, EntryState, RefusedWhy, may_validate
from meritdesk.core.attendance_rules import ActivityRules
from meritdesk.core.documents import PaperStyle
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.intake import GivenRows
from meritdesk.core.journal import Changes
from meritdesk.core.people import Person
from meritdesk.core.periods import Period
from meritdesk.core.time_paper import activity_recap_paper
from meritdesk.core.timekeeping import BatchKind, MonthOfTime, TimeBatch, TimeClosing, TimeKind
from meritdesk.services.changes import ImportOutcome, Step, no_step
from meritdesk.services.clocks import office_calendar
from meritdesk.services.intake import left_out_of, origin_of
from meritdesk.services.months_of_time import activity_rules, months_of_time, raters_on
from meritdesk.services.office_papers import Matter, PapersOutcome, issue_papers, preview_paper
from meritdesk.services.ports import Source, Surroundings, Work
from meritdesk.services.timekeeping.attendance import reopen_book
from meritdesk.services.timekeeping.long_files import LongFile
from meritdesk.services.timekeeping.places import MonthLine, month_lines, person_of, require_month, require_open
from meritdesk.services.timekeeping.taking_log import TakingLog


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One entry of the log with whose it is and who validates it."""

    person: Person
    unit_name: str
    rater: Person | None
    entry: ActivityEntry

    @property
    def key(self) -> tuple[str, int]:
        """What names the entry inside its month."""
        return (self.person.person_id, self.entry.number)


@dataclass(frozen=True, slots=True)
class Decided:
    """What a validation did: entries validated, refused for want of evidence, and left as they were."""

    validated: int = 0
    refused: int = 0
    unchanged: int = 0
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class Reminders:
    """Who must be reminded of a month: people without a log, people far from the norm, superiors with open entries."""

    period: Period
    closes_on: date
    closing: TimeClosing | None
    silent: tuple[MonthLine, ...]
    short: tuple[MonthLine, ...]
    waiting: tuple[WaitingSuperior, ...]


@dataclass(frozen=True, slots=True)
class WaitingSuperior:
    """A superior with entries to validate: of how many people, how many entries, and how many have no evidence.

    ``rater`` is nothing for entries of people whose superior nobody knows.
    """

    rater: Person | None
    unit_name: str
    people: int
    entries: int
    unproven: int


@dataclass(frozen=True, slots=True)
class ActivityDesk:
    """Verbs of the daily log."""

    around: Surroundings

    def import_file(self, source: Source, step: Step = no_step, dry_run: bool = False) -> ImportOutcome:
        """Take over a log file; what was validated is never overwritten.

        Row codes: ``USE-102``, ``TIM-102`` locked, ``TIM-113`` to ``TIM-115`` impossible, ``TIM-140`` overlaps another
        entry, ``TIM-141`` the same entry twice, ``TIM-142`` validated already. A file of more than 300,000 rows is
        committed portion by portion.
        """
        require(self.around.actor, Action.IMPORT)
        stream = self.around.spreadsheets.read_activities(source, step)
        origin = origin_of(source)
        file = LongFile(self.around, "timekeeping.activity.import", stream, origin)
        return file.take(TakingLog(self.around, origin), step, dry_run, left_out_of(source))

    def enter(self, rows: Sequence[ActivityRow], step: Step = no_step, dry_run: bool = False) -> ImportOutcome:
        """Take over entries that were keyed in; each row has its fate, as in a file."""
        require(self.around.actor, Action.EDIT)
        keyed = LongFile(self.around, "timekeeping.activity.enter", GivenRows(rows), "")
        return keyed.take(TakingLog(self.around, ""), step, dry_run)

    def remove(self, period: Period, keys: Collection[tuple[str, int]], reason: str) -> Changes:
        """Take entries out again, with a reason; ``TIM-109``, ``TIM-142`` validated, ``TIM-143`` when gone."""
        require(self.around.actor, Action.EDIT)
        if not reason.strip():
            raise UsageRefusal("TIM-109")
        verb = "timekeeping.activity.remove"
        with self.around.store.writing(self.around.actor, verb, reason=reason.strip()) as work:
            logs = self._logs(work, period, keys)
            wanted = set(keys)
            fresh: dict[str, list[ActivityEntry]] = {}
            for person_id, entries in logs.items():
                gone = [one for one in entries if (person_id, one.number) in wanted]
                if any(one.state is EntryState.VALIDATED for one in gone):
                    raise UsageRefusal("TIM-142")
                fresh[person_id] = [one for one in entries if one not in gone]
            return self._save(work, BatchKind.LOG, period, fresh, len(wanted))

    def lines(
        self,
        period: Period,
        unit_ids: Collection[str] = (),
        rater_nip: str = "",
        nip: str = "",
        state: EntryState | None = None,
    ) -> tuple[EntryLine, ...]:
        """Entries of a month by person, day and time: those of a superior's people, of units, or of one person."""
        require(self.around.actor, Action.READ)
        require_month(period)
        with self.around.store.reading() as work:
            raters = raters_on(work, period.last_day)
            people = {person.person_id: person for person in work.people.all()}
            units = {unit.unit_id: unit.name for unit in work.units.all()}
            wanted = self._wanted(work, people, raters, unit_ids, rater_nip, nip)
            logs = work.time_books.entries(period, wanted)
        # Person by person: one sort of everybody's entries would keep the window waiting for all of it.
        known = [people[person_id] for person_id in logs if person_id in people]
        known.sort(key=lambda person: (person.name, person.nip))
        return tuple(
            EntryLine(person, units.get(person.unit_id, ""), people.get(raters.get(person.person_id, "")), one)
            for person in known
            for one in sorted(logs[person.person_id], key=lambda entry: (entry.on, entry.start))
            if state is None or one.state is state
        )

    def _wanted(
        self,
        work: Work,
        people: Mapping[str, Person],
        raters: Mapping[str, str],
        unit_ids: Collection[str],
        rater_nip: str,
        nip: str,
    ) -> list[str] | None:
        if nip:
            return [person_of(work, nip).person_id]
        if rater_nip:
            rater_id = person_of(work, rater_nip).person_id
            return [one for one, theirs in raters.items() if theirs == rater_id]
        if unit_ids:
            units = frozenset(unit_ids)
            return [one.person_id for one in people.values() if one.unit_id in units]
        return None

    def validate(self, period: Period, keys: Collection[tuple[str, int]] | None = None, **whose: str) -> Decided:
        """Validate entries, or all open ones of a superior's people (``rater_nip``), a person (``nip``) or everybody.

        What is not proven is refused with that reason (the pack says whether). ``TIM-102`` locked, ``TIM-143`` gone.
        """
        return self._decide(period, keys, EntryState.VALIDATED, "", whose)

    def refuse(self, period: Period, keys: Collection[tuple[str, int]], why: RefusedWhy, words: str = "") -> Decided:
        """Refuse entries for a reason; ``TIM-109`` when another reason is not written out."""
        text = words.strip()
        if why is RefusedWhy.OTHER and not text:
            raise UsageRefusal("TIM-109")
        return self._decide(period, keys, EntryState.REFUSED, text or why.value, {})

    def open_again(self, period: Period, keys: Collection[tuple[str, int]]) -> Decided:
        """Take a decision back, so that the entry is open as before."""
        return self._decide(period, keys, EntryState.OPEN, "", {})

    def _decide(
        self,
        period: Period,
        keys: Collection[tuple[str, int]] | None,
        state: EntryState,
        why: str,
        whose: Mapping[str, str],
    ) -> Decided:
        require(self.around.actor, Action.EDIT)
        today, actor = self.around.clock().date(), self.around.actor.name
        with self.around.store.writing(self.around.actor, "timekeeping.activity.validate") as work:
            rules = activity_rules(self.around, period.last_day)
            logs = self._logs(work, period, keys, whose)
            wanted = set(keys) if keys is not None else None
            fresh: dict[str, list[ActivityEntry]] = {}
            validated = refused = unchanged = 0
            for person_id, entries in logs.items():
                after = list(entries)
                for place, one in enumerate(entries):
                    if wanted is None and one.state is not EntryState.OPEN:
                        continue
                    if wanted is not None and (person_id, one.number) not in wanted:
                        continue
                    changed = _decided(one, state, why, rules, actor, today)
                    if (changed.state, changed.why) == (one.state, one.why):
                        unchanged += 1
                        continue
                    validated += changed.state is EntryState.VALIDATED
                    refused += changed.state is EntryState.REFUSED
                    after[place] = changed
                if tuple(after) != tuple(entries):
                    fresh[person_id] = after
            changes = self._save(work, BatchKind.VALIDATION, period, fresh, validated + refused)
        return Decided(validated, refused, unchanged, changes)

    def _logs(
        self,
        work: Work,
        period: Period,
        keys: Collection[tuple[str, int]] | None,
        whose: Mapping[str, str] | None = None,
    ) -> Mapping[str, tuple[ActivityEntry, ...]]:
        require_month(period)
        require_open(work, period, TimeKind.ACTIVITY)
        if keys is not None:
            logs = work.time_books.entries(period, {person_id for person_id, _ in keys})
            there = {(person_id, one.number) for person_id, entries in logs.items() for one in entries}
            if not there.issuperset(keys):
                raise UsageRefusal("TIM-143")
            return logs
        people = {person.person_id: person for person in work.people.all()}
        raters = raters_on(work, period.last_day)
        asked = whose or {}
        wanted = self._wanted(work, people, raters, (), asked.get("rater_nip", ""), asked.get("nip", ""))
        return work.time_books.entries(period, wanted)

    def _save(
        self, work: Work, kind: BatchKind, period: Period, fresh: Mapping[str, Sequence[ActivityEntry]], count: int
    ) -> Changes:
        batch = str(uuid.uuid4())
        work.time_books.save_entries(batch, period, fresh)
        work.time_books.add_batch(TimeBatch(batch, kind, (period.code,), "", 0, count, ""))
        return work.commit()

    def recap(self, period: Period, unit_ids: Collection[str] = (), step: Step = no_step) -> tuple[MonthLine, ...]:
        """The minutes of everybody against the norm, in the order of the units."""
        require(self.around.actor, Action.READ)
        require_month(period)
        with self.around.store.reading() as work:
            months = months_of_time(self.around, work, period, None, step)
            return month_lines(self.around, work, months, unit_ids, raters_on(work, period.last_day))

    def closes_on(self, period: Period) -> date:
        """The day from which a month may be closed: the working day of the next month that the pack names."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return self._closes_on(work, period)

    def _closes_on(self, work: Work, period: Period) -> date:
        rules = activity_rules(self.around, period.last_day)
        return office_calendar(self.around, work).add(period.last_day, rules.closing_day)

    def closing(self, period: Period) -> TimeClosing | None:
        """Whether and how the log of a month is locked."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.time_books.closing(period, TimeKind.ACTIVITY)

    def close(self, period: Period) -> Decided:
        """Lock the log of a month: open entries without evidence are refused, proven ones stay open and count nothing.

        ``TIM-110`` before the month is over, ``TIM-144`` before the closing day, ``TIM-111`` when there is no log.
        """
        require(self.around.actor, Action.CLOSE)
        require_month(period)
        today, actor = self.around.clock().date(), self.around.actor.name
        if today <= period.last_day:
            raise UsageRefusal("TIM-110", period=period.code, day=period.last_day)
        with self.around.store.writing(self.around.actor, "timekeeping.activity.close") as work:
            require_open(work, period, TimeKind.ACTIVITY)
            closes_on = self._closes_on(work, period)
            if today < closes_on:
                raise UsageRefusal("TIM-144", period=period.code, day=closes_on)
            rules = activity_rules(self.around, period.last_day)
            sums = work.time_books.log_sums(period)
            if not sums:
                raise UsageRefusal("TIM-111", period=period.code)
            refused = 0
            if rules.needs_evidence:
                logs = work.time_books.entries(period, [one for one, log in sums.items() if log.unproven])
                fresh = {
                    person_id: [
                        _decided(one, EntryState.REFUSED, RefusedWhy.UNPROVEN.value, rules, actor, today)
                        if one.state is EntryState.OPEN and not one.is_proven
                        else one
                        for one in entries
                    ]
                    for person_id, entries in logs.items()
                }
                refused = sum(log.unproven for log in sums.values())
                batch = str(uuid.uuid4())
                work.time_books.save_entries(batch, period, fresh)
                work.time_books.add_batch(TimeBatch(batch, BatchKind.CLOSING, (period.code,), "", 0, refused, ""))
            people, digest = work.time_books.digest_of(period, TimeKind.ACTIVITY)
            work.time_books.close(TimeClosing(period, TimeKind.ACTIVITY, today, actor, people, digest))
            left = sum(log.entries_open - log.unproven for log in sums.values())
            return Decided(0, refused, left, work.commit())

    def reopen(self, period: Period, reason: str) -> Changes:
        """Take the lock off again, with a reason; ``TIM-109`` without one, ``TIM-112`` when it is not locked."""
        return reopen_book(self.around, period, TimeKind.ACTIVITY, reason)

    def reminders(self, period: Period) -> Reminders:
        """Who has not logged, who is short of the norm, and which superiors still have to validate."""
        require(self.around.actor, Action.READ)
        require_month(period)
        with self.around.store.reading() as work:
            months = months_of_time(self.around, work, period)
            raters = raters_on(work, period.last_day)
            lines = month_lines(self.around, work, months, (), raters)
            people = {person.person_id: person for person in work.people.all()}
            units = {unit.unit_id: unit.name for unit in work.units.all()}
            sums = work.time_books.log_sums(period)
            closes_on = self._closes_on(work, period)
            closing = work.time_books.closing(period, TimeKind.ACTIVITY)
        waiting: dict[str, list[int]] = {}
        for person_id, log in sums.items():
            if log.entries_open:
                tally = waiting.setdefault(raters.get(person_id, ""), [0, 0, 0])
                tally[0] += 1
                tally[1] += log.entries_open
                tally[2] += log.unproven
        superiors = [
            WaitingSuperior(rater, units.get(rater.unit_id, "") if rater else "", *tally)
            for rater_id, tally in waiting.items()
            for rater in [people.get(rater_id)]
        ]
        superiors.sort(key=lambda one: (-one.entries, one.rater.name if one.rater else ""))
        return Reminders(
            period,
            closes_on,
            closing,
            tuple(line for line in lines if line.month.due and not line.month.entries),
            tuple(line for line in lines if line.month.entries and _is_short(line.month)),
            tuple(superiors),
        )

    def preview_recap(self, period: Period, unit_ids: Collection[str] = ()) -> bytes:
        """The recap of a month as PDF bytes for the screen, in no register."""
        lines = self.recap(period, unit_ids)
        rules = activity_rules(self.around, period.last_day)
        return preview_paper(self.around, activity_recap_paper(period, lines, rules, self.around.store.agency))

    def print_recap(
        self,
        period: Period,
        out: Path,
        unit_ids: Collection[str] = (),
        style: PaperStyle | None = None,
        step: Step = no_step,
    ) -> PapersOutcome:
        """Print the recap of a month, entered in the register; ``TIM-111`` when there is no log."""
        require(self.around.actor, Action.PRINT)
        lines = self.recap(period, unit_ids)
        if not any(line.month.has_activity for line in lines):
            raise UsageRefusal("TIM-111", period=period.code)
        rules = activity_rules(self.around, period.last_day)
        paper = activity_recap_paper(period, lines, rules, self.around.store.agency)
        about = "+".join(sorted(unit_ids)) or "all"
        return issue_papers(
            self.around, [(paper, Matter(period, f"activity:{period.code}:{about}"[:200]))], out, style, step
        )


def _is_short(month: MonthOfTime) -> bool:
    """Whether even with every open entry validated the norm is not reached."""
    return month.validated_minutes + month.open_minutes - month.absence_minutes < month.norm_minutes


def _decided(
    one: ActivityEntry, state: EntryState, why: str, rules: ActivityRules, actor: str, today: date
) -> ActivityEntry:
    if state is EntryState.OPEN:
        return replace(one, state=state, why="", decided_by="", decided_on=None)
    if state is EntryState.VALIDATED and not may_validate(one, rules):
        return replace(one, state=EntryState.REFUSED, why=RefusedWhy.UNPROVEN.value, decided_by=actor, decided_on=today)
    return replace(one, state=state, why=why, decided_by=actor, decided_on=today)
