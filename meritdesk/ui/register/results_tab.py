"""Pegawai, hasil asesmen: what the assessment centre measured, which the talent map reads."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.follow_up.registers import ScoreLine
from meritdesk.ui.background import Lane
from meritdesk.ui.follow_up.deed_tab import DeedTab
from meritdesk.ui.follow_up.talent_questions import ScoreDialog
from meritdesk.ui.follow_up.talent_tables import ScoreColumn, ScoreTable
from meritdesk.ui.follow_up.talent_why import score_html
from meritdesk.ui.intake.wizard import IntakeWizard
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.wording import Words


class ResultsTab(DeedTab[ScoreLine]):
    """Every result of the assessment centre."""

    room = "register"
    nouns = frozenset({"potentials", "people", "units"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.table = ScoreTable(words, self)
        facets = [
            column_facet(self.table, column, lambda: self.lines)
            for column in (ScoreColumn.KIND, ScoreColumn.UNIT, ScoreColumn.SOURCE, ScoreColumn.COUNTS)
        ]
        self.build(
            "register.results",
            self.table,
            facets,
            {
                "remove_result": ("", self.remove),
                "edit_result": ("F2", self.open_chosen),
                "import_results": ("Ctrl+I", self.open_import),
                "add_result": ("Ctrl+N", self.open_new),
            },
        )
        self.listing.line_opened.disconnect()
        self.listing.line_opened.connect(lambda _: self.open_chosen())
        self.listing.title_words = lambda: QCoreApplication.translate("Talent", "Assessment centre")
        self.listing.empty_words = self._told_empty
        self.retranslate()

    def load(self, period: Period) -> None:
        self.refusal.tell(None)
        self.lane.ask(lambda step: self.desk.follow_up.potentials.lines(), self._show, self.refused, key="potentials")

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("Talent", "Results of the assessment centre"))
        self.lead.setText(
            translate(
                "Talent", "Potential and competence from 0 to 100 with day and source; the newest of each counts."
            )
        )
        self.say_parts(
            {
                "remove_result": (
                    translate("Talent", "Take out"),
                    translate("Talent", "Take the selected results out of the register"),
                ),
                "edit_result": (translate("Talent", "Correct…"), translate("Talent", "Correct the chosen result")),
                "import_results": (
                    translate("Talent", "Import…"),
                    translate("Talent", "Import results from a spreadsheet"),
                ),
                "add_result": (translate("Talent", "Add…"), translate("Talent", "Add a result")),
            }
        )

    def open_new(self) -> ScoreDialog:
        """Ask for a new result."""
        return self._ask(ScoreDialog(self.desk, self.lane, self.words, self.today(), None, ("", ""), self), "")

    def open_chosen(self) -> ScoreDialog | None:
        """Correct the chosen result."""
        line = self.current()
        if line is None:
            return None
        who = (line.person.nip, line.person.full_name)
        dialog = ScoreDialog(self.desk, self.lane, self.words, self.today(), line.score, who, self)
        return self._ask(dialog, place_of(line), line.person.full_name)

    def open_import(self) -> IntakeWizard:
        """The import wizard, for results."""
        return self.open_wizard("SCORES")

    def remove(self) -> None:
        """Take the selected results out; it can be taken back."""
        scores = [line.score for line in self.listing.selected()]
        if scores:
            said = QCoreApplication.translate("Talent", "%1 taken out.").replace("%1", self.words.number(len(scores)))
            self.write(lambda step: self.desk.follow_up.potentials.remove(scores), said)

    def told_why(self, line: ScoreLine) -> str:
        return score_html(line, self.words)

    def offer_deeds(self, line: ScoreLine | None) -> None:
        self.offer(("remove_result", "edit_result"), line is not None)

    def _ask(self, dialog: ScoreDialog, subject: str, about: str = "") -> ScoreDialog:
        def accepted() -> None:
            nip, entry = dialog.nip, dialog.answer()
            said = QCoreApplication.translate("Talent", "Result entered.")
            self.write(lambda step: self.desk.follow_up.potentials.enter(nip, entry), said)

        self.put(dialog, "results.enter" if subject else "results.enter.new", subject or "new", accepted, about)
        return dialog

    def _show(self, lines: tuple[ScoreLine, ...]) -> None:
        self.give(lines)

    def _told_empty(self, arrangement: Arrangement) -> str:
        if self.lines and arrangement.is_narrowed:
            return ""
        return QCoreApplication.translate(
            "Talent",
            "No result yet. Import a spreadsheet with NIP, TANGGAL ASESMEN, NILAI POTENSI, NILAI KOMPETENSI "
            "and LEMBAGA PENILAI, or add one by hand.",
        )


def place_of(line: ScoreLine) -> str:
    """Which result a line shows, in no language."""
    return f"{line.person.nip}-{line.score.kind.value}-{line.score.measured_on}"
