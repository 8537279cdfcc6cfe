"""The tab of the cascade: from the city's goals down to one person, and what is open on the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QInputDialog,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.cascade import CascadeMethod, Coverage, NodeKind
from meritdesk.core.journal import Changes
from meritdesk.core.periods import Period
from meritdesk.core.validation import Hint
from meritdesk.services import Desk
from meritdesk.services.planning.cascade import CascadeCheck, GatherOutcome, RelinkOutcome, TreeLine
from meritdesk.ui import look
from meritdesk.ui.actions import page_action
from meritdesk.ui.background import Lane
from meritdesk.ui.drafts.keeper import keep_drafts
from meritdesk.ui.planning.cascade_tree import CascadeTree, TreeColumn
from meritdesk.ui.planning.hint_list import HintView
from meritdesk.ui.planning.link_dialog import LinkDialog, PartDialog
from meritdesk.ui.planning.opened_tree import OpenedTreeView
from meritdesk.ui.planning.unit_tab import UnitTab
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

_HANDED_DOWN = (NodeKind.AGREEMENT, NodeKind.INDICATOR, NodeKind.PLACEHOLDER)


class CascadeTab(UnitTab):
    """Cascading: the tree of one unit, opened step by step, with the list of what is open below it."""

    room = "planning"
    nouns = frozenset({"cascade", "agreements", "plans", "units", "people", "reporting"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._top: tuple[TreeLine, ...] = ()
        self._check: CascadeCheck | None = None
        self._build()
        self._lay_out()
        self.retranslate()

    def _build(self) -> None:
        self.title = look.title(QLabel(self))
        self.tree = CascadeTree(self.words, self)
        self.view = OpenedTreeView(self.tree, self._ask_below, self)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._tell())
        self.view.doubleClicked.connect(lambda _: self.open_part())
        self.link = QPushButton(self)
        self.link.clicked.connect(self.open_link)
        self.part = QPushButton(self)
        self.part.clicked.connect(self.open_part)
        self.unlink = QPushButton(self)
        self.unlink.clicked.connect(self._unlink)
        self.method = QPushButton(self)
        self.methods = QMenu(self.method)
        self.method.setMenu(self.methods)
        self.gather = QPushButton(self)
        self.gather.clicked.connect(self._gather)
        self.stand_in = QPushButton(self)
        self.stand_in.clicked.connect(self._stand_in)
        self.relink = QPushButton(self)
        self.relink.clicked.connect(self._relink)
        self.hints = HintView(self.words, self)
        self.hints.wanted.connect(self._go_to_hint)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.empty = QLabel(self)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(24)
        self.unit_action = self._action("cascade_unit", "Ctrl+F", self.unit.setFocus)
        self.link_action = self._action("cascade_link", "Ctrl+L", self.open_link)
        self.part_action = self._action("cascade_part", "F2", self.open_part)
        self.unlink_action = self._action("cascade_unlink", "Ctrl+Del", self._unlink)
        self.method_action = self._action("cascade_method", "Ctrl+M", self.method.showMenu)
        self.gather_action = self._action("cascade_gather", "Ctrl+G", self._gather)
        self.stand_in_action = self._action("cascade_stand_in", "Ctrl+N", self._stand_in)
        self.relink_action = self._action("cascade_relink", "Ctrl+Shift+R", self._relink)

    def _action(self, name: str, key: str, carry: Callable[[], object]) -> QAction:
        action = page_action(self, name, key)
        action.triggered.connect(lambda: carry())
        return action

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.gather)
        top.addWidget(self.stand_in)
        top.addWidget(self.relink)
        filters = QHBoxLayout()
        filters.addWidget(self.unit, 1)
        filters.addWidget(self.link)
        filters.addWidget(self.part)
        filters.addWidget(self.unlink)
        filters.addWidget(self.method)
        self.middle = QStackedWidget(self)
        self.middle.addWidget(self.view)
        self.middle.addWidget(self.empty)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setObjectName("cascadeSplitter")
        self.splitter.addWidget(self.middle)
        self.splitter.addWidget(self.hints)
        self.splitter.setSizes([400, 170])
        self.splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addLayout(filters)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.told)
        header = self.view.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(TreeColumn.TEXT, QHeaderView.ResizeMode.Stretch)
        widths = (
            (TreeColumn.OWNER, 210), (TreeColumn.TARGET, 100), (TreeColumn.METHOD, 170), (TreeColumn.COVERAGE, 120),
        )  # fmt: skip
        for column, width in widths:
            self.view.setColumnWidth(column, look.in_letters(width))

    def retranslate(self) -> None:
        self.title.setText(QCoreApplication.translate("CascadeTab", "Cascade of goals and results"))
        self.unit.retranslate()
        self.link.setText(QCoreApplication.translate("CascadeTab", "&Link to above…"))
        self.part.setText(QCoreApplication.translate("CascadeTab", "&Part and share…"))
        self.unlink.setText(QCoreApplication.translate("CascadeTab", "&Unlink"))
        self.method.setText(QCoreApplication.translate("CascadeTab", "Handed down…"))
        self.gather.setText(QCoreApplication.translate("CascadeTab", "Link by &wording"))
        self.gather.setToolTip(
            QCoreApplication.translate(
                "CascadeTab", "Link every result whose plan names its superior's result in the superior's own words"
            )
        )
        self.stand_in.setText(QCoreApplication.translate("CascadeTab", "Place&holder…"))
        self.stand_in.setToolTip(
            QCoreApplication.translate("CascadeTab", "For a superior who has no plan yet, so that nobody waits")
        )
        self.relink.setText(QCoreApplication.translate("CascadeTab", "&Relink placeholders"))
        for action, said in (
            (self.unit_action, QCoreApplication.translate("CascadeTab", "Choose the unit")),
            (self.link_action, QCoreApplication.translate("CascadeTab", "Link to a result above")),
            (self.part_action, QCoreApplication.translate("CascadeTab", "Part and share of the link")),
            (self.unlink_action, QCoreApplication.translate("CascadeTab", "Take the link out")),
            (self.method_action, QCoreApplication.translate("CascadeTab", "Choose how it is handed down")),
            (self.gather_action, QCoreApplication.translate("CascadeTab", "Link by wording")),
            (
                self.stand_in_action,
                QCoreApplication.translate("CascadeTab", "Placeholder for a superior without a plan"),
            ),
            (self.relink_action, QCoreApplication.translate("CascadeTab", "Relink placeholders to plans")),
        ):
            action.setText(said)
        self.view.setAccessibleName(QCoreApplication.translate("CascadeTab", "Goals, indicators and results"))
        self.methods.clear()
        for method in CascadeMethod:
            chosen = self.methods.addAction(self.words.messages.label_of(method))
            chosen.triggered.connect(lambda _=False, wanted=method: self._choose(wanted))
        self.tree.retranslate()
        self.hints.retranslate()
        self._tell()

    def primary_focus(self) -> QWidget:
        return self.view if self.middle.currentWidget() is self.view else self.unit

    def load(self, period: Period) -> None:
        self.ask_for_units(period, "planning.cascade.units")

    def open_link(self) -> LinkDialog | None:
        """The dialog that links the current place to something above it."""
        line = self._line()
        if line is None or self.period is None:
            return None
        year = self.period.year
        dialog = LinkDialog(self.desk, self.lane, self.words, self._units, line, year, self)

        def write() -> None:
            node, method, part, share = dialog.answer()

            def verb() -> Changes:
                if method is not None:
                    self.desk.planning.cascade.choose(node, year, method)
                return self.desk.planning.cascade.link(line.node, node, year, part, share)

            self._write(verb)

        dialog.accepted.connect(write)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._keep(dialog, f"link|{line.node}", line)
        dialog.open()
        return dialog

    def open_part(self) -> PartDialog | None:
        """The dialog for the part and share that the current line takes of the place above it."""
        line, above = self._line(), self.tree.line(self.view.currentIndex().parent())
        if line is None or above is None or not line.link_id or self.period is None:
            return None
        year = self.period.year
        dialog = PartDialog(self.words, above, line, self)

        def write() -> None:
            part, share, note = dialog.answer()
            self._write(lambda: self.desk.planning.cascade.link(line.node, above.node, year, part, share, note))

        dialog.accepted.connect(write)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._keep(dialog, f"part|{line.link_id}", line)
        dialog.open()
        return dialog

    def stand_on(self, way: Sequence[str]) -> None:
        """Open the tree along these places, from the top down, and stand on the last one as soon as it is there."""
        self.view.lead_along(way)
        self._show_unit()

    def _keep(self, dialog: QDialog, place: str, line: TreeLine) -> None:
        """Keep what is typed about the current line, with the way down the tree to it."""
        index, way = self.view.currentIndex(), list[str]()
        while (one := self.tree.line(index)) is not None:
            way.insert(0, one.node)
            index = index.parent()
        facts = {"unit": self.unit.unit_id, "way": "\n".join(way)}
        keep_drafts(dialog, self, "planning.link", place, line.text, facts=facts)

    def _line(self) -> TreeLine | None:
        return self.tree.line(self.view.currentIndex())

    def _show_unit(self) -> None:
        unit_id, period = self.unit.unit_id, self.period
        if not unit_id or period is None:
            self._top, self._check = (), None
            self.view.show_top(())
            self._show()
            return
        year = period.year

        def then(lines: tuple[TreeLine, ...]) -> None:
            self._top = lines
            self.view.show_top(lines)
            self._show()

        def checked(check: CascadeCheck) -> None:
            self._check = check
            self.hints.show_hints((*check.hints, *check.remarks), check.rules)
            self._tell()

        self.lane.ask(lambda step: self.desk.planning.cascade.top(unit_id, year), then, key="planning.cascade.top")
        self.lane.ask(
            lambda step: self.desk.planning.cascade.check(year, unit_id), checked, key="planning.cascade.check"
        )

    def _show(self) -> None:
        self.middle.setCurrentWidget(self.view if self._top else self.empty)
        self._tell()

    def _ask_below(self, line: TreeLine, then: Callable[[Sequence[TreeLine]], None]) -> None:
        if self.period is None:
            return
        year = self.period.year
        self.lane.ask(lambda step: self.desk.planning.cascade.below(line.node, year), then)

    def _write(self, verb: Callable[[], Changes]) -> None:
        self.lane.ask(lambda step: verb(), lambda _: self._show_unit())

    def _unlink(self) -> None:
        line = self._line()
        if line is None or self.period is None:
            return
        year = self.period.year
        if line.kind is NodeKind.PLACEHOLDER:
            key = line.node.partition(":")[2]
            self._write(lambda: self.desk.planning.cascade.drop_stand_in(key, year))
        elif line.link_id:
            self._write(lambda: self.desk.planning.cascade.unlink(line.link_id, year))

    def _choose(self, method: CascadeMethod) -> None:
        line = self._line()
        if line is not None and line.kind in _HANDED_DOWN and self.period is not None:
            year = self.period.year
            self._write(lambda: self.desk.planning.cascade.choose(line.node, year, method))

    def _gather(self) -> None:
        if self.period is None:
            return
        year = self.period.year

        def then(outcome: GatherOutcome) -> None:
            said = QCoreApplication.translate(
                "CascadeTab", "{linked} results were linked by their wording; {left} name something nobody has planned."
            )
            told = said.format(linked=self.words.number(outcome.linked), left=self.words.number(outcome.unmatched))
            if outcome.changes.change_set_id:
                self.offer_undo.emit(told, outcome.changes.change_set_id)
            else:
                self.message.emit(told)
            self._show_unit()

        title = QCoreApplication.translate("CascadeTab", "Linking the cascade")
        verb = self.desk.planning.cascade.gather
        self.lane.ask(lambda step: verb(year), then, title=title, shows_progress=True, touches=self.nouns)

    def _stand_in(self) -> None:
        unit_id = self.unit.unit_id
        if not unit_id or self.period is None:
            return
        text, is_given = QInputDialog.getText(
            self,
            QCoreApplication.translate("CascadeTab", "Placeholder"),
            QCoreApplication.translate("CascadeTab", "What the head of {unit} will take on:").format(
                unit=self.unit.unit_name
            ),
        )
        if is_given and text.strip():
            year = self.period.year
            self._write(lambda: self.desk.planning.cascade.stand_in(unit_id, year, text))

    def _relink(self) -> None:
        if self.period is None:
            return
        year = self.period.year

        def then(outcome: RelinkOutcome) -> None:
            said = QCoreApplication.translate("CascadeTab", "{moved} links moved to plans; {left} placeholders wait.")
            told = said.format(moved=self.words.number(outcome.moved), left=self.words.number(len(outcome.waiting)))
            if outcome.changes.change_set_id:
                self.offer_undo.emit(told, outcome.changes.change_set_id)
            else:
                self.message.emit(told)
            self._show_unit()

        title = QCoreApplication.translate("CascadeTab", "Linking the cascade")
        verb = self.desk.planning.cascade.relink
        self.lane.ask(lambda step: verb(year), then, title=title, shows_progress=True, touches=self.nouns)

    def _go_to_hint(self, hint: Hint) -> None:
        """Lead to the place in this tree, or to the matrix where a hint of the matrix is mended."""
        if hint.place and hint.place[0] in ("matrix", "assignment"):
            unit_id = hint.place[1] if hint.place[0] == "matrix" else self.unit.unit_id
            self.go_to.emit("planning", {"tab": "matrix", "unit": unit_id})
            return
        for row in range(self.tree.rowCount()):
            index = self.tree.index(row, 0)
            line = self.tree.line(index)
            if line is not None and len(hint.place) > 1 and line.node == hint.place[1]:
                self.view.setCurrentIndex(index)
                self.view.setFocus()
                return

    def _tell(self) -> None:
        line = self._line() if self._top else None
        has_parent = line is not None and bool(line.link_id)
        is_stand_in = line is not None and line.kind is NodeKind.PLACEHOLDER
        for widget, can in (
            (self.link, line is not None and line.kind in (NodeKind.AGREEMENT, NodeKind.RESULT)),
            (self.part, has_parent),
            (self.unlink, has_parent or is_stand_in),
            (self.method, line is not None and line.kind in _HANDED_DOWN),
        ):
            widget.setEnabled(can)
        unit = self.unit.unit_name
        if not unit:
            text = QCoreApplication.translate("CascadeTab", "Choose a unit. Units come with the unit file.")
        else:
            text = QCoreApplication.translate(
                "CascadeTab",
                "{unit} has neither a performance agreement nor a plan of its head for this year. Enter the agreement "
                "on the tab of figures, import plans, or put a placeholder with Ctrl+N so that nobody has to wait.",
            ).format(unit=unit)
        self.empty.setText(text)
        counts = {coverage: sum(one.coverage is coverage for one in self._top) for coverage in Coverage}
        said = QCoreApplication.translate(
            "CascadeTab",
            "{all} indicators: ● {taken} taken up · ◐ {partly} in part · ○ {open} nobody yet · {hints} open",
        )
        number = self.words.number
        hints = len(self._check.hints) + len(self._check.remarks) if self._check is not None else 0
        self.told.setText(
            singular(
                said.format(
                    all=number(len(self._top)),
                    taken=number(counts[Coverage.TAKEN]),
                    partly=number(counts[Coverage.PARTLY]),
                    open=number(counts[Coverage.OPEN]),
                    hints=number(hints),
                )
            )
            if self._top
            else ""
        )
