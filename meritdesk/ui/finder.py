"""The one box that finds people, papers, units, actions and settings (Ctrl+K).

What the window knows by itself answers with the keystroke; what the desk finds comes a moment later through the lane,
where a newer question replaces an older one. Right on a person shows where one may go with him.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from meritdesk.core.finding import Findings
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.palette import recall
from meritdesk.ui.palette.gathering import bare_sentence, desk_offers, places_of, why_not_said, window_offers
from meritdesk.ui.palette.list_model import FOUND, PaletteModel
from meritdesk.ui.palette.offers import Found, OfferKind, begins_with, matching
from meritdesk.ui.palette.row_delegate import RowDelegate
from meritdesk.ui.palette.sentences import Sentence, read_sentence
from meritdesk.ui.wording import Words

__all__ = ["FOUND", "Finder", "Found"]

TYPING_MILLISECONDS = 40
LEAST_LETTERS = 2
SURE_LETTERS = 3
WIDEST = 760
USUAL_WIDTH, LEAST_WIDTH = 320, 160
"""The box gives way first where letters are large and the screen is small, or the window would not fit it."""
EACH_SHOWN = 5
OFFERS_SHOWN = 8
MOST_ROWS = 18


class Finder(QLineEdit):
    """Type a NIP, a name, a unit, a document number, a command or a sentence; Enter goes there."""

    chosen = Signal(object)  # Found
    left = Signal()

    def __init__(
        self, desk: Desk, lane: Lane, commands: dict[str, QAction], words: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lane = lane
        self._commands = commands
        self._words = words
        self._offers: list[Found] = []
        self._found: list[Found] = []
        self._person: Found | None = None
        self._model = PaletteModel(self)
        self._list = QListView()
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setPopup(self._list)
        # The completer brings its own; ours shows where a row belongs, and its key.
        self._list.setItemDelegate(RowDelegate(self._list))
        self._completer.setMaxVisibleItems(MOST_ROWS)
        self._completer.setWidget(self)
        self._completer.activated[QModelIndex].connect(self._take)  # type: ignore[index]
        self._list.installEventFilter(self)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MILLISECONDS)
        self._typing.timeout.connect(self._ask)
        self.textEdited.connect(lambda _: self._typed())
        self.returnPressed.connect(self._take_first)
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(LEAST_WIDTH)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setUniformItemSizes(False)
        self.retranslate()

    def retranslate(self) -> None:
        """The words of the empty box; the offers are said anew when next needed."""
        translate = QCoreApplication.translate
        self.setPlaceholderText(translate("Finder", "Find anything...  Ctrl+K"))
        self.setAccessibleName(translate("Finder", "Find people, units, papers, actions and settings"))
        self._list.setAccessibleName(translate("Finder", "What was found"))
        self._offers = []

    def sizeHint(self) -> QSize:
        """As wide as what is sought usually is, where there is room."""
        return QSize(USUAL_WIDTH, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the box and gives the keyboard back to the page; Down shows what was chosen lately."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
            return
        if event.key() == Qt.Key.Key_Down and not self.text().strip():
            self._show_recent()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ctrl+K on the empty box offers what was chosen lately."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.ShortcutFocusReason and not self.text():
            self._show_recent()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Right on a person lists where one may go with him, Left leads back."""
        if watched is self._list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            row = self._list.currentIndex().data(FOUND)
            if event.key() == Qt.Key.Key_Right and isinstance(row, Found) and row.nip and self._person is None:
                self._show_places(row)
                return True
            if event.key() == Qt.Key.Key_Left and self._person is not None:
                self._show_typed()
                return True
        return super().eventFilter(watched, event)

    @property
    def offers(self) -> list[Found]:
        """Everything the window can offer by itself, gathered when first needed in a language."""
        if not self._offers:
            self._offers = window_offers(
                self._commands, self._words, self._desk.agency.is_region, self._desk.upkeep.accounts.actor
            )
        return self._offers

    def _typed(self) -> None:
        if len(self.text().strip()) < LEAST_LETTERS:
            self._found = []
        self._typing.start()
        self._show_typed()

    def _ask(self) -> None:
        sentence = read_sentence(self.text())
        asked = sentence.rest if sentence is not None and sentence.rest else self.text().strip()
        if len(asked) < LEAST_LETTERS:
            return
        is_sentence = sentence is not None and bool(sentence.rest)

        def find(step: Step) -> Findings:
            return self._desk.overview.find(asked, EACH_SHOWN)

        def show(findings: Findings) -> None:
            if not self.text().strip():
                return
            said = sentence if is_sentence else None
            self._found = desk_offers(findings, said, self._why_not(said))
            self._show_typed()

        self._lane.ask(find, show, key="finder")

    def _show_typed(self) -> None:
        self._person = None
        asked = self.text().strip()
        if not asked:
            self._list.hide()
            return
        sentence = read_sentence(asked)
        is_whole = sentence is not None and not (sentence.rest and (self._found or self._typing.isActive()))
        bare = bare_sentence(sentence, self._why_not(sentence)) if sentence is not None and is_whole else None
        own = matching(self.offers, asked, recall.recent(), OFFERS_SHOWN)
        # What begins with the very words typed is meant; else people and papers come before what only resembles.
        is_meant = len(asked) >= SURE_LETTERS and bool(own) and begins_with(own[0], asked)
        found = [*own, *self._found] if is_meant else [*self._found, *own]
        rows = [*([bare] if bare else []), *found]
        nothing = QCoreApplication.translate(
            "Finder", "Nothing found. Type a name, part of a NIP, a unit, a document number, or: cetak D.1.1 puskesmas"
        )
        self._show(rows, "" if self._typing.isActive() else nothing)

    def _why_not(self, sentence: Sentence | None) -> str:
        return why_not_said(sentence, self._desk.upkeep.accounts.actor, self._words) if sentence is not None else ""

    def _show_recent(self) -> None:
        by_name = {offer.recall: offer for offer in self.offers}
        rows = [by_name[name] for name in recall.recent() if name in by_name]
        self._show([_as(row, OfferKind.RECENT) for row in rows], "")

    def _show_places(self, person: Found) -> None:
        self._person = person
        self._show(places_of(person), "")

    def _show(self, rows: list[Found], nothing: str) -> None:
        chosen = self._list.currentIndex().data(FOUND)
        person = self._words.person
        rows = [
            replace(row, words=person(row.words, row.nip)) if row.nip and row.kind is OfferKind.PERSON else row
            for row in rows
        ]
        self._model.show_rows(rows, nothing)
        if not self._model.rowCount() or not (self.hasFocus() or self._list.isVisible()):
            self._list.hide()
            return
        # Names are long: the list is as wide as they need and reaches to the left, for the box stands at the right.
        wanted = self._list.sizeHintForColumn(0) + 5 * look.RHYTHM
        left = self.mapTo(self.window(), QPoint(0, 0)).x()
        width = max(self.width(), min(wanted, WIDEST, left + self.width() - look.RHYTHM))
        self._completer.complete(QRect(self.width() - width, 0, width, self.height()))
        self._keep_chosen(chosen)

    def _keep_chosen(self, chosen: object) -> None:
        """What the keyboard stood on stays chosen when the desk's answer arrives; a person's ways begin at the top."""
        if self._person is not None:
            self._list.setCurrentIndex(self._model.first())
            return
        for row in range(self._model.rowCount()):
            if chosen is not None and self._model.index(row, 0).data(FOUND) == chosen:
                self._list.setCurrentIndex(self._model.index(row, 0))
                return
        self._list.setCurrentIndex(QModelIndex())

    def _take(self, index: QModelIndex) -> None:
        found = index.data(FOUND)
        if not isinstance(found, Found):
            return
        self.clear()
        self._found = []
        self._typing.stop()
        self._list.hide()
        recall.remember(found.recall)
        self.chosen.emit(found)

    def _take_first(self) -> None:
        first = self._model.first()
        if self.text() and first.isValid() and not self._list.currentIndex().data(FOUND):
            self._take(first)


def _as(found: Found, kind: OfferKind) -> Found:
    return replace(found, kind=kind)
