"""The SKP editor: people on the left, the plan as its paper in the middle, hints that lead to their field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.plan import Approach, ResultKind
from meritdesk.services import Desk
from meritdesk.ui import look
from meritdesk.ui.actions import page_action
from meritdesk.ui.background import Lane
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.planning.skp_deeds import SkpDeeds
from meritdesk.ui.planning.skp_draft import PlanDraft
from meritdesk.ui.planning.skp_paper import SkpPaper
from meritdesk.ui.planning.skp_tables import HintColumn, PeopleColumn, SkpHintTable, SkpPeopleTable
from meritdesk.ui.wording import Words

_CHECK_MS = 350
_KEEP_MS = 1500


class SkpTab(SkpDeeds):
    """The page of the SKP editor: its parts, where they stand, and what they say."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._build()
        self._lay_out()
        self.draft = PlanDraft(self)
        self.retranslate()

    def _build(self) -> None:
        self.title = look.title(QLabel(self))
        self.state = QLabel(self)
        self.people = SkpPeopleTable(self.words, self)
        facets = [
            column_facet(self.people, column, lambda: self.people_here)
            for column in (PeopleColumn.STAGE, PeopleColumn.HINTS)
        ]
        self.listing = LineList("planning.editor", self.people, self, facets=facets, is_main=False, is_aside=True)
        self.listing.commands.leave_keys("list_search", "list_filter", "list_columns")
        self.listing.title_words = lambda: QCoreApplication.translate("SkpTab", "People and the state of their plan")
        self.listing.narrowed.connect(self._search_changed)
        self.listing.line_chosen.connect(self._person_chosen)
        self.people_view, self.search, self.more = self.listing.view, self.listing.search, self.listing.summary
        self.paper = SkpPaper(self.words, self)
        self.paper.edited.connect(self._edited)
        self.paper.manual_wanted.connect(self.open_manual)
        self.hints = SkpHintTable(self.words, self)
        self.hint_view = QTableView(self)
        self.hint_view.setModel(self.hints)
        look.tidy(self.hint_view)
        self.hint_view.setWordWrap(True)
        self.hint_view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.hint_view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.hint_view.horizontalHeader().setSectionResizeMode(HintColumn.TEXT, QHeaderView.ResizeMode.Stretch)
        self.hint_view.clicked.connect(self._go_to_hint)
        self.hint_view.activated.connect(self._go_to_hint)
        self.verdict = QLabel(self)
        self.verdict.setWordWrap(True)
        self.approach = QComboBox(self)
        for approach in Approach:
            self.approach.addItem("", approach)
        self.approach.activated.connect(self._change_approach)
        self._checking = self._timer(_CHECK_MS, self._check)
        self._keeping = self._timer(_KEEP_MS, self._keep)
        self.save_button = self._push("skp_save", self.save, "Ctrl+S")
        self.save_button.setObjectName("primary")
        self.fix_button = self._push("skp_fix", self.open_fix, "Ctrl+Shift+F")
        self.sign_button = self._push("skp_sign", self.open_sign, "Ctrl+Shift+G")
        self.revise_button = self._push("skp_revise", self.open_revise, "Ctrl+Shift+R")
        self.compare_button = self._push("skp_compare", self.open_compare, "Ctrl+Shift+B")
        self.copy_button = self._push("skp_copy", self.open_copy, "Ctrl+Shift+C")
        self.library_button = self._push("skp_library", self.open_library, "Ctrl+L")
        self.waive_button = self._push("skp_waive", self.open_waive, "Ctrl+Shift+W")
        self.more_button = QPushButton(self)
        menu = QMenu(self.more_button)
        self.more_button.setMenu(menu)
        self.post_action = page_action(self, "skp_new_post", "Ctrl+Shift+M")
        self.post_action.triggered.connect(self.open_new_post)
        self.workblocks_action = page_action(self, "skp_workblocks", "Ctrl+Shift+K")
        self.workblocks_action.triggered.connect(self.open_workblocks)
        self.own_action = page_action(self, "skp_own_example", "Ctrl+Shift+E")
        self.own_action.triggered.connect(self.open_own_example)
        menu.addActions([self.post_action, self.workblocks_action, self.own_action])
        self.undo_action = page_action(self, "skp_undo", "Ctrl+Z")
        self.undo_action.triggered.connect(self.undo)
        self.redo_action = page_action(self, "skp_redo", "Ctrl+Y", "Ctrl+Shift+Z")
        self.redo_action.triggered.connect(self.redo)
        self.next_action = page_action(self, "skp_next", "Ctrl+Return", "Ctrl+Enter")
        self.next_action.triggered.connect(self.finish_and_next)
        self.find_action = page_action(self, "skp_find", "Ctrl+F")
        self.find_action.triggered.connect(self.search.setFocus)
        self.add_action = page_action(self, "skp_add", "Ctrl+Shift+N")
        self.add_action.triggered.connect(lambda: self.paper.add_result(ResultKind.MAIN))
        self.hint_action = page_action(self, "skp_hint", "F8")
        self.hint_action.triggered.connect(self.next_hint)
        self.discard_action = page_action(self, "skp_discard", "Ctrl+Shift+Backspace")
        self.discard_action.triggered.connect(self.discard)

    def _timer(self, after: int, deed: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        timer.timeout.connect(deed)
        return timer

    def _push(self, name: str, deed: Callable[[], object], keys: str) -> QPushButton:
        action = page_action(self, name, keys)
        button = QPushButton(self)
        button.clicked.connect(lambda: deed())
        action.triggered.connect(lambda: deed() if button.isEnabled() else None)
        setattr(self, f"{name}_action", action)
        return button

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title)
        top.addWidget(self.state, 1)
        top.addWidget(self.approach)
        deeds = QHBoxLayout()
        for button in (
            self.save_button,
            self.fix_button,
            self.sign_button,
            self.revise_button,
            self.compare_button,
            self.copy_button,
            self.library_button,
            self.more_button,
        ):
            deeds.addWidget(button)
        deeds.addStretch(1)
        right = QWidget(self)
        margin = QVBoxLayout(right)
        margin.setContentsMargins(0, 0, 0, 0)
        margin.addWidget(self.verdict)
        margin.addWidget(self.hint_view, 1)
        margin.addWidget(self.waive_button)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("skpSplitter")
        for part in (self.listing, self.paper, right):
            self.splitter.addWidget(part)
        self.splitter.setSizes([250, 716, 220])
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addLayout(deeds)
        layout.addWidget(self.splitter, 1)

    def retranslate(self) -> None:
        self.title.setText(QCoreApplication.translate("SkpTab", "Plan editor"))
        for name, said, tip in (
            (
                "save",
                QCoreApplication.translate("SkpTab", "&Save"),
                QCoreApplication.translate("SkpTab", "Save the plan"),
            ),
            (
                "fix",
                QCoreApplication.translate("SkpTab", "&Fix…"),
                QCoreApplication.translate("SkpTab", "Fix the plan"),
            ),
            (
                "sign",
                QCoreApplication.translate("SkpTab", "Si&gnature…"),
                QCoreApplication.translate("SkpTab", "Note a signature"),
            ),
            (
                "revise",
                QCoreApplication.translate("SkpTab", "&Revise…"),
                QCoreApplication.translate("SkpTab", "Make a revision of a fixed plan"),
            ),
            (
                "compare",
                QCoreApplication.translate("SkpTab", "Com&pare…"),
                QCoreApplication.translate("SkpTab", "Compare with the version before"),
            ),
            (
                "copy",
                QCoreApplication.translate("SkpTab", "&Copy…"),
                QCoreApplication.translate("SkpTab", "Copy plans"),
            ),
            (
                "library",
                QCoreApplication.translate("SkpTab", "&Examples…"),
                QCoreApplication.translate("SkpTab", "Take over an example"),
            ),
            (
                "waive",
                QCoreApplication.translate("SkpTab", "Set the rule aside…"),
                QCoreApplication.translate("SkpTab", "Set the chosen rule aside, with name and reason"),
            ),
        ):
            getattr(self, f"{name}_button").setText(said)
            getattr(self, f"skp_{name}_action").setText(tip)
            keys = getattr(self, f"skp_{name}_action").shortcut().toString()
            getattr(self, f"{name}_button").setToolTip(f"{tip} ({keys})")
        self.more_button.setText(QCoreApplication.translate("SkpTab", "&More"))
        self.post_action.setText(QCoreApplication.translate("SkpTab", "Begin a plan for a new post…"))
        self.workblocks_action.setText(QCoreApplication.translate("SkpTab", "Workblocks (A.1.4)…"))
        self.own_action.setText(QCoreApplication.translate("SkpTab", "Add a result to the office's examples…"))
        self.undo_action.setText(QCoreApplication.translate("SkpTab", "Take back the last change of the draft"))
        self.redo_action.setText(QCoreApplication.translate("SkpTab", "Do the change again"))
        self.next_action.setText(QCoreApplication.translate("SkpTab", "Finish this plan and go to the next person"))
        self.find_action.setText(QCoreApplication.translate("SkpTab", "Search people"))
        self.add_action.setText(QCoreApplication.translate("SkpTab", "Add a main result"))
        self.hint_action.setText(QCoreApplication.translate("SkpTab", "Go to the next hint"))
        self.discard_action.setText(QCoreApplication.translate("SkpTab", "Throw away what was typed and not saved"))
        self.listing.say()
        self.paper.setAccessibleName(QCoreApplication.translate("SkpTab", "The plan as a paper"))
        self.hint_view.setAccessibleName(QCoreApplication.translate("SkpTab", "Hints; Enter leads to the field"))
        self.approach.setAccessibleName(QCoreApplication.translate("SkpTab", "Approach"))
        for place, approach in enumerate(Approach):
            self.approach.setItemText(place, self.words.messages.label_of(approach))
        self.hints.retranslate()
        self._show(may_wait=True)
        self._check()

    def primary_focus(self) -> QWidget:
        return self.people_view if self.people.lines else self.search
