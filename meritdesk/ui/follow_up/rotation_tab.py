"""Tindak lanjut, rotasi: posts to be filled, who may lawfully fill them, and what was decided and why."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QWidget

from meritdesk.core.periods import Period
from meritdesk.core.rotation import RotationState
from meritdesk.services import Desk
from meritdesk.services.follow_up.rotation import RotationLine, VacantPost
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.sheet_dialog import SheetDialog
from meritdesk.ui.follow_up.deed_tab import DeedTab
from meritdesk.ui.follow_up.talent_questions import CaseDialog, DecideDialog, WhyDialog
from meritdesk.ui.follow_up.talent_tables import CaseColumn, CaseTable
from meritdesk.ui.follow_up.talent_why import rotation_html
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.wording import Words

_OVER = (RotationState.DECIDED, RotationState.DROPPED)


class RotationTab(DeedTab[RotationLine]):
    """Every post that is or was to be filled."""

    nouns = frozenset({"rotations", "talent_lists", "people", "units"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.wide = QCheckBox(self)
        self.table = CaseTable(words, self)
        facets = [
            self.state_facet(RotationState, lambda line: cast(RotationLine, line).state),
            column_facet(self.table, CaseColumn.UNIT, lambda: self.lines),
        ]
        self.build(
            "follow_up.rotation",
            self.table,
            facets,
            {
                "drop_case": ("", self.open_drop),
                "show_candidates": ("Ctrl+P", self.open_sheet),
                "decide_case": ("F2", self.open_decide),
                "make_list": ("Ctrl+T", self.make_list),
                "open_case": ("Ctrl+N", self.open_case),
            },
        )
        self.listing.line_opened.disconnect()
        self.listing.line_opened.connect(lambda _: self.open_sheet())
        self.listing.put_beside(self.wide)
        self.listing.title_words = lambda: QCoreApplication.translate("Talent", "Posts to be filled")
        self.listing.empty_words = self._told_empty
        self.retranslate()

    def load(self, period: Period) -> None:
        self.refusal.tell(None)
        self.lane.ask(lambda step: self.desk.follow_up.rotation.lines(), self._show, self.refused, key="rotation")

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("Talent", "Posts to be filled"))
        self.lead.setText(
            translate(
                "Talent",
                "The list names who is lawful and what speaks for and against each. Who is appointed is decided by the "
                "competent official; the reason is kept for good.",
            )
        )
        self.wide.setText(translate("Talent", "&Look in the whole agency"))
        self.say_parts(
            {
                "drop_case": (translate("Talent", "Give up…"), translate("Talent", "Give the chosen case up")),
                "show_candidates": (
                    translate("Talent", "On paper…"),
                    translate("Talent", "Show and print the list of candidates"),
                ),
                "decide_case": (
                    translate("Talent", "Decision…"),
                    translate("Talent", "Note the decision and its reason"),
                ),
                "make_list": (
                    translate("Talent", "Make the list"),
                    translate("Talent", "Make the list of candidates"),
                ),
                "open_case": (
                    translate("Talent", "A post to be filled…"),
                    translate("Talent", "Open a case for a vacant post"),
                ),
            }
        )

    def open_case(self) -> None:
        """Ask which vacant post is to be filled."""
        year = self.year
        self.refusal.tell(None)
        self.lane.ask(
            lambda step: self.desk.follow_up.rotation.vacancies(year), self._ask_case, self.refusal.tell, key="vacant"
        )

    def make_list(self) -> None:
        """Make the list of candidates of the chosen case."""
        line = self.current()
        if line is None or line.state in _OVER:
            return
        year, number, is_wide = self.year, line.case.number, self.wide.isChecked()
        self.write(
            lambda step: self.desk.follow_up.rotation.list(number, year, is_wide),
            QCoreApplication.translate("Talent", "The list is kept."),
        )

    def open_decide(self) -> DecideDialog | None:
        """Ask who was chosen and why."""
        line = self.current()
        if line is None or line.state in _OVER or not line.lawful:
            return None
        dialog = DecideDialog(line.lawful, self.today(), self)
        number = line.case.number

        def accepted() -> None:
            told = (dialog.nip, dialog.reason.toPlainText(), dialog.by.text(), dialog.letter.text(), dialog.day.day)
            self.write(
                lambda step: self.desk.follow_up.rotation.decide(number, *told),
                QCoreApplication.translate("Talent", "The decision is kept."),
            )

        self.put(dialog, "rotation.decide", number, accepted, number)
        return dialog

    def open_drop(self) -> WhyDialog | None:
        """Ask why the chosen case is given up."""
        line = self.current()
        if line is None or line.state in _OVER:
            return None
        translate, number = QCoreApplication.translate, line.case.number
        dialog = WhyDialog(
            translate("Talent", "Give %1 up").replace("%1", number), translate("Talent", "&Give up"), self
        )

        def accepted() -> None:
            reason = dialog.reason.toPlainText()
            self.write(lambda step: self.desk.follow_up.rotation.drop(number, reason), translate("Talent", "Given up."))

        self.put(dialog, "rotation.drop", number, accepted, number)
        return dialog

    def open_sheet(self) -> SheetDialog | None:
        """Show the list of the chosen case with its certificate."""
        line, rotation = self.current(), self.desk.follow_up.rotation
        if line is None or line.kept is None:
            return None
        number = line.case.number
        return self.show_sheet(
            f"{number} {line.case.post}",
            lambda style: rotation.preview(number, style),
            lambda folder, style: rotation.print(number, folder, style),
        )

    def told_why(self, line: RotationLine) -> str:
        return rotation_html(line, self.words)

    def offer_deeds(self, line: RotationLine | None) -> None:
        is_open = line is not None and line.state not in _OVER
        self.offer(("drop_case", "make_list"), is_open)
        self.offer(("decide_case",), is_open and line is not None and bool(line.lawful))
        self.offer(("show_candidates",), line is not None and line.kept is not None)

    def _ask_case(self, posts: tuple[VacantPost, ...]) -> None:
        dialog = CaseDialog(posts, self)

        def accepted() -> None:
            post, note = dialog.chosen, dialog.note.toPlainText()
            self.write(
                lambda step: self.desk.follow_up.rotation.open(post.unit.unit_id, post.post, post.echelon, note),
                QCoreApplication.translate("Talent", "Opened."),
            )

        self.put(dialog, "rotation.open", "new", accepted)

    def _show(self, lines: tuple[RotationLine, ...]) -> None:
        self.give(lines)

    def _told_empty(self, arrangement: Arrangement) -> str:
        if self.lines and arrangement.is_narrowed:
            return ""
        return QCoreApplication.translate(
            "Talent", "No post is being filled. A post to be filled… names those that nobody holds."
        )
