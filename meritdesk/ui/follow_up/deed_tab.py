"""A listed tab whose deeds write: each is done on the lane, told, and offered to be taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, QStandardPaths, Qt
from PySide6.QtWidgets import QDialog, QFileDialog

from meritdesk.core.documents import PaperStyle
from meritdesk.core.journal import Changes
from meritdesk.services.changes import ImportOutcome, Step
from meritdesk.services.office_papers import PapersOutcome
from meritdesk.ui.documents.sheet_dialog import SheetDialog
from meritdesk.ui.drafts.keeper import keep_drafts
from meritdesk.ui.follow_up.listed_tab import ListedTab
from meritdesk.ui.intake.wizard import IntakeWizard
from meritdesk.ui.line_table import Line


class DeedTab(ListedTab[Line]):
    """What tabs that write have in common."""

    @property
    def year(self) -> int:
        """The year in the head of the window."""
        return self.period.year if self.period is not None else self.today().year

    def today(self) -> date:
        """The day of the office's clock, from which dates are proposed."""
        return self.desk.teams.today()

    def write(self, verb: Callable[[Step], object], said: str, title: str = "") -> None:
        """Carry out a verb on the lane; what it changed can be taken back."""

        def done(outcome: object) -> None:
            changes = outcome if isinstance(outcome, Changes) else getattr(outcome, "changes", None)
            if isinstance(changes, Changes) and changes.change_set_id:
                self.offer_undo.emit(said, changes.change_set_id)
            else:
                self.message.emit(said)
            self.refresh()

        self.refusal.tell(None)
        self.lane.ask(verb, done, self.refusal.tell, title, shows_progress=bool(title))

    def put(self, dialog: QDialog, key: str, subject: str, accepted: Callable[[], object], about: str = "") -> QDialog:
        """Open a question whose words are kept while it is open; ``about`` says whose they are in the list."""
        dialog.accepted.connect(accepted)
        keep_drafts(dialog, self, key, subject, about)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def open_wizard(self, kind: str) -> IntakeWizard:
        """The import wizard for one kind of file."""
        dialog = IntakeWizard(self.lane, self.words, self.desk, kind, self)

        def imported(outcome: ImportOutcome) -> None:
            if outcome.changes.change_set_id:
                said = QCoreApplication.translate("Talent", "Import done.")
                self.offer_undo.emit(said, outcome.changes.change_set_id)
            self.mark_stale()

        dialog.imported.connect(imported)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def show_sheet(
        self,
        title: str,
        draw: Callable[[PaperStyle], bytes],
        issue: Callable[[Path, PaperStyle], PapersOutcome],
    ) -> SheetDialog:
        """Show a sheet; it is printed from there."""

        def into(folder: Path, style: PaperStyle) -> Path:
            return Path(issue(folder, style).file.path)

        dialog = SheetDialog(self.desk, self.lane, self.words, title, draw, into, self)
        dialog.open()
        return dialog

    def ask_file(self, asked: str) -> Path | None:
        """Let the clerk choose a file."""
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen, _ = QFileDialog.getOpenFileName(self, asked, str(QSettings().value("attach-folder", home)))
        if not chosen:
            return None
        QSettings().setValue("attach-folder", str(Path(chosen).parent))
        return Path(chosen)

    def offer(self, names: tuple[str, ...], is_there: bool) -> None:
        """Offer some commands or not."""
        for name in names:
            self.buttons[name].setEnabled(is_there)
            self.deeds[name].setEnabled(is_there)
