"""The one box that finds people, rooms and commands (Ctrl+K)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from meritdesk.core.lines import DocumentLine, StaffLine, StaffQuery
from meritdesk.core.people import OrgUnit
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.ui import actions, look
from meritdesk.ui.background import Lane

TYPING_MILLISECONDS = 150
PEOPLE_SHOWN = 8
OTHERS_SHOWN = 4
FOUND = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Found:
    """One line of the list: words, and where it leads (a command, or a room with filters)."""

    words: str
    icon: str
    command: str = ""
    room: str = ""
    filters: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Findings:
    """What the desk knows about the words typed."""

    people: tuple[StaffLine, ...] = ()
    units: tuple[OrgUnit, ...] = ()
    papers: tuple[DocumentLine, ...] = ()


class Finder(QLineEdit):
    """Type a NIP, a name, a unit, a document number, a room or a command; Enter goes there."""

    chosen = Signal(object)  # Found
    left = Signal()

    def __init__(self, desk: Desk, lane: Lane, commands: dict[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lane = lane
        self._commands = commands
        self._model = QStandardItemModel(self)
        self._list = QListView()
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setPopup(self._list)
        self._completer.setMaxVisibleItems(PEOPLE_SHOWN + 2 * OTHERS_SHOWN)
        self._completer.setWidget(self)
        self._completer.activated[QModelIndex].connect(self._take)  # type: ignore[index]
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MILLISECONDS)
        self._typing.timeout.connect(self._ask)
        self.textEdited.connect(lambda _: self._typed())
        self.returnPressed.connect(self._take_first)
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(320)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.retranslate()

    def retranslate(self) -> None:
        """The words of the empty box."""
        self.setPlaceholderText(QCoreApplication.translate("Finder", "Find anything...  Ctrl+K"))
        self.setAccessibleName(QCoreApplication.translate("Finder", "Find people, units, papers, rooms and commands"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the box and gives the keyboard back to the page."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _typed(self) -> None:
        self._typing.start()
        self._show(self._places(), Findings())

    def _ask(self) -> None:
        words = self.text().strip()
        if len(words) < 2:
            return

        def find(step: Step) -> Findings:
            wanted = words.casefold()
            units = (unit for unit in self._desk.register.units() if wanted in unit.name.casefold())
            return Findings(
                self._desk.register.staff(StaffQuery(search=words, limit=PEOPLE_SHOWN)),
                tuple(unit for unit, _ in zip(units, range(OTHERS_SHOWN), strict=False)),
                self._desk.documents.lines(words, 0, OTHERS_SHOWN) if any(sign.isdigit() for sign in words) else (),
            )

        self._lane.ask(find, lambda found: self._show(self._places(), found), key="finder")

    def _places(self) -> list[Found]:
        """Rooms and commands whose words hold what was typed."""
        wanted = self.text().strip().casefold()
        if not wanted:
            return []
        found = []
        for name, action in self._commands.items():
            if name != "find" and wanted in actions.words_of(action).casefold():
                icon = name.partition(":")[2] or "keys"
                found.append(Found(f"{actions.words_of(action)}   {actions.keys_of(action)}", icon, command=name))
        return found[:OTHERS_SHOWN]

    def _show(self, places: Sequence[Found], findings: Findings) -> None:
        lines = [
            *places,
            *(
                Found(f"{one.name}   {one.nip}   {one.unit_name}", "register", "", "register", {"nip": one.nip})
                for one in findings.people
            ),
            *(
                Found(unit.name, "overview", "", "register", {"unit": unit.unit_id, "unit_name": unit.name})
                for unit in findings.units
            ),
            *(
                Found(
                    f"{paper.number}   {paper.name}",
                    "documents",
                    "",
                    "documents",
                    {"tab": "register", "search": paper.number},
                )
                for paper in findings.papers
            ),
        ]
        self._model.clear()
        for line in lines:
            item = QStandardItem(look.icon(line.icon, 16), line.words)
            item.setEditable(False)
            item.setData(line, FOUND)
            self._model.appendRow(item)
        # Names are long: the list is as wide as they need, as far as the window reaches.
        room = self.window().width() - self.mapTo(self.window(), QPoint(0, 0)).x() - look.RHYTHM
        self._list.setMinimumWidth(min(room, self._list.sizeHintForColumn(0) + 4 * look.RHYTHM))
        if lines and self.hasFocus():
            self._completer.complete()
        else:
            self._list.hide()

    def _take(self, index: QModelIndex) -> None:
        found = index.data(FOUND)
        self.clear()
        self._typing.stop()
        if isinstance(found, Found):
            self.chosen.emit(found)

    def _take_first(self) -> None:
        if self._model.rowCount() and self.text():
            self._take(self._model.index(0, 0))
