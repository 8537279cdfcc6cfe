"""*Mengapa?* in a small window: what the rule asks, the article, how grave, who may set it aside, what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from meritdesk import bootstrap
from meritdesk.core.validation import Severity
from meritdesk.messages.manual import read_manual
from meritdesk.services.explaining import Explanation, explain
from meritdesk.ui import look
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.help.book import escaped, fits, note_pages
from meritdesk.ui.wording import Words

_SIZE = QSize(600, 430)


@dataclass(frozen=True, slots=True)
class Asked:
    """A code that was met, with the facts of its sentence where they are at hand."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


class WhyWindow(ByKeyboard, QWidget):
    """Not modal; with several codes on a page a list at the left says which one is explained."""

    manual_wanted = Signal(str)  # anchor

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.words = words
        self._asked: tuple[Asked, ...] = ()
        self._shown: Explanation | None = None
        self.codes = QListWidget()
        self.codes.setMaximumWidth(look.in_letters(96))
        self.reader = QTextBrowser()
        self.reader.setOpenLinks(False)
        self.none = QLabel()
        self.none.setWordWrap(True)
        self.none.setMargin(2 * look.RHYTHM)
        self.manual_button, self.close_button = QPushButton(), QPushButton()
        middle = QHBoxLayout()
        middle.addWidget(self.codes)
        middle.addWidget(self.reader, 1)
        middle.addWidget(self.none, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.manual_button)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.addLayout(middle, 1)
        column.addLayout(foot)
        self.codes.currentRowChanged.connect(self._show)
        self.reader.anchorClicked.connect(self._follow)
        self.manual_button.clicked.connect(self._to_manual)
        self.close_button.clicked.connect(self.close)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.close)
        words.language_changed.connect(self._retold)
        self.resize(fits(_SIZE))
        self.retranslate()

    def explain(self, asked: Sequence[Asked]) -> None:
        """Explain these codes, the first at once; without any say how to come by one."""
        first: dict[str, Asked] = {}
        for one in asked:
            first.setdefault(one.code, one)
        self._asked = tuple(first.values())
        blocked = self.codes.blockSignals(True)
        self.codes.clear()
        self.codes.addItems([one.code for one in self._asked])
        self.codes.blockSignals(blocked)
        self.codes.setVisible(len(self._asked) > 1)
        self.reader.setVisible(bool(self._asked))
        self.none.setVisible(not self._asked)
        self.manual_button.setEnabled(bool(self._asked))
        if self._asked:
            self.codes.setCurrentRow(0)
            self._show(0)

    def retranslate(self) -> None:
        """Say everything in the current language."""
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("WhyWindow", "Why?"))
        self.codes.setAccessibleName(translate("WhyWindow", "Codes found here"))
        self.reader.setAccessibleName(translate("WhyWindow", "Why?"))
        self.manual_button.setText(translate("WhyWindow", "Open the &manual here"))
        self.close_button.setText(translate("WhyWindow", "&Close"))
        self.none.setText(
            translate(
                "WhyWindow",
                "Nothing here carries a code. Select a line with a message (its code stands in small print, such as "
                "V-15) and press Shift+F1 again.",
            )
        )

    def changeEvent(self, event: QEvent) -> None:
        """Light or dark was switched."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._asked:
            self._show(max(self.codes.currentRow(), 0))

    def _show(self, row: int) -> None:
        if not 0 <= row < len(self._asked):
            return
        asked = self._asked[row]
        self._shown = explain(asked.code, self.words.messages, bootstrap.validation_pack(), asked.facts)
        self.reader.setDocument(note_pages(as_markdown(self._shown, self.words), self.font()))
        self.reader.setAccessibleDescription(f"{self._shown.what} {self._shown.asks}")
        self.manual_button.setEnabled(bool(self._shown.place))

    def _to_manual(self) -> None:
        if self._shown is not None and self._shown.place:
            self.manual_wanted.emit(self._shown.place)

    def _follow(self, link: QUrl) -> None:
        self.manual_wanted.emit(link.toString().removeprefix("manual:"))

    def _retold(self, _: str) -> None:
        self.retranslate()
        self._show(max(self.codes.currentRow(), 0))


def as_markdown(shown: Explanation, words: Words) -> str:
    """The explanation as a short page: sentence, gravity, why, basis, what to do, who may set it aside."""
    label = words.messages.label
    parts = [f"### {escaped(shown.what)}", f"**{escaped(shown.code)}**"]
    if shown.severity is not None:
        sign = "⚠" if shown.severity is Severity.ERROR else "?"
        parts[-1] += f" · {sign} {escaped(label(f'WHY:{shown.severity.value}'))}"
    if shown.asks:
        parts.append(f"**{label('WHY:ASKS')}.** {escaped(shown.asks)}")
    if basis := ", ".join(one for one in (shown.regulation, shown.article) if one):
        parts.append(f"**{label('WHY:ARTICLE')}.** {escaped(basis)}")
    if todo := " ".join(one for one in (shown.next, shown.do) if one):
        parts.append(f"**{label('WHY:DO')}.** {escaped(todo)}")
    if shown.set_aside:
        parts.append(f"**{label('WHY:SETASIDE')}.** {escaped(shown.set_aside)}")
    section = read_manual(words.language).section(shown.place) if shown.place else None
    if section is not None:
        parts.append(f"**{label('WHY:PLACE')}:** [{escaped(section.title)}](manual:{section.anchor})")
    return "\n\n".join(parts)
