"""The years before 2022: their papers are entered, recalculated by their own rules, printed, and never by today's."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.differences import differences
from meritdesk.core.documents import PaperStyle, PrintedFile
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.intake import OldLineRow, OldYearRow
from meritdesk.core.journal import Changes
from meritdesk.core.office_paper import OfficePaper
from meritdesk.core.old_rules import OldRules
from meritdesk.core.old_years import (
    KeptOutcome,
    OldEvaluation,
    OldPart,
    OldRecord,
    OldResult,
    OldYearLine,
    OldYearQuery,
    YearOutcome,
)
from meritdesk.core.people import Person
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.scoring.numeric_final import old_result, year_outcome
from meritdesk.core.validation import Hint
from meritdesk.core.validation.old_year_rules import STILL_MISSING, old_faults, old_remarks
from meritdesk.services.assessment.old_year_intake import merged_lines, merged_paper
from meritdesk.services.assessment.old_year_paper import old_year_paper
from meritdesk.services.changes import Blocked, ImportOutcome, Step, no_step
from meritdesk.services.intake import Tally, origin_of, state_of
from meritdesk.services.office_papers import Matter, issue_papers, preview_paper
from meritdesk.services.ports import Source, Surroundings, Work
from meritdesk.services.print_job import Selection


@dataclass(frozen=True, slots=True)
class OldPaper:
    """One old paper with everything that explains it; ``result`` is empty while ``faults`` stand in its way."""

    record: OldRecord
    result: OldResult | None
    faults: tuple[Hint, ...]
    remarks: tuple[Hint, ...]


@dataclass(frozen=True, slots=True)
class OldYearCard:
    """One person's old year: its papers, and what the year as a whole came to."""

    person: Person
    year: int
    papers: tuple[OldPaper, ...]
    outcome: YearOutcome
    rules: OldRules


@dataclass(frozen=True, slots=True)
class OldEntered:
    """What became of an entry."""

    paper: OldPaper
    changes: Changes


@dataclass(frozen=True, slots=True)
class RecalculatedLine:
    """One paper held against its own rules again: ``same``, ``changed`` or ``incomplete``."""

    nip: str
    name: str
    part: OldPart
    state: str
    before: KeptOutcome | None
    after: KeptOutcome | None
    faults: tuple[Hint, ...] = ()


@dataclass(frozen=True, slots=True)
class Recalculation:
    """A whole old year held against its own rules; ``digest`` vouches for every figure of it, on any PC."""

    year: int
    lines: tuple[RecalculatedLine, ...]
    digest: str
    changes: Changes = field(default_factory=Changes)

    def count(self, state: str) -> int:
        """How many papers are in a state."""
        return sum(line.state == state for line in self.lines)


@dataclass(frozen=True, slots=True)
class OldPrintOutcome:
    """What was printed of an old year and where, and whose papers are not complete."""

    file: PrintedFile | None
    sheets: int
    blocked: tuple[Blocked, ...]
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class OldYears:
    """Verbs for the papers of the years before 2022."""

    around: Surroundings

    def rules(self, year: int, part: OldPart) -> OldRules:
        """The numeric packs in force for a part of an old year."""
        return self.around.rulebook.old_rules(part.last_day(year))

    def check(self, paper: OldEvaluation) -> OldPaper:
        """What a paper would come to, with faults and remarks; nothing is written."""
        return _judged(OldRecord(paper), self.rules(paper.year, paper.part))

    def years(self) -> tuple[int, ...]:
        """The years of which there are papers, newest first."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.old_years.years()

    def count(self, query: OldYearQuery) -> int:
        """How many papers a list would show."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.old_years.count(query)

    def lines(self, query: OldYearQuery) -> tuple[OldYearLine, ...]:
        """One block of the list of old papers."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.old_years.lines(query)

    def known(self, nip: str, year: int, part: OldPart) -> OldEvaluation | None:
        """The paper that is kept for a person, year and part, to be corrected; nothing when there is none."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            records = work.old_years.of_person(_person(work, nip).person_id)
        return next((one.paper for one in records if (one.paper.year, one.paper.part) == (year, part)), None)

    def show(self, nip: str, year: int) -> OldYearCard:
        """One person's old year with all its reasons; ``ASM-430`` when nothing of that year is known."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            person = _person(work, nip)
            records = [one for one in work.old_years.of_person(person.person_id) if one.paper.year == year]
        if not records:
            raise UsageRefusal("ASM-430", nip=nip, year=year)
        return self.card(person, year, records)

    def card(self, person: Person, year: int, records: Iterable[OldRecord]) -> OldYearCard:
        """The papers of one person and year, judged and joined; nothing is read or written."""
        papers = tuple(_judged(one, self.rules(year, one.paper.part)) for one in records)
        rules = self.around.rulebook.old_rules(date(year, 12, 31))
        done = {one.record.paper.part: (one.record.paper, one.result) for one in papers if one.result is not None}
        return OldYearCard(person, year, papers, year_outcome(year, done, rules), rules)

    def enter(self, nip: str, paper: OldEvaluation) -> OldEntered:
        """Keep one old paper, new or corrected; what is wrong is refused, what is only missing is kept as open.

        There is one paper a person, year and part: a second entry corrects the first as its next version.
        """
        require(self.around.actor, Action.EDIT)
        rules = self.rules(paper.year, paper.part)
        with self.around.store.writing(self.around.actor, "assessment.old_years.enter") as work:
            person = _person(work, nip)
            known = _known(work.old_years.of_person(person.person_id), paper)
            record = _versioned(known, replace(paper, person_id=person.person_id))
            judged = _judged(record, rules)
            wrong = [fault for fault in judged.faults if fault.code not in STILL_MISSING]
            if wrong:
                raise UsageRefusal(wrong[0].code, **wrong[0].facts)
            kept = replace(record, outcome=KeptOutcome.of(judged.result) if judged.result else None)
            work.old_years.save([kept])
            changes = work.commit()
        return OldEntered(replace(judged, record=kept), changes)

    def remove(self, nip: str, year: int, part: OldPart) -> Changes:
        """Take out one old paper, for example one entered for the wrong person; it can be undone."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "assessment.old_years.remove") as work:
            person = _person(work, nip)
            found = [
                one.paper.evaluation_id
                for one in work.old_years.of_person(person.person_id)
                if (one.paper.year, one.paper.part) == (year, part)
            ]
            if not found:
                raise UsageRefusal("ASM-430", nip=nip, year=year)
            work.old_years.remove(found)
            return work.commit()

    def recalculate(
        self, year: int, unit_ids: Sequence[str] = (), keep: bool = False, step: Step = no_step
    ) -> Recalculation:
        """Calculate a whole old year again by the rules of that year and compare with what was kept.

        With ``keep`` a different outcome becomes the next version of its paper; without it nothing is written.
        """
        require(self.around.actor, Action.EDIT if keep else Action.READ)
        if not keep:
            with self.around.store.reading() as work:
                step = work.watch(step)
                lines, _ = self._recalculated(work, year, unit_ids, step)
            return Recalculation(year, lines, self._digest(year, lines))
        with self.around.store.writing(self.around.actor, "assessment.old_years.recalculate", reason=str(year)) as work:
            step = work.watch(step)
            lines, fresh = self._recalculated(work, year, unit_ids, step)
            work.old_years.save(fresh)
            changes = work.commit()
        return Recalculation(year, lines, self._digest(year, lines), changes)

    def paper(self, nip: str, year: int) -> OfficePaper:
        """One person's old year as the office's own sheet."""
        return self._paper(self.show(nip, year))

    def preview(self, nip: str, year: int, style: PaperStyle | None = None) -> bytes:
        """The sheet of an old year as PDF bytes for the screen."""
        return preview_paper(self.around, self.paper(nip, year), style)

    def print(
        self, year: int, selection: Selection, out: Path, style: PaperStyle | None = None, step: Step = no_step
    ) -> OldPrintOutcome:
        """Print the sheets of an old year, one a person, into one file; ``ASM-433`` when there is nothing to print.

        A person with a paper that is not complete is left out and named.
        """
        require(self.around.actor, Action.PRINT)
        with self.around.store.reading() as work:
            records = work.old_years.of_year(year)
            people = work.people.by_ids([one.paper.person_id for one in records])
        grouped: dict[str, list[OldRecord]] = defaultdict(list)
        for record in records:
            person = people[record.paper.person_id]
            is_chosen = person.nip == selection.nip if selection.nip else True
            if is_chosen and (not selection.unit_ids or person.unit_id in set(selection.unit_ids)):
                grouped[person.person_id].append(record)
        if not grouped:
            raise UsageRefusal("ASM-433", year=year)
        papers: list[tuple[OfficePaper, Matter]] = []
        blocked: list[Blocked] = []
        for person_id in sorted(grouped, key=lambda key: people[key].name.casefold()):
            person = people[person_id]
            card = self.card(person, year, grouped[person_id])
            if any(one.result is None for one in card.papers):
                blocked.append(Blocked(person.nip, person.full_name, "ASM-434"))
                continue
            matter = Matter(Period(year, PeriodKind.YEAR), f"{person_id}:{year}", person_id)
            papers.append((self._paper(card), matter))
        if not papers:
            return OldPrintOutcome(None, 0, tuple(blocked))
        printed = issue_papers(self.around, papers, out, style, step)
        return OldPrintOutcome(printed.file, len(papers), tuple(blocked), printed.changes)

    def import_papers(self, source: Source, step: Step = no_step, dry_run: bool = False) -> ImportOutcome:
        """Take over old papers, or the lines of their SKP; which of the two the headings say. A fate for every row."""
        require(self.around.actor, Action.IMPORT)
        intake = self.around.spreadsheets.read_old_years(source, step)
        with self.around.store.writing(
            self.around.actor, "assessment.old_years.import_papers", origin=origin_of(source)
        ) as work:
            step = work.watch(step)
            tally: Tally[OldYearRow | OldLineRow] = Tally(intake, source)
            self._judge_papers(tally, work)
            self._judge_lines(tally, work)
            changes = Changes() if dry_run else work.commit()
        return tally.answer(changes)

    def _paper(self, card: OldYearCard) -> OfficePaper:
        agency = self.around.store.agency
        finals = [self.rules(card.year, one.record.paper.part).final(one.record.paper.scheme) for one in card.papers]
        return old_year_paper(card, finals, agency.name, agency.place)

    def _recalculated(
        self, work: Work, year: int, unit_ids: Sequence[str], step: Step
    ) -> tuple[tuple[RecalculatedLine, ...], list[OldRecord]]:
        records = work.old_years.of_year(year)
        people = work.people.by_ids([one.paper.person_id for one in records])
        chosen = [one for one in records if not unit_ids or people[one.paper.person_id].unit_id in set(unit_ids)]
        lines: list[RecalculatedLine] = []
        fresh: list[OldRecord] = []
        for done, record in enumerate(chosen):
            step(done, len(chosen))
            person = people[record.paper.person_id]
            judged = _judged(record, self.rules(year, record.paper.part))
            after = KeptOutcome.of(judged.result) if judged.result else None
            state = "incomplete" if after is None else "same" if after == record.outcome else "changed"
            if after != record.outcome:
                fresh.append(replace(record, paper=_next(record.paper), outcome=after))
            lines.append(
                RecalculatedLine(
                    person.nip, person.full_name, record.paper.part, state, record.outcome, after, judged.faults
                )
            )
        step(len(chosen), len(chosen))
        return tuple(sorted(lines, key=lambda line: (line.nip, line.part))), fresh

    def _digest(self, year: int, lines: Sequence[RecalculatedLine]) -> str:
        """The digest of all outcomes by NIP, never by what differs from PC to PC."""
        papers = [
            [
                line.nip,
                line.part.value,
                *(
                    (str(line.after.skp), str(line.after.behaviour), str(line.after.score), line.after.category.value)
                    if line.after
                    else ("", "", "", "")
                ),
                [[pack.pack_id, pack.digest] for pack in line.after.packs] if line.after else [],
            ]
            for line in lines
        ]
        return self.around.exchange.record_digest({"year": year, "papers": papers})

    def _judge_papers(self, tally: Tally[OldYearRow | OldLineRow], work: Work) -> None:
        rows = [(placed.row, placed.value) for placed in tally.intake.rows if isinstance(placed.value, OldYearRow)]
        if not rows:
            return
        people = {person.nip: person for person in work.people.all() if person.nip}
        known = _by_key(work, {row.year for _, row in rows})
        taken: dict[tuple[str, int, OldPart], int] = {}
        fresh: list[OldRecord] = []
        for number, row in rows:
            person = people.get(row.nip)
            if person is None:
                tally.refuse(number, "NIP", "USE-102", nip=row.nip)
                continue
            key = (person.person_id, row.year, row.part)
            other = taken.setdefault(key, number)
            if other != number:
                tally.refuse(number, "NIP", "ASM-431", nip=row.nip, other=other)
                continue
            before = known.get(key)
            self._take(tally, number, row.nip, person, before, merged_paper(before, row, person), fresh)
        work.old_years.save(fresh)

    def _judge_lines(self, tally: Tally[OldYearRow | OldLineRow], work: Work) -> None:
        rows = [(placed.row, placed.value) for placed in tally.intake.rows if isinstance(placed.value, OldLineRow)]
        if not rows:
            return
        people = {person.nip: person for person in work.people.all() if person.nip}
        known = _by_key(work, {row.year for _, row in rows})
        groups: dict[tuple[str, int, OldPart], list[tuple[int, OldLineRow]]] = defaultdict(list)
        for number, row in rows:
            if row.nip not in people:
                tally.refuse(number, "NIP", "USE-102", nip=row.nip)
                continue
            groups[people[row.nip].person_id, row.year, row.part].append((number, row))
        fresh: list[OldRecord] = []
        for key, members in groups.items():
            person, before = people[members[0][1].nip], known.get(key)
            paper = merged_lines(before, [row for _, row in members], person)
            judged = _judged(_versioned(before, paper), self.rules(paper.year, paper.part))
            wrong = [fault for fault in judged.faults if fault.code not in STILL_MISSING]
            for place, (number, _) in enumerate(members, start=1):
                own = [fault for fault in wrong if fault.place[:1] != ("lines",) or fault.place[1:2] == (str(place),)]
                first = own[0] if own else Hint("ASM-432", {}) if wrong else None
                if first is not None:
                    tally.refuse(number, "", first.code, **first.facts)
            if wrong:
                continue
            record = _settled(before, judged)
            state = state_of(before.paper.lines if before and before.paper.lines else None, record.paper.lines)
            for number, row in members:
                tally.accept(number, row.nip, person.full_name, state)
            fresh.append(record)
        work.old_years.save(fresh)

    def _take(
        self,
        tally: Tally[OldYearRow | OldLineRow],
        number: int,
        nip: str,
        person: Person,
        before: OldRecord | None,
        paper: OldEvaluation,
        fresh: list[OldRecord],
    ) -> None:
        judged = _judged(_versioned(before, paper), self.rules(paper.year, paper.part))
        wrong = [fault for fault in judged.faults if fault.code not in STILL_MISSING]
        if wrong:
            tally.refuse(number, "", wrong[0].code, **wrong[0].facts)
            return
        record = _settled(before, judged)
        fresh.append(record)
        shown = differences(before.paper, record.paper) if before is not None else ()
        tally.accept(number, nip, person.full_name, state_of(before, record), differences=shown)
        for hint in (*judged.faults, *judged.remarks):
            tally.remark(number, "", hint.code, **hint.facts)


def _judged(record: OldRecord, rules: OldRules) -> OldPaper:
    faults = old_faults(record.paper, rules)
    if faults:
        return OldPaper(record, None, faults, ())
    result = old_result(record.paper, rules)
    return OldPaper(record, result, (), old_remarks(record.paper, result, rules))


def _settled(before: OldRecord | None, judged: OldPaper) -> OldRecord:
    """The record to keep: unchanged when nothing about the paper or its outcome is new."""
    outcome = KeptOutcome.of(judged.result) if judged.result else None
    record = replace(judged.record, outcome=outcome)
    if before is not None and replace(record.paper, version=before.paper.version) == before.paper:
        return before if outcome == before.outcome else replace(before, outcome=outcome)
    return record


def _versioned(known: OldRecord | None, paper: OldEvaluation) -> OldRecord:
    """A paper under the identity of the one it corrects, as its next version; a new one gets an identity of its own."""
    if known is None:
        return OldRecord(replace(paper, evaluation_id=str(uuid.uuid4()), version=1))
    same = replace(paper, evaluation_id=known.paper.evaluation_id, version=known.paper.version)
    return OldRecord(same if same == known.paper else _next(same))


def _next(paper: OldEvaluation) -> OldEvaluation:
    return replace(paper, version=paper.version + 1)


def _known(records: Iterable[OldRecord], paper: OldEvaluation) -> OldRecord | None:
    return next((one for one in records if (one.paper.year, one.paper.part) == (paper.year, paper.part)), None)


def _by_key(work: Work, years: Iterable[int]) -> Mapping[tuple[str, int, OldPart], OldRecord]:
    return {
        (one.paper.person_id, one.paper.year, one.paper.part): one
        for year in sorted(years)
        for one in work.old_years.of_year(year)
    }


def _person(work: Work, nip: str) -> Person:
    person = work.people.by_nip(nip)
    if person is None:
        raise UsageRefusal("USE-102", nip=nip)
    return person
