"""Tindak lanjut, kebiasaan kerja: what was seen, the talk about it, and what became of it; for those named only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QMenu, QPushButton, QWidget

from meritdesk.core.habits import HabitOutcome, HabitRule, HabitState
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.follow_up.habits import FoundHabits, HabitLine, HabitOutcomeOf
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.sheet_dialog import SheetDialog
from meritdesk.ui.drafts.keeper import keep_drafts
from meritdesk.ui.follow_up.ask_form import AskForm
from meritdesk.ui.follow_up.deed_tab import DeedTab
from meritdesk.ui.follow_up.month_field import MonthField
from meritdesk.ui.follow_up.recognition_questions import HabitDialog, HabitOutcomeDialog, TalkDialog
from meritdesk.ui.follow_up.recognition_tables import HabitColumn, HabitTable
from meritdesk.ui.intake.wizard import IntakeWizard
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.wording import Words

_IN_MENU = ("import_habits", "export_habits", "print_habits", "habit_readers")
_WATCH_DAYS = 30


def _state(line: object) -> StrEnum:
    assert isinstance(line, HabitLine)
    return line.state


class HabitsTab(DeedTab[HabitLine]):
    """The register of negative habits."""

    nouns = frozenset({"people", "units", "habits", "confidential"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.opened: HabitOutcomeOf | None = None
        self.kinds: Sequence[HabitRule] = ()
        self.month = MonthField(words, self)
        self.table = HabitTable(words, self)
        self.build(
            "follow_up.habits",
            self.table,
            [
                self.state_facet(HabitState, _state),
                *(
                    column_facet(self.table, column, lambda: self.lines)
                    for column in (HabitColumn.KIND, HabitColumn.UNIT)
                ),
            ],
            {
                "import_habits": ("", self.open_import),
                "export_habits": ("", self.export_into),
                "print_habits": ("Ctrl+P", self.open_paper),
                "habit_readers": ("", self.open_readers),
                "find_habits": ("Ctrl+T", self.find_in_month),
                "settle_habit": ("", self.open_settle),
                "talk_habit": ("F2", self.open_talk),
                "enter_habit": ("Ctrl+N", self.open_add),
                "open_habit": ("", self.open_entry),
            },
        )
        self.more = QPushButton(self)
        self.more_menu = QMenu(self)
        for name in _IN_MENU:
            self.buttons[name].hide()
            self.more_menu.addAction(self.deeds[name])
        self.more.setMenu(self.more_menu)
        self.head.insertWidget(1, self.more)
        self.listing.put_beside(self.month)
        self.month.activated.connect(lambda _: self.settle())
        self.listing.title_words = lambda: QCoreApplication.translate("Recognition", "Register of habits")
        self.listing.empty_words = self._told_empty
        self.retranslate()

    def load(self, period: Period) -> None:
        self.refusal.tell(None)
        self.month.start_at(period, self.today())
        room = self.desk.follow_up.habits
        self.lane.ask(
            lambda step: (room.lines(), room.kinds()), lambda found: self._show(*found), self.refused, key="habits"
        )

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("Recognition", "Working habits"))
        self.lead.setText(
            translate(
                "Recognition",
                "Confidential: you see what you entered and what names you as a reader. A habit is noted so that it "
                "ends; it is no sanction.",
            )
        )
        self.month.say()
        self.more.setText(translate("Recognition", "&More"))
        self.say_parts(
            {
                "import_habits": (translate("Recognition", "Import…"), translate("Recognition", "Import habits…")),
                "export_habits": (
                    translate("Recognition", "Export…"),
                    translate("Recognition", "Write the register of habits to a spreadsheet…"),
                ),
                "print_habits": (
                    translate("Recognition", "On paper…"),
                    translate("Recognition", "Show and print the register of habits"),
                ),
                "habit_readers": (
                    translate("Recognition", "Readers…"),
                    translate("Recognition", "Who may read the entry on a habit…"),
                ),
                "find_habits": (
                    translate("Recognition", "Find"),
                    translate("Recognition", "Find habits in the figures of the chosen month"),
                ),
                "settle_habit": (
                    translate("Recognition", "Outcome…"),
                    translate("Recognition", "Say what became of the habit"),
                ),
                "talk_habit": (
                    translate("Recognition", "Talk…"),
                    translate("Recognition", "Note the talk about the habit"),
                ),
                "enter_habit": (translate("Recognition", "Enter…"), translate("Recognition", "Enter a habit")),
                "open_habit": (
                    translate("Recognition", "Open"),
                    translate("Recognition", "Open the entry on a habit"),
                ),
            }
        )
        self._tell()

    def told_why(self, line: HabitLine) -> str:
        """What is known without opening; after it, everything."""
        translate, one = QCoreApplication.translate, line.habit
        rows = [f"NIP {line.person.nip}", line.unit_name, line.person.position_title]
        parts = [
            f"<h3>{escape(self.words.who(line.person))}</h3><p>{'<br>'.join(escape(row) for row in rows if row)}</p>"
        ]
        parts.append(f"<p><b>{escape(self.table.kind_words(line))}</b></p>")
        if line.is_grave:
            said = translate("Recognition", "Entry no. %1 of this kind: consider what PP 94/2021 asks for.")
            parts.append(f"<p>⚠ {escape(said.replace('%1', str(line.times)))}</p>")
        if self.opened is None or self.opened.habit.habit_id != one.habit_id:
            said = translate("Recognition", "Enter opens what was seen and agreed; who did so is written down.")
            return "".join([*parts, f"<p>{escape(said)}</p>"])
        one = self.opened.habit
        facts = [(translate("Recognition", "Seen"), f"{self.words.day(one.seen_on)}: {one.words or '–'}")]
        if one.talk_on is not None:
            talk = f"{self.words.day(one.talk_on)}, {one.talk_by}: {one.talk_words}"
            facts.append((translate("Recognition", "Talk"), talk))
        if one.closed_on is not None:
            outcome = (
                f"{self.words.messages.label_of(one.outcome)}, {self.words.day(one.closed_on)} {one.outcome_words}"
            )
            facts.append((translate("Recognition", "Outcome"), outcome))
        facts.append((translate("Recognition", "Readers"), ", ".join((one.author, *one.readers))))
        seen = "; ".join(f"{each.opened_by} {self.words.moment(each.opened_at)}" for each in self.opened.openings)
        facts.append((translate("Recognition", "Opened by"), seen or "–"))
        return "".join([*parts, *(f"<h4>{escape(name)}</h4><p>{escape(text)}</p>" for name, text in facts)])

    def offer_deeds(self, line: HabitLine | None) -> None:
        is_open = line is not None and line.habit.outcome is HabitOutcome.OPEN
        self.offer(("import_habits", "enter_habit", "find_habits"), True)
        self.offer(("export_habits", "print_habits", "habit_readers", "open_habit"), line is not None)
        self.offer(("talk_habit", "settle_habit"), is_open)

    def open_entry(self) -> None:
        """Open the chosen entry: it is written down first, then everything is shown beside the list."""
        line = self.current()
        if line is not None:
            self.lane.ask(
                lambda step: self.desk.follow_up.habits.open(line.habit.habit_id), self._opened, self.refusal.tell
            )

    def open_add(self) -> HabitDialog:
        """Ask what a superior has seen."""
        dialog = HabitDialog(self.desk, self.lane, self.kinds, self.words, self.today(), self)

        def accepted() -> None:
            assert dialog.person.line is not None
            told = (
                dialog.person.line.nip, str(dialog.kind.currentData()), dialog.seen.day, dialog.what.toPlainText(),
                dialog.times.value(), dialog.readers.text().split(","),
            )  # fmt: skip
            self.write(
                lambda step: self.desk.follow_up.habits.enter(*told),
                QCoreApplication.translate("Recognition", "The habit is noted."),
            )

        self._ask(dialog, "habits.enter", "new", accepted)
        return dialog

    def open_talk(self) -> TalkDialog | None:
        """Ask what was said about the chosen habit."""
        line = self.current()
        if line is None or line.habit.outcome is not HabitOutcome.OPEN:
            return None
        dialog = TalkDialog(self._named(line), self.today(), "", _WATCH_DAYS, self)
        habit_id = line.habit.habit_id

        def accepted() -> None:
            told = (dialog.day.day, dialog.by.text(), dialog.agreed.toPlainText(), dialog.due.day)
            self.write(
                lambda step: self.desk.follow_up.habits.talk(habit_id, *told),
                QCoreApplication.translate("Recognition", "The talk is noted."),
            )

        self._ask(dialog, "habits.talk", habit_id, accepted)
        return dialog

    def open_settle(self) -> HabitOutcomeDialog | None:
        """Ask what became of the chosen habit."""
        line = self.current()
        if line is None or line.habit.outcome is not HabitOutcome.OPEN:
            return None
        dialog = HabitOutcomeDialog(self._named(line), self.today(), self.words, self)
        habit_id = line.habit.habit_id

        def accepted() -> None:
            day, outcome = dialog.day.day, HabitOutcome(dialog.outcome.currentData())
            remark = dialog.remark.toPlainText()
            self.write(
                lambda step: self.desk.follow_up.habits.close(habit_id, day, outcome, remark),
                QCoreApplication.translate("Recognition", "The habit is settled."),
            )

        self._ask(dialog, "habits.settle", habit_id, accepted)
        return dialog

    def open_readers(self) -> AskForm | None:
        """Name who may read the chosen entry beside its author."""
        translate, line = QCoreApplication.translate, self.current()
        if line is None:
            return None
        readers = QLineEdit(", ".join(line.habit.readers), self)
        dialog = AskForm(
            self.lane,
            self.words,
            translate("Recognition", "Readers"),
            translate("Recognition", "Names as they stand at the desk, with commas. Only the author may say so."),
            [(translate("Recognition", "&Readers"), readers)],
            translate("Recognition", "Name them"),
            self,
        )

        def work() -> object:
            named = readers.text().split(",")
            return lambda: self.desk.follow_up.habits.allow(line.habit.habit_id, named)

        dialog.saves_by(work, lambda _: self._changed(), "")
        self._keep(dialog, "habits.readers", line.habit.habit_id)
        dialog.open()
        return dialog

    def find_in_month(self) -> None:
        """Enter what the figures of the chosen month show."""
        month = self.month.month_of(self.year)

        def done(found: FoundHabits) -> None:
            said = QCoreApplication.translate("Recognition", "%1: %2 habits entered, %3 stood there already.")
            told = (self.words.period(month), self.words.number(len(found.added)), self.words.number(found.known))
            for place, one in enumerate(told, 1):
                said = said.replace(f"%{place}", one)
            if found.changes.change_set_id:
                self.offer_undo.emit(said, found.changes.change_set_id)
            else:
                self.message.emit(said)
            self._changed()

        self.refusal.tell(None)
        self.lane.ask(
            lambda step: self.desk.follow_up.habits.find(month, False, step),
            done,
            self.refusal.tell,
            QCoreApplication.translate("Recognition", "Looking for habits"),
            shows_progress=True,
        )

    def open_import(self) -> IntakeWizard:
        """The import wizard for a list of habits."""
        return self.open_wizard("HABITS")

    def export_into(self, path: Path | None = None) -> None:
        """Write the entries one may read to a spreadsheet; without a file, ask for it."""
        target = path
        if target is None:
            home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
            asked = QCoreApplication.translate("Recognition", "Write the register where?")
            chosen, _ = QFileDialog.getSaveFileName(
                self, asked, str(Path(home) / "kebiasaan-kerja.xlsx"), "*.xlsx *.csv"
            )
            if not chosen:
                return
            target = Path(chosen)
        said = QCoreApplication.translate("Recognition", "%1 entries written to %2").replace("%2", target.name)
        self.lane.ask(
            lambda step: self.desk.follow_up.habits.export(target),
            lambda taken: self.message.emit(
                self.words.without(said.replace("%1", self.words.number(taken.rows)), taken.left_out)
            ),
            self.refusal.tell,
        )

    def open_paper(self) -> SheetDialog:
        """Show the register as it would be printed; to look at it is to open every entry in it."""
        desk = self.desk.follow_up.habits
        title = QCoreApplication.translate("Recognition", "Register of habits")
        return self.show_sheet(title, desk.preview_register, desk.print_register)

    def _ask(self, dialog: QDialog, key: str, subject: str, accepted: Callable[[], object]) -> None:
        dialog.accepted.connect(accepted)
        self._keep(dialog, key, subject)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _keep(self, dialog: QDialog, key: str, subject: str) -> None:
        """What is typed about a habit is confidential, as the register is."""
        keep_drafts(dialog, self, key, subject, dialog.windowTitle(), is_confidential=True)

    def _named(self, line: HabitLine) -> str:
        return f"{line.person.full_name} · {self.table.kind_words(line)}"

    def _opened(self, opened: HabitOutcomeOf) -> None:
        self.opened = opened
        self.settle()

    def _changed(self) -> None:
        self.opened = None
        self.mark_stale()

    def _show(self, lines: tuple[HabitLine, ...], kinds: tuple[HabitRule, ...]) -> None:
        self.kinds = kinds
        self.give(lines)
        self._tell()

    def _tell(self) -> None:
        waiting = sum(line.state in (HabitState.TALK_LATE, HabitState.DUE) for line in self.lines)
        said = QCoreApplication.translate("Recognition", "%1 entries open to you · %2 overdue")
        self.summary.setText(
            said.replace("%1", self.words.number(len(self.lines))).replace("%2", self.words.number(waiting))
        )

    def _told_empty(self, arrangement: Arrangement) -> str:
        if self.lines and arrangement.is_narrowed:
            return ""
        return QCoreApplication.translate(
            "Recognition",
            "No entry is open to you. Find looks through the figures of the month beside; Enter… notes what was seen.",
        )
