"""What a round says, and that nobody's answer can be read out of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.scoring.survey import department_means, result_of
from meritdesk.core.survey import OPEN_VOICES, ItemGroup, SurveyItem, SurveyKind, SurveyRound, SurveySheet, Voice

ITEMS = (
    SurveyItem("T1", ItemGroup.TRAIT, "Kecerdasan", "Intelligence"),
    SurveyItem("V1", ItemGroup.VALUE, "Pelayanan", "Service"),
)
ROUND = SurveyRound("r", SurveyKind.REVIEW, "360", 2026, date(2026, 1, 2), 3, 3, 3)


def sheets(voice, *answers, remark=""):
    return [SurveySheet("r", f"{voice}{n}", "a", voice, one, {}, remark) for n, one in enumerate(answers)]


def test_means_by_voice_half_up_and_a_voice_below_the_least_number_is_left_out_of_the_whole():
    told = [
        *sheets(Voice.SUPERIOR, {"T1": 5, "V1": 4}),
        *sheets(Voice.PEER, {"T1": 4}, {"T1": 4}, {"T1": 5, "V1": 1}, remark="rajin"),
        *sheets(Voice.SUBORDINATE, {"T1": 1}, {"T1": 1}, remark="pemarah"),
    ]
    found = result_of("a", told, ROUND, ITEMS)
    trait, value = found.items
    assert (trait.voices[Voice.PEER].mean, trait.voices[Voice.PEER].count) == (Decimal("4.33"), 3)
    assert trait.voices[Voice.SUBORDINATE].mean is None and found.hidden == (Voice.SUBORDINATE,)
    assert trait.mean == Decimal("4.50") and value.mean == Decimal("4.00")
    assert value.voices[Voice.PEER].mean is None, "one answer of three sheets is one person's answer"
    assert found.remarks == ("rajin",) * 3
    assert (found.mean_of(ItemGroup.TRAIT), found.mean) == (Decimal("4.50"), Decimal("4.25"))


def test_a_sheet_keyed_in_once_of_two_does_not_count():
    once = SurveyRound("r", SurveyKind.REVIEW, "360", 2026, date(2026, 1, 2), 3, 3, 3, is_double=True)
    assert result_of("a", sheets(Voice.PEER, {"T1": 4}), once, ITEMS).sheets == {}


@given(
    st.lists(st.tuples(st.sampled_from(list(Voice)), st.dictionaries(st.sampled_from(["T1", "V1"]), st.integers(1, 5),
             min_size=1)), max_size=14),
    st.integers(2, 5),
)  # fmt: skip
def test_whatever_a_hidden_voice_said_nothing_that_is_shown_changes(told, minimum):
    one = SurveyRound("r", SurveyKind.REVIEW, "360", 2026, date(2026, 1, 2), 3, 3, minimum)
    some = [SurveySheet("r", str(n), "a", voice, answers, {}, "x") for n, (voice, answers) in enumerate(told)]
    found = result_of("a", some, one, ITEMS)
    counted = {(voice, item): 0 for voice in Voice for item in ("T1", "V1")}
    for sheet in some:
        for item in sheet.first:
            counted[sheet.voice, item] += 1
    turned = [
        SurveySheet("r", sheet.code, "a", sheet.voice, {
            item: 6 - answer if sheet.voice not in OPEN_VOICES and counted[sheet.voice, item] < minimum else answer
            for item, answer in sheet.first.items()
        }, {}, "x")
        for sheet in some
    ]  # fmt: skip
    assert result_of("a", turned, one, ITEMS) == found


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.integers(1, 5)), max_size=20), st.integers(2, 5))
def test_a_department_tells_only_what_at_least_the_least_number_wrote_and_nothing_of_a_part_that_is_too_small(
    told, minimum
):
    one = SurveyRound("r", SurveyKind.PULSE, "Denyut", 2026, date(2026, 1, 2), 0, 0, minimum)
    some = [SurveySheet("r", str(n), unit, Voice.STAFF, {"V1": one}, {}, "") for n, (unit, one) in enumerate(told)]
    by_unit = {unit: sum(sheet.subject_id == unit for sheet in some) for unit in "abcd"}
    small = {unit for unit, count in by_unit.items() if count < minimum}
    left = sum(by_unit[unit] for unit in small)
    found = department_means(some, one, ITEMS)
    assert all(item.answers >= minimum for item in found)
    assert not found or found[0].answers in (len(some), len(some) - left)
    if 0 < left < minimum:
        assert found == department_means([sheet for sheet in some if sheet.subject_id not in small], one, ITEMS)


def test_a_360_view_is_told_of_a_department_only_where_enough_people_were_seen():
    def seen(*people):
        return [SurveySheet("r", f"{who}{n}", who, Voice.PEER, {"T1": 4}, {}, "") for who in people for n in range(3)]

    assert department_means(seen("a", "b"), ROUND, ITEMS) == ()
    (found,) = department_means(seen("a", "b", "c"), ROUND, ITEMS)
    assert (found.item.item_id, found.answers, found.mean) == ("T1", 9, Decimal("4.00"))
