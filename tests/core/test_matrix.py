"""The role-result matrix is read off links and plans; typing into a cell and reading it back agree."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.agreement import plain_wording
from meritdesk.core.cascade import Assignment, Cascade, CascadeLink, Node, NodeKind, Offer, WorkTeam
from meritdesk.core.matrix import (
    NO_ROLE,
    CellRole,
    cell_change,
    cell_texts,
    columns_for,
    matrix_of,
    offers_of_plan,
    people_of_unit,
)
from meritdesk.core.people import Person, ReportingLine
from meritdesk.core.plan import (
    Approach,
    Indicator,
    JobClass,
    PerformancePlan,
    ResultKind,
    Target,
    WorkResult,
)

TABLES = Path(__file__).parents[1] / "rules"
PEOPLE = {key: Person(key, "", key.title(), position_title=f"Post {key}") for key in ("boss", "ani", "budi", "guest")}
LINES = [ReportingLine(key, "boss", led_unit_id="unit") for key in ("ani", "budi")]


def cases(table):
    with (TABLES / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return pytest.mark.parametrize("row", rows, ids=[row["id"] for row in rows])


def plan_of(person_id, *texts, kinds=()):
    results = tuple(
        WorkResult(
            f"{person_id}-{place}",
            place,
            kinds[place - 1] if kinds else ResultKind.MAIN,
            text,
            indicators=(Indicator(f"{person_id}-{place}-i", f"Ukuran {text}", Target("1")),),
        )
        for place, text in enumerate(texts, start=1)
    )
    return PerformancePlan(
        f"plan-{person_id}", person_id, 2025, Approach.QUANTITATIVE, JobClass.JA_JF,
        date(2025, 1, 1), date(2025, 12, 31), results,
    )  # fmt: skip


def cascade_of(*plans, links=(), more=()):
    offers = [offer for plan in plans for offer in offers_of_plan(plan, "unit")]
    return Cascade({offer.node: offer for offer in [*offers, *more]}, tuple(links))


def role(person_id, place, column, text=""):
    child = Node(NodeKind.RESULT, f"{person_id}-{place}")
    return CascadeLink(f"l-{person_id}-{place}", 2025, column, child, person_id, "unit", text)


BOSS = plan_of("boss", "Satu", "Dua", "Tiga")
COLUMNS = [Node(NodeKind.INDICATOR, f"boss-{place}-i") for place in (1, 2, 3)]
GROUP = people_of_unit("unit", "boss", PEOPLE, LINES)


@cases("matrix_roles")
def test_a_cell_prints_the_role_or_that_there_is_none(row):
    column = COLUMNS[int(row["indikator"]) - 1]
    is_in_plan = bool(row["jenis_dalam_skp"])
    kind = ResultKind.ADDITIONAL if row["jenis_dalam_skp"] == "TAMBAHAN" else ResultKind.MAIN
    plans = [BOSS, plan_of("ani", row["peran"], kinds=[kind])] if is_in_plan else [BOSS]
    links = [role("ani", 1, column)] if is_in_plan else []
    if row["peran"] and not is_in_plan:
        links = [CascadeLink("w", 2025, column, Node(NodeKind.ROLE, "w"), "ani", "unit", row["peran"])]
    table = matrix_of(GROUP, cascade_of(*plans, links=links), 2025).unit
    assert table.cell_lines("ani", column) == (row["tercetak"],)
    waiting = [one for one in table.roles("ani", column) if not one.is_in_plan]
    assert (["V-37"] if waiting else []) == row["aturan"].split()


def test_the_top_row_is_the_leaders_plan_and_the_left_column_everybody_he_rates():
    matrix = matrix_of(GROUP, cascade_of(BOSS), 2025)
    assert [column.text for column in matrix.unit.columns] == ["Ukuran Satu", "Ukuran Dua", "Ukuran Tiga"]
    assert [(row.person_id, row.is_assigned) for row in matrix.unit.rows] == [("ani", False), ("budi", False)]
    assert not matrix.unit.is_taken(COLUMNS[0])
    assert not matrix.unit.has_role("ani")
    assert matrix.teams == ()


def test_without_a_leaders_plan_the_agreement_and_placeholders_stand_in():
    goal = Offer(Node(NodeKind.AGREEMENT, "g"), "IKU", unit_id="unit")
    place = Offer(Node(NodeKind.PLACEHOLDER, "p"), "Nanti", unit_id="unit")
    columns = columns_for("unit", "boss", cascade_of(more=[goal, place]))
    assert [(column.text, column.is_placeholder) for column in columns] == [("IKU", False), ("Nanti", True)]


def test_placeholders_stay_visible_when_the_plan_comes():
    place = Offer(Node(NodeKind.PLACEHOLDER, "p"), "Nanti", unit_id="unit")
    empty = Offer(Node(NodeKind.PLACEHOLDER, "q"), "Kosong", unit_id="unit")
    cascade = cascade_of(BOSS, plan_of("ani", "Peran"), links=[role("ani", 1, place.node)], more=[place, empty])
    assert [column.text for column in columns_for("unit", "boss", cascade)][3:] == ["Nanti", "Kosong"]


def test_a_head_covers_an_indicator_by_what_his_unit_takes_up():
    goal = Offer(Node(NodeKind.AGREEMENT, "g"), "IKU kota", unit_id="unit")
    lower = Offer(Node(NodeKind.AGREEMENT, "d"), "IKU dinas", unit_id="dinas")
    links = [CascadeLink("l", 2025, goal.node, lower.node)]
    table = matrix_of(GROUP, cascade_of(more=[goal, lower], links=links), 2025, {"dinas": "ani"}).unit
    (found,) = table.roles("ani", goal.node)
    assert (found.text, found.is_own, found.unit_id) == ("IKU dinas", False, "dinas")


def test_teams_have_a_second_table_with_the_leads_results_on_top():
    team = WorkTeam("t", "unit", 2025, "Tim ANC", "ani")
    members = [Assignment("a1", 2025, "guest", "unit", "t", "elsewhere"), Assignment("a2", 2025, "budi", "unit", "t")]
    group = people_of_unit("unit", "boss", PEOPLE, LINES, [team], members)
    lead_plan, member_plan = plan_of("ani", "Hasil tim"), plan_of("guest", "Hasil tamu")
    top = Node(NodeKind.RESULT, "ani-1")
    links = [role("ani", 1, COLUMNS[0]), role("guest", 1, top)]
    matrix = matrix_of(group, cascade_of(BOSS, lead_plan, member_plan, links=links), 2025)
    assert [(row.person_id, row.is_lead) for row in matrix.unit.rows] == [("ani", True)]
    (second,) = matrix.teams
    assert [column.text for column in second.columns] == ["Hasil tim"]
    assert [(row.person_id, row.is_assigned) for row in second.rows] == [("guest", True), ("budi", False)]
    assert second.cell_lines("guest", top) == ("Hasil tamu",)
    assert second.cell_lines("budi", top) == (NO_ROLE,)
    assert matrix.tables == (matrix.unit, second)


def test_somebody_assigned_alone_stands_in_the_host_units_matrix():
    group = people_of_unit("unit", "boss", PEOPLE, LINES, (), [Assignment("a", 2025, "guest", "unit")])
    rows = matrix_of(group, cascade_of(BOSS), 2025).unit.rows
    assert [(row.person_id, row.is_assigned) for row in rows][-1] == ("guest", True)


def test_a_result_in_a_plan_without_a_cell_is_shown_beside_its_person():
    cascade = cascade_of(BOSS, plan_of("ani", "Di matriks", "Lepas"), links=[role("ani", 1, COLUMNS[0])])
    rows = {row.person_id: row.loose for row in matrix_of(GROUP, cascade, 2025).unit.rows}
    assert rows == {"ani": ("Lepas",), "budi": ()}


def test_the_cell_says_what_the_plan_says_and_remembers_what_was_agreed():
    cascade = cascade_of(BOSS, plan_of("ani", "Kata SKP"), links=[role("ani", 1, COLUMNS[0], "Kata matriks")])
    (found,) = matrix_of(GROUP, cascade, 2025).unit.roles("ani", COLUMNS[0])
    assert (found.text, found.agreed, found.is_in_plan) == ("Kata SKP", "Kata matriks", True)


def test_a_result_struck_from_the_plan_stays_in_the_cell_as_missing():
    cascade = cascade_of(BOSS, links=[role("ani", 1, COLUMNS[0], "Kata matriks")])
    (found,) = matrix_of(GROUP, cascade, 2025).unit.roles("ani", COLUMNS[0])
    assert (found.text, found.is_in_plan) == ("Kata matriks", False)


def test_a_cell_is_read_line_by_line():
    assert cell_texts("- Satu\n• Dua \r\n\nTIDAK ADA PERAN\nsatu") == ("Satu", "Dua")
    assert cell_texts("  tidak ada peran ") == ()


def cell(*texts):
    return tuple(
        CellRole(text, f"l{place}", Node(NodeKind.RESULT, f"r{place}"), True) for place, text in enumerate(texts)
    )


def test_a_corrected_spelling_is_the_same_role_and_not_a_new_one():
    before = cell("Laporan", "Diagnosa tepat")
    change = cell_change(before, "Laporan\nDiagnosa yang tepat")
    assert change.kept == (before[0],)
    assert change.renamed == ((before[1], "Diagnosa yang tepat"),)
    assert not change.added
    assert not change.removed
    assert cell_change(before, "Laporan\nDiagnosa tepat").is_nothing


def test_clearing_a_cell_takes_the_roles_out_but_not_what_the_units_agreement_covers():
    before = (*cell("Laporan"), CellRole("IKU", "l9", Node(NodeKind.AGREEMENT, "g"), True, unit_id="u"))
    assert cell_change(before, "").removed == before[:1]
    assert cell_change(before, "IKU\nLaporan").is_nothing


words = st.lists(st.sampled_from(["Satu", "Dua", "Tiga", "satu", "Empat ", "LIMA"]), max_size=5)


@given(words, words)
def test_after_a_change_the_cell_says_what_was_typed(before_texts, typed):
    before = cell(*cell_texts("\n".join(before_texts)))
    change = cell_change(before, "\n".join(typed))
    after = [*(one.text for one in change.kept), *(text for _, text in change.renamed), *change.added]
    assert sorted(after) == sorted(cell_texts("\n".join(typed)))
    told = {one.link_id for one in (*change.kept, *change.removed)} | {one.link_id for one, _ in change.renamed}
    assert told == {one.link_id for one in before}
    again = cell_change(cell(*after), "\n".join(after))
    assert again.is_nothing


@given(st.dictionaries(st.tuples(st.sampled_from(["ani", "budi"]), st.integers(0, 2)), words, max_size=6))
def test_what_is_typed_into_a_matrix_comes_back_from_the_plans(typed):
    """The round trip: each role becomes a work result linked to its column, and the matrix reads the same cells."""
    texts = {place: cell_texts("\n".join(cell_words)) for place, cell_words in typed.items()}
    plans, links = [BOSS], []
    for person_id in ("ani", "budi"):
        mine = [(column, text) for (owner, column), lines in texts.items() if owner == person_id for text in lines]
        plans.append(plan_of(person_id, *(text for _, text in mine)))
        links += [role(person_id, place, COLUMNS[column]) for place, (column, _) in enumerate(mine, start=1)]
    matrix = matrix_of(GROUP, cascade_of(*plans, links=links), 2025).unit
    for row in matrix.rows:
        for place, column in enumerate(COLUMNS):
            assert matrix.cell_lines(row.person_id, column) == (texts.get((row.person_id, place)) or (NO_ROLE,))
        assert row.loose == ()


def test_wordings_are_compared_without_capitals_and_spaces():
    assert plain_wording(" Ibu  Hamil. ") == plain_wording("ibu hamil")
