"""The planning page: who has a plan and who has not, each plan as on paper, and taking plans and actuals over."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

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

from meritdesk.core.errors import Refusal
from meritdesk.core.lines import UnitProgress
from meritdesk.core.periods import Period
from meritdesk.core.plan import PlanState
from meritdesk.core.plan_list import PlanListLine, PlanQuery
from meritdesk.services import Desk
from meritdesk.services.changes import ImportOutcome, Step
from meritdesk.services.planning import PlanCard
from meritdesk.ui import look
from meritdesk.ui.actions import page_action
from meritdesk.ui.background import Lane
from meritdesk.ui.cohort_chip import CohortChip
from meritdesk.ui.grids.bulk import BulkEdit
from meritdesk.ui.grids.bulk_scope import BulkScope, Subject
from meritdesk.ui.intake.wizard import IntakeWizard
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import Choice, Facet
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.lists.reading import Reading
from meritdesk.ui.planning.plan_bulk import plan_scope
from meritdesk.ui.planning.plan_sheet import plan_html
from meritdesk.ui.planning.plan_table import PLAN_FIELDS, PlanColumn, PlanTable
from meritdesk.ui.room import RoomPage
from meritdesk.ui.sheets.kinds import actual_sheets, open_sheets, plan_sheets
from meritdesk.ui.sheets.write_dialog import WriteSheetsDialog
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

_NO_PLAN = "NONE"
_UNFIXED = tuple(state.value for state in PlanState if state is not PlanState.FIXED)


class PlanningPage(RoomPage):
    """Perencanaan: the plans (SKP) of the year."""

    room = "planning"
    nouns = frozenset({"plans", "actuals", "people", "units", "reporting"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._card: PlanCard | None = None
        self._refusal: Refusal | None = None
        self._progress: UnitProgress | None = None
        self._build()
        self._lay_out()
        self.retranslate()

    def _build(self) -> None:
        self.title = look.title(QLabel(self))
        self.import_plans = QPushButton(self)
        self.import_plans.clicked.connect(lambda: self.open_import(0))
        self.import_actuals = QPushButton(self)
        self.import_actuals.clicked.connect(lambda: self.open_import(1))
        self.write_sheets = QPushButton(self)
        self.write_sheets.clicked.connect(self.open_sheets)
        self.cohort_chip = CohortChip(self.words, lambda: self.listing.ask(), self)
        self.table = PlanTable(self.words, self)
        plans = self.desk.planning.listing
        self.listing = LineList(
            "planning.plans",
            self.table,
            self,
            facets=self._facets(),
            reading=Reading(
                lambda how: plans.count(self._query(how)),
                lambda how, offset, limit: plans.lines(replace(self._query(how), offset=offset, limit=limit)),
            ),
            chooses_first=True,
        )
        self.listing.title_words = lambda: QCoreApplication.translate(
            "PlanningPage", "People and the state of their plan"
        )
        self.listing.empty_words = self._told_empty
        self.listing.line_chosen.connect(self._person_chosen)
        self.listing.put_beside(self.cohort_chip)
        self.view, self.search, self.totals = self.listing.view, self.listing.search, self.listing.summary
        self.bulk = BulkEdit(self, self, self._bulk_scope, self._bulk_rows)
        self.listing.offer(self.bulk.action)
        self.import_action = page_action(self, "import", "Ctrl+I")
        self.import_action.triggered.connect(lambda: self.open_import(0))
        self.sheets_action = page_action(self, "unit_sheets", "Ctrl+Shift+U")
        self.sheets_action.triggered.connect(self.open_sheets)
        self.sheet = QTextBrowser(self)
        self.sheet.setOpenLinks(False)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.bulk.button)
        top.addWidget(self.import_plans)
        top.addWidget(self.import_actuals)
        top.addWidget(self.write_sheets)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("planningSplitter")
        self.splitter.addWidget(self.listing)
        self.splitter.addWidget(self.sheet)
        self.splitter.setSizes([560, 590])
        self.splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.splitter, 1)

    def retranslate(self) -> None:
        self.title.setText(QCoreApplication.translate("PlanningPage", "Performance plans"))
        self.import_plans.setText(QCoreApplication.translate("PlanningPage", "Import &plans…"))
        self.import_actuals.setText(QCoreApplication.translate("PlanningPage", "Import &actuals…"))
        self.write_sheets.setText(QCoreApplication.translate("WriteSheetsDialog", "Fill-in &sheets for units…"))
        self.sheets_action.setText(QCoreApplication.translate("WriteSheetsDialog", "Fill-in sheets for units"))
        self.import_action.setText(QCoreApplication.translate("PlanningPage", "Import plans"))
        self.sheet.setAccessibleName(QCoreApplication.translate("PlanningPage", "Plan of the selected person"))
        self.bulk.retranslate()
        self.listing.say()
        self._show_sheet()
        self._tell_totals()

    def primary_focus(self) -> QWidget:
        return self.search

    def want(self, nip: str) -> None:
        """Choose this person when the list comes, without narrowing it."""
        self.listing.choose(lambda line: line.nip == nip)

    def narrow(self, filters: Mapping[str, object]) -> None:
        """Filters of other pages: ``search``, ``unit`` and ``unit_name``, ``nip``.

        ``missing`` keeps people without a fixed plan, ``missing_actuals`` those of whom nothing was achieved yet;
        ``cohort`` exactly the people that were counted elsewhere.
        """
        self.cohort_chip.narrow(filters)
        nip, unit_id = str(filters.get("nip", "")), str(filters.get("unit", ""))
        if nip:
            self.want(nip)
        if unit_id and filters.get("unit_name"):
            self.listing.chips.learn("unit", {unit_id: str(filters["unit_name"])})
        self.listing.narrow_to(
            str(filters.get("search", "") or nip),
            unit=unit_id,
            missing="plan" if filters.get("missing") else "actuals" if filters.get("missing_actuals") else "",
        )

    def load(self, period: Period) -> None:
        def read(step: Step) -> UnitProgress:
            return self.desk.overview.status(period).whole

        def then(progress: UnitProgress) -> None:
            self._progress = progress
            self._tell_totals()

        self.lane.ask(read, then, key="planning.progress")
        self.listing.ask()

    def open_import(self, chosen: int = 0) -> IntakeWizard:
        """The import wizard, for plans (0), actuals (1), or whatever the file turns out to be."""
        dialog = IntakeWizard(self.lane, self.words, self.desk, "ACTUALS" if chosen else "PLANS", self)
        dialog.imported.connect(self._imported)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def open_sheets(self) -> WriteSheetsDialog | None:
        """The dialog for sheets that units fill in without MeritDesk."""
        if self.period is None:
            return None
        kinds = (plan_sheets(self.desk), actual_sheets(self.desk))
        return open_sheets(self, kinds, self.period, self.listing.arrangement.only("unit"))

    def open_bulk(self) -> None:
        """The dialog that changes one field of the chosen rows."""
        self.bulk.open()

    def _bulk_scope(self) -> BulkScope | None:
        return plan_scope(self.desk, self.period.year) if self.period is not None else None

    def _bulk_rows(self, then: Callable[[Sequence[Subject]], object]) -> None:
        def hand_over(lines: list[PlanListLine]) -> None:
            then([Subject(line.person_id) for line in lines])

        self.listing.with_selected(hand_over)

    def _imported(self, outcome: ImportOutcome) -> None:
        if outcome.changes.change_set_id:
            told = QCoreApplication.translate("PlanningPage", "Import finished: {count} rows written.")
            written = outcome.counts.added + outcome.counts.changed
            self.offer_undo.emit(told.format(count=self.words.number(written)), outcome.changes.change_set_id)

    def _query(self, arrangement: Arrangement) -> PlanQuery:
        """What the store is asked, on the lane."""
        assert self.period is not None
        unit_id, missing = arrangement.only("unit"), arrangement.only("missing")
        states = tuple("" if one == _NO_PLAN else one for one in sorted(arrangement.kept.get("state", ())))
        if missing == "plan":
            states = tuple(one for one in ("", *_UNFIXED) if not states or one in states) or ("-",)
        return PlanQuery(
            self.period,
            arrangement.search,
            self.desk.register.branch(unit_id) if unit_id else (),
            states,
            False if missing == "actuals" else None,
            self.cohort_chip.cohort,
            tuple((PLAN_FIELDS[PlanColumn(column)], falls) for column, falls in arrangement.order),
        )

    def _facets(self) -> tuple[Facet, ...]:
        translate = QCoreApplication.translate

        def units() -> list[Choice]:
            found = sorted(self.desk.register.units(), key=lambda unit: unit.name.casefold())
            return [Choice(unit.unit_id, unit.name.lstrip("- ")) for unit in found]

        def states() -> list[Choice]:
            label = self.words.messages.label_of
            nothing = Choice(_NO_PLAN, translate("PlanTable", "⚠ no plan"))
            return [nothing, *(Choice(state.value, label(state)) for state in PlanState)]

        def missing() -> list[Choice]:
            return [
                Choice("plan", translate("PlanningPage", "Only without a fixed plan")),
                Choice("actuals", translate("PlanningPage", "Only without actuals")),
            ]

        return (
            Facet("unit", lambda: translate("PlanTable", "Unit"), units, is_read=True, is_single=True),
            Facet("missing", lambda: translate("PlanningPage", "Missing"), missing, is_single=True),
            Facet("state", lambda: translate("PlanTable", "Plan"), states),
        )

    def _person_chosen(self, line: PlanListLine | None) -> None:
        if line is None or self.period is None:
            self._card = self._refusal = None
            self._show_sheet()
            return
        year = self.period.year

        def then(card: PlanCard) -> None:
            self._card, self._refusal = card, None
            self._show_sheet()

        def failed(refusal: Exception) -> None:
            self._card = None
            self._refusal = refusal if isinstance(refusal, Refusal) else None
            self._show_sheet()

        self.lane.ask(lambda step: self.desk.planning.show(line.nip, year), then, failed, key="planning.sheet")

    def _show_sheet(self) -> None:
        if self._card is not None:
            self.sheet.setHtml(plan_html(self._card, self.words))
        elif self._refusal is not None:
            code, what, then = self.words.told(self._refusal)
            self.sheet.setPlainText(f"{what}\n\n{then}\n\n({code})")
        else:
            self.sheet.setPlainText(
                QCoreApplication.translate("PlanningPage", "Select a person to see the plan as it is printed.")
            )

    def _told_empty(self, arrangement: Arrangement) -> str:
        if arrangement.is_narrowed or self.cohort_chip.cohort is not None:
            return QCoreApplication.translate(
                "PlanningPage", "Nobody fits these filters. Clear the search, or nothing is missing here any more."
            )
        return QCoreApplication.translate(
            "PlanningPage", "Nobody must have a plan yet. Import units and staff on the register page first."
        )

    def _tell_totals(self) -> None:
        progress = self._progress
        if progress is None:
            self.totals.clear()
            return
        number = self.words.number
        told = QCoreApplication.translate(
            "PlanningPage",
            "{due} people must have a plan · {plans} have one · {missing} are missing · {actuals} have actuals",
        )
        self.totals.setText(
            singular(
                told.format(
                    due=number(progress.due),
                    plans=number(progress.plans),
                    missing=number(max(progress.due - progress.plans, 0)),
                    actuals=number(progress.with_actuals),
                )
            )
        )
