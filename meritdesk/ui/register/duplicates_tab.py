"""Data ganda: pairs that may be one person, with the evidence; merged with all that is theirs, or kept apart."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.duplicates import Twins, better_of
from meritdesk.core.journal import Changes
from meritdesk.core.people import Person
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.register.twins import MergeOutcome
from meritdesk.ui import look
from meritdesk.ui.actions import page_action
from meritdesk.ui.background import Lane
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.register.twins_table import ComparedColumn, ComparedTable, TwinsColumn, TwinsTable, compared
from meritdesk.ui.room import RoomPage
from meritdesk.ui.wording import Words


class DuplicatesPage(RoomPage):
    """The pairs on the left, the two rows of the chosen one side by side on the right."""

    room = "register"
    nouns = frozenset({"people", "units"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._unit_names: dict[str, str] = {}
        self._pairs: tuple[Twins, ...] = ()
        self._kept_is_one = True
        self._is_known = False
        self.title = look.title(QLabel(self))
        self.table = TwinsTable(words, self)
        kinds = column_facet(self.table, TwinsColumn.KIND, lambda: self._pairs)
        self.listing = LineList("register.duplicates", self.table, self, facets=[kinds], chooses_first=True)
        self.listing.title_words = lambda: QCoreApplication.translate("DuplicatesPage", "Pairs")
        self.listing.line_chosen.connect(lambda _: self._pair_chosen())
        self.view, self.totals = self.listing.view, self.listing.summary
        self.evidence = QLabel(self)
        self.evidence.setWordWrap(True)
        self.sides = ComparedTable(words, self)
        self.side_view = QTableView(self)
        self.side_view.setModel(self.sides)
        look.tidy(self.side_view)
        sides = self.side_view.horizontalHeader()
        sides.setSectionResizeMode(ComparedColumn.ONE, QHeaderView.ResizeMode.Stretch)
        sides.setSectionResizeMode(ComparedColumn.OTHER, QHeaderView.ResizeMode.Stretch)
        self.side_view.setColumnWidth(ComparedColumn.LABEL, look.in_letters(130))
        self.moves = QLabel(self)
        self.moves.setWordWrap(True)
        self.moves.setObjectName("notice")
        self.moves.setMargin(8)
        self.reason = QLineEdit(self)
        self.reason.textChanged.connect(lambda _: self._settle())
        self.swap = QPushButton(self)
        self.swap.clicked.connect(self.swap_sides)
        self.apart = QPushButton(self)
        self.apart.clicked.connect(self.keep_apart)
        self.join = QPushButton(self)
        self.join.setObjectName("primary")
        self.join.clicked.connect(self.merge)
        self.merge_action = page_action(self, "merge", "Ctrl+Return", "Ctrl+Enter")
        self.merge_action.triggered.connect(self.merge)
        self.empty = QLabel(self)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(24)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        right = QWidget(self)
        inside = QVBoxLayout(right)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.evidence)
        inside.addWidget(self.side_view, 1)
        inside.addWidget(self.moves)
        inside.addWidget(self.reason)
        buttons = QHBoxLayout()
        buttons.addWidget(self.swap)
        buttons.addStretch(1)
        buttons.addWidget(self.apart)
        buttons.addWidget(self.join)
        inside.addLayout(buttons)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.addWidget(self.listing)
        self.splitter.addWidget(right)
        self.splitter.setSizes([560, 560])
        self.splitter.setChildrenCollapsible(False)
        self.middle = QStackedWidget(self)
        self.middle.addWidget(self.splitter)
        self.middle.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.middle, 1)

    def retranslate(self) -> None:
        self.title.setText(QCoreApplication.translate("DuplicatesPage", "Who may be there twice"))
        self.listing.say()
        self.side_view.setAccessibleName(QCoreApplication.translate("DuplicatesPage", "The two rows side by side"))
        self.reason.setPlaceholderText(QCoreApplication.translate("DuplicatesPage", "Reason, kept in the journal"))
        self.reason.setAccessibleName(QCoreApplication.translate("DuplicatesPage", "Reason"))
        self.swap.setText(QCoreApplication.translate("DuplicatesPage", "S&wap which one stays"))
        self.apart.setText(QCoreApplication.translate("DuplicatesPage", "&Two different people"))
        self.join.setText(QCoreApplication.translate("DuplicatesPage", "&Merge into one"))
        self.merge_action.setText(QCoreApplication.translate("DuplicatesPage", "Merge the selected pair"))
        self._tell()
        self._pair_chosen()

    def primary_focus(self) -> QWidget:
        return self.view

    def load(self, period: Period) -> None:
        def read(step: Step) -> tuple[tuple[Twins, ...], dict[str, str]]:
            names = {unit.unit_id: unit.name for unit in self.desk.register.units()}
            return self.desk.register.duplicates.find(), names

        self.lane.ask(read, self._show, title=self.title.text(), key="register.twins")

    def swap_sides(self) -> None:
        """The other row stays."""
        self._kept_is_one = not self._kept_is_one
        self._show_pair()

    def merge(self) -> None:
        """Make the chosen pair one person; everything that belongs to the one who goes belongs to the one who stays."""
        pair = self._pair()
        if pair is None or not self.reason.text().strip():
            self.reason.setFocus()
            return
        kept, gone = pair
        reason = self.reason.text().strip()

        def then(outcome: MergeOutcome) -> None:
            self.reason.clear()
            told = QCoreApplication.translate("DuplicatesPage", "{gone} was merged into {kept}.")
            told = told.format(gone=f"{outcome.gone.full_name} ({outcome.gone.nip})", kept=outcome.kept.full_name)
            self.offer_undo.emit(told, outcome.changes.change_set_id)

        self.lane.ask(
            lambda step: self.desk.register.duplicates.merge(kept.person_id, gone.person_id, reason),
            then,
            title=self.join.text().replace("&", ""),
        )

    def keep_apart(self) -> None:
        """Note that the chosen pair are two people."""
        pair = self._pair()
        if pair is None or not self.reason.text().strip():
            self.reason.setFocus()
            return
        one, other = pair
        reason = self.reason.text().strip()

        def then(changes: Changes) -> None:
            self.reason.clear()
            told = QCoreApplication.translate("DuplicatesPage", "{one} and {other} are kept apart.")
            told = told.format(one=f"{one.full_name} ({one.nip})", other=f"{other.full_name} ({other.nip})")
            self.offer_undo.emit(told, changes.change_set_id)

        self.lane.ask(
            lambda step: self.desk.register.duplicates.keep_apart(one.person_id, other.person_id, reason),
            then,
            title=self.apart.text().replace("&", ""),
        )

    def _show(self, found: tuple[tuple[Twins, ...], dict[str, str]]) -> None:
        pairs, self._unit_names = found
        self._is_known = True
        self._pairs = pairs
        self.middle.setCurrentWidget(self.splitter if pairs else self.empty)
        self.listing.show_lines(pairs)
        self._tell()

    def _twins(self) -> Twins | None:
        return self.listing.current()

    def _pair(self) -> tuple[Person, Person] | None:
        """Who stays and who goes."""
        twins = self._twins()
        if twins is None:
            return None
        return (twins.one, twins.other) if self._kept_is_one else (twins.other, twins.one)

    def _pair_chosen(self) -> None:
        twins = self._twins()
        if twins is not None:
            self._kept_is_one = better_of(twins.one, twins.other)[0] is twins.one
        self._show_pair()

    def _show_pair(self) -> None:
        twins, pair = self._twins(), self._pair()
        self.moves.setText("")
        if twins is None or pair is None:
            self.sides.show_lines([])
            self.evidence.setText("")
            self._settle()
            return
        self.evidence.setText("\n".join(f"• {self.words.messages.reason(one)}" for one in twins.evidence))
        self.sides.kept_is_one = self._kept_is_one
        self.sides.show_lines(compared(twins, self._unit_names, self.words))
        self._settle()
        kept, gone = pair
        self.lane.ask(
            lambda step: self.desk.register.duplicates.preview(kept.person_id, gone.person_id),
            self._tell_moves,
            self._tell_refused,
            key="register.merge_preview",
        )

    def _tell_moves(self, outcome: MergeOutcome) -> None:
        told = QCoreApplication.translate("DuplicatesPage", "Records of {gone} that will belong to {kept}: {count}.")
        self.moves.setText(
            told.format(
                count=self.words.number(sum(outcome.moved.values())),
                gone=f"{outcome.gone.full_name} ({outcome.gone.nip})",
                kept=f"{outcome.kept.full_name} ({outcome.kept.nip})",
            )
        )

    def _tell_refused(self, error: Exception) -> None:
        code, what, then = self.words.told(error)
        self.moves.setText(f"⚠ {what} {then} ({code})")

    def _settle(self) -> None:
        is_ready = self._twins() is not None and bool(self.reason.text().strip())
        for button in (self.apart, self.join):
            button.setEnabled(is_ready)
        self.swap.setEnabled(self._twins() is not None)

    def _tell(self) -> None:
        count = len(self._pairs)
        if not self._is_known:
            self.empty.setText(QCoreApplication.translate("DuplicatesPage", "The list is being made."))
        else:
            self.empty.setText(
                QCoreApplication.translate(
                    "DuplicatesPage", "Nobody appears to be there twice. The list is made anew after each import."
                )
            )
        self.totals.setText(
            QCoreApplication.translate("DuplicatesPage", "Pairs to look at: {count}").format(
                count=self.words.number(count)
            )
        )
