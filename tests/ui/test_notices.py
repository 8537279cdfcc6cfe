"""What is said when something was refused, and when the mistake is ours."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from meritdesk.core.errors import UsageRefusal
from meritdesk.ui.notices import BugCatcher, BugDialog, Notice, RefusalStrip, asks, bug_report, refusal_box
from meritdesk.ui.wording import Words

SECRET = "Siti Aminah 198503122010012023"


def failing(name: str) -> Exception:
    """A mistake of ours whose message holds personal data, as such messages do."""
    try:
        try:
            raise KeyError(name)
        except KeyError as cause:
            raise ValueError(f"cannot rate {name}") from cause
    except ValueError as error:
        return error


def test_the_report_of_a_bug_names_places_in_the_code_and_no_person() -> None:
    report = bug_report(failing(SECRET))
    assert SECRET not in report and "Siti" not in report and "198503122010012023" not in report
    assert "ValueError" in report and "KeyError" in report
    assert "test_notices.py" in report and " failing" in report


def test_the_report_names_no_folder_of_the_account() -> None:
    report = bug_report(failing(SECRET))
    assert str(__file__) not in report


def test_the_bug_dialog_says_what_to_do_and_gives_the_report(words: Words, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = BugDialog(words, failing(SECRET))
    qtbot.addWidget(dialog)
    dialog.show()
    shown = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert SECRET not in shown
    assert words.told(Exception())[1] in shown
    text = dialog.findChild(QPlainTextEdit)
    assert isinstance(text, QPlainTextEdit)
    assert text.toPlainText() == dialog.report
    assert not dialog.told.isVisible()
    dialog.save(tmp_path / "laporan")
    assert (tmp_path / "laporan.txt").read_text(encoding="utf-8") == f"{dialog.report}\n"
    assert dialog.told.isVisible() and "laporan.txt" in dialog.told.text()
    dialog.save(tmp_path / "tidak-ada" / "laporan.txt")
    assert "laporan.txt" not in dialog.told.text() and not (tmp_path / "tidak-ada").exists()


def test_a_refusal_box_has_what_next_and_the_code(words: Words, qtbot: QtBot) -> None:
    box = refusal_box(None, words, UsageRefusal("USE-102", nip="123"))
    qtbot.addWidget(box)
    code, what, then = words.told(UsageRefusal("USE-102", nip="123"))
    assert box.text() == what
    assert then in box.informativeText() and code in box.informativeText()
    assert len([one for one in box.buttons() if box.buttonRole(one) != QMessageBox.ButtonRole.HelpRole]) == 1


def test_the_strip_follows_the_language_and_disappears_with_the_refusal(indonesian: Words, qtbot: QtBot) -> None:
    strip = RefusalStrip(indonesian)
    qtbot.addWidget(strip)
    strip.tell(UsageRefusal("USE-102", nip="<b>1</b>"))
    assert not strip.isHidden()
    label = strip.findChild(QLabel)
    assert isinstance(label, QLabel)
    before = label.text()
    assert "&lt;b&gt;" in before
    indonesian.set_language("en")
    assert label.text() != before
    strip.tell(None)
    assert strip.isHidden()


def test_asking_before_a_large_step_has_the_safe_answer_in_front(indonesian: Words, qtbot: QtBot) -> None:
    window = QLabel("window")
    qtbot.addWidget(window)
    seen: list[str] = []

    def press_enter() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        default = box.defaultButton()
        seen.append(default.text())
        default.click()

    QTimer.singleShot(50, press_enter)
    assert asks(window, "Hapus?", "3 baris", "Hapus 3 baris") is False
    assert seen == ["Biarkan"]


def test_the_line_of_what_was_done_offers_the_way_back(words: Words, qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    notice.say("1.180", "change-7")
    assert not notice.isHidden() and not notice._undo.isHidden()
    with qtbot.waitSignal(notice.undo_wanted) as signal:
        notice._undo.click()
    assert signal.args == ["change-7"]
    assert notice.isHidden()
    notice.say("only said")
    assert notice._undo.isHidden()


def test_what_is_said_of_a_bug_outside_the_dialog_names_nobody_either(words: Words, capsys, qtbot: QtBot) -> None:
    catcher = BugCatcher(words)
    catcher.caught.disconnect()
    error = failing(SECRET)
    catcher.hook(type(error), error, error.__traceback__)
    catcher.beside(threading.ExceptHookArgs((type(error), error, error.__traceback__, None)))
    said = capsys.readouterr().err
    assert said.count("test_notices.py") >= 2 and SECRET not in said
