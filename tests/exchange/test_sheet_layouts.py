"""A file of one kind given to the reader of another is refused as a whole, with the name of what it looks like."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from meritdesk.core.errors import FileRefusal
from meritdesk.exchange.layouts import (
    read_absences,
    read_activities,
    read_actuals,
    read_agreements,
    read_assessment,
    read_attendance,
    read_budgets,
    read_credit_items,
    read_habits,
    read_holidays,
    read_kpi,
    read_machine_ids,
    read_merit_levels,
    read_old_years,
    read_pay_amounts,
    read_pay_inputs,
    read_plans,
    read_rosters,
    read_sanctions,
    read_scores,
    read_staff,
    read_trainings,
    read_unit_actuals,
    read_units,
)
from meritdesk.exchange.sheet_layouts import KNOWN_LAYOUTS
from meritdesk.messages import Messages
from meritdesk.sample_city.files import STAFF_HEADINGS, UNIT_HEADINGS

READERS: dict[str, Callable[..., object]] = {
    "UNITS": read_units, "STAFF": read_staff, "PLANS": read_plans, "ACTUALS": read_actuals,
    "RATINGS": read_assessment, "LEVELS": read_assessment, "OLD_YEARS": read_old_years, "OLD_LINES": read_old_years,
    "AGREEMENTS": read_agreements, "UNIT_ACTUALS": read_unit_actuals, "HOLIDAYS": read_holidays,
    "TRAININGS": read_trainings, "SCORES": read_scores, "MERIT_LEVELS": read_merit_levels,
    "PAY_AMOUNTS": read_pay_amounts, "PAY_INPUTS": read_pay_inputs, "SANCTIONS": read_sanctions,
    "ATTENDANCE_TAPS": read_attendance, "ATTENDANCE_DAYS": read_attendance, "ABSENCES": read_absences,
    "CREDIT_ITEMS": read_credit_items, "HABITS": read_habits,
    "ROSTERS": read_rosters, "MACHINE_IDS": read_machine_ids, "ACTIVITIES": read_activities,
    "KPI": read_kpi, "BUDGETS": read_budgets,
}  # fmt: skip
HEADINGS = {layout.name: tuple(names[0] for names in layout.columns.values()) for layout in KNOWN_LAYOUTS}
HEADINGS |= {"UNITS": UNIT_HEADINGS, "STAFF": STAFF_HEADINGS}


def refusal(folder: Path, reader: str, headings: tuple[str, ...], rows: str = "x\n") -> FileRefusal:
    path = folder / "a.csv"
    path.write_text(";".join(headings) + "\n" + rows, encoding="utf-8")
    with pytest.raises(FileRefusal) as caught:
        READERS[reader](path, lambda done, total: None)
    return caught.value


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("given", HEADINGS)
def test_every_reader_refuses_the_file_of_every_other(tmp_path: Path, reader: str, given: str) -> None:
    if READERS[reader] is READERS[given]:
        assert refusal(tmp_path, given, HEADINGS[given], "").code == "IMP-219"
        return
    fault = refusal(tmp_path, reader, HEADINGS[given])
    assert (fault.code, fault.facts["found"]) == ("IMP-204", f"LAYOUT:{given}")


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_refusal_says_in_words_what_the_file_is_and_where_it_goes(tmp_path: Path, language: str) -> None:
    fault = refusal(tmp_path, "UNITS", STAFF_HEADINGS)
    told = Messages(language).sentence(fault.code, fault.facts)
    assert "Profil ASN" in told and "register import (" in told and "{" not in told and ":" not in told


def test_a_missing_heading_of_the_right_file_is_still_named(tmp_path: Path) -> None:
    without = tuple(name for name in HEADINGS["PLANS"] if name != "TARGET")
    fault = refusal(tmp_path, "PLANS", without)
    assert (fault.code, fault.facts["headings"]) == ("IMP-216", "TARGET")


def test_ratings_with_added_columns_of_the_staff_file_are_ratings(tmp_path: Path) -> None:
    headings = (*HEADINGS["RATINGS"], "JABATAN", "GOLONGAN", "UNIT KERJA")
    assert refusal(tmp_path, "RATINGS", headings, "").code == "IMP-219"
    assert refusal(tmp_path, "STAFF", headings).facts["found"] == "LAYOUT:RATINGS"


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_manual_names_every_heading_that_is_read(language):
    manual = Path(__file__).parents[2] / "docs" / "manual" / language / "import.md"
    rows = [line for line in manual.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    for layout in KNOWN_LAYOUTS:
        usual = {names[0] for names in layout.columns.values()}
        assert any(all(heading in row for heading in usual) for row in rows), layout.name
