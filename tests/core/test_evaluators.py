"""Who evaluates a period: the worked cases of the regulation (8.7), and laws for every history."""

import csv
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meritdesk.core.history import EntryKind, EvaluationWindow, Evaluators, History, evaluator_for
from meritdesk.core.people import LegalStatus
from meritdesk.core.periods import Period, PeriodKind, parse_period
from tests.core.small_agency import BY_NAME, PEOPLE, UNITS, became, entry, history_of, moved, took_over

TABLE = Path(__file__).parents[1] / "rules" / "evaluators.csv"
QUARTER = Period(2025, PeriodKind.QUARTER, 3)
WINDOW = EvaluationWindow(date(2025, 9, 20), date(2025, 10, 15))


def day(text):
    return datetime.strptime(text, "%d-%m-%Y").date()


def cases():
    with TABLE.open(encoding="utf-8") as file:
        return [pytest.param(row, id=row["id"]) for row in csv.DictReader(file, delimiter=";")]


@pytest.mark.parametrize("case", cases())
def test_the_evaluator_of_every_worked_case(case):
    history = history_of(case["peristiwa"], day(case["tanggal"]) if case["tanggal"] else None)
    window = EvaluationWindow(day(case["jendela_buka"]), day(case["jendela_tutup"]))
    found = evaluator_for(case["pegawai"], parse_period(case["periode"]), window, PEOPLE, UNITS, history)
    assert found.rater_id == case["penilai"]
    assert found.led_unit_id == case["unit_capaian"]
    assert found.superior_id == case["atasan_penilai"]
    assert found.basis.name == case["dasar"]
    assert found.is_final == (case["final"] == "ya")
    if case["alasan"]:
        assert case["alasan"] in [reason.code for reason in found.reasons]
    assert found.is_due == (case["alasan"] != "REG-EVAL-NOT-DUE")


def test_the_head_of_region_is_not_evaluated():
    found = evaluator_for("walikota", QUARTER, WINDOW, PEOPLE, UNITS, History())
    assert not found.is_due
    assert [reason.code for reason in found.reasons] == ["REG-EVAL-OFFICIAL"]


def test_a_window_that_opens_after_the_period_asks_who_sits_there_when_it_opens():
    """The rater left on 5 October and the window opens on 10 October: his successor rates."""
    late = EvaluationWindow(date(2025, 10, 10), date(2025, 10, 25))
    history = history_of("penilai pindah", date(2025, 10, 5))
    assert evaluator_for("analis", QUARTER, late, PEOPLE, UNITS, history).rater_id == "pengganti"
    history = history_of("penilai pindah", date(2025, 10, 12))
    assert evaluator_for("analis", QUARTER, late, PEOPLE, UNITS, history).rater_id == "purnama"


def test_a_seat_that_falls_vacant_before_the_window_is_rated_from_above():
    history = History((entry("purnama", EntryKind.HEAD, None, date(2025, 8, 1), unit_id="direktorat"),
                       *moved("purnama", date(2025, 8, 2), "balai")))  # fmt: skip
    found = evaluator_for("analis", QUARTER, WINDOW, PEOPLE, UNITS, history)
    assert (found.rater_id, found.is_final) == ("dirjen", True)


def test_a_rater_named_by_hand_counts_from_his_day_and_only_until_his_last():
    named = entry(
        "analis", EntryKind.RATER, date(2025, 7, 1), date(2025, 9, 30), other_id="kepala balai", unit_id="balai"
    )
    found = evaluator_for("analis", QUARTER, WINDOW, PEOPLE, UNITS, History((named,)))
    assert (found.rater_id, found.led_unit_id, found.basis.name) == ("kepala balai", "balai", "ENTERED")
    later = Period(2025, PeriodKind.QUARTER, 4)
    window = EvaluationWindow(date(2025, 12, 20), date(2026, 1, 15))
    assert evaluator_for("analis", later, window, PEOPLE, UNITS, History((named,))).rater_id == "purnama"


def test_a_delegate_rates_the_members_of_the_unit_but_not_himself():
    delegation = entry("pengganti", EntryKind.DELEGATION, date(2025, 1, 1), unit_id="direktorat", other_id="purnama")
    people = tuple(replace(found, unit_id="direktorat") if found.name == "pengganti" else found for found in PEOPLE)
    everybody = Evaluators(people, UNITS, History((delegation,)), QUARTER, WINDOW).all()
    assert everybody["analis"].rater_id == "pengganti"
    assert everybody["analis"].basis.name == "DELEGATED"
    assert everybody["analis"].superior_id == "purnama"
    assert everybody["pengganti"].rater_id == "purnama"


def test_a_functional_official_without_a_unit_cannot_be_named():
    named = entry("analis", EntryKind.RATER, date(2025, 1, 1), other_id="perencana", may_rate=True)
    found = evaluator_for("analis", QUARTER, WINDOW, PEOPLE, UNITS, History((named,)))
    assert found.rater_id != "perencana"


def test_an_acting_duty_that_ended_gives_the_evaluation_back_to_the_own_line():
    acting = entry("perencana", EntryKind.PLT, date(2025, 2, 1), date(2025, 8, 31), unit_id="sekretariat")
    found = evaluator_for("perencana", QUARTER, WINDOW, PEOPLE, UNITS, History((acting,)))
    assert (found.rater_id, found.moved_on) == ("purnama", date(2025, 9, 1))


DAYS = st.dates(date(2025, 1, 1), date(2025, 12, 31))
EVENTS = st.one_of(
    st.builds(lambda who, on, to: moved(who, on, to), st.sampled_from(sorted(BY_NAME)), DAYS,
              st.sampled_from([unit.unit_id for unit in UNITS])),
    st.builds(lambda who, on, state: became(who, state, on), st.sampled_from(sorted(BY_NAME)), DAYS,
              st.sampled_from(list(LegalStatus))),
    st.builds(lambda unit, old, new, on: took_over(unit.unit_id, old, new, on), st.sampled_from(UNITS),
              st.sampled_from(sorted(BY_NAME)), st.sampled_from(sorted(BY_NAME)), DAYS),
    st.builds(lambda who, kind, unit, on, rates: (entry(who, kind, on, unit_id=unit.unit_id, may_rate=rates),),
              st.sampled_from(sorted(BY_NAME)), st.sampled_from([EntryKind.PLT, EntryKind.PLH, EntryKind.DELEGATION]),
              st.sampled_from(UNITS), DAYS, st.booleans()),
    st.builds(lambda who, other, on: (entry(who, EntryKind.RATER, on, other_id=other),),
              st.sampled_from(sorted(BY_NAME)), st.sampled_from(sorted(BY_NAME)), DAYS),
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(EVENTS, max_size=6))
def test_whatever_happened_everybody_due_has_an_evaluator_or_a_stated_problem(events):
    history = History(tuple(found for event in events for found in event))
    for found in Evaluators(PEOPLE, UNITS, history, QUARTER, WINDOW).all().values():
        assert found.is_due == found.person.is_appraised
        if found.is_due:
            assert found.rater_id or found.problem
        assert found.rater_id != found.person_id or not found.rater_id
        assert found.superior_id not in {found.person_id, found.rater_id} or not found.superior_id
        assert not (found.is_final and found.superior_id)
        if found.rater_id:
            assert found.led_unit_id
