"""The way of a paper through the hands: where it is, who has signed it, what comes next, and what cannot be.

A paper is one printed copy in the register of documents. Every move and every signature is an entry that is never
overwritten; where a paper is follows from its entries. The machine here answers what may follow; it knows no store.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from meritdesk.core.documents import PaperStanding, SignerRole
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Reason
from meritdesk.core.signers import Capacity
from meritdesk.core.signing_order import FormSigning


class PaperStage(StrEnum):
    """Where a paper is: at the desk after printing, out with somebody, back, scanned, lost, or called back for good."""

    PRINTED = "PRINTED"
    AT_RATER = "AT_RATER"
    AT_EMPLOYEE = "AT_EMPLOYEE"
    AT_SUPERIOR = "AT_SUPERIOR"
    AT_LEADER = "AT_LEADER"
    RETURNED = "RETURNED"
    SCANNED = "SCANNED"
    LOST = "LOST"
    WITHDRAWN = "WITHDRAWN"

    @property
    def is_out(self) -> bool:
        """Whether somebody outside the desk holds the paper."""
        return self in OUT_STAGES


OUT_STAGES = frozenset({PaperStage.AT_RATER, PaperStage.AT_EMPLOYEE, PaperStage.AT_SUPERIOR, PaperStage.AT_LEADER})

STAGE_OF: Mapping[SignerRole, PaperStage] = {
    SignerRole.RATEE: PaperStage.AT_EMPLOYEE,
    SignerRole.RATER: PaperStage.AT_RATER,
    SignerRole.SUPERIOR: PaperStage.AT_SUPERIOR,
    SignerRole.OTHER: PaperStage.AT_LEADER,
}
ROLE_AT: Mapping[PaperStage, SignerRole] = {stage: role for role, stage in STAGE_OF.items()}

_ELSEWHERE = {*OUT_STAGES, PaperStage.LOST, PaperStage.WITHDRAWN}
FOLLOWING: Mapping[PaperStage, frozenset[PaperStage]] = {
    PaperStage.PRINTED: frozenset(_ELSEWHERE | {PaperStage.RETURNED}),
    **{stage: frozenset((_ELSEWHERE - {stage}) | {PaperStage.RETURNED}) for stage in OUT_STAGES},
    PaperStage.RETURNED: frozenset(_ELSEWHERE | {PaperStage.SCANNED}),
    PaperStage.SCANNED: frozenset(_ELSEWHERE),
    PaperStage.LOST: frozenset((_ELSEWHERE - {PaperStage.LOST}) | {PaperStage.RETURNED}),
    PaperStage.WITHDRAWN: frozenset(),
}
"""What may follow each stage: a paper may come back although nobody typed that it went out, a lost one may turn up
again, a withdrawn one never goes anywhere."""


class DayHome(StrEnum):
    """The field in which the day of an entry stands already: the days of a D form and of a plan are kept once."""

    SIGNED_ON = "signed_on"
    HANDED_OVER_ON = "handed_over_on"
    RETURNED_ON = "returned_on"
    RATEE_SIGNED_ON = "ratee_signed_on"
    RATER_SIGNED_ON = "rater_signed_on"


class PaperStep(StrEnum):
    """What to do next with a paper."""

    TO_RATER = "TO_RATER"
    TO_EMPLOYEE = "TO_EMPLOYEE"
    TO_SUPERIOR = "TO_SUPERIOR"
    TO_LEADER = "TO_LEADER"
    BRING_BACK = "BRING_BACK"
    SCAN = "SCAN"
    CALL_BACK = "CALL_BACK"
    PRINT_AGAIN = "PRINT_AGAIN"
    KEEP_APART = "KEEP_APART"
    NOTHING = "NOTHING"


_STEP_TO = {
    SignerRole.RATER: PaperStep.TO_RATER,
    SignerRole.RATEE: PaperStep.TO_EMPLOYEE,
    SignerRole.SUPERIOR: PaperStep.TO_SUPERIOR,
    SignerRole.OTHER: PaperStep.TO_LEADER,
}


@dataclass(frozen=True, slots=True)
class PaperEntry:
    """One line in the history of a paper: it went somewhere (``stage``), or somebody signed it, or both.

    ``place`` counts from 1 within the paper; a day that only another field tells has no ``entered_at``. ``on`` is
    the day it happened and may be unknown; ``home`` names the field in which that day is kept, if not here.
    ``entered_by`` is who typed it: that is never a signature. ``reason`` says why something was done out of order.
    """

    document_id: str
    place: int
    on: date | None
    stage: PaperStage | None = None
    holder_id: str = ""
    holder: str = ""
    signed: SignerRole | None = None
    signer_id: str = ""
    signer: str = ""
    capacity: Capacity = Capacity.DEFINITIVE
    home: DayHome | None = None
    entered_at: datetime | None = None
    entered_by: str = ""
    reason: str = ""

    @property
    def day(self) -> date | None:
        """The day it happened, or was typed in where that is not known."""
        return self.on or (self.entered_at.date() if self.entered_at else None)


@dataclass(frozen=True, slots=True)
class PaperState:
    """How a paper stands after its entries: where, with whom, since when, and by whom it is signed."""

    stage: PaperStage = PaperStage.PRINTED
    holder_id: str = ""
    holder: str = ""
    since: date | None = None
    signatures: Mapping[SignerRole, PaperEntry] = field(default_factory=dict)
    entries: int = 0

    def has_signed(self, role: SignerRole) -> bool:
        """Whether a signature is noted."""
        return role in self.signatures

    def awaits(self, signing: FormSigning) -> SignerRole | None:
        """Whose signature comes next; nobody's when all are there."""
        return next((role for role in signing.steps if role not in self.signatures), None)


def state_of(entries: Iterable[PaperEntry], printed_on: date | None = None) -> PaperState:
    """How a paper stands after its entries, oldest first; without any it lies printed at the desk."""
    state = PaperState(since=printed_on)
    signatures: dict[SignerRole, PaperEntry] = {}
    count = 0
    for entry in entries:
        count += 1
        if entry.signed is not None:
            signatures.setdefault(entry.signed, entry)
        if entry.stage is not None:
            state = replace(state, stage=entry.stage, holder_id=entry.holder_id, holder=entry.holder, since=entry.day)
    return replace(state, signatures=signatures, entries=count)


def next_step(state: PaperState, signing: FormSigning, standing: PaperStanding) -> PaperStep:
    """What is to be done next: to whoever signs next, back to the desk, to the scanner, or out of circulation."""
    if standing in OUT_OF_FORCE:
        if state.stage.is_out:
            return PaperStep.CALL_BACK
        return PaperStep.NOTHING if state.stage is PaperStage.WITHDRAWN else PaperStep.KEEP_APART
    if state.stage in (PaperStage.LOST, PaperStage.WITHDRAWN):
        return PaperStep.PRINT_AGAIN
    if standing is PaperStanding.DRAFT:
        return PaperStep.BRING_BACK if state.stage.is_out else PaperStep.PRINT_AGAIN
    role = state.awaits(signing)
    if role is not None and state.stage is not STAGE_OF[role]:
        return _STEP_TO[role]
    if state.stage.is_out:
        return PaperStep.BRING_BACK
    return PaperStep.SCAN if signing.steps and state.stage is not PaperStage.SCANNED else PaperStep.NOTHING


OUT_OF_FORCE = frozenset({PaperStanding.REPLACED, PaperStanding.CANCELLED})
"""What is not to be signed any more: it is called back and kept apart, or destroyed."""


@dataclass(frozen=True, slots=True)
class PaperCase:
    """One paper as the machine judges it: its state, how its form is signed, its standing, and today."""

    number: str
    state: PaperState
    signing: FormSigning
    standing: PaperStanding
    today: date


def check_move(case: PaperCase, stage: PaperStage, on: date, reason: str = "") -> tuple[Reason, ...]:
    """Whether a paper may go somewhere on a day; answers with what is odd about it.

    Refused: ``DOC-580`` replaced or cancelled paper does not go out, ``DOC-581`` that stage cannot follow, ``DOC-582``
    a day to come, ``DOC-583`` before its last move, ``DOC-584`` out of the order of signing without a reason,
    ``DOC-586`` lost or withdrawn without a reason.
    """
    state = case.state
    told = {"number": case.number, "next": f"PAPERSTEP:{next_step(state, case.signing, case.standing).name}"}
    if case.standing in OUT_OF_FORCE and stage not in _STILL_OPEN:
        raise UsageRefusal("DOC-580", standing=f"PAPERSTANDING:{case.standing.name}", **told)
    if stage not in FOLLOWING[state.stage]:
        raise UsageRefusal("DOC-581", stage=f"PAPERSTAGE:{state.stage.name}", wanted=f"PAPERSTAGE:{stage.name}", **told)
    _check_day(case, on)
    needs_reason = stage is PaperStage.LOST or (stage is PaperStage.WITHDRAWN and case.standing not in OUT_OF_FORCE)
    if needs_reason and not reason.strip():
        raise UsageRefusal("DOC-586", wanted=f"PAPERSTAGE:{stage.name}", **told)
    role = ROLE_AT.get(stage)
    return _out_of_order(case, role, reason) if role is not None else ()


_STILL_OPEN = frozenset({PaperStage.RETURNED, PaperStage.WITHDRAWN, PaperStage.LOST})


def check_signature(case: PaperCase, role: SignerRole, on: date, reason: str = "") -> tuple[Reason, ...]:
    """Whether a signature may be noted for a day; answers with what is odd about it.

    Refused: ``DOC-580`` replaced or cancelled, ``DOC-587`` nobody signs there, ``DOC-588`` noted already, ``DOC-589`` a
    draft is not signed, ``DOC-582`` a day to come, ``DOC-584`` out of order without a reason. ``V-98`` only asks.
    """
    told = {"number": case.number, "role": f"SIGNERROLE:{role.name}"}
    if case.standing in OUT_OF_FORCE or case.state.stage is PaperStage.WITHDRAWN:
        raise UsageRefusal(
            "DOC-580",
            number=case.number,
            standing=f"PAPERSTANDING:{case.standing.name}",
            next=f"PAPERSTEP:{next_step(case.state, case.signing, case.standing).name}",
        )
    if case.standing is PaperStanding.DRAFT:
        raise UsageRefusal("DOC-589", **told)
    if role not in case.signing.steps:
        raise UsageRefusal("DOC-587", **told)
    if case.state.has_signed(role):
        raise UsageRefusal("DOC-588", **told)
    if on > case.today:
        raise UsageRefusal("DOC-582", day=on, number=case.number)
    remarks = list(_out_of_order(case, role, reason))
    earlier = case.signing.steps[: case.signing.steps.index(role)]
    days = [entry.on for step in earlier if (entry := case.state.signatures.get(step)) is not None]
    if role is SignerRole.RATEE and any(day is not None and on < day for day in days):
        remarks.append(Reason("V-98", "6/2022 hlm. 114", {}))
    return tuple(remarks)


def _out_of_order(case: PaperCase, role: SignerRole, reason: str) -> tuple[Reason, ...]:
    """Refused or remarked where somebody else has to sign first; no matter where the form knows no order."""
    steps = case.signing.steps
    before = steps[: steps.index(role)] if role in steps else steps
    missing = [one for one in before if not case.state.has_signed(one)]
    if not missing or (role not in steps and not case.signing.is_strict):
        return ()
    facts = {
        "number": case.number,
        "role": f"SIGNERROLE:{role.name}",
        "first": f"SIGNERROLE:{missing[0].name}",
        "next": f"PAPERSTEP:{next_step(case.state, case.signing, case.standing).name}",
    }
    if case.signing.is_strict and not reason.strip():
        raise UsageRefusal("DOC-584", **facts)
    return (Reason("DOC-585", case.signing.source, facts),)


def _check_day(case: PaperCase, on: date) -> None:
    if on > case.today:
        raise UsageRefusal("DOC-582", day=on, number=case.number)
    since = case.state.since
    if since is not None and case.state.entries and on < since:
        raise UsageRefusal("DOC-583", day=on, since=since, number=case.number)


@dataclass(frozen=True, slots=True)
class KeptDays:
    """The days of a record that stand in its own fields; ``first_signer`` gives the signature of ``signed_on``.

    ``taken`` are the fields to which an entry of some copy of the paper already points.
    """

    days: Mapping[DayHome, date]
    first_signer: SignerRole = SignerRole.RATER
    taken: frozenset[DayHome] = frozenset()


def whole_history(
    entries: Sequence[PaperEntry], kept: KeptDays, document_id: str, printed_on: date, *, is_newest: bool
) -> tuple[PaperEntry, ...]:
    """The history of a paper with the days that are kept elsewhere: one truth for the clocks and for the papers.

    An entry whose day has a home shows what stands there now. A day that was entered there without the paper in hand
    (the dates of a whole unit, say) is told of the newest copy, if that was printed by then and the paper has not gone
    further since.
    """
    shown = [
        replace(one, on=kept.days.get(one.home)) if one.home is not None else one
        for one in sorted(entries, key=lambda one: one.place)
    ]
    if not is_newest:
        return tuple(shown)
    for home in DayHome:
        day = kept.days.get(home)
        if day is None or home in kept.taken or day < printed_on:
            continue
        state = state_of(shown, printed_on)
        stage, role = _TOLD[home]
        if home is DayHome.SIGNED_ON:
            role = kept.first_signer
        is_over = state.stage in _SETTLED or state.has_signed(SignerRole.RATEE)
        if stage is not None and (is_over or (state.entries and state.since is not None and day < state.since)):
            stage = None
        if role is not None and state.has_signed(role):
            role = None
        if stage is not None or role is not None:
            shown.append(
                PaperEntry(document_id, shown[-1].place + 1 if shown else 1, day, stage, signed=role, home=home)
            )
    return tuple(shown)


_SETTLED = frozenset({PaperStage.SCANNED, PaperStage.LOST, PaperStage.WITHDRAWN})

_TOLD: Mapping[DayHome, tuple[PaperStage | None, SignerRole | None]] = {
    DayHome.SIGNED_ON: (None, SignerRole.RATER),
    DayHome.HANDED_OVER_ON: (PaperStage.AT_EMPLOYEE, None),
    DayHome.RETURNED_ON: (PaperStage.RETURNED, SignerRole.RATEE),
    DayHome.RATEE_SIGNED_ON: (None, SignerRole.RATEE),
    DayHome.RATER_SIGNED_ON: (None, SignerRole.RATER),
}
