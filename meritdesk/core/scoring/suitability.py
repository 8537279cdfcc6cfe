"""Whether somebody may lawfully hold a post, and what speaks for and against him (PP 11/2017)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from meritdesk.core.education import EducationLevel
from meritdesk.core.evaluation import Predicate, Reason
from meritdesk.core.rotation import CandidateFacts, PostRule, PostRules, SearchCriteria, at_least
from meritdesk.core.talent import DisciplineRecord


@dataclass(frozen=True, slots=True)
class Suitability:
    """Whether everything that is asked is met, and the reasons, met and not met, then what else speaks.

    ``unmet`` is how many requirements are missed; what only weighs is not counted.
    """

    is_lawful: bool
    pros: tuple[Reason, ...]
    cons: tuple[Reason, ...]
    unmet: int = 0


def suitability(
    facts: CandidateFacts, rule: PostRule, rules: PostRules, on: date, succession: Iterable[int]
) -> Suitability:
    """Hold one person against what a post asks for; unlawful is who misses a single requirement."""
    found = _Findings(rules.source)
    found.weigh(facts.is_active, "ROT-ACTIVE", "ROT-NOT-ACTIVE")
    found.weigh(
        facts.employment in rules.employments,
        "ROT-EMPLOYMENT",
        "ROT-NOT-EMPLOYMENT",
        employment=f"EMPLOYMENT:{facts.employment.name}",
    )
    if rule.least_grade:
        found.weigh(
            at_least(facts.grade, rule.least_grade), "ROT-GRADE", "ROT-LOW-GRADE", grade=facts.grade or "-",
            least=rule.least_grade,
        )  # fmt: skip
    if rule.least_education is not None:
        found.weigh(
            reaches(facts.education, rule.least_education), "ROT-EDUCATION", "ROT-LOW-EDUCATION",
            education=_education(facts.education), least=_education(rule.least_education),
        )  # fmt: skip
    _weigh_path(found, facts, rule, on)
    if rule.oldest:
        age = age_on(facts.birth_date, on)
        found.weigh(
            age is not None and age <= rule.oldest, "ROT-AGE", "ROT-TOO-OLD", age="-" if age is None else str(age),
            oldest=str(rule.oldest),
        )  # fmt: skip
    _weigh_work(found, facts, rule)
    is_clean = gravity(facts.record) <= gravity(rule.worst_record)
    told = {"record": f"DISCIPLINERECORD:{facts.record.name}", "years": str(rule.record_years)}
    found.weigh(is_clean, "ROT-RECORD", "ROT-BAD-RECORD", **told)
    unmet = len(found.cons)
    # What follows weighs, but forbids nothing.
    if facts.box:
        known = "ROT-BOX" if facts.box in set(succession) else "ROT-BOX-BELOW"
        found.weigh(known == "ROT-BOX", "ROT-BOX", "ROT-BOX-BELOW", box=str(facts.box))
    else:
        found.weigh(False, "", "ROT-NO-BOX")
    if facts.index_total:
        found.pros.append(Reason("ROT-INDEX", rules.source, {"total": facts.index_total}))
    if facts.has_experience_here:
        found.pros.append(Reason("ROT-KNOWS-UNIT", rules.source, {}))
    return Suitability(not unmet, tuple(found.pros), tuple(found.cons), unmet)


def matches(facts: CandidateFacts, criteria: SearchCriteria, post: str) -> bool:
    """Whether somebody meets everything that is looked for on the map."""
    if criteria.text.strip() and criteria.text.strip().casefold() not in post.casefold():
        return False
    if criteria.least_grade and not at_least(facts.grade, criteria.least_grade):
        return False
    if criteria.least_education and not reaches(facts.education, criteria.least_education):
        return False
    if criteria.boxes and facts.box not in criteria.boxes:
        return False
    if criteria.worst_record is not None and gravity(facts.record) > gravity(criteria.worst_record):
        return False
    if criteria.kinds and facts.position_kind not in criteria.kinds:
        return False
    return facts.is_active and (not criteria.unit_ids or facts.unit_id in criteria.unit_ids)


def reaches(education: EducationLevel | None, least: EducationLevel) -> bool:
    """Whether an education is at least another; one that is not known reaches none."""
    order = list(EducationLevel)
    return education is not None and order.index(education) >= order.index(least)


def gravity(record: DisciplineRecord) -> int:
    """How grave a record is, from nought."""
    return list(DisciplineRecord).index(record)


def age_on(born: date | None, on: date) -> int | None:
    """Somebody's age in whole years on a day."""
    return None if born is None else on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def years_since(since: date | None, on: date) -> int | None:
    """Whole years from a day to another."""
    return age_on(since, on)


@dataclass(slots=True)
class _Findings:
    source: str
    pros: list[Reason]
    cons: list[Reason]

    def __init__(self, source: str) -> None:
        self.source, self.pros, self.cons = source, [], []

    def weigh(self, is_met: bool, pro: str, con: str, **facts: str) -> None:
        (self.pros if is_met else self.cons).append(Reason(pro if is_met else con, self.source, facts))


def _weigh_path(found: _Findings, facts: CandidateFacts, rule: PostRule, on: date) -> None:
    if not rule.from_kinds:
        return
    is_sideways = facts.echelon in rule.echelons
    held = years_since(facts.position_since, on)
    told = {"kind": f"POSITION:{facts.position_kind.name}", "years": "-" if held is None else str(held)}
    if is_sideways:
        found.weigh(True, "ROT-SIDEWAYS", "", **told)
        return
    if facts.position_kind not in rule.from_kinds:
        found.weigh(False, "", "ROT-NOT-FROM", **told)
        return
    is_long = held is not None and held >= rule.years_there
    found.weigh(is_long, "ROT-FROM", "ROT-TOO-SHORT", **told, least=str(rule.years_there))


def _weigh_work(found: _Findings, facts: CandidateFacts, rule: PostRule) -> None:
    if not rule.good_years:
        return
    order = list(Predicate)
    wanted = facts.predicates[: rule.good_years]
    worse = [one for one in wanted if order.index(one[1]) > order.index(rule.least_predicate)]
    told = {
        "predicates": ", ".join(f"PREDICATE:{label.name}" for _, label in wanted) or "-",
        "least": f"PREDICATE:{rule.least_predicate.name}",
        "years": str(rule.good_years),
    }
    if not wanted or worse:
        found.weigh(False, "", "ROT-WORK-BELOW" if worse else "ROT-NO-WORK", **told)
        return
    found.weigh(True, "ROT-WORK", "", **told)
    if len(wanted) < rule.good_years:
        found.pros.append(Reason("ROT-WORK-SHORT", found.source, {**told, "known": str(len(wanted))}))


def _education(level: EducationLevel | None) -> str:
    return f"EDUCATIONLEVEL:{level.name}" if level is not None else "-"
