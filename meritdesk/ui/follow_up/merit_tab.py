"""Tindak lanjut, indeks merit: the self-assessment of the merit system, sub-aspect by sub-aspect."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QWidget

from meritdesk.core.merit import MeritScheme, usual_scheme
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.follow_up.merit import MeritBoard
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.sheet_dialog import SheetDialog
from meritdesk.ui.follow_up.deed_tab import DeedTab
from meritdesk.ui.follow_up.talent_questions import FilesDialog, MeritLevelDialog, SurveyDialog, WhyDialog
from meritdesk.ui.follow_up.talent_tables import PartColumn, PartLine, PartTable, part_lines
from meritdesk.ui.follow_up.talent_why import board_html, part_html
from meritdesk.ui.intake.wizard import IntakeWizard
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.wording import Words


class MeritTab(DeedTab[PartLine]):
    """The assessment of the year in the head, by the scheme that is chosen."""

    nouns = frozenset({"merit", "evaluations", "plans", "talent", "rotations"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.board: MeritBoard | None = None
        self.scheme = QComboBox(self)
        for one in MeritScheme:
            self.scheme.addItem(words.messages.label_of(one), one)
        self._has_chosen = False
        self.table = PartTable(words, self)
        facets = [
            column_facet(self.table, column, lambda: self.lines) for column in (PartColumn.ASPECT, PartColumn.LEVEL)
        ]
        self.build(
            "follow_up.merit",
            self.table,
            facets,
            {
                "show_dossier": ("Ctrl+P", self.open_sheet),
                "import_levels": ("Ctrl+I", self.open_import),
                "note_survey": ("", self.open_survey),
                "show_files": ("", self.open_files),
                "attach_file": ("", self.attach),
                "fix_merit": ("Ctrl+Shift+K", self.fix_or_open),
                "give_level": ("F2", self.open_level),
            },
        )
        self.listing.put_beside(self.scheme)
        self.scheme.activated.connect(lambda _: self._scheme_chosen())
        self.listing.title_words = lambda: QCoreApplication.translate("Talent", "Merit system")
        self.listing.empty_words = lambda arrangement: self._told_empty(arrangement)
        self.retranslate()

    @property
    def chosen_scheme(self) -> MeritScheme:
        """The scheme that is chosen."""
        return MeritScheme(self.scheme.currentData())

    def load(self, period: Period) -> None:
        self.refusal.tell(None)
        if not self._has_chosen:
            self.scheme.setCurrentIndex(self.scheme.findData(usual_scheme(period.year)))
        scheme = self.chosen_scheme
        self.lane.ask(
            lambda step: self.desk.follow_up.merit.board(period.year, scheme), self._show, self.refused, key="merit"
        )

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("Talent", "Merit system"))
        self.scheme.setAccessibleName(translate("Talent", "By which regulation"))
        is_fixed = self.board is not None and self.board.assessment.is_fixed
        self.say_parts(
            {
                "show_dossier": (translate("Talent", "Dossier…"), translate("Talent", "Show and print the dossier")),
                "import_levels": (
                    translate("Talent", "Import…"),
                    translate("Talent", "Import levels from a spreadsheet"),
                ),
                "note_survey": (
                    translate("Talent", "Survey…"),
                    translate("Talent", "Note the survey of staff and violations"),
                ),
                "show_files": (
                    translate("Talent", "Files…"),
                    translate("Talent", "Look at the files of the chosen sub-aspect"),
                ),
                "attach_file": (
                    translate("Talent", "Attach…"),
                    translate("Talent", "Attach a file to the chosen sub-aspect"),
                ),
                "fix_merit": (
                    translate("Talent", "Open again…") if is_fixed else translate("Talent", "Fix the index"),
                    translate("Talent", "Fix the index, or open it again"),
                ),
                "give_level": (
                    translate("Talent", "Level…"),
                    translate("Talent", "Give the chosen sub-aspect its level"),
                ),
            }
        )
        self._tell()

    def open_level(self) -> MeritLevelDialog | None:
        """Ask for the level of the chosen sub-aspect."""
        line, board = self.current(), self.board
        if line is None or board is None or board.assessment.is_fixed:
            return None
        dialog = MeritLevelDialog(line, board.rules, self.today(), self.words, self)
        year, scheme = self.year, board.scheme

        def accepted() -> None:
            given = dialog.answer()
            said = QCoreApplication.translate("Talent", "Level given: %1").replace("%1", given.part_code)
            self.write(lambda step: self.desk.follow_up.merit.give(year, given, scheme), said)

        dialog.finished.connect(lambda result: self.take_back_level() if result == 2 else None)
        self.put(dialog, "merit.level", f"{year}-{line.part.code}", accepted, f"{year} · {line.part.code}")
        return dialog

    def take_back_level(self) -> None:
        """Take the level of the chosen sub-aspect back."""
        line, board = self.current(), self.board
        if line is None or board is None or line.given is None:
            return
        year, scheme, code = self.year, board.scheme, line.part.code
        said = QCoreApplication.translate("Talent", "Level taken back: %1").replace("%1", code)
        self.write(lambda step: self.desk.follow_up.merit.take_back(year, code, scheme), said)

    def open_survey(self) -> SurveyDialog | None:
        """Ask for the survey and violations."""
        board = self.board
        if board is None or board.assessment.is_fixed:
            return None
        one, year, scheme = board.assessment, self.year, board.scheme
        dialog = SurveyDialog(one.survey, one.survey_source, one.violations, self)

        def accepted() -> None:
            survey, source, violations = dialog.answer()
            self.write(
                lambda step: self.desk.follow_up.merit.survey(year, survey, source, violations, scheme),
                QCoreApplication.translate("Talent", "Survey noted."),
            )

        self.put(dialog, "merit.survey", str(year), accepted, str(year))
        return dialog

    def open_import(self) -> IntakeWizard:
        """The import wizard, for levels."""
        return self.open_wizard("MERIT_LEVELS")

    def attach(self, path: Path | None = None) -> None:
        """Lay a file under the chosen sub-aspect; without one, ask for it."""
        line, board = self.current(), self.board
        if line is None or board is None or board.assessment.is_fixed:
            return
        chosen = path or self.ask_file(QCoreApplication.translate("Talent", "Which file proves it?"))
        if chosen is None:
            return
        year, scheme, code = self.year, board.scheme, line.part.code
        said = QCoreApplication.translate("Talent", "Attached: %1").replace("%1", chosen.name)
        self.write(lambda step: self.desk.follow_up.merit.attach(year, code, chosen, "", scheme), said)

    def open_files(self) -> FilesDialog | None:
        """Show the files of the chosen sub-aspect."""
        line, board = self.current(), self.board
        if line is None or board is None or not line.files:
            return None
        dialog = FilesDialog(line, self.words, self)
        year, scheme, merit = self.year, board.scheme, self.desk.follow_up.merit

        def finished(result: int) -> None:
            file_id = dialog.file_id
            if result == 1:
                self.lane.ask(
                    lambda step: merit.write_file(year, file_id, self.viewing_folder(), scheme),
                    self._look,
                    self.refusal.tell,
                )
            elif result == 2:
                said = QCoreApplication.translate("Talent", "File taken away.")
                self.write(lambda step: merit.detach(year, file_id, scheme), said)

        dialog.finished.connect(finished)
        dialog.open()
        return dialog

    def viewing_folder(self) -> Path:
        """Where files are written to be looked at."""
        return Path(tempfile.gettempdir()) / "meritdesk-lihat"

    def fix_or_open(self) -> WhyDialog | None:
        """Fix the index; one that is fixed is opened again, with a reason."""
        board = self.board
        if board is None:
            return None
        year, scheme, merit = self.year, board.scheme, self.desk.follow_up.merit
        translate = QCoreApplication.translate
        if not board.assessment.is_fixed:
            self.write(lambda step: merit.fix(year, scheme), translate("Talent", "The index is fixed."))
            return None
        dialog = WhyDialog(
            translate("Talent", "Open the assessment again"), translate("Talent", "&Open it again"), self
        )

        def accepted() -> None:
            reason = dialog.reason.toPlainText()
            self.write(lambda step: merit.reopen(year, reason, scheme), translate("Talent", "Opened again."))

        self.put(dialog, "merit.reopen", str(year), accepted, str(year))
        return dialog

    def open_sheet(self) -> SheetDialog | None:
        """Show the dossier as it is printed."""
        board = self.board
        if board is None:
            return None
        merit, year, scheme = self.desk.follow_up.merit, self.year, board.scheme
        return self.show_sheet(
            " ".join((QCoreApplication.translate("Talent", "Merit system"), str(year))),
            lambda style: merit.preview_dossier(year, scheme, style),
            lambda folder, style: merit.print_dossier(year, folder, scheme, style),
        )

    def told_why(self, line: PartLine) -> str:
        below = board_html(self.board, self.words) if self.board is not None else ""
        return part_html(line, self.words) + below

    def offer_deeds(self, line: PartLine | None) -> None:
        is_open = self.board is not None and not self.board.assessment.is_fixed
        self.offer(("show_dossier", "fix_merit"), self.board is not None)
        self.offer(("import_levels", "note_survey"), is_open)
        self.offer(("give_level", "attach_file"), is_open and line is not None)
        self.offer(("show_files",), line is not None and bool(line.files))

    def refused(self, error: Exception) -> None:
        self.board = None
        super().refused(error)
        self._tell()

    def _look(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _scheme_chosen(self) -> None:
        self._has_chosen = True
        self.refresh()

    def _show(self, board: MeritBoard) -> None:
        self.board = board
        self.give(part_lines(board))
        self.retranslate()

    def _tell(self) -> None:
        translate, board = QCoreApplication.translate, self.board
        if board is None:
            self.lead.setText("")
            self.summary.setText("")
            return
        said = translate("Talent", "%1: index %2, %3. %4 of %5 sub-aspects have a level; %6 gaps.")
        found = board.score
        state = translate("Talent", "Fixed") if board.assessment.is_fixed else translate("Talent", "Preliminary")
        facts = (
            state, self.words.decimal(found.index), self.words.messages.of_pack(found.category.title),
            self.words.number(found.given), self.words.number(found.asked), self.words.number(len(found.gaps)),
        )  # fmt: skip
        for place, fact in enumerate(facts, 1):
            said = said.replace(f"%{place}", fact)
        self.lead.setText(said)
        each = " · ".join(f"{one.aspect.code}: {self.words.decimal(one.value)}" for one in found.aspects)
        self.summary.setText(translate("Talent", "Value of each aspect %1").replace("%1", each))

    def _told_empty(self, arrangement: Arrangement) -> str:
        if self.lines and arrangement.is_narrowed:
            return ""
        return QCoreApplication.translate("Talent", "No scheme counts for this year.")
