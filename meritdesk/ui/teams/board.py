"""The board: a column a state, a card a problem, the most urgent on top."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.problems import OVER, ProblemScope, ProblemState
from meritdesk.services.teams import ProblemLine
from meritdesk.services.upkeep.personal import LimitLine
from meritdesk.ui import look
from meritdesk.ui.limited_people import explained, signed, spoken
from meritdesk.ui.own_keys import KeySheet, some
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

LINE = Qt.ItemDataRole.UserRole + 1
COLUMNS: tuple[tuple[ProblemState, ...], ...] = (
    (ProblemState.OPEN,),
    (ProblemState.ANSWERED,),
    (ProblemState.AT_WORK,),
    (ProblemState.SOLVED,),
    (ProblemState.CLOSED, ProblemState.DROPPED),
)
_PAD = look.RHYTHM
_STRIPE = 5
_TITLE_LINES = 3
Index = QModelIndex | QPersistentModelIndex


def mark_of(unit_id: str) -> QColor:
    """The colour by which a department is recognised on the board; its name always stands beside it."""
    hue = zlib.crc32(unit_id.encode("utf-8")) % 360
    return QColor.fromHsl(hue, 130, 150 if look.is_dark() else 110)


class ProblemList(QAbstractListModel):
    """The problems of one column."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.lines: list[ProblemLine] = []

    def show_lines(self, lines: Sequence[ProblemLine]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """The problems of the column."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title; in words for a screen reader everything that the card shows."""
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.problem.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            told, limit = " · ".join(self.told(line)), self._limit(line)
            if limit is None or role == Qt.ItemDataRole.AccessibleTextRole:
                return told
            return f"{told}\n\n{explained(limit, self._words.day(limit.limit.set_at.date()))}"
        return line if role == LINE else None

    def told(self, line: ProblemLine) -> list[str]:
        """What a card says, line by line."""
        problem = line.problem
        kind = self._words.messages.label_of(problem.kind)
        told = [f"{problem.number} · {kind}", problem.title, line.unit_name, self.due(line)]
        if line.lead_name:
            lead = line.lead_name if self._limit(line) is None else spoken(line.lead_name)
            told.append(QCoreApplication.translate("ProblemBoard", "Lead: %1").replace("%1", lead))
        told.extend(self.marks(line))
        return told

    def lead(self, line: ProblemLine) -> str:
        """Who leads, as a card shows it: with the sign where processing of his data is limited, never cut off."""
        said = QCoreApplication.translate("ProblemBoard", "Lead: %1").replace("%1", line.lead_name)
        return said if self._limit(line) is None else signed(said)

    def _limit(self, line: ProblemLine) -> LimitLine | None:
        limited = self._words.limited
        return limited.of_somebody(line.lead_name, line.problem.lead_id) if limited and line.lead_name else None

    def due(self, line: ProblemLine) -> str:
        """How long there is, or what became of it."""
        problem = line.problem
        if problem.state is ProblemState.DROPPED:
            return self._words.messages.label_of(problem.state)
        if problem.solved_on is not None:
            said = (
                QCoreApplication.translate("ProblemBoard", "%1 working days too late")
                if line.days_left < 0
                else QCoreApplication.translate("ProblemBoard", "in time, %1 working days left")
            )
            return singular(said.replace("%1", self._words.number(abs(line.days_left))))
        return self._words.days_left(line.days_left)

    def marks(self, line: ProblemLine) -> list[str]:
        """What asks for somebody: units that have not answered, tasks that are late; and how far the team reaches."""
        translate = QCoreApplication.translate
        marks = []
        if line.waiting_units:
            count = self._words.number(len(line.waiting_units))
            marks.append("⚠ " + singular(translate("ProblemBoard", "%1 units have not answered").replace("%1", count)))
        if line.late_tasks:
            count = self._words.number(line.late_tasks)
            marks.append("⚠ " + singular(translate("ProblemBoard", "%1 tasks late").replace("%1", count)))
        if line.problem.scope is ProblemScope.ACROSS_UNITS:
            marks.append(self._words.messages.label_of(line.problem.scope))
        return marks


class CardPainter(QStyledItemDelegate):
    """Paints a problem as a card: the department's stripe, number and days, the title, who leads."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Number, the lines of the title, how long there is, unit, lead, marks; the width is that of the column."""
        metrics = QFontMetrics(option.font)
        line: ProblemLine = index.data(LINE)
        model = index.model()
        assert isinstance(model, ProblemList)
        whole = (model.due(line), *model.marks(line))
        said = 1 + bool(line.lead_name) + sum(_lines(metrics, one, _inner_width(option)) for one in whole)
        return QSize(140, (1 + _TITLE_LINES + said) * metrics.lineSpacing() + 3 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Text keeps its colour; red says late and has the words for it."""
        line: ProblemLine = index.data(LINE)
        model = index.model()
        assert isinstance(model, ProblemList)
        palette: QPalette = option.palette
        state = option.state
        whole: QRect = option.rect.adjusted(4, 4, -4, -4)
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setPen(palette.color(QPalette.ColorRole.Highlight if is_chosen else QPalette.ColorRole.Mid))
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawRect(whole)
        if is_chosen:
            painter.drawRect(whole.adjusted(1, 1, -1, -1))
        painter.fillRect(QRect(whole.left(), whole.top(), _STRIPE, whole.height()), mark_of(line.problem.unit_id))
        font = QFont(option.font)
        metrics = QFontMetrics(font)
        step = metrics.lineSpacing()
        inside = whole.adjusted(_STRIPE + _PAD, _PAD // 2, -_PAD, -_PAD // 2)
        text, quiet = palette.color(QPalette.ColorRole.Text), look.quiet()
        late = look.blocks() if line.days_left < 0 and line.state not in {ProblemState.DROPPED} else quiet
        painter.setFont(font)
        top = QRect(inside.left(), inside.top(), inside.width(), step)
        painter.setPen(quiet)
        painter.drawText(top, Qt.AlignmentFlag.AlignLeft, line.problem.number)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(text)
        block = QRect(inside.left(), inside.top() + step, inside.width(), _TITLE_LINES * step)
        wrap = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        title = _shortened(line.problem.title, QFontMetrics(font), block.adjusted(0, 0, 0, 3))
        # The dots of a shortened title may come from higher letters: its last line must not lose its feet for them.
        painter.drawText(block, int(wrap | Qt.TextFlag.TextDontClip), title)
        font.setWeight(QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(quiet)
        below = inside.top() + (1 + _TITLE_LINES) * step + _PAD // 2
        names = [line.unit_name, *([model.lead(line)] if line.lead_name else [])]
        shortened = [metrics.elidedText(name, Qt.TextElideMode.ElideRight, inside.width()) for name in names]
        rows = [(late, model.due(line)), *((quiet, name) for name in shortened)]
        rows += [(look.asks() if mark.startswith("⚠") else quiet, mark) for mark in model.marks(line)]
        for colour, said in rows:  # what asks for somebody and how long there is are never cut
            painter.setPen(colour)
            high = _lines(metrics, said, inside.width()) * step
            painter.drawText(QRect(inside.left(), below, inside.width(), high), int(wrap), said)
            below += high
        painter.restore()


def _inner_width(option: QStyleOptionViewItem) -> int:
    """How wide the words of a card may be; a column asks before it has given the card its place."""
    view = option.widget
    whole = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
    return max(whole - 8 - _STRIPE - 2 * _PAD, 1)


def _lines(metrics: QFontMetrics, text: str, width: int) -> int:
    # A sign may come from other letters and be a little higher than a line.
    return max(1, min(round(_height(metrics, width, text) / metrics.lineSpacing()), 3))


def _shortened(text: str, metrics: QFontMetrics, block: QRect) -> str:
    """As much of a title as its place takes; the pane beside shows it whole."""
    words = text.split()
    kept = text
    while len(words) > 1 and _height(metrics, block.width(), kept) > block.height():
        words.pop()
        kept = " ".join(words) + " …"
    return kept


def _height(metrics: QFontMetrics, width: int, text: str) -> int:
    return metrics.boundingRect(QRect(0, 0, width, 1000), int(Qt.TextFlag.TextWordWrap), text).height()


class ColumnView(QListView):
    """One column; Left and Right go to the columns beside it."""

    own_keys = KeySheet(
        str(QT_TRANSLATE_NOOP("OwnKeys", "On the board of problems")),
        (
            some("↑ ↓", "Up Down", str(QT_TRANSLATE_NOOP("OwnKeys", "To the card above or below"))),
            some("← →", "Left Right", str(QT_TRANSLATE_NOOP("OwnKeys", "To the column beside"))),
            some("Enter", "Return Enter", str(QT_TRANSLATE_NOOP("OwnKeys", "To the next step of the problem"))),
        ),
    )

    beside = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows walk over the whole board."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not event.modifiers():
            self.beside.emit(-1 if event.key() == Qt.Key.Key_Left else 1)
            return
        super().keyPressEvent(event)


class ProblemBoard(QWidget):
    """Five columns side by side; the last one is for what is over and may be hidden."""

    chosen = Signal(str)  # number, empty for none
    opened = Signal(str)  # Enter on a card

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.models: list[ProblemList] = []
        self.views: list[ColumnView] = []
        self._headings: list[QLabel] = []
        self._columns: list[QWidget] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.RHYTHM)
        for place in range(len(COLUMNS)):
            model, view, heading = ProblemList(words, self), ColumnView(self), look.strong(QLabel(self))
            view.setModel(model)
            view.setItemDelegate(CardPainter(view))
            view.setUniformItemSizes(False)
            view.setResizeMode(QListView.ResizeMode.Adjust)
            view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
            view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            view.selectionModel().currentChanged.connect(lambda now, _, place=place: self._moved(place, now))
            view.activated.connect(lambda index: self.opened.emit(self._number(index)))
            view.beside.connect(lambda by, place=place: self._walk(place, by))
            heading.setBuddy(view)
            holder = QWidget(self)
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
            column.addWidget(heading)
            column.addWidget(view, 1)
            row.addWidget(holder, 1)
            self.models.append(model)
            self.views.append(view)
            self._headings.append(heading)
            self._columns.append(holder)
        self.show_over(False)

    @property
    def number(self) -> str:
        """The problem that is chosen; empty while none is."""
        for view in self.views:
            if view.currentIndex().isValid():
                return self._number(view.currentIndex())
        return ""

    def show_over(self, is_shown: bool) -> None:
        """Show or hide the column of what is closed or dropped."""
        self._columns[-1].setVisible(is_shown)

    def show_lines(self, lines: Sequence[ProblemLine]) -> None:
        """Show these problems; the one chosen before stays chosen, wherever it went."""
        before = self.number
        for states, model in zip(COLUMNS, self.models, strict=True):
            model.show_lines([line for line in lines if line.state in states])
        self.retranslate()
        if not self.choose(before):
            first = next((place for place, model in enumerate(self.models[:-1]) if model.lines), None)
            if first is not None:
                self.views[first].setCurrentIndex(self.models[first].index(0))
            else:
                self.chosen.emit("")

    def choose(self, number: str) -> bool:
        """Put the selection on a problem; whether it is on the board."""
        for view, model in zip(self.views, self.models, strict=True):
            for row, line in enumerate(model.lines):
                if number and line.problem.number == number:
                    view.setCurrentIndex(model.index(row))
                    if line.state in OVER - {ProblemState.SOLVED}:
                        self.show_over(True)
                    return True
        return False

    def focus_view(self) -> ColumnView:
        """Where the keyboard belongs: the column with the chosen card."""
        return next((view for view in self.views if view.currentIndex().isValid()), self.views[0])

    def retranslate(self) -> None:
        """The names of the columns with their counts."""
        for states, heading, view, model in zip(COLUMNS, self._headings, self.views, self.models, strict=True):
            name = (
                QCoreApplication.translate("ProblemBoard", "Over")
                if len(states) > 1
                else self._words.messages.label_of(states[0])
            )
            heading.setText(f"{name}  {self._words.number(len(model.lines))}")
            view.setAccessibleName(name)
            view.viewport().update()

    def _number(self, index: Index) -> str:
        line = index.data(LINE)
        return line.problem.number if isinstance(line, ProblemLine) else ""

    def _moved(self, place: int, now: QModelIndex) -> None:
        if not now.isValid():
            return
        for other, view in enumerate(self.views):
            if other != place:
                view.selectionModel().clear()
        self.chosen.emit(self._number(now))

    def _walk(self, place: int, by: int) -> None:
        target = place + by
        while 0 <= target < len(self.views):
            if self.models[target].lines and self._columns[target].isVisible():
                row = min(max(self.views[place].currentIndex().row(), 0), len(self.models[target].lines) - 1)
                self.views[target].setCurrentIndex(self.models[target].index(row))
                self.views[target].setFocus()
                return
            target += by
