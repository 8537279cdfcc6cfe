"""Asking for a folder: each purpose remembers its own, and thinking better of it changes nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from meritdesk.ui.folders import Purpose, ask_file, ask_folder, last_folder
from meritdesk.ui.wording import Words


def test_each_purpose_opens_where_it_was_last_and_a_given_up_question_changes_nothing(qtbot, monkeypatch, tmp_path):
    asker = QWidget()
    qtbot.addWidget(asker)
    answers, began = [str(tmp_path / "kertas"), str(tmp_path / "stik"), ""], []

    def answer(parent, title, start):
        began.append(start)
        return answers.pop(0)

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", answer)
    home = last_folder(Purpose.BACKUP)
    assert ask_folder(asker, "?") == tmp_path / "kertas"
    assert ask_folder(asker, "?", Purpose.STICK) == tmp_path / "stik"
    assert ask_folder(asker, "?") is None
    assert began[2] == last_folder(Purpose.PRINTS) == str(tmp_path / "kertas")
    assert last_folder(Purpose.STICK) == str(tmp_path / "stik") and last_folder(Purpose.BACKUP) == home


def test_the_next_file_of_a_stick_is_looked_for_beside_the_one_before(qtbot, monkeypatch, tmp_path):
    asker = QWidget()
    qtbot.addWidget(asker)
    answers, began = [str(tmp_path / "stik" / "satu.merit"), ""], []

    def answer(parent, title, start, kinds):
        began.append(start)
        return answers.pop(0), kinds

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    assert ask_file(asker, "?", "*.merit") == tmp_path / "stik" / "satu.merit"
    assert ask_file(asker, "?", "*.merit") is None
    assert began[1] == last_folder(Purpose.STICK) == str(tmp_path / "stik")


def test_the_file_dialog_of_qt_itself_speaks_indonesian(indonesian: Words, qtbot: QtBot) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    said = {part.text() for part in (*dialog.findChildren(QLabel), *dialog.findChildren(QPushButton))}
    said |= {part.toolTip() for part in dialog.findChildren(QToolButton)}
    english = {"&Look in:", "File &name:", "&File name:", "Files of &type:", "Back", "Forward", "Parent Directory"}
    assert said and not said & english
