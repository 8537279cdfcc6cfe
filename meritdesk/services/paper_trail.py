"""Papers on their way, read for everybody who asks: the desk that hands them out, the scanner, the verifier.

The history of a paper is its entries together with the days that the clocks of the D forms and the plans keep already,
so that both never say two things.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from meritdesk.core.circulation import (
    DayHome,
    KeptDays,
    PaperCase,
    PaperEntry,
    PaperStage,
    PaperState,
    PaperStep,
    next_step,
    state_of,
    whole_history,
)
from meritdesk.core.deadlines import ProcessDates
from meritdesk.core.documents import DOCUMENT_FORMS, PLAN_FORMS, Form, PaperStanding, SignerRole
from meritdesk.core.duties import Party
from meritdesk.core.lines import TrackedPaper
from meritdesk.core.signing_order import FormSigning
from meritdesk.services.ports import Surroundings, Work

ProcessKey = tuple[str, Form, int]


@dataclass(frozen=True, slots=True)
class PaperView:
    """One paper with its whole history, how it stands, and what is to be done next."""

    paper: TrackedPaper
    entries: tuple[PaperEntry, ...]
    state: PaperState
    signing: FormSigning
    standing: PaperStanding
    own_entries: int

    @property
    def next_step(self) -> PaperStep:
        """What is to be done next with it."""
        return next_step(self.state, self.signing, self.standing)

    def case(self, today: date) -> PaperCase:
        """The paper as the machine of moves judges it."""
        return PaperCase(self.paper.number, self.state, self.signing, self.standing, today)


@dataclass(slots=True)
class PaperTrail:
    """Papers read together; what the D forms and the plans keep of them is read once."""

    around: Surroundings
    papers: Sequence[TrackedPaper]
    entries: Mapping[str, tuple[PaperEntry, ...]]
    processes: Mapping[ProcessKey, ProcessDates]
    replaced: frozenset[str] = frozenset()
    _taken: Mapping[tuple[str, int], frozenset[DayHome]] = field(default_factory=dict)
    _signings: dict[tuple[object, int], FormSigning] = field(default_factory=dict)

    @classmethod
    def gather(
        cls, around: Surroundings, work: Work, papers: Sequence[TrackedPaper], replaced: Iterable[str] = ()
    ) -> PaperTrail:
        """Read what these papers need; ``replaced`` are papers known to show something that no longer stands."""
        entries = work.circulation.entries(paper.number for paper in papers)
        evaluations = {paper.record_id for paper in papers if paper.form in DOCUMENT_FORMS}
        processes = work.processes.of_evaluations(sorted(evaluations)) if evaluations else ()
        return cls(
            around,
            papers,
            entries,
            {process.key: process for process in processes},
            frozenset(replaced),
            work.circulation.homes(paper.number for paper in papers),
        )

    def views(self) -> tuple[PaperView, ...]:
        """All papers, in the order given."""
        return tuple(self.view(paper) for paper in self.papers)

    def view(self, paper: TrackedPaper) -> PaperView:
        """One paper with its history."""
        own = self.entries.get(paper.document_id, ())
        history = whole_history(own, self._kept(paper), paper.document_id, paper.printed_on, is_newest=paper.is_newest)
        history = tuple(_with_holder(one, paper) for one in history)
        return PaperView(
            paper=paper,
            entries=history,
            state=state_of(history, paper.printed_on),
            signing=self._signing(paper),
            standing=self.standing(paper),
            own_entries=max((one.place for one in own), default=0),
        )

    def standing(self, paper: TrackedPaper) -> PaperStanding:
        """Whether a paper counts: cancelled goes before replaced, replaced before draft."""
        if paper.cancelled_on is not None:
            return PaperStanding.CANCELLED
        if paper.current_version != paper.version or paper.document_id in self.replaced:
            return PaperStanding.REPLACED
        return paper.printed_as

    def process(self, paper: TrackedPaper) -> ProcessDates | None:
        """The days of the evaluation document that a paper is a copy of; nothing for other forms."""
        if not isinstance(paper.form, Form):
            return None
        return self.processes.get((paper.record_id, paper.form, paper.version))

    def _kept(self, paper: TrackedPaper) -> KeptDays:
        taken = self._taken.get((paper.number, paper.version), frozenset())
        if paper.form in PLAN_FORMS:
            homes = (DayHome.RATEE_SIGNED_ON, DayHome.RATER_SIGNED_ON)
            days = {home: day for home, day in zip(homes, paper.plan_days, strict=True) if day is not None}
            return KeptDays(days, taken=taken)
        process = self.process(paper)
        if process is None:
            return KeptDays({})
        handed_over = process.reached_ratee_on if process.handed_over_on is None else process.handed_over_on
        named = (
            (DayHome.SIGNED_ON, process.signed_on),
            (DayHome.HANDED_OVER_ON, handed_over),
            (DayHome.RETURNED_ON, process.returned_on),
        )
        first = SignerRole.SUPERIOR if process.signed_by is Party.SUPERIOR else SignerRole.RATER
        return KeptDays({home: day for home, day in named if day is not None}, first, taken)

    def _signing(self, paper: TrackedPaper) -> FormSigning:
        key = (paper.form, paper.period.year)
        if key not in self._signings:
            self._signings[key] = (
                self.around.rulebook.signing_order(paper.period.last_day).of(paper.form)
                if isinstance(paper.form, Form)
                else FormSigning((), is_strict=False, source="")
            )
        return self._signings[key]


def _with_holder(entry: PaperEntry, paper: TrackedPaper) -> PaperEntry:
    """A paper that was handed over by the clocks alone is with the employee, and he signed it himself."""
    if entry.entered_at is not None:
        return entry
    if entry.stage is PaperStage.AT_EMPLOYEE:
        entry = replace(entry, holder_id=paper.person_id, holder=paper.name)
    if entry.signed is SignerRole.RATEE:
        entry = replace(entry, signer_id=paper.person_id, signer=paper.name)
    return entry


def cancelled_among(work: Work, document_ids: Iterable[str]) -> frozenset[str]:
    """Which of these papers the office has cancelled: void paper is never taken for one that need not be printed."""
    papers = work.circulation.of_ids(one for one in document_ids if one)
    return frozenset(paper.document_id for paper in papers if paper.cancelled_on is not None)
