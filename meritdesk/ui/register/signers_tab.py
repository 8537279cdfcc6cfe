"""Penanda tangan: who signs for which office on a day, the units nobody may sign for, and mandates a.n. and u.b."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.journal import Changes
from meritdesk.core.people import OrgUnit, Person
from meritdesk.core.periods import Period
from meritdesk.core.signers import SignerLine
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.register.signers import UnitSigner
from meritdesk.ui import actions, look
from meritdesk.ui.background import Lane
from meritdesk.ui.day_field import DayField
from meritdesk.ui.drafts.keeper import keep_drafts
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.register.mandate_dialog import MandateDialog
from meritdesk.ui.register.signers_table import SignerColumn, SignerTable
from meritdesk.ui.room import RoomPage
from meritdesk.ui.wording import Words

_TYPING_MS = 150
_UNITS_NAMED = 4
_WIDTHS = {
    SignerColumn.CAPACITY: 80,
    SignerColumn.POST: 190,
    SignerColumn.SINCE: 90,
    SignerColumn.UNTIL: 90,
    SignerColumn.SOURCE: 100,
    SignerColumn.LETTER: 130,
}


@dataclass(frozen=True, slots=True)
class _Answer:
    lines: tuple[SignerLine, ...]
    unresolved: tuple[UnitSigner, ...]
    units: tuple[OrgUnit, ...]
    officials: tuple[Person, ...]
    today: date


class SignersTab(RoomPage):
    """The register of signers."""

    room = "register"
    nouns = frozenset({"signers", "history", "people", "units"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._answer: _Answer | None = None
        self._title = look.title(QLabel(self))
        self.give = QPushButton(self)
        self.give.setObjectName("primary")
        self.give.clicked.connect(self.open_mandate)
        self.end = QPushButton(self)
        self.end.clicked.connect(self.end_today)
        self.remove = QPushButton(self)
        self.remove.clicked.connect(self.take_out)
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._filter)
        self.search.textChanged.connect(lambda _: self._typing.start())
        self.on_day = QCheckBox(self)
        self.on_day.setChecked(True)
        self.on_day.toggled.connect(lambda _: self._filter())
        today = desk.register.today()
        self.day = DayField(today, self)
        self.day.dateChanged.connect(lambda _: self.refresh())
        self.refusal = RefusalStrip(words, self)
        self.open_units = look.colour(QLabel(self), look.blocks())
        self.open_units.setWordWrap(True)
        self.summary = QLabel(self)
        self.table = SignerTable(words, self)
        self.view = QTableView(self)
        self.view.setModel(self.table)
        look.tidy(self.view)
        header = self.view.horizontalHeader()
        header.setSectionResizeMode(SignerColumn.TITLE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(SignerColumn.NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._settle())
        self.empty = QLabel(self)
        self.empty.setWordWrap(True)
        self.empty.setMargin(3 * look.RHYTHM)
        self._actions = {}
        for name, key, act in (
            ("search_signers", "Ctrl+F", self.search.setFocus),
            ("give_mandate", "Ctrl+N", self.open_mandate),
            ("end_mandate", "Ctrl+E", self.end_today),
        ):
            action = actions.page_action(self, name, key)
            action.triggered.connect(act)
            self._actions[name] = action
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        for button in (self.remove, self.end, self.give):
            top.addWidget(button)
        filters = QHBoxLayout()
        filters.addWidget(self.search, 1)
        filters.addWidget(self.on_day)
        filters.addWidget(self.day)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        inside = QVBoxLayout(self)
        inside.setSpacing(look.RHYTHM)
        inside.addLayout(top)
        inside.addLayout(filters)
        inside.addWidget(self.open_units)
        inside.addWidget(self.refusal)
        inside.addWidget(self._stack, 1)
        inside.addWidget(self.summary)
        self.retranslate()
        self._settle()

    def load(self, period: Period) -> None:
        day = self._asked()

        def work(step: Step) -> _Answer:
            register = self.desk.register
            return _Answer(
                register.signers.lines(),
                register.signers.unresolved(day),
                register.units(),
                register.officials(),
                register.today(),
            )

        self.lane.ask(work, self._show, self.refusal.tell, key="signers")

    def primary_focus(self) -> QWidget:
        return self.search

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``search`` finds a unit, an office, a name or a NIP."""
        self.search.setText(str(filters.get("search", "")))
        self._filter()

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self._title.setText(translate("SignersTab", "Who signs for which office"))
        self.give.setText(translate("SignersTab", "Give a mandate…"))
        self.end.setText(translate("SignersTab", "End it on this day"))
        self.remove.setText(translate("SignersTab", "Take it out"))
        self.search.setPlaceholderText(translate("SignersTab", "Search unit, office, name or NIP"))
        self.search.setAccessibleName(translate("SignersTab", "Search unit, office, name or NIP"))
        self.on_day.setText(translate("SignersTab", "only who signs on"))
        self.day.setAccessibleName(translate("SignersTab", "Day"))
        self.view.setAccessibleName(translate("SignersTab", "Signers"))
        self.empty.setText(
            translate("SignersTab", "Nobody fits. Import units and staff first, or choose another day or search.")
        )
        for name, said in (
            ("search_signers", translate("SignersTab", "Search the signers")),
            ("give_mandate", translate("SignersTab", "Give a mandate a.n. or u.b.")),
            ("end_mandate", translate("SignersTab", "End the selected mandate on this day")),
        ):
            self._actions[name].setText(said)
        self.table.retranslate()
        self._tell()

    def chosen(self) -> SignerLine | None:
        """The selected line."""
        rows = self.view.selectionModel().selectedRows()
        return self.table.lines[rows[0].row()] if rows else None

    def open_mandate(self) -> MandateDialog | None:
        """Ask for a new mandate; the unit of the selected line stands there already."""
        answer, line = self._answer, self.chosen()
        if answer is None or not answer.units:
            return None
        unit_id = line.unit_id if line is not None else ""
        dialog = MandateDialog(self.words, answer.units, answer.officials, answer.today, unit_id, self)

        def enter() -> None:
            unit, person, capacity, post, since, until, through, letter = dialog.values()
            self._ask(
                lambda step: self.desk.register.signers.add(unit, person, capacity, post, since, until, through, letter)
            )

        dialog.accepted.connect(enter)
        keep_drafts(dialog, self, "register.mandate", unit_id, line.unit_name if line is not None else "")
        dialog.setModal(True)
        dialog.open()
        return dialog

    def end_today(self) -> None:
        """End the selected mandate on the day shown."""
        line, day = self.chosen(), self._asked()
        if line is not None and line.mandate_id:
            mandate = line.mandate_id
            self._ask(lambda step: self.desk.register.signers.end(mandate, day))

    def take_out(self) -> None:
        """Take out a mandate that was a mistake; it can be undone."""
        line = self.chosen()
        if line is not None and line.mandate_id:
            mandate = line.mandate_id
            self._ask(lambda step: self.desk.register.signers.remove(mandate))

    def _ask(self, verb: Callable[[Step], Changes]) -> None:
        self.refusal.tell(None)
        self.lane.ask(verb, self._changed, self.refusal.tell)

    def _changed(self, changes: Changes) -> None:
        said = self.words.messages.reason("CLI-MANDATE-KEPT", {})
        if changes.change_set_id:
            self.offer_undo.emit(said, changes.change_set_id)

    def _asked(self) -> date:
        return self.day.day

    def _show(self, answer: _Answer) -> None:
        self._answer = answer
        self.refusal.tell(None)
        self._filter()

    def _filter(self) -> None:
        answer = self._answer
        if answer is None:
            return
        day = self._asked()
        words = self.search.text().casefold().split()
        lines = [
            line
            for line in answer.lines
            if (not self.on_day.isChecked() or line.holds_on(day))
            and all(word in f"{line.unit_name} {line.title} {line.name} {line.nip}".casefold() for word in words)
        ]
        kept = self.chosen()
        self.table.show_lines(lines)
        place = lines.index(kept) if kept in lines else 0
        if lines:
            self.view.selectRow(place)
        self._stack.setCurrentWidget(self.view if lines else self.empty)
        self._tell()
        self._settle()

    def _tell(self) -> None:
        translate = QCoreApplication.translate
        answer = self._answer
        self.open_units.setVisible(answer is not None and bool(answer.unresolved))
        if answer is None:
            return
        names = [one.unit_name.lstrip("- ") for one in answer.unresolved]
        shown = ", ".join(names[:_UNITS_NAMED]) + (", …" if len(names) > _UNITS_NAMED else "")
        said = translate("SignersTab", "⚠ Nobody may sign for %1 units on %2: %3")
        for place, part in enumerate((self.words.number(len(names)), self.words.day(self._asked()), shown), 1):
            said = said.replace(f"%{place}", part)
        self.open_units.setText(said)
        total = translate("SignersTab", "%1 of %2 lines")
        total = total.replace("%1", self.words.number(len(self.table.lines)))
        self.summary.setText(total.replace("%2", self.words.number(len(answer.lines))))

    def _settle(self) -> None:
        line = self.chosen()
        is_mandate = line is not None and bool(line.mandate_id)
        self.end.setEnabled(is_mandate)
        self.remove.setEnabled(is_mandate)
