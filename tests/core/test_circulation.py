"""A paper is always somewhere it may be, is signed in the order of its form, and its history only grows."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.circulation import (
    FOLLOWING,
    OUT_STAGES,
    DayHome,
    KeptDays,
    PaperCase,
    PaperEntry,
    PaperStage,
    PaperState,
    PaperStep,
    check_move,
    check_signature,
    next_step,
    state_of,
    whole_history,
)
from meritdesk.core.documents import Form, PaperKind, PaperStanding, SignerRole
from meritdesk.core.errors import UsageRefusal
from meritdesk.messages import Messages
from meritdesk.rulebook import Rulebook

RULES = Path(__file__).parent.parent / "rules"
ORDER = Rulebook().signing_order(date(2025, 12, 31))
TODAY = date(2026, 2, 2)
ROLES = {
    "pegawai": SignerRole.RATEE,
    "penilai": SignerRole.RATER,
    "atasan": SignerRole.SUPERIOR,
    "pimpinan": SignerRole.OTHER,
}
MOVES = {
    "ke penilai": PaperStage.AT_RATER,
    "ke pegawai": PaperStage.AT_EMPLOYEE,
    "ke atasan": PaperStage.AT_SUPERIOR,
    "kembali": PaperStage.RETURNED,
    "pindai": PaperStage.SCANNED,
    "hilang": PaperStage.LOST,
    "tarik": PaperStage.WITHDRAWN,
}


def cases(table):
    with (RULES / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return [pytest.param(row, id=row["id"]) for row in csv.DictReader(file, delimiter=";")]


def a_case(form=Form.D_1_1, state=None, standing=PaperStanding.CURRENT, today=TODAY):
    return PaperCase("D.1.1/3372/2025/000001", state or PaperState(), ORDER.of(form), standing, today)


def an_entry(place, text):
    word, _, who = text.partition(" ")
    if word == "ttd":
        return PaperEntry("d", place, TODAY, signed=ROLES[who])
    return PaperEntry("d", place, TODAY, MOVES[text])


@pytest.mark.parametrize("row", cases("signing_order"))
def test_every_form_is_signed_in_the_order_of_its_page(row):
    signing = ORDER.of(Form(row["format"]))
    steps = tuple(ROLES[name] for name in row["urutan"].split(" > ") if name)
    assert (signing.steps, signing.is_strict) == (steps, row["wajib_urut"] == "ya")


def test_the_table_of_orders_names_all_24_forms():
    assert {row.values[0]["format"] for row in cases("signing_order")} == {form.value for form in Form}
    assert ORDER.of(PaperKind.CALL_SHEET).steps == ()


@pytest.mark.parametrize("row", cases("paper_moves"))
def test_the_worked_moves_come_out_as_the_table_says(row):
    form = Form(row["format"])
    before = [an_entry(place, text) for place, text in enumerate(filter(None, row["sudah"].split(", ")), 1)]
    case = a_case(form, state_of(before))
    step = an_entry(len(before) + 1, row["langkah"])
    try:
        if step.signed is not None:
            remarks = check_signature(case, step.signed, TODAY)
        else:
            assert step.stage is not None
            remarks = check_move(case, step.stage, TODAY)
    except UsageRefusal as why:
        assert why.code == row["hasil"]
        return
    assert ([one.code for one in remarks] or ["boleh"]) == [row["hasil"]]
    if row["lanjut"]:
        state = state_of([*before, step])
        assert Messages("id").label_of(next_step(state, case.signing, case.standing)) == row["lanjut"]


def test_a_reason_opens_the_way_out_of_order_and_the_remark_stays():
    with pytest.raises(UsageRefusal, match="DOC-584") as why:
        check_move(a_case(), PaperStage.AT_EMPLOYEE, TODAY)
    assert why.value.facts["first"] == "SIGNERROLE:RATER" and why.value.facts["next"] == "PAPERSTEP:TO_RATER"
    (remark,) = check_move(a_case(), PaperStage.AT_EMPLOYEE, TODAY, "penilai dinas luar, pegawai pensiun besok")
    assert remark.code == "DOC-585"


@pytest.mark.parametrize("standing", [PaperStanding.REPLACED, PaperStanding.CANCELLED])
def test_what_was_replaced_or_cancelled_only_comes_back(standing):
    out = PaperState(PaperStage.AT_RATER, "p", "Endang", date(2026, 1, 20), entries=1)
    case = a_case(state=out, standing=standing)
    assert next_step(out, case.signing, standing) is PaperStep.CALL_BACK
    for stage in (PaperStage.AT_EMPLOYEE, PaperStage.AT_SUPERIOR):
        with pytest.raises(UsageRefusal, match="DOC-580"):
            check_move(case, stage, TODAY)
    with pytest.raises(UsageRefusal, match="DOC-580"):
        check_signature(case, SignerRole.RATER, TODAY)
    assert check_move(case, PaperStage.WITHDRAWN, TODAY) == ()
    assert check_move(case, PaperStage.LOST, TODAY, "tidak ditemukan") == ()


def test_a_draft_goes_round_to_be_read_but_nobody_signs_it():
    case = a_case(Form.A_1_6, standing=PaperStanding.DRAFT)
    assert check_move(case, PaperStage.AT_EMPLOYEE, TODAY) == ()
    with pytest.raises(UsageRefusal, match="DOC-589"):
        check_signature(case, SignerRole.RATEE, TODAY)


def test_days_to_come_and_days_before_the_last_move_are_refused():
    state = PaperState(PaperStage.AT_RATER, since=date(2026, 1, 20), entries=1)
    with pytest.raises(UsageRefusal, match="DOC-582"):
        check_move(a_case(), PaperStage.AT_RATER, TODAY + timedelta(days=1))
    with pytest.raises(UsageRefusal, match="DOC-582"):
        check_signature(a_case(), SignerRole.RATER, TODAY + timedelta(days=1))
    with pytest.raises(UsageRefusal, match="DOC-583"):
        check_move(a_case(state=state), PaperStage.RETURNED, date(2026, 1, 19))
    assert check_move(a_case(state=state), PaperStage.RETURNED, date(2026, 1, 20)) == ()


def test_a_ratee_who_signed_on_an_earlier_day_than_the_rater_is_odd_v_98():
    state = state_of([PaperEntry("d", 1, date(2026, 1, 30), signed=SignerRole.RATER)])
    assert [one.code for one in check_signature(a_case(state=state), SignerRole.RATEE, date(2026, 1, 28))] == ["V-98"]
    assert check_signature(a_case(state=state), SignerRole.RATEE, date(2026, 1, 30)) == ()


STAGES = st.sampled_from(sorted(PaperStage))
STEPS = st.lists(
    st.tuples(st.one_of(STAGES, st.sampled_from(sorted(SignerRole))), st.integers(-3, 40), st.sampled_from(["", "x"])),
    max_size=25,
)


@given(
    st.sampled_from(sorted(Form)),
    st.sampled_from(sorted(PaperStanding)),
    STEPS,
)
def test_any_sequence_of_moves_leaves_the_paper_somewhere_allowed_and_its_history_only_grows(form, standing, steps):
    history: list[PaperEntry] = []
    for what, days, reason in steps:
        state = state_of(history, date(2026, 1, 5))
        case = a_case(form, state, standing)
        day = date(2026, 1, 5) + timedelta(days=days)
        before = list(history)
        try:
            if isinstance(what, PaperStage):
                check_move(case, what, day, reason)
                history.append(PaperEntry("d", len(history) + 1, day, what))
            else:
                check_signature(case, what, day, reason)
                history.append(PaperEntry("d", len(history) + 1, day, signed=what))
        except UsageRefusal as why:
            assert why.code in {"DOC-580", "DOC-581", "DOC-582", "DOC-583", "DOC-584", "DOC-586", "DOC-587", "DOC-588",
                                "DOC-589"}  # fmt: skip
            assert history == before
            continue
        after = state_of(history, date(2026, 1, 5))
        assert history[:-1] == before and day <= TODAY
        assert after.stage is state.stage or after.stage in FOLLOWING[state.stage]
        assert set(state.signatures) <= set(after.signatures) <= set(case.signing.steps)
        if standing is not PaperStanding.CURRENT:
            assert not after.signatures
        if case.signing.is_strict and not any(reason for _, _, reason in steps):
            assert tuple(after.signatures) == case.signing.steps[: len(after.signatures)]
        assert next_step(after, case.signing, standing) in PaperStep
    assert set(FOLLOWING) == set(PaperStage)


@pytest.mark.parametrize("stage", sorted(PaperStage))
def test_no_stage_follows_itself_and_only_withdrawn_papers_are_at_the_end(stage):
    assert stage not in FOLLOWING[stage]
    assert bool(FOLLOWING[stage]) == (stage is not PaperStage.WITHDRAWN)
    assert stage.is_out == (stage in OUT_STAGES)


PRINTED = date(2026, 1, 13)


def test_days_entered_with_the_deadlines_are_told_of_the_newest_copy_printed_by_then():
    kept = KeptDays({DayHome.SIGNED_ON: date(2026, 1, 14), DayHome.HANDED_OVER_ON: date(2026, 1, 15)})
    state = state_of(whole_history([], kept, "d", PRINTED, is_newest=True), PRINTED)
    assert (state.stage, state.since) == (PaperStage.AT_EMPLOYEE, date(2026, 1, 15))
    assert state.has_signed(SignerRole.RATER)
    assert whole_history([], kept, "d", PRINTED, is_newest=False) == ()
    assert whole_history([], kept, "d", date(2026, 1, 16), is_newest=True) == ()
    back = replace(kept, days={**kept.days, DayHome.RETURNED_ON: date(2026, 1, 28)})
    state = state_of(whole_history([], back, "d", PRINTED, is_newest=True), PRINTED)
    assert state.stage is PaperStage.RETURNED and state.has_signed(SignerRole.RATEE)


def test_an_entry_shows_the_day_that_stands_in_its_home_and_that_day_is_not_told_twice():
    own = [
        PaperEntry("d", 1, None, signed=SignerRole.RATER, home=DayHome.SIGNED_ON),
        PaperEntry("d", 2, date(2026, 1, 14), PaperStage.RETURNED),
    ]
    kept = KeptDays({DayHome.SIGNED_ON: date(2026, 1, 14)}, taken=frozenset({DayHome.SIGNED_ON}))
    shown = whole_history(own, kept, "d", PRINTED, is_newest=True)
    assert [one.on for one in shown] == [date(2026, 1, 14), date(2026, 1, 14)]
    moved = replace(kept, days={DayHome.SIGNED_ON: date(2026, 1, 13)})
    assert whole_history(own, moved, "d", PRINTED, is_newest=True)[0].on == date(2026, 1, 13)


def test_a_day_kept_elsewhere_never_pulls_a_scanned_or_lost_paper_back():
    kept = KeptDays({DayHome.HANDED_OVER_ON: date(2026, 1, 15)})
    for stage in (PaperStage.SCANNED, PaperStage.LOST, PaperStage.WITHDRAWN):
        own = [PaperEntry("d", 1, date(2026, 1, 14), stage)]
        assert state_of(whole_history(own, kept, "d", PRINTED, is_newest=True)).stage is stage
