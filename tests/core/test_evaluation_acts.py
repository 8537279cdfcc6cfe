"""Take-over, drop-out and reuse: what is recorded, and what is refused when the ground for it is missing."""

from dataclasses import replace
from datetime import date

import pytest

from meritdesk.core.circumstances import Circumstances, TakeOverBasis
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Evaluation, EvaluationState, Predicate, Rating
from meritdesk.core.evaluation_acts import (
    after_drop_out,
    given_back,
    last_periodic,
    not_reusing,
    reusing,
    taken_over_by,
)
from meritdesk.core.periods import parse_period

CLOSES = date(2026, 1, 31)
OPEN = Evaluation("e1", "ani", parse_period("2025"))


def closed(period, result=Rating.ABOVE, behaviour=Rating.ABOVE, label=Predicate.VERY_GOOD):
    return Evaluation(
        f"e-{period}",
        "ani",
        parse_period(period),
        result,
        behaviour,
        predicate=label,
        state=EvaluationState.CLOSED,
        version=1,
    )


def take(basis, today=date(2026, 2, 2), evaluator="atasan", reason="Penilai tidak menilai"):
    return taken_over_by(OPEN, evaluator, "penilai", basis, reason, today, CLOSES)


@pytest.mark.rule("V-79", "fires")
def test_the_superior_waits_until_the_window_is_over():
    with pytest.raises(UsageRefusal, match="V-79"):
        take(TakeOverBasis.NOT_RATED, CLOSES)


@pytest.mark.rule("V-79", "silent")
def test_after_the_window_or_for_an_absent_rater_the_superior_evaluates():
    assert take(TakeOverBasis.NOT_RATED).is_by_superior
    assert take(TakeOverBasis.ABSENT, date(2025, 12, 1)).evaluator_id == "atasan"
    assert given_back(take(TakeOverBasis.ABSENT)) == OPEN


def test_a_take_over_says_why_and_never_falls_to_the_rater_or_the_ratee():
    with pytest.raises(UsageRefusal, match="ASM-132"):
        take(TakeOverBasis.ABSENT, reason=" ")
    for wrong in ("ani", "penilai"):
        with pytest.raises(UsageRefusal, match="ASM-134"):
            take(TakeOverBasis.ABSENT, evaluator=wrong)


def test_a_drop_out_rests_on_a_letter_and_can_be_withdrawn():
    with pytest.raises(UsageRefusal, match="ASM-131"):
        after_drop_out(OPEN, date(2025, 8, 1), "")
    gone = after_drop_out(OPEN, date(2025, 8, 1), "Surat Rektor 12/2025")
    assert gone.circumstances.drop_out.reference == "Surat Rektor 12/2025"
    assert after_drop_out(gone, None, "") == OPEN


def test_the_last_periodic_result_is_the_latest_closed_one_before_the_period():
    several = [closed("2024-TW3"), closed("2024-TW4"), closed("2024"), closed("2025-TW2")]
    assert last_periodic(several, parse_period("2025-02")).period.code == "2024-TW4"
    without_label = replace(closed("2024-TW4"), predicate=None)
    still_open = replace(closed("2024-TW4"), state=EvaluationState.OPEN)
    assert last_periodic([without_label, still_open, closed("2024")], parse_period("2025-02")) is None


@pytest.mark.rule("V-81", "fires")
def test_a_result_is_not_reused_without_an_agreement():
    month = replace(OPEN, period=parse_period("2025-02"))
    with pytest.raises(UsageRefusal, match="V-81"):
        reusing(month, [closed("2024-TW4")], date(2025, 3, 3), "  ")


@pytest.mark.rule("V-81", "silent")
def test_sari_in_a_monthly_ministry_may_keep_last_years_last_quarter_by_agreement():
    month = replace(OPEN, period=parse_period("2025-02"))
    sari = reusing(month, [closed("2024-TW4")], date(2025, 3, 3), "Berita acara 3 Maret 2025")
    assert (sari.result_rating, sari.behaviour_rating) == (Rating.ABOVE, Rating.ABOVE)
    assert sari.circumstances.reuse.source_period == "2024-TW4"
    assert sari.predicate is None
    back = not_reusing(sari)
    assert back.circumstances == Circumstances() and back.result_rating is None


def test_an_annual_evaluation_never_reuses_a_periodic_result():
    with pytest.raises(UsageRefusal, match="ASM-136"):
        reusing(OPEN, [closed("2024-TW4")], date(2026, 1, 5), "Berita acara")
    with pytest.raises(UsageRefusal, match="ASM-135"):
        reusing(replace(OPEN, period=parse_period("2025-02")), [], date(2025, 3, 3), "Berita acara")


def test_nothing_is_recorded_on_a_closed_evaluation():
    with pytest.raises(UsageRefusal, match="ASM-120"):
        after_drop_out(closed("2025"), date(2025, 8, 1), "Surat")
