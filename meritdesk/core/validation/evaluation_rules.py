"""What an evaluation lacks or where it leaves the law: V-49, V-59, V-60, V-62, V-64 to V-71, V-74 to V-76, V-82."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from meritdesk.core.agency_settings import AgencySettings
from meritdesk.core.evaluation import Evaluation, OrganisationLevel, OrgLevel, Predicate, Rating, Reason, Suggestion
from meritdesk.core.evaluation_calendar import fits_cycle, window_of
from meritdesk.core.periods import Period
from meritdesk.core.rules import RuleSet
from meritdesk.core.scoring.organisation import last_day_for_level
from meritdesk.core.scoring.predicate import predicate_faults
from meritdesk.core.scoring.suggestion import Standing, rating_warnings
from meritdesk.core.scoring.unit_check import spread_lines
from meritdesk.core.validation import Hint

_GIVER = re.compile(r"(?:^|[.;\n]\s*)([^:.;\n]{3,60}):")
_LEADER = re.compile(r"pimpinan|leader", re.IGNORECASE)
_GUARDIAN = re.compile(r"penjaga|menjaga|panutan|teladan|role model|guardian|example", re.IGNORECASE)


def cycle_hints(period: Period, settings: AgencySettings) -> tuple[Hint, ...]:
    """V-49: a quarter or month is evaluated although the agency has not set that cycle (Art. 24(3))."""
    if fits_cycle(period, settings):
        return ()
    facts = {"period": period.code, "cycle": f"PERIODICCYCLE:{settings.periodic_cycle.name}"}
    return (Hint("V-49", facts, ("settings", "periodic_cycle")),)


def level_hints(
    level: OrganisationLevel | None, period: Period, led_unit_id: str, unit_name: str = ""
) -> tuple[Hint, ...]:
    """V-59 there is no level yet; V-60 it is another unit's; V-62 the annual level came out after 31 January.

    ``led_unit_id`` is the unit led by the rater, whose level alone counts (R-61).
    """
    if level is None:
        return (Hint("V-59", {"unit": unit_name or "-"}, ("level",)),)
    found = []
    if level.unit_id != led_unit_id:
        found.append(Hint("V-60", {"unit": unit_name or "-"}, ("level",)))
    limit = last_day_for_level(period)
    is_late = level.period == period and level.published_on is not None and level.published_on > limit
    if period.is_annual and is_late:
        found.append(Hint("V-62", {"limit": limit.isoformat()}, ("level", "published_on")))
    return tuple(found)


def rating_hints(evaluation: Evaluation | None) -> tuple[Hint, ...]:
    """V-64 and V-65: a rating is missing."""
    found = []
    if evaluation is None or evaluation.result_rating is None:
        found.append(Hint("V-64", place=("result_rating",)))
    if evaluation is None or evaluation.behaviour_rating is None:
        found.append(Hint("V-65", place=("behaviour_rating",)))
    return tuple(found)


def predicate_hints(evaluation: Evaluation, claimed: Predicate, rules: RuleSet) -> tuple[Hint, ...]:
    """V-66: the predicate that a paper or a file states is not that of the quadrant; V-67 after a drop-out."""
    if evaluation.result_rating is None or evaluation.behaviour_rating is None:
        return ()
    drop_out = rules.special_cases.drop_out if evaluation.circumstances.drop_out is not None else None
    faults = predicate_faults(
        claimed, evaluation.result_rating, evaluation.behaviour_rating, rules.predicate_matrix, drop_out
    )
    return tuple(_hint(fault, "predicate") for fault in faults)


def verdict_hints(
    evaluation: Evaluation, suggestion: Suggestion, standing: Standing, rules: RuleSet
) -> tuple[Hint, ...]:
    """Doubts about the ratings: V-68, V-69, V-70 against the figures, V-71 no reason, V-74 no guardian role."""
    found = []
    result = evaluation.result_rating
    if result is not None:
        found += [_hint(one, "result_rating") for one in rating_warnings(result, standing, rules.suggestion)]
    unexplained = difference(evaluation, suggestion)
    if unexplained is not None and unexplained.code == "V-71":
        found.append(_hint(unexplained, "reason"))
    if evaluation.behaviour_rating is Rating.ABOVE and not says_guardian(evaluation):
        found.append(Hint("V-74", place=("behaviour_rating",)))
    return tuple(found)


def difference(evaluation: Evaluation, suggestion: Suggestion) -> Reason | None:
    """Where rating and suggestion differ: the rater's reason, or V-71 for its absence (R-64)."""
    suggested, given = suggestion.rating, evaluation.result_rating
    if suggested is None or given is None or suggested.value == given.value:
        return None
    facts = {"rating": f"RATING:{given.name}", "suggestion": f"RATING:{suggested.name}", "reason": evaluation.reason}
    return Reason("ASM-RATED-OTHERWISE" if evaluation.reason else "V-71", "R-64", facts)


def says_guardian(evaluation: Evaluation) -> bool:
    """Whether somebody besides the leader spoke on the behaviour, or the rater wrote of the guardian role (p. 98 c)."""
    givers = [giver for text in evaluation.feedback.values() for giver in _GIVER.findall(text)]
    if any(not _LEADER.search(giver) for giver in givers):
        return True
    texts = (evaluation.note, evaluation.reason, *evaluation.feedback.values())
    return any(_GUARDIAN.search(text) for text in texts)


def spread_hints(level: OrgLevel | None, counts: Mapping[Predicate, int], rules: RuleSet) -> tuple[Hint, ...]:
    """V-75 and V-76: what the curve of the regulation and the circular say of the spread; never a quota (R-62)."""
    return tuple(_hint(line, "spread") for line in spread_lines(level, counts, rules)) if level is not None else ()


def day_hints(period: Period, closing: date, settings: AgencySettings) -> tuple[Hint, ...]:
    """V-82: the annual evaluation is made before the end of December or after January (p. 90 no. 8 b)."""
    window = window_of(period, settings)
    if not period.is_annual or window.opens <= closing <= window.closes:
        return ()
    facts = {"day": closing.isoformat(), "opens": window.opens.isoformat(), "closes": window.closes.isoformat()}
    return (Hint("V-82", facts, ("closed_on",)),)


def _hint(line: Reason, *place: str) -> Hint:
    return Hint(line.code, line.facts, place)
