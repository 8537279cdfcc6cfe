"""Practice cannot be mistaken for work: band, title, status line; and it can be thrown away and begun anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from meritdesk import bootstrap
from meritdesk.core.errors import FileRefusal
from meritdesk.core.store import AgencyInfo
from meritdesk.sample_city import year
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.first_run import sample_dialog
from meritdesk.ui.first_run.door import _known
from meritdesk.ui.first_run.practice_band import PracticeBand
from meritdesk.ui.first_run.reset_dialog import ResetDialog
from meritdesk.ui.first_run.restore_dialog import RestoreDialog
from meritdesk.ui.first_run.sample_dialog import SampleDialog, city_of, clear, sign_of
from meritdesk.ui.first_run.wishes import Way, Wish
from meritdesk.ui.main_window import MainWindow
from meritdesk.ui.wording import Words

Rest = Callable[[], None]


def test_the_window_over_a_sample_city_says_practice_in_three_places(
    desk: Desk, lane: Lane, words: Words, qtbot: QtBot, at_rest: Rest
) -> None:
    window = MainWindow(desk, lane, words)
    qtbot.addWidget(window)
    window.show()
    at_rest()
    word = "LATIHAN" if words.language == "id" else "PRACTICE"
    assert window.practice.isVisible() and word in window.practice.accessibleName()
    assert word in window.windowTitle() and window._practice_sign.text() == word
    left: list[Wish | None] = []
    window.leave_for(Way.RESET, Path("/kota/agency"))
    left.append(window.left_for)
    assert left == [Wish(Way.RESET, Path("/kota/agency"))] and not window.isVisible()


def test_over_a_real_store_there_is_no_band(qtbot: QtBot) -> None:
    band = PracticeBand(AgencyInfo("7101", "Kota", False, "PC01"))
    qtbot.addWidget(band)
    assert band.isHidden()


def test_a_sample_city_is_built_opened_and_thrown_away(
    lane: Lane, indonesian: Words, tmp_path: Path, qtbot: QtBot, at_rest: Rest, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "contoh"

    def live(place: Path, staff: int, year: int, seed: int, step: Callable[[int, int], None]) -> None:
        step(0, 26)
        assert sign_of(folder).exists()
        sample_dialog.year.found(place, staff, year, seed)
        (place / sample_dialog.year.MARKER).write_text("{}", encoding="utf-8")

    monkeypatch.setattr(sample_dialog.year, "live", live)
    folder.mkdir()
    sign_of(folder).touch()
    (folder / "setengah jadi").mkdir()  # what a power cut left
    dialog = SampleDialog(lane, indonesian, folder, staff=20)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.build()
    at_rest()
    assert dialog.wish is not None and dialog.wish.folder == folder / "agency"
    assert city_of(folder / "agency") == folder and not sign_of(folder).exists()
    with bootstrap.open_desk(folder / "agency", dialog.wish.passphrase) as opened:
        assert opened.agency.is_practice


def test_each_of_the_two_stores_of_a_city_opens_by_itself_when_it_is_named(tmp_path: Path) -> None:
    (tmp_path / year.MARKER).touch()
    (tmp_path / "passphrase.txt").write_text("kata-latihan\n", encoding="utf-8")
    for name in ("agency", "region"):
        assert _known(Wish(Way.OPEN, tmp_path / name)) == Wish(Way.OPEN, tmp_path / name, "kata-latihan")


def test_stopping_or_failing_leaves_no_half_city(
    lane: Lane, indonesian: Words, tmp_path: Path, qtbot: QtBot, at_rest: Rest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def live(place: Path, staff: int, year: int, seed: int, step: Callable[[int, int], None]) -> None:
        (place / "files").mkdir(parents=True)
        raise FileRefusal("USE-111", folder="x", detail="y")

    monkeypatch.setattr(sample_dialog.year, "live", live)
    dialog = SampleDialog(lane, indonesian, tmp_path / "contoh", staff=20)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.build()
    at_rest()
    assert dialog.refusal.isVisible() and dialog.wish is None
    assert not (tmp_path / "contoh").exists() and not sign_of(tmp_path / "contoh").exists()
    (tmp_path / "contoh").mkdir()
    (tmp_path / "contoh" / "surat.docx").touch()
    with pytest.raises(FileRefusal) as refused:
        clear(tmp_path / "contoh")
    assert refused.value.code == "STO-697"


def test_a_backup_is_looked_into_restored_and_opened(
    lane: Lane, words: Words, tmp_path: Path, qtbot: QtBot, at_rest: Rest
) -> None:
    agency = AgencyInfo("7101", "Kota Contoh", False, "PC01")
    key = bootstrap.create_store(tmp_path / "data", agency, "kuda laut biru")
    with bootstrap.open_desk(tmp_path / "data", "kuda laut biru") as opened:
        backup = opened.upkeep.backup(tmp_path / "cadangan")
        copy = opened.upkeep.copy(tmp_path / "cadangan")
    dialog = RestoreDialog(lane, words, tmp_path / "data")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.file.setText(str(backup))
    dialog.secret.setText("salah sekali")
    dialog.look_inside()
    at_rest()
    assert dialog.refusal.isVisible() and dialog.contents is None and not dialog.restore_button.isVisible()
    dialog.other_key.setChecked(True)
    assert dialog.secret.text() == "", "what was typed under dots never comes to light"
    dialog.secret.setText(key)
    dialog.look_inside()
    at_rest()
    assert dialog.contents is not None and "Kota Contoh" in dialog.told.text() and dialog.present.text()
    dialog.restore()
    at_rest()
    assert "✓" in dialog.present.text() and len(list((tmp_path / "data" / "backups").iterdir())) == 1
    dialog.open_button.click()
    assert dialog.wish == Wish(Way.OPEN, tmp_path / "data", "", key)
    bootstrap.make_practice_copy(copy, tmp_path / "latihan", "kuda laut biru")
    again = ResetDialog(lane, words, tmp_path / "latihan")
    qtbot.addWidget(again)
    again.secret.setText("kuda laut biru")
    again.reset()
    at_rest()
    assert again.wish == Wish(Way.OPEN, tmp_path / "latihan", "kuda laut biru")
