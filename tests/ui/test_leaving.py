"""The window sees to the backups nobody asked for, at leaving and after a hand-over, and says what happened before."""

from __future__ import annotations

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMessageBox

from meritdesk.core.errors import FileRefusal
from meritdesk.core.journal import Changes
from meritdesk.services.upkeep.keeping import Condition, Keeping
from meritdesk.store import keeping as kept_files
from meritdesk.store.database import BACKUP_FOLDER
from meritdesk.ui.leaving import HANDED_OVER, SECOND_PLACE
from meritdesk.ui.main_window import MainWindow


def test_a_backup_is_kept_after_a_hand_over_and_before_the_window_goes(
    desk, lane, indonesian, period, places, qtbot, at_rest, monkeypatch, tmp_path
):
    window = MainWindow(desk, lane, indonesian)
    qtbot.addWidget(window)
    window.show()
    window.start()
    at_rest()
    place = places.agency / BACKUP_FOLDER
    code = desk.agency.code

    def kept() -> list[int]:
        return sorted(kept_files.numbered(place, code))

    # The sample city is for practice, where nothing is kept; a real agency has the same window.
    monkeypatch.setattr(Keeping, "is_due", lambda self: True)
    window.leaving.hear(Changes(frozenset({HANDED_OVER}), "x"))
    assert not window.leaving._soon.isActive(), "a window that nobody opened for work keeps nothing"
    monkeypatch.setattr(Keeping, "condition", lambda self: Condition(was_cut_off=True))
    window.leaving.begin()
    at_rest()
    assert "Pulih dari mati listrik" in window.notice._text.text()
    window.leaving.hear(Changes(frozenset({"people"}), "x"))
    assert not window.leaving._soon.isActive()
    window.leaving.hear(Changes(frozenset({HANDED_OVER}), "x"))
    assert window.leaving._soon.isActive()
    window.leaving._soon.stop()
    window.leaving._soon.timeout.emit()
    at_rest()
    assert kept() == [1]

    QSettings().setValue(SECOND_PLACE, str(tmp_path / "kedua"))
    with monkeypatch.context() as patch:

        def refuse(self, step, second=None):
            raise FileRefusal("STO-609", path=str(place))

        patch.setattr(Keeping, "keep", refuse)
        window.close()
        at_rest()
        (box,) = window.findChildren(QMessageBox)
        assert window.isVisible() and "STO-609" in box.informativeText(), "what was not kept is read first"
        window.leaving._is_done = False
        box.accept()
        box.deleteLater()
    window.close()
    assert window.isVisible() and "jendela ditutup" in window.notice._text.text()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=20_000)
    assert kept() == [1, 2]
    assert [path.name for path in (tmp_path / "kedua").iterdir()] == [f"otomatis-{code}-000001-LATIHAN.meritbackup"]
