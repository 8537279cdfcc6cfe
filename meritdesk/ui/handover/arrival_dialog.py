"""Before a file is taken: what it would do, record by record, and what somebody must answer for first."""

from __future__ import annotations

from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QTabWidget,
    QWidget,
)

from meritdesk.core.handover import LedgerVerdict, PackageView, RecordState
from meritdesk.core.periods import parse_period
from meritdesk.services.handover import Arrival, Consent
from meritdesk.services.handover.arrivals import ArrivingRecord, MissingRecord
from meritdesk.ui import look
from meritdesk.ui.handover.dialogs import FactsDialog
from meritdesk.ui.handover.merging_words import field_words, table_words, value_words
from meritdesk.ui.line_table import LineTable
from meritdesk.ui.lists.line_view import LineView
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

_ORDER = (RecordState.CONFLICT, RecordState.REFUSED, RecordState.CHANGED, RecordState.ADDED, RecordState.SAME)


class ArrivingColumn(IntEnum):
    """One record of the file."""

    STATE = 0
    ABOUT = 1
    TABLE = 2
    DIFFERENCES = 3


class ArrivingTable(LineTable[ArrivingRecord]):
    """The records that are not simply the same, those that need a hand first."""

    columns = ArrivingColumn
    named_by = frozenset({ArrivingColumn.STATE, ArrivingColumn.ABOUT})

    def identity(self, line: ArrivingRecord) -> object:
        return line.table, line.record_id

    def heading(self, column: int) -> str:
        """Fate, whose, what, and how it differs."""
        translate = QCoreApplication.translate
        return (
            translate("ArrivalDialog", "Fate"),
            translate("ArrivalDialog", "About"),
            translate("ArrivalDialog", "What"),
            translate("ArrivalDialog", "Here → in the file"),
        )[column]

    def shown(self, line: ArrivingRecord, column: int) -> str:
        """One line."""
        if column == ArrivingColumn.DIFFERENCES:
            if line.state is RecordState.REFUSED and line.code:
                return f"{self.words.messages.sentence(line.code)} ({line.code})"
            return " · ".join(
                f"{field_words(one.field)}: {value_words(one.field, one.here, self.words)} → "
                f"{value_words(one.field, one.there, self.words)}"
                for one in line.differences
            ) or ("–" if line.state is RecordState.ADDED else self.words.messages.label_of(line.state))
        return (self.words.messages.label_of(line.state), line.label, table_words(line.table, self.words))[column]

    def value(self, line: ArrivingRecord, column: int) -> object:
        """Fates sort by how much they need a hand."""
        return _ORDER.index(line.state) if column == ArrivingColumn.STATE else self.shown(line, column)

    def colour(self, line: ArrivingRecord, column: int) -> QColor | None:
        """What waits or is refused asks to be looked at."""
        if column != ArrivingColumn.STATE:
            return None
        return {RecordState.CONFLICT: look.asks(), RecordState.REFUSED: look.blocks()}.get(line.state)


class MissingColumn(IntEnum):
    """One record that the file no longer has."""

    ABOUT = 0
    TABLE = 1


class MissingTable(LineTable[MissingRecord]):
    """What was here before and the file neither repeats nor removes; it stays."""

    columns = MissingColumn
    named_by = frozenset({MissingColumn.ABOUT})

    def identity(self, line: MissingRecord) -> object:
        return line.table, line.record_id

    def heading(self, column: int) -> str:
        """Whose, what."""
        translate = QCoreApplication.translate
        return (translate("ArrivalDialog", "About"), translate("ArrivalDialog", "What"))[column]

    def cells(self, line: MissingRecord) -> tuple[str, ...]:
        """One line."""
        return (line.label, table_words(line.table, self.words))


class ArrivalDialog(FactsDialog):
    """The dry run of a file. *Terima* waits until whoever must agree has agreed."""

    def __init__(self, view: PackageView, arrival: Arrival, path: Path, words: Words, parent: QWidget | None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("ArrivalDialog", "Before receiving"), words.messages.label_of(arrival.header.kind), parent
        )
        self.arrival, self.words = arrival, words
        header = arrival.header
        self.fact(translate("ArrivalDialog", "File"), path.name)
        sender = f"{view.signer.agency_name} ({header.sender})" if view.signer else header.sender
        about = translate("ArrivalDialog", "%1 · %2 · no. %3").replace("%1", sender)
        about = about.replace("%2", words.period(parse_period(header.period)))
        self.fact(translate("ArrivalDialog", "From"), about.replace("%3", words.number(header.sequence)))
        self.fact(
            translate("ArrivalDialog", "Signature"),
            "✓ " + translate("ArrivalDialog", "signed by a key that is trusted here"),
        )
        self.insert_plain(self._chips())
        for told, colour in self._remarks():
            label = QLabel(told)
            label.setWordWrap(True)
            look.colour(label, colour)
            self.insert_plain(label)
        self.records = ArrivingTable(words, self)
        self.records.show_lines(sorted(arrival.records, key=lambda one: _ORDER.index(one.state)))
        self.records_view: LineView[ArrivingRecord] = LineView("handover.arrival", self.records, self)
        self.records_view.setAccessibleName(translate("ArrivalDialog", "What the file would do"))
        self.missing = MissingTable(words, self)
        self.missing.show_lines(arrival.missing)
        self.missing_view: LineView[MissingRecord] = LineView("handover.arrival.missing", self.missing, self)
        self.missing_view.setAccessibleName(translate("ArrivalDialog", "No longer in the file"))
        self.tabs = QTabWidget()
        count = words.number(len(arrival.records))
        self.tabs.addTab(self.records_view, translate("ArrivalDialog", "What it does (%1)").replace("%1", count))
        if arrival.missing:
            gone = translate("ArrivalDialog", "No longer in the file (%1)")
            self.tabs.addTab(self.missing_view, gone.replace("%1", words.number(len(arrival.missing))))
        else:
            self.missing_view.hide()
        self.insert(self.tabs)
        self.reason, self.second = QLineEdit(), QLineEdit()
        self.reason.setPlaceholderText(translate("ArrivalDialog", "what the agency answered when you asked"))
        self.second.setPlaceholderText(translate("ArrivalDialog", "name of the second person, who agrees too"))
        self.called = QCheckBox(translate("ArrivalDialog", "I have called: the PC was replaced or restored"))
        self._ask()
        self.button(translate("ArrivalDialog", "Leave it"), QDialogButtonBox.ButtonRole.RejectRole)
        self.receive_button = self.button(translate("ArrivalDialog", "Receive"), QDialogButtonBox.ButtonRole.AcceptRole)
        for field in (self.reason, self.second):
            field.textChanged.connect(self._settle)
        self.called.toggled.connect(self._settle)
        self.resize(940, 600)
        self._settle()
        if not self.receive_button.isEnabled():
            (self.called if self.is_new_epoch else self.reason).setFocus()

    @property
    def is_new_epoch(self) -> bool:
        """Whether the sender's series begins anew, which only a telephone call explains."""
        return self.arrival.decision.verdict is LedgerVerdict.NEW_EPOCH

    @property
    def asks_for_reason(self) -> bool:
        """Whether somebody must answer for what is missing or removed."""
        return self.arrival.needs_consent or self.arrival.needs_second

    @property
    def consent(self) -> Consent | None:
        """The word that was given, when one was asked for."""
        return Consent(self.reason.text().strip(), self.second.text().strip()) if self.asks_for_reason else None

    def insert_plain(self, part: QWidget) -> None:
        """Something that takes no more room than it needs."""
        self.body.insertWidget(self.body.count() - 1, part)

    def _chips(self) -> QWidget:
        """The five fates with how many met each."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        self.chips: dict[RecordState, QLabel] = {}
        for state in RecordState:
            count = self.arrival.counts.get(state.value, 0)
            chip = look.strong(QLabel(f"{self.words.messages.label_of(state)} {self.words.number(count)}"))
            if count and state in (RecordState.CONFLICT, RecordState.REFUSED):
                look.colour(chip, look.asks() if state is RecordState.CONFLICT else look.blocks())
            self.chips[state] = chip
            row.addWidget(chip)
        row.addStretch(1)
        return holder

    def _remarks(self) -> list[tuple[str, QColor]]:
        """What is to be known before a yes."""
        translate, decision, number = QCoreApplication.translate, self.arrival.decision, self.words.number
        said: list[tuple[str, QColor]] = []
        settled = {
            LedgerVerdict.DUPLICATE: translate(
                "ArrivalDialog", "This file was received before: nothing changes, the same receipt is given again."
            ),
            LedgerVerdict.SUPERSEDED: translate(
                "ArrivalDialog", "A newer file of this period was received already: this one is only noted."
            ),
            LedgerVerdict.FORK: translate(
                "ArrivalDialog", "Two different files claim this number: nothing is taken, call the sender."
            ),
        }
        if decision.verdict in settled:
            is_fork = decision.verdict is LedgerVerdict.FORK
            said.append(("⚠ " + settled[decision.verdict], look.blocks() if is_fork else look.asks()))
        if decision.missing:
            gap = translate("ArrivalDialog", "Earlier files never came: no. %1.")
            said.append(("⚠ " + gap.replace("%1", ", ".join(map(number, decision.missing[:9]))), look.asks()))
        if decision.is_late:
            late = translate("ArrivalDialog", "This file is older than one already received: newer words stay.")
            said.append(("⚠ " + late, look.asks()))
        if self.arrival.counts.get(RecordState.CONFLICT.value):
            both = translate(
                "ArrivalDialog", "What is in conflict keeps the value here and waits on the Conflicts tab."
            )
            said.append(("⚠ " + both, look.asks()))
        if self.arrival.parallel:
            merged = translate("ArrivalDialog", "%1 records were changed here and there and are put together.")
            said.append((singular(merged.replace("%1", number(self.arrival.parallel))), look.quiet()))
        if self.arrival.removed:
            removed = translate("ArrivalDialog", "%1 records are removed by this file.")
            said.append(("⚠ " + singular(removed.replace("%1", number(self.arrival.removed))), look.asks()))
        return said

    def _ask(self) -> None:
        translate = QCoreApplication.translate
        form = QFormLayout()
        if self.asks_for_reason:
            told = QLabel(translate("ArrivalDialog", "Records of people are missing or removed. Ask the agency first."))
            told.setWordWrap(True)
            form.addRow(told)
            form.addRow(translate("ArrivalDialog", "&Reason"), self.reason)
            if self.arrival.needs_second:
                form.addRow(translate("ArrivalDialog", "&Second person"), self.second)
        if self.is_new_epoch:
            form.addRow(self.called)
        for field, is_asked in (
            (self.reason, self.asks_for_reason),
            (self.second, self.asks_for_reason and self.arrival.needs_second),
            (self.called, self.is_new_epoch),
        ):
            if not is_asked:
                field.setParent(None)
        if form.rowCount():
            holder = QWidget()
            holder.setLayout(form)
            self.insert_plain(holder)

    def _settle(self) -> None:
        consent = self.consent
        is_agreed = consent is None or bool(consent.reason and (consent.second or not self.arrival.needs_second))
        self.receive_button.setEnabled(is_agreed and (self.called.isChecked() or not self.is_new_epoch))
