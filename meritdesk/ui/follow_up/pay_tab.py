"""Tindak lanjut, tunjangan kinerja: the recap of a month, every rupiah of a person, and the way to each input.

Three keys lead from a sum to what it stands on: Enter on a person, the number of a line, Enter on the line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, QStandardPaths, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QWidget,
)

from meritdesk.core.documents import PaperSize, PaperStyle
from meritdesk.core.notation import MONTHS
from meritdesk.core.pay import PayRow, PaySlip, PayState
from meritdesk.core.periods import Period, PeriodKind, parse_period
from meritdesk.core.scoring.allowance import PayLine, PaySource, rupiah
from meritdesk.messages.figures import ENGLISH_MONTHS
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.follow_up.pay import Computed, RecapView
from meritdesk.services.office_papers import PapersOutcome
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.sheet_dialog import SheetDialog
from meritdesk.ui.drafts.keeper import keep_drafts
from meritdesk.ui.folders import ask_folder
from meritdesk.ui.follow_up.ask_form import AskForm
from meritdesk.ui.follow_up.listed_tab import ListedTab
from meritdesk.ui.follow_up.pay_differences_dialog import PayDifferencesDialog
from meritdesk.ui.follow_up.pay_inputs_dialog import PayInputsDialog, ask_amount, ask_input
from meritdesk.ui.follow_up.pay_rule_dialog import PayRuleDialog
from meritdesk.ui.follow_up.pay_tables import PayColumn, PayTable
from meritdesk.ui.follow_up.told_lines import ToldLines
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.notices import asks
from meritdesk.ui.wording import Words

_LINE = Qt.ItemDataRole.UserRole
_IN_MENU = (
    "enter_input",
    "set_amount",
    "edit_inputs",
    "change_rule",
    "settle_month",
    "show_differences",
    "check_seal",
    "print_recaps",
    "show_slip",
)


def _state(line: object) -> StrEnum:
    assert isinstance(line, PayRow)
    return line.state


class PayTab(ListedTab[PayRow]):
    """The recap of one month of the year in the head."""

    nouns = frozenset({"people", "units", "evaluations", "pay", "discipline", "timekeeping", "documents"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.view_of: RecapView | None = None
        self.slip: PaySlip | None = None
        self.month = QComboBox(self)
        for number in range(1, 13):
            self.month.addItem("", number)
        self._has_chosen_month = False
        self.table = PayTable(words, self)
        self.reasons = ToldLines(self)
        self.reasons.setMinimumWidth(look.in_letters(250))
        self.reasons.itemActivated.connect(self._follow)
        self.build(
            "follow_up.pay",
            self.table,
            [self.state_facet(PayState, _state), column_facet(self.table, PayColumn.UNIT, lambda: self.lines)],
            {
                "enter_input": ("", self.open_input),
                "set_amount": ("", self.open_amount),
                "edit_inputs": ("", self.open_inputs),
                "change_rule": ("", self.open_rule),
                "settle_month": ("", self.open_settle),
                "show_differences": ("", self.open_differences),
                "check_seal": ("", self.check_seal),
                "print_recaps": ("Ctrl+Shift+P", self.print_into),
                "show_slip": ("Ctrl+P", self.open_slip),
                "export_treasury": ("", self.export_into),
                "lock_month": ("", self.lock_month),
                "compute_month": ("Ctrl+N", self.compute_month),
            },
        )
        # Enter on a line leads to its reasons; the first thing to do stands in the head all the same.
        self.listing.line_opened.disconnect()
        self.listing.line_opened.connect(lambda _: self.enter_reasons())
        self.more = QPushButton(self)
        self.more_menu = QMenu(self)
        for name in _IN_MENU:
            self.buttons[name].hide()
            self.more_menu.addAction(self.deeds[name])
        self.more.setMenu(self.more_menu)
        self.head.insertWidget(1, self.more)
        self.splitter.addWidget(self.reasons)
        self.splitter.setStretchFactor(2, 0)
        self.listing.title_words = lambda: QCoreApplication.translate("PayTab", "Performance pay")
        self.listing.empty_words = self._told_empty
        self.listing.put_beside(self.month)
        self.month.activated.connect(lambda _: self._month_chosen())
        self.retranslate()

    @property
    def chosen_month(self) -> Period:
        """The month whose recap is shown."""
        assert self.period is not None
        return Period(self.period.year, PeriodKind.MONTH, int(self.month.currentData()))

    def load(self, period: Period) -> None:
        self.refusal.tell(None)
        if not self._has_chosen_month:
            self.month.setCurrentIndex(_first_month(period, self.desk.register.today()) - 1)
        month = self.chosen_month
        self.lane.ask(lambda step: self.desk.follow_up.pay.recap(month), self._show, self.refused, key="follow-up-pay")

    def narrow(self, filters: dict[str, object]) -> None:  # type: ignore[override]
        """``month`` chooses the month, the rest as in every list."""
        if str(filters.get("month", "")).isdigit():
            self.month.setCurrentIndex(int(str(filters["month"])) - 1)
            self._has_chosen_month = True
            self.mark_stale()
        super().narrow(filters)

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("PayTab", "Performance pay"))
        for place in range(self.month.count()):
            name = MONTHS[place] if self.words.language == "id" else ENGLISH_MONTHS[place]
            self.month.setItemText(place, name)
        self.month.setAccessibleName(translate("PayTab", "Month"))
        if self.slip is not None:
            self._show_slip(self.slip)
        self.reasons.setAccessibleName(
            translate("PayTab", "Every rupiah of the chosen employee; a number and Enter lead to its input")
        )
        self.more.setText(translate("PayTab", "&More"))
        self.say_parts(
            {
                "enter_input": (translate("PayTab", "Enter…"), translate("PayTab", "Enter an input of the month…")),
                "set_amount": (translate("PayTab", "Amount…"), translate("PayTab", "Set a basic amount…")),
                "edit_inputs": (
                    translate("PayTab", "Inputs…"),
                    translate("PayTab", "Amounts and inputs of the month…"),
                ),
                "change_rule": (
                    translate("PayTab", "Rule…"),
                    translate("PayTab", "Look at the pay rule, try another one…"),
                ),
                "settle_month": (
                    translate("PayTab", "Settle…"),
                    translate("PayTab", "Settle a locked month in a later one…"),
                ),
                "print_recaps": (translate("PayTab", "Print…"), translate("PayTab", "Print the recap of every unit…")),
                "show_slip": (translate("PayTab", "Slip…"), translate("PayTab", "Slip of the chosen employee…")),
                "export_treasury": (
                    translate("PayTab", "Export…"),
                    translate("PayTab", "Write the list for the treasury…"),
                ),
                "lock_month": (
                    translate("PayTab", "Lock…"),
                    translate("PayTab", "Lock the recap of the month for good…"),
                ),
                "compute_month": (
                    translate("PayTab", "Compute"),
                    translate("PayTab", "Compute the recap of the month"),
                ),
            }
        )
        self._tell()

    def told_why(self, line: PayRow) -> str:
        return ""

    def settle(self) -> None:
        """Ask for the lines of the chosen person; they come a moment later."""
        super().settle()
        self.why.hide()
        line = self.current()
        self.reasons.setVisible(bool(self.listing.total))
        if line is None or self.view_of is None:
            self.reasons.clear()
            self.slip = None
            return
        if self.slip is not None and self.slip.row == line:
            return
        month, version = self.view_of.recap.period, self.view_of.recap.version
        self.lane.ask(
            lambda step: self.desk.follow_up.pay.why(month, line.nip, version),
            self._show_slip,
            lambda error: self.reasons.clear(),
            key="follow-up-pay-why",
        )

    def offer_deeds(self, line: PayRow | None) -> None:
        recap = self.view_of.recap if self.view_of is not None else None
        can = {
            "enter_input": True,
            "set_amount": True,
            "edit_inputs": True,
            "change_rule": True,
            "compute_month": True,
            "print_recaps": recap is not None,
            "export_treasury": recap is not None and recap.is_locked,
            "lock_month": recap is not None and not recap.is_locked,
            "settle_month": recap is not None and recap.is_locked,
            "show_differences": self.view_of is not None and self.view_of.before is not None,
            "check_seal": recap is not None,
            "show_slip": line is not None,
        }
        for name, is_possible in can.items():
            self.deeds[name].setEnabled(is_possible)
            self.buttons[name].setEnabled(is_possible)

    def enter_reasons(self) -> None:
        """Put the keyboard on the first line of the reckoning."""
        if self.reasons.count():
            self.reasons.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if self.reasons.currentRow() < 0:
                self.reasons.setCurrentRow(0)

    def places(self) -> tuple[QWidget, ...]:
        return (*super().places(), self.reasons)

    def compute_month(self) -> None:
        """Reckon the month; of a locked one only as another version, with a reason."""
        if self.view_of is not None and self.view_of.recap.is_locked:
            self.open_reason()
            return
        self._compute("")

    def open_reason(self) -> AskForm:
        """Ask why a locked month is reckoned anew."""
        translate = QCoreApplication.translate
        reason = QLineEdit(self)
        dialog = AskForm(
            self.lane,
            self.words,
            translate("PayTab", "Another version"),
            translate(
                "PayTab",
                "The recap is locked and stays as it is. Another version stands beside it and says why it was made.",
            ),
            [(translate("PayTab", "&Reason"), reason)],
            translate("PayTab", "Compute another version"),
            self,
        )
        month = self.chosen_month

        def work() -> object:
            words = reason.text()
            return lambda: self.desk.follow_up.pay.compute(month, words)

        dialog.saves_by(work, self._computed, translate("PayTab", "Computing the recap"))
        self._keep(dialog, "pay.form", "reason")
        dialog.open()
        return dialog

    def open_kept(self, deed: str) -> AskForm | None:
        """The form of the chosen month again in which something was typed and not saved."""
        opens: Mapping[str, Callable[[], AskForm]] = {
            "input": self.open_input,
            "amount": self.open_amount,
            "reason": self.open_reason,
            "settle": self.open_settle,
        }
        return opens[deed]() if deed in opens else None

    def _keep(self, dialog: QDialog, editor: str, deed: str) -> None:
        month = self.chosen_month
        facts = {"month": str(month.index), "deed": deed}
        keep_drafts(dialog, self, editor, f"{deed}|{month}", self._month_words(), facts=facts)

    def _compute(self, reason: str) -> None:
        month = self.chosen_month
        self.refusal.tell(None)
        self.lane.ask(
            lambda step: self.desk.follow_up.pay.compute(month, reason, step),
            self._computed,
            self.refusal.tell,
            QCoreApplication.translate("PayTab", "Computing the recap"),
            shows_progress=True,
        )

    def lock_month(self) -> None:
        """Lock the recap after one question that names month, people and sum."""
        if self.view_of is None:
            return
        recap, translate = self.view_of.recap, QCoreApplication.translate
        question = translate("PayTab", "Lock the recap of %1: %2 people, %3?")
        for place, told in enumerate(
            (self._month_words(), self.words.number(recap.people), self.words.noted(rupiah(recap.net))), 1
        ):
            question = question.replace(f"%{place}", told)
        consequence = translate(
            "PayTab",
            "A locked recap never changes. A correction is another version with a reason, or a later settlement.",
        )
        if asks(self, question, consequence, translate("PayTab", "Lock for good")):
            self.lock_now()

    def lock_now(self) -> None:
        """Lock without asking again."""
        month = self.chosen_month
        self.refusal.tell(None)
        self.lane.ask(
            lambda step: self.desk.follow_up.pay.lock(month, step),
            self._computed,
            self.refusal.tell,
            QCoreApplication.translate("PayTab", "Locking the recap"),
        )

    def open_settle(self) -> AskForm:
        """Ask into which month what a locked one owes is carried."""
        translate = QCoreApplication.translate
        into, month = QComboBox(self), self.chosen_month
        for number in range(month.index + 1, month.index + 13):
            year, index = divmod(number - 1, 12)
            later = Period(month.year + year, PeriodKind.MONTH, index + 1)
            into.addItem(self.words.period(later), later)
        dialog = AskForm(
            self.lane,
            self.words,
            translate("PayTab", "Settle in a later month"),
            translate(
                "PayTab",
                "What the locked month would pay otherwise today is entered, person by person, for the later month.",
            ),
            [(translate("PayTab", "&Into"), into)],
            translate("PayTab", "Settle"),
            self,
        )

        def work() -> object:
            later = into.currentData()
            return lambda: self.desk.follow_up.pay.settle(month, later)[1]

        dialog.saves_by(work, lambda _: self.mark_stale(), translate("PayTab", "Settling"))
        self._keep(dialog, "pay.form", "settle")
        dialog.open()
        return dialog

    def open_differences(self) -> PayDifferencesDialog:
        """Who is paid otherwise than in the version before."""
        dialog = PayDifferencesDialog(self.desk, self.lane, self.words, self.chosen_month, self)
        dialog.open()
        return dialog

    def check_seal(self) -> None:
        """Say whether the lines are still those with which the recap was sealed."""
        if self.view_of is None:
            return
        month, version = self.view_of.recap.period, self.view_of.recap.version
        translate = QCoreApplication.translate

        def tell(is_whole: bool) -> None:
            whole = translate("PayTab", "The seal is whole: no line has changed since the recap was computed.")
            broken = translate("PayTab", "The seal is broken: lines have changed outside MeritDesk. Restore a backup.")
            self.message.emit(whole if is_whole else broken)

        self.lane.ask(lambda step: self.desk.follow_up.pay.is_whole(month, version), tell, self.refusal.tell)

    def open_inputs(self, search: str = "", tab: int = 0) -> PayInputsDialog:
        """Amounts and inputs of the month, perhaps of one person only."""
        dialog = PayInputsDialog(self.desk, self.lane, self.words, self.chosen_month, search, tab, self)
        dialog.changed.connect(self.mark_stale)
        dialog.open()
        return dialog

    def open_input(self) -> AskForm:
        """Enter one input of the month."""
        return ask_input(self, self.desk, self.lane, self.words, self.chosen_month, lambda _: self.mark_stale())

    def open_amount(self) -> AskForm:
        """Say the amounts of one person, post or class."""
        return ask_amount(self, self.desk, self.lane, self.words, self.chosen_month, lambda _: self.mark_stale())

    def open_rule(self) -> PayRuleDialog:
        """The rule in force figure by figure, and what other figures would pay."""
        dialog = PayRuleDialog(self.desk, self.lane, self.words, self.chosen_month, self)
        dialog.adopted.connect(self.mark_stale)
        self._keep(dialog, "pay.rule", "rule")
        dialog.open()
        return dialog

    def open_slip(self) -> SheetDialog | None:
        """Show the slip of the chosen person; it is printed from there."""
        line = self.current()
        if line is None or self.view_of is None:
            return None
        month, version, papers = self.view_of.recap.period, self.view_of.recap.version, self.desk.follow_up.pay.papers

        def issue(folder: Path, style: PaperStyle) -> Path:
            return Path(papers.print_slips(month, folder, [line.nip], version, style).file.path)

        dialog = SheetDialog(
            self.desk, self.lane, self.words, line.name,
            lambda style: papers.preview_slip(month, line.nip, version, style), issue, self,
        )  # fmt: skip
        dialog.open()
        return dialog

    def print_into(self, folder: Path | None = None) -> None:
        """Print the recap of every unit into one file in a folder; without one, ask for it."""
        if self.view_of is None:
            return
        target = folder or ask_folder(self, QCoreApplication.translate("PayTab", "Into which folder?"))
        if target is None:
            return
        month, version = self.view_of.recap.period, self.view_of.recap.version
        style = PaperStyle(PaperSize(str(QSettings().value("paper", PaperSize.FOLIO.value))))

        def work(step: Step) -> PapersOutcome:
            return self.desk.follow_up.pay.papers.print_recaps(month, target, None, version, style, step)

        self.lane.ask(
            work,
            self._printed,
            self.refusal.tell,
            QCoreApplication.translate("PayTab", "Printing the recap"),
            shows_progress=True,
        )

    def export_into(self, path: Path | None = None) -> None:
        """Write the list for the treasury; without a file, ask for it."""
        if self.view_of is None:
            return
        month, version = self.view_of.recap.period, self.view_of.recap.version
        target = path
        if target is None:
            name = f"tunjangan-{month.code}.xlsx"
            home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
            asked = QCoreApplication.translate("PayTab", "Write the list where?")
            chosen, _ = QFileDialog.getSaveFileName(self, asked, str(Path(home) / name), "*.xlsx *.csv")
            if not chosen:
                return
            target = Path(chosen)
        self.lane.ask(
            lambda step: self.desk.follow_up.pay.papers.export(month, target, version),
            lambda done: self.message.emit(
                QCoreApplication.translate("PayTab", "%1 people, %2, written to %3")
                .replace("%1", self.words.number(done.people))
                .replace("%2", self.words.noted(rupiah(done.net)))
                .replace("%3", done.path.name)
            ),
            self.refusal.tell,
        )

    def _follow(self, item: QListWidgetItem) -> None:
        """Go to where the input of a line is kept."""
        line, row = item.data(_LINE), self.current()
        if not isinstance(line, PayLine) or row is None:
            return
        if line.source is PaySource.AMOUNT:
            self.open_inputs(tab=1)
        elif line.source is PaySource.INPUT:
            self.open_inputs(row.nip if not line.key.startswith("ABSORPTION") else "")
        elif line.source is PaySource.RULE:
            self.open_rule()
        else:
            room, tab = _PLACES[line.source]
            filters: dict[str, object] = {"tab": tab, "nip": row.nip, "month": str(self.chosen_month.index)}
            if line.source is PaySource.EVALUATION and line.key:
                filters["period"] = parse_period(line.key)
            self.go_to.emit(room, filters)

    def _show(self, view: RecapView | None) -> None:
        self.view_of, self.slip = view, None
        self.give(view.rows if view is not None else ())
        self._tell()

    def _show_slip(self, slip: PaySlip) -> None:
        line = self.current()
        if line is None or line.person_id != slip.row.person_id:
            return
        self.slip = slip
        self.reasons.clear()
        for number, one in enumerate(slip.lines, 1):
            told = self.words.messages.sentence(one.reason.code, dict(one.reason.facts))
            item = QListWidgetItem(f"{number}.  {self.words.noted(rupiah(one.amount))}\n{told}")
            item.setData(_LINE, one)
            item.setToolTip(
                f"{told}\n{self.words.messages.label_of(one.source)} · {self.words.messages.cited(one.reason.source)}"
            )
            self.reasons.addItem(item)
        if not slip.lines:
            self.reasons.addItem(self.words.messages.label_of(slip.row.state))

    def _computed(self, done: object) -> None:
        assert isinstance(done, Computed)
        said = QCoreApplication.translate("PayTab", "%1: %2 people, %3")
        for place, told in enumerate(
            (self._month_words(), self.words.number(done.recap.people), self.words.noted(rupiah(done.recap.net))), 1
        ):
            said = said.replace(f"%{place}", told)
        self.message.emit(said)
        self.mark_stale()

    def _printed(self, outcome: PapersOutcome) -> None:
        said = QCoreApplication.translate("PayTab", "%1 sheets printed: %2")
        told = said.replace("%1", self.words.number(len(outcome.numbers)))
        self.message.emit(told.replace("%2", Path(outcome.file.path).name))

    def _month_chosen(self) -> None:
        self._has_chosen_month = True
        self.refresh()

    def _month_words(self) -> str:
        return self.words.period(self.chosen_month)

    def _tell(self) -> None:
        translate = QCoreApplication.translate
        if self.view_of is None:
            self.lead.setText(
                translate(
                    "PayTab",
                    "No recap of this month yet. It is computed for everybody at once and may be computed again.",
                )
            )
            self.summary.setText("")
            return
        recap, before = self.view_of.recap, self.view_of.before
        standing = translate("PayTab", "locked by %1") if recap.is_locked else translate("PayTab", "not locked yet")
        parts = [
            translate("PayTab", "Version %1").replace("%1", str(recap.version)),
            standing.replace("%1", recap.locked_by),
            translate("PayTab", "rule %1").replace("%1", recap.pack_id),
        ]
        if recap.reason:
            parts.append(recap.reason)
        if before is not None:
            difference = translate("PayTab", "%1 against version %2").replace(
                "%1", self.words.noted(rupiah(recap.net - before.net))
            )
            parts.append(difference.replace("%2", str(before.version)))
        self.lead.setText(" · ".join(parts))
        said = translate("PayTab", "%1 people paid · amounts %2 · paid %3 · %4 without an amount")
        without = sum(row.state is PayState.NO_AMOUNT for row in self.view_of.rows)
        told = (
            self.words.number(recap.people),
            self.words.noted(rupiah(recap.gross)),
            self.words.noted(rupiah(recap.net)),
            self.words.number(without),
        )
        for place, text in enumerate(told, 1):
            said = said.replace(f"%{place}", text)
        self.summary.setText(said)

    def _told_empty(self, arrangement: Arrangement) -> str:
        if self.lines and arrangement.is_narrowed:
            return ""
        return self.words.messages.sentence("FOL-369", {})


_PLACES = {
    PaySource.EVALUATION: ("assessment", "ratings"),
    PaySource.ACTIVITY: ("execution", "activity"),
    PaySource.ATTENDANCE: ("execution", "attendance"),
    PaySource.SANCTION: ("follow_up", "discipline"),
    PaySource.PERSON: ("register", "staff"),
}


def _first_month(period: Period, today: date) -> int:
    """The month that is shown first: the last one of the period in the head that is over, or its first."""
    last = period.last_day
    if today <= last:
        last = max(period.first_day, today.replace(day=1))
        return max(period.first_day.month, last.month - (last.month > period.first_day.month))
    return last.month
