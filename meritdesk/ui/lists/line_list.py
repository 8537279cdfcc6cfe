"""A whole list on a page: quick filter, chips, the table, why it is empty, and the line with sums below it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Generic

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.saved_views import SavedView
from meritdesk.services.changes import Step
from meritdesk.ui import look
from meritdesk.ui.line_table import BLOCK, BLOCKS_HELD, Line, LineTable
from meritdesk.ui.lists.arrangement import Arrangement, Ways, arrange
from meritdesk.ui.lists.commands import ListCommands
from meritdesk.ui.lists.facets import Facet
from meritdesk.ui.lists.kept_chips import KeptChips
from meritdesk.ui.lists.line_view import LineView
from meritdesk.ui.lists.place import Place, scroll_back, select_again, take_place
from meritdesk.ui.lists.reading import Reading
from meritdesk.ui.lists.sums_line import SumsLine
from meritdesk.ui.room import RoomPage
from meritdesk.ui.singular import CountLabel

_TYPING_MS = 40
_SCROLLING_MS = 25
_BLOCKS_AT_ONCE = 3
_SEARCH, _SEARCH_ASIDE = 200, 165
_CHIP_ASIDE = 26
ARRANGED_AT_ONCE = 300
"""Longer lists are searched and sorted on the lane: saying every cell of a few thousand takes a quarter of a second."""


@dataclass(frozen=True, slots=True)
class _Blocks(Generic[Line]):
    total: int
    blocks: Mapping[int, Sequence[Line]]


class LineList(QWidget, Generic[Line]):
    """Lines given whole by ``show_lines``, or read in blocks as ``reading`` says whenever ``ask`` is called.

    ``arrangement`` is what the clerk (or another page, by ``narrow_to``) asked for; ``narrowed`` tells of each change
    and ``settled`` when its lines are shown. The keys of the list are the page's when it ``is_main``; a list that is
    ``led_by`` another has that one's keys while the keyboard is in it. A list that ``is_personal`` names people; one
    that ``is_aside`` is narrow and has its chips below the search. A page says why it is empty in ``empty_words`` and
    what it is in ``title_words``. Where it stands ``inside`` another widget of the page it is made there: what moves to
    another parent takes every style anew.
    """

    line_chosen = Signal(object)
    line_opened = Signal(object)
    selection_moved = Signal()
    narrowed = Signal()
    settled = Signal()

    def __init__(
        self,
        key: str,
        table: LineTable[Line],
        page: RoomPage,
        *,
        facets: Sequence[Facet] = (),
        reading: Reading[Line] | None = None,
        at_first: Mapping[str, str] | None = None,
        is_personal: bool = True,
        is_main: bool = True,
        led_by: LineList[Any] | None = None,
        is_aside: bool = False,
        chooses_first: bool = False,
        inside: QWidget | None = None,
    ) -> None:
        super().__init__(inside if inside is not None else page)
        self.key, self.table, self.page, self.words = key, table, page, page.words
        self.reading, self.is_personal, self._chooses_first = reading, is_personal, chooses_first
        self._all: Sequence[Line] = ()
        self._searched: dict[int, str] = {}
        self._generation = 0
        self._has_lines = False
        self._wanted: Callable[[Line], bool] | None = None
        self._pending: frozenset[object] = frozenset()
        self.empty_words: Callable[[Arrangement], str] = lambda _: ""
        self.title_words: Callable[[], str] = lambda: ""
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(look.in_letters(_SEARCH_ASIDE if is_aside else _SEARCH))
        self.search.installEventFilter(self)
        self.chips = KeptChips(key, facets, page.lane, page.words, self)
        self.chips.keep_wanted.connect(self.keep)
        self.chips.longest = _CHIP_ASIDE if is_aside else self.chips.longest
        self.arrangement = Arrangement(kept=self.chips.remembered(at_first or {}))
        self.stack = QStackedWidget(self)  # before what stands in it: what moves to another parent is styled anew
        self.view: LineView[Line] = LineView(key, table, self.stack)
        self.view.before_painting = page.lane.turns.begin
        self._nothing = QWidget(self.stack)
        self.empty = QLabel(self._nothing)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.clear_button = QPushButton(self._nothing)
        self.clear_button.clicked.connect(self.clear)
        self.summary: QLabel = CountLabel(self)
        self.sums = SumsLine(self.view, reading, page.lane, page.words, self)
        self.commands: ListCommands = ListCommands(
            self, page if is_main else self, led_by.commands if led_by is not None else None
        )
        self.menu_button = QPushButton(self)
        self.menu_button.setMenu(self.commands.menu(self.menu_button))
        self._typing = self._timer(_TYPING_MS, self._search_typed)
        self._scrolling = self._timer(_SCROLLING_MS, self._ask_for_view)
        self._lay_out(is_aside)
        self.search.textChanged.connect(lambda _: self._typed())
        self.view.sort_wanted.connect(self.sort_by)
        self.view.line_chosen.connect(self.line_chosen)
        self.view.line_opened.connect(self.line_opened)
        self.view.selection_moved.connect(self.selection_moved)
        self.table.block_wanted.connect(self._scrolled)

    # What a page gives and asks

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Give the list its lines, whole, in the order of the house; selection and place stay."""
        self._all = lines
        self._searched = {}
        self._has_lines = True
        self._arrange_anew(is_refresh=True)

    def ask(self, is_refresh: bool = True) -> None:
        """Read the list anew; answers to older questions are dropped."""
        reading = self.reading
        if reading is None:
            return
        self._typing.stop()
        self._generation += 1
        arrangement = self.arrangement
        wanted = self._blocks_needed() if is_refresh else {0}

        def read(step: Step) -> _Blocks[Line]:
            return _Blocks(*reading.anew(arrangement, wanted))

        show = partial(self._show_blocks, self._generation, is_refresh)
        self.page.lane.ask(read, show, title=self.title_words(), key=f"list.{self.key}")

    def narrow_to(self, search: str = "", **kept: str | Iterable[str]) -> None:
        """Set search and filters from outside; every filter that is not named is taken out."""
        values = {name: [one] if isinstance(one, str) else list(one) for name, one in kept.items()}
        wanted = {name: frozenset(one for one in many if one) for name, many in values.items()}
        self._set_search(search)
        kept_now = {name: one for name, one in wanted.items() if one}
        self.arrange(replace(self.arrangement, search=search.strip(), kept=kept_now), is_certain=True)

    def keep(self, facet: str, values: Iterable[str], said: Mapping[str, str] | None = None) -> None:
        """Keep only these values of one filter; none take the filter out. ``said`` are their words."""
        if said:
            self.chips.learn(facet, said)
        self.arrange(self.arrangement.keeping(facet, [value for value in values if value]))

    def clear(self) -> None:
        """Take out the search and every filter."""
        self._set_search("")
        self.arrange(replace(self.arrangement, search="", kept={}))
        self.view.setFocus()

    def sort_by(self, column: int, is_added: bool = False) -> None:
        """Sort by a column, as a click on its heading does."""
        self.arrange(self.arrangement.sorted_by(column, is_added))

    def arrange(self, arrangement: Arrangement, is_certain: bool = False) -> None:
        """Narrow and order the list; what it was asked before does not count unless it ``is_certain``."""
        if arrangement == self.arrangement and not is_certain:
            return
        self.arrangement = self.sums.arrangement = arrangement
        self.table.show_order(arrangement.order)
        self.chips.remember(arrangement.kept)
        self.chips.show_values(arrangement.kept)
        self.narrowed.emit()
        if self.reading is not None:
            self.ask(is_refresh=False)
        elif self._has_lines:
            self._arrange_anew(is_refresh=False)

    def choose(self, is_it: Callable[[Line], bool]) -> None:
        """Make the first line that fits current: now when it is here, else with the next lines that are shown."""
        self._wanted = is_it
        self._choose_wanted()

    def offer(self, *offered: QAction | None) -> None:
        """Commands of the page for the context menu; ``None`` is a line between them."""
        self.commands.offered = list(offered)

    def put_beside(self, *widgets: QWidget) -> None:
        """Widgets of the page in the row of the filters, before the menu of the list."""
        for widget in widgets:
            self._row.insertWidget(self._row.count() - 1, widget)

    def put_before(self, widget: QWidget) -> None:
        """A widget of the page before the filters: what the list is, where a page has several."""
        self._row.insertWidget(0, widget)

    def current(self) -> Line | None:
        """The line on which the keyboard is."""
        return self.view.current()

    def selected(self) -> list[Line]:
        """The selected lines that are here, in the order of the list."""
        return self.view.selected()

    @property
    def total(self) -> int:
        """How many lines the filters keep."""
        return self.table.rowCount()

    def with_selected(self, then: Callable[[list[Line]], None]) -> None:
        """Hand over every selected line; those that are not here yet are read first."""
        ranges, reading, arrangement = self.view.ranges(), self.reading, self.arrangement
        if reading is None or not any(self.table.missing_blocks(first, last) for first, last in ranges):
            then(self.view.selected())
            return

        def read(step: Step) -> list[Line]:
            return [line for first, last in ranges for line in reading.part(arrangement, first, last + 1)]

        self.page.lane.ask(read, then, title=self.title_words(), key=f"list.{self.key}.selected")

    def as_view(self, name: str = "") -> SavedView:
        """What is shown now, to be kept under a name."""
        memory, now = self.view.memory, self.arrangement
        return SavedView(
            self.key,
            name,
            memory.names_of(self.view.columns.shown),
            tuple((facet, tuple(sorted(values))) for facet, values in sorted(now.kept.items()) if values),
            tuple((memory.names_of([column])[0], falls) for column, falls in now.order),
            now.search,
        )

    def show_view(self, view: SavedView) -> None:
        """Show a kept view; columns and filters that this version does not know are left out."""
        memory, facets = self.view.memory, self.chips.facets
        self.view.set_columns(self.view.columns.showing(memory.columns_of(view.columns)))
        order = tuple((memory.columns_of([name])[0], falls) for name, falls in view.order if memory.columns_of([name]))
        kept = {facet: frozenset(values) for facet, values in view.filters if facet in facets and values}
        self._set_search(view.search)
        self.arrange(Arrangement(view.search, kept, order), is_certain=True)

    def say(self) -> None:
        """Say everything again in the current language; a page calls it when it says itself again."""
        translate = QCoreApplication.translate
        self.search.setPlaceholderText(translate("LineList", "Type to filter"))
        self.search.setAccessibleName(translate("LineList", "Filter the list by words"))
        self.menu_button.setText(translate("LineList", "List"))
        self.menu_button.setToolTip(translate("LineList", "Views, columns, order, copy and export"))
        self.menu_button.setAccessibleName(self.menu_button.toolTip())
        self.clear_button.setText(translate("LineList", "Take all filters out"))
        self.view.setAccessibleName(self.title_words())
        self.commands.say()
        self.table.retranslate()
        self.chips.show_values(self.arrangement.kept)
        self.chips.say()
        self.view.fit_soon(is_anew=True)
        self._searched = {}
        if self.reading is None and self._has_lines and self.arrangement.search:
            self._arrange_anew(is_refresh=False)
        self.tell_empty()
        self.sums.add_up()

    def to_search(self) -> None:
        """The keyboard goes to the quick filter."""
        self.search.setFocus()
        self.search.selectAll()

    def tell_empty(self) -> None:
        """Say why nothing is shown, and offer what helps."""
        translate = QCoreApplication.translate
        is_narrowed = self.arrangement.is_narrowed
        said = (
            self.empty_words(self.arrangement) if self._has_lines else translate("LineList", "The list is being made.")
        )
        if not said and is_narrowed:
            said = translate("LineList", "Nothing fits these filters.")
        self.empty.setText(said)
        self.clear_button.setVisible(is_narrowed and self._has_lines)

    # How it is built

    def _timer(self, milliseconds: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(then)
        return timer

    def _lay_out(self, is_aside: bool) -> None:
        top = QHBoxLayout()
        top.addWidget(self.search, 2)
        self._row = QHBoxLayout() if is_aside else top
        self._row.addWidget(self.chips, 3)
        self._row.addWidget(self.menu_button)
        inside = QVBoxLayout(self._nothing)
        inside.addStretch(2)
        inside.addWidget(self.empty)
        inside.addWidget(self.clear_button, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch(3)
        self.stack.addWidget(self.view)
        self.stack.addWidget(self._nothing)
        below = QVBoxLayout() if is_aside else QHBoxLayout()
        below.setSpacing(0 if is_aside else look.RHYTHM)
        self.summary.setWordWrap(is_aside)
        self.sums.setWordWrap(True)  # else a long line would push whatever stands beside the list out of sight
        below.addWidget(self.summary, 1)
        below.addWidget(self.sums)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.RHYTHM)
        column.addLayout(top)
        if is_aside:
            column.addLayout(self._row)
        column.addWidget(self.stack, 1)
        column.addLayout(below)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search line Esc clears, and Enter or the arrow down lead into the list."""
        if watched is not self.search or event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Escape:
            if self.search.text():
                self.search.clear()
                self._search_typed()
            else:
                self.view.setFocus()
            return True
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._search_typed()
            if self.total and not self.view.currentIndex().isValid():
                self.view.choose_row(0)
            self.view.setFocus()
            return True
        return False

    def _scrolled(self) -> None:
        """Rows that are missing are asked for at once; while an answer is on its way, what flies past is let go."""
        self._scrolling.start(0 if self.page.lane.is_idle else _SCROLLING_MS)

    def _typed(self) -> None:
        """A letter is answered at once; while an answer is on its way, more letters are waited for."""
        is_free = self.reading is not None and self.page.lane.is_idle
        self._typing.start(0 if is_free else _TYPING_MS)

    def _search_typed(self) -> None:
        self._typing.stop()
        text = self.search.text().strip()
        if text != self.arrangement.search:
            self.arrange(replace(self.arrangement, search=text))

    def _set_search(self, text: str) -> None:
        self.search.blockSignals(True)
        self.search.setText(text)
        self.search.blockSignals(False)
        self._typing.stop()

    # Lines that are given whole

    def _arrange_anew(self, is_refresh: bool) -> None:
        self._generation += 1
        lines, arrangement, ways = self._all, self.arrangement, self._ways()
        show = partial(self._show_arranged, self._generation, is_refresh)
        if len(lines) <= ARRANGED_AT_ONCE or arrangement == Arrangement():
            show(arrange(lines, arrangement, ways))
        else:
            aside = ways.politely(self.page.lane.turns)
            self.page.lane.ask(lambda step: arrange(lines, arrangement, aside), show, key=f"list.{self.key}")

    def _ways(self) -> Ways:
        known, searched = self._searched, self.table.searched

        def told(line: object) -> str:
            found = known.get(id(line))
            if found is None:
                found = known[id(line)] = searched(line).casefold()  # type: ignore[arg-type]
            return found

        keeps = {key: facet.keeps for key, facet in self.chips.facets.items() if facet.keeps is not None}
        return Ways(told, keeps, self.table.value)  # type: ignore[arg-type]

    def _show_arranged(self, generation: int, is_refresh: bool, lines: list[Line]) -> None:
        if generation == self._generation:
            place = take_place(self.view, self._pending)
            self.table.show_lines(lines)
            self._shown(place, is_refresh)

    # Lines that come in blocks

    def _blocks_needed(self) -> set[int]:
        """What is in view, and what is selected unless that is everything; the first too while a line is looked for."""
        if not self.table.rowCount():
            return {0}
        first, last = self.view.rows_in_view()
        wanted = set(range(first // BLOCK, last // BLOCK + 1)) | ({0} if self._wanted is not None else set())
        if self.view.selected_count() < self.table.rowCount():
            chosen = {block for top, end in self.view.ranges() for block in range(top // BLOCK, end // BLOCK + 1)}
            wanted |= set(sorted(chosen)[: BLOCKS_HELD // 2])
        return wanted

    def _show_blocks(self, generation: int, is_refresh: bool, found: _Blocks[Line]) -> None:
        if generation != self._generation:
            return
        place = take_place(self.view, self._pending)
        self._has_lines = True
        self.table.start(found.total, found.blocks)
        self._shown(place, is_refresh)

    def _ask_for_view(self) -> None:
        """Blocks in view are read; what was only scrolled past is not."""
        reading, arrangement, generation = self.reading, self.arrangement, self._generation
        if reading is None:
            return
        first, last = self.view.rows_in_view()
        self.table.forget_wishes()
        for block in self.table.missing_blocks(first, last)[:_BLOCKS_AT_ONCE]:
            self.page.lane.ask(
                lambda step, block=block: reading.lines(arrangement, block * BLOCK, BLOCK),  # type: ignore[misc]
                partial(self._fill, generation, block),
                key=f"list.{self.key}.{block}",
            )

    def _fill(self, generation: int, block: int, lines: Sequence[Line]) -> None:
        if generation != self._generation:
            return
        self.table.fill(block, lines)
        found = self.table.rows_of(self._pending)
        if found:
            self._pending = frozenset(self._pending - found.keys())
            self.view.select_rows({*self.view.selected_rows(), *found.values()})
        if self.view.currentIndex().row() // BLOCK == block:
            self.view.tell_again()
        self.view.fit_soon()

    # Either way: shown so that nothing jumps

    def _shown(self, place: Place, is_refresh: bool) -> None:
        self.stack.setCurrentIndex(0 if self.total else 1)
        self.view.doItemsLayout()
        if not self._choose_wanted():
            self._pending = select_again(self.view, place, is_refresh)
            if self.total and self._chooses_first and not self.view.currentIndex().isValid():
                self.view.choose_row(0)
        if is_refresh and self.total:
            scroll_back(self.view, place)
        # Another order leaves the columns where they are: the next click on a heading must meet the same one.
        self.view.fit_soon(are_others=is_refresh)
        self.tell_empty()
        if is_refresh or not self.total:
            self.view.tell_again()
        self.settled.emit()

    def _choose_wanted(self) -> bool:
        is_it = self._wanted
        if is_it is None:
            return False
        for row in range(min(self.total, len(self.table.lines) or BLOCK)):
            line = self.table.line(row)
            if line is not None and is_it(line):
                self._wanted = None
                self.view.choose_row(row)
                return True
        return False
