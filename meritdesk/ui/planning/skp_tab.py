"""The SKP editor: people on the left, the plan as its paper in the middle, hints that lead to their field."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QModelIndex, QSortFilterProxyModel, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.periods import Period
from meritdesk.core.plan import Approach, PerformancePlan, PlanState, ResultKind
from meritdesk.core.plan_compare import PlanDifference
from meritdesk.core.plan_editing import Steps, changed_indicator
from meritdesk.core.plan_library import LibraryEntry, LibraryKind, with_example
from meritdesk.core.plan_signing import PlanStage, Signer, stage_of
from meritdesk.core.validation import Severity
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.planning.copying import CopyOutcome
from meritdesk.services.planning.editor import CheckedHint, OpenedPlan, PlanCheck, PlanLine, SavedPlan
from meritdesk.ui import look
from meritdesk.ui.actions import page_action
from meritdesk.ui.background import Lane
from meritdesk.ui.line_table import SORT
from meritdesk.ui.planning.skp_dialogs import (
    AskDialog,
    CompareDialog,
    CopyDialog,
    LibraryDialog,
    ManualDialog,
    asked,
)
from meritdesk.ui.planning.skp_paper import Place, SkpPaper
from meritdesk.ui.planning.skp_tables import HintColumn, PeopleColumn, SkpHintTable, SkpPeopleTable
from meritdesk.ui.room import RoomPage
from meritdesk.ui.wording import Words

_TYPING_MS = 200
_MOST_PEOPLE = 300
_CHECK_MS = 350
_KEEP_MS = 1500


class SkpTab(RoomPage):
    """The editor of performance plans (SKP)."""

    room = "planning"
    nouns = frozenset({"plans", "people", "units", "reporting", "history", "waivers", "evaluations"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.opened: OpenedPlan | None = None
        self.steps: Steps[PerformancePlan] | None = None
        self._last_place: Place = ()
        self._wanted_nip = ""
        self._is_writing = False
        self._has_offered = False
        self._build()
        self._lay_out()
        self.retranslate()

    # Building.

    def _build(self) -> None:
        self.title = look.title(QLabel(self))
        self.state = QLabel(self)
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.people = SkpPeopleTable(self.words, self)
        self.proxy = QSortFilterProxyModel(self)
        self.proxy.setSourceModel(self.people)
        self.proxy.setSortRole(SORT)
        self._typing = self._timer(_TYPING_MS, self.refresh)
        self.search.textChanged.connect(lambda _: self._typing.start())
        self.more = QLabel(self)
        self.more.setWordWrap(True)
        self.people_view = QTableView(self)
        self.people_view.setModel(self.proxy)
        look.tidy(self.people_view)
        self.people_view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.people_view.setSortingEnabled(True)
        self.people_view.sortByColumn(PeopleColumn.NAME, Qt.SortOrder.AscendingOrder)
        header = self.people_view.horizontalHeader()
        header.setSectionResizeMode(PeopleColumn.NAME, QHeaderView.ResizeMode.Stretch)
        self.people_view.setColumnWidth(PeopleColumn.STAGE, 66)
        self.people_view.setColumnWidth(PeopleColumn.HINTS, 58)
        self.people_view.selectionModel().currentRowChanged.connect(self._person_chosen)
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
        ):
            deeds.addWidget(button)
        deeds.addStretch(1)
        left = QWidget(self)
        people = QVBoxLayout(left)
        people.setContentsMargins(0, 0, 0, 0)
        people.addWidget(self.search)
        people.addWidget(self.people_view, 1)
        people.addWidget(self.more)
        right = QWidget(self)
        margin = QVBoxLayout(right)
        margin.setContentsMargins(0, 0, 0, 0)
        margin.addWidget(self.verdict)
        margin.addWidget(self.hint_view, 1)
        margin.addWidget(self.waive_button)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("skpSplitter")
        for part in (left, self.paper, right):
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
        self.undo_action.setText(QCoreApplication.translate("SkpTab", "Take back the last change of the draft"))
        self.redo_action.setText(QCoreApplication.translate("SkpTab", "Do the change again"))
        self.next_action.setText(QCoreApplication.translate("SkpTab", "Finish this plan and go to the next person"))
        self.find_action.setText(QCoreApplication.translate("SkpTab", "Search people"))
        self.add_action.setText(QCoreApplication.translate("SkpTab", "Add a main result"))
        self.hint_action.setText(QCoreApplication.translate("SkpTab", "Go to the next hint"))
        self.discard_action.setText(QCoreApplication.translate("SkpTab", "Throw away what was typed and not saved"))
        self.search.setPlaceholderText(QCoreApplication.translate("SkpTab", "Search name"))
        self.search.setAccessibleName(QCoreApplication.translate("SkpTab", "Search name"))
        self.people_view.setAccessibleName(QCoreApplication.translate("SkpTab", "People and the state of their plan"))
        self.hint_view.setAccessibleName(QCoreApplication.translate("SkpTab", "Hints; Enter leads to the field"))
        self.approach.setAccessibleName(QCoreApplication.translate("SkpTab", "Approach"))
        for place, approach in enumerate(Approach):
            self.approach.setItemText(place, self.words.messages.label_of(approach))
        self.people.retranslate()
        self.hints.retranslate()
        self._show()
        self._check()

    def primary_focus(self) -> QWidget:
        return self.people_view if self.people.lines else self.search

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``nip`` opens somebody's plan, ``search`` finds people."""
        self._wanted_nip = str(filters.get("nip", ""))
        self.search.setText(str(filters.get("search", "")) or self._wanted_nip)

    # Loading.

    def load(self, period: Period) -> None:
        year, search = period.year, self.search.text()

        def read(step: Step) -> tuple[PlanLine, ...]:
            return self.desk.planning.editor.check_all(year, search=search, limit=_MOST_PEOPLE)

        self.lane.ask(read, self._show_people, title=self.title.text(), key="skp.people")

    def _show_people(self, lines: tuple[PlanLine, ...]) -> None:
        before = self.opened.person.nip if self.opened and self.opened.plan.year == self._year() else self._wanted_nip
        self.people.show_lines(lines)
        said = QCoreApplication.translate("SkpTab", "The first {count} people. Search to find others.")
        self.more.setText(said.format(count=_MOST_PEOPLE) if len(lines) >= _MOST_PEOPLE else "")
        self.more.setVisible(len(lines) >= _MOST_PEOPLE)
        self._wanted_nip = self._wanted_nip or before
        if not lines:
            self.opened = self.steps = None
            self._show()
            return
        self._choose_wanted()

    def _choose_wanted(self) -> None:
        """Put the list on whoever is wanted, else on the first one; a draft in work is never thrown away."""
        row = next((row for row, line in enumerate(self.people.lines) if line.nip == self._wanted_nip), -1)
        self._wanted_nip = ""
        index = self.proxy.mapFromSource(self.people.index(row, 0)) if row >= 0 else self.proxy.index(0, 0)
        if not index.isValid():
            return
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.people_view.selectionModel().setCurrentIndex(index, flags)
        self.people_view.scrollTo(index)
        line = self._line(index)
        is_open = self.opened is not None and line is not None and self.opened.person.nip == line.nip
        if line is not None and not (is_open and self.is_changed):
            self._open(line)

    def _year(self) -> int:
        return self.period.year if self.period is not None else 0

    def _line(self, index: QModelIndex) -> PlanLine | None:
        row = self.proxy.mapToSource(index).row()
        return self.people.lines[row] if 0 <= row < len(self.people.lines) else None

    def _person_chosen(self, current: QModelIndex, _: QModelIndex) -> None:
        line = self._line(current)
        if line is None or (self.opened is not None and self._is_shown(line)):
            return
        self._leave(lambda: self._open(line))

    def _is_shown(self, line: PlanLine) -> bool:
        assert self.opened is not None
        return self.opened.person.nip == line.nip and (line.plan_id in ("", self.opened.plan.plan_id))

    def _leave(self, then: Callable[[], None]) -> None:
        """What was typed and not saved is kept as a draft before another plan comes to the front."""
        if self._keeping.isActive():
            self._keeping.stop()
            self._keep()
        then()

    def _open(self, line: PlanLine) -> None:
        year = self._year()
        editor = self.desk.planning.editor

        def read(step: Step) -> OpenedPlan:
            return editor.by_id(line.plan_id) if line.plan_id else editor.open(line.nip, year)

        def failed(error: Exception) -> None:
            self.opened = self.steps = None
            code, what, then = self.words.told(error)
            self.paper.clear(f"{what}\n{then}\n({code})")
            self._show_state()

        self.lane.ask(read, self._show_opened, failed, key="skp.open")

    def _show_opened(self, opened: OpenedPlan) -> None:
        self.opened = opened
        draft = opened.draft
        self.steps = Steps(opened.plan)
        self._last_place = ()
        if draft is not None and draft.plan != opened.plan and not self._is_locked():
            if draft.stamp == opened.stamp:
                plan = draft.plan if opened.stamp else replace(draft.plan, plan_id=draft.plan.plan_id)
                self.steps = self.steps.to(plan)
                said = QCoreApplication.translate(
                    "SkpTab", "What you typed on {moment} and did not save is back. Ctrl+Z shows the saved plan."
                )
                self.message.emit(said.format(moment=self.words.short_moment(draft.kept_at)))
            else:
                self.message.emit(
                    QCoreApplication.translate(
                        "SkpTab", "The plan was changed since you typed an unsaved draft; the saved plan is shown."
                    )
                )
        self._show()
        self._check()

    # Showing.

    @property
    def plan(self) -> PerformancePlan | None:
        """The draft in front."""
        return self.steps.present if self.steps is not None else None

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.opened is not None and self.plan is not None and self.plan != self.opened.plan

    def _is_locked(self) -> bool:
        opened = self.opened
        return opened is None or opened.is_closed or opened.plan.state is PlanState.FIXED

    def _show(self) -> None:
        if self.opened is None or self.plan is None:
            self.paper.clear(
                QCoreApplication.translate("SkpTab", "Choose a person to see the plan.")
                if self.people.lines
                else (
                    QCoreApplication.translate("SkpTab", "Nobody fits this search. Clear it to see everybody.")
                    if self.search.text().strip()
                    else QCoreApplication.translate(
                        "SkpTab", "Nobody must have a plan yet. Import units and staff on the register page first."
                    )
                )
            )
            self.hints.show_lines(())
        else:
            self.paper.show_plan(self.opened, self.plan, self._is_locked())
            self.approach.setCurrentIndex(self.approach.findData(self.plan.approach))
        self._show_state()

    def _show_state(self) -> None:
        opened, plan = self.opened, self.plan
        is_locked = self._is_locked()
        stage = stage_of(opened.plan) if opened is not None else None
        has_saved = opened is not None and bool(opened.stamp)
        self.save_button.setEnabled(not is_locked and (self.is_changed or not has_saved) and not self._is_writing)
        self.fix_button.setEnabled(has_saved and not is_locked and not self._is_writing)
        self.sign_button.setEnabled(
            has_saved and stage in (PlanStage.FIXED, PlanStage.HALF_SIGNED) and not self._is_writing
        )
        is_fixed = opened is not None and opened.plan.state is PlanState.FIXED
        self.revise_button.setEnabled(has_saved and is_fixed and not self._is_writing and not self._is_closed())
        self.compare_button.setEnabled(opened is not None and bool(opened.versions))
        self.copy_button.setEnabled(opened is not None)
        self.library_button.setEnabled(opened is not None and not is_locked)
        self.approach.setEnabled(not is_locked)
        self.waive_button.setVisible(any(line.is_waivable and line.blocks for line in self.hints.lines))
        self.undo_action.setEnabled(self.steps is not None and self.steps.can_go_back)
        self.redo_action.setEnabled(self.steps is not None and self.steps.can_go_forward)
        if opened is None or plan is None or stage is None:
            self.state.clear()
            return
        parts = [opened.person.full_name, self.words.messages.label_of(stage)]
        if opened.plan.version > 1:
            parts.append(QCoreApplication.translate("SkpTab", "version {number}").format(number=opened.plan.version))
        if opened.is_closed:
            parts.append(QCoreApplication.translate("SkpTab", "the year is closed, read only"))
        elif is_locked:
            parts.append(QCoreApplication.translate("SkpTab", "read only; Revise makes a new version"))
        elif not has_saved:
            parts.append(QCoreApplication.translate("SkpTab", "new, not saved yet"))
        elif self.is_changed:
            parts.append(QCoreApplication.translate("SkpTab", "changed, not saved"))
        self.state.setText("  ·  ".join(parts))

    def _is_closed(self) -> bool:
        return self.opened is not None and self.opened.is_closed

    # Typing.

    def _edited(self, plan: PerformancePlan, place: Place) -> None:
        if self.steps is None:
            return
        merges = bool(place) and place == self._last_place and place[-1] != "choice"
        self.steps = self.steps.to(plan, merges=merges)
        self._last_place = place
        self._after_change()

    def _after_change(self) -> None:
        if self.opened is not None and self.plan is not None:
            self.paper.show_plan(self.opened, self.plan, self._is_locked())
        self._show_state()
        self._checking.start()
        self._keeping.start()

    def _change_approach(self) -> None:
        if self.plan is not None:
            self._edited(replace(self.plan, approach=Approach(self.approach.currentData())), ())

    def undo(self) -> None:
        """One step back in the draft."""
        if self.steps is not None and self.steps.can_go_back:
            self.steps = self.steps.back()
            self._last_place = ()
            self._show()
            self._after_change()

    def redo(self) -> None:
        """One step forward again."""
        if self.steps is not None and self.steps.can_go_forward:
            self.steps = self.steps.forward()
            self._last_place = ()
            self._show()
            self._after_change()

    def discard(self) -> None:
        """Back to the saved plan; Ctrl+Z brings what was typed back as long as the plan stays in front."""
        if self.opened is None or self.steps is None or not self.is_changed:
            return
        plan_id = self.steps.present.plan_id
        self.steps = self.steps.to(self.opened.plan)
        self._show()
        self._checking.start()
        self._keeping.stop()
        self.lane.ask(lambda step: self.desk.planning.editor.drop_draft(plan_id), key="skp.keep")

    def _keep(self) -> None:
        opened, plan = self.opened, self.plan
        if opened is None or plan is None or self._is_locked():
            return
        editor = self.desk.planning.editor
        if self.is_changed:
            self.lane.ask(lambda step: editor.keep_draft(plan, opened.stamp))
        else:
            self.lane.ask(lambda step: editor.drop_draft(plan.plan_id))

    def _check(self) -> None:
        opened, plan = self.opened, self.plan
        if opened is None or plan is None:
            return
        editor = self.desk.planning.editor
        self.lane.ask(
            lambda step: editor.check_draft(plan, opened.context, opened.waived), self._show_check, key="skp.check"
        )

    def _show_check(self, check: PlanCheck) -> None:
        row = self.hint_view.currentIndex().row()
        self.hints.show_lines(check.hints)
        if 0 <= row < len(check.hints):
            self.hint_view.selectRow(row)
        self.paper.mark(check)
        errors, warnings = len(check.blocking), len(check.warnings)
        if errors:
            said = QCoreApplication.translate("SkpTab", "{errors} errors block fixing, {warnings} questions")
            look.colour(self.verdict, look.blocks())
        elif warnings:
            said = QCoreApplication.translate("SkpTab", "Nothing blocks fixing, {warnings} questions")
            look.colour(self.verdict, look.asks())
        else:
            said = QCoreApplication.translate("SkpTab", "Nothing is open in this plan")
            look.colour(self.verdict, look.quiet())
        self.verdict.setText(said.format(errors=errors, warnings=warnings))
        self._show_state()

    def _go_to_hint(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self.hints.lines):
            self._lead_to(self.hints.lines[index.row()])

    def _lead_to(self, found: CheckedHint) -> None:
        if not self.paper.go_to(found.hint.place):
            self.paper.setFocus()

    def next_hint(self) -> None:
        """The next hint of the list, and the keyboard on its field."""
        if self.hints.lines:
            row = (self.hint_view.currentIndex().row() + 1) % len(self.hints.lines)
            self.hint_view.selectRow(row)
            self._lead_to(self.hints.lines[row])

    # Writing.

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Save the whole plan; what somebody else saved meanwhile is never overwritten."""
        opened, plan = self.opened, self.plan
        if opened is None or plan is None or self._is_writing:
            return
        if not self.is_changed and opened.stamp:
            if then is not None:
                then()
            return
        editor = self.desk.planning.editor
        self._write(lambda: editor.save(plan, opened.stamp), then)

    def _write(self, verb: Callable[[], SavedPlan], then: Callable[[], None] | None = None) -> None:
        self._is_writing = True
        self._keeping.stop()
        self._show_state()
        editor = self.desk.planning.editor

        def write(step: Step) -> tuple[SavedPlan, OpenedPlan]:
            saved = verb()
            return saved, editor.by_id(saved.plan.plan_id)

        def written(answer: tuple[SavedPlan, OpenedPlan]) -> None:
            saved, opened = answer
            self._is_writing = False
            self._show_opened(opened)
            if saved.changes.nouns:
                self.lane.changed.emit(saved.changes)
            if then is not None:
                then()

        def failed(error: Exception) -> None:
            self._is_writing = False
            self._show_state()
            self.lane.refused.emit(error)

        self.lane.ask(write, written, failed, title=self.title.text())

    def finish_and_next(self) -> None:
        """Save, and on to the next person whose plan is not fixed; errors that are left stay in the list."""
        self.save(self._next_person)

    def _next_person(self) -> None:
        rows = self.proxy.rowCount()
        start = self.people_view.currentIndex().row()
        for ahead in range(1, rows + 1):
            index = self.proxy.index((start + ahead) % rows, 0)
            line = self._line(index)
            if line is not None and line.stage in (None, PlanStage.DRAFT, PlanStage.REVISING):
                self._wanted_nip = line.nip
                flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
                self.people_view.selectionModel().setCurrentIndex(index, flags)
                self.people_view.scrollTo(index)
                return
        self.message.emit(QCoreApplication.translate("SkpTab", "Every plan in the list is fixed."))

    def open_fix(self) -> AskDialog | None:
        """Ask for the day and fix the plan; what was typed is saved first."""
        if self.opened is None or self.plan is None:
            return None
        plan_id = self.plan.plan_id
        dialog = AskDialog(
            QCoreApplication.translate("SkpTab", "Fix the plan"),
            QCoreApplication.translate(
                "SkpTab", "The plan of {name} is settled with this. Any later change makes a new version."
            ).format(name=self.opened.person.full_name),
            self,
        )
        dialog.ask_day(QCoreApplication.translate("SkpTab", "Fixed on"), self.opened.context.today)

        def fix() -> None:
            day = dialog.chosen_day()
            editor = self.desk.planning.editor
            self.save(lambda: self._write(lambda: editor.fix(plan_id, day)))

        return asked(dialog, fix)

    def open_sign(self) -> AskDialog | None:
        """Note that one of the two signed the paper."""
        if self.opened is None:
            return None
        plan = self.opened.plan
        dialog = AskDialog(
            QCoreApplication.translate("SkpTab", "Note a signature"),
            QCoreApplication.translate("SkpTab", "Enter the day that stands on the paper."),
            self,
        )
        dialog.ask_signer(self.words, Signer.RATEE if plan.ratee_signed_on is None else Signer.RATER)
        dialog.ask_day(QCoreApplication.translate("SkpTab", "Signed on"), self.opened.context.today)

        def sign() -> None:
            signer, day = Signer(dialog.signer.currentData()), dialog.chosen_day()
            self._write(lambda: self.desk.planning.editor.sign(plan.plan_id, signer, day))

        return asked(dialog, sign)

    def open_revise(self) -> AskDialog | None:
        """Make a fixed plan a draft of its next version."""
        if self.opened is None:
            return None
        plan = self.opened.plan
        dialog = AskDialog(
            QCoreApplication.translate("SkpTab", "Make a revision"),
            QCoreApplication.translate(
                "SkpTab",
                "Version {number} is kept as it was signed. The plan is a draft again and its signatures are void.",
            ).format(number=plan.version),
            self,
        )
        dialog.ask_reason()

        def revise() -> None:
            reason = dialog.reason.text()
            self._write(lambda: self.desk.planning.editor.revise(plan.plan_id, reason))

        return asked(dialog, revise)

    def open_waive(self) -> AskDialog | None:
        """Set the rule of the chosen hint aside, in a name and with a reason."""
        row = self.hint_view.currentIndex().row()
        lines = [line for line in self.hints.lines if line.is_waivable and line.blocks]
        if self.opened is None or not lines:
            return None
        chosen = self.hints.lines[row] if 0 <= row < len(self.hints.lines) else lines[0]
        found = chosen if chosen.is_waivable and chosen.severity is Severity.ERROR else lines[0]
        plan_id, rule = self.opened.plan.plan_id, found.hint.code
        said = self.words.messages.refusal(rule, found.hint.facts)[0]
        dialog = AskDialog(QCoreApplication.translate("SkpTab", "Set the rule aside"), f"{said} ({rule})", self)
        dialog.ask_name()
        dialog.ask_reason()

        def waive() -> None:
            name, reason = dialog.name.text(), dialog.reason.text()
            editor = self.desk.planning.editor
            self.save(lambda: self._write(lambda: editor.waive(plan_id, rule, name, reason)))

        return asked(dialog, waive)

    def open_compare(self) -> None:
        """The version before beside the plan as it stands."""
        if self.opened is None or not self.opened.versions:
            return
        plan = self.opened.plan
        before = max(kept.plan.version for kept in self.opened.versions)

        def show(lines: tuple[PlanDifference, ...]) -> None:
            self.comparing = CompareDialog(lines, (before, plan.version), self.words, self)
            self.comparing.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.comparing.open()

        self.lane.ask(lambda step: self.desk.planning.editor.compare(plan.plan_id), show)

    def open_copy(self) -> CopyDialog | None:
        """Copy to one or many, with a preview."""
        if self.opened is None:
            return None
        dialog = CopyDialog(self.desk, self.lane, self.words, self.opened, self.people.lines, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.copied.connect(self._copied)
        dialog.open()
        return dialog

    def _copied(self, outcome: CopyOutcome) -> None:
        if outcome.changes.change_set_id:
            count = outcome.counts["added"] + outcome.counts["changed"]
            said = QCoreApplication.translate("SkpTab", "{count} plans copied.")
            self.offer_undo.emit(said.format(count=self.words.number(count)), outcome.changes.change_set_id)

    def open_library(self) -> None:
        """Examples for the part of the paper in which the keyboard is."""
        place = self.paper.focused_place()
        kinds = {"expectation": LibraryKind.EXPECTATION, "result": LibraryKind.RESULT}
        kind = LibraryKind(place[1]) if place[:1] == ("annex",) else kinds.get(place[0] if place else "")

        def show(entries: tuple[LibraryEntry, ...]) -> None:
            if self.plan is None:
                return
            self.choosing = LibraryDialog(entries, self.plan.job_class, self.words, kind, self)
            self.choosing.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.choosing.chosen.connect(self._take_example)
            self.choosing.open()

        self.lane.ask(lambda step: self.desk.planning.library.entries(), show)

    def _take_example(self, entry: LibraryEntry) -> None:
        if self.plan is None or self.opened is None:
            return
        giver = self.opened.rater.position_title if self.opened.rater else ""
        plan = self.plan
        is_empty = [result for result in plan.results if not (result.text or any(p.text for p in result.indicators))]
        if entry.result is not None and is_empty:
            plan = replace(plan, results=tuple(result for result in plan.results if result not in is_empty))
        self._edited(with_example(plan, entry, lambda: str(uuid.uuid4()), assigned_by=giver), ())

    def open_manual(self, result_id: str, indicator_id: str) -> ManualDialog | None:
        """The manual of one measure."""
        plan = self.plan
        parts = plan.indicators if plan is not None else ()
        part = next((part for part in parts if part.indicator_id == indicator_id), None)
        if plan is None or part is None:
            return None
        dialog = ManualDialog(part.manual, part.text, self._is_locked(), self.words, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def take(result: int) -> None:
            if result == QDialog.DialogCode.Accepted and self.plan is not None:
                manual = dialog.manual()
                self._edited(
                    changed_indicator(self.plan, result_id, indicator_id, lambda found: replace(found, manual=manual)),
                    (),
                )

        dialog.finished.connect(take)
        dialog.open()
        return dialog
