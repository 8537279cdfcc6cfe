"""The pay rule figure by figure: changed on trial, paid on a real month, and adopted only then."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.allowance_rules import PayScheme
from meritdesk.core.pay import PayDifference
from meritdesk.core.periods import Period
from meritdesk.core.rules import RulePack
from meritdesk.core.scoring.allowance import rupiah
from meritdesk.services import Desk
from meritdesk.services.follow_up.pay_simulation import Simulation
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.follow_up.pay_tables import DifferenceTable
from meritdesk.ui.follow_up.plain_list import PlainList
from meritdesk.ui.notices import RefusalStrip, asks
from meritdesk.ui.singular import CountLabel
from meritdesk.ui.wording import Words

_EDITABLE = Qt.ItemFlag.ItemIsEditable
_PLACE = Qt.ItemDataRole.UserRole
_WORDS = ("PAYFIGURE", "PAYCOMPONENT", "PAYMEASURE", "PREDICATE", "EMPLOYMENT")


class PayRuleDialog(ByKeyboard, QDialog):
    """Left every figure of the rule in force, right whom other figures would touch."""

    adopted = Signal()

    def __init__(self, desk: Desk, lane: Lane, words: Words, month: Period, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.lane, self.words, self.month = desk, lane, words, month
        self.given: dict[str, str] = {}
        self.content = ""
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("PayRule", "Pay rule, tried on %1").replace("%1", words.period(month)))
        self.standing = QLabel(self)
        self.standing.setWordWrap(True)
        self.scheme = QComboBox(self)
        for one in PayScheme:
            self.scheme.addItem(words.messages.label_of(one), one)
        self.scheme.setAccessibleName(translate("PayRule", "Shape of the rule"))
        self.refusal = RefusalStrip(words, self)
        self.figures = QTableWidget(0, 2, self)
        self.figures.setTabKeyNavigation(False)  # a hundred figures: arrows go through them, Tab goes on
        self.figures.setHorizontalHeaderLabels([translate("PayRule", "Figure"), translate("PayRule", "Value")])
        self.figures.setAccessibleName(translate("PayRule", "Figures of the rule"))
        self.figures.verticalHeader().hide()
        self.figures.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.figures.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.figures.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.listing: PlainList[PayDifference] = PlainList(
            DifferenceTable(words, self),
            translate("PayRule", "Whom it would touch"),
            translate("PayRule", "Change a figure on the left and try: here stands everybody whose pay would differ."),
            self,
        )
        self.summary = CountLabel(self)
        self.summary.setWordWrap(True)
        self.try_button = QPushButton(translate("PayRule", "&Try on this month"), self)
        self.try_button.setObjectName("primary")
        self.adopt_button = QPushButton(translate("PayRule", "&Adopt…"), self)
        self.open_button = QPushButton(translate("PayRule", "&Open a rule file…"), self)
        self.save_button = QPushButton(translate("PayRule", "&Save as file…"), self)
        self.try_button.clicked.connect(self.simulate)
        self.adopt_button.clicked.connect(self.ask_adopt)
        self.open_button.clicked.connect(lambda: self.open_file())
        self.save_button.clicked.connect(lambda: self.save_file())
        row = QHBoxLayout()
        row.addWidget(self.scheme)
        row.addWidget(self.open_button)
        row.addWidget(self.save_button)
        row.addStretch(1)
        row.addWidget(self.adopt_button)
        row.addWidget(self.try_button)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(self.figures)
        splitter.addWidget(self.listing)
        splitter.setSizes([380, 540])
        splitter.setChildrenCollapsible(False)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(look.RHYTHM)
        for part in (self.standing, self.refusal):
            column.addWidget(part)
        column.addLayout(row)
        column.addWidget(splitter, 1)
        column.addWidget(self.summary)
        column.addWidget(close)
        self.scheme.activated.connect(lambda _: self._other_scheme())
        self.figures.itemChanged.connect(lambda _: self._figure_changed())
        self.adopt_button.setEnabled(False)
        self.resize(look.in_letters(960), look.in_letters(560))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.load()

    def load(self) -> None:
        """Read the rule in force."""
        rules, month = self.desk.follow_up.pay.rules, self.month
        self.lane.ask(
            lambda step: (rules.in_force(month), rules.figures(month)), self._show, self.refusal.tell, key="pay-rule"
        )

    def changes(self) -> dict[str, str]:
        """The figures that were changed on trial."""
        found = {}
        for place in range(self.figures.rowCount()):
            name, value = self.figures.item(place, 0), self.figures.item(place, 1)
            if name is not None and value is not None and value.text().strip() != self.given[name.data(_PLACE)]:
                found[str(name.data(_PLACE))] = value.text().strip()
        return found

    def simulate(self) -> None:
        """Pay the month by the figures that stand there."""
        rules, month, changed, content = self.desk.follow_up.pay.rules, self.month, self.changes(), self.content
        scheme = PayScheme(self.scheme.currentData())
        self.refusal.tell(None)

        def work(step: object) -> tuple[str, Simulation]:
            other = content or (rules.draft(month, changed) if changed else "")
            return other, rules.simulate(month, other, None if other else scheme)

        self.lane.ask(
            work, self._simulated, self.refusal.tell, QCoreApplication.translate("PayRule", "Trying the rule")
        )

    def ask_adopt(self) -> None:
        """Adopt what was tried, after one question with the sums."""
        translate = QCoreApplication.translate
        question = translate("PayRule", "Pay by this rule from %1 on?").replace("%1", self.words.period(self.month))
        if asks(self, question, self.summary.text(), translate("PayRule", "Adopt the rule")):
            self.adopt()

    def adopt(self) -> None:
        """Adopt what was tried."""
        pay, content, scheme = self.desk.follow_up.pay, self.content, PayScheme(self.scheme.currentData())
        self.lane.ask(
            lambda step: pay.rules.adopt(content) if content else pay.choose(scheme),
            lambda _: self._adopted(),
            self.refusal.tell,
        )

    def open_file(self, path: Path | None = None) -> None:
        """Try a rule from a file; without one, ask for it."""
        if path is None:
            asked = QCoreApplication.translate("PayRule", "Which rule file?")
            chosen, _ = QFileDialog.getOpenFileName(self, asked, "", "*.json")
            if not chosen:
                return
            path = Path(chosen)
        source = path
        self.lane.ask(lambda step: self.desk.follow_up.pay.rules.read(source), self._opened, self.refusal.tell)

    def save_file(self, path: Path | None = None) -> None:
        """Write the rule as it stands there to a file."""
        if path is None:
            asked = QCoreApplication.translate("PayRule", "Write the rule where?")
            chosen, _ = QFileDialog.getSaveFileName(self, asked, f"aturan-tunjangan-{self.month.code}.json", "*.json")
            if not chosen:
                return
            path = Path(chosen)
        target, rules, changed, content = path, self.desk.follow_up.pay.rules, self.changes(), self.content
        self.lane.ask(
            lambda step: target.write_text(content or rules.draft(self.month, changed), encoding="utf-8"),
            None,
            self.refusal.tell,
        )

    def _show(self, answer: tuple[tuple[PayScheme, RulePack], tuple[tuple[str, str], ...]]) -> None:
        (scheme, pack), figures = answer
        self.scheme.setCurrentIndex(self.scheme.findData(scheme))
        messages = self.words.messages
        self.standing.setText(f"{pack.pack_id} · {messages.cited(pack.source)}\n{messages.of_pack(pack.doubt)}")
        self.given = dict(figures)
        self.figures.blockSignals(True)
        self.figures.setRowCount(len(figures))
        for place, (name, value) in enumerate(figures):
            label, cell = QTableWidgetItem(self._figure_words(name)), QTableWidgetItem(value)
            label.setData(_PLACE, name)
            label.setToolTip(name)
            label.setFlags(label.flags() & ~_EDITABLE)
            self.figures.setItem(place, 0, label)
            self.figures.setItem(place, 1, cell)
        self.figures.blockSignals(False)

    def _figure_words(self, place: str) -> str:
        """A figure by its place in words; what is a code of the office (TL1) stays one."""
        told = []
        for part in place.split("."):
            known = (self.words.messages.label(f"{kind}:{part}") for kind in _WORDS)
            told.append(next((words for words in known if words != part), part))
        return " · ".join(told)

    def _simulated(self, answer: tuple[str, Simulation]) -> None:
        self.content, found = answer
        self.listing.show_lines(found.differences)
        said = QCoreApplication.translate("PayRule", "%1 becomes %2 (%3) · %4 of %5 people differ · %6 gain · %7 lose")
        told = (
            *(self.words.noted(rupiah(one)) for one in (found.before, found.after, found.difference)),
            self.words.number(len(found.differences)), self.words.number(found.people),
            self.words.number(found.gaining), self.words.number(found.losing),
        )  # fmt: skip
        for place, text in enumerate(told, 1):
            said = said.replace(f"%{place}", text)
        self.summary.setText(said)
        self.adopt_button.setEnabled(True)

    def _opened(self, content: str) -> None:
        self.content = content
        self.simulate()

    def _adopted(self) -> None:
        self.adopted.emit()
        self.accept()

    def _other_scheme(self) -> None:
        self.content = ""
        self.simulate()

    def _figure_changed(self) -> None:
        self.content = ""
        self.adopt_button.setEnabled(False)
