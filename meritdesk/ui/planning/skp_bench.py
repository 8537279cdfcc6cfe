"""The state of the SKP editor: who is chosen, what is typed, which steps can be taken back, what is still open."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QModelIndex, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from meritdesk.core.periods import Period
from meritdesk.core.plan import Approach, JobClass, PerformancePlan, PlanState
from meritdesk.core.plan_editing import Steps
from meritdesk.core.plan_parts import PlanOccasion
from meritdesk.core.plan_signing import PlanStage, stage_of
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.planning.editor import CheckedHint, OpenedPlan, PlanCheck, PlanLine
from meritdesk.ui import look
from meritdesk.ui.background import Job, Lane
from meritdesk.ui.guard.greying import is_greyed
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.lists.line_view import LineView
from meritdesk.ui.planning.skp_draft import PlanDraft, said_of_stale
from meritdesk.ui.planning.skp_fields import Place
from meritdesk.ui.planning.skp_paper import SkpPaper
from meritdesk.ui.planning.skp_tables import SkpHintTable, SkpPeopleTable
from meritdesk.ui.room import RoomPage
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

MOST_PEOPLE = 300
"""As many people at most are read at once; others are found by the search."""


class SkpBench(RoomPage):
    """What the SKP editor knows and shows; its parts are made by the page."""

    room = "planning"
    nouns = frozenset({"plans", "people", "units", "reporting", "history", "waivers", "evaluations"})

    title: QLabel
    state: QLabel
    listing: LineList[PlanLine]
    search: QLineEdit
    more: QLabel
    people: SkpPeopleTable
    people_view: LineView[PlanLine]
    paper: SkpPaper
    hints: SkpHintTable
    hint_view: QTableView
    verdict: QLabel
    approach: QComboBox
    save_button: QPushButton
    fix_button: QPushButton
    sign_button: QPushButton
    revise_button: QPushButton
    compare_button: QPushButton
    copy_button: QPushButton
    library_button: QPushButton
    waive_button: QPushButton
    more_button: QPushButton
    post_action: QAction
    workblocks_action: QAction
    own_action: QAction
    undo_action: QAction
    redo_action: QAction
    draft: PlanDraft
    _checking: QTimer
    _keeping: QTimer

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.opened: OpenedPlan | None = None
        self.steps: Steps[PerformancePlan] | None = None
        self._last_place: Place = ()
        self._wanted_nip = ""
        self.people_here: Sequence[PlanLine] = ()
        self._is_writing = False
        self._is_kept = False  # while the list comes anew, a plan for a new post that is not saved stays in front
        self._opening: Job | None = None

    def want(self, nip: str) -> None:
        """Choose this person when the list comes, without narrowing it."""
        self._wanted_nip = nip

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``nip`` opens somebody's plan, ``search`` finds people."""
        self._wanted_nip = str(filters.get("nip", ""))
        self.listing.narrow_to(str(filters.get("search", "")) or self._wanted_nip)

    def load(self, period: Period) -> None:
        year, search = period.year, self.listing.arrangement.search

        def read(step: Step) -> tuple[str, tuple[PlanLine, ...]]:
            return search, self.desk.planning.editor.check_all(year, search=search, limit=MOST_PEOPLE)

        self.lane.ask(read, self._show_people, title=self.title.text(), key="skp.people")

    def _search_changed(self) -> None:
        """The store looks among everybody; what is here already is narrowed at once."""
        if self.listing.arrangement.search != self.people.asked and self.period is not None:
            self.refresh()

    def _show_people(self, found: tuple[str, tuple[PlanLine, ...]]) -> None:
        asked, lines = found
        before = self.opened.person.nip if self.opened and self.opened.plan.year == self._year() else self._wanted_nip
        self.people.asked, self.people_here = asked, lines
        self._is_kept = True  # who is in front is chosen below, not by the list
        self.listing.show_lines(lines)
        self._is_kept = False
        said = QCoreApplication.translate("SkpTab", "The first {count} people. Search to find others.")
        self.more.setText(singular(said.format(count=MOST_PEOPLE)) if len(lines) >= MOST_PEOPLE else "")
        self.more.setVisible(len(lines) >= MOST_PEOPLE)
        self._wanted_nip = self._wanted_nip or before
        if not self.people.lines:
            self.opened = self.steps = None
            self._show()
            return
        self._choose_wanted()

    def _choose_wanted(self) -> None:
        """Put the list on whoever is wanted, else on the first one; a draft in work is never thrown away."""
        shown = self.opened.plan.plan_id if self.opened is not None else ""
        rows = [row for row, line in enumerate(self.people.lines) if line.nip == self._wanted_nip]
        row = next((row for row in rows if self.people.lines[row].plan_id == shown), rows[0] if rows else -1)
        self._wanted_nip = ""
        if not self.people.lines:
            return
        line = self.people.lines[max(row, 0)]
        is_open = self.opened is not None and self.opened.person.nip == line.nip
        self._is_kept = is_open and self._is_second()
        self.people_view.choose_row(max(row, 0))
        self._is_kept = False
        if not (is_open and (self.is_changed or self._is_second())):
            self._open(line)

    def _is_second(self) -> bool:
        """Whether a plan for a new post is in front that is not saved yet, which no line of the list stands for."""
        opened = self.opened
        return opened is not None and not opened.stamp and opened.plan.occasion is PlanOccasion.NEW_POST

    def _year(self) -> int:
        return self.period.year if self.period is not None else 0

    def _person_chosen(self, line: PlanLine | None) -> None:
        if line is None or self._is_kept:
            return
        if self.opened is not None and self._is_shown(line):
            # Back on the plan in front: one that was passed on the way must not come after all.
            if self._opening is not None:
                self._opening.cancel()
            return
        self._leave(lambda: self._open(line))

    def _is_shown(self, line: PlanLine) -> bool:
        assert self.opened is not None
        return self.opened.person.nip == line.nip and (line.plan_id in ("", self.opened.plan.plan_id))

    def _leave(self, then: Callable[[], None]) -> None:
        """What was typed and not saved is kept as a draft before another plan comes to the front."""
        self.keep_if_waiting()
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

        self._opening = self.lane.ask(read, self._show_opened, failed, key="skp.open")

    def _show_opened(self, opened: OpenedPlan) -> None:
        self._opening = None
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
                self.message.emit(said_of_stale())
                self.draft.show_both(opened.plan, draft.plan)
        self._show()
        self._check()

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
        is_over = opened is None or opened.is_closed or bool(opened.made_by) or is_greyed(self.save_button)
        return is_over or (opened is not None and opened.plan.state is PlanState.FIXED)

    def _show(self, *, may_wait: bool = False) -> None:
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
            self.paper.show_plan(self.opened, self.plan, self._is_locked(), may_wait=may_wait)
            self.approach.setCurrentIndex(self.approach.findData(self.plan.approach))
        self._show_state()

    def _show_state(self) -> None:
        opened, plan = self.opened, self.plan
        is_locked = self._is_locked()
        stage = stage_of(opened.plan) if opened is not None else None
        has_saved = opened is not None and bool(opened.stamp)
        self.save_button.setEnabled(not is_locked and (self.is_changed or not has_saved) and not self._is_writing)
        blocks = any(line.blocks for line in self.hints.lines)
        self.fix_button.setEnabled(has_saved and not is_locked and not self._is_writing and not blocks)
        self.sign_button.setEnabled(
            has_saved
            and stage in (PlanStage.FIXED, PlanStage.HALF_SIGNED)
            and not self._is_writing
            and not (opened is not None and opened.made_by)
        )
        is_fixed = opened is not None and opened.plan.state is PlanState.FIXED
        self.revise_button.setEnabled(has_saved and is_fixed and not self._is_writing and not self._is_closed())
        self.compare_button.setEnabled(opened is not None and bool(opened.versions))
        self.copy_button.setEnabled(opened is not None)
        self.library_button.setEnabled(opened is not None and not is_locked)
        self.post_action.setEnabled(has_saved and not self._is_closed() and not self._is_writing)
        self.workblocks_action.setEnabled(
            plan is not None and (plan.job_class is JobClass.JPT_OR_AUTONOMOUS or bool(plan.workblocks))
        )
        self.own_action.setEnabled(has_saved and not self._is_writing)
        self.more_button.setEnabled(opened is not None)
        self.approach.setEnabled(not is_locked)
        self.waive_button.setVisible(any(line.is_waivable and line.blocks for line in self.hints.lines))
        self.undo_action.setEnabled(self.steps is not None and self.steps.can_go_back)
        self.redo_action.setEnabled(self.steps is not None and self.steps.can_go_forward)
        if opened is None or plan is None or stage is None:
            self.state.clear()
            return
        parts = [self.words.who(opened.person), self.words.messages.label_of(stage)]
        if opened.plan.occasion is PlanOccasion.NEW_POST:
            said = QCoreApplication.translate("SkpTab", "new post from {day}")
            parts.append(said.format(day=self.words.day(opened.plan.starts)))
        if plan.workblocks:
            said = QCoreApplication.translate("SkpTab", "workblocks: {count}")
            parts.append(said.format(count=self.words.number(len(plan.workblocks))))
        if opened.plan.version > 1:
            parts.append(QCoreApplication.translate("SkpTab", "version {number}").format(number=opened.plan.version))
        if opened.made_by:
            said = QCoreApplication.translate("SkpTab", "made by {agency}: read here, changed only there")
            parts.append(said.format(agency=opened.made_by))
        elif opened.is_closed:
            parts.append(QCoreApplication.translate("SkpTab", "the year is closed, read only"))
        elif is_locked:
            parts.append(QCoreApplication.translate("SkpTab", "read only; Revise makes a new version"))
        elif not has_saved:
            parts.append(QCoreApplication.translate("SkpTab", "new, not saved yet"))
        elif self.is_changed:
            parts.append(QCoreApplication.translate("SkpTab", "changed, not saved"))
        self.state.setText("  ·  ".join(parts))

    def _is_closed(self) -> bool:
        return self.opened is not None and (self.opened.is_closed or bool(self.opened.made_by))

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
        if not self._keeping.isActive():
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

    def keep_if_waiting(self) -> None:
        """A field or the plan is left: what waits to be kept is kept now."""
        if self._keeping.isActive():
            self.keep_now()

    def keep_now(self) -> None:
        """Keep what was typed, without waiting."""
        self._keeping.stop()
        self._keep()

    def take_up(self, typed: PerformancePlan) -> None:
        """Go on with a draft although the stored plan is newer; nothing is overwritten until it is saved."""
        opened = self.opened
        if opened is not None and self.steps is not None and opened.plan.plan_id == typed.plan_id:
            self._edited(replace(typed, version=opened.plan.version, state=opened.plan.state), ())
            self._show()

    def drop_draft(self, plan_id: str) -> None:
        """Throw a kept draft away; the stored plan stays as it is."""
        self.lane.ask(lambda step: self.desk.planning.editor.drop_draft(plan_id), key="skp.keep")

    def _keep(self) -> None:
        opened, plan = self.opened, self.plan
        if opened is None or plan is None or self._is_locked():
            return
        editor = self.desk.planning.editor
        if self.is_changed:
            self.lane.ask(lambda step: editor.keep_draft(plan, opened.stamp), key=f"skp.keep.{plan.plan_id}")
        else:
            self.lane.ask(lambda step: editor.drop_draft(plan.plan_id), key=f"skp.keep.{plan.plan_id}")

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
        self.verdict.setText(singular(said.format(errors=errors, warnings=warnings)))
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
