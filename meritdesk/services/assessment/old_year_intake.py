"""How a row of an old year's spreadsheet joins the paper that is known already: a blank cell never overwrites."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from meritdesk.core.intake import OldLineRow, OldYearRow
from meritdesk.core.old_years import OldAspect, OldEvaluation, OldRecord, Signatory
from meritdesk.core.people import Person, PositionKind
from meritdesk.core.plan import JobClass

_LEADERS = frozenset({PositionKind.JPT, PositionKind.ADMINISTRATOR, PositionKind.SUPERVISOR})


def blank_paper(person: Person, row: OldYearRow | OldLineRow) -> OldEvaluation:
    """A paper of which nothing is known but whose it is; the register says what the file leaves open."""
    is_high = person.position_kind is PositionKind.JPT
    return OldEvaluation(
        evaluation_id="",
        person_id=person.person_id,
        year=row.year,
        part=row.part,
        scheme=row.scheme,
        job_class=JobClass.JPT_OR_AUTONOMOUS if is_high else JobClass.JA_JF,
        is_leader=person.position_kind in _LEADERS,
        ratee=Signatory(name=person.full_name, nip=person.nip),
    )


def merged_paper(before: OldRecord | None, row: OldYearRow, person: Person) -> OldEvaluation:
    """The paper as a row of results states it, on top of what was known."""
    base = before.paper if before is not None else blank_paper(person, row)
    aspects = {**base.aspects, **dict(row.aspects)}
    behaviour = base.behaviour_score if row.behaviour_score is None else row.behaviour_score
    return replace(
        base,
        scheme=row.scheme,
        job_class=row.job_class or base.job_class,
        is_leader=base.is_leader if row.is_leader is None else row.is_leader,
        skp_score=base.skp_score if row.skp_score is None else row.skp_score,
        behaviour_score=None if row.aspects else behaviour,
        aspects={} if row.behaviour_score is not None and not row.aspects else _ordered(aspects),
        asks_peers=base.asks_peers if row.asks_peers is None else row.asks_peers,
        peer_score=base.peer_score if row.peer_score is None else row.peer_score,
        new_idea=row.new_idea or base.new_idea,
        sole_reason=row.sole_reason or base.sole_reason,
        stated_score=base.stated_score if row.stated_score is None else row.stated_score,
        stated_category=row.stated_category or base.stated_category,
        ratee=replace(
            base.ratee,
            rank=row.rank or base.ratee.rank,
            post=row.post or base.ratee.post,
            unit=row.unit or base.ratee.unit,
        ),
        rater=_signatory(base.rater, row.rater_name, row.rater_nip),
        superior=_signatory(base.superior, row.superior_name, row.superior_nip),
        note=row.note or base.note,
    )


def merged_lines(before: OldRecord | None, rows: Sequence[OldLineRow], person: Person) -> OldEvaluation:
    """The paper with these lines as its SKP; they take the place of a score that was entered as a whole."""
    base = before.paper if before is not None else blank_paper(person, rows[0])
    return replace(base, skp_score=None, lines=tuple(row.line for row in rows))


def _signatory(base: Signatory, name: str | None, nip: str | None) -> Signatory:
    return replace(base, name=name or base.name, nip=nip or base.nip)


def _ordered(aspects: Mapping[OldAspect, Decimal]) -> Mapping[OldAspect, Decimal]:
    return {aspect: aspects[aspect] for aspect in OldAspect if aspect in aspects}
