"""The glossary: type a word, read what it means to the office, with its article and the English of it."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QTableView, QTextBrowser, QVBoxLayout, QWidget

from meritdesk.messages.glossary import Term, find_terms, folded
from meritdesk.messages.manual import read_manual
from meritdesk.ui import look
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.help.book import escaped, fits, note_pages
from meritdesk.ui.line_table import LineTable
from meritdesk.ui.wording import Words

_SIZE = QSize(860, 540)


class TermColumn(IntEnum):
    """What the list says of a term."""

    TERM = 0
    ENGLISH = 1


class TermTable(LineTable[Term]):
    """The terms that fit what was typed."""

    columns = TermColumn

    def heading(self, column: int) -> str:
        return (
            QCoreApplication.translate("GlossaryWindow", "Term"),
            QCoreApplication.translate("GlossaryWindow", "English"),
        )[column]

    def cells(self, line: Term) -> tuple[str, ...]:
        return (line.term, line.english)


class GlossaryWindow(ByKeyboard, QWidget):
    """Not modal; the list answers while one types, and what it means stands beside it."""

    manual_wanted = Signal(str)  # anchor

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.words = words
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.table = TermTable(words, self)
        self.view = QTableView()
        self.view.setModel(self.table)
        look.tidy(self.view)
        self.view.setColumnWidth(TermColumn.TERM, look.in_letters(210))
        self.view.horizontalHeader().setStretchLastSection(True)
        self.view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.reader = QTextBrowser()
        self.reader.setOpenLinks(False)
        self.close_button = QPushButton()
        left = QVBoxLayout()
        left.addWidget(self.search)
        left.addWidget(self.view, 1)
        middle = QHBoxLayout()
        middle.addLayout(left, 5)
        middle.addWidget(self.reader, 4)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.addLayout(middle, 1)
        column.addLayout(foot)
        self.search.textChanged.connect(self._seek)
        self.search.returnPressed.connect(self.view.setFocus)
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._show())
        self.reader.anchorClicked.connect(self._follow)
        self.close_button.clicked.connect(self.close)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self._leave)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._to_search)
        words.language_changed.connect(lambda _: self.retranslate())
        self.resize(fits(_SIZE))
        if (geometry := QSettings().value("glossary/geometry")) is not None:
            self.restoreGeometry(geometry)
        self.retranslate()
        self._seek("")

    @property
    def current(self) -> Term | None:
        """The term that is explained."""
        row = self.view.currentIndex().row()
        return self.table.lines[row] if 0 <= row < len(self.table.lines) else None

    def open_at(self, key: str = "") -> None:
        """Show the list with the keyboard in the search; with the key of a term that term."""
        self.search.clear()
        place = next((place for place, term in enumerate(self.table.lines) if term.key == key), 0)
        self.view.setCurrentIndex(self.table.index(place, 0))
        self.search.setFocus()

    def retranslate(self) -> None:
        """Say everything in the current language; the term that is open stays open."""
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("GlossaryWindow", "Glossary"))
        self.search.setPlaceholderText(translate("GlossaryWindow", "Type a term"))
        self.search.setToolTip(translate("GlossaryWindow", "Type a term, an abbreviation or an English word"))
        self.search.setAccessibleName(translate("GlossaryWindow", "Search the glossary"))
        self.view.setAccessibleName(translate("GlossaryWindow", "Terms"))
        self.reader.setAccessibleName(translate("GlossaryWindow", "What it means"))
        self.close_button.setText(translate("GlossaryWindow", "&Close"))
        self.table.retranslate()
        before = self.current.key if self.current is not None else ""
        self._seek(self.search.text(), before)

    def changeEvent(self, event: QEvent) -> None:
        """Light or dark was switched."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the size."""
        QSettings().setValue("glossary/geometry", self.saveGeometry())
        super().closeEvent(event)

    def _seek(self, text: str, key: str = "") -> None:
        found = find_terms(text, self.words.language)
        self.table.show_lines(found)
        place = next((place for place, term in enumerate(found) if term.key == key), 0)
        if found:
            self.view.setCurrentIndex(self.table.index(place, 0))
        self._show()

    def _show(self) -> None:
        term = self.current
        if term is None:
            told = QCoreApplication.translate("GlossaryWindow", "No term fits. Try the first letters only.")
            self.reader.setPlainText(told)
            return
        parts = [f"## {escaped(term.term)}"]
        others = [name for name in (*term.also, term.english) if name and folded(name) != folded(term.term)]
        if others:
            parts.append(f"*{escaped(' · '.join(others))}*")
        parts.append(escaped(term.means))
        if term.article:
            basis = QCoreApplication.translate("GlossaryWindow", "Basis")
            parts.append(f"**{escaped(basis)}.** {escaped(term.article)}")
        section = read_manual(self.words.language).section(term.place) if term.place else None
        if section is not None:
            manual = QCoreApplication.translate("GlossaryWindow", "In the manual")
            parts.append(f"**{escaped(manual)}:** [{escaped(section.title)}](manual:{section.anchor})")
        self.reader.setDocument(note_pages("\n\n".join(parts), self.font()))

    def _follow(self, link: QUrl) -> None:
        self.manual_wanted.emit(link.toString().removeprefix("manual:"))

    def _to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _leave(self) -> None:
        if self.search.text():
            self.search.clear()
        else:
            self.close()
