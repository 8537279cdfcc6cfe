"""The account of credit points of each official of one agency, and its sheet; the region asks for it as well."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from meritdesk.core.credit_history import CreditItem
from meritdesk.core.credit_paper import determination_paper
from meritdesk.core.credit_rules import CreditRules, CreditStandingRules, CreditTier
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Evaluation, Reason
from meritdesk.core.office_paper import OfficePaper
from meritdesk.core.people import Person, PersonBlock, PositionKind, person_block
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.plan import PlanHead, plans_in_force
from meritdesk.core.rules import PackKind
from meritdesk.core.scoring.credit import MONTHS, CreditPart, full_months
from meritdesk.core.scoring.credit_standing import ConvertedYear, CreditStanding, credit_standing
from meritdesk.core.store import AgencyInfo
from meritdesk.services.ports import Surroundings, Work

FIRST_YEAR = 2023
"""Before it no predicate is converted (PermenPANRB 1/2023)."""


@dataclass(frozen=True, slots=True)
class StandingLine:
    """One functional official: his account, or why there is none."""

    person: Person
    unit_name: str
    standing: CreditStanding | None
    items: tuple[CreditItem, ...]
    why: Reason | None = None


def determinations(
    around: Surroundings, work: Work, year: int, people: Sequence[Person], agency: AgencyInfo, *, is_named: bool
) -> list[tuple[OfficePaper, str]]:
    """``PENETAPAN ANGKA KREDIT`` of these officials, each with the person's key; ``DOC-471`` when nobody has points."""
    lines = standing_lines(around, work, year, people, is_named=is_named)
    units = {unit.unit_id: unit for unit in work.units.all()}
    raters: dict[str, PersonBlock] = {}
    ids = [person.person_id for person in people]
    for one in work.evaluations.of_period(year_of(year), ids):
        if one.is_closed and len(one.parties) > 1:
            raters[one.person_id] = one.parties[1]
    ranks = around.rulebook.in_force(year_of(year).last_day).rank_name
    papers = []
    for line in lines:
        if line.standing is None:
            if is_named and line.why is not None:
                raise UsageRefusal(line.why.code, nip=line.person.nip, **line.why.facts)
            continue
        block = person_block(line.person, units, ranks)
        rater = raters.get(line.person.person_id)
        paper = determination_paper(line.person, block, line.standing, year, rater, agency)
        papers.append((paper, line.person.person_id))
    if not papers:
        raise UsageRefusal("DOC-471")
    return papers


def standing_lines(
    around: Surroundings, work: Work, year: int, people: Sequence[Person], *, is_named: bool
) -> tuple[StandingLine, ...]:
    """Every functional official of these people as he stands at the end of a year; a named one whatever his post."""
    day = year_of(year).last_day
    rules = around.rulebook.pack(PackKind.CREDIT_POINTS, day).body
    standing = around.rulebook.pack(PackKind.CREDIT_STANDING, day).body
    assert isinstance(rules, CreditRules)
    assert isinstance(standing, CreditStandingRules)
    those = [person for person in people if is_named or person.position_kind is PositionKind.JF]
    ids = [person.person_id for person in those]
    history: dict[str, list[CreditItem]] = {}
    for item in work.credit_history.of(ids):
        if item.starts <= day:
            history.setdefault(item.person_id, []).append(item)
    converted = _converted(work, year, ids, rules)
    units = {unit.unit_id: unit.name for unit in work.units.all()}
    lines = []
    for person in those:
        items = tuple(history.get(person.person_id, ()))
        unit = units.get(person.unit_id, "")
        tier = rules.tier_of(person.position_title)
        if tier is None:
            why = Reason("DOC-543", rules.source, {"position": person.position_title or "-"})
            lines.append(StandingLine(person, unit, None, items, why))
            continue
        found = credit_standing(
            tier, person.grade, items, converted.get(person.person_id, ()), rules, standing
        )  # fmt: skip
        lines.append(StandingLine(person, unit, found, items))
    return tuple(lines)


def _converted(
    work: Work, year: int, ids: Sequence[str], rules: CreditRules
) -> Mapping[str, tuple[ConvertedYear, ...]]:
    """The closed years of each person up to this one, in the tier of the post that he held then."""
    found: dict[str, list[ConvertedYear]] = {}
    for one in range(FIRST_YEAR, year + 1):
        period = year_of(one)
        closed: list[Evaluation] = [
            evaluation
            for evaluation in work.evaluations.of_period(period, ids)
            if evaluation.is_closed and evaluation.predicate is not None and evaluation.parties
        ]
        if not closed:
            continue
        heads = work.plans.heads_of_year(one, [evaluation.person_id for evaluation in closed])
        plans: Mapping[str, PlanHead] = plans_in_force(heads, period.last_day)
        for evaluation in closed:
            tier: CreditTier | None = rules.tier_of(evaluation.parties[0].position)
            plan = plans.get(evaluation.person_id)
            months = full_months(plan.starts, plan.ends) if plan is not None else MONTHS
            if tier is None or not months or evaluation.predicate is None:
                continue
            part = CreditPart(tier, evaluation.predicate, months)
            found.setdefault(evaluation.person_id, []).append(ConvertedYear(one, part))
    return {person_id: tuple(years) for person_id, years in found.items()}


def year_of(year: int) -> Period:
    """A year as a period."""
    return Period(year, PeriodKind.YEAR)
