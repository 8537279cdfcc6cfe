"""Who is asked about whom, and codes that survive handwriting."""

from __future__ import annotations

from collections import Counter
from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.survey import (
    ALPHABET,
    CODE_SIGNS,
    SheetState,
    SurveyKind,
    SurveyRound,
    SurveySheet,
    Voice,
    check_answers,
    entered,
    plan_asks,
    read_code,
    sheet_code,
)


def round_of(**more):
    told = {"peers": 3, "subordinates": 3, "minimum": 3, **more}
    return SurveyRound("r", SurveyKind.REVIEW, "360", 2026, date(2026, 1, 2), **told)


def people(*ids):
    return [SimpleNamespace(person_id=each) for each in ids]


OFFICE = {"b": "a", "c": "a", "d": "a", "e": "a", "f": "b", "g": "b", "h": "b", "i": "b", "j": "b"}
EVERYBODY = people("a", *OFFICE)


def voices(plan, subject):
    return Counter(ask.voice for ask in plan.asks if ask.subject_id == subject)


def test_each_is_seen_from_above_beside_and_below():
    plan = plan_asks(round_of(), EVERYBODY, OFFICE)
    assert voices(plan, "b") == {Voice.SUPERIOR: 1, Voice.PEER: 3, Voice.SUBORDINATE: 3}
    assert voices(plan, "f") == {Voice.SUPERIOR: 1, Voice.PEER: 3}
    assert voices(plan, "a") == {Voice.SUBORDINATE: 3}
    lacking = {(one.subject_id, one.voice, one.found) for one in plan.short}
    assert lacking == {("a", Voice.SUPERIOR, 0), ("a", Voice.PEER, 0)}


def test_the_same_round_is_planned_alike_and_another_one_is_not():
    assert plan_asks(round_of(), EVERYBODY, OFFICE) == plan_asks(round_of(), list(reversed(EVERYBODY)), OFFICE)
    others = {tuple(plan_asks(SurveyRound(str(n), SurveyKind.REVIEW, "", 2026, date(2026, 1, 2), 2, 2, 2), EVERYBODY,
                              OFFICE).asks[:9]) for n in range(20)}  # fmt: skip
    assert len(others) > 5


@given(
    st.dictionaries(st.integers(0, 40), st.integers(0, 40), max_size=40),
    st.integers(0, 6),
    st.integers(0, 6),
    st.text(max_size=4),
)
def test_nobody_judges_himself_or_twice_and_no_peer_is_asked_more_often_than_the_rest(lines, peers, below, name):
    raters = {str(person): str(rater) for person, rater in lines.items()}
    everybody = people(*sorted(set(raters) | set(raters.values())))
    one = SurveyRound(name, SurveyKind.REVIEW, "", 2026, date(2026, 1, 2), peers, below, 2)
    asks = plan_asks(one, everybody, raters).asks
    assert len({(ask.subject_id, ask.rater_id) for ask in asks if ask.voice is Voice.PEER}) == sum(
        ask.voice is Voice.PEER for ask in asks
    )
    assert all(ask.subject_id != ask.rater_id for ask in asks)
    burden = Counter(ask.rater_id for ask in asks if ask.voice is Voice.PEER)
    assert all(count <= peers for count in burden.values())
    for ask in asks:
        if ask.voice is Voice.PEER:
            assert raters[ask.subject_id] == raters[ask.rater_id]
        elif ask.voice is Voice.SUPERIOR:
            assert raters[ask.subject_id] == ask.rater_id
        else:
            assert raters[ask.rater_id] == ask.subject_id


@given(st.binary(min_size=CODE_SIGNS, max_size=CODE_SIGNS), st.integers(0, CODE_SIGNS), st.sampled_from(ALPHABET))
def test_a_code_is_read_as_it_is_written_and_no_single_slip_is_taken_for_another(chance, at, sign):
    code = sheet_code(chance)
    assert read_code(f" {code.lower().replace('-', ' ')} ") == code
    signs = code.replace("-", "")
    if signs[at] != sign:
        with pytest.raises(UsageRefusal) as error:
            read_code(signs[:at] + sign + signs[at + 1 :])
        assert error.value.code == "SUR-108"


@pytest.mark.parametrize("typed", ["", "ABC", "K7QP-2MX", "K7QP-2MXAA", "0000-0000", "IIII-OOOO", "日本語テスト12"])
def test_what_is_no_code_is_refused(typed):
    with pytest.raises(UsageRefusal) as error:
        read_code(typed)
    assert error.value.code == "SUR-108"


@pytest.mark.parametrize(
    ("answers", "code"), [({"X9": 1}, "SUR-104"), ({"T1": 0}, "SUR-105"), ({"T1": 6}, "SUR-105"), ({}, "SUR-106")]
)
def test_answers_outside_the_sheet_are_refused(answers, code):
    with pytest.raises(UsageRefusal) as error:
        check_answers(answers, ("T1", "T2"), 5)
    assert error.value.code == code
    assert check_answers({"T2": 5}, ("T1", "T2"), 5) == {"T2": 5}


def test_two_entries_count_when_they_say_the_same():
    sheet = SurveySheet("r", "K7QP-2MXA", "a", Voice.PEER)
    with pytest.raises(UsageRefusal) as error:
        entered(sheet, {"T1": 3}, "", is_second=True)
    assert error.value.code == "SUR-107"
    once = entered(sheet, {"T1": 3}, "baik", is_second=False)
    twice, other = entered(once, {"T1": 3}, "", is_second=True), entered(once, {"T1": 4}, "", is_second=True)
    assert [one.state(True) for one in (sheet, once, twice, other)] == [
        SheetState.OUT, SheetState.ONCE, SheetState.COUNTS, SheetState.DIFFERS
    ]  # fmt: skip
    assert once.state(False) is SheetState.COUNTS and twice.remark == "baik"
