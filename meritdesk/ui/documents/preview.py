"""The preview of paper: pages at the left, the page at the right as it will be printed, search and zoom above."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QScrollArea,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from meritdesk.services.changes import Step
from meritdesk.ui import actions, look
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.page_list import PageList
from meritdesk.ui.documents.paper_file import DrawnPage, Finding, PaperFile

LEAST_ZOOM, LARGEST, ZOOM_STEP = 0.4, 4.0, 1.2
THUMB_WIDTH = 84
_GATHER_MILLISECONDS = 30
_DRAWN_AT_ONCE = 24
_FOUND = QColor(255, 210, 0, 90)
_CURRENT = QColor(255, 140, 0, 150)


class Preview(QWidget):
    """Shows a PDF; drawing and searching happen in the lane, so that a long document never stops the window."""

    def __init__(self, lane: Lane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._file: PaperFile | None = None
        self._opening = 0
        self._page = 0
        self._drawn: DrawnPage | None = None
        self._zoom = 0.0  # 0 fits the width
        self._found: tuple[Finding, ...] = ()
        self._place = -1
        self._searched = ""
        self._wanted: list[int] = []
        self.pages = PageList(QSize(THUMB_WIDTH, THUMB_WIDTH * 3 // 2), self)
        self.thumbs = QListView()
        self.thumbs.setModel(self.pages)
        self.thumbs.setViewMode(QListView.ViewMode.IconMode)
        self.thumbs.setFlow(QListView.Flow.TopToBottom)
        self.thumbs.setWrapping(False)
        self.thumbs.setMovement(QListView.Movement.Static)
        self.thumbs.setUniformItemSizes(True)
        self.thumbs.setIconSize(QSize(THUMB_WIDTH, THUMB_WIDTH * 3 // 2))
        self.thumbs.setGridSize(QSize(THUMB_WIDTH + 24, THUMB_WIDTH * 3 // 2 + 28))
        self.thumbs.setFixedWidth(THUMB_WIDTH + 56)
        self.thumbs.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.sheet = QLabel()
        self.sheet.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.area = QScrollArea()
        self.area.setWidget(self.sheet)
        self.area.setWidgetResizable(True)
        # A bar that comes and goes would change the width that the page is fitted to.
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.number = QSpinBox()
        self.number.setKeyboardTracking(False)
        self.of_pages = QLabel()
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.hits = QLabel()
        self._buttons = {
            name: QToolButton() for name in ("zoom_out", "zoom_in", "zoom_fit", "find_before", "find_next")
        }
        self.tools = QWidget()
        self._arrange()
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(_GATHER_MILLISECONDS)
        self._gather.timeout.connect(self._draw_thumbs)
        self._connect()
        self.retranslate()
        self.clear("")

    def _arrange(self) -> None:
        bar = QHBoxLayout(self.tools)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(look.RHYTHM)
        for part in (self.number, self.of_pages):
            bar.addWidget(part)
        for name in ("zoom_out", "zoom_in", "zoom_fit"):
            bar.addWidget(self._buttons[name])
        bar.addStretch(1)
        self.search.setMinimumWidth(150)
        bar.addWidget(self.search, 2)
        bar.addWidget(self.hits)
        for name in ("find_before", "find_next"):
            bar.addWidget(self._buttons[name])
        shown = QHBoxLayout()
        shown.setSpacing(look.RHYTHM)
        shown.addWidget(self.thumbs)
        column = QVBoxLayout()
        column.addWidget(self.hint, 1)
        column.addWidget(self.area, 1)
        shown.addLayout(column, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(look.RHYTHM)
        whole.addWidget(self.tools)
        whole.addLayout(shown, 1)

    def _connect(self) -> None:
        keys: tuple[tuple[str, tuple[str, ...], Callable[[], None]], ...] = (
            ("zoom_in", ("Ctrl++", "Ctrl+="), lambda: self.zoom_by(ZOOM_STEP)),
            ("zoom_out", ("Ctrl+-",), lambda: self.zoom_by(1 / ZOOM_STEP)),
            ("zoom_fit", ("Ctrl+Alt+0",), self.fit),
            ("find_next", ("F3",), lambda: self.go_to_found(1)),
            ("find_before", ("Shift+F3",), lambda: self.go_to_found(-1)),
        )
        self._actions = {name: actions.page_action(self, name, *key) for name, key, _ in keys}
        for name, _, verb in keys:
            self._actions[name].triggered.connect(lambda _=False, verb=verb: verb())
            self._buttons[name].setDefaultAction(self._actions[name])
        self.pages.wanted.connect(self._want)
        self.thumbs.selectionModel().currentChanged.connect(lambda now, _: self.show_page(now.row()))
        self.number.valueChanged.connect(lambda value: self.show_page(value - 1))
        self.search.returnPressed.connect(self._search_or_next)

    # What is shown

    @property
    def page_count(self) -> int:
        """How many pages the document has; 0 when there is none."""
        return self._file.count if self._file else 0

    @property
    def file(self) -> PaperFile | None:
        """The opened document; it may be used on the lane only."""
        return self._file

    @property
    def current_page(self) -> int:
        """The page in front, counted from 0."""
        return self._page

    def clear(self, why: str) -> None:
        """Show nothing, and say why."""
        self._opening += 1
        self._let_go()
        self.hint.setText(why)
        self._show_parts(False)

    def show_pdf(self, source: bytes | Path, refused: Callable[[Exception], None] | None = None) -> None:
        """Show a document from its first page on; bytes, or a file that is read as needed."""
        self._opening += 1
        turn = self._opening

        def opened(file: PaperFile) -> None:
            if turn != self._opening:
                self._lane.ask(lambda step: file.close())
                return
            self._let_go()
            self._file = file
            self._page = 0
            self.pages.show_pages(file.count)
            self.number.blockSignals(True)
            self.number.setRange(1, max(1, file.count))
            self.number.setValue(1)
            self.number.blockSignals(False)
            self._say_pages()
            self._show_parts(True)
            self.thumbs.setCurrentIndex(self.pages.index(0, 0))
            self._draw()

        self._lane.ask(lambda step: PaperFile(source), opened, refused)

    def show_page(self, number: int) -> None:
        """Show another page, counted from 0."""
        if self._file is None or not 0 <= number < self._file.count or number == self._page:
            return
        self._page = number
        self.number.blockSignals(True)
        self.number.setValue(number + 1)
        self.number.blockSignals(False)
        self.thumbs.setCurrentIndex(self.pages.index(number, 0))
        self._draw()

    def zoom_by(self, factor: float) -> None:
        """Larger or smaller, within reason."""
        self._zoom = min(LARGEST, max(LEAST_ZOOM, self._scale() * factor))
        self._draw()

    def fit(self) -> None:
        """Fit the width of the page to the pane."""
        self._zoom = 0.0
        self._draw()

    # Search

    def search_for(self, text: str) -> None:
        """Look for a text on all pages and go to the first place from the page in front."""
        file = self._file
        if file is None or not text.strip():
            self._show_found(())
            return
        wanted = text.strip()
        title = QCoreApplication.translate("Preview", "Searching %1").replace("%1", wanted)
        key = f"preview-search-{id(self)}"
        self._lane.ask(lambda step: file.find(wanted, step), self._show_found, title=title, key=key)

    def go_to_found(self, by: int) -> None:
        """The next place, or the one before; after the last comes the first."""
        if self.search.text().strip() and not self._found:
            self.search_for(self.search.text())
        elif self._found:
            self._place = (self._place + by) % len(self._found)
            self._show_place()

    def _search_or_next(self) -> None:
        if self._found and self.search.text().strip() == self._searched:
            self.go_to_found(1)
        else:
            self._searched = self.search.text().strip()
            self.search_for(self.search.text())

    def _show_found(self, found: tuple[Finding, ...]) -> None:
        self._found = found
        self._place = next((place for place, one in enumerate(found) if one.page >= self._page), 0 if found else -1)
        if found:
            self._show_place()
        else:
            self._say_hits()
            self._paint()

    def _show_place(self) -> None:
        page = self._found[self._place].page
        self._say_hits()
        if page != self._page:
            self.show_page(page)
        else:
            self._paint()

    # Words

    def retranslate(self) -> None:
        """The names that a screen reader says, and the words in the list of keys."""
        translate = QCoreApplication.translate
        self.thumbs.setAccessibleName(translate("Preview", "Pages"))
        self.area.setAccessibleName(translate("Preview", "Preview of the sheet"))
        self.number.setAccessibleName(translate("Preview", "Page shown"))
        look.ask_in(self.search, translate("Preview", "Search on the pages"))
        self.search.setAccessibleName(translate("Preview", "Search on the pages"))
        said = {
            "zoom_in": (translate("Preview", "Larger"), "+"),
            "zoom_out": (translate("Preview", "Smaller"), "−"),
            "zoom_fit": (translate("Preview", "Fit the width"), "↔"),
            "find_next": (translate("Preview", "Next place"), "▼"),
            "find_before": (translate("Preview", "Previous place"), "▲"),
        }
        for name, (words, sign) in said.items():
            self._actions[name].setText(words)
            self._actions[name].setIconText(sign)
            keys = actions.keys_of(self._actions[name])
            self._actions[name].setToolTip(f"{words} ({keys})")
            self._buttons[name].setAccessibleName(words)
        self._say_pages()
        self._say_hits()

    def _say_pages(self) -> None:
        words = QCoreApplication.translate("Preview", "of %1").replace("%1", str(self.page_count))
        self.of_pages.setText(words)

    def _say_hits(self) -> None:
        translate = QCoreApplication.translate
        if self._found:
            said = translate("Preview", "%1 of %2")
            self.hits.setText(said.replace("%1", str(self._place + 1)).replace("%2", str(len(self._found))))
        else:
            asked = bool(self._searched) and self._searched == self.search.text().strip()
            self.hits.setText(translate("Preview", "not found") if asked else "")

    # Drawing

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A page that fits the width follows the pane."""
        super().resizeEvent(event)
        if self._file is not None and not self._zoom:
            self._draw()

    def _show_parts(self, is_shown: bool) -> None:
        self.hint.setVisible(not is_shown)
        self.area.setVisible(is_shown)
        self.thumbs.setVisible(is_shown and self.page_count > 1)
        self.tools.setVisible(is_shown)

    def _let_go(self) -> None:
        file, self._file = self._file, None
        self._drawn = None
        self._found, self._place, self._searched = (), -1, ""
        self._wanted.clear()
        self.search.clear()
        self._say_hits()
        self.pages.show_pages(0)
        if file is not None:
            self._lane.ask(lambda step: file.close())

    def _scale(self) -> float:
        """Pixels for a point."""
        if self._zoom or self._drawn is None:
            return self._zoom or 1.0
        return self._drawn.image.width() / self._drawn.image.devicePixelRatio() / self._drawn.width

    def _draw(self) -> None:
        file = self._file
        if file is None:
            return
        page, zoom, ratio = self._page, self._zoom, self.devicePixelRatioF()
        room = self.area.viewport().width() - 4

        def work(step: Step) -> DrawnPage:
            scale = zoom or max(LEAST_ZOOM, room / file.size_of(page)[0])
            return file.draw(page, scale, ratio)

        self._lane.ask(work, self._show, key=f"preview-{id(self)}")

    def _show(self, drawn: DrawnPage) -> None:
        if self._file is None or drawn.number != self._page:
            return
        self._drawn = drawn
        self._paint()

    def _paint(self) -> None:
        """The drawn page, with what was searched marked on it."""
        if self._drawn is None:
            return
        picture = QPixmap.fromImage(self._drawn.image)
        here = [place for place, one in enumerate(self._found) if one.page == self._drawn.number]
        if here:
            scale = self._scale()
            painter = QPainter(picture)
            for place in here:
                for box in self._found[place].boxes:
                    spot = QRectF(box.x() * scale, box.y() * scale, box.width() * scale, box.height() * scale)
                    painter.fillRect(spot.adjusted(-1, -1, 1, 1), _CURRENT if place == self._place else _FOUND)
            painter.end()
        self.sheet.setPixmap(picture)
        if self._place in here and self._found[self._place].boxes:
            spot, scale = self._found[self._place].boxes[0], self._scale()
            self.area.ensureVisible(int(spot.x() * scale), int(spot.y() * scale), 80, 120)

    def _want(self, numbers: tuple[int, ...]) -> None:
        self._wanted += numbers
        self._gather.start()

    def _draw_thumbs(self) -> None:
        file, wanted = self._file, tuple(self._wanted[-_DRAWN_AT_ONCE:])
        self.pages.forget(self._wanted[:-_DRAWN_AT_ONCE])
        self._wanted.clear()
        if file is None or not wanted:
            return
        ratio = self.devicePixelRatioF()

        def show(pages: list[DrawnPage]) -> None:
            if self._file is file:
                self.pages.show_pictures(pages)

        self._lane.ask(lambda step: file.thumbs(wanted, THUMB_WIDTH, ratio), show)
