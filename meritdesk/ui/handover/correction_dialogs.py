"""The region asks: about one field of a record that has arrived, or about a conflict that waits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QLineEdit,
    QWidget,
)

from meritdesk.core.merging import EVALUATIONS, LEVELS, PEOPLE, UNITS
from meritdesk.core.periods import parse_period
from meritdesk.services import Desk
from meritdesk.services.handover.approvals import AgencyApproval
from meritdesk.ui.background import Lane
from meritdesk.ui.handover.merging_words import choices_of, field_words, value_words
from meritdesk.ui.handover.return_dialog import ReturnDialog
from meritdesk.ui.wording import Words

TABLES = (PEOPLE, UNITS, EVALUATIONS, LEVELS)


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
        self.choice = self.box(translate("ReturnDialogs", "Wished v&alue"))
        self.reason = self.text(translate("ReturnDialogs", "Re&ason"))
        self.package.currentIndexChanged.connect(lambda _: self._ask_records())
        self.table.currentIndexChanged.connect(lambda _: self._ask_records())
        self.record.currentIndexChanged.connect(lambda _: self._ask_fields())
        self.field.currentIndexChanged.connect(lambda _: self._offer_choices())
        self._offer_choices()
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
            self.wish(),
            self.reason.toPlainText().strip(),
        )

    def wish(self) -> str:
        """What is asked for, as it would stand in the record; empty asks for an explanation."""
        return str(self.choice.currentData() or "") if self.choice.count() else self.value.text().strip()

    def _offer_choices(self) -> None:
        """Where only a few words can stand, they are chosen and not typed."""
        found = choices_of(str(self.field.currentData() or ""), self.words)
        self.choice.clear()
        if found:
            self.choice.addItem(QCoreApplication.translate("ReturnDialogs", "an explanation"), "")
        for value, said in found:
            self.choice.addItem(said, value)
        self.form.setRowVisible(self.choice, bool(found))
        self.form.setRowVisible(self.value, not found)

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
                told = value_words(name, text, self.words) if text else "-"
                self.field.addItem(f"{field_words(name, table)}: {told}", name)
            self._offer_choices()
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
                (code, one.conflict_id, f"{one.label} · {field_words(one.field, one.table)} · {name}")
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


def _table_names() -> tuple[str, ...]:
    translate = QCoreApplication.translate
    return (
        translate("ReturnDialogs", "Person"),
        translate("ReturnDialogs", "Unit"),
        translate("ReturnDialogs", "Evaluation"),
        translate("ReturnDialogs", "Organisation level"),
    )
