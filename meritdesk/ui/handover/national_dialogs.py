"""Dialogs of the national hand-over: what is to be written and where to, and which hand-over was really uploaded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, QStandardPaths, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.national import NationalState
from meritdesk.services.handover.national import NationalBatch
from meritdesk.services.handover.national_lines import NationalBoard
from meritdesk.ui import look
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words


class FolderField(QWidget):
    """A folder typed or chosen; what was chosen last is proposed under its key."""

    def __init__(self, key: str, proposes: bool, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._key, self._name = key, name
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.line = QLineEdit(self)
        self.line.setText(str(QSettings().value(key, home if proposes else "")))
        self.line.setAccessibleName(name)
        self.button = QPushButton(QCoreApplication.translate("NationalTab", "Choose…"), self)
        self.button.setAccessibleName(QCoreApplication.translate("NationalTab", "Choose: %1").replace("%1", name))
        self.button.clicked.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # for the letter of the label before it
        self.setFocusProxy(self.line)

    def folder(self) -> Path | None:
        """The folder that stands there."""
        text = self.line.text().strip()
        if not text:
            return None
        QSettings().setValue(self._key, text)
        return Path(text)

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self._name, self.line.text())
        if chosen:
            self.line.setText(chosen)


class WriteDialog(ByKeyboard, QDialog):
    """What goes into the files of a hand-over, and where they go."""

    def __init__(self, board: NationalBoard, words: Words, parent: QWidget | None) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self._counts = {state: board.count(state) for state in NationalState}
        self.setWindowTitle(translate("NationalTab", "Write the files for SIASN"))
        self.setMinimumWidth(look.in_letters(620))
        label = words.messages.label_of
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setText(" · ".join(f"{label(state)} {words.number(count)}" for state, count in self._counts.items()))
        self.everything = QCheckBox(
            translate("NationalTab", "Also those that are the same (%1)").replace(
                "%1", words.number(self._counts[NationalState.SAME])
            ),
            self,
        )
        self.everything.setEnabled(bool(self._counts[NationalState.SAME]))
        self.everything.toggled.connect(lambda _: self._offer())
        out, papers = translate("NationalTab", "Into this folder"), translate("NationalTab", "Documents (PDF) lie in")
        self.target = FolderField("print-folder", True, out, self)
        self.documents = FolderField("national-papers", False, papers, self)
        self._hint = QLabel(
            translate(
                "NationalTab",
                "The folder of printed or signed PDF files is searched for each person's evaluation document; scans "
                "kept here are found by themselves. Leave it empty to write rows and scans only.",
            ),
            self,
        )
        self._hint.setWordWrap(True)
        look.colour(self._hint, look.quiet())
        self._doubt = QLabel(
            translate(
                "NationalTab", "Codes and shapes come from public sources; compare once with your screen. %1"
            ).replace("%1", words.messages.cited(board.rules.source)),
            self,
        )
        self._doubt.setWordWrap(True)
        look.colour(self._doubt, look.quiet())
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.write_button = self.buttons.addButton(
            translate("NationalTab", "Write"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.write_button.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(out, self.target)
        form.addRow(papers, self.documents)
        column = QVBoxLayout(self)
        column.setSpacing(look.RHYTHM)
        column.addWidget(self.said)
        column.addWidget(self.everything)
        column.addLayout(form)
        column.addWidget(self._hint)
        column.addWidget(self._doubt)
        column.addWidget(self.buttons)
        self.target.line.textChanged.connect(lambda _: self._offer())
        self._offer()

    def out(self) -> Path | None:
        """Where the files go."""
        return self.target.folder()

    def papers(self) -> Path | None:
        """Where documents are looked for."""
        return self.documents.folder()

    def wants_everything(self) -> bool:
        """Whether rows that are the same go too."""
        return self.everything.isChecked()

    def _offer(self) -> None:
        going = sum(self._counts[one] for one in (NationalState.NEW, NationalState.CHANGED, NationalState.WITHDRAWN))
        going += self._counts[NationalState.SAME] if self.everything.isChecked() else 0
        self.write_button.setEnabled(bool(going) and bool(self.target.line.text().strip()))


class MarkDialog(ByKeyboard, QDialog):
    """Which hand-over is really in the national application: all of it, or the people selected in the list."""

    def __init__(
        self, waiting: Sequence[NationalBatch], chosen: Mapping[str, str], words: Words, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self._chosen = chosen
        self.setWindowTitle(translate("NationalTab", "Mark as uploaded"))
        self.setMinimumWidth(look.in_letters(560))
        self._said = QLabel(
            translate(
                "NationalTab",
                "Mark only what you have seen saved in the national application. It can be taken back in the journal.",
            ),
            self,
        )
        self._said.setWordWrap(True)
        self.which = QComboBox(self)
        self.which.currentTextChanged.connect(self.which.setToolTip)
        for one in waiting:
            text = translate("NationalTab", "%1 · %2 of %3 rows wait · %4")
            for place, part in enumerate(
                (one.batch, words.number(one.waiting), words.number(one.rows), words.short_moment(one.written_at)), 1
            ):
                text = singular(text.replace(f"%{place}", part))
            self.which.addItem(text, one.batch)
        self.which.setAccessibleName(translate("NationalTab", "Hand-over"))
        self.only_chosen = QCheckBox(self)
        self.which.currentIndexChanged.connect(lambda _: self._offer(words))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        button = self.buttons.addButton(
            translate("NationalTab", "Mark as uploaded"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        button.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(translate("NationalTab", "Hand-over"), self.which)
        column = QVBoxLayout(self)
        column.setSpacing(look.RHYTHM)
        column.addWidget(self._said)
        column.addLayout(form)
        column.addWidget(self.only_chosen)
        column.addWidget(self.buttons)
        self._offer(words)

    def batch(self) -> str:
        """The hand-over that was chosen."""
        return str(self.which.currentData())

    def nips(self) -> tuple[str, ...]:
        """The people it is limited to; empty for all."""
        return self._here() if self.only_chosen.isChecked() else ()

    def _here(self) -> tuple[str, ...]:
        return tuple(nip for nip, batch in self._chosen.items() if batch == self.batch())

    def _offer(self, words: Words) -> None:
        count = len(self._here())
        self.only_chosen.setEnabled(bool(count))
        self.only_chosen.setChecked(count > 1)
        self.only_chosen.setText(
            QCoreApplication.translate("NationalTab", "Only the people selected in the list (%1)").replace(
                "%1", words.number(count)
            )
        )
