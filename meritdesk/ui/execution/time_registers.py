"""The registers beside attendance: letters of absence, machine numbers, shifts, and the year of unexcused absence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from meritdesk.core.attendance import Shift, ShiftAssignment, ShiftScope, clock
from meritdesk.core.documents import PaperStyle
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.timekeeping.absence_year import AbsenceLine
from meritdesk.services.timekeeping.attendance import MachineLine
from meritdesk.services.timekeeping.calendars import AssignmentLine
from meritdesk.services.timekeeping.letters import LetterLine
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.sheet_dialog import SheetDialog
from meritdesk.ui.execution.time_dialogs import AssignDialog, LetterDialog, MachineDialog, ShiftDialog
from meritdesk.ui.execution.time_tab import TimeTab
from meritdesk.ui.execution.time_tables import (
    AbsenceColumn,
    AbsenceTable,
    LetterColumn,
    LetterTable,
    MachineTable,
    ShiftTable,
)
from meritdesk.ui.handover.reason_dialog import ReasonDialog
from meritdesk.ui.intake.wizard import IntakeWizard
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words


class LettersTab(TimeTab[LetterLine]):
    """Approved absences that touch the period in the head."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.table = LetterTable(words, self)
        facets = [
            column_facet(self.table, column, lambda: self.lines) for column in (LetterColumn.KIND, LetterColumn.UNIT)
        ]
        self.build(
            "execution.letters",
            self.table,
            facets,
            {
                "withdraw_letter": ("Ctrl+Backspace", self.open_withdraw),
                "change_letter": ("F2", self.open_change),
                "import_letters": ("Ctrl+I", self.open_import),
                "new_letter": ("Ctrl+N", self.open_new),
            },
        )
        self.listing.title_words = lambda: QCoreApplication.translate("TimeTabs", "Letters of absence")
        self.listing.empty_words = lambda how: (
            ""
            if self.lines and how.is_narrowed
            else QCoreApplication.translate(
                "TimeTabs", "No letter touches this period. Enter one (Ctrl+N) or import a table of letters (Ctrl+I)."
            )
        )
        self.retranslate()

    def load(self, period: Period) -> None:
        self.refusal.tell(None)
        self.lane.ask(lambda step: self.desk.timekeeping.letters.lines(period), self._show, self.refused, key="letters")

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("TimeTabs", "Letters of absence"))
        self.lead.setText(
            translate(
                "TimeTabs",
                "Leave, official travel, sickness, permits, and working away from the office: each by its letter. "
                "Without a "
                "letter, office days are the rule.",
            )
        )
        self.say_parts(
            {
                "withdraw_letter": (
                    translate("TimeTabs", "Take out…"),
                    translate("TimeTabs", "Take the chosen letter out"),
                ),
                "change_letter": (translate("TimeTabs", "Change…"), translate("TimeTabs", "Change the chosen letter")),
                "import_letters": (
                    translate("TimeTabs", "Import…"),
                    translate("TimeTabs", "Import letters of absence"),
                ),
                "new_letter": (
                    translate("TimeTabs", "New letter…"),
                    translate("TimeTabs", "Enter a letter of absence"),
                ),
            }
        )
        self._tell()

    def open_import(self) -> IntakeWizard:
        """Take over a table of letters."""
        return self.take_in("ABSENCES")

    def open_new(self) -> LetterDialog:
        """Ask for a letter."""
        day = self.period.first_day if self.period else date(2025, 1, 1)
        return self._open(LetterDialog(self.desk, self.lane, self.words, None, None, "", day, self), "time.letter.new")

    def open_change(self) -> LetterDialog | None:
        """Change the chosen letter."""
        line = self.current()
        if line is None:
            return None
        one = line.absence
        return self._open(
            LetterDialog(self.desk, self.lane, self.words, one, None, line.person.nip, one.first_day, self),
            "time.letter",
            one.absence_id,
            line.person.full_name,
        )

    def _open(self, dialog: LetterDialog, editor: str, subject: str = "new", about: str = "") -> LetterDialog:
        self.on_answer(
            dialog,
            lambda: (dialog.nip(), dialog.answer()),
            lambda said: self.desk.timekeeping.letters.save(*said),
            QCoreApplication.translate("TimeTabs", "Letter saved."),
        )
        self.show_dialog(dialog, editor, subject, about)
        return dialog

    def open_withdraw(self) -> ReasonDialog | None:
        """Take the selected letters out, with a reason."""
        ids = [line.absence.absence_id for line in self.listing.selected()]
        if not ids:
            return None
        translate = QCoreApplication.translate
        return self.ask_reason(
            translate("TimeTabs", "Take letters out"),
            singular(
                translate("TimeTabs", "%1 letters go; the days count as if there were none.").replace(
                    "%1", self.words.number(len(ids))
                )
            ),
            translate("TimeTabs", "Take out"),
            lambda reason: self.desk.timekeeping.letters.withdraw(ids, reason),
            translate("TimeTabs", "Letters taken out."),
        )

    def told_why(self, line: LetterLine) -> str:
        kind, label = line.kind, self.words.messages.label_of
        told = [line.absence.note]
        if kind is not None:
            told = [label(kind.counts), label(kind.scope), label(kind.letter), line.absence.note]
        shown = "".join(f"<p>{escape(one)}</p>" for one in told if one)
        return f"<p><b>{escape(self.words.who(line.person))}</b></p>{shown}"

    def offer_deeds(self, line: LetterLine | None) -> None:
        for name in ("withdraw_letter", "change_letter"):
            self.buttons[name].setEnabled(line is not None)
            self.deeds[name].setEnabled(line is not None)

    def _show(self, lines: tuple[LetterLine, ...]) -> None:
        self.give(lines)
        self._tell()

    def _tell(self) -> None:
        said = QCoreApplication.translate("TimeTabs", "%1 letters")
        self.summary.setText(said.replace("%1", self.words.number(len(self.lines))))


class MachinesTab(TimeTab[MachineLine]):
    """Numbers of the fingerprint machines; those that nobody has said of stand first."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.table = MachineTable(words, self)
        self.build(
            "execution.machines",
            self.table,
            [],
            {
                "forget_number": ("Ctrl+Backspace", self.forget),
                "import_numbers": ("Ctrl+I", self.open_import),
                "new_number": ("Ctrl+N", self.open_new),
                "map_number": ("F2", self.open_map),
            },
        )
        self.listing.title_words = lambda: QCoreApplication.translate("TimeTabs", "Machine numbers")
        self.listing.empty_words = lambda how: (
            ""
            if self.lines and how.is_narrowed
            else QCoreApplication.translate(
                "TimeTabs",
                "No machine number was met yet. They come with the first fingerprint file that does not name "
                "people by NIP.",
            )
        )
        self.retranslate()

    def load(self, period: Period) -> None:
        self.refusal.tell(None)
        self.lane.ask(
            lambda step: self.desk.timekeeping.attendance.machine_ids(), self._show, self.refused, key="machines"
        )

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("TimeTabs", "Machine numbers"))
        self.lead.setText(
            translate(
                "TimeTabs",
                "Some machines number people by themselves. Say once whose a number is; then import the same file "
                "again and "
                "its rows come in.",
            )
        )
        self.say_parts(
            {
                "forget_number": (
                    translate("TimeTabs", "Forget"),
                    translate("TimeTabs", "Forget the selected numbers"),
                ),
                "import_numbers": (translate("TimeTabs", "Import…"), translate("TimeTabs", "Import machine numbers")),
                "new_number": (translate("TimeTabs", "New number…"), translate("TimeTabs", "Enter a machine number")),
                "map_number": (
                    translate("TimeTabs", "Whose is it…"),
                    translate("TimeTabs", "Say whose the chosen number is"),
                ),
            }
        )
        self._tell()

    def open_import(self) -> IntakeWizard:
        """Take over a table of numbers."""
        return self.take_in("MACHINE_IDS")

    def open_new(self) -> MachineDialog:
        """Ask for a number and whose it is."""
        return self._open("")

    def open_map(self) -> MachineDialog | None:
        """Ask whose the chosen number is."""
        line = self.current()
        return self._open(line.machine.number) if line is not None else None

    def _open(self, number: str) -> MachineDialog:
        dialog = MachineDialog(self.desk, self.lane, number, self)
        self.on_answer(
            dialog,
            dialog.answer,
            lambda said: self.desk.timekeeping.attendance.map(said),
            QCoreApplication.translate("TimeTabs", "Number noted; import the file again."),
        )
        self.show_dialog(dialog, "time.machine" if number else "time.machine.new", number or "new", number)
        return dialog

    def forget(self) -> None:
        """Forget the selected numbers."""
        numbers = [line.machine.number for line in self.listing.selected()]
        if numbers:
            self.run(
                lambda: self.desk.timekeeping.attendance.unmap(numbers),
                QCoreApplication.translate("TimeTabs", "Numbers forgotten."),
            )

    def told_why(self, line: MachineLine) -> str:
        met = line.machine.seen_on
        said = (
            QCoreApplication.translate("TimeTabs", "First met on %1.").replace("%1", self.words.day(met)) if met else ""
        )
        return f"<p><b>{escape(line.machine.number)}</b></p><p>{escape(said)}</p>"

    def offer_deeds(self, line: MachineLine | None) -> None:
        for name in ("forget_number", "map_number"):
            self.buttons[name].setEnabled(line is not None)
            self.deeds[name].setEnabled(line is not None)

    def _show(self, lines: tuple[MachineLine, ...]) -> None:
        self.give(lines)
        self._tell()

    def _tell(self) -> None:
        said = QCoreApplication.translate("TimeTabs", "%1 numbers · %2 to be asked")
        unknown = sum(line.person is None for line in self.lines)
        said = said.replace("%1", self.words.number(len(self.lines))).replace("%2", self.words.number(unknown))
        self.summary.setText(said)


class ShiftsTab(TimeTab[AssignmentLine]):
    """Shifts, and for whom each holds."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.shifts: tuple[Shift, ...] = ()
        self.table = ShiftTable(words, self)
        self.table.names, self.table.hours = {}, {}
        self.build(
            "execution.shifts",
            self.table,
            [],
            {
                "remove_shift": ("Ctrl+Backspace", self.remove),
                "import_roster": ("Ctrl+I", self.open_import),
                "assign_shift": ("Ctrl+Shift+N", self.open_assign),
                "change_shift": ("F2", self.open_change),
                "new_shift": ("Ctrl+N", self.open_new),
            },
        )
        self.listing.title_words = lambda: QCoreApplication.translate("TimeTabs", "Shifts")
        self.listing.empty_words = lambda how: (
            ""
            if self.lines and how.is_narrowed
            else QCoreApplication.translate(
                "TimeTabs",
                "Everybody works the office's own hours. Make a shift (Ctrl+N) for a hospital, a six-day week or "
                "Ramadan.",
            )
        )
        self.retranslate()

    def load(self, period: Period) -> None:
        self.refusal.tell(None)
        desk = self.desk.timekeeping.calendars
        self.lane.ask(lambda step: (desk.shifts(), desk.assignments()), self._show, self.refused, key="shifts")

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("TimeTabs", "Shifts and rosters"))
        self.lead.setText(
            translate(
                "TimeTabs",
                "A roster goes before a person's own shift, that before the unit's, that before everybody's; who "
                "has none "
                "works the office's hours.",
            )
        )
        self.say_parts(
            {
                "remove_shift": (translate("TimeTabs", "Take out"), translate("TimeTabs", "Take the chosen line out")),
                "import_roster": (translate("TimeTabs", "Import a roster…"), translate("TimeTabs", "Import a roster")),
                "assign_shift": (
                    translate("TimeTabs", "Holds for…"),
                    translate("TimeTabs", "Say for whom a shift holds"),
                ),
                "change_shift": (translate("TimeTabs", "Change…"), translate("TimeTabs", "Change the chosen shift")),
                "new_shift": (translate("TimeTabs", "New shift…"), translate("TimeTabs", "Make a shift")),
            }
        )
        self._tell()

    def open_import(self) -> IntakeWizard:
        """Take over a roster."""
        return self.take_in("ROSTERS")

    def open_new(self) -> ShiftDialog:
        """Ask for a shift."""
        return self._open(None)

    def open_change(self) -> ShiftDialog | None:
        """Change the shift of the chosen line."""
        line = self.current()
        known = next((one for one in self.shifts if line is not None and one.code == line.assignment.shift), None)
        return self._open(known) if known is not None else None

    def _open(self, known: Shift | None) -> ShiftDialog:
        dialog = ShiftDialog(self.words, known, self)
        self.on_answer(
            dialog,
            dialog.answer,
            lambda said: self.desk.timekeeping.calendars.set_shift(said),
            QCoreApplication.translate("TimeTabs", "Shift saved."),
        )
        code = known.code if known is not None else ""
        self.show_dialog(dialog, "time.shift" if code else "time.shift.new", code or "new", code)
        return dialog

    def open_assign(self) -> AssignDialog:
        """Ask for whom a shift holds."""
        day = self.period.first_day if self.period else date(2025, 1, 1)
        dialog = AssignDialog(self.desk, self.lane, self.words, self.shifts, day, self)
        self.on_answer(
            dialog,
            dialog.answer,
            lambda said: self.desk.timekeeping.calendars.assign(said),
            QCoreApplication.translate("TimeTabs", "Shift assigned."),
        )
        self.show_dialog(dialog)
        return dialog

    def remove(self) -> None:
        """Take the chosen assignment out, or a shift that holds for nobody."""
        line, desk = self.current(), self.desk.timekeeping.calendars
        if line is None:
            return
        one, said = line.assignment, QCoreApplication.translate("TimeTabs", "Taken out.")
        if one.assignment_id:
            self.run(lambda: desk.unassign([one.assignment_id]), said)
        else:
            self.run(lambda: desk.remove_shift(one.shift), said)

    def told_why(self, line: AssignmentLine) -> str:
        shift = next((one for one in self.shifts if one.code == line.assignment.shift), None)
        if shift is None:
            return ""
        rows = "".join(
            f"<tr><td>{escape(self.words.weekday(date(2024, 1, 1 + place)))}</td><td>"
            f"{clock(hours.start)}–{clock(hours.end)}</td></tr>"
            for place, hours in enumerate(shift.week)
            if hours is not None
        )
        return f"<p><b>{escape(shift.code)} · {escape(shift.name)}</b></p><table cellspacing=4>{rows}</table>"

    def offer_deeds(self, line: AssignmentLine | None) -> None:
        for name in ("remove_shift", "change_shift"):
            self.buttons[name].setEnabled(line is not None)
            self.deeds[name].setEnabled(line is not None)
        self.buttons["assign_shift"].setEnabled(bool(self.shifts))
        self.deeds["assign_shift"].setEnabled(bool(self.shifts))

    def _show(self, found: tuple[tuple[Shift, ...], tuple[AssignmentLine, ...]]) -> None:
        self.shifts, assigned = found
        self.table.names = {one.code: one.name for one in self.shifts}
        self.table.hours = {one.code: _week_text(one) for one in self.shifts}
        used = {line.assignment.shift for line in assigned}
        idle = [
            AssignmentLine(ShiftAssignment("", ShiftScope.EVERYBODY, "", one.code, date(2000, 1, 1)), "")
            for one in self.shifts
            if one.code not in used
        ]
        self.give([*assigned, *idle])
        self._tell()

    def _tell(self) -> None:
        said = QCoreApplication.translate("TimeTabs", "%1 shifts")
        self.summary.setText(said.replace("%1", self.words.number(len(self.shifts))))


def _week_text(shift: Shift) -> str:
    """Equal days of a week joined: ``07.30–16.00 ×5``."""
    told: list[list[object]] = []
    for hours in shift.week:
        text = "–" if hours is None else f"{clock(hours.start)}–{clock(hours.end)}"
        if told and told[-1][0] == text:
            told[-1][1] = int(str(told[-1][1])) + 1
        else:
            told.append([text, 1])
    return ", ".join(f"{text} ×{count}" for text, count in told if text != "–")


class AbsenceTab(TimeTab[AbsenceLine]):
    """Unexcused absence over the year of the period (PP 94/2021), with the step reached and the days left."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.table = AbsenceTable(words, self)
        facets = [
            column_facet(self.table, column, lambda: self.lines) for column in (AbsenceColumn.STEP, AbsenceColumn.UNIT)
        ]
        self.build(
            "execution.absence",
            self.table,
            facets,
            {
                "print_warnings": ("Ctrl+Shift+P", self.open_all),
                "show_warning": ("Ctrl+P", self.open_sheet),
            },
        )
        self.listing.title_words = lambda: QCoreApplication.translate("TimeTabs", "Days without a reason")
        self.listing.empty_words = lambda how: (
            ""
            if self.lines and how.is_narrowed
            else QCoreApplication.translate("TimeTabs", "Nobody has a day without a reason in this year.")
        )
        self.retranslate()

    def load(self, period: Period) -> None:
        self.refusal.tell(None)
        self.lane.ask(
            lambda step: self.desk.timekeeping.year.lines(period.year, step=step),
            self._show,
            self.refused,
            QCoreApplication.translate("TimeTabs", "Counting the year"),
            key="absence-year",
        )

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("TimeTabs", "Days without a reason (PP 94/2021)"))
        self.lead.setText(
            translate(
                "TimeTabs",
                "Working days without a reason add up over the calendar year; ten in a row stand for themselves. "
                "This is what "
                "the figures say: a sanction is decided by the officer who may punish, after a hearing.",
            )
        )
        self.say_parts(
            {
                "print_warnings": (
                    translate("TimeTabs", "All sheets…"),
                    translate("TimeTabs", "Print the sheets of all who have reached a step"),
                ),
                "show_warning": (
                    translate("TimeTabs", "Sheet…"),
                    translate("TimeTabs", "Show and print the sheet of the chosen person"),
                ),
            }
        )
        self._tell()

    def open_sheet(self) -> SheetDialog | None:
        """The sheet of the chosen person."""
        line = self.current()
        return self._sheet(line.person.nip, line.person.full_name, line.person.nip) if line is not None else None

    def open_all(self) -> SheetDialog | None:
        """The sheets of all who have reached a step; the first one is shown."""
        first = next((line for line in self.lines if line.standing.step is not None), None)
        if first is None:
            return None
        return self._sheet("", QCoreApplication.translate("TimeTabs", "All sheets"), first.person.nip)

    def _sheet(self, nip: str, title: str, shown: str) -> SheetDialog | None:
        period, desk = self.period, self.desk.timekeeping.year
        if period is None:
            return None

        def issue(folder: Path, style: PaperStyle) -> Path:
            return Path(desk.print(period.year, folder, nip, (), style).file.path)

        return self.show_paper(f"PP 94/2021 · {title}", lambda style: desk.preview(period.year, shown), issue)

    def told_why(self, line: AbsenceLine) -> str:
        reasons = "".join(f"<p>{escape(self.words.messages.reason(one))}</p>" for one in line.standing.reasons)
        days = ", ".join(f"{day:%d-%m}" for day in line.days)
        return f"<p><b>{escape(self.words.who(line.person))}</b></p>{reasons}<p>{days}</p>"

    def offer_deeds(self, line: AbsenceLine | None) -> None:
        super().offer_deeds(line)
        has_step = any(one.standing.step is not None for one in self.lines)
        self.buttons["print_warnings"].setEnabled(has_step)
        self.deeds["print_warnings"].setEnabled(has_step)

    def _show(self, lines: Sequence[AbsenceLine]) -> None:
        self.give(lines)
        self._tell()

    def _tell(self) -> None:
        said = QCoreApplication.translate("TimeTabs", "%1 people · %2 reached a step · %3 have one day left")
        figures = (
            len(self.lines),
            sum(line.standing.step is not None for line in self.lines),
            sum(line.standing.left == 1 for line in self.lines),
        )
        for place, number in enumerate(figures, 1):
            said = said.replace(f"%{place}", self.words.number(number))
        self.summary.setText(said)
