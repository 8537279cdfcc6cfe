"""What can be done with an outcome: take the refused rows along, send a sheet back, print, or undo it all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog, QPushButton

from meritdesk.core.errors import FileRefusal
from meritdesk.core.journal import Changes
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.fill_sheets import CorrectionOutcome
from meritdesk.services.upkeep.given_tables import RefusedBook
from meritdesk.ui.intake.fate_table import headings
from meritdesk.ui.intake.fates import write_refused_list
from meritdesk.ui.intake.paper import print_lines
from meritdesk.ui.intake.reading import Looked, look_at
from meritdesk.ui.intake.telling import list_headings

if TYPE_CHECKING:
    from meritdesk.ui.intake.wizard import IntakeWizard


class OutcomeDeeds(QObject):
    """The buttons of the last page; each says there what it did."""

    def __init__(self, wizard: IntakeWizard, desk: Desk) -> None:
        super().__init__(wizard)
        self._wizard = wizard
        self._desk = desk
        page = wizard.outcome
        page.workbook.clicked.connect(self.choose_workbook)
        page.save_list.clicked.connect(self.choose_list)
        page.print_list.clicked.connect(self.print_list)
        page.undo.clicked.connect(self.undo)

    def forget(self, name: str) -> None:
        """Forget a remembered mapping; what is on the page stays until it is changed."""
        wizard, looked = self._wizard, self._wizard.looked
        if not name or looked is None:
            return
        forget, mapping, chosen_row = (
            self._desk.upkeep.mappings.delete,
            wizard.mapping.mapping(),
            wizard.mapping.row.value(),
        )

        def work(step: Step) -> Looked:
            forget(name)
            return look_at(self._desk, looked.book, looked.sheet, chosen_row)

        def then(fresh: Looked) -> None:
            wizard.show_columns(fresh, replace(mapping, name=""))
            told = QCoreApplication.translate("IntakeWizard", "The mapping “{name}” is forgotten.")
            wizard.say(told.format(name=name))

        wizard.run(work, then, is_long=False)

    def undo(self) -> None:
        session = self._wizard.session
        if session is None or not session.written or self._wizard.is_busy:
            return
        undo, written = self._desk.upkeep.undo, tuple(reversed(session.written))

        def work(step: Step) -> Changes:
            changes = Changes()
            for done, change_set in enumerate(written):
                step(done, len(written))
                changes = undo(change_set, step)
                session.written.remove(change_set)
            return changes

        def then(_: Changes) -> None:
            session.outcome, session.lines = None, ()
            self._wizard.outcome.show_session(session, "")
            self._wizard.outcome.say(QCoreApplication.translate("IntakeWizard", "The import was undone."))
            self._wizard.finish.setFocus()

        what = self._wizard.verb.name()
        title = QCoreApplication.translate("IntakeWizard", "Undo of the import: {what}").format(what=what)
        self._wizard.run(work, then, title=title)

    def choose_workbook(self) -> None:
        name = QCoreApplication.translate("IntakeWizard", "{file} - refused rows.xlsx").format(file=self._stem())
        chosen = self._target(self._wizard.outcome.workbook, name, "Excel (*.xlsx)")  # the words of both buttons
        if chosen:
            self.write_workbook(chosen)

    def write_workbook(self, path: Path) -> None:
        """Write the open rows as a workbook to be mended in Excel and imported again."""
        session = self._wizard.session
        if session is None or self._wizard.is_busy:
            return
        if self._wizard.verb.corrections is not None:
            self.write_corrections(path)
            return
        table, faults, heads = session.table(), session.faults(), list_headings()
        write = self._desk.upkeep.tables.write_refused

        def then(written: RefusedBook) -> None:
            told = QCoreApplication.translate("IntakeWizard", "{count} rows were written to {file}.")
            said = told.format(count=self._wizard.words.number(written.rows), file=written.path.name)
            self._wizard.outcome.say(said)
            if self._wizard.pages.currentWidget() is not self._wizard.outcome:
                self._wizard.say(said)

        title = QCoreApplication.translate("IntakeWizard", "Workbook of refused rows: {file}").format(file=path.name)
        self._wizard.run(lambda step: write(table, faults, path, heads, step), then, title=title)

    def choose_list(self) -> None:
        name = QCoreApplication.translate("IntakeWizard", "{file} - refused rows.csv").format(file=self._stem())
        chosen = self._target(self._wizard.outcome.save_list, name, "CSV (*.csv)")
        if chosen:
            self.save_refused(chosen)

    def save_refused(self, path: Path) -> None:
        """Write the refused and doubtful rows as a list that a spreadsheet opens."""
        lines = self._wizard.session.lines if self._wizard.session else ()
        heads = (*headings()[:1], *headings()[2:6], *list_headings()[1:])

        def write(step: Step) -> Path:
            try:
                return write_refused_list(lines, heads, path)
            except OSError as error:
                raise FileRefusal("UI-711", file=path.name, cause=error.strerror or type(error).__name__) from error

        def then(written: Path) -> None:
            saved = QCoreApplication.translate("IntakeWizard", "The list was saved as {file}.")
            self._wizard.outcome.say(saved.format(file=written.name))

        self._wizard.run(write, then, is_long=False)

    def print_list(self) -> None:
        """Print the open rows with their reasons."""
        session = self._wizard.session
        if session is not None:
            print_lines([line for line in session.lines if line.code], self._wizard.windowTitle(), self._wizard)

    def choose_corrections(self) -> None:
        if self._wizard.verb.corrections is None:
            self.choose_workbook()
            return
        name = QCoreApplication.translate("IntakeWizard", "{file} - for correction.xlsx").format(file=self._stem())
        chosen = self._target(self._wizard.save_corrections, name, "Excel (*.xlsx)")
        if chosen:
            self.write_corrections(chosen)

    def write_corrections(self, path: Path) -> None:
        """Write a fill-in sheet again as the unit filled it in, a comment at each refused cell, to send it back."""
        write, session = self._wizard.verb.corrections, self._wizard.session
        if write is None or session is None or self._wizard.is_busy:
            return
        target = path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx")
        table = session.table()

        def then(outcome: CorrectionOutcome) -> None:
            told = QCoreApplication.translate(
                "IntakeWizard", "{count} rows with comments were written to {file}. Send it back to the unit."
            )
            count = self._wizard.words.number(outcome.corrected + outcome.strays)
            said = told.format(count=count, file=outcome.path.name)
            self._wizard.say(said)
            self._wizard.outcome.say(said)

        self._wizard.run(lambda step: write(table, target, step), then)

    def _target(self, button: QPushButton, name: str, kinds: str) -> Path | None:
        title = button.text().replace("&", "")
        chosen, _ = QFileDialog.getSaveFileName(self._wizard, title, str(self._wizard.folder / name), kinds)
        self._wizard.come_back()
        return Path(chosen) if chosen else None

    def _stem(self) -> str:
        session = self._wizard.session
        return Path(session.book.name).stem if session else "import"
