"""What an old paper still lacks, and what about it is worth a second look; the years before 2022 keep their own rules.

Codes ``ASM-40x`` and ``ASM-41x`` stand in the way of an entry, ``ASM-42x`` only ask.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from meritdesk.core.notation import printed_decimal
from meritdesk.core.old_rules import NumericFinal, OldRules
from meritdesk.core.old_years import (
    LAST_OLD_YEAR,
    SPLIT_YEAR,
    LineKind,
    OldEvaluation,
    OldLine,
    OldPart,
    OldResult,
    OldScheme,
    parts_of,
    usual_scheme,
)
from meritdesk.core.periods import Period
from meritdesk.core.plan import JobClass
from meritdesk.core.validation import Hint

SECOND_HALF_FIRST_DAY = date(SPLIT_YEAR, 7, 1)
SECOND_HALF_LAST_DAY = date(SPLIT_YEAR, 12, 31)
FIRST_OLD_YEAR = 2014

STILL_MISSING = frozenset({"ASM-405", "ASM-408", "ASM-413", "ASM-416", "ASM-417"})
"""Faults that only say that something is not entered yet: such a paper may be kept, it has no outcome so far."""

_HIGHEST_LINE = Decimal(120)

_LEADER_KINDS = frozenset({LineKind.MAIN, LineKind.ACTION_PLAN, LineKind.ADDITIONAL})
_STAFF_KINDS = frozenset({LineKind.MAIN, LineKind.ADDITIONAL})
_PP46_KINDS = frozenset({LineKind.MAIN, LineKind.ADDITIONAL, LineKind.CREATION})


def period_hints(period: Period) -> tuple[Hint, ...]:
    """V-100: a period that reaches into July to December 2021 is not evaluated by PermenPANRB 6/2022 (Art. 39)."""
    if period.first_day <= SECOND_HALF_LAST_DAY and period.last_day >= SECOND_HALF_FIRST_DAY:
        return (Hint("V-100", {"period": period.code}),)
    return ()


def year_hints(year: int, part: OldPart) -> tuple[Hint, ...]:
    """Whether a year and its part can be entered as an old year at all."""
    if year > LAST_OLD_YEAR:
        return (Hint("ASM-401", {"year": str(year)}, ("year",)),)
    if year < FIRST_OLD_YEAR:
        return (Hint("ASM-402", {"year": str(year), "first": str(FIRST_OLD_YEAR)}, ("year",)),)
    if part not in parts_of(year):
        allowed = ", ".join(f"OLDPART:{one.name}" for one in parts_of(year))
        return (Hint("ASM-403", {"year": str(year), "allowed": allowed}, ("part",)),)
    return ()


def scheme_hints(year: int, part: OldPart, scheme: OldScheme, rules: OldRules) -> tuple[Hint, ...]:
    """Whether a part may be calculated by a rule; July to December 2021 by no other than 8/2021 (V-100)."""
    is_second_half = year == SPLIT_YEAR and part is OldPart.SECOND_HALF
    if is_second_half and scheme is not OldScheme.PAN8:
        return (Hint("V-100", {"period": f"{year}"}, ("scheme",)),)
    if not rules.allows(scheme):
        allowed = ", ".join(f"OLDSCHEME:{one.name}" for one in OldScheme if rules.allows(one))
        facts = {"scheme": f"OLDSCHEME:{scheme.name}", "year": str(year), "part": f"OLDPART:{part.name}"}
        return (Hint("ASM-404", {**facts, "allowed": allowed}, ("scheme",)),)
    return ()


def old_faults(paper: OldEvaluation, rules: OldRules) -> tuple[Hint, ...]:
    """Everything that keeps an old paper from being calculated, each with its place."""
    wrong = year_hints(paper.year, paper.part) or scheme_hints(paper.year, paper.part, paper.scheme, rules)
    if wrong:
        return wrong
    final = rules.final(paper.scheme)
    return (*_skp_faults(paper, final), *_behaviour_faults(paper, final))


def old_remarks(paper: OldEvaluation, result: OldResult, rules: OldRules) -> tuple[Hint, ...]:
    """What asks for a second look without standing in the way: above all a paper that says something else."""
    final = rules.final(paper.scheme)
    return tuple(_remarks(paper, result, final))


def _remarks(paper: OldEvaluation, result: OldResult, final: NumericFinal) -> Iterator[Hint]:
    if paper.stated_score is not None and final.rounded(paper.stated_score) != result.score:
        facts = {"stated": printed_decimal(paper.stated_score), "score": printed_decimal(result.score)}
        yield Hint("ASM-421", facts, ("stated_score",))
    if paper.stated_category is not None and paper.stated_category is not result.category:
        facts = {"stated": final.labels[paper.stated_category], "category": final.labels[result.category]}
        yield Hint("ASM-422", facts, ("stated_category",))
    if paper.aspects:
        due = [one for one in final.aspects if paper.is_leader or one not in final.leader_aspects]
        missing = [final.aspects[one] for one in due if one not in paper.aspects]
        if missing:
            yield Hint("ASM-423", {"aspects": ", ".join(missing)}, ("aspects",))
        extra = [final.aspects[one] for one in paper.aspects if one in final.leader_aspects and not paper.is_leader]
        if extra:
            yield Hint("ASM-424", {"aspects": ", ".join(extra)}, ("aspects",))
    if paper.scheme is not usual_scheme(paper.year, paper.part):
        usual = f"OLDSCHEME:{usual_scheme(paper.year, paper.part).name}"
        yield Hint("ASM-425", {"scheme": f"OLDSCHEME:{paper.scheme.name}", "usual": usual}, ("scheme",))
    if paper.asks_peers and paper.peer_score is None:
        yield Hint("ASM-426", {}, ("peer_score",))


def _skp_faults(paper: OldEvaluation, final: NumericFinal) -> Iterator[Hint]:
    if paper.skp_score is not None and paper.lines:
        yield Hint("ASM-406", {}, ("skp_score",))
    elif paper.skp_score is not None:
        yield from _range(paper.skp_score, final.highest_skp, ("skp_score",))
    elif not paper.lines:
        yield Hint("ASM-405", {}, ("skp_score",))
    elif paper.scheme is OldScheme.PP30:
        yield Hint("ASM-407", {}, ("lines",))
    else:
        if not any(line.kind in (LineKind.MAIN, LineKind.ACTION_PLAN) for line in paper.lines):
            yield Hint("ASM-416", {}, ("lines",))
        for place, line in enumerate(paper.lines, start=1):
            yield from _line_faults(paper, line, ("lines", str(place)))


def _line_faults(paper: OldEvaluation, line: OldLine, place: tuple[str, ...]) -> Iterator[Hint]:
    at = {"line": place[1]}
    if line.kind not in _kinds_of(paper):
        facts = {**at, "kind": f"LINEKIND:{line.kind.name}", "scheme": f"OLDSCHEME:{paper.scheme.name}"}
        yield Hint("ASM-415", facts, (*place, "kind"))
        return
    if paper.scheme is OldScheme.PP46 and line.kind is not LineKind.MAIN:
        return
    if line.low is not None and line.high is not None:
        if line.low <= 0:
            yield Hint("ASM-412", at, (*place, "low"))
            return
        if line.low > line.high:
            yield Hint("ASM-414", at, (*place, "high"))
            return
    if line.actual is not None and line.actual < 0:
        yield Hint("ASM-411", {"value": printed_decimal(line.actual), "low": "0", "high": "…"}, (*place, "actual"))
        return
    if line.is_measured:
        return
    needs_category = paper.scheme is OldScheme.PAN8 and (
        paper.job_class is JobClass.JA_JF or line.kind is LineKind.ADDITIONAL
    )
    given = line.category if needs_category else line.score
    if given is None:
        yield Hint("ASM-413" if needs_category else "ASM-417", at, (*place, "actual"))
    elif line.score is not None:
        yield from _range(line.score, _HIGHEST_LINE, (*place, "score"))


def _kinds_of(paper: OldEvaluation) -> frozenset[LineKind]:
    if paper.scheme is OldScheme.PP46:
        return _PP46_KINDS
    return _LEADER_KINDS if paper.job_class is JobClass.JPT_OR_AUTONOMOUS else _STAFF_KINDS


def _behaviour_faults(paper: OldEvaluation, final: NumericFinal) -> Iterator[Hint]:
    if paper.behaviour_score is not None and paper.aspects:
        yield Hint("ASM-409", {}, ("behaviour_score",))
    elif paper.behaviour_score is not None:
        yield from _range(paper.behaviour_score, final.highest_behaviour, ("behaviour_score",))
    elif not paper.aspects:
        yield Hint("ASM-408", {}, ("behaviour_score",))
    for aspect, score in paper.aspects.items():
        if aspect not in final.aspects:
            facts = {"aspect": f"OLDASPECT:{aspect.name}", "scheme": f"OLDSCHEME:{paper.scheme.name}"}
            yield Hint("ASM-410", facts, ("aspects", aspect.value))
        else:
            yield from _range(score, final.highest_behaviour, ("aspects", aspect.value))
    if paper.scheme is OldScheme.PP46 and (paper.asks_peers or paper.peer_score is not None):
        yield Hint("ASM-418", {}, ("asks_peers",))
    elif paper.peer_score is not None:
        yield from _range(paper.peer_score, final.highest_behaviour, ("peer_score",))
        if not paper.asks_peers:
            yield Hint("ASM-419", {}, ("asks_peers",))


def _range(value: Decimal, highest: Decimal, place: tuple[str, ...]) -> Iterator[Hint]:
    if not 0 <= value <= highest:
        facts = {"value": printed_decimal(value), "low": "0", "high": printed_decimal(highest)}
        yield Hint("ASM-411", facts, place)
