"""360 views and pulses through the desk: planned, keyed in, closed, read, and where each verb says no."""

from __future__ import annotations

import csv

import pytest
from small_office import NIPS

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.figures import FigureKind
from meritdesk.core.periods import parse_period
from meritdesk.core.survey import SheetState, SurveyKind, Voice
from meritdesk.services.print_job import Selection

WORDS = {voice: voice.value for voice in Voice}


def refused(code, verb, *arguments, **named):
    with pytest.raises(UsageRefusal) as error:
        verb(*arguments, **named)
    assert error.value.code == code


@pytest.fixture
def desk(settled):
    return settled.desk.follow_up.surveys


@pytest.fixture
def one(desk):
    round_, changes = desk.open(SurveyKind.REVIEW, " Pandangan  360 2026 ", 2026, peers=2, subordinates=2, minimum=2)
    assert changes and round_.name == "Pandangan 360 2026"
    return round_


def sheets_of(desk, one, tmp_path):
    path = tmp_path / "isian.csv"
    desk.give(one.round_id, path, WORDS)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_a_round_is_opened_once_under_a_name(desk, one):
    refused("SUR-101", desk.open, SurveyKind.REVIEW, "  ", 2026)
    refused("SUR-102", desk.open, SurveyKind.REVIEW, "b", 2026, peers=2)
    refused("SUR-102", desk.open, SurveyKind.REVIEW, "b", 2026, minimum=1)
    refused("SUR-103", desk.open, SurveyKind.PULSE, "pandangan 360 2026", 2026)


def test_planning_shows_first_then_makes_sheets_and_asks_nobody_twice(desk, one):
    shown = desk.plan(one.round_id, dry_run=True)
    assert shown.sheets and not desk.rounds()[0].sheets
    made = desk.plan(one.round_id)
    assert made.sheets == shown.sheets == desk.rounds()[0].sheets and made.plan.asks == shown.plan.asks
    assert desk.plan(one.round_id).sheets == 0
    refused("SUR-112", desk.plan, "tidak-ada")
    head = next(line for line in desk.board(one.round_id).lines if line.out.get(Voice.SUBORDINATE))
    assert head.result is None and head.out[Voice.SUBORDINATE] == 2


def test_sheets_are_keyed_in_by_code_and_nothing_is_read_before_the_round_is_closed(desk, one, tmp_path):
    desk.plan(one.round_id)
    rows = sheets_of(desk, one, tmp_path)
    first = rows[0]["KODE"]
    kept = desk.enter(one.round_id, first.lower(), {"T1": 4, "V7": 5}, " rajin ")
    assert (kept.state, kept.sheet.remark, kept.differing) == (SheetState.COUNTS, "rajin", ())
    assert desk.sheet(one.round_id, first).first == {"T1": 4, "V7": 5}
    refused("SUR-108", desk.enter, one.round_id, "AAAA-AAAB", {"T1": 1})
    refused("SUR-105", desk.enter, one.round_id, first, {"T1": 9})
    refused("SUR-110", desk.sheet, one.round_id, "2222-2222")
    refused("SUR-109", desk.print_results, one.round_id, tmp_path)
    desk.close(one.round_id)
    refused("SUR-111", desk.enter, one.round_id, first, {"T1": 1})
    refused("SUR-111", desk.close, one.round_id)


def test_a_table_of_sheets_is_taken_row_by_row(desk, one, tmp_path):
    desk.plan(one.round_id)
    rows = sheets_of(desk, one, tmp_path)
    for row in rows:
        row.update(T1="4", V1="5", CATATAN="cepat tanggap")
    rows[0]["KODE"], rows[1]["T1"], rows[2]["T1"] = "XXXX-XXXX", "7", "empat"
    path = tmp_path / "kembali.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    seen = desk.take(one.round_id, path, dry_run=True)
    assert [fault.code for fault in seen.refused] == ["SUR-108", "SUR-105", "SUR-116"]
    assert seen.counts.is_complete and not desk.rounds()[0].counting
    taken = desk.take(one.round_id, path)
    assert taken.counts.added == len(rows) - 3 == desk.rounds()[0].counting
    assert desk.take(one.round_id, path).counts.same == len(rows) - 3
    path.write_text("NAMA;T1\nAni;3\n", encoding="utf-8")
    refused("SUR-113", desk.take, one.round_id, path)


def test_what_was_said_is_printed_after_closing_and_stands_beside_the_round_before(desk, one, tmp_path):
    for turn in range(2):
        if turn:
            one, _ = desk.open(SurveyKind.REVIEW, "Pandangan 360 2027", 2027, peers=2, subordinates=2, minimum=2)
        desk.plan(one.round_id)
        for row in sheets_of(desk, one, tmp_path):
            desk.enter(one.round_id, row["KODE"], {"T1": 3 + turn, "V1": 4})
        if not turn:
            printed = desk.print_distribution(one.round_id, tmp_path / "kertas")
            assert printed.numbers[0].startswith("BAGI/")
        desk.close(one.round_id)
    board = desk.board(one.round_id)
    line = next(line for line in board.lines if line.nip == NIPS["clerk"])
    assert line.result is not None and line.before is not None
    assert (line.result.items[0].mean, line.before.items[0].mean) == (4, 3)
    outcome = desk.print_results(one.round_id, tmp_path / "kertas")
    assert len(outcome.numbers) == len(board.lines) and outcome.numbers[0].startswith("HP360/")
    assert desk.preview_result(one.round_id, line.subject_id).startswith(b"%PDF")
    refused("SUR-111", desk.print_questions, one.round_id, tmp_path)


def test_questions_are_printed_a_sheet_each_without_a_name_of_who_answers(desk, one, tmp_path):
    desk.plan(one.round_id)
    rows = sheets_of(desk, one, tmp_path)
    outcome = desk.print_questions(one.round_id, tmp_path / "kertas")
    assert len(outcome.numbers) == len(rows) and outcome.file.digest


def test_a_pulse_asks_every_unit_and_names_nobody(desk, tmp_path):
    pulse, _ = desk.open(SurveyKind.PULSE, "Denyut 2026", 2026, minimum=2, is_double=True)
    desk.plan(pulse.round_id, Selection())
    refused("SUR-115", desk.print_distribution, pulse.round_id, tmp_path)
    row = sheets_of(desk, pulse, tmp_path)[0]
    desk.enter(pulse.round_id, row["KODE"], {"V1": 5})
    again = desk.enter(pulse.round_id, row["KODE"], {"V1": 4}, is_second=True)
    assert (again.state, again.differing) == (SheetState.DIFFERS, ("V1",))
    refused("SUR-114", desk.close, pulse.round_id)
    desk.enter(pulse.round_id, row["KODE"], {"V1": 5}, is_second=True)
    desk.close(pulse.round_id)
    assert sum(line.back.get(Voice.STAFF, 0) for line in desk.board(pulse.round_id).lines) == 1
    assert desk.figures(2026) == (), "one answer is one person's answer"


def test_closing_keeps_what_departments_said_for_the_region_and_for_the_trend(settled, desk, tmp_path):
    pulse, _ = desk.open(SurveyKind.PULSE, "Denyut 2026", 2026, minimum=2)
    desk.plan(pulse.round_id, Selection())
    for place, row in enumerate(sheets_of(desk, pulse, tmp_path)):
        desk.enter(pulse.round_id, row["KODE"], {"V1": 4 + place % 2, **({"V2": 3} if place == 0 else {})})
    assert desk.figures() == ()
    desk.close(pulse.round_id)
    (told,) = desk.figures(2026)
    assert (told.item_id, told.answers >= 2, 4 < told.mean < 5) == ("V1", True, True)
    assert told.text and desk.figures(2025) == ()
    figures = settled.desk.overview.figures
    trend = figures.of(FigureKind.PULSE, parse_period("2026"))
    assert trend.categories == ("Denyut 2026",) and [one.values for one in trend.series] == [(told.mean,)]
    here = figures.of(FigureKind.PULSE, parse_period("2026"), told.unit_id)
    assert (here.unit_id, [one.values for one in here.series]) == (told.unit_id, [(told.mean,), (told.mean,)])
    assert figures.of(FigureKind.PULSE, parse_period("2025")).is_empty
