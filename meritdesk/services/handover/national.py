"""National hand-over: from closed evaluations to rows, documents and sheets for SIASN and e-Kinerja.

MeritDesk is the working desk of the agency; performance management itself runs in the national application. What was
really uploaded there is noted by a person, so that the next hand-over is only the difference.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.documents import DocumentRecord, PaperStyle
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Evaluation
from meritdesk.core.journal import Changes
from meritdesk.core.national import (
    OBSTACLE_CODES,
    TO_HAND_OVER,
    Facts,
    NationalFact,
    NationalMemory,
    NationalRules,
    NationalState,
    Paper,
    batch_code,
    compared,
    judge,
    memory_by_person,
    standing,
)
from meritdesk.core.national_paper import rekey_paper
from meritdesk.core.office_paper import OfficePaper
from meritdesk.core.people import Person
from meritdesk.core.periods import Period, parse_period
from meritdesk.core.rules import PackKind
from meritdesk.services.changes import Step, no_step
from meritdesk.services.evaluation_roll import EvaluationRoll
from meritdesk.services.folders import ready_folder
from meritdesk.services.handover.national_files import NationalFiles
from meritdesk.services.handover.national_lines import NationalBoard, NationalLine
from meritdesk.services.handover.national_papers import papers_of
from meritdesk.services.office_papers import Matter, PapersOutcome, issue_papers
from meritdesk.services.ports import Surroundings, Work

_SHOWN_SHEETS = 20


@dataclass(frozen=True, slots=True)
class WriteOutcome:
    """What was written for one hand-over: its number, its folder, its files and how many of each."""

    batch: str
    folder: Path
    files: tuple[Path, ...]
    rows: int
    withdrawn: int
    documents: int
    without_document: int
    stays: int
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class MarkOutcome:
    """What the clerk said is uploaded; ``withdrawn`` were taken out there."""

    batch: str
    marked: int
    withdrawn: int
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class NationalBatch:
    """One writing that is still the newest of somebody: how many of its rows wait to be marked."""

    batch: str
    written_at: datetime
    rows: int
    waiting: int


@dataclass(frozen=True, slots=True)
class NationalDesk:
    """Verbs of the national hand-over."""

    around: Surroundings

    def preview(self, period: Period, unit_ids: Sequence[str] = (), step: Step = no_step) -> NationalBoard:
        """Everybody of a period with the row he has, what is other than the national system holds, and who cannot go.

        ``ASM-110`` for periods before the rules.
        """
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return self._board(work, period, unit_ids, work.watch(step))[0]

    def batches(self, period: Period) -> tuple[NationalBatch, ...]:
        """The writings of a period, newest first."""
        require(self.around.actor, Action.READ)
        by_batch: dict[str, list[NationalMemory]] = defaultdict(list)
        with self.around.store.reading() as work:
            for one in work.national.of_period(period):
                by_batch[one.batch].append(one)
        found = [
            NationalBatch(batch, max(one.written_at for one in rows), len(rows), sum(map(_waits, rows)))
            for batch, rows in by_batch.items()
        ]
        return tuple(sorted(found, key=lambda one: (one.written_at, one.batch), reverse=True))

    def write(
        self,
        period: Period,
        out: Path,
        words: Mapping[str, tuple[str, str]],
        unit_ids: Sequence[str] = (),
        papers: Path | None = None,
        everything: bool = False,
        step: Step = no_step,
    ) -> WriteOutcome:
        """Write what is new or changed (or ``everything``) as tables and zipped documents into a folder of its own.

        ``papers`` is where printed and signed PDF files lie; ``words`` gives for a code its two sentences, for the
        list of those who cannot go. What was written is remembered, not yet as uploaded: that is ``mark``. ``SIA-104``
        when there is nothing to write.
        """
        require(self.around.actor, Action.PACK)
        made: list[Path] = []
        folder = out
        try:
            with self.around.store.writing(self.around.actor, "handover.national.write", reason=period.code) as work:
                step = work.watch(step)
                board, evaluations = self._board(work, period, unit_ids, step)
                states = TO_HAND_OVER | {NationalState.SAME} if everything else TO_HAND_OVER
                going = [line for line in board.lines if line.state in states]
                gone = [line for line in board.lines if line.state is NationalState.WITHDRAWN]
                if not going and not gone:
                    raise UsageRefusal("SIA-104", period=period.code)
                batch = batch_code(period, work.national.next_number(period.year))
                folder = _own_folder(out, f"SIASN-{self.around.store.agency.code}-{batch}{self._mark}")
                made.append(folder)
                files_of = NationalFiles(self.around, folder, batch)
                going, zipped = files_of.documents(work, period, going, evaluations, papers, step)
                files = [*zipped, *files_of.tables(board, going, gone, words)]
                now = self.around.clock()
                memories = memory_by_person(work.national.of_period(period))
                written = [(line, line.facts) for line in going] + [(line, {}) for line in gone]
                work.national.save([_remember(memories, line, batch, now, facts) for line, facts in written])
                changes = work.commit()
        except BaseException:
            # Files of a hand-over that nobody remembers would be uploaded twice.
            for path in made:
                shutil.rmtree(path, ignore_errors=True)
            raise
        with_document = sum(NationalFact.FILE_NAME in line.facts for line in going)
        return WriteOutcome(
            batch=batch,
            folder=folder,
            files=tuple(files),
            rows=len(going),
            withdrawn=len(gone),
            documents=with_document,
            without_document=len(going) - with_document,
            stays=board.count(NationalState.CANNOT),
            changes=changes,
        )

    def mark(self, batch: str, nips: Collection[str] = ()) -> MarkOutcome:
        """Note that a hand-over, or these people of it, really stands in the national system.

        ``SIA-101`` no such hand-over, ``SIA-102`` somebody who is not in it, ``SIA-103`` all of it was noted already.
        """
        require(self.around.actor, Action.PACK)
        with self.around.store.writing(self.around.actor, "handover.national.mark", reason=batch) as work:
            rows = self._rows(work, batch, nips)
            waiting = [one for one in rows if _waits(one)]
            if not waiting:
                raise UsageRefusal("SIA-103", batch=batch)
            now, name = self.around.clock(), self.around.actor.name
            work.national.save([replace(one, told=one.written, told_at=now, told_by=name) for one in waiting])
            changes = work.commit()
        withdrawn = sum(not one.written for one in waiting)
        return MarkOutcome(batch, len(waiting) - withdrawn, withdrawn, changes)

    def rekey_papers(self, batch: str) -> tuple[tuple[OfficePaper, Matter], ...]:
        """The re-key sheets of a hand-over, one a unit; ``SIA-101`` no such hand-over."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            rows = [one for one in self._rows(work, batch, ()) if one.written]
        if not rows:
            raise UsageRefusal("SIA-101", batch=batch)
        period = rows[0].period
        rules = self._rules(period)
        by_unit: dict[str, list[Facts]] = defaultdict(list)
        for one in rows:
            by_unit[one.written.get(NationalFact.UNIT, "")].append(one.written)
        return tuple(
            (
                rekey_paper(unit, sorted(facts, key=_by_name), rules, period, batch, self.around.store.agency),
                Matter(period, f"national:{batch}:{unit}"),
            )
            for unit, facts in sorted(by_unit.items())
        )

    def preview_rekey(self, batch: str, style: PaperStyle | None = None) -> bytes:
        """The re-key sheets of a hand-over as PDF bytes for the screen, in no register; of many only the first."""
        sheets = [paper for paper, _ in self.rekey_papers(batch)[:_SHOWN_SHEETS]]
        with tempfile.TemporaryDirectory(prefix="meritdesk-") as folder:
            target = Path(folder) / "preview.pdf"
            self.around.press.print_papers(sheets, target, style or PaperStyle(), no_step, len(sheets))
            return target.read_bytes()

    def print_rekey(
        self, batch: str, out: Path, style: PaperStyle | None = None, step: Step = no_step
    ) -> PapersOutcome:
        """Print all re-key sheets of a hand-over into one file and enter them in the register."""
        return issue_papers(self.around, self.rekey_papers(batch), out, style, step)

    @property
    def _mark(self) -> str:
        return self.around.store.agency.file_mark

    def _rules(self, period: Period) -> NationalRules:
        body = self.around.rulebook.pack(PackKind.NATIONAL_EXCHANGE, period.last_day).body
        assert isinstance(body, NationalRules)
        return body

    def _rows(self, work: Work, batch: str, nips: Collection[str]) -> list[NationalMemory]:
        rows = list(work.national.of_batch(batch))
        if not rows:
            raise UsageRefusal("SIA-101", batch=batch)
        if not nips:
            return rows
        people = work.people.by_ids([one.person_id for one in rows])
        nip_of = {key: person.nip for key, person in people.items()}
        strange = set(nips) - set(nip_of.values())
        if strange:
            raise UsageRefusal("SIA-102", nip=min(strange), batch=batch)
        return [one for one in rows if nip_of.get(one.person_id) in nips]

    def _board(
        self, work: Work, period: Period, unit_ids: Sequence[str], step: Step
    ) -> tuple[NationalBoard, dict[str, Evaluation]]:
        rules = self._rules(period)
        roll = EvaluationRoll.of_period(work, period, self.around.clock().date())
        step(0, 3)
        evaluations = {one.person_id: one for one in work.evaluations.of_period(period)}
        memories = memory_by_person(work.national.of_period(period))
        due = {one.person.person_id for one in roll.due((), lambda: step(0, 3))}
        step(1, 3)
        closed = {key for key, one in evaluations.items() if one.is_closed}
        wanted = [roll.people[key] for key in due | closed | set(memories) if key in roll.people]
        printed = papers_of(work, period, evaluations)
        lines = []
        for number, person in enumerate(wanted):
            if number % 500 == 0:
                step(1, 3)
            unit = roll.units.get(person.unit_id)
            if unit_ids and person.unit_id not in unit_ids:
                continue
            line = self._line(roll, person, unit.name if unit else "", evaluations, memories, printed, rules)
            lines.append(line)
        order = {key: (unit.sort_order, unit.name) for key, unit in roll.units.items()}
        lines.sort(key=lambda one: (order.get(one.person.unit_id, (0, "")), one.person.name, one.person.nip))
        step(2, 3)
        return NationalBoard(period, tuple(lines), rules), evaluations

    def _line(
        self,
        roll: EvaluationRoll,
        person: Person,
        unit_name: str,
        evaluations: Mapping[str, Evaluation],
        memories: Mapping[str, NationalMemory],
        printed: Mapping[str, DocumentRecord],
        rules: NationalRules,
    ) -> NationalLine:
        key = person.person_id
        evaluation, memory, paper = evaluations.get(key), memories.get(key), printed.get(key)
        evaluator = roll.people.get(_evaluator_id(evaluation)) if evaluation is not None else None
        named = Paper(paper.number, paper.printed_at.date()) if paper is not None else None
        judged = judge(person, evaluation, evaluator, rules, named)
        state, changed = standing(judged, memory)
        told = compared(memory.told) if memory is not None else {}
        return NationalLine(
            person=person,
            unit_name=unit_name,
            state=state,
            facts=judged.facts if judged.obstacle is None else told,
            changed=tuple((fact, told.get(fact, ""), judged.facts.get(fact, "")) for fact in changed),
            code=OBSTACLE_CODES[judged.obstacle] if judged.obstacle is not None else "",
            hints=judged.hints,
            batch=memory.batch if memory is not None else "",
            told_at=memory.told_at if memory is not None and memory.told else None,
            is_waiting=memory is not None and _waits(memory),
        )


def _remember(
    memories: Mapping[str, NationalMemory], line: NationalLine, batch: str, now: datetime, written: Facts
) -> NationalMemory:
    before = memories.get(line.person.person_id)
    if before is None:
        return NationalMemory(line.person.person_id, _period_of(batch), batch, written, now)
    return replace(before, batch=batch, written=written, written_at=now)


def _period_of(batch: str) -> Period:
    return parse_period(batch.rpartition("-")[0])


def _waits(one: NationalMemory) -> bool:
    """Whether what was written last is not what the national system is known to hold."""
    return dict(one.written) != dict(one.told)


def _evaluator_id(evaluation: Evaluation) -> str:
    """Who evaluated: the superior where he did it instead of the rater."""
    if evaluation.is_by_superior and evaluation.circumstances.take_over is None:
        return evaluation.rater_id
    return evaluation.evaluator_id


def _own_folder(out: Path, name: str) -> Path:
    """A folder that was not there: another hand-over's files never lie beside these."""
    target, again = ready_folder(out) / name, 2
    while target.exists():
        target, again = out / f"{name}-{again}", again + 1
    return ready_folder(target)


def _by_name(facts: Facts) -> tuple[str, str]:
    return facts.get(NationalFact.NAME, ""), facts.get(NationalFact.NIP, "")
