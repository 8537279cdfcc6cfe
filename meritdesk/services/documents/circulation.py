"""Papers in circulation: what is out, with whom and how long; given out, signed and brought back in bulk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.circulation import OUT_OF_FORCE, OUT_STAGES, PaperStage, PaperStep
from meritdesk.core.deadlines import Deadline, DeadlineState
from meritdesk.core.documents import PaperStyle, SignerRole
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.lines import TrackedPaper
from meritdesk.core.marks import mark_read, parse_mark
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.services.changes import Step, no_step
from meritdesk.services.clocks import office_calendar
from meritdesk.services.documents.call_back import call_back_sheets
from meritdesk.services.documents.reprinting import ReprintOutcome, reprinted
from meritdesk.services.documents.verifying import out_of_date
from meritdesk.services.office_papers import PapersOutcome, issue_papers
from meritdesk.services.paper_clocks import PaperClocks
from meritdesk.services.paper_moves import MoveOutcome, PaperInHand, PaperMover
from meritdesk.services.paper_trail import PaperTrail, PaperView
from meritdesk.services.ports import Surroundings, Work


@dataclass(frozen=True, slots=True)
class CirculationQuery:
    """Which papers are wanted: of a year, where they are, whose unit, with whom, of which forms.

    ``unit_ids`` limits to people of these units; ``holder`` is part of a name; ``search`` looks in number, name, NIP
    and holder. ``only_overdue`` keeps what is past a limit of the year, ``only_recalled`` what was replaced or
    cancelled while it was out.
    """

    year: int
    stages: frozenset[PaperStage] = OUT_STAGES
    unit_ids: tuple[str, ...] = ()
    holder: str = ""
    forms: tuple[str, ...] = ()
    search: str = ""
    only_overdue: bool = False
    only_recalled: bool = False


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One paper of the list: where it is, for how many working days, and the limit that presses, if one does."""

    view: PaperView
    unit_name: str
    days: int | None
    deadline: Deadline | None
    next_step: PaperStep

    @property
    def is_overdue(self) -> bool:
        """Whether a limit of the regulation has passed while the paper is where it is."""
        return self.deadline is not None and self.deadline.state is DeadlineState.LATE

    @property
    def is_recalled(self) -> bool:
        """Whether the paper is out although it was replaced or cancelled."""
        return self.view.state.stage.is_out and self.view.standing in OUT_OF_FORCE


@dataclass(frozen=True, slots=True)
class CirculationBoard:
    """The papers that a query keeps, those longest out first, with the numbers of the whole year beside them."""

    year: int
    today: date
    lines: tuple[PaperLine, ...]
    stages: Mapping[PaperStage, int]
    holders: tuple[tuple[str, int], ...]
    units: tuple[tuple[str, str], ...]
    overdue: int
    recalled: int


@dataclass(frozen=True, slots=True)
class Circulation:
    """Verbs of the papers that go round."""

    around: Surroundings

    def board(self, query: CirculationQuery) -> CirculationBoard:
        """What is out, with whom and how long."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            lines = self._lines(work, work.circulation.of_year(query.year))
        wanted = [line for line in lines if _is_wanted(line, query)]
        wanted.sort(key=lambda one: (not one.is_recalled, not one.is_overdue, -(one.days or 0), one.view.paper.number))
        out = [line for line in lines if line.view.state.stage.is_out]
        held = Counter(line.view.state.holder for line in out if line.view.state.holder)
        units = {line.view.paper.unit_id: line.unit_name for line in lines if line.unit_name}
        return CirculationBoard(
            year=query.year,
            today=self.around.clock().date(),
            lines=tuple(wanted),
            stages=Counter(line.view.state.stage for line in lines),
            holders=tuple(sorted(held.items(), key=lambda one: (-one[1], one[0]))),
            units=tuple(sorted(units.items(), key=lambda one: one[1])),
            overdue=sum(line.is_overdue for line in out),
            recalled=sum(line.is_recalled for line in out),
        )

    def find(self, text: str) -> PaperLine:
        """The paper that a QR text or a typed number means; of a number the newest copy. ``DOC-600`` when unknown.

        Here the finding counts the people printed on the sheet too, not only the version of its record.
        """
        require(self.around.actor, Action.READ)
        typed = text.strip()
        mark = parse_mark(mark_read(typed, self.around.store.agency.is_practice))
        with self.around.store.reading() as work:
            papers = work.circulation.of_numbers([mark.number if mark else typed.upper()])
            if mark is not None:
                papers = tuple(
                    one
                    for one in papers
                    if (one.version, one.copy) == (mark.version, mark.copy) and mark.fits(one.record_digest)
                )
            if not papers:
                raise UsageRefusal("DOC-600", number=typed)
            newest = max(papers, key=lambda one: (one.version, one.copy))
            return self._lines(work, [newest], out_of_date(self.around, work, [newest.document_id]))[0]

    def move(
        self, document_ids: Sequence[str], stage: PaperStage, on: date | None = None, holder: str = "", reason: str = ""
    ) -> MoveOutcome:
        """Give papers to somebody, or note them as lost or withdrawn; ``holder`` where it is not the one printed there.

        Who cannot be moved is listed with the reason; a single paper is refused outright (``DOC-580`` to ``DOC-586``).
        """
        if stage is PaperStage.RETURNED:
            return self.bring_back(document_ids, on, reason=reason)
        if stage is PaperStage.SCANNED:
            return self.note_scanned(document_ids, on)
        day = on or self.around.clock().date()
        return self._each(
            "move", document_ids, reason, lambda mover, hand: mover.move(hand, stage, day, holder, reason)
        )

    def sign(
        self,
        document_ids: Sequence[str],
        role: SignerRole,
        on: date | None = None,
        signer_nip: str = "",
        reason: str = "",
    ) -> MoveOutcome:
        """Note that papers were signed: by the person printed there, never by whoever types it (``DOC-590``, 591)."""
        day = on or self.around.clock().date()

        def sign(mover: PaperMover, hand: PaperInHand) -> None:
            named = (one for one in mover.people.values() if signer_nip in (one.nip, one.person_id))
            signer = next(named, None) if signer_nip else None
            if signer_nip and signer is None:
                raise UsageRefusal("USE-102", nip=signer_nip)
            mover.sign(hand, role, day, signer.person_id if signer else "", reason)

        return self._each("sign", document_ids, reason, sign)

    def bring_back(
        self,
        document_ids: Sequence[str],
        on: date | None = None,
        is_signed: bool = True,
        signed_on: date | None = None,
        reason: str = "",
    ) -> MoveOutcome:
        """Papers came back to the desk, signed by whoever had them unless it is said not to be."""
        day = on or self.around.clock().date()
        return self._each(
            "bring_back",
            document_ids,
            reason,
            lambda mover, hand: mover.bring_back(hand, day, is_signed, signed_on, reason),
        )

    def note_scanned(self, document_ids: Sequence[str], on: date | None = None) -> MoveOutcome:
        """Papers lie signed in the scanner: back, signed by everybody, filed."""
        day = on or self.around.clock().date()
        return self._each("note_scanned", document_ids, "", lambda mover, hand: mover.scan(hand, day))

    def print_call_back(
        self, year: int, out: Path, holder: str = "", style: PaperStyle | None = None, step: Step = no_step
    ) -> PapersOutcome:
        """One sheet for every holder of papers that no longer stand, to fetch them with; ``DOC-607`` for none."""
        board = self.board(CirculationQuery(year, holder=holder, only_recalled=True))
        if not board.lines:
            raise UsageRefusal("DOC-607")
        with self.around.store.reading() as work:
            sheets = call_back_sheets(self.around, work, board.lines, Period(year, PeriodKind.YEAR), board.today)
        return issue_papers(self.around, sheets, out, style, step)

    def reprint(
        self, text: str, out: Path, version: int | None = None, style: PaperStyle | None = None
    ) -> ReprintOutcome:
        """Print a paper again as it was, by number or QR; what no longer stands says ``DIGANTI`` or ``BATAL`` across.

        ``DOC-602`` unknown number or version, ``DOC-608`` what it showed is not kept any more.
        """
        require(self.around.actor, Action.PRINT)
        return reprinted(self.around, text, out, version, style)

    def _each(
        self,
        verb: str,
        document_ids: Sequence[str],
        reason: str,
        act: Callable[[PaperMover, PaperInHand], None],
    ) -> MoveOutcome:
        require(self.around.actor, Action.EDIT)
        name = f"documents.circulation.{verb}"
        with self.around.store.writing(self.around.actor, name, reason=reason) as work:
            mover = PaperMover.gather(self.around, work, document_ids, out_of_date(self.around, work, document_ids))
            outcome = mover.each(document_ids, lambda hand: act(mover, hand))
            if outcome.asked == 1 and outcome.refused:
                raise UsageRefusal(outcome.refused[0].code, **outcome.refused[0].facts)
            mover.write()
            return replace(outcome, changes=work.commit())

    def _lines(self, work: Work, papers: Sequence[TrackedPaper], replaced: Iterable[str] = ()) -> tuple[PaperLine, ...]:
        trail = PaperTrail.gather(self.around, work, papers, replaced)
        calendar = office_calendar(self.around, work)
        clocks = PaperClocks(self.around, work, calendar)
        units = {unit.unit_id: unit.name.lstrip("- ") for unit in work.units.all()}
        today = self.around.clock().date()
        found = []
        for view in trail.views():
            state = view.state
            days = calendar.between(state.since, today) if state.stage.is_out and state.since else None
            deadline = clocks.pressing(view, trail.process(view.paper))
            found.append(PaperLine(view, units.get(view.paper.unit_id, ""), days, deadline, view.next_step))
        return tuple(found)


def _is_wanted(line: PaperLine, query: CirculationQuery) -> bool:
    paper, state = line.view.paper, line.view.state
    if state.stage not in query.stages or (query.only_overdue and not line.is_overdue):
        return False
    if query.only_recalled and not line.is_recalled:
        return False
    if query.unit_ids and paper.unit_id not in query.unit_ids:
        return False
    if query.forms and paper.form.value not in query.forms:
        return False
    if query.holder and query.holder.casefold() not in state.holder.casefold():
        return False
    words = query.search.casefold().split()
    return all(word in f"{paper.number} {paper.name} {paper.nip} {state.holder}".casefold() for word in words)
