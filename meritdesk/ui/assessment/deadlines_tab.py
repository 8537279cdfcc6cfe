"""Tenggat: who must sign, hand over, return, report or decide what, until when; days entered for many at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.deadlines import DeadlineState
from meritdesk.core.duties import Duty
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.assessment.process import DatesOutcome, DeadlineBoard, OfficeDeadline, PersonProcess
from meritdesk.services.changes import Step
from meritdesk.services.office_papers import PapersOutcome
from meritdesk.ui import actions, look
from meritdesk.ui.assessment.dates_dialog import DatesDialog
from meritdesk.ui.assessment.deadline_table import (
    SIGNS,
    BoardRow,
    DeadlineColumn,
    DeadlineTable,
    board_rows,
    state_colour,
)
from meritdesk.ui.assessment.process_html import process_html
from meritdesk.ui.background import Lane
from meritdesk.ui.cohort_chip import BranchChip
from meritdesk.ui.drafts.keeper import keep_drafts
from meritdesk.ui.folders import ask_folder
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import Choice, Facet, column_facet
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.room import RoomPage
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

_REFUSED_SHOWN = 5
_UNITS_NAMED = 3
_TOLD = (DeadlineState.LATE, DeadlineState.DUE, DeadlineState.RUNNING, DeadlineState.TIME_BARRED)
FILTERS: Mapping[str, frozenset[DeadlineState]] = {
    "pressing": frozenset({DeadlineState.LATE, DeadlineState.DUE}),
    "late": frozenset({DeadlineState.LATE}),
    "due": frozenset({DeadlineState.DUE}),
    "running": frozenset({DeadlineState.LATE, DeadlineState.DUE, DeadlineState.RUNNING}),
    "barred": frozenset({DeadlineState.TIME_BARRED}),
    "all": frozenset(DeadlineState),
}


@dataclass(frozen=True, slots=True)
class _Answer:
    board: DeadlineBoard
    rows: list[BoardRow]
    counts: Mapping[DeadlineState, int]
    office: tuple[OfficeDeadline, ...]


class DeadlinesTab(RoomPage):
    """The deadline board of the period."""

    room = "assessment"
    nouns = frozenset(
        {"processes", "objections", "evaluations", "plans", "holidays", "settings", "people", "levels", "agreements"}
    )

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._board: DeadlineBoard | None = None
        self._counts: Mapping[DeadlineState, int] = {}
        self._office: tuple[OfficeDeadline, ...] = ()
        self._card: PersonProcess | None = None
        self._rows: list[BoardRow] = []
        self._title = look.title(QLabel(self))
        self.dates = QPushButton(self)
        self.dates.setObjectName("primary")
        self.dates.clicked.connect(self.open_dates)
        self.object = QPushButton(self)
        self.object.clicked.connect(self.open_objection)
        self.call = QPushButton(self)
        self.call.clicked.connect(self.ask_call_sheets)
        self.branch = BranchChip(self._give, self)
        self.refusal = RefusalStrip(words, self)
        self.office = QLabel(self)
        self.office.setWordWrap(True)
        self.office.setTextFormat(Qt.TextFormat.RichText)
        self.office.hide()
        self.table = DeadlineTable(words, self)
        self.listing = LineList(
            "assessment.deadlines",
            self.table,
            self,
            facets=self._facets(),
            at_first={"state": "pressing"},
            chooses_first=True,
        )
        self.listing.title_words = lambda: QCoreApplication.translate(
            "DeadlinesTab", "Deadlines, the most urgent first"
        )
        self.listing.empty_words = self._told_empty
        self.listing.line_chosen.connect(self._row_chosen)
        self.listing.line_opened.connect(lambda _: self.open_dates())
        self.listing.selection_moved.connect(self._settle)
        self.listing.settled.connect(self._settle)
        self.listing.put_beside(self.branch)
        self.view, self.search, self.summary = self.listing.view, self.listing.search, self.listing.summary
        self.detail = QTextBrowser(self)
        self.detail.setOpenLinks(False)
        self.detail.setMinimumWidth(look.in_letters(230))
        self._actions = {}
        for name, key, act in (
            ("enter_dates", "Ctrl+D", self.open_dates),
            ("call_sheets", "Ctrl+P", self.ask_call_sheets),
            ("raise_objection", "Ctrl+B", self.open_objection),
        ):
            action = actions.page_action(self, name, key)
            action.triggered.connect(act)
            self._actions[name] = action
        self.listing.offer(*self._actions.values())
        self._lay_out()
        self.retranslate()
        self._settle()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        for button in (self.call, self.object, self.dates):
            top.addWidget(button)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.addWidget(self.listing)
        self.splitter.addWidget(self.detail)
        self.splitter.setSizes([930, 250])
        self.splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setSpacing(look.RHYTHM)
        column.addLayout(top)
        column.addWidget(self.office)
        column.addWidget(self.refusal)
        column.addWidget(self.splitter, 1)

    def load(self, period: Period) -> None:
        def work(step: Step) -> _Answer:
            board = self.desk.assessment.process.board(period)
            counts = {state: board.count(state) for state in _TOLD}
            return _Answer(board, board_rows(board), counts, board.office_wide())

        self.lane.ask(work, self._show, self._cannot, key="deadlines")

    def primary_focus(self) -> QWidget:
        return self.view

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``state`` chooses a filter (pressing, late, due, running, barred, all); ``duty`` one clock by its number.

        ``unit`` keeps the people of a unit or, where units are below it, of its whole branch; ``search``, ``nip``.
        """
        self.branch.narrow(filters)
        self._give()
        state = str(filters.get("state", "pressing"))
        self.listing.narrow_to(
            str(filters.get("search", "") or filters.get("nip", "")),
            state="" if state == "all" else state,
            duty=str(filters.get("duty", "")),
            unit="" if self.branch.units else str(filters.get("unit", "")),
        )

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self._title.setText(translate("DeadlinesTab", "Deadlines of the papers"))
        self.dates.setText(translate("DeadlinesTab", "Enter days…"))
        self.object.setText(translate("DeadlinesTab", "Objection…"))
        self.call.setText(translate("DeadlinesTab", "Print call sheets…"))
        self.detail.setAccessibleName(translate("DeadlinesTab", "Papers and deadlines of the selected person"))
        for name, said in (
            ("enter_dates", translate("DeadlinesTab", "Enter days for the selected people")),
            ("call_sheets", translate("DeadlinesTab", "Print the call sheets")),
            ("raise_objection", translate("DeadlinesTab", "Enter an objection of the selected person")),
        ):
            self._actions[name].setText(said)
        self.listing.say()
        self._tell()
        self._show_detail()

    def chosen_nips(self) -> tuple[str, ...]:
        """The selected people, each once, in the order of the list."""
        return tuple(dict.fromkeys(row.line.person.nip for row in self.listing.selected()))

    def open_dates(self) -> DatesDialog | None:
        """Ask for days for everybody who is selected."""
        nips = self.chosen_nips()
        if not nips or self.period is None or self._board is None:
            return None
        period = self.period
        name = next(row.line.person.full_name for row in self.listing.selected() if row.line.person.nip == nips[0])
        dialog = DatesDialog(self.words, len(nips), name, self._board.today, self)

        def enter() -> None:
            days, form, signer = dialog.days(), dialog.paper(), dialog.signer()
            self.refusal.tell(None)
            self.lane.ask(
                lambda step: self.desk.assessment.process.enter(period, nips, days, form, signer),
                self._entered,
                self.refusal.tell,
            )

        dialog.accepted.connect(enter)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keep_drafts(dialog, self, "assessment.dates", f"{nips[0]}|{len(nips)}|{period}", name, facts={"nip": nips[0]})
        dialog.open()
        return dialog

    def open_objection(self) -> None:
        """Go to the register of objections with a new one for the selected person."""
        nips = self.chosen_nips()
        if nips:
            self.go_to.emit(self.room, {"tab": "objections", "new": nips[0]})

    def ask_call_sheets(self) -> None:
        """Ask for a folder and print the call sheets of the units shown."""
        folder = ask_folder(self, QCoreApplication.translate("DeadlinesTab", "Folder for the call sheets"))
        if folder is not None:
            self.print_call_sheets(folder)

    def print_call_sheets(self, folder: Path) -> None:
        """Print one call sheet for every unit shown in which something is open."""
        if self.period is None:
            return
        period, units = self.period, sorted(self.listing.arrangement.kept.get("unit", ()))
        self.refusal.tell(None)
        self.lane.ask(
            lambda step: self.desk.assessment.process.print_call_sheets(period, folder, units, step=step),
            self._printed,
            self.refusal.tell,
            title=QCoreApplication.translate("DeadlinesTab", "Printing call sheets"),
            shows_progress=True,
        )

    def _printed(self, outcome: PapersOutcome) -> None:
        facts = {"count": self.words.number(len(outcome.numbers)), "file": Path(outcome.file.path).name}
        self.message.emit(self.words.messages.reason("CLI-CALL-SHEETS", facts))

    def _entered(self, outcome: DatesOutcome) -> None:
        said = QCoreApplication.translate("DeadlinesTab", "Days entered for %1 people, %2 unchanged, %3 refused.")
        for place, number in enumerate((len(outcome.changed), outcome.same, len(outcome.refused)), 1):
            said = said.replace(f"%{place}", self.words.number(number))
        for one in outcome.refused[:_REFUSED_SHOWN]:
            said += f" {one.name or one.nip}: {self.words.messages.reason(one.code, one.facts)}"
        if outcome.changes.change_set_id:
            self.offer_undo.emit(said, outcome.changes.change_set_id)
        else:
            self.message.emit(said)

    def _cannot(self, error: Exception) -> None:
        self._board = None
        self._rows = []
        self.refusal.tell(error)
        self.listing.show_lines(())
        self._tell()

    def _show(self, answer: _Answer) -> None:
        self._board, self._rows = answer.board, answer.rows
        self._counts, self._office = answer.counts, answer.office
        self.refusal.tell(None)
        self._give()
        self._tell()

    def _give(self) -> None:
        """The clocks of the units that another page asked for, or all."""
        units = self.branch.units
        if self._board is not None:
            self.listing.show_lines([row for row in self._rows if not units or row.line.person.unit_id in units])

    def _facets(self) -> tuple[Facet, ...]:
        translate = QCoreApplication.translate
        return (
            Facet(
                "state",
                lambda: translate("DeadlinesTab", "Shown"),
                lambda: [Choice(name, said) for name, said in self._told_states().items()],
                lambda row, values: (
                    isinstance(row, BoardRow) and any(row.deadline.state in FILTERS[name] for name in values)
                ),
                is_single=True,
            ),
            Facet(
                "duty",
                lambda: translate("DeadlinesTab", "Duty"),
                lambda: [Choice(duty.value, f"{duty.value} {self.words.messages.label_of(duty)}") for duty in Duty],
                lambda row, values: isinstance(row, BoardRow) and row.deadline.duty.value in values,
            ),
            Facet(
                "unit",
                lambda: translate("DeadlinesTab", "Unit"),
                self._units,
                lambda row, values: isinstance(row, BoardRow) and row.line.person.unit_id in values,
            ),
            column_facet(self.table, DeadlineColumn.WHO, lambda: self._rows),
        )

    def _told_states(self) -> dict[str, str]:
        translate = QCoreApplication.translate
        return {
            "pressing": translate("DeadlinesTab", "Late and due this week"),
            "late": translate("DeadlinesTab", "Only late"),
            "due": translate("DeadlinesTab", "Only due this week"),
            "running": translate("DeadlinesTab", "Everything running"),
            "barred": translate("DeadlinesTab", "Only time-barred"),
        }

    def _units(self) -> list[Choice]:
        """The units, those with most that is late first; the count is what is late or due this week."""
        found = self._board.units if self._board is not None else ()
        ranked = sorted(found, key=lambda one: (-one.late, -one.due, one.name))
        return [Choice(one.unit_id, one.name, one.late + one.due) for one in ranked]

    def _row_chosen(self, row: BoardRow | None) -> None:
        if row is None or self.period is None:
            self._card = None
            self._show_detail()
            return
        period, nip = self.period, row.line.person.nip

        def then(card: PersonProcess) -> None:
            self._card = card
            self._show_detail()

        self.lane.ask(lambda step: self.desk.assessment.process.show(nip, period), then, key="deadline-person")

    def _show_detail(self) -> None:
        self.detail.setHtml(process_html(self._card, self.words) if self._card is not None else "")

    def _tell(self) -> None:
        translate = QCoreApplication.translate
        board = self._board
        office = self._office if board is not None else ()
        self.office.setText("<br>".join(self._said_of_office(one) for one in office))
        self.office.setVisible(bool(office))
        if board is None:
            self.summary.setText("")
        else:
            said = translate("DeadlinesTab", "%1 late · %2 due this week · %3 running · %4 time-barred")
            for place, state in enumerate(_TOLD, 1):
                said = said.replace(f"%{place}", self.words.number(self._counts[state]))
            window = translate("DeadlinesTab", "evaluation window %1 to %2")
            window = window.replace("%1", self.words.day(board.window.opens))
            self.summary.setText(f"{said}   ({window.replace('%2', self.words.day(board.window.closes))})")

    def _told_empty(self, arrangement: Arrangement) -> str:
        translate, board = QCoreApplication.translate, self._board
        if board is None or not board.lines:
            return translate("DeadlinesTab", "Nobody is appraised in this period yet. Import staff and plans first.")
        if arrangement.search or arrangement.only("state") != "pressing" or len(arrangement.kept) > 1:
            return translate("DeadlinesTab", "No deadline fits. Take the filters out to see all.")
        return translate(
            "DeadlinesTab", "Nothing is late and nothing is due this week. Take the filter out to look ahead."
        )

    def _said_of_office(self, one: OfficeDeadline) -> str:
        """D-1 or D-5 as one line, in the meaning colour of its state."""
        deadline, label = one.deadline, self.words.messages.label_of
        limit = self.words.day(deadline.limit) if deadline.limit else "–"
        said = QCoreApplication.translate("DeadlinesTab", "Whole office · %1 (%2): until %3, %4")
        for place, part in enumerate((label(deadline.duty), deadline.duty.value, limit, label(deadline.state)), 1):
            said = said.replace(f"%{place}", part)
        if one.open_units:
            tail = QCoreApplication.translate("DeadlinesTab", "open for %1 of %2 units: %3")
            names = ", ".join(one.open_units[:_UNITS_NAMED]) + ("…" if len(one.open_units) > _UNITS_NAMED else "")
            for place, part in enumerate(
                (self.words.number(len(one.open_units)), self.words.number(one.units), names), 1
            ):
                tail = singular(tail.replace(f"%{place}", part))
            said += f" · {tail}"
        colour = state_colour(deadline.state)
        text = escape(f"{SIGNS[deadline.state]} {said}")
        return f'<span style="color:{colour.name()}">{text}</span>' if colour is not None else text

    def _settle(self) -> None:
        has_people = bool(self.chosen_nips())
        self.dates.setEnabled(has_people)
        self.object.setEnabled(len(self.chosen_nips()) == 1)
        self.call.setEnabled(self._board is not None and bool(self._board.lines))
