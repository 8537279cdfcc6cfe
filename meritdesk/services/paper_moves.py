"""Papers given out, signed, taken back and scanned: what every room does alike with the copies it holds in its hands.

The days of a D form and of a plan are entered where they are kept (the clocks, the plan); the entry of the paper only
points there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from meritdesk.core.circulation import (
    OUT_OF_FORCE,
    ROLE_AT,
    DayHome,
    PaperCase,
    PaperEntry,
    PaperStage,
    PaperState,
    check_move,
    check_signature,
    state_of,
)
from meritdesk.core.deadlines import ProcessDates, check_days
from meritdesk.core.documents import DOCUMENT_FORMS, PLAN_FORMS, Form, PaperStanding, SignerRole
from meritdesk.core.duties import Party
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Reason
from meritdesk.core.journal import Changes
from meritdesk.core.people import Person
from meritdesk.core.plan import PerformancePlan
from meritdesk.core.plan_signing import Signer, signed
from meritdesk.core.signers import Capacity, SignerRegister
from meritdesk.services.changes import Blocked
from meritdesk.services.paper_trail import PaperTrail, PaperView
from meritdesk.services.ports import Surroundings, Work
from meritdesk.services.signing import signer_register


@dataclass(frozen=True, slots=True)
class Remark:
    """Something odd about a paper that went on all the same."""

    number: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class MoveOutcome:
    """What came of a move of many papers; ``asked`` is the sum of moved, same and refused."""

    asked: int
    moved: tuple[str, ...]
    same: int
    refused: tuple[Blocked, ...]
    remarks: tuple[Remark, ...] = ()
    changes: Changes = field(default_factory=Changes)


@dataclass(slots=True)
class PaperInHand:
    """One paper while things happen to it: the entries added now count for what follows."""

    view: PaperView
    history: list[PaperEntry]
    added: list[PaperEntry] = field(default_factory=list)

    @property
    def state(self) -> PaperState:
        """How it stands now."""
        return state_of(self.history, self.view.paper.printed_on)

    def case(self, today: date) -> PaperCase:
        """As the machine of moves judges it now."""
        return replace(self.view.case(today), state=self.state)


@dataclass(slots=True)
class PaperMover:
    """Moves the papers of one work; nothing is written before ``write``."""

    around: Surroundings
    work: Work
    trail: PaperTrail
    signers: SignerRegister
    people: Mapping[str, Person]
    entries: list[PaperEntry] = field(default_factory=list)
    processes: dict[tuple[str, object, int], ProcessDates] = field(default_factory=dict)
    plans: dict[str, PerformancePlan] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)

    @classmethod
    def gather(
        cls, around: Surroundings, work: Work, document_ids: Iterable[str], replaced: Iterable[str] = ()
    ) -> PaperMover:
        """Read what moving these papers needs; ``replaced`` are those known to show what no longer stands."""
        trail = PaperTrail.gather(around, work, work.circulation.of_ids(document_ids), replaced)
        signers = signer_register(work)
        return cls(around, work, trail, signers, {one.person_id: one for one in signers.people})

    @property
    def today(self) -> date:
        """The day on which the desk works."""
        return self.around.clock().date()

    def each(self, document_ids: Sequence[str], act: Callable[[PaperInHand], None]) -> MoveOutcome:
        """Do something to each paper; who cannot be moved is listed with the reason and stays as he was."""
        known = {paper.document_id: paper for paper in self.trail.papers}
        moved, refused, same = [], [], 0
        asked = tuple(dict.fromkeys(document_ids))
        for document_id in asked:
            paper = known.get(document_id)
            if paper is None:
                refused.append(Blocked("", "", "DOC-600", {"number": document_id}))
                continue
            view = self.trail.view(paper)
            hand = PaperInHand(view, list(view.entries))
            key = (paper.record_id, paper.form, paper.version)
            kept = (self.processes.get(key), self.plans.get(paper.record_id), len(self.remarks))
            try:
                act(hand)
            except UsageRefusal as why:
                # What a refused paper left behind is taken back; nothing else was touched.
                _put_back(self.processes, key, kept[0])
                _put_back(self.plans, paper.record_id, kept[1])
                del self.remarks[kept[2] :]
                refused.append(Blocked(paper.nip, paper.name, why.code, {"number": paper.number, **why.facts}))
                continue
            if hand.added:
                self.entries += hand.added
                moved.append(document_id)
            else:
                same += 1
        return MoveOutcome(len(asked), tuple(moved), same, tuple(refused), tuple(self.remarks))

    def write(self) -> None:
        """Put the entries into the work, and the days where they are kept."""
        self.work.circulation.add(self.entries)
        self.work.processes.save(list(self.processes.values()))
        self.work.plans.save(list(self.plans.values()))

    # What can happen to a paper

    def move(self, hand: PaperInHand, stage: PaperStage, on: date, holder: str = "", reason: str = "") -> None:
        """The paper goes somewhere."""
        state = hand.state
        name = holder.strip()
        if stage is state.stage and (not name or name in (state.holder, state.holder_id)):
            return
        if stage is state.stage and stage.is_out:
            # Another pair of hands at the same place.
            self._remark(hand, check_move(replace(hand.case(self.today), state=_laid_down(state)), stage, on, reason))
        else:
            self._remark(hand, check_move(hand.case(self.today), stage, on, reason))
        person = self._holder(hand, stage, name)
        home = self._home_of_hand_over(hand, on) if stage is PaperStage.AT_EMPLOYEE else None
        self._add(
            hand,
            PaperEntry(
                hand.view.paper.document_id, 0, on, stage,
                holder_id=person.person_id if person else "",
                holder=person.full_name if person else name,
                home=home, reason=reason.strip(),
            ),
        )  # fmt: skip

    def sign(self, hand: PaperInHand, role: SignerRole, on: date, signer_id: str = "", reason: str = "") -> None:
        """Somebody signed the paper; who types this is not the one who signs."""
        self._remark(hand, check_signature(hand.case(self.today), role, on, reason))
        signer, capacity = self._signer(hand, role, on, signer_id)
        home = self._home_of_signature(hand, role, on)
        self._add(hand, self._signature(hand, role, on, signer, capacity, home, reason))

    def bring_back(
        self, hand: PaperInHand, on: date, is_signed: bool = True, signed_on: date | None = None, reason: str = ""
    ) -> None:
        """The paper comes back to the desk, signed by whoever had it unless it is said not to be.

        What was replaced or cancelled meanwhile is kept apart: its signature counts for nothing.
        """
        state, view = hand.state, hand.view
        if view.standing in OUT_OF_FORCE:
            self.withdraw(hand, on, reason)
            return
        if state.stage is PaperStage.RETURNED:
            return
        role = ROLE_AT.get(state.stage)
        signs = (
            is_signed
            and role is not None
            and role in view.signing.steps
            and not state.has_signed(role)
            and view.standing is not PaperStanding.DRAFT
        )
        if signs and role is SignerRole.RATEE and view.paper.form in DOCUMENT_FORMS:
            # The ratee signs and returns: for the clocks that is one day.
            self._remark(hand, check_signature(hand.case(self.today), role, on, reason))
            check_move(hand.case(self.today), PaperStage.RETURNED, on, reason)
            signer, capacity = self._signer(hand, role, on, "")
            entry = self._signature(hand, role, on, signer, capacity, None, reason)
            self._add(hand, replace(entry, stage=PaperStage.RETURNED, home=self._home_of_return(hand, on)))
            return
        if signs and role is not None:
            self.sign(hand, role, signed_on or on, reason=reason)
        check_move(hand.case(self.today), PaperStage.RETURNED, on, reason)
        home = None
        if role is SignerRole.RATEE and hand.state.has_signed(role):
            home = self._home_of_return(hand, on)
        document_id = view.paper.document_id
        self._add(hand, PaperEntry(document_id, 0, on, PaperStage.RETURNED, home=home, reason=reason.strip()))

    def withdraw(self, hand: PaperInHand, on: date, reason: str = "") -> None:
        """The paper is taken out of circulation for good."""
        if hand.state.stage is PaperStage.WITHDRAWN:
            return
        check_move(hand.case(self.today), PaperStage.WITHDRAWN, on, reason)
        self._add(hand, PaperEntry(hand.view.paper.document_id, 0, on, PaperStage.WITHDRAWN, reason=reason.strip()))
        if hand.view.standing in OUT_OF_FORCE:
            facts = {"number": hand.view.paper.number, "standing": f"PAPERSTANDING:{hand.view.standing.name}"}
            self._remark(hand, (Reason("DOC-598", "", facts),))

    def scan(self, hand: PaperInHand, on: date) -> None:
        """The signed paper lies in the scanner: it is back, it bears its signatures, and its picture is filed.

        Signatures that nobody had noted are noted now; the day of the ratee is the day of the return, earlier ones stay
        unknown until somebody reads them off the paper.
        """
        view = hand.view
        if view.standing in OUT_OF_FORCE:
            self.withdraw(hand, on)
            return
        if hand.state.stage is PaperStage.SCANNED:
            return
        if view.standing is not PaperStanding.DRAFT:
            self._note_unseen(hand, on)
        if hand.state.stage is not PaperStage.RETURNED:
            check_move(hand.case(self.today), PaperStage.RETURNED, on)
            home = self._home_of_return(hand, on) if view.signing.steps else None
            self._add(hand, PaperEntry(view.paper.document_id, 0, on, PaperStage.RETURNED, home=home))
        check_move(hand.case(self.today), PaperStage.SCANNED, on)
        self._add(hand, PaperEntry(view.paper.document_id, 0, on, PaperStage.SCANNED))

    # Where days are kept

    def _note_unseen(self, hand: PaperInHand, on: date) -> None:
        paper, state = hand.view.paper, hand.state
        for role in hand.view.signing.steps:
            if state.has_signed(role):
                continue
            home: DayHome | None = None
            if paper.form in PLAN_FORMS:
                home = DayHome.RATEE_SIGNED_ON if role is SignerRole.RATEE else DayHome.RATER_SIGNED_ON
            elif paper.form in DOCUMENT_FORMS and role is first_signer(paper.form):
                home = DayHome.SIGNED_ON
            elif paper.form in DOCUMENT_FORMS and role is SignerRole.RATEE:
                continue  # noted with the return
            signer = self.people.get(self._expected(hand, role))
            self._add(hand, self._signature(hand, role, None, signer, Capacity.DEFINITIVE, home, ""))
            facts = {"number": paper.number, "role": f"SIGNERROLE:{role.name}"}
            self._remark(hand, (Reason("DOC-599", "", facts),))
        if paper.form in DOCUMENT_FORMS and not hand.state.has_signed(SignerRole.RATEE):
            signer = self.people.get(paper.person_id)
            if hand.state.stage is PaperStage.RETURNED:
                self._add(hand, self._signature(hand, SignerRole.RATEE, on, signer, Capacity.DEFINITIVE, None, ""))
                return
            entry = self._signature(hand, SignerRole.RATEE, on, signer, Capacity.DEFINITIVE, None, "")
            check_move(hand.case(self.today), PaperStage.RETURNED, on)
            self._add(hand, replace(entry, stage=PaperStage.RETURNED, home=self._home_of_return(hand, on)))

    def _process(self, hand: PaperInHand) -> ProcessDates | None:
        """The days of the evaluation document in hand; nothing for other forms and for what no longer counts."""
        paper = hand.view.paper
        if paper.form not in DOCUMENT_FORMS or hand.view.standing is not PaperStanding.CURRENT:
            return None
        assert isinstance(paper.form, Form)
        key = (paper.record_id, paper.form, paper.version)
        usual = Party.RATER if paper.form is Form.D_1_1 else Party.SUPERIOR
        return (
            self.processes.get(key)
            or self.trail.processes.get(key)
            or ProcessDates(paper.record_id, paper.form, paper.version, signed_by=usual)
        )

    def _home_of_hand_over(self, hand: PaperInHand, on: date) -> DayHome | None:
        """On D.1.1 and D.1.2 the day on which the signed paper reaches the ratee is the day of handing over."""
        paper = hand.view.paper
        process = self._process(hand)
        if process is None or paper.form is Form.D_1_3 or not hand.state.has_signed(first_signer(paper.form)):
            return None
        if process.handed_over_on not in (None, on):
            return None
        self._keep(replace(process, handed_over_on=on))
        return DayHome.HANDED_OVER_ON

    def _home_of_return(self, hand: PaperInHand, on: date) -> DayHome | None:
        process = self._process(hand)
        if process is None or process.returned_on not in (None, on):
            return None
        self._keep(replace(process, returned_on=on))
        return DayHome.RETURNED_ON

    def _home_of_signature(self, hand: PaperInHand, role: SignerRole, on: date) -> DayHome | None:
        paper = hand.view.paper
        process = self._process(hand)
        if process is not None and role is first_signer(paper.form):
            by = Party.RATER if role is SignerRole.RATER else Party.SUPERIOR
            self._keep(replace(process, signed_on=on, signed_by=by))
            return DayHome.SIGNED_ON
        if paper.form not in PLAN_FORMS:
            return None
        plan = self.plans.get(paper.record_id) or next(iter(self.work.plans.by_ids([paper.record_id])), None)
        if plan is None or plan.version != paper.version:
            return None
        is_ratee = role is SignerRole.RATEE
        self.plans[plan.plan_id] = signed(plan, Signer.RATEE if is_ratee else Signer.RATER, on, self.today)
        return DayHome.RATEE_SIGNED_ON if is_ratee else DayHome.RATER_SIGNED_ON

    def _keep(self, process: ProcessDates) -> None:
        check_days(process, self.today)
        self.processes[process.key] = process

    # Who holds and who signs

    def _expected(self, hand: PaperInHand, role: SignerRole) -> str:
        """Whose signature stands in a place of the form: the person printed there."""
        paper = hand.view.paper
        if role is SignerRole.RATEE:
            return paper.person_id
        if role is SignerRole.RATER:
            return paper.rater_id
        if role is SignerRole.SUPERIOR:
            return paper.evaluator_id if paper.form is Form.D_1_2 else paper.superior_id
        return ""

    def _signer(self, hand: PaperInHand, role: SignerRole, on: date, signer_id: str) -> tuple[Person | None, Capacity]:
        """Who signed, in which capacity.

        Refused: ``DOC-590`` another than the one printed there (whoever types for him is a proxy and never signs),
        ``DOC-591`` his Plt. or Plh., who signs on a line of his own, ``DOC-601`` nobody is known there.
        """
        paper = hand.view.paper
        expected = self._expected(hand, role)
        if role is SignerRole.OTHER:
            return self.people.get(signer_id), Capacity.DEFINITIVE
        if expected not in self.people:
            raise UsageRefusal("DOC-601", number=paper.number, role=f"SIGNERROLE:{role.name}")
        printed = self.people[expected]
        if signer_id and signer_id != expected:
            other = self.people.get(signer_id)
            facts = {"name": other.full_name if other else signer_id, "printed": printed.full_name}
            line = self.signers.acts_for(signer_id, expected, on)
            if line is not None:
                raise UsageRefusal("DOC-591", capacity=f"CAPACITY:{line.capacity.name}", title=line.title, **facts)
            raise UsageRefusal("DOC-590", **facts)
        line = (
            None
            if role is SignerRole.RATEE
            else self.signers.acting_line(expected, paper.led_unit_id or paper.unit_id, on)
        )
        return printed, line.capacity if line is not None else Capacity.DEFINITIVE

    def _holder(self, hand: PaperInHand, stage: PaperStage, name: str) -> Person | None:
        if name:
            return next((one for one in self.people.values() if name in (one.nip, one.person_id)), None)
        role = ROLE_AT.get(stage)
        return self.people.get(self._expected(hand, role)) if role is not None else None

    def _signature(
        self,
        hand: PaperInHand,
        role: SignerRole,
        on: date | None,
        signer: Person | None,
        capacity: Capacity,
        home: DayHome | None,
        reason: str,
    ) -> PaperEntry:
        return PaperEntry(
            hand.view.paper.document_id, 0, on,
            signed=role,
            signer_id=signer.person_id if signer else "",
            signer=signer.full_name if signer else "",
            capacity=capacity, home=home, reason=reason.strip(),
        )  # fmt: skip

    def _add(self, hand: PaperInHand, entry: PaperEntry) -> None:
        place = hand.view.own_entries + len(hand.added) + 1
        entry = replace(entry, place=place, entered_at=self.around.clock(), entered_by=self.around.actor.name)
        hand.added.append(entry)
        hand.history.append(entry)

    def _remark(self, hand: PaperInHand, reasons: Iterable[Reason]) -> None:
        self.remarks += [Remark(hand.view.paper.number, reason) for reason in reasons]


def mark_returned(
    around: Surroundings,
    work: Work,
    document_ids: Sequence[str],
    on: date,
    is_scanned: bool = True,
    replaced: Iterable[str] = (),
) -> MoveOutcome:
    """Papers that came back signed, by the scanner or by hand, inside a work of somebody else who commits it.

    Scanned papers are marked scanned too. Papers replaced or cancelled meanwhile are kept apart and remarked; whoever
    cannot be marked is listed with the reason. ``replaced`` names papers that the caller knows to be out of date,
    beyond those whose record has a newer version. On D forms this is the day on which the ratee returned the document.
    """
    mover = PaperMover.gather(around, work, document_ids, replaced)
    outcome = mover.each(document_ids, lambda hand: mover.scan(hand, on) if is_scanned else mover.bring_back(hand, on))
    mover.write()
    return outcome


def _put_back(kept: dict[Any, Any], key: object, before: object) -> None:
    if before is None:
        kept.pop(key, None)
    else:
        kept[key] = before


def first_signer(form: object) -> SignerRole:
    """Whose day is the day of signing of a D form for the clocks: the rater's, on D.1.2 and D.1.3 the superior's."""
    return SignerRole.RATER if form is Form.D_1_1 else SignerRole.SUPERIOR


def _laid_down(state: PaperState) -> PaperState:
    return replace(state, stage=PaperStage.PRINTED)
