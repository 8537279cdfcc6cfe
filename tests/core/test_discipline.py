"""Sanctions under PP 94/2021: what each does, how long, and what an appeal or a revocation leaves of it."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.discipline import (
    Appeal,
    Sanction,
    SanctionKind,
    SanctionLevel,
    SanctionState,
    appealed,
    decided,
    effect_of,
    gravest,
    months_later,
    revoked,
    state_on,
)
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.rules import PackKind
from meritdesk.rulebook import Rulebook

with (Path(__file__).parents[1] / "rules" / "sanctions.csv").open(encoding="utf-8", newline="") as stream:
    CASES = list(csv.DictReader(stream, delimiter=";"))
RULES = Rulebook().pack(PackKind.DISCIPLINE, date(2025, 1, 1)).body
TODAY = date(2026, 1, 2)


def sanction(kind=SanctionKind.PAY_CUT_6, starts=date(2025, 3, 10), **more):
    given = {"letter_number": "800/1/2025", "decided_on": starts, "decided_by": "Wali Kota", "reason": "Pasal 4"}
    return Sanction("S1", "P1", kind, starts=starts, author="Kasubag", **{**given, **more})


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_what_a_sanction_does_is_what_the_table_says(case):
    day = {name: date.fromisoformat(text) if (text := case[name]) else None for name in ("revoked_on", "ends",
           "cut_starts", "cut_ends")}  # fmt: skip
    told = decided(sanction(SanctionKind(case["kind"]), date.fromisoformat(case["starts"])), RULES, TODAY)
    told = replace(told, revoked_on=day["revoked_on"], appeal=Appeal(case["appeal"]))
    effect = effect_of(told, RULES)
    if not case["level"]:
        assert effect is None
        return
    assert (effect.level, effect.ends) == (SanctionLevel(case["level"]), day["ends"])
    assert (effect.cut_percent, effect.cut_starts, effect.cut_ends) == (
        Decimal(case["cut"]),
        day["cut_starts"],
        day["cut_ends"],
    )


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("FOL-301", {"letter_number": " "}),
        ("FOL-301", {"reason": ""}),
        ("FOL-302", {"decided_on": date(2025, 3, 11)}),
        ("FOL-303", {"ends": date(2025, 3, 9)}),
        ("FOL-304", {"decided_on": date(2026, 1, 3), "starts": date(2026, 1, 4)}),
    ],
)
def test_a_decision_that_cannot_be_is_refused(code, change):
    with pytest.raises(UsageRefusal) as error:
        decided(replace(sanction(), **change), RULES, TODAY)
    assert error.value.code == code


def test_a_revoked_sanction_is_neither_appealed_nor_revoked_again():
    gone = revoked(sanction(), date(2025, 6, 15), "800/2", "Bukti baru")
    for verb in (lambda: revoked(gone, TODAY, "800/3", "x"), lambda: appealed(gone, TODAY, Appeal.PENDING, "")):
        with pytest.raises(UsageRefusal) as error:
            verb()
        assert error.value.code == "FOL-305"
    with pytest.raises(UsageRefusal) as error:
        revoked(sanction(), TODAY, "", "")
    assert error.value.code == "FOL-307"
    with pytest.raises(UsageRefusal) as error:
        appealed(sanction(), date(2025, 3, 9), Appeal.PENDING, "")
    assert error.value.code == "FOL-306"


def test_how_a_sanction_stands_follows_the_calendar():
    one = decided(sanction(), RULES, TODAY)
    states = [state_on(one, RULES, date(2025, month, 10)) for month in (2, 3, 9, 10)]
    assert states == [SanctionState.AHEAD, SanctionState.IN_FORCE, SanctionState.OVER, SanctionState.OVER]
    assert state_on(appealed(one, date(2025, 4, 1), Appeal.ANNULLED, ""), RULES, TODAY) is SanctionState.REVOKED
    waits = replace(RULES, appeal_suspends=True)
    assert state_on(replace(one, appeal=Appeal.PENDING), waits, date(2025, 4, 1)) is SanctionState.SUSPENDED
    assert effect_of(replace(one, appeal=Appeal.PENDING), waits) is None


@given(st.dates(date(2021, 9, 1), date(2090, 1, 1)), st.sampled_from([6, 9, 12]))
def test_a_cut_of_some_months_is_a_cut_of_exactly_so_many_paydays(starts, months):
    effect = effect_of(decided(sanction(SanctionKind(f"PAY_CUT_{months}"), starts), RULES, date(2099, 1, 1)), RULES)
    paydays = [months_later(starts.replace(day=1), number) for number in range(-3, 24)]
    assert sum(effect.cuts_on(day) for day in paydays) == months


def test_the_gravest_of_several_counts():
    kinds = (SanctionKind.ORAL_WARNING, SanctionKind.RELEASE, SanctionKind.PAY_CUT_6)
    assert gravest(effect_of(decided(sanction(kind), RULES, TODAY), RULES) for kind in kinds) is SanctionLevel.SEVERE
    assert gravest([]) is None
