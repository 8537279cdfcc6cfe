"""The year with every case: nobody is left over, the table adds up, and the desk itself says so of each case."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

from meritdesk.core.evaluation import EvaluationState
from meritdesk.core.lines import LineFlag, RatingLine
from meritdesk.messages import Messages
from meritdesk.sample_city import telling, year
from meritdesk.sample_city.cases import MEANT_TO_STAY_OPEN, Case, CaseBook
from meritdesk.sample_city.city_clock import CityClock
from meritdesk.sample_city.guiding import GUIDED
from meritdesk.sample_city.report import Report
from meritdesk.sample_city.year import STAGES
from meritdesk.services.changes import Blocked

pytestmark = pytest.mark.xdist_group("city year")  # one worker lives the year for all of them

STAFF = 400


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return year.live(tmp_path_factory.mktemp("story") / "city", STAFF, 2025, 7101, lambda done, total: None)


def test_no_case_is_left_unhandled_and_the_counts_add_up(report: Report) -> None:
    cases = report.cases
    assert cases.unhandled == 0
    assert all(line.is_complete for line in cases.lines)
    people, closed, waived, not_due, still_open = cases.totals
    assert people == closed + waived + not_due + still_open
    assert cases.due == closed + waived + still_open
    assert {line.case for line in cases.lines if line.open} <= {case.value for case in MEANT_TO_STAY_OPEN}
    assert still_open == report.blocked == sum(sum(line.codes.values()) for line in cases.lines)


def test_nearly_every_case_happens_in_a_city_of_this_size(report: Report) -> None:
    found = {line.case for line in report.cases.lines}
    rare = {Case.VACANT_SUPERIOR, Case.VACANT_FILLED, Case.VACANT_OFFICIAL, Case.PROMOTED}  # need several vacant heads
    assert found >= {case.value for case in set(Case) - rare}


@pytest.mark.parametrize(
    ("case", "flag"),
    [
        (Case.RATER_DIED, LineFlag.BY_SUPERIOR),
        (Case.RATER_SILENT, LineFlag.BY_SUPERIOR),
        (Case.MOVED, LineFlag.MOVED),
        (Case.STUDY_DROPPED, LineFlag.DROPPED_OUT),
        (Case.STUDY_STARTED, LineFlag.STUDY_LEAVE),
        (Case.WAIVED, LineFlag.WAIVED),
        (Case.OBJECTION_UPHELD, LineFlag.NEW_VERSION),
    ],
)
def test_the_desk_itself_marks_everybody_of_a_case(report: Report, case: Case, flag: LineFlag) -> None:
    line = next(line for line in report.cases.lines if line.case == case.value)
    assert line.flags.get(flag.value) == line.people > 0


def test_leavers_are_not_due_and_waived_people_are_closed_by_waiver(report: Report) -> None:
    lines = {line.case: line for line in report.cases.lines}
    for case in (Case.PENSIONED, Case.LEFT, Case.DIED):
        assert lines[case.value].not_due == lines[case.value].people > 0
    assert lines[Case.WAIVED.value].waived == lines[Case.WAIVED.value].people
    assert lines[Case.NO_PLAN.value].codes == {"ASM-102": lines[Case.NO_PLAN.value].people}


def test_what_was_done_is_counted(report: Report) -> None:
    deeds = report.cases.deeds
    assert deeds["PERIODIC_CLOSED"] == deeds["PERIODIC_DUE"] > 0
    assert deeds["CLOSED_IN_TIME"] + deeds["CLOSED_LATE"] == report.evaluations
    assert deeds["OBJECTION_REFUSED:V-89"] and deeds["OBJECTION_REFUSED:V-90"]
    assert deeds["OBJECTION_UPHELD"] == deeds["D_1_3"] > 0 and deeds["OBJECTION_REJECTED"]
    assert deeds["CALIBRATION"] and deeds["SECOND_PLAN"] and deeds["DELEGATION"]


def test_some_people_keep_records_and_their_forms_are_printed(report: Report) -> None:
    assert report.cases.deeds["RECORDS_KEPT"] >= 4
    printed = {path.name[:5] for path in (Path(report.folder) / "paper").glob("B.1.*.pdf")}
    assert printed >= {"B.1.1", "B.1.2", "B.1.3", "B.1.5"}


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_demo_prints_every_case_in_words(report: Report, language: str) -> None:
    lines = telling.tell(report, Messages(language), lambda number, words: str(number))
    told = "\n".join(lines)
    for case in report.cases.lines:
        assert Messages(language).label(f"CASE:{case.case}") in told
    for key in ("CASE:", "CASEDONE:", "DEED:", "STAGE:", "COLUMN:"):
        assert key not in told
    shown = {Messages(language).label(f"STAGE:{stage.name.upper()}") for stage in report.stages}
    assert not shown & {stage.name.upper() for stage in report.stages}


def test_the_smallest_city_lives_its_year_too(tmp_path: Path) -> None:
    report = year.live(tmp_path / "city", year.SMALLEST, 2025, 1, lambda done, total: None)
    assert report.cases.unhandled == 0 and all(line.is_complete for line in report.cases.lines)


def line(nip: str, state: EvaluationState | None, *flags: LineFlag) -> RatingLine:
    return RatingLine(nip, nip, "A", "", "", "", "", "", "", "", None, 0, 0, None, None, None, None, "", "", state, 1,
                      flags=flags)  # fmt: skip


def test_somebody_open_without_a_case_that_means_it_counts_as_unhandled() -> None:
    book = CaseBook()
    book.note(Case.NO_PLAN, ["1"])
    book.note(Case.WAIVED, ["1", "2"])
    lines = [line("1", None), line("2", EvaluationState.CLOSED, LineFlag.WAIVED), line("3", EvaluationState.OPEN)]
    table = book.table(["1", "2", "3", "4", "5"], lines, [Blocked("1", "A", "ASM-102"), Blocked("5", "E", "V-64")])
    assert (table.due, table.unhandled) == (4, 2)
    assert table.totals == (5, 0, 1, 1, 3)
    assert {one.case: dict(one.codes) for one in table.lines if one.open} == {
        "NO_PLAN": {"ASM-102": 1},
        "ORDINARY": {"-": 1, "V-64": 1},
    }


def test_somebody_is_guided_and_some_leaders_explain_their_indicators(report: Report) -> None:
    stages = {stage.name: stage for stage in report.stages}
    assert stages["guidance"].added == GUIDED and stages["aids"].added > 0
    assert stages["kpi"].read >= stages["kpi"].added > 0 and stages["problems"].added > 0
    assert len(report.stages) == STAGES


def test_the_clock_of_the_story_never_goes_back() -> None:
    clock = CityClock(date(2025, 4, 1))
    clock.move_to(date(2025, 3, 1))
    assert clock().date() == date(2025, 4, 1)
    assert clock().utcoffset() is not None and isinstance(clock(), datetime)


def test_the_page_in_docs_was_written_by_its_script() -> None:
    root = Path(__file__).resolve().parents[2]
    page = (root / "docs" / "city-year.md").read_text(encoding="utf-8")
    assert "**Not dealt with: 0.**" in page
    asked = subprocess.run(
        [sys.executable, str(root / "docs" / "city_year.py"), "--help"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert asked.returncode == 0 and "--staff" in asked.stdout


def test_papers_are_in_every_stage_with_some_to_call_back_and_mandates_to_sign(report: Report) -> None:
    deeds = report.cases.deeds
    assert min(deeds["PAPERS_OUT"], deeds["PAPERS_RETURNED"], deeds["PAPERS_SCANNED"]) > 30
    assert deeds["PAPERS_RECALLED"] == 2 and deeds["MANDATE"] == 2
