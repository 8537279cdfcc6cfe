"""The fate of every row, in lines and as a list to take away."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from meritdesk.core.errors import RowFault
from meritdesk.messages import Messages
from meritdesk.services.changes import Counts, ImportOutcome, RowOutcome
from meritdesk.ui.intake.fates import Fate, count_of, fate_lines, refused_list, safe_cell, write_refused_list

NIP = "198107252011011009"


def an_outcome() -> ImportOutcome:
    return ImportOutcome(
        counts=Counts(read=6, added=1, changed=1, same=1, refused=2, conflict=1),
        refused=(
            RowFault(5, "NIP BARU", "NIP-201", {"cell": "1,98107E+17"}),
            RowFault(6, "NAMA", "REG-344", {"nip": NIP}),
            RowFault(7, "NIP BARU", "REG-343", {"nip": NIP, "name": "=cmd()"}),
        ),
        remarks=(RowFault(2, "UNOR ID", "REG-346", {"nip": NIP, "unit": "X"}),),
        rows=(
            RowOutcome(2, NIP, "Siti", "added"),
            RowOutcome(3, "2", "Budi", "changed", ("grade",)),
            RowOutcome(4, "3", "Tono", "same"),
        ),
    )


def test_every_row_has_one_line_and_what_needs_the_clerk_stands_first() -> None:
    lines = fate_lines(an_outcome(), Messages("id"))
    fates = [line.fate for line in lines]
    assert fates == [Fate.REFUSED, Fate.REFUSED, Fate.CONFLICT, Fate.REMARK, Fate.CHANGED, Fate.ADDED, Fate.SAME]
    assert len([fate for fate in fates if fate is not Fate.REMARK]) == an_outcome().counts.read
    assert all(line.told and line.then for line in lines if line.fate in (Fate.REFUSED, Fate.CONFLICT))


def test_the_counts_of_the_buttons_are_those_of_the_outcome() -> None:
    outcome = an_outcome()
    lines = fate_lines(outcome, Messages("id"))
    for fate in Fate:
        assert count_of(outcome.counts, fate, lines) == sum(1 for line in lines if line.fate is fate)


def test_a_remark_carries_the_name_of_its_row() -> None:
    remark = next(line for line in fate_lines(an_outcome(), Messages("id")) if line.fate is Fate.REMARK)
    assert (remark.key, remark.label) == (NIP, "Siti")


def test_the_list_opens_in_excel_and_holds_only_what_the_clerk_must_work_on() -> None:
    data = refused_list(fate_lines(an_outcome(), Messages("id")), ("a", "b", "c", "d", "e", "f", "g"))
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert [row[0] for row in rows[1:]] == ["5", "6", "7", "2"]
    assert all(len(row) == 7 for row in rows)


@pytest.mark.parametrize("cell", ["=1+1", "+62", "-A", "@x", "\tx"])
def test_no_cell_of_the_list_is_a_formula(cell: str) -> None:
    assert safe_cell(cell) == f"'{cell}"


def test_a_nip_in_the_list_survives_the_spreadsheet() -> None:
    assert safe_cell(NIP) == f"'{NIP}"
    assert safe_cell("Siti") == "Siti"


def test_a_list_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    target = tmp_path / "list.csv"
    target.mkdir()
    with pytest.raises(OSError):
        write_refused_list(fate_lines(an_outcome(), Messages("id")), ("a",), target)
    assert [path.name for path in tmp_path.iterdir()] == ["list.csv"]
