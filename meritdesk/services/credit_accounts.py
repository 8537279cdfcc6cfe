"""The account of credit points of each official of one agency, and its sheet; the region asks for it as well."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from meritdesk.core.credit_history import CreditItem
from meritdesk.core.credit_paper import determination_paper
from meritdesk.core.credit_rules import CreditRules, CreditStandingRules
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Reason
from meritdesk.core.office_paper import OfficePaper
from meritdesk.core.people import Person, PersonBlock, PositionKind, person_block
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.rules import PackKind
from meritdesk.core.scoring.credit_standing import ConvertedYear, CreditStanding, credit_standing
from meritdesk.core.store import AgencyInfo
from meritdesk.services.credit_months import credit_of_year
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
    converted = _converted(around, work, year, those, rules)
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
    around: Surroundings, work: Work, year: int, people: Sequence[Person], rules: CreditRules
) -> Mapping[str, tuple[ConvertedYear, ...]]:
    """The closed years of each person up to this one, each month in the tier of the post that was held in it."""
    found: dict[str, list[ConvertedYear]] = {}
    history = work.history.all()
    for one in range(FIRST_YEAR, year + 1):
        for person_id, months in credit_of_year(around, work, one, people, history, rules).months.items():
            found.setdefault(person_id, []).extend(ConvertedYear(one, part) for part in months.parts)
    return {person_id: tuple(years) for person_id, years in found.items()}


def year_of(year: int) -> Period:
    """A year as a period."""
    return Period(year, PeriodKind.YEAR)
