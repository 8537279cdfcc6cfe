"""What pay is reckoned from: the inputs of a month and the basic amounts, entered one by one or imported."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.allowance_rules import PayComponent
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.notation import read_decimal
from meritdesk.core.pay import PayHolder, PayInputKind
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.follow_up.pay_inputs import AmountLine, InputLine
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.day_field import DayField
from meritdesk.ui.drafts.keeper import keep_drafts, page_of
from meritdesk.ui.follow_up.ask_form import AskForm
from meritdesk.ui.follow_up.pay_tables import AmountTable, InputTable
from meritdesk.ui.follow_up.plain_list import PlainList
from meritdesk.ui.intake.wizard import IntakeWizard
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.wording import Words


class PayInputsDialog(ByKeyboard, QDialog):
    """Two lists on two tabs: inputs of the month, and basic amounts."""

    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        lane: Lane,
        words: Words,
        month: Period,
        search: str = "",
        tab: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk, self.lane, self.words, self.month = desk, lane, words, month
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("PayInputs", "Amounts and inputs of %1").replace("%1", words.period(month)))
        self.refusal = RefusalStrip(words, self)
        self.inputs: PlainList[InputLine] = PlainList(
            InputTable(words, self),
            translate("PayInputs", "Inputs of the month"),
            translate(
                "PayInputs",
                "Nothing is entered for this month: nobody is cut for a wealth report, nothing is known of budgets.",
            ),
            self,
        )
        self.amounts: PlainList[AmountLine] = PlainList(
            AmountTable(words, self),
            translate("PayInputs", "Basic amounts"),
            translate("PayInputs", "No amounts yet. Import them by employee, by post, or by post class."),
            self,
        )
        self.tabs = QTabWidget(self)
        self.enter_button = QPushButton(translate("PayInputs", "&Enter…"), self)
        self.remove_button = QPushButton(translate("PayInputs", "Take &out"), self)
        self.import_inputs = QPushButton(translate("PayInputs", "&Import inputs…"), self)
        self.set_button = QPushButton(translate("PayInputs", "Set an &amount…"), self)
        self.import_amounts = QPushButton(translate("PayInputs", "I&mport amounts…"), self)
        self.enter_button.clicked.connect(lambda: self.open_enter())
        self.remove_button.clicked.connect(self.remove)
        self.import_inputs.clicked.connect(lambda: self.open_import("PAY_INPUTS"))
        self.set_button.clicked.connect(lambda: self.open_amount())
        self.import_amounts.clicked.connect(lambda: self.open_import("PAY_AMOUNTS"))
        self.tabs.addTab(
            _held(self.inputs, (self.enter_button, self.remove_button, self.import_inputs)),
            translate("PayInputs", "Inputs of the month"),
        )
        self.tabs.addTab(
            _held(self.amounts, (self.set_button, self.import_amounts)), translate("PayInputs", "Basic amounts")
        )
        self.tabs.setCurrentIndex(tab)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(look.RHYTHM)
        lead = QLabel(
            translate(
                "PayInputs",
                "Attendance, activity, evaluations and sanctions come by themselves. Here stands what must be entered.",
            ),
            self,
        )
        lead.setWordWrap(True)
        column.addWidget(lead)
        column.addWidget(self.refusal)
        column.addWidget(self.tabs, 1)
        column.addWidget(close)
        if search:
            self.inputs.narrow_to(search)
        self.resize(look.in_letters(860), look.in_letters(520))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.load()

    def load(self) -> None:
        """Read both lists."""
        inputs, month = self.desk.follow_up.pay.inputs, self.month
        self.lane.ask(lambda step: inputs.lines(month), self.inputs.show_lines, self.refusal.tell, key="pay-inputs")
        self.lane.ask(lambda step: inputs.amounts(), self.amounts.show_lines, self.refusal.tell, key="pay-amounts")

    def open_enter(self) -> AskForm:
        """Enter one input of the month."""
        return ask_input(self, self.desk, self.lane, self.words, self.month, self._saved)

    def remove(self) -> None:
        """Take the chosen input out."""
        line = self.inputs.current()
        if line is None:
            return
        one, inputs = line.entry, self.desk.follow_up.pay.inputs
        subject = line.nip or one.subject
        self.lane.ask(lambda step: inputs.enter(self.month, one.kind, subject, None), self._saved, self.refusal.tell)

    def open_amount(self) -> AskForm:
        """Say the amounts of one person, post or class."""
        return ask_amount(self, self.desk, self.lane, self.words, self.month, self._saved)

    def open_import(self, kind: str) -> IntakeWizard:
        """The import wizard for inputs or amounts."""
        dialog = IntakeWizard(self.lane, self.words, self.desk, kind, self)
        dialog.imported.connect(lambda *_: self._saved(None))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def _saved(self, _: object) -> None:
        self.changed.emit()
        self.load()


def _held(listing: QWidget, buttons: tuple[QPushButton, ...]) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout()
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    column = QVBoxLayout(holder)
    column.addLayout(row)
    column.addWidget(listing, 1)
    return holder


def ask_input(
    parent: QWidget, desk: Desk, lane: Lane, words: Words, month: Period, then: Callable[[object], None]
) -> AskForm:
    """Ask for one input of a month and enter it."""
    translate = QCoreApplication.translate
    kind, subject, value, remark = QComboBox(parent), QLineEdit(parent), QLineEdit(parent), QLineEdit(parent)
    for one in PayInputKind:
        kind.addItem(words.messages.label_of(one), one)
    dialog = AskForm(
        lane,
        words,
        translate("PayInputs", "Input of the month"),
        translate("PayInputs", "A NIP for a person; for the absorption of a budget the name or UNOR ID of the unit."),
        [
            (translate("PayInputs", "&Kind"), kind),
            (translate("PayInputs", "&NIP or unit"), subject),
            (translate("PayInputs", "&Value"), value),
            (translate("PayInputs", "N&ote"), remark),
        ],
        translate("PayInputs", "Enter it"),
        parent,
    )

    def work() -> object:
        figure = read_decimal(value.text())
        if figure is None:
            raise UsageRefusal("FOL-366", value=value.text() or "–")
        chosen, about, note = PayInputKind(kind.currentData()), subject.text().strip(), remark.text()
        return lambda: desk.follow_up.pay.inputs.enter(month, chosen, about, figure, note)

    dialog.saves_by(work, then, "")
    _keep(dialog, parent, "input", month, words)
    dialog.open()
    return dialog


def _keep(dialog: AskForm, parent: QWidget, deed: str, month: Period, words: Words) -> None:
    page = page_of(parent)
    if page is not None:
        facts = {"month": str(month.index), "deed": deed}
        keep_drafts(dialog, page, "pay.form", f"{deed}|{month}", words.period(month), facts=facts)


def ask_amount(
    parent: QWidget, desk: Desk, lane: Lane, words: Words, month: Period, then: Callable[[object], None]
) -> AskForm:
    """Ask for the amounts of one person, post or class and set them."""
    translate = QCoreApplication.translate
    kind, holder, post_class = QComboBox(parent), QLineEdit(parent), QLineEdit(parent)
    for one in PayHolder:
        kind.addItem(words.messages.label_of(one), one)
    since = DayField(month.first_day, parent)
    figures = {component: QLineEdit(parent) for component in PayComponent}
    dialog = AskForm(
        lane,
        words,
        translate("PayInputs", "Basic amount"),
        translate(
            "PayInputs", "A NIP, the title of a post, or a post class. Without amounts those of the class count."
        ),
        [
            (translate("PayInputs", "&Of"), kind),
            (translate("PayInputs", "&NIP, post or class"), holder),
            (translate("PayInputs", "Post &class"), post_class),
            (translate("PayInputs", "Counts &from"), since),
            *((words.messages.label_of(component), field) for component, field in figures.items()),
        ],
        translate("PayInputs", "Set"),
        parent,
    )

    def work() -> object:
        amounts = {}
        for component, field in figures.items():
            if field.text().strip():
                figure = read_decimal(field.text())
                if figure is None:
                    raise UsageRefusal("FOL-366", value=field.text())
                amounts[component] = figure
        chosen, about, day, named = PayHolder(kind.currentData()), holder.text().strip(), since.day, post_class.text()
        return lambda: desk.follow_up.pay.inputs.set_amount(chosen, about, day, amounts, named)

    dialog.saves_by(work, then, "")
    _keep(dialog, parent, "amount", month, words)
    dialog.open()
    return dialog
