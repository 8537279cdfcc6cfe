"""Performance pay: the worked cases of section 13.9 and our own, and laws that hold whatever happens in a month."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.allowance_rules import PayComponent
from meritdesk.core.discipline import SanctionEffect, SanctionKind, SanctionLevel
from meritdesk.core.evaluation import Predicate
from meritdesk.core.people import EmploymentType
from meritdesk.core.rules import PackKind
from meritdesk.core.scoring.allowance import NegativeActivity, PayFacts, allowance, percent_text, rupiah
from meritdesk.core.timekeeping import MonthOfTime
from meritdesk.rulebook import Rulebook

with (Path(__file__).parents[2] / "rules" / "allowance.csv").open(encoding="utf-8", newline="") as stream:
    CASES = list(csv.DictReader(stream, delimiter=";"))
BOOK, MONTH = Rulebook(), date(2025, 3, 31)
RULES = {name: BOOK.pack(PackKind(f"allowance_{name.lower()}"), MONTH).body for name in ("TPP", "TRK")}


def counted(text):
    return {name: int(times) for name, times in (part.split("*") for part in text.split())}


def month(events, minutes="", absence=""):
    absent = tuple(date(2025, 3, 1) + timedelta(days=number) for number in range(events.pop("ABSENT", 0)))
    return MonthOfTime(
        "P1", 2025, 3, due=20, absent_days=absent,
        late={code: times for code, times in events.items() if code.startswith("TL")},
        early={code: times for code, times in events.items() if code.startswith("PSW")},
        validated_minutes=int(minutes or 0), absence_minutes=int(absence or 0), norm_minutes=6000,
        has_attendance=True, has_activity=bool(minutes),
    )  # fmt: skip


def cut(per_cent, number=0, stops=False):
    first = date(2025, 2, 1)
    return SanctionEffect(f"S{number}", "P1", SanctionLevel.MODERATE, SanctionKind.PAY_CUT_6, first, None,
                          Decimal(per_cent), 6, first, None, stops)  # fmt: skip


def sanctions(text):
    if text == "STOP":
        return [cut(0, stops=True)]
    return [cut(part, number) for number, part in enumerate(text.split("+")) if part]


def facts_of(case):
    amounts = {PayComponent(name): Decimal(text) for name, text in (p.split("=") for p in case["amounts"].split())}
    time = month(counted(case["events"]), case["minutes"], case["absence_minutes"])
    return PayFacts(
        amounts, "POST:X", EmploymentType(case["employment"]),
        Predicate(case["predicate"]) if case["predicate"] else None, "2025-TW1", time, sanctions(case["cut"]),
        Decimal(case["absorption"]) if case["absorption"] else None, "Dinas Kesehatan",
        wealth_report_late=case["wealth_late"] == "YA",
        innovation=Decimal(case["innovation"] or 0),
        negative=[NegativeActivity("Terjaring razia", int(case["negative"]))] if case["negative"] else [],
    )  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_the_worked_cases_come_out_to_the_rupiah(case):
    rules = RULES[case["scheme"]]
    if case["productivity"]:
        rules = replace(rules, predicate={**rules.predicate, Predicate.GOOD: Decimal(case["productivity"])})
    assert allowance(facts_of(case), rules).net == Decimal(case["expected"])


EVENTS = st.dictionaries(st.sampled_from(["TL1", "TL2", "TL4", "PSW1", "PSW3", "ABSENT"]), st.integers(1, 25))
MONTHS = st.builds(
    PayFacts,
    amounts=st.dictionaries(
        st.sampled_from(PayComponent), st.decimals(0, 20_000_000, places=2, allow_nan=False), min_size=1
    ),
    employment=st.sampled_from([EmploymentType.PNS, EmploymentType.CPNS, EmploymentType.PPPK]),
    predicate=st.none() | st.sampled_from(Predicate),
    time=st.none() | st.builds(lambda events, minutes: month(dict(events), str(minutes)), EVENTS, st.integers(1, 9000)),
    sanctions=st.lists(st.builds(cut, st.sampled_from([0, 25, 50]), st.integers(0, 3)), max_size=2),
    absorption=st.none() | st.decimals(0, 100, places=1, allow_nan=False),
    wealth_report_late=st.booleans(),
    innovation=st.integers(0, 9).map(Decimal),
    negative=st.lists(st.builds(NegativeActivity, st.just("x"), st.integers(1, 20)), max_size=2),
)


@given(MONTHS, st.sampled_from(["TPP", "TRK"]), st.sampled_from([1, 100]))
def test_the_lines_add_up_to_what_is_paid_and_nobody_owes(facts, scheme, unit):
    rules = replace(RULES[scheme], rounding=unit)
    found = allowance(facts, rules)
    assert sum((line.amount for line in found.lines), Decimal(0)) == found.net
    assert 0 <= found.net <= found.gross * (100 + rules.innovation_cap) / 100 + unit
    assert found.net % unit == 0


@given(MONTHS, st.sampled_from(["TPP", "TRK"]))
def test_who_is_better_never_gets_less(facts, scheme):
    rules = RULES[scheme]
    paid = [allowance(replace(facts, predicate=one), rules).net for one in Predicate]
    assert paid == sorted(paid, reverse=True)
    if facts.time is not None:
        more = replace(facts.time, absent_days=(*facts.time.absent_days, date(2025, 3, 30)))
        assert allowance(replace(facts, time=more), rules).net <= allowance(facts, rules).net
    assert allowance(replace(facts, wealth_report_late=True), rules).net <= allowance(
        replace(facts, wealth_report_late=False), rules
    ).net  # fmt: skip


def test_amounts_and_shares_are_written_as_the_office_writes_them():
    assert (rupiah(Decimal(1600000)), rupiah(Decimal(-500)), rupiah(Decimal(0))) == ("Rp1.600.000", "-Rp500", "Rp0")
    assert [percent_text(Decimal(text)) for text in ("0.5", "3", "91.666", "100")] == ["0,5", "3", "91,67", "100"]
