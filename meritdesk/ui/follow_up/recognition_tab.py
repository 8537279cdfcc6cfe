"""Tindak lanjut, penghargaan: who is first in a month by the formula, why, and whom the head chooses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from meritdesk.core.people import OrgUnit
from meritdesk.core.periods import Period, parse_period
from meritdesk.core.recognition import RecognitionState
from meritdesk.services import Desk
from meritdesk.services.follow_up.recognition import AwardLine, RecognitionBoard, RecognitionEntry
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.sheet_dialog import SheetDialog
from meritdesk.ui.follow_up.deed_tab import DeedTab
from meritdesk.ui.follow_up.month_field import DepartmentField, MonthField
from meritdesk.ui.follow_up.recognition_questions import AwardsDialog, ChooseDialog
from meritdesk.ui.follow_up.recognition_tables import RankColumn, RankTable, figure
from meritdesk.ui.follow_up.talent_questions import WhyDialog
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.wording import Words


def _state(line: object) -> StrEnum:
    assert isinstance(line, RecognitionEntry)
    return line.state


class RecognitionTab(DeedTab[RecognitionEntry]):
    """The ranking of one month, of the agency or of a department."""

    nouns = frozenset(
        {"people", "units", "evaluations", "recognition", "pay", "discipline", "habits", "timekeeping", "history"}
    )

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.board: RecognitionBoard | None = None
        self.month = MonthField(words, self)
        self.unit = DepartmentField(self)
        self.table = RankTable(words, self)
        self.build(
            "follow_up.recognition",
            self.table,
            [
                self.state_facet(RecognitionState, _state),
                column_facet(self.table, RankColumn.UNIT, lambda: self.lines),
            ],
            {
                "show_chosen": ("", self.open_awards),
                "withdraw_best": ("", self.open_withdraw),
                "show_certificate": ("Ctrl+Shift+P", self.open_certificate),
                "show_ranking": ("Ctrl+P", self.open_sheet),
                "choose_best": ("F2", self.open_choose),
            },
        )
        self.listing.put_beside(self.month, self.unit)
        self.month.activated.connect(lambda _: self.refresh())
        self.unit.activated.connect(lambda _: self.refresh())
        self.listing.title_words = lambda: QCoreApplication.translate("Recognition", "Employee of the Month")
        self.listing.empty_words = self._told_empty
        self.retranslate()

    @property
    def chosen_month(self) -> Period:
        """The month that is shown."""
        return self.month.month_of(self.year)

    def load(self, period: Period) -> None:
        self.refusal.tell(None)
        self.month.start_at(period, self.today())
        room, month, unit_id = self.desk.follow_up.recognition, self.chosen_month, self.unit.unit_id
        self.lane.ask(
            lambda step: (room.board(month, unit_id, step), room.departments()),
            lambda found: self._show(*found),
            self.refused,
            key="recognition",
        )

    def show_again(self, subject: str) -> None:
        """Show the month and department to which a draft belongs (``2025-11:unit``)."""
        month, _, unit_id = subject.partition(":")
        self.unit.setCurrentIndex(max(0, self.unit.findData(unit_id)))
        self.narrow({"month": str(parse_period(month).index)})
        self.refresh()

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``month`` chooses the month, the rest as in every list."""
        if str(filters.get("month", "")).isdigit():
            self.month.take(int(str(filters["month"])))
            self.mark_stale()
        super().narrow(filters)

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("Recognition", "Employee of the Month"))
        self.month.say()
        self.unit.say()
        self.say_parts(
            {
                "show_chosen": (
                    translate("Recognition", "Chosen…"),
                    translate("Recognition", "Show who was chosen in every month"),
                ),
                "withdraw_best": (
                    translate("Recognition", "Withdraw…"),
                    translate("Recognition", "Withdraw the choice of the month"),
                ),
                "show_certificate": (
                    translate("Recognition", "Certificate…"),
                    translate("Recognition", "Show and print the certificate of the month"),
                ),
                "show_ranking": (
                    translate("Recognition", "On paper…"),
                    translate("Recognition", "Show and print the ranking with its formula"),
                ),
                "choose_best": (
                    translate("Recognition", "Choose…"),
                    translate("Recognition", "Choose the Employee of the Month"),
                ),
            }
        )
        self._tell()

    def open_choose(self) -> ChooseDialog | None:
        """Ask who of the shortlist is chosen."""
        board, line = self.board, self.current()
        if board is None or board.award is not None or not board.shortlist:
            return None
        first = line.person.nip if line is not None else ""
        dialog = ChooseDialog(board.shortlist, board.suggested_id, first, self.words, self)
        month, unit_id = board.period, board.unit_id

        def accepted() -> None:
            nip, reason = dialog.nip, dialog.reason.toPlainText()
            self.write(
                lambda step: self.desk.follow_up.recognition.choose(month, nip, reason, unit_id),
                QCoreApplication.translate("Recognition", "The choice is kept."),
            )

        self.put(dialog, "recognition.choose", f"{month.code}:{unit_id}", accepted)
        return dialog

    def open_withdraw(self) -> WhyDialog | None:
        """Ask why the choice of the month is taken back."""
        board = self.board
        if board is None or board.award is None:
            return None
        translate, month, unit_id = QCoreApplication.translate, board.period, board.unit_id
        dialog = WhyDialog(
            translate("Recognition", "Withdraw the choice of %1").replace("%1", self.words.period(month)),
            translate("Recognition", "&Withdraw"),
            self,
        )

        def accepted() -> None:
            reason = dialog.reason.toPlainText()
            self.write(
                lambda step: self.desk.follow_up.recognition.withdraw(month, reason, unit_id),
                translate("Recognition", "The choice is withdrawn."),
            )

        self.put(dialog, "recognition.withdraw", f"{month.code}:{unit_id}", accepted)
        return dialog

    def open_awards(self) -> None:
        """Show who was chosen in every month."""

        def show(lines: Sequence[AwardLine]) -> None:
            dialog = AwardsDialog(lines, self.words, self)
            dialog.open()

        self.lane.ask(
            lambda step: self.desk.follow_up.recognition.given(), show, self.refusal.tell, key="recognition-given"
        )

    def open_certificate(self) -> SheetDialog | None:
        """Show the certificate of the month."""
        board, room = self.board, self.desk.follow_up.recognition
        if board is None or board.award is None:
            return None
        month, unit_id = board.period, board.unit_id
        return self.show_sheet(
            QCoreApplication.translate("Recognition", "Certificate %1").replace("%1", self.words.period(month)),
            lambda style: room.preview_certificate(month, unit_id, style),
            lambda folder, style: room.print_certificate(month, folder, unit_id, style),
        )

    def open_sheet(self) -> SheetDialog | None:
        """Show the ranking of the month with its formula."""
        board, room = self.board, self.desk.follow_up.recognition
        if board is None or not self.lines:
            return None
        month, unit_id = board.period, board.unit_id
        return self.show_sheet(
            QCoreApplication.translate("Recognition", "Ranking %1").replace("%1", self.words.period(month)),
            lambda style: room.preview_list(month, unit_id, style),
            lambda folder, style: room.print_list(month, folder, unit_id, style),
        )

    def told_why(self, line: RecognitionEntry) -> str:
        """Every figure, then what keeps him off or what is missing."""
        translate, score = QCoreApplication.translate, line.placed.score
        rows = [f"NIP {line.person.nip}", line.unit_name, line.person.position_title]
        parts = [
            f"<h3>{escape(self.words.who(line.person))}</h3><p>{'<br>'.join(escape(one) for one in rows if one)}</p>"
        ]
        if self.board is not None and self.board.award is not None and line.is_chosen and self.board.award.reason:
            parts.append(
                "<p><b>" + escape(translate("Recognition", "Reason")) + f"</b>: {escape(self.board.award.reason)}</p>"
            )
        if line.placed.is_tied:
            said = translate("Recognition", "Equal to others in every figure: the head chooses with a reason.")
            parts.append(f"<p>= {escape(said)}</p>")
        for title, sign, reasons in (
            (translate("Recognition", "Kept off the list"), "✗ ", score.vetoes),
            (translate("Recognition", "What is missing"), "⚠ ", score.missing),
            (
                translate("Recognition", "How it was reckoned"),
                "",
                (*(one.reason for one in score.lines), *score.left_out),
            ),
        ):
            if reasons:
                told = "".join(f"<p>{sign}{escape(self.words.messages.reason(one))}</p>" for one in reasons)
                parts.append(f"<h4>{escape(title)}</h4>{told}")
        if score.total is not None:
            total = translate("Recognition", "Total %1").replace("%1", figure(score.total, self.words.language))
            parts.append(f"<p><b>{escape(total)}</b></p>")
        return "".join(parts)

    def offer_deeds(self, line: RecognitionEntry | None) -> None:
        board = self.board
        is_given = board is not None and board.award is not None
        self.offer(("withdraw_best", "show_certificate"), is_given)
        self.offer(("show_ranking",), board is not None and bool(self.lines))
        self.offer(("choose_best",), board is not None and not is_given and bool(board.shortlist))

    def refused(self, error: Exception) -> None:
        self.board = None
        super().refused(error)
        self._tell()

    def _show(self, board: RecognitionBoard, departments: Sequence[OrgUnit]) -> None:
        self.unit.offer(departments)
        self.board = board
        self.give(board.entries)
        self._tell()

    def _tell(self) -> None:
        translate, board = QCoreApplication.translate, self.board
        if board is None:
            self.lead.setText(
                translate("Recognition", "The formula stands in the rule pack of recognition; the head chooses.")
            )
            self.summary.setText("")
            return
        if board.award is not None:
            chosen = board.award.person_id
            name = self.words.person(board.name_of(chosen), chosen)
            told = translate("Recognition", "Chosen: %1").replace("%1", name)
        elif board.suggested_id:
            name = self.words.person(board.name_of(board.suggested_id), board.suggested_id)
            told = translate("Recognition", "The formula suggests: %1").replace("%1", name)
        elif board.shortlist:
            told = translate("Recognition", "Several are equal in first place: the formula suggests nobody.")
        else:
            told = translate("Recognition", "Nobody can be chosen yet; each line says why.")
        formula = ", ".join(
            f"{self.words.messages.label_of(rule.measure)} {figure(rule.weight, self.words.language)} %"
            for rule in board.rules.measures
        )
        self.lead.setText(f"{told}  ({formula})")
        label = self.words.messages.label_of
        self.summary.setText(
            " · ".join(f"{label(one)} {self.words.number(board.counts.get(one, 0))}" for one in RecognitionState)
        )

    def _told_empty(self, arrangement: Arrangement) -> str:
        if self.lines and arrangement.is_narrowed:
            return ""
        return QCoreApplication.translate("Recognition", "Nobody is at work here in this month.")
