"""Dialogs of what comes back from the region: propose, answer, take reference data, type a paper receipt, a reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.merging import EVALUATIONS, LEVELS, PEOPLE, UNITS
from meritdesk.core.periods import parse_period
from meritdesk.services import Desk
from meritdesk.services.handover.approvals import AgencyApproval
from meritdesk.services.handover.reference import OfferView
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.handover.return_tables import ReferenceTable
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.wording import Words

CORRECTIONS = frozenset({"corrections"})
APPROVALS = frozenset({"approvals"})
TABLES = (PEOPLE, UNITS, EVALUATIONS, LEVELS)
_TEXT_HEIGHT = 84


class ReturnDialog(ByKeyboard, QDialog):
    """One deed about a return: a sentence on top, fields, a refusal where one is due, and the deed."""

    did = Signal(object)

    def __init__(self, desk: Desk, lane: Lane, words: Words, title: str, told: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.desk, self.lane, self.words = desk, lane, words
        self.setWindowTitle(title)
        self.told = QLabel(told, self)
        self.told.setWordWrap(True)
        self.form = QFormLayout()
        self.form.setVerticalSpacing(look.RHYTHM)
        self.refusal = RefusalStrip(words, self)
        self.buttons = QDialogButtonBox(self)
        self.do_button = QPushButton(title.rstrip("…"), self)
        self.do_button.setObjectName("primary")
        self.do_button.setDefault(True)
        cancel = QPushButton(QCoreApplication.translate("ReturnDialogs", "Cancel"), self)
        cancel.setAutoDefault(False)
        self.buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.addButton(self.do_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.rejected.connect(self.reject)
        self.do_button.clicked.connect(self.carry_out)
        self.column = QVBoxLayout(self)
        self.column.setSpacing(2 * look.RHYTHM)
        self.column.addWidget(self.told)
        self.column.addLayout(self.form)
        self.column.addStretch(1)
        self.column.addWidget(self.refusal)
        self.column.addWidget(self.buttons)
        self.setMinimumWidth(look.in_letters(620))

    def add(self, name: str, field: QWidget) -> None:
        """One more field under its words."""
        self.form.addRow(name, field)
        field.setAccessibleName(name.replace("&", ""))

    def text(self, name: str) -> QPlainTextEdit:
        """A field for a few sentences."""
        field = QPlainTextEdit(self)
        field.setTabChangesFocus(True)
        field.setFixedHeight(_TEXT_HEIGHT)
        field.textChanged.connect(self.settle)
        self.add(name, field)
        return field

    def box(self, name: str, is_searched: bool = False) -> QComboBox:
        """A field to choose from a list; a long one is searched by typing."""
        field = QComboBox(self)
        if is_searched:
            field.setEditable(True)
            field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            completer = field.completer()
            if completer is not None:
                completer.setFilterMode(Qt.MatchFlag.MatchContains)
        field.currentTextChanged.connect(field.setToolTip)
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.setMinimumContentsLength(28)
        self.add(name, field)
        return field

    def is_ready(self) -> bool:
        """Whether everything that must be filled is."""
        return True

    def settle(self) -> None:
        """Offer the deed once it can be done."""
        self.do_button.setEnabled(self.is_ready())

    def deed(self) -> Callable[[], object]:
        """What is done on the lane, with what stands in the fields now."""
        raise NotImplementedError

    def carry_out(self) -> None:
        """Do it; a refusal stays here beside what was typed."""
        if not self.is_ready():
            return
        work = self.deed()
        self.refusal.tell(None)
        self.do_button.setEnabled(False)

        def done(outcome: object) -> None:
            self.did.emit(outcome)
            self.accept()

        def refused(error: Exception) -> None:
            self.settle()
            self.refusal.tell(error)

        touches = CORRECTIONS | APPROVALS
        self.lane.ask(lambda step: work(), done, refused, self.windowTitle(), touches=touches)


class SentenceDialog(ReturnDialog):
    """A deed that needs a sentence: an answer, a reason."""

    def __init__(
        self,
        desk: Desk,
        lane: Lane,
        words: Words,
        title: str,
        told: str,
        name: str,
        say: Callable[[str], object],
        parent: QWidget | None = None,
        must_be_said: bool = True,
    ) -> None:
        super().__init__(desk, lane, words, title, told, parent)
        self._say, self._must_be_said = say, must_be_said
        self.words_field = self.text(name)
        self.settle()

    def is_ready(self) -> bool:
        return not self._must_be_said or bool(self.words_field.toPlainText().strip())

    def deed(self) -> Callable[[], object]:
        return partial(self._say, self.words_field.toPlainText().strip())


class ProposeDialog(ReturnDialog):
    """The region asks an agency about one field of a record that has arrived."""

    def __init__(
        self, desk: Desk, lane: Lane, words: Words, arrived: Sequence[AgencyApproval], parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            desk,
            lane,
            words,
            translate("ReturnDialogs", "Propose a correction"),
            translate(
                "ReturnDialogs",
                "The agency sees what you ask, puts it right or answers in words. Leave the wished value empty to ask "
                "for an explanation.",
            ),
            parent,
        )
        self.package = self.box(translate("ReturnDialogs", "Arrived &period"))
        for one in arrived:
            said = f"{one.agency_name} · {words.period(parse_period(one.line.approval.period))}"
            self.package.addItem(said, (one.agency_code, one.line.approval.period))
        self.table = self.box(translate("ReturnDialogs", "&Kind of record"))
        for name, said in zip(TABLES, _table_names(), strict=True):
            self.table.addItem(said, name)
        self.record = self.box(translate("ReturnDialogs", "&Record"), is_searched=True)
        self.field = self.box(translate("ReturnDialogs", "&Field"))
        self.value = QLineEdit(self)
        self.add(translate("ReturnDialogs", "Wished &value"), self.value)
        self.reason = self.text(translate("ReturnDialogs", "Re&ason"))
        self.package.currentIndexChanged.connect(lambda _: self._ask_records())
        self.table.currentIndexChanged.connect(lambda _: self._ask_records())
        self.record.currentIndexChanged.connect(lambda _: self._ask_fields())
        self.settle()
        self._ask_records()

    def is_ready(self) -> bool:
        has_field = self.field.currentData() is not None and self.record.currentData() is not None
        return has_field and bool(self.reason.toPlainText().strip())

    def deed(self) -> Callable[[], object]:
        agency, period = self.package.currentData()
        return partial(
            self.desk.handover.corrections.propose,
            agency,
            period,
            self.table.currentData(),
            self.record.currentData(),
            self.field.currentData(),
            self.value.text().strip(),
            self.reason.toPlainText().strip(),
        )

    def _ask_records(self) -> None:
        if self.package.currentData() is None:
            return
        agency, period = self.package.currentData()
        table = self.table.currentData()

        def show(found: Sequence[tuple[str, str]]) -> None:
            self.record.blockSignals(True)
            self.record.clear()
            for record_id, label in found:
                self.record.addItem(label, record_id)
            self.record.blockSignals(False)
            self._ask_fields()

        corrections = self.desk.handover.corrections
        self.lane.ask(lambda step: corrections.records_of(agency, period, table), show, self.refusal.tell)

    def _ask_fields(self) -> None:
        if self.package.currentData() is None or self.record.currentData() is None:
            self.field.clear()
            self.settle()
            return
        agency, period = self.package.currentData()
        table, record = self.table.currentData(), self.record.currentData()

        def show(found: Mapping[str, str]) -> None:
            self.field.clear()
            for name, text in found.items():
                self.field.addItem(f"{name}: {text or '-'}", name)
            self.settle()

        corrections = self.desk.handover.corrections
        self.lane.ask(lambda step: corrections.fields_of(agency, period, table, record), show, self.refusal.tell)


class ConflictQuestionDialog(ReturnDialog):
    """The region asks the agency for a new version of something that waits in the queue of conflicts."""

    def __init__(
        self, desk: Desk, lane: Lane, words: Words, agencies: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            desk,
            lane,
            words,
            translate("ReturnDialogs", "Ask about a conflict"),
            translate(
                "ReturnDialogs",
                "Where two values of one field stand against each other, the agency is asked for a new version or for "
                "words. The conflict waits until then.",
            ),
            parent,
        )
        self.conflict = self.box(translate("ReturnDialogs", "&Conflict"))
        self.reason = self.text(translate("ReturnDialogs", "Re&ason"))
        self.settle()

        def read() -> list[tuple[str, str, str]]:
            return [
                (code, one.conflict_id, f"{name} · {one.label} · {one.field}")
                for code, name in agencies.items()
                for one in desk.handover.conflicts.lines(code)
                if one.is_waiting
            ]

        def show(found: list[tuple[str, str, str]]) -> None:
            for code, conflict, label in found:
                self.conflict.addItem(label, (code, conflict))
            if not found:
                self.told.setText(translate("ReturnDialogs", "No conflict waits."))
            self.settle()

        lane.ask(lambda step: read(), show, self.refusal.tell)

    def is_ready(self) -> bool:
        return self.conflict.currentData() is not None and bool(self.reason.toPlainText().strip())

    def deed(self) -> Callable[[], object]:
        agency, conflict = self.conflict.currentData()
        reason = self.reason.toPlainText().strip()
        return partial(self.desk.handover.corrections.propose_for_conflict, agency, conflict, reason)


class ReferenceDialog(ReturnDialog):
    """At the agency: what the region's reference data would do, and taking all of it."""

    def __init__(
        self, desk: Desk, lane: Lane, words: Words, view: OfferView | None, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        told = translate("ReturnDialogs", "No reference data waits. It comes with the next return of the region.")
        if view is not None:
            told = translate(
                "ReturnDialogs",
                "From %1, arrived on %2. All of it is taken as one change, which can be taken back as one.",
            )
            told = told.replace("%1", view.offer.sender).replace("%2", words.day(view.offer.arrived_on))
        super().__init__(desk, lane, words, translate("ReturnDialogs", "Take the reference data"), told, parent)
        self._view = view
        self.model = ReferenceTable(words, self)
        self.list = QTableView(self)
        self.list.setModel(self.model)
        self.list.setAccessibleName(translate("ReturnDialogs", "Reference data"))
        self.list.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.list.setWordWrap(False)
        self.list.verticalHeader().hide()
        self.list.horizontalHeader().setStretchLastSection(True)
        self.list.setMinimumHeight(260)
        self.setMinimumWidth(look.in_letters(900))
        self.column.insertWidget(1, self.list, 1)
        self.model.show_lines(view.lines if view is not None else ())
        self.list.resizeColumnsToContents()
        self.list.setVisible(view is not None)
        self.settle()

    def is_ready(self) -> bool:
        return self._view is not None

    def deed(self) -> Callable[[], object]:
        return self.desk.handover.reference.take


class PaperReceiptDialog(ReturnDialog):
    """Type or scan the line of a printed receipt; what it says is shown before it is noted."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            desk,
            lane,
            words,
            translate("ReturnDialogs", "Receipt on paper"),
            translate(
                "ReturnDialogs",
                "When the stick did not come back, the paper is enough: scan the square code into this field, or type "
                "the groups under it. Blanks and small letters do not matter.",
            ),
            parent,
        )
        self.line = self.text(translate("ReturnDialogs", "&Line of the receipt (MDR1:…)"))
        self.seen = QLabel(self)
        self.seen.setWordWrap(True)
        self.form.addRow(self.seen)
        self._is_seen = False
        self.line.textChanged.connect(self._look)
        self.settle()

    def is_ready(self) -> bool:
        return self._is_seen

    def deed(self) -> Callable[[], object]:
        return partial(self.desk.handover.paper_receipts.confirm, self.line.toPlainText())

    def _look(self) -> None:
        self._is_seen = False
        self.seen.clear()
        self.settle()
        typed = self.line.toPlainText()
        if len("".join(typed.split())) < 150:
            return

        def show(found: tuple[Any, Any]) -> None:
            paper, line = found
            said = QCoreApplication.translate("ReturnDialogs", "✓ Genuine: receipt %1 of %2 for %3: %4")
            self.seen.setText(
                said.replace("%1", paper.number)
                .replace("%2", paper.signer.agency_name)
                .replace("%3", line.file_name)
                .replace("%4", self.words.messages.label(f"RECEIPT:{paper.code.name}"))
            )
            look.colour(self.seen, look.arrived())
            self.refusal.tell(None)
            self._is_seen = True
            self.settle()

        self.lane.ask(lambda step: self.desk.handover.paper_receipts.look(typed), show, self.refusal.tell)


class RegionWordDialog(ReturnDialog):
    """At the region: name a unit, wish a setting, or add a rule pack; all of it leaves with the next returns."""

    def __init__(
        self, desk: Desk, lane: Lane, words: Words, agencies: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            desk,
            lane,
            words,
            translate("ReturnDialogs", "Say reference data"),
            translate(
                "ReturnDialogs",
                "What is said here leaves with every return; the agency looks at it and takes it. Holidays are those "
                "of the region's own table.",
            ),
            parent,
        )
        self.what = self.box(translate("ReturnDialogs", "&What"))
        for name, said in (
            ("unit", translate("ReturnDialogs", "Name of a unit and its post")),
            ("setting", translate("ReturnDialogs", "A setting for all agencies")),
            ("pack", translate("ReturnDialogs", "A rule pack for all agencies")),
        ):
            self.what.addItem(said, name)
        self.agency = self.box(translate("ReturnDialogs", "&Agency"))
        for code, name in agencies.items():
            self.agency.addItem(name, code)
        self.unit = self.box(translate("ReturnDialogs", "&Unit"), is_searched=True)
        self.name = QLineEdit(self)
        self.add(translate("ReturnDialogs", "&Name of the unit"), self.name)
        self.post = QLineEdit(self)
        self.add(translate("ReturnDialogs", "&Post of its head"), self.post)
        self.reason = QLineEdit(self)
        self.add(translate("ReturnDialogs", "&Rests on"), self.reason)
        self.setting = self.box(translate("ReturnDialogs", "&Setting"))
        for line in desk.upkeep.settings.lines():
            self.setting.addItem(words.messages.label(f"SETTING:{line.name.upper()}"), line.name)
        self.value = QLineEdit(self)
        self.add(translate("ReturnDialogs", "&Value"), self.value)
        self.file = QPushButton(translate("ReturnDialogs", "Choose the file…"), self)
        self.file.setAutoDefault(False)
        self.file.clicked.connect(self._choose)
        self.form.addRow(translate("ReturnDialogs", "Rule pack"), self.file)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        look.colour(self.said, look.quiet())
        self.form.addRow(self.said)
        self._pack: Path | None = None
        self.what.currentIndexChanged.connect(lambda _: self._shown())
        self.agency.currentIndexChanged.connect(lambda _: self._ask_units())
        for field in (self.name, self.post, self.value):
            field.textChanged.connect(lambda _: self.settle())
        self._shown()
        self._ask_units()

    def is_ready(self) -> bool:
        match self.what.currentData():
            case "unit":
                is_said = bool(self.name.text().strip() or self.post.text().strip())
                return is_said and self.unit.currentData() is not None
            case "setting":
                return bool(self.value.text().strip())
            case _:
                return self._pack is not None

    def deed(self) -> Callable[[], object]:
        reference = self.desk.handover.reference
        match self.what.currentData():
            case "unit":
                return partial(
                    reference.name_unit,
                    self.agency.currentData(),
                    self.unit.currentData(),
                    self.name.text(),
                    self.post.text(),
                    self.reason.text(),
                )
            case "setting":
                return partial(reference.wish_setting, self.setting.currentData(), self.value.text().strip())
            case _:
                assert self._pack is not None
                return partial(reference.add_pack, self._pack)

    def _shown(self) -> None:
        what = self.what.currentData()
        of_unit = (self.agency, self.unit, self.name, self.post, self.reason)
        for field, kind in [
            *((field, "unit") for field in of_unit),
            (self.setting, "setting"),
            (self.value, "setting"),
        ]:
            self.form.setRowVisible(field, what == kind)
        self.form.setRowVisible(self.file, what == "pack")
        self.settle()

    def _ask_units(self) -> None:
        agency = self.agency.currentData()
        if agency is None:
            return
        desk = self.desk

        def read() -> tuple[Sequence[tuple[str, str]], int, int, int]:
            period = next(one.line.approval.period for one in desk.handover.approvals.lines(agency))
            given = desk.handover.reference.given().reference
            units = desk.handover.corrections.records_of(agency, period, UNITS)
            named = len(desk.handover.reference.namings(agency))
            return units, named, len(given.settings), len(desk.handover.reference.packs())

        def show(found: tuple[Sequence[tuple[str, str]], int, int, int]) -> None:
            units, named, settings, packs = found
            self.unit.clear()
            for unit_id, label in units:
                self.unit.addItem(label, unit_id)
            said = QCoreApplication.translate(
                "ReturnDialogs", "Said so far: %1 units of this agency, %2 settings, %3 rule packs."
            )
            for place, count in enumerate((named, settings, packs), 1):
                said = said.replace(f"%{place}", self.words.number(count))
            self.said.setText(said)
            self.settle()

        self.lane.ask(lambda step: read(), show, self.refusal.tell)

    def _choose(self) -> None:
        words = QCoreApplication.translate("ReturnDialogs", "Which rule pack?")
        chosen, _ = QFileDialog.getOpenFileName(self, words, "", "JSON (*.json)")
        if chosen:
            self._pack = Path(chosen)
            self.file.setText(self._pack.name)
            self.settle()


def _table_names() -> tuple[str, ...]:
    translate = QCoreApplication.translate
    return (
        translate("ReturnDialogs", "Person"),
        translate("ReturnDialogs", "Unit"),
        translate("ReturnDialogs", "Evaluation"),
        translate("ReturnDialogs", "Organisation level"),
    )
