"""Aktivitas harian: the log of a month, validated by one key, and the minutes of everybody against the norm."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from meritdesk.core.activity import EntryState
from meritdesk.core.attendance import clock
from meritdesk.core.documents import PaperStyle
from meritdesk.core.periods import Period
from meritdesk.core.timekeeping import TimeClosing
from meritdesk.courtesy import politely
from meritdesk.services import Desk
from meritdesk.services.changes import ImportOutcome, Step
from meritdesk.services.timekeeping.activity import Decided, EntryLine, Reminders
from meritdesk.services.timekeeping.places import MonthLine
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.sheet_dialog import SheetDialog
from meritdesk.ui.execution.time_dialogs import EnterDialog, RefuseDialog
from meritdesk.ui.execution.time_tab import TimeTab
from meritdesk.ui.execution.time_tables import EntryColumn, EntryTable, MinutesColumn, MinutesTable
from meritdesk.ui.handover.reason_dialog import ReasonDialog
from meritdesk.ui.intake.wizard import IntakeWizard
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words


def _state(line: object) -> StrEnum:
    assert isinstance(line, EntryLine)
    return line.entry.state


@dataclass(frozen=True, slots=True)
class _Log:
    """The log of a month: its entries, how many stand how, and everybody's minutes by state, counted beside."""

    lines: tuple[EntryLine, ...] = ()
    closing: TimeClosing | None = None
    counts: Mapping[EntryState, int] = field(default_factory=dict)
    minutes: Mapping[tuple[str, EntryState], int] = field(default_factory=dict)


class ActivityTab(TimeTab[EntryLine]):
    """The entries of a month: one key validates what is selected, one refuses it with a reason, one opens it "
    "again."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.log = _Log()
        self.table = EntryTable(words, self)
        facets = [
            self.state_facet(EntryState, _state),
            *(
                column_facet(self.table, column, lambda: self.lines)
                for column in (EntryColumn.RATER, EntryColumn.NAME, EntryColumn.UNIT)
            ),
        ]
        self.build(
            "execution.activity",
            self.table,
            facets,
            {
                "remove_activity": ("Ctrl+Backspace", self.open_remove),
                "enter_activity": ("Ctrl+N", self.open_enter),
                "import_activity": ("Ctrl+I", self.open_import),
                "open_activity": ("Ctrl+Shift+O", self.open_again),
                "refuse_activity": ("Ctrl+R", self.open_refuse),
                "validate_activity": ("Ctrl+Return", self.validate),
            },
        )
        self.listing.title_words = lambda: QCoreApplication.translate("TimeTabs", "Daily activity")
        self.listing.empty_words = lambda how: (
            ""
            if self.lines and how.is_narrowed
            else QCoreApplication.translate(
                "TimeTabs", "Nothing was logged in this month. Import a log (Ctrl+I) or enter activities (Ctrl+N)."
            )
        )
        self.put_month()
        self.retranslate()

    def load(self, period: Period) -> None:
        self.show_months(period)
        month, desk = self.month, self.desk.timekeeping.activity
        self.refusal.tell(None)

        def read(step: Step) -> _Log:
            lines = desk.lines(month)
            counts: Counter[EntryState] = Counter()
            minutes: Counter[tuple[str, EntryState]] = Counter()
            for line in politely(lines):
                counts[line.entry.state] += 1
                minutes[line.person.person_id, line.entry.state] += line.entry.minutes
            return _Log(lines, desk.closing(month), counts, minutes)

        self.lane.ask(
            read,
            self._show,
            self.refused,
            QCoreApplication.translate("TimeTabs", "Reading the log"),
            key="activity",
        )

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("TimeTabs", "Daily activity"))
        self.lead.setText(
            translate(
                "TimeTabs",
                "The superior validates what was produced. What has no evidence is refused. Several lines may be "
                "selected; "
                "filter by superior to work through one's people.",
            )
        )
        self.say_month()
        self.say_parts(
            {
                "remove_activity": (
                    translate("TimeTabs", "Take out…"),
                    translate("TimeTabs", "Take the selected activities out"),
                ),
                "enter_activity": (
                    translate("TimeTabs", "Enter…"),
                    translate("TimeTabs", "Enter activities of a person"),
                ),
                "import_activity": (translate("TimeTabs", "Import…"), translate("TimeTabs", "Import a daily log")),
                "open_activity": (
                    translate("TimeTabs", "Undecide"),
                    translate("TimeTabs", "Take the decision on the selected activities back"),
                ),
                "refuse_activity": (
                    translate("TimeTabs", "Refuse…"),
                    translate("TimeTabs", "Refuse the selected activities with a reason"),
                ),
                "validate_activity": (
                    translate("TimeTabs", "Validate"),
                    translate("TimeTabs", "Validate the selected activities"),
                ),
            }
        )
        self._tell()

    def keys(self) -> list[tuple[str, int]]:
        """The selected entries."""
        return [line.key for line in self.listing.selected()]

    def validate(self) -> None:
        """Validate the selected entries; what has no evidence is refused with that reason."""
        month, keys = self.month, self.keys()
        if keys:
            self._decide(lambda: self.desk.timekeeping.activity.validate(month, keys))

    def open_again(self) -> None:
        """Take the decision on the selected entries back."""
        month, keys = self.month, self.keys()
        if keys:
            self._decide(lambda: self.desk.timekeeping.activity.open_again(month, keys))

    def open_refuse(self) -> RefuseDialog | None:
        """Ask why the selected entries are refused."""
        month, keys = self.month, self.keys()
        if not keys:
            return None
        dialog = RefuseDialog(self.words, len(keys), self)

        def accepted() -> None:
            why, words = dialog.answer()
            self._decide(lambda: self.desk.timekeeping.activity.refuse(month, keys, why, words))

        dialog.accepted.connect(accepted)
        self.show_dialog(dialog)
        return dialog

    def open_remove(self) -> ReasonDialog | None:
        """Take the selected entries out, with a reason."""
        month, keys = self.month, self.keys()
        if not keys:
            return None
        translate = QCoreApplication.translate
        return self.ask_reason(
            translate("TimeTabs", "Take activities out"),
            singular(translate("TimeTabs", "%1 activities go.").replace("%1", self.words.number(len(keys)))),
            translate("TimeTabs", "Take out"),
            lambda reason: self.desk.timekeeping.activity.remove(month, keys, reason),
            translate("TimeTabs", "Activities taken out."),
        )

    def open_import(self) -> IntakeWizard:
        """Take over a daily log."""
        return self.take_in("ACTIVITIES")

    def open_enter(self) -> EnterDialog:
        """Ask for entries of a person, keyed in row by row."""
        month = self.month
        line = self.current()
        day = line.entry.on if line is not None else month.first_day
        dialog = EnterDialog(self.desk, self.lane, self.words, None, day, self)
        dialog.accepted.connect(lambda: self._enter(dialog))
        self.show_dialog(dialog, "time.entries")
        return dialog

    def _enter(self, dialog: EnterDialog) -> None:
        rows = dialog.answer()
        self.refusal.tell(None)
        self.lane.ask(lambda step: self.desk.timekeeping.activity.enter(rows), self._entered, self.refusal.tell)

    def _entered(self, outcome: ImportOutcome) -> None:
        if outcome.refused:
            told = [self.words.messages.sentence(fault.code, fault.facts) for fault in outcome.refused]
            self.message.emit(" ".join(told))
        if outcome.changes.change_set_id:
            said = QCoreApplication.translate("TimeTabs", "%1 activities entered.")
            said = said.replace("%1", self.words.number(outcome.counts.added))
            self.offer_undo.emit(said, outcome.changes.change_set_id)

    def _decide(self, work: Callable[[], Decided]) -> None:
        self.refusal.tell(None)

        def decided(found: Decided) -> None:
            said = QCoreApplication.translate("TimeTabs", "%1 validated, %2 refused.")
            said = said.replace("%1", self.words.number(found.validated)).replace(
                "%2", self.words.number(found.refused)
            )
            if found.changes.change_set_id:
                self.offer_undo.emit(said, found.changes.change_set_id)

        self.lane.ask(lambda step: work(), decided, self.refusal.tell)

    def told_why(self, line: EntryLine) -> str:
        entry, label, translate = line.entry, self.words.messages.label_of, QCoreApplication.translate
        decided = ""
        if entry.decided_on is not None:
            decided = translate("TimeTabs", "%1 by %2 on %3").replace("%1", label(entry.state))
            decided = decided.replace("%2", entry.decided_by).replace("%3", self.words.day(entry.decided_on))
        evidence = entry.evidence or translate("TimeTabs", "No evidence: it cannot be validated.")
        minutes = {state: self.log.minutes.get((line.person.person_id, state), 0) for state in EntryState}
        sums = " · ".join(f"{label(state)} {self.words.number(minutes[state])}" for state in EntryState)
        told = [
            f"<b>{escape(self.words.who(line.person))}</b>",
            f"{escape(self.words.day(entry.on))}, {clock(entry.start)}–{clock(entry.end)}",
            escape(entry.product),
            escape(evidence),
            escape(decided),
            escape(sums),
        ]
        return "".join(f"<p>{one}</p>" for one in told if one)

    def offer_deeds(self, line: EntryLine | None) -> None:
        is_open = self.closing is None
        for name in ("remove_activity", "open_activity", "refuse_activity", "validate_activity"):
            self.buttons[name].setEnabled(line is not None and is_open)
            self.deeds[name].setEnabled(line is not None and is_open)
        self.buttons["enter_activity"].setEnabled(is_open)
        self.deeds["enter_activity"].setEnabled(is_open)

    def refused(self, error: Exception) -> None:
        self.log = _Log()
        super().refused(error)

    def _show(self, found: _Log) -> None:
        self.log, self.closing = found, found.closing
        self.give(found.lines)
        self._tell()

    def _tell(self) -> None:
        said = QCoreApplication.translate("TimeTabs", "%1 entries · %2 open · %3 validated · %4 refused · %5")
        state = (
            QCoreApplication.translate("TimeTabs", "locked on %1").replace("%1", self.words.day(self.closing.closed_on))
            if self.closing
            else QCoreApplication.translate("TimeTabs", "open")
        )
        figures = (len(self.log.lines), *(self.log.counts.get(state, 0) for state in EntryState))
        for place, number in enumerate(figures, 1):
            said = said.replace(f"%{place}", self.words.number(number))
        self.summary.setText(said.replace("%5", state))


_Minutes = tuple[tuple[MonthLine, ...], int, Reminders, date]
"""The recap, how many have a log at all, who must be reminded, and when the month may be locked."""


class MinutesTab(TimeTab[MonthLine]):
    """The minutes of a month against the norm, whom to remind, and the lock of the month."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.reminders: Reminders | None = None
        self.closes_on = date.max
        self.table = MinutesTable(words, self)
        facets = [
            column_facet(self.table, column, lambda: self.lines) for column in (MinutesColumn.UNIT, MinutesColumn.RATER)
        ]
        self.build(
            "execution.minutes",
            self.table,
            facets,
            {
                "print_minutes": ("Ctrl+P", self.open_paper),
                "lock_activity": ("Ctrl+L", self.turn_lock),
                "validate_all": ("Ctrl+Shift+Return", self.validate_all),
            },
        )
        self.listing.title_words = lambda: QCoreApplication.translate("TimeTabs", "Effective minutes")
        self.listing.empty_words = lambda how: (
            ""
            if self.lines and how.is_narrowed
            else QCoreApplication.translate("TimeTabs", "Nobody owes a day in this month. Import the staff first.")
        )
        self.put_month()
        self.retranslate()

    def load(self, period: Period) -> None:
        self.show_months(period)
        month, desk = self.month, self.desk.timekeeping.activity
        self.refusal.tell(None)

        def read(step: Step) -> _Minutes:
            lines = desk.recap(month, (), step)
            return lines, sum(one.month.has_activity for one in lines), desk.reminders(month), desk.closes_on(month)

        self.lane.ask(
            read,
            self._show,
            self.refused,
            QCoreApplication.translate("TimeTabs", "Counting the month"),
            key="minutes",
        )

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("TimeTabs", "Effective minutes"))
        self.lead.setText(
            translate(
                "TimeTabs",
                "Validated minutes less what absent days take off, against the norm of the month. A superior whose "
                "people's "
                "proven entries stay open when the month is locked has a negative activity.",
            )
        )
        self.say_month()
        self.say_parts(
            {
                "print_minutes": (
                    translate("TimeTabs", "Print…"),
                    translate("TimeTabs", "Show and print the recap of minutes"),
                ),
                "lock_activity": (
                    translate("TimeTabs", "Open again…") if self.closing else translate("TimeTabs", "Lock the month"),
                    translate("TimeTabs", "Lock the log of the month, or open it again"),
                ),
                "validate_all": (
                    translate("TimeTabs", "Validate all of this person"),
                    translate("TimeTabs", "Validate every open activity of the chosen person"),
                ),
            }
        )
        self._tell()

    def open_paper(self) -> SheetDialog:
        """The recap of minutes as paper."""
        month, desk = self.month, self.desk.timekeeping.activity

        def issue(folder: Path, style: PaperStyle) -> Path:
            return Path(desk.print_recap(month, folder, (), style).file.path)

        title = " · ".join((QCoreApplication.translate("TimeTabs", "Effective minutes"), self.words.period(month)))
        return self.show_paper(title, lambda style: desk.preview_recap(month), issue)

    def validate_all(self) -> None:
        """Validate every open entry of the chosen person; what has no evidence is refused."""
        line, month = self.current(), self.month
        if line is None:
            return
        nip = line.person.nip
        self.run(
            lambda: self.desk.timekeeping.activity.validate(month, None, nip=nip).changes,
            QCoreApplication.translate("TimeTabs", "Open activities of %1 decided.").replace(
                "%1", line.person.full_name
            ),
        )

    def turn_lock(self) -> ReasonDialog | None:
        """Lock the month, or open it again with a reason."""
        month, desk, translate = self.month, self.desk.timekeeping.activity, QCoreApplication.translate
        if self.closing is None:
            self.run(lambda: desk.close(month).changes, translate("TimeTabs", "Month locked."))
            return None
        return self.ask_reason(
            translate("TimeTabs", "Open the month again"),
            translate("TimeTabs", "The log of %1 can change again.").replace("%1", self.words.period(month)),
            translate("TimeTabs", "Open again"),
            lambda reason: desk.reopen(month, reason),
            translate("TimeTabs", "Month opened again."),
        )

    def told_why(self, line: MonthLine) -> str:
        month, number, translate = line.month, self.words.number, QCoreApplication.translate
        rows = (
            (translate("TimeTabs", "Validated"), month.validated_minutes),
            (translate("TimeTabs", "Taken off for absent days"), -month.absence_minutes),
            (translate("TimeTabs", "Counted"), month.counted_minutes),
            (translate("TimeTabs", "Norm of the month"), month.norm_minutes),
        )
        table = "".join(f"<tr><td>{escape(name)}</td><td align=right>{number(value)}</td></tr>" for name, value in rows)
        waiting = ""
        if self.reminders is not None:
            told = [
                f"<li>{escape(one.rater.full_name if one.rater else '–')}: {number(one.entries)}</li>"
                for one in self.reminders.waiting[:8]
            ]
            if told:
                heading = escape(translate("TimeTabs", "Superiors who still have to validate"))
                waiting = f"<p><b>{heading}</b></p><ul>{''.join(told)}</ul>"
        return f"<p><b>{escape(self.words.who(line.person))}</b></p><table cellspacing=4>{table}</table>{waiting}"

    def offer_deeds(self, line: MonthLine | None) -> None:
        has_any = self.counted.get("with_log", 0) > 0
        for name in ("print_minutes", "lock_activity"):
            self.buttons[name].setEnabled(has_any)
            self.deeds[name].setEnabled(has_any)
        may = line is not None and line.month.entries_open > 0 and self.closing is None
        self.buttons["validate_all"].setEnabled(may)
        self.deeds["validate_all"].setEnabled(may)

    def _show(self, found: _Minutes) -> None:
        lines, with_log, self.reminders, self.closes_on = found
        self.closing = self.reminders.closing
        self.give(lines, {"with_log": with_log})
        self.say_lock("lock_activity")
        self._tell()

    def _tell(self) -> None:
        found = self.reminders
        if found is None:
            return
        said = QCoreApplication.translate(
            "TimeTabs", "%1 have not logged · %2 short of the norm · %3 superiors must validate · %4"
        )
        if found.closing is not None:
            day = self.words.day(found.closing.closed_on)
            state = QCoreApplication.translate("TimeTabs", "locked on %1").replace("%1", day)
        else:
            state = QCoreApplication.translate("TimeTabs", "may be locked from %1 on").replace(
                "%1", self.words.day(self.closes_on)
            )
        for place, number in enumerate((len(found.silent), len(found.short), len(found.waiting)), 1):
            said = said.replace(f"%{place}", self.words.number(number))
        self.summary.setText(said.replace("%4", state))
