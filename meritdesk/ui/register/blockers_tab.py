"""Siapa menghambat siapa: what keeps people from being rated, whom it keeps waiting, and the next step at a key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.blockers import BlockerKind
from meritdesk.core.career import CareerChange
from meritdesk.core.journal import Changes
from meritdesk.core.people import OrgUnit, Person
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.register.careers import ChangeOutcome
from meritdesk.services.register.hindrances import Hindrances
from meritdesk.ui import look
from meritdesk.ui.actions import page_action
from meritdesk.ui.background import Lane
from meritdesk.ui.cohort_chip import CohortChip
from meritdesk.ui.drafts.keeper import keep_drafts
from meritdesk.ui.lists.facets import Choice, Facet, column_facet
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.register.change_dialog import ChangeDialog, offer_change
from meritdesk.ui.register.delegate_dialog import DelegateDialog
from meritdesk.ui.register.hindrance_table import (
    HindranceColumn,
    HindranceLine,
    HindranceTable,
    Sort,
    WaitingColumn,
    WaitingTable,
    hindrance_lines,
)
from meritdesk.ui.register.step_dialog import StepDialog
from meritdesk.ui.room import RoomPage
from meritdesk.ui.wording import Words

_STARTS: dict[BlockerKind, CareerChange] = {
    BlockerKind.VACANT_HEAD: CareerChange.PLT_START,
    BlockerKind.NO_UNIT: CareerChange.MOVE,
    BlockerKind.RATER_ABSENT: CareerChange.NEW_RATER,
    BlockerKind.NOT_AN_OFFICIAL: CareerChange.NEW_RATER,
    BlockerKind.TOP_OF_AGENCY: CareerChange.NEW_RATER,
}


class BlockersPage(RoomPage):
    """The list of what stands in the way, the people who wait, and the step that helps them."""

    room = "register"
    nouns = frozenset({"units", "people", "reporting", "history", "plans", "settings"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._found: Hindrances | None = None
        self._lines: list[HindranceLine] = []
        self._day = date.min
        self._of_cohort: frozenset[str] | None = None
        self.cohort_chip = CohortChip(words, self._everybody, self)
        self._units: tuple[OrgUnit, ...] = ()
        self.title = look.title(QLabel(self))
        self.step = QPushButton(self)
        self.step.setObjectName("primary")
        self.step.clicked.connect(self.do_next_step)
        self.step_action = page_action(self, "next_step", "Ctrl+Return", "Ctrl+Enter")
        self.step_action.triggered.connect(self.do_next_step)
        self.delegate = QPushButton(self)
        self.delegate.clicked.connect(self.open_delegation)
        self.delegate_action = page_action(self, "delegate", "Ctrl+G")
        self.delegate_action.triggered.connect(self.open_delegation)
        self.open_action = page_action(self, "open_person", "Ctrl+E")
        self.open_action.triggered.connect(self.open_person)
        self.table = HindranceTable(words, self)
        self.listing = LineList(
            "register.blockers",
            self.table,
            self,
            facets=[self._kinds(), column_facet(self.table, HindranceColumn.CAUSE, lambda: self._lines)],
            chooses_first=True,
        )
        self.listing.title_words = lambda: QCoreApplication.translate("BlockersPage", "What stands in the way")
        self.listing.empty_words = lambda _: QCoreApplication.translate(
            "BlockersPage", "Nothing of this kind. Take the filters out to see the rest."
        )
        self.listing.line_chosen.connect(lambda _: self._line_chosen())
        self.listing.line_opened.connect(lambda _: self.do_next_step())
        self.listing.offer(self.step_action, self.delegate_action, self.open_action)
        self.listing.put_beside(self.cohort_chip)
        self.view, self.totals = self.listing.view, self.listing.summary
        self.next_step = QLabel(self)
        self.next_step.setWordWrap(True)
        self.next_step.setObjectName("notice")
        self.next_step.setMargin(8)
        self.waiting = WaitingTable(words, self)
        self.waiting_view = QTableView(self)
        self.waiting_view.setModel(self.waiting)
        look.tidy(self.waiting_view)
        self.waiting_view.horizontalHeader().setStretchLastSection(True)
        for place, width in zip(WaitingColumn, (220, 160, 200), strict=True):
            self.waiting_view.setColumnWidth(place, look.in_letters(width))
        self.waiting_view.activated.connect(lambda _: self.open_person())
        self.empty = QLabel(self)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(24)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.delegate)
        top.addWidget(self.step)
        lower = QWidget(self)
        inside = QVBoxLayout(lower)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.next_step)
        inside.addWidget(self.waiting_view, 1)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.addWidget(self.listing)
        self.splitter.addWidget(lower)
        self.splitter.setSizes([340, 220])
        self.splitter.setChildrenCollapsible(False)
        self.middle = QStackedWidget(self)
        self.middle.addWidget(self.splitter)
        self.middle.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.middle, 1)

    def retranslate(self) -> None:
        self.title.setText(QCoreApplication.translate("BlockersPage", "Who blocks whom"))
        self.step.setText(QCoreApplication.translate("BlockersPage", "Do the &next step…"))
        self.delegate.setText(QCoreApplication.translate("BlockersPage", "&Delegate a unit…"))
        self.delegate_action.setText(
            QCoreApplication.translate("BlockersPage", "Delegate the rating of a unit to another official")
        )
        self.step_action.setText(QCoreApplication.translate("BlockersPage", "Do the next step of the selected line"))
        self.open_action.setText(
            QCoreApplication.translate("BlockersPage", "Go to the selected person in the staff list")
        )
        self.listing.say()
        self.waiting_view.setAccessibleName(QCoreApplication.translate("BlockersPage", "People who wait"))
        self._tell()
        if self._found is not None:
            self._show(self._found)

    def primary_focus(self) -> QWidget:
        return self.view

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``kind`` keeps what blocks (``blocks``) or is to be settled; ``cohort`` what keeps those people waiting."""
        self.cohort_chip.narrow(filters)
        self._of_cohort = None
        self.listing.narrow_to(str(filters.get("search", "")), kind=str(filters.get("kind", "")))
        self._give()
        cohort = self.cohort_chip.cohort
        if cohort is None:
            return

        def keep(people: frozenset[str]) -> None:
            self._of_cohort = people
            self._give()

        self.lane.ask(
            lambda step: frozenset(line.person_id for line in self.desk.overview.people(cohort)),
            keep,
            key="register.blockers.cohort",
        )

    def waiting_people(self) -> frozenset[str]:
        """Whom the lines shown keep waiting, each once; of those another page counted, if it led here."""
        waiting = {person.person_id for line in self.table.lines for person in line.people}
        return frozenset(waiting if self._of_cohort is None else waiting & self._of_cohort)

    def _everybody(self) -> None:
        self._of_cohort = None
        self._give()

    def _give(self) -> None:
        kept = self._of_cohort
        self.listing.show_lines(
            [line for line in self._lines if kept is None or any(person.person_id in kept for person in line.people)]
        )

    def load(self, period: Period) -> None:
        def read(step: Step) -> tuple[Hindrances, tuple[OrgUnit, ...], date]:
            today = self.desk.register.today()
            inside = min(max(today, date(period.year, 1, 1)), date(period.year, 12, 31))
            return self.desk.register.blocking.list(inside), self.desk.register.units(), inside

        def show(answer: tuple[Hindrances, tuple[OrgUnit, ...], date]) -> None:
            found, self._units, self._day = answer
            self._show(found)

        self.lane.ask(read, show, title=self.title.text(), key="register.blockers")

    def do_next_step(self) -> None:
        """What the selected line asks for: a delegation, a change, a clarification, a day, or bringing up to date."""
        line = self._current()
        if line is None:
            return
        if line.sort is Sort.DUE:
            self._write(lambda step: self.desk.register.careers.settle(), self._saved())
        elif line.sort is Sort.ESTIMATED:
            self._ask_day(line)
        elif line.code == "V-45" and line.person is not None:
            self._ask_clarified(line.person)
        elif line.sort is Sort.CONFIRM or line.kind is BlockerKind.NO_DELEGATION:
            self._ask_delegation(line)
        elif line.code == "V-44" and line.person is not None:
            self.go_to.emit("planning", {"nip": line.person.nip, "search": line.person.nip})
        elif line.kind in (BlockerKind.CYCLE, BlockerKind.NO_SUPERIOR):
            self.go_to.emit("register", {"tab": "staff", "unit": line.unit_id})
        else:
            self._open_change(line)

    def open_person(self) -> None:
        """The selected person who waits, in the staff list."""
        index = self.waiting_view.currentIndex()
        person = self.waiting.lines[index.row()] if index.isValid() else None
        line = self._current()
        person = person or (line.person if line is not None else None)
        if person is not None:
            self.go_to.emit("register", {"tab": "staff", "nip": person.nip, "search": person.nip})

    def open_delegation(self) -> DelegateDialog:
        """Another official rates the members of a unit, or no longer does; the unit of the selected line stands in."""
        line = self._current()
        unit_id = line.unit_id if line is not None else ""
        dialog = DelegateDialog(self._units, unit_id, self._day, self)

        def read(step: Step) -> list[tuple[str, str]]:
            return [
                (person.person_id, " · ".join(part for part in (person.full_name, person.position_title) if part))
                for person in self.desk.register.officials()
            ]

        def save() -> None:
            asked = dialog.asked
            self._write(
                lambda step: self.desk.register.careers.delegate(
                    asked.person_id, asked.unit_id, asked.since, asked.until, asked.note, asked.is_given
                ),
                self._saved(),
            )

        self.lane.ask(read, dialog.offer, key="register.officials")
        self._open(dialog, save, "delegate")
        return dialog

    def _open_change(self, line: HindranceLine) -> ChangeDialog | None:
        person = line.people[0] if line.kind is not BlockerKind.VACANT_HEAD and line.people else line.person
        if line.kind is BlockerKind.VACANT_HEAD or person is None:
            person = self._candidate(line)
        if person is None:
            return None
        dialog = ChangeDialog(self.desk, self.lane, self.words, person, self._units, self._day, self)
        change = _STARTS.get(line.kind, CareerChange.MOVE) if line.kind is not None else CareerChange.MOVE
        dialog.choose(change, line.unit_id if change is CareerChange.PLT_START else "")
        dialog.done_with.connect(self._changed)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keep_drafts(dialog, self, "register.change", person.person_id, person.full_name, facts={"nip": person.nip})
        dialog.open()
        return dialog

    def _candidate(self, line: HindranceLine) -> Person | None:
        """For a vacant seat: whoever of those waiting stands highest; another is chosen in the staff list."""
        officials = sorted(line.people, key=lambda person: (not person.echelon, person.echelon, person.full_name))
        return officials[0] if officials else None

    def _ask_delegation(self, line: HindranceLine) -> None:
        person = line.person
        if person is None:
            return
        title = QCoreApplication.translate("BlockersPage", "Delegation to rate")
        dialog = StepDialog(title, f"{person.full_name} · {line.about}", self._day, True, self)

        def save() -> None:
            day, note, is_given = dialog.chosen_day, dialog.note.text().strip(), dialog.is_given
            key = person.nip or person.person_id
            self._write(
                lambda step: self.desk.register.careers.delegate(key, line.unit_id, day, None, note, is_given),
                self._saved(),
            )

        self._open(dialog, save, "confirm", line)

    def _ask_clarified(self, person: Person) -> None:
        title = QCoreApplication.translate("BlockersPage", "Expectations clarified")
        dialog = StepDialog(title, person.full_name, self._day, False, self)

        def save() -> None:
            day, note = dialog.chosen_day, dialog.note.text().strip()
            self._write(
                lambda step: self.desk.register.careers.clarify([person.nip or person.person_id], day, note),
                self._saved(),
            )

        self._open(dialog, save, "clarify", self._current())

    def _ask_day(self, line: HindranceLine) -> None:
        title = QCoreApplication.translate("BlockersPage", "Put the day right")
        dialog = StepDialog(title, line.about, self._day, False, self)

        def save() -> None:
            day = dialog.chosen_day
            self._write(lambda step: self.desk.register.careers.correct_day(line.entry_id, day), self._saved())

        self._open(dialog, save, "day", line)

    def _open(self, dialog: QDialog, save: Callable[[], None], deed: str, line: HindranceLine | None = None) -> None:
        dialog.accepted.connect(save)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        about = line.about if line is not None else dialog.windowTitle()
        place = f"{deed}|{line.place}" if line is not None else deed
        keep_drafts(dialog, self, "register.step", place, about)
        dialog.open()

    def _write(self, verb: Callable[[Step], Changes], told: str) -> None:
        def then(changes: Changes) -> None:
            if changes.change_set_id:
                self.offer_undo.emit(told, changes.change_set_id)

        self.lane.ask(verb, then, title=self.step.text().replace("&", ""))

    def _saved(self) -> str:
        return QCoreApplication.translate("BlockersPage", "The register was brought up to date.")

    def _changed(self, outcome: ChangeOutcome) -> None:
        told = QCoreApplication.translate("BlockersPage", "{change} recorded for {name}.")
        self.offer_undo.emit(offer_change(told, outcome, self.words), outcome.changes.change_set_id)

    def _show(self, found: Hindrances) -> None:
        self._found = found
        self._lines = hindrance_lines(found, self.words)
        self.middle.setCurrentWidget(self.splitter if self._lines else self.empty)
        self._give()
        self._tell()

    def _kinds(self) -> Facet:
        def choices() -> list[Choice]:
            translate = QCoreApplication.translate
            return [
                Choice("blocks", translate("BlockersPage", "Only what blocks"), self._count(True)),
                Choice(
                    "settle",
                    QCoreApplication.translate("BlockersPage", "Only what is to be settled"),
                    self._count(False),
                ),
            ]

        def keeps(line: object, values: frozenset[str]) -> bool:
            return isinstance(line, HindranceLine) and (line.sort is Sort.BLOCKER) == ("blocks" in values)

        return Facet(
            "kind",
            lambda: QCoreApplication.translate("BlockersPage", "Which lines to show"),
            choices,
            keeps,
            is_single=True,
        )

    def _count(self, is_blocking: bool) -> int:
        return sum((line.sort is Sort.BLOCKER) == is_blocking for line in self._lines)

    def _current(self) -> HindranceLine | None:
        return self.listing.current()

    def _line_chosen(self) -> None:
        line = self._current()
        self.step.setEnabled(line is not None)
        self.next_step.setVisible(line is not None)
        if line is None:
            self.waiting.show_lines([])
            return
        what = self.words.messages.refusal(line.code)[0] if line.kind is not None else line.cause
        self.next_step.setText(f"{what}\n→ {line.next_step}" if line.kind is not None else line.next_step)
        self.waiting.show_lines(line.people)

    def _tell(self) -> None:
        if self._found is None:
            self.empty.setText(QCoreApplication.translate("BlockersPage", "The list is being made."))
            self.totals.setText("")
            return
        if not self._found.appraised:
            text = QCoreApplication.translate(
                "BlockersPage", "Nobody to appraise yet. Import units and staff first (tab Staff, Ctrl+I)."
            )
        else:
            text = QCoreApplication.translate(
                "BlockersPage", "Everybody has a rater and nothing is left to settle. A good day."
            )
        self.empty.setText(text)
        number = self.words.number
        self.totals.setText(
            " · ".join(
                (
                    QCoreApplication.translate("BlockersPage", "{count} to appraise").format(
                        count=number(self._found.appraised)
                    ),
                    QCoreApplication.translate("BlockersPage", "{count} wait").format(
                        count=number(self._found.waiting)
                    ),
                    QCoreApplication.translate("BlockersPage", "{count} still to settle").format(
                        count=number(
                            len(self._found.follow_ups)
                            + len(self._found.estimated)
                            + sum(not one.is_blocking for one in self._found.blockers)
                        )
                    ),
                )
            )
        )
