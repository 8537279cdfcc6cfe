"""Kehadiran: the recap of a month, why each day counts as it does, corrections, the lock, and the paper."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from meritdesk.core.attendance import DayMarks, clock
from meritdesk.core.documents import PaperStyle
from meritdesk.core.periods import Period
from meritdesk.core.scoring.attendance import DayState
from meritdesk.core.timekeeping import TimeClosing
from meritdesk.services import Desk
from meritdesk.services.timekeeping.attendance import DayLine
from meritdesk.services.timekeeping.places import MonthLine
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.sheet_dialog import SheetDialog
from meritdesk.ui.execution.time_dialogs import CorrectDayDialog
from meritdesk.ui.execution.time_tab import TimeTab
from meritdesk.ui.execution.time_tables import RecapColumn, RecapTable
from meritdesk.ui.handover.reason_dialog import ReasonDialog
from meritdesk.ui.intake.wizard import IntakeWizard
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.wording import Words

_TABLE = "<table cellspacing='0' cellpadding='3'>"


class AttendanceTab(TimeTab[MonthLine]):
    """The attendance of everybody who owes a day in a month."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._days: tuple[str, tuple[DayLine, ...]] = ("", ())
        self.table = RecapTable(words, self)
        facets = [
            column_facet(self.table, column, lambda: self.lines) for column in (RecapColumn.UNIT, RecapColumn.REMARK)
        ]
        self.build(
            "execution.attendance",
            self.table,
            facets,
            {
                "correct_day": ("F2", self.open_correct),
                "print_attendance": ("Ctrl+P", self.open_paper),
                "lock_attendance": ("Ctrl+L", self.turn_lock),
                "import_attendance": ("Ctrl+I", self.open_import),
            },
        )
        self.listing.line_chosen.connect(lambda _: self._ask_days())
        self.listing.title_words = lambda: QCoreApplication.translate("TimeTabs", "Attendance")
        self.listing.empty_words = lambda how: (
            ""
            if self.lines and how.is_narrowed
            else QCoreApplication.translate(
                "TimeTabs",
                "Nobody owes a day in this month. Import the staff first, then the fingerprint files (Ctrl+I).",
            )
        )
        self.put_month()
        self.retranslate()

    def load(self, period: Period) -> None:
        self.show_months(period)
        month, desk = self.month, self.desk.timekeeping.attendance
        self.refusal.tell(None)
        self.lane.ask(
            lambda step: (*_counted(desk.recap(month, (), step)), desk.closing(month)),
            self._show,
            self.refused,
            QCoreApplication.translate("TimeTabs", "Counting the month"),
            key="attendance",
        )

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("TimeTabs", "Attendance"))
        self.lead.setText(
            translate(
                "TimeTabs",
                "Every day due is judged by the person's own calendar: a letter goes before a code of the file, a "
                "code "
                "before the marks. Of whom nothing is known all month must be asked; he is not absent yet.",
            )
        )
        self.say_month()
        self.say_parts(
            {
                "correct_day": (
                    translate("TimeTabs", "Put a day right…"),
                    translate("TimeTabs", "Put a day of the chosen person right"),
                ),
                "print_attendance": (
                    translate("TimeTabs", "Print…"),
                    translate("TimeTabs", "Show and print the recap of the month"),
                ),
                "lock_attendance": (
                    translate("TimeTabs", "Open again…") if self.closing else translate("TimeTabs", "Lock the month"),
                    translate("TimeTabs", "Lock the month, or open it again"),
                ),
                "import_attendance": (
                    translate("TimeTabs", "Import…"),
                    translate("TimeTabs", "Import a fingerprint file"),
                ),
            }
        )
        self._tell()

    def open_import(self) -> IntakeWizard:
        """Take over a fingerprint file in either shape."""
        return self.take_in("ATTENDANCE_DAYS")

    def open_paper(self) -> SheetDialog:
        """The recap of the month as paper."""
        month, desk = self.month, self.desk.timekeeping.attendance

        def issue(folder: Path, style: PaperStyle) -> Path:
            return Path(desk.print_recap(month, folder, (), style).file.path)

        title = " · ".join((QCoreApplication.translate("TimeTabs", "Attendance"), self.words.period(month)))
        return self.show_paper(title, lambda style: desk.preview_recap(month), issue)

    def open_correct(self) -> CorrectDayDialog | None:
        """Ask what the machine should have said of a day of the chosen person."""
        line = self.current()
        if line is None:
            return None
        days = self._days[1] if self._days[0] == line.person.nip else ()
        chosen = next(
            (one for one in days if one.verdict and (one.verdict.state is DayState.ABSENT or one.verdict.is_unmarked)),
            None,
        )
        first = chosen.on if chosen is not None else self.month.first_day
        marks = chosen.marks if chosen is not None and chosen.marks else DayMarks(first.day)
        dialog = CorrectDayDialog(self.desk, self.words, line.person.full_name, self.month, first, marks, self)
        month, nip = self.month, line.person.nip
        self.on_answer(
            dialog,
            lambda: (dialog.answer(), dialog.reason_text()),
            lambda said: self.desk.timekeeping.attendance.correct(month, nip, [said[0]], said[1]),
            QCoreApplication.translate("TimeTabs", "Day put right."),
        )
        facts = {"nip": nip, "month": str(month.index)}
        self.show_dialog(dialog, "time.day", f"{nip}|{month}", line.person.full_name, facts)
        return dialog

    def turn_lock(self) -> ReasonDialog | None:
        """Lock the month, or open it again with a reason."""
        month, desk, translate = self.month, self.desk.timekeeping.attendance, QCoreApplication.translate
        if self.closing is None:
            self.run(lambda: desk.close(month), translate("TimeTabs", "Month locked."))
            return None
        return self.ask_reason(
            translate("TimeTabs", "Open the month again"),
            translate("TimeTabs", "The recap of %1 can change again.").replace("%1", self.words.period(month)),
            translate("TimeTabs", "Open again"),
            lambda reason: desk.reopen(month, reason),
            translate("TimeTabs", "Month opened again."),
        )

    def told_why(self, line: MonthLine) -> str:
        nip, days = self._days
        if nip != line.person.nip:
            return f"<p><b>{escape(self.words.who(line.person))}</b></p>"
        label, translate = self.words.messages.label_of, QCoreApplication.translate
        rows = []
        for one in days:
            verdict = one.verdict
            bands = [verdict.late_band, verdict.early_band, verdict.code] if verdict else []
            told = label(verdict.state) if verdict else translate("TimeTabs", "not known yet")
            extra = " ".join(filter(None, bands)) + (f" · {escape(one.letter)}" if one.letter else "")
            came, left = (clock(one.marks.came), clock(one.marks.left)) if one.marks else ("-", "-")
            mark = "<b>" if verdict is not None and verdict.state is DayState.ABSENT else ""
            rows.append(
                f"<tr><td>{mark}{one.on:%d}&nbsp;{escape(self.words.weekday(one.on))}</td><td>{came}–{left}</td>"
                f"<td>{mark}{escape(told)} {extra}</td></tr>"
            )
        asked = ""
        if line.month.is_never_marked:
            asked = (
                "<p>"
                + escape(
                    translate(
                        "TimeTabs",
                        "The machine of this unit reports others, but not once this person. Look at the machine "
                        "numbers, "
                        "enter a letter, or state the days as without a reason (code A under Letters).",
                    )
                )
                + "</p>"
            )
        return f"<p><b>{escape(self.words.who(line.person))}</b></p>{asked}{_TABLE}{''.join(rows)}</table>"

    def offer_deeds(self, line: MonthLine | None) -> None:
        is_open = self.closing is None
        for part in (self.buttons["correct_day"], self.deeds["correct_day"]):
            part.setEnabled(line is not None and is_open)
        has_any = self.counted.get("with_data", 0) > 0
        for name in ("print_attendance", "lock_attendance"):
            self.buttons[name].setEnabled(has_any)
            self.deeds[name].setEnabled(has_any)

    def _ask_days(self) -> None:
        line = self.current()
        if line is None or not line.person.nip or self._days[0] == line.person.nip:
            return
        month, nip = self.month, line.person.nip
        self.lane.ask(
            lambda step: (nip, self.desk.timekeeping.attendance.days(month, nip)),
            self._show_days,
            self.refusal.tell,
            key="attendance-days",
        )

    def _show_days(self, found: tuple[str, tuple[DayLine, ...]]) -> None:
        self._days = found
        self.settle()

    def _show(self, found: tuple[tuple[MonthLine, ...], Mapping[str, int], TimeClosing | None]) -> None:
        lines, counted, self.closing = found
        self._days = ("", ())
        self.give(lines, counted)
        self.say_lock("lock_attendance")
        self._tell()
        self._ask_days()

    def _tell(self) -> None:
        said = QCoreApplication.translate(
            "TimeTabs", "%1 people · %2 with data · %3 days without a reason · %4 to be asked · %5"
        )
        state = (
            QCoreApplication.translate("TimeTabs", "locked on %1").replace("%1", self.words.day(self.closing.closed_on))
            if self.closing
            else QCoreApplication.translate("TimeTabs", "open")
        )
        figures = (len(self.lines), *(self.counted.get(one, 0) for one in ("with_data", "absent", "to_ask")))
        for place, number in enumerate(figures, 1):
            said = said.replace(f"%{place}", self.words.number(number))
        self.summary.setText(said.replace("%5", state))


def _counted(lines: tuple[MonthLine, ...]) -> tuple[tuple[MonthLine, ...], Mapping[str, int]]:
    """The lines, and what the summary says of them all: counted on the lane, once."""
    months = [line.month for line in lines]
    return lines, {
        "with_data": sum(month.has_attendance for month in months),
        "absent": sum(month.absent for month in months),
        "to_ask": sum(month.is_never_marked for month in months),
    }
