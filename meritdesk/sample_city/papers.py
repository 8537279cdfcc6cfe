"""The paper of the sample city goes round: documents in every stage, mandates to sign, papers to call back."""

from __future__ import annotations

from meritdesk.core.circulation import OUT_STAGES, PaperStage, PaperStep
from meritdesk.core.documents import Form, PaperStanding
from meritdesk.core.people import STRUCTURAL_KINDS, PositionKind
from meritdesk.core.signers import Capacity
from meritdesk.sample_city.cases import Case
from meritdesk.sample_city.casting import CityYear
from meritdesk.services.documents.circulation import CirculationQuery, PaperLine

MOST_PAPERS = 1200
_DOCUMENTS = (Form.D_1_1.value, Form.D_1_2.value)
_OBJECTING = (Case.OBJECTION_UPHELD, Case.OBJECTION_REJECTED, Case.OBJECTION_LATE, Case.OBJECTION_FINAL)
_SHARES = 8
"""Of eight papers one stays at the desk, one at whoever signs first, one comes back, two wait at the employee; three
return, and two of these are scanned."""


def let_papers_go_round(story: CityYear) -> None:
    """Three days in February: out to the raters, on to the employees, back and scanned; one lost, two cancelled."""
    _give_mandates(story)
    circulation = story.desk.documents.circulation
    objecting = {line.nip for case in _OBJECTING for line in story.cast[case]}
    board = circulation.board(CirculationQuery(story.year, frozenset(PaperStage), forms=_DOCUMENTS))
    lines = sorted(
        (
            line
            for line in board.lines
            if line.view.paper.nip not in objecting
            and line.view.paper.period == story.period
            and line.view.standing is PaperStanding.CURRENT
        ),
        key=lambda line: line.view.paper.number,
    )[:MOST_PAPERS]
    shares = {share: [line for n, line in enumerate(lines) if n % _SHARES >= share] for share in range(_SHARES)}
    raters = [line for line in shares[1] if line.next_step is PaperStep.TO_RATER]
    superiors = [line for line in shares[1] if line.next_step is PaperStep.TO_SUPERIOR]
    circulation.move(_keys(raters), PaperStage.AT_RATER)
    circulation.move(_keys(superiors), PaperStage.AT_SUPERIOR)
    story.clock.move_to(story.day(2, 4, years=1))
    circulation.bring_back(_keys(shares[2]))
    circulation.move(_keys(shares[3]), PaperStage.AT_EMPLOYEE)
    story.clock.move_to(story.day(2, 5, years=1))
    circulation.bring_back(_keys(shares[5]))
    circulation.note_scanned(_keys(shares[6]))
    waiting = [line for n, line in enumerate(lines) if n % _SHARES == 1]
    for line in waiting[:1]:
        circulation.move(_keys([line]), PaperStage.LOST, reason="Terselip saat pindah ruang")
    for line in waiting[1:3]:
        story.desk.documents.cancel(line.view.paper.number, "Tercetak dengan kop lama")
    after = circulation.board(CirculationQuery(story.year, frozenset(PaperStage), forms=_DOCUMENTS))
    stages = after.stages
    story.book.deeds["PAPERS_OUT"] += sum(stages.get(stage, 0) for stage in OUT_STAGES)
    story.book.deeds["PAPERS_RETURNED"] += stages.get(PaperStage.RETURNED, 0)
    story.book.deeds["PAPERS_SCANNED"] += stages.get(PaperStage.SCANNED, 0)
    story.book.deeds["PAPERS_RECALLED"] += after.recalled


def _give_mandates(story: CityYear) -> None:
    """In the office of personnel the second official signs a.n., in another department somebody below u.b."""
    register = story.desk.register
    heads = {line.unit_id: line for line in register.signers.lines(story.clock.day) if line.person_id}
    departments = [
        unit for unit in register.units() if unit.unit_id in heads and unit.parent_id and unit.echelon.startswith("II")
    ]
    departments.sort(key=lambda unit: "kepegawaian" not in unit.name.casefold())
    officials = register.officials()
    capacities = (Capacity.AN, Capacity.UB)
    for unit, capacity in zip(departments, capacities, strict=False):
        branch = set(register.branch(unit.unit_id))
        below = [
            person
            for person in officials
            if person.unit_id in branch
            and person.person_id != heads[unit.unit_id].person_id
            and person.position_kind in STRUCTURAL_KINDS - {PositionKind.JPT}
        ]
        if not below:
            continue
        register.signers.add(
            unit.unit_id,
            below[0].nip,
            capacity,
            below[0].position_title.upper(),
            story.day(2, 1, years=1),
            through="SEKRETARIS" if capacity is Capacity.UB else "",
            letter=f"800/{story.year + 1}/SK",
        )
        story.book.deeds["MANDATE"] += 1
    if departments:
        story.desk.upkeep.settings.change({"office_unit": departments[0].source_id})


def _keys(lines: list[PaperLine]) -> list[str]:
    return [line.view.paper.document_id for line in lines]
