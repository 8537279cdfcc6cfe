"""The register of negative habits: entered by a superior or found in the figures of a month, talked about, settled.

It is for its author and the readers named on an entry, as sanctions are; others only count with how many there are.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.confidential import Opening, may_read
from meritdesk.core.differences import differences
from meritdesk.core.documents import PaperStyle
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.habits import (
    Habit,
    HabitOutcome,
    HabitRow,
    HabitRule,
    HabitRules,
    HabitSource,
    HabitState,
    closed,
    found_in,
    habit_state,
    noted,
    repeats,
    talked,
)
from meritdesk.core.journal import Changes
from meritdesk.core.office_paper import OfficePaper
from meritdesk.core.people import Person
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.recognition_paper import habits_paper
from meritdesk.core.rules import PackKind
from meritdesk.services.changes import ImportOutcome, Step, no_step
from meritdesk.services.follow_up.discipline import names
from meritdesk.services.intake import Tally, origin_of, state_of
from meritdesk.services.limits import Without, limited_people, require_no_limit
from meritdesk.services.months_of_time import months_of_time
from meritdesk.services.office_papers import Matter, PapersOutcome, issue_papers, preview_paper
from meritdesk.services.ports import Source, Surroundings, Work
from meritdesk.services.taken_out import TakenOut, note_taken


@dataclass(frozen=True, slots=True)
class HabitLine:
    """One entry for those who may read it; ``times`` is the how-manieth of its kind within the months that count."""

    habit: Habit
    person: Person
    unit_name: str
    rule: HabitRule | None
    state: HabitState
    times: int
    is_grave: bool


@dataclass(frozen=True, slots=True)
class HabitOutcomeOf:
    """An entry as it stands after a verb, with everybody who opened it, and what was written."""

    habit: Habit
    openings: tuple[Opening, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class FoundHabits:
    """What the figures of a month show: what is new, and how many stand in the register already."""

    added: tuple[tuple[Habit, Person], ...]
    known: int
    changes: Changes


def habit_rules(around: Surroundings, on: date) -> HabitRules:
    """The kinds in force on a day."""
    body = around.rulebook.pack(PackKind.HABITS, on).body
    assert isinstance(body, HabitRules)
    return body


@dataclass(frozen=True, slots=True)
class HabitDesk:
    """Verbs of the register of habits; nothing here is ever packed."""

    around: Surroundings

    def kinds(self) -> tuple[HabitRule, ...]:
        """The kinds that can be entered today."""
        require(self.around.actor, Action.READ)
        return tuple(self._rules().kinds.values())

    def lines(self) -> tuple[HabitLine, ...]:
        """The entries this person may read, the newest first; others are not even counted."""
        require(self.around.actor, Action.READ)
        today, rules = self.around.clock().date(), self._rules()
        with self.around.store.reading() as work:
            every = work.habits.of()
            found = [one for one in every if self._may_see(one)]
            people = work.people.by_ids([one.person_id for one in found])
            units = {unit.unit_id: unit.name for unit in work.units.all()}
        lines = []
        for one in reversed(found):
            person, times = people[one.person_id], repeats(one, every, rules)
            lines.append(
                HabitLine(
                    one, person, units.get(person.unit_id, ""), rules.kinds.get(one.kind), habit_state(one, today),
                    times, times >= rules.grave_from,
                )
            )  # fmt: skip
        return tuple(lines)

    def enter(
        self, nip: str, kind: str, seen_on: date, words: str, times: int = 1, readers: Sequence[str] = ()
    ) -> HabitOutcomeOf:
        """Note what a superior has seen.

        ``FOL-361`` nobody has this NIP, ``HAB-101`` to ``HAB-104``, ``HAB-113`` the same kind on the same day.
        """
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "follow_up.habits.enter") as work:
            person = work.people.by_nip(nip)
            if person is None:
                raise UsageRefusal("FOL-361", nip=nip)
            require_no_limit(work, [person.person_id])
            if any((one.kind, one.seen_on) == (kind, seen_on) for one in work.habits.of([person.person_id])):
                raise UsageRefusal("HAB-113")
            entry = Habit(
                str(uuid.uuid4()), person.person_id, kind, seen_on, times, HabitSource.SUPERIOR, words,
                self.around.actor.name, readers=names(readers),
            )  # fmt: skip
            return self._saved(work, noted(entry, self._rules(), self.around.clock().date()))

    def find(self, period: Period, dry_run: bool = False, step: Step = no_step) -> FoundHabits:
        """Enter what the figures of a month show by the thresholds of the pack; a second time adds nothing.

        ``REC-101`` for what is no month.
        """
        require(self.around.actor, Action.EDIT)
        if period.kind is not PeriodKind.MONTH:
            raise UsageRefusal("REC-101", period=period.code)
        today, rules, author = self.around.clock().date(), self._rules(), self.around.actor.name
        with self.around.store.writing(self.around.actor, "follow_up.habits.find", reason=period.code) as work:
            months = months_of_time(self.around, work, period, None, work.watch(step))
            every = work.habits.of()
            held = {(one.person_id, one.kind) for one in every if period.first_day <= one.seen_on <= period.last_day}
            people = work.people.by_ids(list(months))
            seen_on, known = min(period.last_day, today), 0
            added: list[tuple[Habit, Person]] = []
            for person_id, month in months.items():
                for rule, times in found_in(month, rules):
                    if (person_id, rule.code) in held:
                        known += 1
                        continue
                    entry = Habit(
                        str(uuid.uuid4()), person_id, rule.code, seen_on, times, HabitSource.FOUND, "", author
                    )
                    added.append((noted(entry, rules, today), people[person_id]))
            added.sort(key=lambda one: (one[1].name, one[1].nip, one[0].kind))
            work.habits.save([one for one, _ in added])
            return FoundHabits(tuple(added), known, Changes() if dry_run else work.commit())

    def talk(self, habit_id: str, on: date, by: str, words: str, due: date | None = None) -> HabitOutcomeOf:
        """Note the talk about an entry, and until when one watches (``HAB-105`` to ``HAB-108``, ``HAB-112``)."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "follow_up.habits.talk") as work:
            entry = self._readable(work, habit_id)
            return self._saved(work, talked(entry, on, by, words, due, self._rules()))

    def close(self, habit_id: str, on: date, outcome: HabitOutcome, words: str = "") -> HabitOutcomeOf:
        """Say what became of it (``HAB-105``, ``HAB-109`` to ``HAB-112``)."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "follow_up.habits.close") as work:
            return self._saved(work, closed(self._readable(work, habit_id), on, outcome, words))

    def allow(self, habit_id: str, readers: Sequence[str]) -> Changes:
        """Name everybody who may read an entry beside its author; only the author may say so (``HAB-112``)."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "follow_up.habits.allow") as work:
            entry = self._readable(work, habit_id)
            if not may_read(self.around.actor, entry.author, ()):
                raise UsageRefusal("HAB-112", name=self.around.actor.name)
            work.habits.save([replace(entry, readers=names(readers))])
            return work.commit()

    def open(self, habit_id: str) -> HabitOutcomeOf:
        """Read an entry whole; who did so is written down before anything is shown (``HAB-112``)."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "follow_up.habits.open") as work:
            entry = self._readable(work, habit_id)
            self._note(work, entry)
            openings = work.confidential.openings(habit_id)
            return HabitOutcomeOf(entry, openings, work.commit())

    def import_file(self, source: Source, step: Step = no_step, dry_run: bool = False) -> ImportOutcome:
        """Take entries over from a spreadsheet; an entry of the same kind and day on the same person is brought up
        to date while it is open, and left as it stands once it is closed."""
        require(self.around.actor, Action.IMPORT)
        intake = self.around.spreadsheets.read_habits(source, step)
        today = self.around.clock().date()
        with self.around.store.writing(self.around.actor, "follow_up.habits.import", origin=origin_of(source)) as work:
            step = work.watch(step)
            rules = self._rules()
            tally: Tally[HabitRow] = Tally(intake, source)
            by_nip = {person.nip: person for person in work.people.all()}
            by_word = {rule.printed.casefold(): code for code, rule in rules.kinds.items()}
            held = {(one.person_id, one.kind, one.seen_on): one for one in work.habits.of()}
            taken: dict[tuple[str, str, date], int] = {}
            saved = []
            for placed in intake.rows:
                row = placed.value
                person = by_nip.get(row.nip)
                if person is None:
                    tally.refuse(placed.row, "NIP", "FOL-361", nip=row.nip)
                    continue
                kind = by_word.get(row.kind.casefold(), row.kind.upper())
                key = (person.person_id, kind, row.seen_on)
                before = held.get(key)
                if (other := taken.setdefault(key, placed.row)) != placed.row:
                    tally.refuse(placed.row, "NIP", "FOL-364", other=other)
                    continue
                if before is not None and not self._may_see(before):
                    tally.refuse(placed.row, "NIP", "HAB-112", name=self.around.actor.name)
                    continue
                if before is not None and before.outcome is not HabitOutcome.OPEN:
                    tally.accept(placed.row, row.nip, person.full_name, "same")
                    continue
                try:
                    entry = self._imported(row, person, kind, before, rules, today)
                except UsageRefusal as refusal:
                    tally.refuse(placed.row, "JENIS KEBIASAAN", refusal.code, **refusal.facts)
                    continue
                state = state_of(before, entry)
                if state != "same":
                    saved.append(entry)
                changed = differences(before, entry)
                tally.accept(placed.row, row.nip, person.full_name, state, differences=changed)
            work.habits.save(saved)
            changes = Changes() if dry_run else work.commit()
        return tally.answer(changes)

    def export(self, path: Path) -> TakenOut:
        """Write the entries this person may read as .xlsx or .csv, as they are read back; each is opened by it.

        Whoever asked for a limit of processing is left out and counted.
        """
        require(self.around.actor, Action.PRINT)
        rules = self._rules()
        entries = [
            (person.nip, person.full_name, rules.kinds[one.kind].printed if one.kind in rules.kinds else one.kind,
             one.seen_on, one.times, one.words, one.talk_on, one.talk_by, one.talk_words, one.due_on)
            for one, person, _, _ in self._opened_all()
        ]  # fmt: skip
        with self.around.store.reading() as work:
            rows = Without(entries, limited_people(work))
        count = self.around.spreadsheets.write_list(path, HABIT_HEADINGS, rows, "KEBIASAAN KERJA", _WIDTHS)
        note_taken(self.around, "KEBIASAAN KERJA", [path])
        return TakenOut(count, rows.left_out)

    def preview_register(self, style: PaperStyle | None = None) -> bytes:
        """The register as PDF bytes for the screen; to look at it is to open every entry in it."""
        return preview_paper(self.around, self._paper(), style)

    def print_register(self, out: Path, style: PaperStyle | None = None) -> PapersOutcome:
        """Print the entries this person may read; the register of documents names nobody."""
        require(self.around.actor, Action.PRINT)
        matter = Matter(Period(self.around.clock().year, PeriodKind.YEAR), f"habits:{self.around.actor.name}")
        return issue_papers(self.around, [(self._paper(), matter)], out, style)

    def _imported(
        self, row: HabitRow, person: Person, kind: str, before: Habit | None, rules: HabitRules, today: date
    ) -> Habit:
        if before is None:
            entry = Habit(
                str(uuid.uuid4()), person.person_id, kind, row.seen_on, row.times, HabitSource.SUPERIOR, row.words,
                self.around.actor.name,
            )  # fmt: skip
        else:
            entry = replace(before, times=row.times, words=row.words or before.words)
        entry = noted(entry, rules, today)
        if row.talk_on is not None:
            entry = talked(entry, row.talk_on, row.talk_by, row.talk_words, row.due_on, rules)
        return entry

    def _paper(self) -> OfficePaper:
        found = self._opened_all()
        actor, today = self.around.actor, self.around.clock().date()
        return habits_paper(found, self._rules(), self.around.store.agency, actor.name, today)

    def _opened_all(self) -> list[tuple[Habit, Person, str, int]]:
        """Every entry this person may read, whole; that he did so is written down for each."""
        require(self.around.actor, Action.EDIT)
        rules = self._rules()
        with self.around.store.writing(self.around.actor, "follow_up.habits.open") as work:
            every = work.habits.of()
            found = [one for one in every if self._may_see(one)]
            people = work.people.by_ids([one.person_id for one in found])
            units = {unit.unit_id: unit.name for unit in work.units.all()}
            for one in found:
                self._note(work, one)
            work.commit()
        return [
            (one, people[one.person_id], units.get(people[one.person_id].unit_id, ""), repeats(one, every, rules))
            for one in found
        ]

    def _note(self, work: Work, entry: Habit) -> None:
        actor = self.around.actor
        work.confidential.note_opening(
            Opening(str(uuid.uuid4()), entry.habit_id, actor.name, actor.role, actor.device, self.around.clock())
        )

    def _rules(self) -> HabitRules:
        return habit_rules(self.around, self.around.clock().date())

    def _may_see(self, entry: Habit) -> bool:
        return may_read(self.around.actor, entry.author, entry.readers)

    def _readable(self, work: Work, habit_id: str) -> Habit:
        entry = work.habits.by_id(habit_id)
        if entry is None or not self._may_see(entry):
            raise UsageRefusal("HAB-112", name=self.around.actor.name)
        return entry

    def _saved(self, work: Work, entry: Habit) -> HabitOutcomeOf:
        work.habits.save([entry])
        return HabitOutcomeOf(entry, work.confidential.openings(entry.habit_id), work.commit())


HABIT_HEADINGS = (
    "NIP", "NAMA", "JENIS KEBIASAAN", "TANGGAL TERLIHAT", "JUMLAH KEJADIAN", "URAIAN KEBIASAAN", "TANGGAL PEMBICARAAN",
    "YANG BERBICARA", "KESEPAKATAN", "DIAMATI SAMPAI",
)  # fmt: skip
"""The columns of the spreadsheet, as they are written and read back."""
_WIDTHS = (22, 30, 30, 16, 12, 44, 18, 26, 44, 16)
