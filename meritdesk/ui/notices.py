"""What the window says when something was refused or went wrong: what happened, what to do next, the code in small."""

from __future__ import annotations

import html
import platform
import sys
import threading
import traceback
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from meritdesk import __version__
from meritdesk.core.errors import Refusal
from meritdesk.ui import look
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.help.help_desk import why_for
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

NOTICE_MILLISECONDS = 20_000
_REPORT_NAME = "laporan-meritdesk.txt"


def refusal_box(parent: QWidget | None, words: Words, error: Exception) -> QMessageBox:
    """A refusal in three parts; the caller shows it. Nothing was changed, so there is one way out."""
    code, what, then = words.told(error)
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("MeritDesk")
    box.setTextFormat(Qt.TextFormat.RichText)
    box.setText(html.escape(what))
    box.setInformativeText(f"{html.escape(then)}<p><small>{html.escape(code)}</small></p>")
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    understood = box.addButton(QCoreApplication.translate("Notices", "Understood"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(understood)
    box.setEscapeButton(understood)
    ask_why = why_for(code, error.facts if isinstance(error, Refusal) else {})
    if ask_why is not None:
        why = box.addButton(QCoreApplication.translate("Notices", "&Why?"), QMessageBox.ButtonRole.HelpRole)
        why.setToolTip(QCoreApplication.translate("Notices", "The rule or the reason behind it (Shift+F1)"))
        # Without its own connection the button leaves the box open: why and refusal are read side by side.
        why.clicked.disconnect()
        why.clicked.connect(lambda: ask_why())
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box


def asks(parent: QWidget, question: str, consequence: str, do_it: str) -> bool:
    """Ask before a large step; the safe answer has the keyboard."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle("MeritDesk")
    box.setText(question)
    box.setInformativeText(consequence)
    yes = box.addButton(do_it, QMessageBox.ButtonRole.AcceptRole)
    no = box.addButton(QCoreApplication.translate("Notices", "Leave as it is"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    box.exec()
    return box.clickedButton() is yes


class RefusalStrip(QFrame):
    """A refusal inside a page or dialog: a sign, what happened, what to do next, and the code."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._error: Exception | None = None
        self.setObjectName("notice")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._text.linkActivated.connect(self._ask_why)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.RHYTHM, look.RHYTHM, look.RHYTHM, look.RHYTHM)
        row.addWidget(self._text)
        # A method, not a lambda: Qt lets go of it when a dialog with this strip is closed for good.
        words.language_changed.connect(self._say)
        self.hide()

    def tell(self, error: Exception | None) -> None:
        """Show a refusal, or nothing."""
        self._error = error
        self._say()
        self.setVisible(error is not None)

    def _say(self, _: str = "") -> None:
        if self._error is None:
            return
        code, what, then = self._words.told(self._error)
        self._text.setText(
            f'<span style="color:{look.blocks().name()}">⚠ <b>{html.escape(what)}</b></span>'
            f"<br>{html.escape(then)} <small>({html.escape(code)}{self._why_link(code)})</small>"
        )
        self.setAccessibleName(f"{what} {then}")

    def _why_link(self, code: str) -> str:
        if why_for(code) is None:
            return ""
        asked = html.escape(QCoreApplication.translate("Notices", "why?"))
        return f' · <a href="why" style="color:{look.accent().name()}">{asked}</a>'

    def _ask_why(self, _: str) -> None:
        if isinstance(self._error, Refusal) and (ask := why_for(self._error.code, self._error.facts)) is not None:
            ask()


class Notice(QFrame):
    """The strip above the status line: what was just done, and the way back while there is one."""

    undo_wanted = Signal(str)  # change set id

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._change_set = ""
        self._text = QLabel()
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._undo = QPushButton()
        self._close = QPushButton()
        self._close.setFlat(True)
        self._undo.clicked.connect(self._ask_undo)
        self._close.clicked.connect(self.hide)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.RHYTHM, 2, look.RHYTHM, 2)
        row.addWidget(self._text, 1)
        row.addWidget(self._undo)
        row.addWidget(self._close)
        self.retranslate()
        self.hide()

    def say(self, sentence: str, change_set: str = "") -> None:
        """Show what was done; with a change set also the way back."""
        sentence = singular(sentence)
        self._text.setText(sentence)
        self._text.setToolTip(sentence)
        self._change_set = change_set
        self._undo.setVisible(bool(change_set))
        self.setAccessibleName(sentence)
        self.show()
        self._timer.start(NOTICE_MILLISECONDS)

    def retranslate(self) -> None:
        """The words on the two buttons."""
        self._undo.setText(QCoreApplication.translate("Notices", "Undo"))
        self._close.setIcon(look.icon("close", 14))
        self._close.setAccessibleName(QCoreApplication.translate("Notices", "Hide this line"))
        self._close.setToolTip(self._close.accessibleName())

    def _ask_undo(self) -> None:
        self.hide()
        self.undo_wanted.emit(self._change_set)


class BugDialog(ByKeyboard, QDialog):
    """Our own mistake: what to do now, and a report for the makers without names, numbers or contents."""

    def __init__(self, words: Words, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("MeritDesk")
        self.report = bug_report(error)
        _, what, then = words.told(Exception())
        said = QLabel(what)
        said.setWordWrap(True)
        look.strong(said)
        after = QLabel(then)
        after.setWordWrap(True)
        text = QPlainTextEdit(self.report)
        text.setReadOnly(True)
        text.setAccessibleName(QCoreApplication.translate("Notices", "Report without personal data"))
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.hide()
        buttons = QDialogButtonBox()
        copy = buttons.addButton(
            QCoreApplication.translate("Notices", "Copy the report"), QDialogButtonBox.ButtonRole.ActionRole
        )
        save = buttons.addButton(
            QCoreApplication.translate("Notices", "Save the report"), QDialogButtonBox.ButtonRole.ActionRole
        )
        on = buttons.addButton(
            QCoreApplication.translate("Notices", "Go on working"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report))
        save.clicked.connect(lambda: self.save())
        buttons.accepted.connect(self.accept)
        column = QVBoxLayout(self)
        column.addWidget(said)
        column.addWidget(after)
        column.addWidget(text, 1)
        column.addWidget(self.told)
        column.addWidget(buttons)
        self.resize(640, 360)
        on.setDefault(True)
        on.setFocus()

    def save(self, path: Path | None = None) -> None:
        """Write what is shown, and nothing else, into a text file where the clerk says."""
        if path is None:
            title = QCoreApplication.translate("Notices", "Save the report")
            home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
            chosen, _ = QFileDialog.getSaveFileName(self, title, str(Path(home) / _REPORT_NAME), "*.txt")
            if not chosen:
                return
            path = Path(chosen)
        path = path if path.suffix else path.with_suffix(".txt")
        try:
            path.write_text(f"{self.report}\n", encoding="utf-8")
        except OSError:
            said = QCoreApplication.translate("Notices", "The report cannot be written there. Choose another folder.")
        else:
            said = QCoreApplication.translate("Notices", "Saved as %1. It names no person.").replace("%1", path.name)
        self.told.setText(said)
        self.told.show()


def bug_report(error: BaseException) -> str:
    """Where in our code it happened; messages and values are left out, since they may hold personal data."""
    lines = [f"MeritDesk {__version__}, Python {platform.python_version()}, {platform.system()}"]
    current: BaseException | None = error
    while current is not None:
        lines.append(type(current).__name__)
        for frame in traceback.extract_tb(current.__traceback__):
            lines.append(f"  {_place(frame.filename)}:{frame.lineno} {frame.name}")
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\n".join(lines)


def _place(file_name: str) -> str:
    """The file from the package on, since the path before it holds the name of the account."""
    parts = Path(file_name).parts
    for package in ("meritdesk", "site-packages"):
        if package in parts:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(package) :])
    return Path(file_name).name


class BugCatcher(QObject):
    """The last net: shows what no one handled, from the window's thread as from the lane. Never swallows."""

    caught = Signal(object)

    def __init__(self, words: Words, parent_window: QWidget | None = None) -> None:
        super().__init__()
        self.words = words
        self.parent_window = parent_window
        self._is_showing = False
        self.caught.connect(self.show_bug, Qt.ConnectionType.QueuedConnection)

    def hook(self, kind: type[BaseException], error: BaseException, trace: object) -> None:
        """For ``sys.excepthook``."""
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        # What the desktop keeps of a program's last words must name nobody either (F31).
        print(bug_report(error), file=sys.stderr)
        self.caught.emit(error)

    def beside(self, given: threading.ExceptHookArgs | sys.UnraisableHookArgs) -> None:
        """For ``threading.excepthook`` and ``sys.unraisablehook``: said without values, a thread's end is shown too."""
        if given.exc_value is None:
            return
        if isinstance(given, threading.ExceptHookArgs):
            self.hook(type(given.exc_value), given.exc_value, given.exc_traceback)
        else:
            print(bug_report(given.exc_value), file=sys.stderr)

    def show_bug(self, error: BaseException) -> None:
        """Show one dialog at a time; a second bug while it is open is on the terminal already."""
        if self._is_showing:
            return
        self._is_showing = True
        try:
            BugDialog(self.words, error, self.parent_window).exec()
        finally:
            self._is_showing = False
