"""The merit index of an agency in both schemes, and that levels can only help."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from fnmatch import fnmatch
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.evaluation import PackRef
from meritdesk.core.merit import GivenLevel, MeritAssessment
from meritdesk.core.scoring.merit import assess
from meritdesk.core.scoring.talent import figure_text
from meritdesk.rulebook import Rulebook

TABLE = Path(__file__).parents[2] / "rules" / "merit_index.csv"
with TABLE.open(encoding="utf-8", newline="") as stream:
    CASES = list(csv.DictReader(stream, delimiter=";"))
BOOK = Rulebook()
SCHEMES = {name: BOOK.known_pack(name).body for name in ("merit-2018", "merit-2025")}


def assessment(survey="", violations="0"):
    told = Decimal(survey.replace(",", ".")) if survey else None
    return MeritAssessment("m", 2025, PackRef("", ""), told, violations=int(violations))


def levels(text, rules):
    told = [part.partition("=")[::2] for part in text.split()]
    found = []
    for part in rules.parts:
        matching = [level for pattern, level in told if fnmatch(part.code, pattern)]
        found += [GivenLevel(part.code, int(matching[-1]))] if matching else []
    return found


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_the_worked_indices_come_out(case):
    rules = SCHEMES[case["pack"]]
    found = assess(assessment(case["survey"], case["violations"]), levels(case["levels"], rules), rules)
    assert (figure_text(found.index), found.category.code) == (case["index"], case["category"])


def test_both_schemes_have_eight_aspects_and_know_the_day_from_which_they_count():
    assert [len(rules.aspects) for rules in SCHEMES.values()] == [8, 8]
    assert BOOK.known_pack("merit-2025").regulation == "PermenPANRB 19/2025"
    assert BOOK.known_pack("merit-2025").valid_from == date(2025, 12, 31)


def test_what_is_not_answered_is_said_and_stands_among_the_gaps():
    rules = SCHEMES["merit-2018"]
    found = assess(assessment(), levels("*=4 3.*=2", rules)[:-1], rules)
    assert not found.is_complete and found.reasons[-1].code == "MRT-INCOMPLETE"
    assert {gap.part.code for gap in found.gaps} == {f"3.{place}" for place in range(1, 9)} | {"8.3"}
    gains = [gap.gain for gap in found.gaps]
    assert gains == sorted(gains, reverse=True)


@given(st.sampled_from(list(SCHEMES.values())), st.data())
def test_a_higher_level_never_lowers_the_index_and_the_gap_says_what_it_brings(rules, data):
    known = [one.level for one in rules.levels]
    given_levels = [GivenLevel(part.code, data.draw(st.sampled_from(known))) for part in rules.parts]
    place = data.draw(st.integers(0, len(given_levels) - 1))
    raised = list(given_levels)
    raised[place] = GivenLevel(given_levels[place].part_code, known[-1])
    before, after = assess(assessment("0,5"), given_levels, rules), assess(assessment("0,5"), raised, rules)
    assert after.index >= before.index
    assert {gap.part.code for gap in after.gaps} <= {gap.part.code for gap in before.gaps}
