"""What lies on the scan desk: its buttons, lists, picture and typing line, arranged."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QProgressBar,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.scans import ScanPlace
from meritdesk.services import Desk
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.page_picture import PagePicture
from meritdesk.ui.documents.scan_tables import THUMBNAIL, PageList, StackTable
from meritdesk.ui.documents.typing_line import TypingLine
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.room import RoomPage
from meritdesk.ui.wording import Words

PLACES = (ScanPlace.DESK, ScanPlace.FILED, ScanPlace.SPARE, ScanPlace.ASIDE)
SPLIT = "documents/scans/split"


class ScanLayout(RoomPage):
    """The widgets of the scan desk, without what they do."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._make_reading()
        self._make_lists()
        self._make_page()
        self._arrange()

    def _make_reading(self) -> None:
        self.folder_button = QPushButton()
        self.folder_button.setObjectName("primary")
        self.files_button = QPushButton()
        self.hint = QLabel()
        look.colour(self.hint, look.quiet())
        self.progress = QProgressBar()
        self.progress.setMinimumWidth(look.in_letters(180))
        self.stop_button = QPushButton()
        self.refusal = RefusalStrip(self.words)

    def _make_lists(self) -> None:
        self.stacks = StackTable(self.words, self)
        self.stack_list = LineList(
            "documents.stacks", self.stacks, self, is_main=False, is_personal=False, chooses_first=True
        )
        self.stack_list.commands.leave_keys("list_filter", "list_sort")
        self.stack_list.setMinimumHeight(look.in_letters(160))
        self.stack_view = self.stack_list.view
        self.bar = QTabBar()
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        for _ in PLACES:
            self.bar.addTab("")
        self.of_number = QLabel()
        self.of_number.setWordWrap(True)
        self.all_button = QPushButton()
        self.go_on_button = QPushButton()
        self.missing = QLabel()
        self.missing.setWordWrap(True)
        look.colour(self.missing, look.asks())
        self.pages = PageList(self.words, self)
        self.page_view = QListView()
        self.page_view.setModel(self.pages)
        self.page_view.setIconSize(THUMBNAIL)
        self.page_view.setWordWrap(True)
        self.page_view.setSpacing(2)
        self.page_view.setAlternatingRowColors(True)
        self.page_view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.page_view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page_view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.empty = QLabel()
        self.empty.setWordWrap(True)
        self.empty.setMargin(3 * look.RHYTHM)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.list_stack = QStackedWidget()
        self.list_stack.addWidget(self.page_view)
        self.list_stack.addWidget(self.empty)
        self.list_stack.setMinimumHeight(look.in_letters(160))

    def _make_page(self) -> None:
        self.why = QLabel()
        self.why.setWordWrap(True)
        self.picture = PagePicture(self.desk.documents.scans, self.lane)
        self.line = TypingLine(self.desk.documents.scans, self.lane, self.words)
        self.file_button = QPushButton()
        self.file_button.setObjectName("primary")
        self.foreign_button = QPushButton()
        self.blank_button = QPushButton()
        self.back_button = QPushButton()
        self.export_button = QPushButton()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        for widget in (self.folder_button, self.files_button):
            top.addWidget(widget)
        top.addWidget(self.hint, 1)
        top.addWidget(self.progress)
        top.addWidget(self.stop_button)
        number_row = QHBoxLayout()
        number_row.addWidget(self.of_number, 1)
        number_row.addWidget(self.all_button)
        left = QWidget()
        left.setMinimumWidth(480)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.RHYTHM)
        column.addWidget(self.stack_list, 2)
        column.addWidget(self.go_on_button)
        column.addLayout(number_row)
        column.addWidget(self.bar)
        column.addWidget(self.missing)
        column.addWidget(self.list_stack, 5)
        right = QWidget()
        side = QVBoxLayout(right)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(look.RHYTHM)
        side.addWidget(self.why)
        side.addWidget(self.picture, 1)
        side.addWidget(self.line)
        buttons = QHBoxLayout()
        for button in (self.file_button, self.foreign_button, self.blank_button, self.back_button, self.export_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        side.addLayout(buttons)
        self.splitter = QSplitter()
        self.splitter.addWidget(left)
        self.splitter.addWidget(right)
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 3)
        self.splitter.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(look.RHYTHM, look.RHYTHM, look.RHYTHM, look.RHYTHM)
        whole.setSpacing(look.RHYTHM)
        whole.addLayout(top)
        whole.addWidget(self.refusal)
        whole.addWidget(self.splitter, 1)
        kept = QSettings().value(SPLIT)
        if kept is not None:
            self.splitter.restoreState(kept)
        else:
            self.splitter.setSizes([480, 690])
