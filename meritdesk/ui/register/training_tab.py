"""Pegawai, pelatihan: the register of training, which talent map and professionalism index read."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.follow_up.registers import TrainingLine
from meritdesk.ui.background import Lane
from meritdesk.ui.follow_up.deed_tab import DeedTab
from meritdesk.ui.follow_up.talent_questions import TrainingDialog
from meritdesk.ui.follow_up.talent_tables import TrainingColumn, TrainingTable
from meritdesk.ui.follow_up.talent_why import training_html
from meritdesk.ui.intake.wizard import IntakeWizard
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.wording import Words


class TrainingTab(DeedTab[TrainingLine]):
    """Every training that was entered."""

    room = "register"
    nouns = frozenset({"trainings", "people", "units"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.table = TrainingTable(words, self)
        facets = [
            column_facet(self.table, column, lambda: self.lines)
            for column in (TrainingColumn.KIND, TrainingColumn.UNIT, TrainingColumn.ORGANISER)
        ]
        self.build(
            "register.training",
            self.table,
            facets,
            {
                "remove_training": ("", self.remove),
                "edit_training": ("F2", self.open_chosen),
                "import_training": ("Ctrl+I", self.open_import),
                "add_training": ("Ctrl+N", self.open_new),
            },
        )
        self.listing.line_opened.disconnect()
        self.listing.line_opened.connect(lambda _: self.open_chosen())
        self.listing.title_words = lambda: QCoreApplication.translate("Talent", "Training")
        self.listing.empty_words = self._told_empty
        self.retranslate()

    def load(self, period: Period) -> None:
        self.refusal.tell(None)
        self.lane.ask(lambda step: self.desk.follow_up.trainings.lines(), self._show, self.refused, key="trainings")

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("Talent", "Register of training"))
        self.lead.setText(
            translate("Talent", "One line a certificate. The talent map and the professionalism index count from here.")
        )
        self.say_parts(
            {
                "remove_training": (
                    translate("Talent", "Take out"),
                    translate("Talent", "Take the selected trainings out of the register"),
                ),
                "edit_training": (translate("Talent", "Edit…"), translate("Talent", "Edit the chosen training")),
                "import_training": (
                    translate("Talent", "Import…"),
                    translate("Talent", "Import trainings from a spreadsheet"),
                ),
                "add_training": (translate("Talent", "Add…"), translate("Talent", "Add a training")),
            }
        )

    def open_new(self) -> TrainingDialog:
        """Ask for a new training."""
        dialog = TrainingDialog(self.desk, self.lane, self.words, self.today(), None, "", self)

        def accepted() -> None:
            nip, entry = dialog.nip, dialog.answer()
            said = QCoreApplication.translate("Talent", "Training entered.")
            self.write(lambda step: self.desk.follow_up.trainings.add(nip, entry), said)

        self.put(dialog, "training.new", "new", accepted)
        return dialog

    def open_chosen(self) -> TrainingDialog | None:
        """Edit the chosen training."""
        line = self.current()
        if line is None:
            return None
        known, who = line.training, line.person.full_name
        dialog = TrainingDialog(self.desk, self.lane, self.words, self.today(), known, who, self)

        def accepted() -> None:
            entry = dialog.answer()
            said = QCoreApplication.translate("Talent", "Training changed.")
            self.write(lambda step: self.desk.follow_up.trainings.change(entry), said)

        self.put(dialog, "training", known.training_id, accepted, who)
        return dialog

    def open_import(self) -> IntakeWizard:
        """The import wizard, for trainings."""
        return self.open_wizard("TRAININGS")

    def remove(self) -> None:
        """Take the selected trainings out; it can be taken back."""
        ids = [line.training.training_id for line in self.listing.selected()]
        if ids:
            said = QCoreApplication.translate("Talent", "%1 taken out.").replace("%1", self.words.number(len(ids)))
            self.write(lambda step: self.desk.follow_up.trainings.remove(ids), said)

    def told_why(self, line: TrainingLine) -> str:
        return training_html(line, self.words)

    def offer_deeds(self, line: TrainingLine | None) -> None:
        self.offer(("remove_training", "edit_training"), line is not None)

    def _show(self, lines: tuple[TrainingLine, ...]) -> None:
        self.give(lines)

    def _told_empty(self, arrangement: Arrangement) -> str:
        if self.lines and arrangement.is_narrowed:
            return ""
        return QCoreApplication.translate(
            "Talent",
            "No training entered yet. Import a spreadsheet with NIP, JENIS PELATIHAN, NAMA PELATIHAN, "
            "TANGGAL PELATIHAN and JP, or add one by hand.",
        )
