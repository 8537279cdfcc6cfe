"""The record of an objection's decision (berita acara): an own sheet, for the law draws none."""

from __future__ import annotations

from typing import Protocol

from meritdesk.core.deadlines import Deadline
from meritdesk.core.documents import PaperKind
from meritdesk.core.evaluation import Evaluation
from meritdesk.core.notation import printed_date
from meritdesk.core.objection import Objection
from meritdesk.core.office_paper import UNSTAMPED, OfficePaper, PaperColumn, PaperSignature, PaperTable, PaperText
from meritdesk.core.people import Person, PersonBlock
from meritdesk.core.store import AgencyInfo


class _Line(Protocol):
    @property
    def objection(self) -> Objection: ...
    @property
    def person(self) -> Person: ...
    @property
    def unit_name(self) -> str: ...
    @property
    def addressee(self) -> Person | None: ...
    @property
    def clock(self) -> Deadline: ...


class _Card(Protocol):
    @property
    def line(self) -> _Line: ...
    @property
    def rater(self) -> Person | None: ...
    @property
    def evaluation(self) -> Evaluation: ...


def decision_sheet(card: _Card, agency: AgencyInfo) -> OfficePaper:
    """The sheet of a decided objection; people stand on it as they stood at the closing."""
    line = card.line
    objection = line.objection
    parties = card.evaluation.parties
    ratee = parties[0] if parties else _block(line.person)
    rater = parties[1] if len(parties) > 1 else _block(card.rater)
    superior = parties[2] if len(parties) > 2 else _block(line.addressee)
    before, after = objection.before, objection.after or objection.before
    verdicts = PaperTable(
        columns=(PaperColumn("KEB:VERDICT", 3), PaperColumn("KEB:BEFORE", 3), PaperColumn("KEB:AFTER", 3)),
        rows=(
            ("KEB:RESULT", f"RATING:{before.result_rating.name}", f"RATING:{after.result_rating.name}"),
            ("KEB:BEHAVIOUR", f"RATING:{before.behaviour_rating.name}", f"RATING:{after.behaviour_rating.name}"),
            ("KEB:PREDICATE", f"PREDICATE:{before.predicate.name}", f"PREDICATE:{after.predicate.name}"),
        ),
    )
    texts = [
        ("KEB:REASONS", objection.reasons),
        ("KEB:RATEE", objection.ratee_statement),
        ("KEB:RATER", objection.rater_statement),
        ("KEB:GROUNDS", objection.grounds),
    ]
    if objection.recommendation:
        texts.append(("KEB:RECOMMENDATION", objection.recommendation))
    decision = objection.decision
    return OfficePaper(
        kind=PaperKind.OBJECTION_DECISION,
        title="KEB:TITLE",
        agency_name=agency.name,
        place=agency.place,
        stamp=UNSTAMPED,
        subtitle=objection.register_number,
        facts=(
            ("KEB:PERSON", f"{ratee.name} · NIP {ratee.nip}"),
            ("KEB:UNIT", ratee.unit or line.unit_name),
            ("KEB:RATER-NAME", rater.name),
            ("KEB:PERIOD", objection.period.code),
            ("KEB:RECEIVED", printed_date(objection.received_on)),
            ("KEB:LIMIT", printed_date(line.clock.limit) if line.clock.limit else "-"),
            ("KEB:DECISION", f"OBJECTIONDECISION:{decision.name}" if decision else "-"),
        ),
        sections=(verdicts, *(PaperText(heading=heading, lines=(text,)) for heading, text in texts)),
        signatures=(PaperSignature("KEB:SIGN", superior, objection.decided_on),),
        dated=objection.decided_on,
    )


def _block(person: Person | None) -> PersonBlock:
    return PersonBlock(person.full_name, person.nip, "", person.position_title) if person else PersonBlock("")
