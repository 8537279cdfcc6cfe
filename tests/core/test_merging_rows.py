"""Merging what two PCs of one office did to the same people, plans and evaluations."""

from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.evaluation import EvaluationState
from meritdesk.core.handover import RecordState
from meritdesk.core.merging import CLOSED_CHANGED
from meritdesk.core.merging_rows import CLASHED, merge_rows
from meritdesk.core.three_way import OWN

OPEN, CLOSED = EvaluationState.OPEN, EvaluationState.CLOSED
PERSON = {"person_id": "p1", "name": "Siti", "grade": "III/c"}
PLAN = {"plan_id": "k1", "person_id": "p1", "version": 1}
RESULT = {"plan_id": "k1", "result_id": "h1", "text": "Laporan"}
SECOND = {"plan_id": "k1", "result_id": "h2", "text": "Rapat"}
MEASURE = {"result_id": "h2", "indicator_id": "i2", "text": "Jumlah rapat"}
EVALUATION = {"evaluation_id": "e1", "state": OPEN, "version": 1, "result_rating": None, "note": "", "digest": ""}


def tables(**changed):
    """What both sides know at first, with some tables replaced."""
    whole = {
        "pegawai": {"p1": PERSON},
        "rencana": {"k1": PLAN},
        "butir": {"h1": RESULT, "h2": SECOND},
        "indikator": {"i2": MEASURE},
        "penilaian": {"e1": EVALUATION},
    }
    return whole | changed


def merged(mine, theirs, base=None, **more):
    return merge_rows(tables() if base is None else base, mine, theirs, "PC02", {}, **more)


def states(found):
    return {(one.table, one.record_id): one.state for one in found.outcomes}


def test_different_fields_of_one_person_merge_and_are_marked():
    found = merged(
        tables(pegawai={"p1": PERSON | {"grade": "III/d"}}), tables(pegawai={"p1": PERSON | {"name": "Siti A."}})
    )
    assert found.rows["pegawai"]["p1"] == PERSON | {"grade": "III/d", "name": "Siti A."}
    assert found.parallel == {("pegawai", "p1")} and not found.clashes


def test_the_same_field_waits_and_names_both_sides():
    found = merged(
        tables(pegawai={"p1": PERSON | {"grade": "III/d"}}), tables(pegawai={"p1": PERSON | {"grade": "IV"}})
    )
    (one,) = found.clashes
    assert (one.table, one.key, one.clash.field, one.clash.mine, one.clash.theirs) == (
        "pegawai", "p1", "grade", "III/d", "IV",
    )  # fmt: skip
    assert (one.clash.mine_from, one.clash.theirs_from) == (OWN, "PC02")
    outcome = next(outcome for outcome in found.outcomes if outcome.table == "pegawai")
    assert (outcome.state, outcome.column, outcome.code) == (RecordState.CONFLICT, "grade", CLASHED)


def test_a_result_the_colleague_took_out_goes_with_its_indicators():
    found = merged(tables(), tables(butir={"h1": RESULT}, indikator={}))
    assert found.rows["butir"] == {"h1": RESULT} and found.rows["indikator"] == {}


def test_a_result_taken_out_by_one_and_worked_on_by_the_other_stays_and_is_asked_about():
    mine = tables(indikator={"i2": MEASURE | {"text": "Jumlah rapat koordinasi"}})
    found = merged(mine, tables(butir={"h1": RESULT}, indikator={}))
    assert set(found.rows["butir"]) == {"h1", "h2"} and set(found.rows["indikator"]) == {"i2"}
    assert [(one.table, one.key) for one in found.clashes] == [("indikator", "i2")]


def test_a_missing_person_or_plan_is_not_removed():
    found = merged(tables(), tables(pegawai={}, rencana={}, butir={}, indikator={}))
    assert found.rows == tables()


GONE = {
    ("pegawai", "p1"), ("rencana", "k1"), ("butir", "h1"), ("butir", "h2"), ("indikator", "i2"), ("penilaian", "e1"),
}  # fmt: skip


def test_a_person_the_colleague_removed_aloud_goes_with_everything_of_hers():
    found = merged(tables(), {name: {} for name in tables()}, removed=GONE)
    assert not any(found.rows.values()) and not found.clashes


def test_a_person_the_colleague_removed_stays_while_somebody_here_works_on_her_plan():
    mine = tables(rencana={"k1": PLAN | {"version": 2}})
    found = merged(mine, {name: {} for name in tables()}, removed=GONE)
    assert found.rows["pegawai"] == {"p1": PERSON} and found.rows["rencana"] == mine["rencana"]
    assert {(one.table, one.key, one.clash.field) for one in found.clashes} == {
        ("rencana", "k1", ""), ("pegawai", "p1", ""),
    }  # fmt: skip


def test_a_person_removed_here_comes_back_when_the_colleague_made_something_new_for_her():
    mine = {name: {} for name in tables()}
    plan = {"k9": {"plan_id": "k9", "person_id": "p1", "version": 1}}
    found = merged(mine, tables(rencana={**tables()["rencana"], **plan}))
    assert found.rows["pegawai"] == {"p1": PERSON} and ("pegawai", "p1") in found.parallel
    assert found.rows["rencana"] == plan, "the old plan stays removed"


def test_a_closed_evaluation_replaces_an_open_one_and_what_was_keyed_in_meanwhile_waits():
    mine = tables(penilaian={"e1": EVALUATION | {"note": "baik"}})
    theirs = tables(penilaian={"e1": EVALUATION | {"state": CLOSED, "result_rating": "MEETS", "note": "cukup"}})
    found = merged(mine, theirs)
    assert found.rows["penilaian"]["e1"] == theirs["penilaian"]["e1"]
    assert [(one.clash.field, one.clash.mine, one.clash.theirs) for one in found.clashes] == [("note", "baik", "cukup")]


def test_a_closed_evaluation_never_changes_within_its_version():
    closed = EVALUATION | {"state": CLOSED, "result_rating": "MEETS"}
    found = merged(tables(penilaian={"e1": closed}), tables(penilaian={"e1": closed | {"result_rating": "ABOVE"}}))
    assert found.rows["penilaian"]["e1"] == closed
    outcome = next(outcome for outcome in found.outcomes if outcome.table == "penilaian")
    assert (outcome.state, outcome.code) == (RecordState.CONFLICT, CLOSED_CHANGED)
    assert [one.clash.field for one in found.clashes] == ["result_rating"]


def test_a_newer_version_of_a_closed_evaluation_is_taken_with_all_its_parts():
    closed = EVALUATION | {"state": CLOSED, "result_rating": "MEETS"}
    part = {"evaluation_id": "e1", "value": "LOYAL", "text": "setia"}
    mine = tables(penilaian={"e1": closed}, umpan_balik={"e1|LOYAL": part})
    theirs = tables(
        penilaian={"e1": closed | {"version": 2, "result_rating": "ABOVE"}},
        umpan_balik={"e1|LOYAL": part | {"text": "sangat setia"}},
    )
    found = merged(mine, theirs)
    assert found.rows["umpan_balik"]["e1|LOYAL"]["text"] == "sangat setia"
    older = merge_rows(tables(), theirs, mine, "PC02", {})
    assert older.rows == theirs and not older.clashes


def test_every_arriving_row_has_one_outcome():
    found = merged(tables(), tables(pegawai={"p1": PERSON, "p2": PERSON | {"person_id": "p2"}}))
    assert len(found.outcomes) == sum(map(len, tables().values())) + 1
    assert states(found)["pegawai", "p2"] is RecordState.ADDED


names = st.sampled_from(["Siti", "Budi", "Ani"])
people = st.dictionaries(
    st.sampled_from(["p1", "p2", "p3"]), st.fixed_dictionaries({"name": names, "grade": names}), max_size=3
)
ratings = st.fixed_dictionaries(
    {
        "evaluation_id": st.just("e1"),
        "state": st.sampled_from([OPEN, CLOSED]),
        "version": st.integers(1, 2),
        "note": names,
    }
)


@given(people, people, people, ratings, ratings)
def test_the_same_file_again_changes_nothing(base, mine, theirs, here, there):
    arriving = {"pegawai": theirs, "penilaian": {"e1": there}}
    once = merge_rows({"pegawai": base}, {"pegawai": mine, "penilaian": {"e1": here}}, arriving, "PC02", {})
    again = merge_rows(arriving, once.rows, arriving, "PC02", {})
    assert again.rows == once.rows


@given(people, people, people)
def test_both_sides_come_to_the_same_where_nobody_is_asked(base, one, other):
    here = merge_rows({"pegawai": base}, {"pegawai": one}, {"pegawai": other}, "B", {})
    there = merge_rows({"pegawai": base}, {"pegawai": other}, {"pegawai": one}, "A", {})
    asked = {(clash.key) for clash in (*here.clashes, *there.clashes)}
    for key in here.rows["pegawai"].keys() & there.rows["pegawai"].keys() - asked:
        if key in one and key in other:
            assert here.rows["pegawai"][key] == there.rows["pegawai"][key]
