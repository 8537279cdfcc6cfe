"""The register of disciplinary sanctions (PP 94/2021): written and read by those named, counted with by others.

Reason and letter are for the author of an entry and its readers, and every opening is written down. How grave a
sanction is and how long it lasts is all that pay, index and talent are told.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.confidential import Opening, may_read
from meritdesk.core.discipline import (
    Appeal,
    DisciplineRules,
    Sanction,
    SanctionEffect,
    SanctionKind,
    SanctionLevel,
    SanctionState,
    appealed,
    decided,
    effect_of,
    revoked,
    state_on,
)
from meritdesk.core.discipline_paper import register_paper
from meritdesk.core.documents import PaperStyle
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.core.office_paper import OfficePaper
from meritdesk.core.pay_intake import SanctionRow
from meritdesk.core.people import Person
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.rules import PackKind
from meritdesk.core.summaries import sanction_counts
from meritdesk.services.changes import ImportOutcome, Step, no_step
from meritdesk.services.intake import Tally, origin_of
from meritdesk.services.office_papers import Matter, PapersOutcome, issue_papers, preview_paper
from meritdesk.services.ports import Source, Surroundings, Work
from meritdesk.services.taken_out import note_taken


@dataclass(frozen=True, slots=True)
class SanctionLine:
    """One line of the register, for those who may read it; reason and letter are seen by opening it."""

    sanction_id: str
    person: Person
    unit_name: str
    level: SanctionLevel
    kind: SanctionKind
    state: SanctionState
    decided_on: date
    starts: date
    ends: date | None
    appeal: Appeal
    effect: SanctionEffect | None
    author: str


@dataclass(frozen=True, slots=True)
class OpenedSanction:
    """A sanction that was opened: whole, with what it does, and with everybody who opened it before."""

    sanction: Sanction
    effect: SanctionEffect | None
    openings: tuple[Opening, ...]
    changes: Changes


def discipline_rules(around: Surroundings, on: date) -> DisciplineRules:
    """The sanctions in force on a day; those of PP 94/2021 for what was decided before it, too."""
    body = around.rulebook.pack(PackKind.DISCIPLINE, max(on, _FIRST_DAY)).body
    assert isinstance(body, DisciplineRules)
    return body


def effects_of(
    around: Surroundings, work: Work, person_ids: Sequence[str] | None = None
) -> Mapping[str, tuple[SanctionEffect, ...]]:
    """By person what every sanction does that counts, oldest first; for pay, index and talent in one query."""
    found: dict[str, list[SanctionEffect]] = {}
    for sanction in work.discipline.of(person_ids):
        effect = effect_of(sanction, discipline_rules(around, sanction.decided_on))
        if effect is not None:
            found.setdefault(effect.person_id, []).append(effect)
    return {person_id: tuple(effects) for person_id, effects in found.items()}


_FIRST_DAY = date(2021, 8, 31)


@dataclass(frozen=True, slots=True)
class DisciplineDesk:
    """Verbs of the register; nothing here is ever packed."""

    around: Surroundings

    def sanctions_on(self, person_id: str, day: date) -> tuple[SanctionEffect, ...]:
        """What is in force for a person on a day, without reason and letter."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            effects = effects_of(self.around, work, [person_id]).get(person_id, ())
        return tuple(effect for effect in effects if effect.holds_on(day))

    def sanctions_between(
        self, first: date, last: date, person_ids: Sequence[str] | None = None
    ) -> Mapping[str, tuple[SanctionEffect, ...]]:
        """By person the sanctions in force, or cutting pay, on any day of a span; nobody without one is named.

        For an index over five years ``first`` lies five years back.
        """
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            effects = effects_of(self.around, work, person_ids)
        return within(effects, first, last)

    def add(self, sanction: Sanction, readers: Sequence[str] = ()) -> OpenedSanction:
        """Enter a decision; its number is given here and its author is who enters it (``FOL-301`` to ``FOL-304``).

        ``FOL-308`` when the same letter on the same person stands in the register already.
        """
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "follow_up.discipline.add") as work:
            _require_person(work, sanction.person_id)
            entry = decided(
                replace(
                    sanction,
                    sanction_id=str(uuid.uuid4()),
                    author=self.around.actor.name,
                    readers=names(readers),
                ),
                discipline_rules(self.around, sanction.decided_on),
                self.around.clock().date(),
            )
            if any(one.letter_number == entry.letter_number for one in work.discipline.of([entry.person_id])):
                raise UsageRefusal("FOL-308", letter=entry.letter_number)
            work.discipline.save([entry])
            self._count(work)
            return self._opened(work, entry)

    def appeal(self, sanction_id: str, on: date, outcome: Appeal, words: str = "") -> OpenedSanction:
        """Note an appeal, or what became of it."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "follow_up.discipline.appeal") as work:
            entry = appealed(self._readable(work, sanction_id), on, outcome, words)
            work.discipline.save([entry])
            self._count(work)
            return self._opened(work, entry)

    def revoke(self, sanction_id: str, on: date, letter: str, why: str) -> OpenedSanction:
        """Take a sanction back from a day on; it stays in the register."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "follow_up.discipline.revoke") as work:
            entry = revoked(self._readable(work, sanction_id), on, letter, why)
            work.discipline.save([entry])
            self._count(work)
            return self._opened(work, entry)

    def allow(self, sanction_id: str, readers: Sequence[str]) -> Changes:
        """Name everybody who may read an entry beside its author; only the author may say so (``FOL-309``)."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "follow_up.discipline.allow") as work:
            entry = self._readable(work, sanction_id)
            if not may_read(self.around.actor, entry.author, ()):
                raise UsageRefusal("FOL-309", name=self.around.actor.name)
            work.discipline.save([replace(entry, readers=names(readers))])
            return work.commit()

    def open(self, sanction_id: str) -> OpenedSanction:
        """Read an entry whole; who did so, when and where is written down before anything is shown (``FOL-309``)."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "follow_up.discipline.open") as work:
            entry = self._readable(work, sanction_id)
            actor = self.around.actor
            work.confidential.note_opening(
                Opening(str(uuid.uuid4()), sanction_id, actor.name, actor.role, actor.device, self.around.clock())
            )
            return self._opened(work, entry)

    def lines(self, on: date | None = None) -> tuple[SanctionLine, ...]:
        """The entries this person may read, newest first; others are not even counted."""
        require(self.around.actor, Action.READ)
        day = on or self.around.clock().date()
        with self.around.store.reading() as work:
            found = [one for one in work.discipline.of() if self.may_see(one)]
            people = work.people.by_ids([one.person_id for one in found])
            units = {unit.unit_id: unit.name for unit in work.units.all()}
        lines = []
        for one in reversed(found):
            rules = discipline_rules(self.around, one.decided_on)
            person = people[one.person_id]
            lines.append(
                SanctionLine(
                    one.sanction_id,
                    person,
                    units.get(person.unit_id, ""),
                    rules.kinds[one.kind].level,
                    one.kind,
                    state_on(one, rules, day),
                    one.decided_on,
                    one.starts,
                    one.ends,
                    one.appeal,
                    effect_of(one, rules),
                    one.author,
                )
            )
        return tuple(lines)

    def import_file(self, source: Source, step: Step = no_step, dry_run: bool = False) -> ImportOutcome:
        """Take over decisions from a spreadsheet; their author is who imports them, and nobody else reads them yet.

        A letter that is in the register already on the same person is left as it stands.
        """
        require(self.around.actor, Action.IMPORT)
        intake = self.around.spreadsheets.read_sanctions(source, step)
        today = self.around.clock().date()
        with self.around.store.writing(
            self.around.actor, "follow_up.discipline.import", origin=origin_of(source)
        ) as work:
            step = work.watch(step)
            tally: Tally[SanctionRow] = Tally(intake, source)
            by_nip = {person.nip: person for person in work.people.all()}
            known = {(one.person_id, one.letter_number) for one in work.discipline.of()}
            saved = []
            for placed in intake.rows:
                row = placed.value
                person = by_nip.get(row.nip)
                if person is None:
                    tally.refuse(placed.row, "NIP", "FOL-361", nip=row.nip)
                    continue
                if (person.person_id, row.letter_number.strip()) in known:
                    tally.accept(placed.row, row.nip, person.full_name, "same")
                    continue
                try:
                    entry = decided(
                        _entry(row, person, self.around.actor.name),
                        discipline_rules(self.around, row.decided_on),
                        today,
                    )
                except UsageRefusal as refusal:
                    tally.refuse(placed.row, "TMT HUKUMAN", refusal.code, **refusal.facts)
                    continue
                known.add((entry.person_id, entry.letter_number))
                saved.append(entry)
                tally.accept(placed.row, row.nip, person.full_name, "added")
            work.discipline.save(saved)
            self._count(work)
            changes = Changes() if dry_run else work.commit()
        return tally.answer(changes)

    def export(self, path: Path) -> int:
        """Write the entries this person may read as .xlsx or .csv, as they are read back; each is opened by it."""
        require(self.around.actor, Action.PRINT)
        rows = [
            (person.nip, _WORDS[one.kind], one.letter_number, one.decided_on, one.starts, one.ends, one.decided_by,
             one.article, one.reason)
            for one, person, _ in self._opened_all()
        ]  # fmt: skip
        count = self.around.spreadsheets.write_list(path, _HEADINGS, rows, "HUKUMAN DISIPLIN", _WIDTHS)
        note_taken(self.around, "HUKUMAN DISIPLIN", [path])
        return count

    def preview_register(self, style: PaperStyle | None = None) -> bytes:
        """The register as PDF bytes for the screen; to look at it is to open every entry in it."""
        return preview_paper(self.around, self._paper(), style)

    def print_register(self, out: Path, style: PaperStyle | None = None) -> PapersOutcome:
        """Print the entries this person may read; the register of documents names nobody."""
        require(self.around.actor, Action.PRINT)
        matter = Matter(Period(self.around.clock().year, PeriodKind.YEAR), f"discipline:{self.around.actor.name}")
        return issue_papers(self.around, [(self._paper(), matter)], out, style)

    def _paper(self) -> OfficePaper:
        found = self._opened_all()
        return register_paper(found, self.around.store.agency, self.around.actor.name, self.around.clock().date())

    def _opened_all(self) -> list[tuple[Sanction, Person, str]]:
        """Every entry this person may read, whole; that he did so is written down for each."""
        require(self.around.actor, Action.EDIT)
        actor = self.around.actor
        with self.around.store.writing(actor, "follow_up.discipline.open") as work:
            found = [one for one in work.discipline.of() if self.may_see(one)]
            people = work.people.by_ids([one.person_id for one in found])
            units = {unit.unit_id: unit.name for unit in work.units.all()}
            for one in found:
                work.confidential.note_opening(
                    Opening(
                        str(uuid.uuid4()), one.sanction_id, actor.name, actor.role, actor.device, self.around.clock()
                    )
                )
            work.commit()
        return [(one, people[one.person_id], units.get(people[one.person_id].unit_id, "")) for one in found]

    def may_see(self, sanction: Sanction) -> bool:
        """Whether who acts may read an entry."""
        return may_read(self.around.actor, sanction.author, sanction.readers)

    def _readable(self, work: Work, sanction_id: str) -> Sanction:
        entry = work.discipline.by_id(sanction_id)
        if entry is None or not self.may_see(entry):
            raise UsageRefusal("FOL-309", name=self.around.actor.name)
        return entry

    def _count(self, work: Work) -> None:
        """Count anew how many sanctions stand in each year; the region is told this and nothing else of them."""
        effects = effects_of(self.around, work).values()
        work.summaries.save_sanction_counts(sanction_counts(one for some in effects for one in some))

    def _opened(self, work: Work, entry: Sanction) -> OpenedSanction:
        openings = work.confidential.openings(entry.sanction_id)
        effect = effect_of(entry, discipline_rules(self.around, entry.decided_on))
        return OpenedSanction(entry, effect, openings, work.commit())


def within(
    effects: Mapping[str, tuple[SanctionEffect, ...]], first: date, last: date
) -> Mapping[str, tuple[SanctionEffect, ...]]:
    """Of these effects those that touch a span of days."""
    kept = {person_id: tuple(one for one in some if _touches(one, first, last)) for person_id, some in effects.items()}
    return {person_id: some for person_id, some in kept.items() if some}


def names(readers: Sequence[str]) -> tuple[str, ...]:
    """The names of readers as they are compared: blanks put right, each once."""
    return tuple(dict.fromkeys(" ".join(name.split()) for name in readers if name.strip()))


def _entry(row: SanctionRow, person: Person, author: str) -> Sanction:
    return Sanction(
        sanction_id=str(uuid.uuid4()),
        person_id=person.person_id,
        kind=row.kind,
        letter_number=row.letter_number,
        decided_on=row.decided_on,
        starts=row.starts,
        decided_by=row.decided_by,
        reason=row.reason,
        author=author,
        ends=row.ends,
        article=row.article,
    )


_HEADINGS = ("NIP", "JENIS HUKUMAN DISIPLIN", "NOMOR SK HUKUMAN", "TANGGAL SK HUKUMAN", "TMT HUKUMAN",
             "HUKUMAN SAMPAI", "PEJABAT YANG MENGHUKUM", "PASAL PELANGGARAN", "ALASAN HUKUMAN")  # fmt: skip
_WIDTHS = (22, 34, 26, 18, 14, 16, 30, 24, 50)
_WORDS = {
    SanctionKind.ORAL_WARNING: "TEGURAN LISAN",
    SanctionKind.WRITTEN_WARNING: "TEGURAN TERTULIS",
    SanctionKind.DISSATISFACTION: "PERNYATAAN TIDAK PUAS SECARA TERTULIS",
    SanctionKind.PAY_CUT_6: "POTONG TUKIN 6 BULAN",
    SanctionKind.PAY_CUT_9: "POTONG TUKIN 9 BULAN",
    SanctionKind.PAY_CUT_12: "POTONG TUKIN 12 BULAN",
    SanctionKind.DEMOTION: "PENURUNAN JABATAN",
    SanctionKind.RELEASE: "PEMBEBASAN JABATAN",
    SanctionKind.DISMISSAL: "PEMBERHENTIAN",
}


def _touches(effect: SanctionEffect, first: date, last: date) -> bool:
    ends = effect.ends or (date.max if effect.stops_pay else effect.starts)
    if effect.starts <= last and ends >= first:
        return True
    return effect.cut_starts is not None and effect.cut_starts <= last and (effect.cut_ends or date.max) >= first


def _require_person(work: Work, person_id: str) -> None:
    if not work.people.by_ids([person_id]):
        raise UsageRefusal("FOL-310")
