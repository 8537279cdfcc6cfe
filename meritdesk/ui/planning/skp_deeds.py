"""What is done to a plan in the SKP editor: saved, fixed, signed, revised, compared, copied, filled from examples."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
)

from meritdesk.core.journal import Changes
from meritdesk.core.plan_compare import PlanDifference
from meritdesk.core.plan_editing import changed_indicator
from meritdesk.core.plan_library import LibraryEntry, LibraryKind, with_example, with_measures
from meritdesk.core.plan_signing import PlanStage, Signer
from meritdesk.core.validation import Severity
from meritdesk.services.changes import Step
from meritdesk.services.planning.copying import CopyOutcome
from meritdesk.services.planning.editor import OpenedPlan, SavedPlan
from meritdesk.ui.drafts.keeper import keep_drafts
from meritdesk.ui.planning.skp_bench import MOST_PEOPLE, SkpBench
from meritdesk.ui.planning.skp_copy_dialog import CopyDialog
from meritdesk.ui.planning.skp_dialogs import (
    AskDialog,
    CompareDialog,
    LibraryDialog,
    ManualDialog,
    asked,
)
from meritdesk.ui.planning.workblock_dialog import WorkblockDialog


class SkpDeeds(SkpBench):
    """The verbs of the SKP editor; each asks what it must and runs on the lane."""

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
        rows = self.people.rowCount()
        start = self.people_view.currentIndex().row()
        for ahead in range(1, rows + 1):
            row = (start + ahead) % rows
            line = self.people.lines[row]
            if line.stage in (None, PlanStage.DRAFT, PlanStage.REVISING):
                self._wanted_nip = line.nip
                self.people_view.choose_row(row)
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

        return asked(dialog, fix, "fix")

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

        return asked(dialog, sign, "sign")

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

        return asked(dialog, revise, "revise")

    def open_kept(self, facts: Mapping[str, str]) -> AskDialog | None:
        """The question about the plan in front again in which something was typed and not answered."""
        if self.opened is None or self.opened.person.nip != facts.get("nip"):
            return None
        if facts.get("deed") == "waive":
            return self.open_waive(facts.get("rule", ""))
        opens: Mapping[str, Callable[[], AskDialog | None]] = {
            "fix": self.open_fix,
            "sign": self.open_sign,
            "revise": self.open_revise,
            "new_post": self.open_new_post,
            "own_example": self.open_own_example,
        }
        return opens[facts["deed"]]() if facts.get("deed") in opens else None

    def open_waive(self, rule: str = "") -> AskDialog | None:
        """Set the rule that is named aside, or that of the chosen hint, in a name and with a reason."""
        row = self.hint_view.currentIndex().row()
        lines = [line for line in self.hints.lines if line.is_waivable and line.blocks]
        lines = [line for line in lines if line.hint.code == rule] if rule else lines
        if self.opened is None or not lines:
            return None
        chosen = self.hints.lines[row] if not rule and 0 <= row < len(self.hints.lines) else lines[0]
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

        return asked(dialog, waive, "waive", rule)

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
        year = self.opened.plan.year
        if len(self.people.lines) < len(self.people_here) or self.people.asked:
            everybody = lambda step: self.desk.planning.editor.check_all(year, limit=MOST_PEOPLE)  # noqa: E731
            self.lane.ask(everybody, dialog.know, key="skp.colleagues")
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
            ids = [result.result_id for result in self.plan.results]
            into = next((one for one in place[1:2] if one in ids), ids[-1] if ids else "")
            self.choosing = LibraryDialog(entries, self.plan.job_class, self.words, kind, self, bool(into))
            self.choosing.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.choosing.chosen.connect(self._take_example)
            self.choosing.measures_chosen.connect(lambda entry: self._take_measures(entry, into))
            self.choosing.remove_wanted.connect(self._remove_example)
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

    def _take_measures(self, entry: LibraryEntry, result_id: str) -> None:
        if self.plan is not None:
            self._edited(with_measures(self.plan, entry, result_id, lambda: str(uuid.uuid4())), ())

    def _remove_example(self, entry: LibraryEntry) -> None:
        """Take one of the office's own examples out; it can be undone like every other change."""
        library, dialog = self.desk.planning.library, self.choosing

        def work(step: Step) -> tuple[Changes, tuple[LibraryEntry, ...]]:
            return library.remove(entry.entry_id), library.entries()

        def then(done: tuple[Changes, tuple[LibraryEntry, ...]]) -> None:
            changes, entries = done
            said = QCoreApplication.translate("SkpTab", "The example is taken out.")
            self.offer_undo.emit(said, changes.change_set_id)
            dialog.show_entries(entries)

        self.lane.ask(work, then)

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
        facts = {"nip": self.opened.person.nip} if self.opened is not None else {}
        keep_drafts(dialog, self, "planning.manual", f"{plan.plan_id}|{indicator_id}", part.text, facts=facts)
        dialog.open()
        return dialog

    def open_new_post(self) -> AskDialog | None:
        """Ask from which day the plan of a new post holds and bring that plan to the front, not saved yet (R-33)."""
        if self.opened is None or self.plan is None:
            return None
        person, before = self.opened.person, self.plan
        dialog = AskDialog(
            QCoreApplication.translate("SkpTab", "Begin a plan for a new post"),
            QCoreApplication.translate(
                "SkpTab",
                "{name} gets a further plan in {year}. The plan before it is kept; from this day on the new one holds.",
            ).format(name=person.full_name, year=before.year),
            self,
        )
        today = self.opened.context.today
        day = today if today.year == before.year and today > before.starts else before.starts + timedelta(days=1)
        dialog.ask_day(QCoreApplication.translate("SkpTab", "In the new post from"), day)
        dialog.name.setText(person.position_title)
        dialog.ask_name(QCoreApplication.translate("SkpTab", "New post"))

        def begin() -> None:
            starts, post = dialog.chosen_day(), dialog.name.text().strip()
            editor = self.desk.planning.editor

            def work(step: Step) -> OpenedPlan:
                return editor.begin(person.nip, before.year, before.approach, starts, post)

            def ask() -> None:
                self.lane.ask(work, self._show_begun, key="skp.open")

            self._leave(ask)

        return asked(dialog, begin, "new_post")

    def _show_begun(self, begun: OpenedPlan) -> None:
        draft = begun.draft
        if draft is not None:
            kept = replace(draft.plan, starts=begun.plan.starts, post=begun.plan.post)
            begun = replace(begun, draft=replace(draft, plan=kept))
        self._show_opened(begun)
        self.paper.setFocus()

    def open_workblocks(self) -> WorkblockDialog | None:
        """The workblocks of the plan in front, as the form A.1.4 asks for them."""
        if self.plan is None:
            return None
        dialog = WorkblockDialog(self.plan.workblocks, self.plan.indicators, self._is_locked(), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def take() -> None:
            if self.plan is not None and not self._is_locked():
                self._edited(replace(self.plan, workblocks=dialog.workblocks()), ())

        dialog.accepted.connect(take)
        if self.opened is not None:
            person = self.opened.person
            facts = {"nip": person.nip}
            keep_drafts(dialog, self, "planning.workblocks", self.plan.plan_id, person.full_name, facts=facts)
        dialog.open()
        return dialog

    def open_own_example(self) -> AskDialog | None:
        """Add a result of the plan in front to the office's own examples; what was typed is saved first."""
        if self.opened is None or self.plan is None:
            return None
        results = [result for result in self.plan.results if result.text.strip()]
        if not results:
            said = QCoreApplication.translate("SkpTab", "No result has words yet. Write one first, then add it.")
            self.message.emit(said)
            return None
        dialog = AskDialog(
            QCoreApplication.translate("SkpTab", "Add to the office's examples"),
            QCoreApplication.translate(
                "SkpTab", "The result and its indicators become an example for everybody (Ctrl+L). Names stay out."
            ),
            self,
        )
        place = self.paper.focused_place()
        shown = next((row for row, result in enumerate(results) if result.result_id in place[1:2]), 0)
        said = QCoreApplication.translate("SkpTab", "Result")
        dialog.ask_choice(said, [(f"{one.number}. {one.text}", one.result_id) for one in results], shown)
        dialog.ask_topic()

        def add() -> None:
            result_id, topic = str(dialog.choice.currentData()), dialog.topic.text().strip()
            self.save(lambda: self._add_example(result_id, topic))

        return asked(dialog, add, "own_example")

    def _add_example(self, result_id: str, topic: str) -> None:
        if self.opened is None:
            return
        plan = self.opened.plan
        number = next((one.number for one in plan.results if one.result_id == result_id), 0)

        def then(changes: Changes) -> None:
            said = QCoreApplication.translate("SkpTab", "The result is now one of the office's examples.")
            self.offer_undo.emit(said, changes.change_set_id)

        self.lane.ask(lambda step: self.desk.planning.library.add_result(plan.plan_id, number, topic), then)
