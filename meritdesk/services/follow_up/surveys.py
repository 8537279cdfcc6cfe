"""360 views and culture pulses: planned by rule, filled in on paper or in a table, read only where enough answered."""

from __future__ import annotations

import secrets
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.documents import PaperStyle
from meritdesk.core.errors import RowFault, UsageRefusal
from meritdesk.core.given import GivenSheet
from meritdesk.core.journal import Changes
from meritdesk.core.office_paper import OfficePaper
from meritdesk.core.people import Person
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.rules import PackKind
from meritdesk.core.scoring.survey import SurveyResult, department_means, result_of
from meritdesk.core.summaries import SurveyFigure
from meritdesk.core.survey import (
    CODE_SIGNS,
    RoundState,
    SheetState,
    Shortage,
    SurveyItem,
    SurveyKind,
    SurveyPlan,
    SurveyRound,
    SurveyRules,
    SurveySheet,
    Voice,
    check_answers,
    entered,
    plan_asks,
    read_code,
    sheet_code,
)
from meritdesk.core.survey_paper import distribution_paper, question_paper, result_paper
from meritdesk.services.changes import Counts, ImportOutcome, RowOutcome, Step, no_step
from meritdesk.services.follow_up.personnel import department_of
from meritdesk.services.office_papers import Matter, PapersOutcome, issue_papers, preview_paper
from meritdesk.services.ports import Surroundings, Work
from meritdesk.services.print_job import Selection, chosen_people
from meritdesk.services.taken_out import note_taken

CODE_COLUMN, REMARK_COLUMN, ABOUT_COLUMN, VOICE_COLUMN = "KODE", "CATATAN", "TENTANG", "SEBAGAI"
"""Headings of the table in which sheets are keyed; between them stand the numbers of the questions."""


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A round with how many sheets are out, have come back, and wait for a second or an equal entry."""

    round: SurveyRound
    sheets: int
    counting: int
    waiting: int


@dataclass(frozen=True, slots=True)
class SubjectLine:
    """One person (in a pulse one unit) of a round: sheets out and back by voice, and who could not be asked.

    ``result`` is there only when the round is closed; ``before`` is the mean of the round of the same kind before it.
    """

    subject_id: str
    name: str
    nip: str
    unit_name: str
    out: Mapping[Voice, int]
    back: Mapping[Voice, int]
    waiting: int
    short: tuple[Shortage, ...] = ()
    result: SurveyResult | None = None
    before: SurveyResult | None = None


@dataclass(frozen=True, slots=True)
class SurveyBoard:
    """A round with its questions and a line for everybody it is about."""

    round: SurveyRound
    items: tuple[SurveyItem, ...]
    scale: tuple[str, ...]
    lines: tuple[SubjectLine, ...]


@dataclass(frozen=True, slots=True)
class PlanOutcome:
    """Who is asked anew, where people are lacking, and how many sheets that makes."""

    plan: SurveyPlan
    sheets: int
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class EntryOutcome:
    """A sheet after it was keyed in: whether it counts, and which questions differ between the two entries."""

    sheet: SurveySheet
    state: SheetState
    differing: tuple[str, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class SurveyDesk:
    """Verbs of rounds; sheets and the people asked are joined nowhere."""

    around: Surroundings

    def rules(self, on: date) -> SurveyRules:
        """The questions and numbers in force on a day."""
        body = self.around.rulebook.pack(PackKind.SURVEY, on).body
        assert isinstance(body, SurveyRules)
        return body

    def rounds(self) -> tuple[RoundLine, ...]:
        """Every round, the newest first."""
        require(self.around.actor, Action.READ)
        lines = []
        with self.around.store.reading() as work:
            for one in work.surveys.rounds():
                states = Counter(sheet.state(one.is_double) for sheet in work.surveys.sheets(one.round_id))
                waiting = states[SheetState.ONCE] + states[SheetState.DIFFERS]
                lines.append(RoundLine(one, sum(states.values()), states[SheetState.COUNTS], waiting))
        return tuple(reversed(lines))

    def open(
        self,
        kind: SurveyKind,
        name: str,
        year: int,
        peers: int | None = None,
        subordinates: int | None = None,
        minimum: int | None = None,
        is_double: bool = False,
    ) -> tuple[SurveyRound, Changes]:
        """Begin a round; numbers that are not given are those of the rules.

        ``SUR-101`` without a name, ``SUR-102`` for a least number below two, or for fewer peers than that number (they
        would never be shown), ``SUR-103`` when a round of this name stands already.
        """
        require(self.around.actor, Action.EDIT)
        today = self.around.clock().date()
        pack = self.around.rulebook.pack(PackKind.SURVEY, today)
        rules = self.rules(today)
        one = SurveyRound(
            str(uuid.uuid4()),
            kind,
            " ".join(name.split()),
            year,
            today,
            rules.peers if peers is None else peers,
            rules.subordinates if subordinates is None else subordinates,
            rules.minimum if minimum is None else minimum,
            is_double,
            pack_id=pack.pack_id,
        )
        if not one.name:
            raise UsageRefusal("SUR-101")
        if one.minimum < 2 or any(0 < wanted < one.minimum for wanted in (one.peers, one.subordinates)):
            raise UsageRefusal("SUR-102", minimum=max(one.minimum, 2))
        with self.around.store.writing(self.around.actor, "follow_up.surveys.open") as work:
            if any(other.name.casefold() == one.name.casefold() for other in work.surveys.rounds()):
                raise UsageRefusal("SUR-103", name=one.name)
            work.surveys.save_round(one)
            return one, work.commit()

    def plan(self, round_id: str, selection: Selection | None = None, dry_run: bool = False) -> PlanOutcome:
        """Ask about these people (in a pulse: all of these units) by rule; who is planned already stays as he is.

        ``SUR-111`` for a round that is closed, ``SUR-112`` for an unknown one.
        """
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "follow_up.surveys.plan") as work:
            one = _open_round(work, round_id)
            people = chosen_people(work, selection or Selection())
            known = work.surveys.sheets(round_id)
            done = {sheet.subject_id for sheet in known}
            if one.kind is SurveyKind.PULSE:
                plan = SurveyPlan((), ())
                staff = Counter(person.unit_id for person in people if person.unit_id)
                wanted = [(unit, Voice.STAFF) for unit, count in sorted(staff.items()) for _ in range(count)]
            else:
                raters = {line.person_id: line.rater_id for line in work.reporting.all() if line.rater_id}
                everybody = [person for person in work.people.all() if person.is_appraised]
                subjects = {person.person_id for person in people} - done
                plan = plan_asks(one, everybody, raters, subjects)
                wanted = [(ask.subject_id, ask.voice) for ask in plan.asks]
            codes = _fresh_codes({sheet.code for sheet in known})
            sheets = [
                SurveySheet(round_id, next(codes), subject, voice) for subject, voice in wanted if subject not in done
            ]
            if dry_run:
                return PlanOutcome(plan, len(sheets))
            work.surveys.save_asks(plan.asks)
            # By code, so that not even the order of the rows says who was meant to fill in which.
            work.surveys.save_sheets(sorted(sheets, key=lambda sheet: sheet.code))
            return PlanOutcome(plan, len(sheets), work.commit())

    def board(self, round_id: str) -> SurveyBoard:
        """A round with everybody it is about; what was said is read only after it is closed."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            one = _known_round(work, round_id)
            rules = self.rules(one.opened_on)
            items = rules.items[one.kind]
            sheets = _by_subject(work.surveys.sheets(round_id))
            earlier = [
                other
                for other in work.surveys.rounds()
                if other.kind is one.kind and other.state is RoundState.CLOSED and other.order < one.order
            ]
            former = earlier[-1] if earlier else None
            former_sheets = _by_subject(work.surveys.sheets(former.round_id)) if former else {}
            units = {unit.unit_id: unit.name for unit in work.units.all()}
            people = work.people.by_ids(list(sheets)) if one.kind is SurveyKind.REVIEW else {}
            short: Mapping[str, list[Shortage]] = {}
            if one.kind is SurveyKind.REVIEW:
                short = _lacking(one, sheets)
        is_read = one.state is RoundState.CLOSED
        lines = []
        for subject, some in sheets.items():
            person = people.get(subject)
            states = Counter(sheet.state(one.is_double) for sheet in some)
            lines.append(
                SubjectLine(
                    subject,
                    person.full_name if person else units.get(subject, subject),
                    person.nip if person else "",
                    units.get(person.unit_id, "") if person else units.get(subject, ""),
                    Counter(sheet.voice for sheet in some),
                    Counter(sheet.voice for sheet in some if sheet.state(one.is_double) is SheetState.COUNTS),
                    states[SheetState.ONCE] + states[SheetState.DIFFERS],
                    tuple(short.get(subject, ())),
                    result_of(subject, some, one, items) if is_read else None,
                    result_of(subject, former_sheets[subject], former, self.rules(former.opened_on).items[one.kind])
                    if is_read and former is not None and subject in former_sheets
                    else None,
                )
            )
        lines.sort(key=lambda line: (line.unit_name, line.name, line.subject_id))
        return SurveyBoard(one, items, rules.scale, tuple(lines))

    def enter(
        self, round_id: str, code: str, answers: Mapping[str, int], remark: str = "", is_second: bool = False
    ) -> EntryOutcome:
        """Key in one sheet by its code; keying the same entry again puts it right.

        ``SUR-104`` to ``SUR-106`` for the answers, ``SUR-107`` a second entry before the first, ``SUR-108`` and
        ``SUR-110`` for the code, ``SUR-111`` when the round is closed.
        """
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "follow_up.surveys.enter") as work:
            one = _open_round(work, round_id)
            rules = self.rules(one.opened_on)
            known = {sheet.code: sheet for sheet in work.surveys.sheets(round_id)}
            sheet = _sheet_of(known, code)
            checked = check_answers(answers, rules.item_ids(one.kind), len(rules.scale))
            after = entered(sheet, checked, remark.strip(), is_second=is_second)
            work.surveys.save_sheets([after])
            return EntryOutcome(after, after.state(one.is_double), _differing(after), work.commit())

    def sheet(self, round_id: str, code: str) -> SurveySheet:
        """What was keyed in from one sheet so far; ``SUR-108`` and ``SUR-110`` for the code."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.reading() as work:
            _known_round(work, round_id)
            return _sheet_of({one.code: one for one in work.surveys.sheets(round_id)}, code)

    def take(
        self, round_id: str, path: Path, is_second: bool = False, step: Step = no_step, dry_run: bool = False
    ) -> ImportOutcome:
        """Key in a table of sheets: a column KODE, one for each question by its number, and CATATAN.

        ``SUR-113`` when a heading is missing; a row that is refused says why, and the others are taken.
        """
        require(self.around.actor, Action.IMPORT)
        book = self.around.spreadsheets.open_book(path, step)
        with self.around.store.writing(self.around.actor, "follow_up.surveys.take", origin=f"file:{path.name}") as work:
            one = _open_round(work, round_id)
            rules = self.rules(one.opened_on)
            table = _Table.of(book.sheets[0], rules.item_ids(one.kind))
            known = {sheet.code: sheet for sheet in work.surveys.sheets(round_id)}
            saved, rows, faults = [], [], []
            for place, cells in table.rows():
                try:
                    code, answers, remark = table.read(cells)
                    sheet = _sheet_of(known, code)
                    checked = check_answers(answers, rules.item_ids(one.kind), len(rules.scale))
                    after = entered(sheet, checked, remark, is_second=is_second)
                except UsageRefusal as refusal:
                    faults.append(RowFault(place, CODE_COLUMN, refusal.code, dict(refusal.facts)))
                    continue
                before = sheet.second if is_second else sheet.first
                state = "same" if after == sheet else "changed" if before else "added"
                if after != sheet:
                    saved.append(after)
                    known[after.code] = after
                rows.append(RowOutcome(place, after.code, after.code, state))
            work.surveys.save_sheets(saved)
            changes = Changes() if dry_run else work.commit()
        told = Counter(row.state for row in rows)
        counts = Counts(
            read=len(rows) + len(faults),
            added=told["added"],
            changed=told["changed"],
            same=told["same"],
            refused=len(faults),
        )
        return ImportOutcome(counts, tuple(faults), (), tuple(rows), 0, changes)

    def give(self, round_id: str, path: Path, voices: Mapping[Voice, str]) -> int:
        """Write the table to key sheets into: a row for each sheet that is still out; answers how many.

        ``voices`` are the words for each voice in the clerk's language.
        """
        require(self.around.actor, Action.PRINT)
        board = self.board(round_id)
        names = {line.subject_id: line.name for line in board.lines}
        with self.around.store.reading() as work:
            out = [
                sheet for sheet in work.surveys.sheets(round_id) if sheet.state(board.round.is_double) is SheetState.OUT
            ]
        headings = (
            CODE_COLUMN, ABOUT_COLUMN, VOICE_COLUMN, *(item.item_id for item in board.items), REMARK_COLUMN
        )  # fmt: skip
        rows = [
            (
                sheet.code,
                names.get(sheet.subject_id, ""),
                voices[sheet.voice],
                *(None for _ in board.items),
                "",
            )
            for sheet in out
        ]
        count = self.around.spreadsheets.write_list(
            path, headings, rows, board.round.name[:31], (12, 34, 12, *(6 for _ in board.items), 60)
        )
        note_taken(self.around, board.round.name, [path])
        return count

    def close(self, round_id: str) -> Changes:
        """End a round: no sheet is taken any more, and what was said can be read (``SUR-111``, ``SUR-114``).

        ``SUR-114`` when two entries of a sheet differ: they are put right first, or the sheet would be lost unseen.
        """
        require(self.around.actor, Action.CLOSE)
        with self.around.store.writing(self.around.actor, "follow_up.surveys.close") as work:
            one = _open_round(work, round_id)
            sheets = work.surveys.sheets(round_id)
            differing = [sheet.code for sheet in sheets if sheet.state(one.is_double) is SheetState.DIFFERS]
            if differing:
                raise UsageRefusal("SUR-114", count=len(differing), sheet=differing[0])
            today = self.around.clock().date()
            work.surveys.save_round(replace(one, state=RoundState.CLOSED, closed_on=today))
            work.summaries.save_survey_figures(self._figures(work, one, sheets))
            return work.commit()

    def _figures(self, work: Work, one: SurveyRound, sheets: Sequence[SurveySheet]) -> list[SurveyFigure]:
        """What each department answered, as far as nobody can be told from it; this is what the region is told."""
        units = {unit.unit_id: unit for unit in work.units.all()}
        unit_of: Mapping[str, str] = {}
        if one.kind is SurveyKind.REVIEW:
            people = work.people.by_ids([sheet.subject_id for sheet in sheets])
            unit_of = {person_id: person.unit_id for person_id, person in people.items()}
        by_department: dict[str, list[SurveySheet]] = {}
        for sheet in sheets:
            department = department_of(units, unit_of.get(sheet.subject_id, sheet.subject_id))
            if department in units:
                by_department.setdefault(department, []).append(sheet)
        return [
            SurveyFigure(
                one.round_id, unit_id, told.item.item_id, one.kind, one.name, one.year, told.item.group,
                told.item.text, told.answers, told.mean,
            )
            for unit_id, some in by_department.items()
            for told in department_means(some, one, self.rules(one.opened_on).items[one.kind])
        ]  # fmt: skip

    def figures(self, year: int | None = None) -> tuple[SurveyFigure, ...]:
        """What departments answered in closed rounds, of a year or of all years; the trend is drawn from it."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.summaries.survey_figures(year)

    def print_questions(
        self, round_id: str, out: Path, selection: Selection | None = None, style: PaperStyle | None = None,
        step: Step = no_step,
    ) -> PapersOutcome:  # fmt: skip
        """Print the sheets that are still out, about these people, and register them; ``DOC-471`` when none is."""
        require(self.around.actor, Action.PRINT)
        with self.around.store.reading() as work:
            one = _open_round(work, round_id)
            subjects = self._subjects(work, one, selection)
            sheets = [
                sheet
                for sheet in work.surveys.sheets(round_id)
                if sheet.subject_id in subjects and sheet.state(one.is_double) is SheetState.OUT
            ]
        rules = self.rules(one.opened_on)
        sheets.sort(key=lambda sheet: (subjects[sheet.subject_id], sheet.voice.value, sheet.code))
        agency = self.around.store.agency
        papers = [
            (
                question_paper(one, sheet, subjects[sheet.subject_id], rules, agency),
                Matter(Period(one.year, PeriodKind.YEAR), f"survey:{one.round_id}:{sheet.code}"),
            )
            for sheet in sheets
        ]
        return issue_papers(self.around, papers, out, style, step)

    def print_distribution(self, round_id: str, out: Path, style: PaperStyle | None = None) -> PapersOutcome:
        """Print who is to be handed how many sheets about whom; ``SUR-115`` in a pulse, where nobody is named."""
        require(self.around.actor, Action.PRINT)
        with self.around.store.reading() as work:
            one = _known_round(work, round_id)
            asks = work.surveys.asks(round_id)
            if not asks:
                raise UsageRefusal("SUR-115", name=one.name)
            people = work.people.by_ids(sorted({ask.rater_id for ask in asks} | {ask.subject_id for ask in asks}))
            units = {unit.unit_id: unit.name for unit in work.units.all()}
        paper = distribution_paper(one, asks, people, units, self.around.store.agency)
        matter = Matter(Period(one.year, PeriodKind.YEAR), f"survey:{one.round_id}:list")
        return issue_papers(self.around, [(paper, matter)], out, style)

    def print_results(
        self, round_id: str, out: Path, subjects: Sequence[str] = (), style: PaperStyle | None = None,
        step: Step = no_step,
    ) -> PapersOutcome:  # fmt: skip
        """Print what was said about these people or units, one sheet each; ``SUR-109`` before the round is closed."""
        require(self.around.actor, Action.PRINT)
        board = self._closed(round_id)
        period = Period(board.round.year, PeriodKind.YEAR)
        papers = []
        for line in board.lines:
            if line.result is None or (subjects and line.subject_id not in subjects):
                continue
            matter = Matter(period, f"survey:{round_id}:{line.subject_id}", line.subject_id if line.nip else "")
            papers.append((self._result(board, line), matter))
        return issue_papers(self.around, papers, out, style, step)

    def preview_result(self, round_id: str, subject_id: str, style: PaperStyle | None = None) -> bytes:
        """The result sheet of one person or unit as PDF for the screen (``SUR-109``)."""
        board = self._closed(round_id)
        line = next((one for one in board.lines if one.subject_id == subject_id), None)
        if line is None:
            raise UsageRefusal("SUR-110", sheet=subject_id)
        return preview_paper(self.around, self._result(board, line), style)

    def _closed(self, round_id: str) -> SurveyBoard:
        board = self.board(round_id)
        if board.round.state is not RoundState.CLOSED:
            raise UsageRefusal("SUR-109", name=board.round.name)
        return board

    def _result(self, board: SurveyBoard, line: SubjectLine) -> OfficePaper:
        assert line.result is not None
        return result_paper(
            board.round, line.name, line.nip, line.unit_name, line.result, line.before, self.around.store.agency
        )

    def _subjects(self, work: Work, one: SurveyRound, selection: Selection | None) -> Mapping[str, str]:
        people: Sequence[Person] = chosen_people(work, selection or Selection())
        if one.kind is SurveyKind.REVIEW:
            return {person.person_id: person.full_name for person in people}
        units = {unit.unit_id: unit.name for unit in work.units.all()}
        return {person.unit_id: units.get(person.unit_id, "") for person in people if person.unit_id}


def _known_round(work: Work, round_id: str) -> SurveyRound:
    one = work.surveys.round(round_id)
    if one is None:
        raise UsageRefusal("SUR-112")
    return one


def _open_round(work: Work, round_id: str) -> SurveyRound:
    one = _known_round(work, round_id)
    if one.state is RoundState.CLOSED:
        raise UsageRefusal("SUR-111", name=one.name)
    return one


def _sheet_of(known: Mapping[str, SurveySheet], code: str) -> SurveySheet:
    read = read_code(code)
    sheet = known.get(read)
    if sheet is None:
        raise UsageRefusal("SUR-110", sheet=read)
    return sheet


def _fresh_codes(taken: set[str]) -> Iterator[str]:
    while True:
        code = sheet_code(secrets.token_bytes(CODE_SIGNS))
        if code not in taken:
            taken.add(code)
            yield code


def _by_subject(sheets: Iterable[SurveySheet]) -> dict[str, list[SurveySheet]]:
    found: dict[str, list[SurveySheet]] = {}
    for sheet in sheets:
        found.setdefault(sheet.subject_id, []).append(sheet)
    return found


def _lacking(one: SurveyRound, sheets: Mapping[str, Sequence[SurveySheet]]) -> Mapping[str, list[Shortage]]:
    """Where fewer were asked than are shown: read off the sheets, as the plan made them."""
    short: dict[str, list[Shortage]] = {}
    for subject, some in sheets.items():
        made = Counter(sheet.voice for sheet in some)
        wanted = {Voice.SUPERIOR: 1, Voice.PEER: one.peers}
        if made[Voice.SUBORDINATE]:
            wanted[Voice.SUBORDINATE] = one.subordinates
        for voice, number in wanted.items():
            if made[voice] < number:
                short.setdefault(subject, []).append(Shortage(subject, voice, made[voice], number))
    return short


def _differing(sheet: SurveySheet) -> tuple[str, ...]:
    if not sheet.second:
        return ()
    ids = dict.fromkeys((*sheet.first, *sheet.second))
    return tuple(item for item in ids if sheet.first.get(item) != sheet.second.get(item))


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of keyed sheets: where its headings stand, and its rows as they are read."""

    sheet: GivenSheet
    heading_row: int
    code: int
    remark: int | None
    items: Mapping[int, str]

    @classmethod
    def of(cls, sheet: GivenSheet, item_ids: Sequence[str]) -> _Table:
        for place, cells in enumerate(sheet.rows[:20]):
            heads = [str(cell).strip().upper() if cell is not None else "" for cell in cells]
            if CODE_COLUMN in heads:
                items = {at: head for at, head in enumerate(heads) if head in item_ids}
                if not items:
                    raise UsageRefusal("SUR-113", heading=item_ids[0])
                remark = heads.index(REMARK_COLUMN) if REMARK_COLUMN in heads else None
                return cls(sheet, place, heads.index(CODE_COLUMN), remark, items)
        raise UsageRefusal("SUR-113", heading=CODE_COLUMN)

    def rows(self) -> Iterable[tuple[int, Sequence[object]]]:
        """The rows in which something was keyed, with their number as the clerk counts; others are still out."""
        for place, cells in enumerate(self.sheet.rows[self.heading_row + 1 :], self.heading_row + 2):
            if any(_cell(cells, at) for at in self.items) or (self.remark is not None and _cell(cells, self.remark)):
                yield place, cells

    def read(self, cells: Sequence[object]) -> tuple[str, Mapping[str, int], str]:
        """Code, answers and remark of a row; ``SUR-116`` when an answer is no whole number."""
        answers = {}
        for at, item_id in self.items.items():
            said = _cell(cells, at)
            if not said:
                continue
            if not said.isascii() or not said.isdigit():
                raise UsageRefusal("SUR-116", item=item_id, answer=said[:20])
            answers[item_id] = int(said[:6])
        return _cell(cells, self.code), answers, _cell(cells, self.remark) if self.remark is not None else ""


def _cell(cells: Sequence[object], at: int) -> str:
    if at >= len(cells) or cells[at] is None:
        return ""
    said = cells[at]
    if isinstance(said, float) and said.is_integer():
        said = int(said)
    return str(said).strip()
