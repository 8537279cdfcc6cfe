"""Penanda tangan: who signs for which office on a day, the units nobody may sign for, and mandates a.n. and u.b."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
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
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.register.mandate_dialog import MandateDialog
from meritdesk.ui.register.signers_table import SignerColumn, SignerTable
from meritdesk.ui.room import RoomPage
from meritdesk.ui.singular import CountLabel
from meritdesk.ui.wording import Words

_UNITS_NAMED = 4


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
        self._lines: list[SignerLine] = []
        self._title = look.title(QLabel(self))
        self.give = QPushButton(self)
        self.give.setObjectName("primary")
        self.give.clicked.connect(self.open_mandate)
        self.end = QPushButton(self)
        self.end.clicked.connect(self.end_today)
        self.remove = QPushButton(self)
        self.remove.clicked.connect(self.take_out)
        self.on_day = QCheckBox(self)
        self.on_day.setChecked(True)
        self.on_day.toggled.connect(lambda _: self._give())
        today = desk.register.today()
        self.day = DayField(today, self)
        self.day.dateChanged.connect(lambda _: self.refresh())
        self.refusal = RefusalStrip(words, self)
        self.open_units = look.colour(CountLabel(self), look.blocks())
        self.open_units.setWordWrap(True)
        self.table = SignerTable(words, self)
        facets = [
            column_facet(self.table, column, lambda: self._lines)
            for column in (SignerColumn.UNIT, SignerColumn.CAPACITY, SignerColumn.SOURCE)
        ]
        self.listing = LineList("register.signers", self.table, self, facets=facets, chooses_first=True)
        self.listing.title_words = lambda: QCoreApplication.translate("SignersTab", "Signers")
        self.listing.empty_words = lambda _: QCoreApplication.translate(
            "SignersTab", "Nobody fits. Import units and staff first, or choose another day or search."
        )
        self.listing.line_chosen.connect(lambda _: self._settle())
        self.listing.settled.connect(self._tell)
        self.listing.put_beside(self.on_day, self.day)
        self.view, self.search, self.summary = self.listing.view, self.listing.search, self.listing.summary
        self._actions = {}
        for name, key, act in (
            ("give_mandate", "Ctrl+N", self.open_mandate),
            ("end_mandate", "Ctrl+E", self.end_today),
        ):
            action = actions.page_action(self, name, key)
            action.triggered.connect(act)
            self._actions[name] = action
        self.listing.offer(*self._actions.values())
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        for button in (self.remove, self.end, self.give):
            top.addWidget(button)
        inside = QVBoxLayout(self)
        inside.setSpacing(look.RHYTHM)
        inside.addLayout(top)
        inside.addWidget(self.open_units)
        inside.addWidget(self.refusal)
        inside.addWidget(self.listing, 1)
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
        self.listing.narrow_to(str(filters.get("search", "")))

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self._title.setText(translate("SignersTab", "Who signs for which office"))
        self.give.setText(translate("SignersTab", "Give a mandate…"))
        self.end.setText(translate("SignersTab", "End it on this day"))
        self.remove.setText(translate("SignersTab", "Take it out"))
        self.on_day.setText(translate("SignersTab", "only who signs on"))
        self.day.setAccessibleName(translate("SignersTab", "Day"))
        for name, said in (
            ("give_mandate", translate("SignersTab", "Give a mandate a.n. or u.b.")),
            ("end_mandate", translate("SignersTab", "End the selected mandate on this day")),
        ):
            self._actions[name].setText(said)
        self.listing.say()
        self._tell()

    def chosen(self) -> SignerLine | None:
        """The selected line."""
        return self.listing.current()

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
        self._give()

    def _give(self) -> None:
        """Everybody who signs on the day, or all that is known."""
        answer = self._answer
        if answer is None:
            return
        day = self._asked()
        self._lines = [line for line in answer.lines if not self.on_day.isChecked() or line.holds_on(day)]
        self.listing.show_lines(self._lines)
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
        total = total.replace("%1", self.words.number(self.listing.total))
        self.summary.setText(total.replace("%2", self.words.number(len(answer.lines))))

    def _settle(self) -> None:
        line = self.chosen()
        is_mandate = line is not None and bool(line.mandate_id)
        self.end.setEnabled(is_mandate)
        self.remove.setEnabled(is_mandate)
