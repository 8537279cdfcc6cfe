"""Head and rail: whose desk this is, the period that rules every page, and the rooms."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.store import AgencyInfo
from meritdesk.ui import actions, look
from meritdesk.ui.finder import Finder
from meritdesk.ui.wording import Words

YEARS_BACK, YEARS_AHEAD = 4, 1
RAIL_WIDTH = 178
LEAST_OF_NAME, LEAST_OF_ROLE = 170, 120


class Head(QFrame):
    """Agency, period, the box that finds anything, language and look."""

    period_chosen = Signal(object)  # Period
    language_wanted = Signal()
    look_wanted = Signal()
    keys_wanted = Signal()

    def __init__(self, agency: AgencyInfo, finder: Finder, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("head")
        self._agency = agency
        self._words = words
        self._period: Period | None = None
        self._name = look.strong(QLabel())
        self._role = QLabel()
        self.year = QComboBox()
        self.part = QComboBox()
        self.language = QToolButton()
        self.look_button = QToolButton()
        self.keys = QToolButton()
        self.part.setMinimumContentsLength(13)
        for button in (self.language, self.look_button, self.keys):
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.language.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * look.RHYTHM, look.RHYTHM, look.RHYTHM, look.RHYTHM)
        row.setSpacing(look.RHYTHM)
        row.addWidget(self._name, 4)
        row.addWidget(self._role, 2)
        row.addStretch(1)
        for part in (self.year, self.part, finder, self.language, self.look_button, self.keys):
            row.addWidget(part)
        self.year.activated.connect(lambda _: self._choose())
        self.part.activated.connect(lambda _: self._choose())
        self.language.clicked.connect(self.language_wanted)
        self.look_button.clicked.connect(self.look_wanted)
        self.keys.clicked.connect(self.keys_wanted)

    def show_period(self, period: Period) -> None:
        """Put a period into the two boxes without choosing it."""
        self._period = period
        self._fill()

    def move_year(self, by: int) -> None:
        """The year before or after, the same part of it."""
        if self._period is not None:
            self.period_chosen.emit(Period(self._period.year + by, self._period.kind, self._period.index))

    def retranslate(self) -> None:
        """Say everything in the current language; the button offers the other one."""
        translate = QCoreApplication.translate
        self._name.setText(self._agency.name)
        kind = translate("Head", "Regional office") if self._agency.is_region else translate("Head", "Agency")
        self._role.setText(f"{kind} {self._agency.code} · {self._agency.device}")
        look.colour(self._role, look.quiet())
        self._fit()
        self.year.setAccessibleName(translate("Head", "Year"))
        self.year.setToolTip(translate("Head", "Year of all pages (Ctrl+Alt+Left, Ctrl+Alt+Right)"))
        self.part.setAccessibleName(translate("Head", "Part of the year"))
        self.part.setToolTip(self.part.accessibleName())
        self.language.setText("English" if self._words.language == "id" else "Indonesia")
        self.language.setIcon(look.icon("language"))
        self.language.setToolTip(translate("Head", "Switch the language (Ctrl+Shift+L)"))
        self.look_button.setIcon(look.icon("look"))
        self.look_button.setAccessibleName(translate("Head", "Light or dark look"))
        self.look_button.setToolTip(translate("Head", "Light or dark look (Ctrl+Shift+D)"))
        self.keys.setIcon(look.icon("keys"))
        self.keys.setAccessibleName(translate("Head", "Keys"))
        self.keys.setToolTip(translate("Head", "All keys of this page (?)"))
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters are measured anew."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """On one line where there is room; a long name, or one in large letters, on several."""
        for label, least in ((self._name, LEAST_OF_NAME), (self._role, LEAST_OF_ROLE)):
            look.let_wrap(label, least)

    def _fill(self) -> None:
        if self._period is None:
            return
        shown = self._period
        first = min(shown.year - YEARS_BACK, int(self.year.itemData(0) or shown.year))
        last = max(shown.year + YEARS_AHEAD, int(self.year.itemData(self.year.count() - 1) or shown.year))
        self.year.clear()
        for year in range(first, last + 1):
            self.year.addItem(str(year), year)
        self.year.setCurrentIndex(shown.year - first)
        self.part.clear()
        for period in parts_of(shown.year):
            self.part.addItem(self._part_words(period), period)
            if period == shown:
                self.part.setCurrentIndex(self.part.count() - 1)

    def _part_words(self, period: Period) -> str:
        if period.kind is PeriodKind.YEAR:
            return QCoreApplication.translate("Head", "Whole year")
        return self._words.period(period).removesuffix(f" {period.year}")

    def _choose(self) -> None:
        part: Period = self.part.currentData()
        self.period_chosen.emit(Period(int(self.year.currentData()), part.kind, part.index))


def parts_of(year: int) -> tuple[Period, ...]:
    """The periods of a year: the whole, the quarters, the months."""
    return (
        Period(year, PeriodKind.YEAR),
        *(Period(year, PeriodKind.QUARTER, quarter) for quarter in range(1, 5)),
        *(Period(year, PeriodKind.MONTH, month) for month in range(1, 13)),
    )


class RailButton(QToolButton):
    """One room; the number at its right is work that waits, never decoration."""

    def __init__(self, action: QAction, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.waiting = ""
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(20, 20))
        self.setFixedSize(RAIL_WIDTH - 2 * look.RHYTHM, 34)
        self.clicked.connect(lambda: action.trigger())
        self._action = action

    def retranslate(self) -> None:
        """The words of the room, its key as a hint."""
        self.setText("  " + self._action.text())
        self.setIcon(look.icon(self._icon))
        self.setToolTip(f"{actions.words_of(self._action)} ({actions.keys_of(self._action)})")
        self._name()

    def show_waiting(self, count: str) -> None:
        """How much waits in this room; empty when nothing does."""
        self.waiting = count
        self._name()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt draws the button, we the number."""
        super().paintEvent(event)
        if self.waiting:
            painter = QPainter(self)
            painter.setPen(look.asks())
            painter.drawText(self.rect().adjusted(0, 0, -6, 0), _RIGHT, self.waiting)
            painter.end()

    def _name(self) -> None:
        name = actions.words_of(self._action)
        said = QCoreApplication.translate("Rail", "%1 waiting").replace("%1", self.waiting)
        self.setAccessibleName(f"{name}, {said}" if self.waiting else name)


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Rail(QFrame):
    """The rooms that exist, top to bottom, each with its key."""

    def __init__(self, commands: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.buttons: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.RHYTHM, look.RHYTHM, look.RHYTHM, look.RHYTHM)
        column.setSpacing(2)
        for room, _ in actions.ROOMS:
            button = RailButton(commands[f"room:{room}"], room)
            self._group.addButton(button)
            self.buttons[room] = button
            column.addWidget(button)
        column.addStretch(1)

    def show_room(self, room: str) -> None:
        """Mark the room that is in front."""
        self.buttons[room].setChecked(True)

    def show_waiting(self, counts: Mapping[str, str]) -> None:
        """Put the numbers beside the rooms."""
        for room, button in self.buttons.items():
            button.show_waiting(counts.get(room, ""))
        self._fit()

    def retranslate(self) -> None:
        """Say the rooms in the current language."""
        for button in self.buttons.values():
            button.retranslate()
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters need a wider rail."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """As wide as always; wider where a name and its number of two digits or more would touch."""
        letters = self.fontMetrics()
        wanted = [
            button.sizeHint().width() + letters.horizontalAdvance(max("00", button.waiting, key=len))
            for button in self.buttons.values()
        ]
        width = max(RAIL_WIDTH, max(wanted, default=0) + 2 * look.RHYTHM)
        self.setFixedWidth(width)
        for button in self.buttons.values():
            button.setFixedSize(width - 2 * look.RHYTHM, max(34, self.fontMetrics().height() + look.RHYTHM))
