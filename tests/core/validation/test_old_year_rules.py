"""What an old paper lacks, each fault with its place; and what only asks."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from meritdesk.core.old_years import (
    LineKind,
    OldAspect,
    OldCategory,
    OldEvaluation,
    OldLine,
    OldPart,
    OldScheme,
)
from meritdesk.core.periods import parse_period
from meritdesk.core.plan import JobClass
from meritdesk.core.scoring.numeric_final import old_result
from meritdesk.core.validation.old_year_rules import old_faults, old_remarks, period_hints
from meritdesk.rulebook import Rulebook

BOOK = Rulebook()
TEN = Decimal(10)
COMPLETE = OldEvaluation(
    "e", "p", 2021, OldPart.SECOND_HALF, OldScheme.PAN8, skp_score=Decimal(95), behaviour_score=Decimal(92)
)


def codes(paper):
    return [fault.code for fault in old_faults(paper, BOOK.old_rules(paper.part.last_day(paper.year)))]


def lined(*lines, **more):
    return replace(COMPLETE, skp_score=None, lines=lines, **more)


def test_a_complete_paper_has_no_faults():
    assert codes(COMPLETE) == []


@pytest.mark.rule("V-100", "fires")
@pytest.mark.parametrize("scheme", [OldScheme.PP46, OldScheme.PP30])
def test_july_to_december_2021_is_not_calculated_by_an_older_rule(scheme):
    assert codes(replace(COMPLETE, scheme=scheme)) == ["V-100"]


@pytest.mark.rule("V-100", "fires")
@pytest.mark.parametrize("code", ["2021", "2021-TW3", "2021-12"])
def test_a_period_that_reaches_into_the_second_half_of_2021_is_named(code):
    assert [hint.code for hint in period_hints(parse_period(code))] == ["V-100"]


@pytest.mark.rule("V-100", "silent")
@pytest.mark.parametrize("code", ["2021-TW2", "2021-06", "2022", "2022-01", "2025"])
def test_a_period_outside_of_it_is_not_named(code):
    assert period_hints(parse_period(code)) == ()


@pytest.mark.rule("V-100", "silent")
def test_the_first_half_of_2021_may_follow_pp_46():
    assert codes(replace(COMPLETE, part=OldPart.FIRST_HALF, scheme=OldScheme.PP46)) == []


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        (replace(COMPLETE, year=2022, part=OldPart.YEAR), ["ASM-401"]),
        (replace(COMPLETE, year=2013, part=OldPart.YEAR, scheme=OldScheme.PP46), ["ASM-402"]),
        (replace(COMPLETE, part=OldPart.YEAR), ["ASM-403"]),
        (replace(COMPLETE, year=2020), ["ASM-403"]),
        (replace(COMPLETE, year=2018, part=OldPart.YEAR, scheme=OldScheme.PP30), ["ASM-404"]),
        (replace(COMPLETE, skp_score=None), ["ASM-405"]),
        (replace(COMPLETE, lines=(OldLine(1),)), ["ASM-406"]),
        (
            replace(lined(OldLine(1)), year=2020, part=OldPart.YEAR, scheme=OldScheme.PP30),
            ["ASM-407"],
        ),
        (replace(COMPLETE, behaviour_score=None), ["ASM-408"]),
        (replace(COMPLETE, aspects={OldAspect.SERVICE: TEN}), ["ASM-409"]),
        (replace(COMPLETE, behaviour_score=None, aspects={OldAspect.INTEGRITY: TEN}), ["ASM-410"]),
        (replace(COMPLETE, skp_score=Decimal("120.01")), ["ASM-411"]),
        (replace(COMPLETE, behaviour_score=Decimal(-1)), ["ASM-411"]),
        (lined(OldLine(1, low=Decimal(0), high=Decimal(0), actual=TEN)), ["ASM-412"]),
        (lined(OldLine(1, low=TEN, high=TEN)), ["ASM-413"]),
        (lined(OldLine(1, score=TEN)), ["ASM-413"]),
        (lined(OldLine(1, category=OldCategory.GOOD)), []),
        (lined(OldLine(1, low=TEN, high=Decimal(9), actual=TEN)), ["ASM-414"]),
        (lined(OldLine(1, LineKind.ACTION_PLAN, category=OldCategory.GOOD)), ["ASM-415"]),
        (lined(OldLine(1, LineKind.ADDITIONAL, category=OldCategory.GOOD)), ["ASM-416"]),
        (lined(OldLine(1, category=OldCategory.GOOD), job_class=JobClass.JPT_OR_AUTONOMOUS), ["ASM-417"]),
        (
            replace(COMPLETE, year=2020, part=OldPart.YEAR, scheme=OldScheme.PP46, asks_peers=True),
            ["ASM-418"],
        ),
        (replace(COMPLETE, peer_score=TEN), ["ASM-419"]),
    ],
)
def test_each_fault_is_named(paper, expected):
    assert codes(paper) == expected


def remarks(paper):
    rules = BOOK.old_rules(paper.part.last_day(paper.year))
    assert old_faults(paper, rules) == ()
    return [hint.code for hint in old_remarks(paper, old_result(paper, rules), rules)]


def test_a_paper_that_says_something_else_is_asked_about_and_not_changed():
    assert remarks(COMPLETE) == []
    assert remarks(replace(COMPLETE, stated_score=Decimal("94.1"), stated_category=OldCategory.GOOD)) == []
    stated = replace(COMPLETE, stated_score=Decimal("95"), stated_category=OldCategory.VERY_GOOD)
    assert remarks(stated) == ["ASM-421", "ASM-422"]


def test_missing_and_surplus_aspects_are_asked_about():
    aspects = {OldAspect.SERVICE: TEN, OldAspect.COMMITMENT: TEN, OldAspect.INITIATIVE: TEN}
    some = replace(COMPLETE, behaviour_score=None, aspects=aspects)
    assert remarks(some) == ["ASM-423"]
    full = {**aspects, OldAspect.COOPERATION: TEN}
    assert remarks(replace(some, aspects=full)) == []
    assert remarks(replace(some, aspects=full, is_leader=True)) == ["ASM-423"]
    assert remarks(replace(some, aspects={**full, OldAspect.LEADERSHIP: TEN})) == ["ASM-424"]


def test_an_unusual_rule_and_a_missing_survey_are_asked_about():
    early = replace(COMPLETE, year=2020, part=OldPart.YEAR, scheme=OldScheme.PP30)
    assert remarks(early) == ["ASM-425"]
    assert remarks(replace(COMPLETE, asks_peers=True)) == ["ASM-426"]
    assert remarks(replace(COMPLETE, asks_peers=True, peer_score=Decimal(90))) == []


def test_the_last_day_of_a_part_chooses_the_rules():
    assert OldPart.FIRST_HALF.last_day(2021) == date(2021, 6, 30)
    assert OldPart.SECOND_HALF.last_day(2021) == OldPart.YEAR.last_day(2021) == date(2021, 12, 31)
