"""The register over a real desk: the tree, the list, the search, who rates whom, and taking a real messy file over."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from meritdesk.core.lines import StaffQuery
from meritdesk.core.periods import Period
from meritdesk.sample_city import year
from meritdesk.services import Desk
from meritdesk.services.changes import ImportOutcome
from meritdesk.ui.background import Lane
from meritdesk.ui.intake.fate_table import FateColumn
from meritdesk.ui.intake.fates import Fate
from meritdesk.ui.intake.wizard import IntakeWizard
from meritdesk.ui.register.change_form import chooser
from meritdesk.ui.register.page import RegisterPage
from meritdesk.ui.register.staff_table import StaffColumn
from meritdesk.ui.wording import Words

Rest = Callable[[], None]


@pytest.fixture
def page(
    desk: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot, at_rest: Rest, tmp_path: Path
) -> RegisterPage:
    newcomer = tmp_path / "pendatang.csv"
    newcomer.write_text("NIP BARU;NAMA;UNOR NAMA\n199203042016012005;Belum Berunit;Dinas Antah\n", encoding="utf-8")
    lane.ask(lambda step: desk.register.import_staff(newcomer))
    page = RegisterPage(desk, lane, words)
    qtbot.addWidget(page)
    lane.changed.connect(lambda changes: page.mark_stale())
    page.resize(1186, 640)
    page.show()
    page.enter(period)
    at_rest()
    return page


def names(page: RegisterPage) -> list[str]:
    return [str(page.staff.index(row, StaffColumn.NAME).data()) for row in range(page.staff.rowCount())]


def count(page: RegisterPage, lane: Lane, at_rest: Rest) -> int:
    found: list[int] = []
    lane.ask(lambda step: page.desk.register.count(StaffQuery()), found.append)
    at_rest()
    return found[0]


def test_the_page_opens_with_tree_list_and_totals(page: RegisterPage, lane: Lane, at_rest: Rest) -> None:
    total = count(page, lane, at_rest)
    assert page.staff.rowCount() == total
    assert page.words.number(total) in page.listing.summary.text()
    assert page.units.rowCount() >= 2


def test_the_search_answers_while_typing(page: RegisterPage, at_rest: Rest, qtbot: QtBot) -> None:
    wanted = page.staff.line(5)
    assert wanted is not None
    QTest.keyClicks(page.search, wanted.nip[:14])
    qtbot.waitUntil(lambda: not page.listing._typing.isActive(), timeout=2000)
    at_rest()
    assert wanted.name in names(page)
    assert page.staff.rowCount() < 20
    page.search.clear()
    qtbot.waitUntil(lambda: not page.listing._typing.isActive(), timeout=2000)
    at_rest()
    assert page.staff.rowCount() > 20


def test_a_click_on_a_heading_orders_the_whole_list(page: RegisterPage, at_rest: Rest) -> None:
    page.listing.sort_by(StaffColumn.NIP)
    page.listing.sort_by(StaffColumn.NIP)
    at_rest()
    nips = [page.staff.line(row) for row in range(page.staff.rowCount())]
    values = [line.nip for line in nips if line is not None]
    assert values == sorted(values, reverse=True)


def test_a_unit_narrows_the_list_and_its_chip_widens_it_again(page: RegisterPage, at_rest: Rest) -> None:
    everybody = page.staff.rowCount()
    root = page.units.index(1, 0)
    page.tree.setCurrentIndex(page.units.index(0, 0, root))
    at_rest()
    assert 0 < page.staff.rowCount() < everybody
    assert page.listing.chips.chips["unit"].isVisible()
    page.listing.chips.chips["unit"].cross.click()
    at_rest()
    assert page.staff.rowCount() == everybody
    assert page.tree.chosen == ""


def test_only_those_without_a_rater_and_why_in_words(page: RegisterPage, at_rest: Rest) -> None:
    page.listing.keep("problem", ["*"])
    at_rest()
    assert page.staff.rowCount() > 0
    page.view.selectRow(0)
    at_rest()
    assert page.pane.card is not None
    assert page.pane.problem.isVisible()
    assert len(page.pane.problem.text()) > 30


def test_the_pane_says_who_rates_and_why(page: RegisterPage, at_rest: Rest) -> None:
    row = next(
        row
        for row in range(page.staff.rowCount())
        if (line := page.staff.line(row)) is not None and line.rater_name and not line.problem
    )
    page.view.selectRow(row)
    at_rest()
    card = page.pane.card
    assert card is not None and card.rater is not None
    assert not page.pane.problem.isVisible()


def test_the_selection_goes_to_the_clipboard_as_a_table(page: RegisterPage, at_rest: Rest) -> None:
    page.view.selectRow(0)
    page.view.selectAll()
    page.listing.commands.copy()
    at_rest()
    assert len(QGuiApplication.clipboard().text().split("\n")) == page.staff.rowCount() + 1


def test_filters_of_other_pages_are_taken_before_the_page_has_loaded(
    desk: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot, at_rest: Rest, page: RegisterPage
) -> None:
    unit_id = str(page.units.index(0, 0, page.units.index(1, 0)).data(Qt.ItemDataRole.UserRole + 2))
    fresh = RegisterPage(desk, lane, words)
    qtbot.addWidget(fresh)
    fresh.narrow({"unit": unit_id})
    fresh.show()
    fresh.enter(period)
    at_rest()
    assert 0 < fresh.staff.rowCount() < page.staff.rowCount()


def test_a_second_import_of_a_messy_file_is_all_same_or_refused(
    page: RegisterPage, whole_city: year.City, at_rest: Rest
) -> None:
    dialog = page.open_import(1)
    dialog.open_file(whole_city.files.staff)
    at_rest()
    lines = dialog.preview.table.lines
    refused = [line for line in lines if line.fate in (Fate.REFUSED, Fate.CONFLICT)]
    assert refused and all(line.told and line.then for line in refused)
    assert not [line for line in lines if line.fate in (Fate.ADDED, Fate.CHANGED)]
    assert not dialog.start.isVisible()
    assert dialog.preview.table.index(0, FateColumn.CODE).data() == refused[0].code
    assert refused[0].told in dialog.preview.detail.text()


def test_an_import_previews_then_writes_and_can_be_undone(
    page: RegisterPage, whole_city: year.City, tmp_path: Path, lane: Lane, at_rest: Rest, qtbot: QtBot
) -> None:
    before = count(page, lane, at_rest)
    file = tmp_path / "baru.csv"
    file.write_text(
        "NIP BARU;NAMA;JENIS KELAMIN;UNOR NAMA\n199001012015011001;Baru Sekali;M;\n1,99001E+17;Rusak Angka;M;\n",
        encoding="utf-8",
    )
    dialog = page.open_import(1)
    outcomes: list[ImportOutcome] = []
    dialog.imported.connect(outcomes.append)
    offered: list[tuple[str, str]] = []
    page.offer_undo.connect(lambda told, change_set: offered.append((told, change_set)))
    dialog.open_file(file)
    at_rest()
    assert count(page, lane, at_rest) == before
    assert [line.code for line in dialog.preview.table.lines if line.fate is Fate.REFUSED] == ["NIP-201"]
    dialog.start.click()
    at_rest()
    assert outcomes[0].counts.added == 1 and outcomes[0].counts.is_complete
    assert offered[0][1] == outcomes[0].changes.change_set_id
    assert count(page, lane, at_rest) == before + 1
    assert page.staff.rowCount() == before + 1
    dialog.outcome.undo.click()
    at_rest()
    assert count(page, lane, at_rest) == before
    dialog.close()
    assert not dialog.isVisible()


def test_the_import_leaves_by_the_escape_key_and_by_its_button(page: RegisterPage, at_rest: Rest) -> None:
    dialog = page.open_import(1)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    dialog = page.open_import(1)
    dialog.finish.click()
    assert not dialog.isVisible()


def test_the_refused_rows_can_be_taken_away_as_a_list(
    page: RegisterPage, whole_city: year.City, tmp_path: Path, at_rest: Rest
) -> None:
    dialog = page.open_import(1)
    dialog.open_file(whole_city.files.staff)
    at_rest()
    target = tmp_path / "ditolak.csv"
    dialog.deeds.save_refused(target)
    at_rest()
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    assert "ditolak.csv" in dialog.outcome.news.text()
    target.unlink()
    target.mkdir()
    dialog.deeds.save_refused(target)
    at_rest()
    assert "UI-711" in dialog.told.text()


def test_a_file_that_is_no_table_is_refused_with_a_next_step(page: RegisterPage, tmp_path: Path, at_rest: Rest) -> None:
    file = tmp_path / "surat.xlsx"
    file.write_bytes(b"%PDF-1.7 not a table")
    dialog = page.open_import(1)
    dialog.open_file(file)
    at_rest()
    assert "IMP-" in dialog.told.text()
    assert not dialog.start.isVisible()
    assert not dialog.preview.view.isVisible()


def test_cancelling_leaves_everything_as_before(
    page: RegisterPage, whole_city: year.City, tmp_path: Path, lane: Lane, at_rest: Rest
) -> None:
    before = count(page, lane, at_rest)
    dialog = page.open_import(1)
    dialog.open_file(whole_city.files.staff)
    dialog.stop.click()
    at_rest()
    assert dialog.preview.table.rowCount() == 0
    assert not dialog.bar.isVisible()
    assert dialog.told.text() == dialog.told.text().strip() != ""
    assert count(page, lane, at_rest) == before


@pytest.mark.parametrize(
    ("stem", "layout"),
    [("unor", "UNITS"), ("profil-asn", "STAFF"), ("skp", "PLANS"), ("realisasi", "ACTUALS"), ("rating", "RATINGS")],
)
def test_a_dropped_file_finds_its_own_kind(
    desk: Desk, lane: Lane, whole_city: year.City, qtbot: QtBot, at_rest: Rest, stem: str, layout: str, tmp_path: Path
) -> None:
    file = next((whole_city.folder / "files").glob(f"{stem}.*"))
    renamed = tmp_path / f"unduhan{file.suffix}"
    shutil.copy(file, renamed)
    dialog = IntakeWizard(lane, Words("id"), desk)
    qtbot.addWidget(dialog)
    dialog.open_file(renamed)
    at_rest()
    assert layout in dialog.verb.layouts
    assert dialog.preview.table.rowCount() > 0


def test_the_language_can_change_while_the_page_is_open(page: RegisterPage, at_rest: Rest) -> None:
    page.view.selectRow(0)
    at_rest()
    before = page.pane.facts.rowCount()
    page.words.set_language("en" if page.words.language == "id" else "id")
    assert page.pane.facts.rowCount() == before


def test_a_long_name_in_a_list_of_choices_is_read_from_its_beginning(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    combo = chooser(holder)
    for name in ("Ali Mulyanto, A.Md.Farm., S.Farm., Apt. · Apoteker Ahli Madya", "Siti Aminah, S.E. · Arsiparis"):
        combo.addItem(name)
    assert combo.currentText().startswith("Ali") and combo.lineEdit().cursorPosition() == 0
    combo.setCurrentIndex(1)
    assert combo.currentText().startswith("Siti") and combo.lineEdit().cursorPosition() == 0
