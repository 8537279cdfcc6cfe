"""The calm list at the start: what was typed and not saved, to go on with or to throw away, one by one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from meritdesk.services import Desk
from meritdesk.ui import look
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.drafts.names import EDITORS, PLAN, editor_words, facts_of
from meritdesk.ui.drafts.strip import ago
from meritdesk.ui.line_table import LineTable
from meritdesk.ui.wording import Words


@dataclass(frozen=True, slots=True)
class Offer:
    """One draft that is offered: where it belongs and whose it is, never what was typed."""

    name: str
    subject: str
    about: str
    kept_at: datetime
    is_confidential: bool = False
    facts: Mapping[str, str] = field(default_factory=dict)


def offers_of(desk: Desk) -> tuple[Offer, ...]:
    """Everything that somebody typed and did not save, the latest first; runs in the lane."""
    plans = [
        Offer(PLAN, draft.plan.plan_id, person.full_name, draft.kept_at, facts={"nip": person.nip})
        for draft, person in desk.planning.editor.drafts()
    ]
    others = [
        Offer(draft.editor, draft.subject, draft.about, draft.kept_at, draft.is_confidential, facts_of(draft))
        for draft in desk.upkeep.drafts.offered()
    ]
    return tuple(sorted((*plans, *others), key=lambda offer: offer.kept_at, reverse=True))


def drop_offer(desk: Desk, offer: Offer) -> None:
    """Throw one draft away; runs in the lane."""
    if offer.name == PLAN:
        desk.planning.editor.drop_draft(offer.subject)
    else:
        desk.upkeep.drafts.drop(offer.name, offer.subject)


class OfferColumn(IntEnum):
    """The columns of the list."""

    WHAT = 0
    WHOSE = 1
    WHEN = 2


class OfferTable(LineTable[Offer]):
    """The drafts that are offered."""

    columns = OfferColumn

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (translate("Drafts", "What"), translate("Drafts", "Whose"), translate("Drafts", "Typed"))[column]

    def shown(self, line: Offer, column: int) -> str:
        if column == OfferColumn.WHAT:
            said = editor_words(line.name)
            if line.is_confidential:
                secret = QCoreApplication.translate("Drafts", "confidential")
                said = f"{said} ({secret})"
            return said
        return line.about if column == OfferColumn.WHOSE else ago(self.words, line.kept_at)

    def value(self, line: Offer, column: int) -> object:
        return line.kept_at.isoformat() if column == OfferColumn.WHEN else self.shown(line, column)

    def colour(self, line: Offer, column: int) -> QColor | None:
        return look.quiet() if column == OfferColumn.WHEN else None


class OffersDialog(ByKeyboard, QDialog):
    """Nothing is decided here by closing it: drafts stay until they are saved or thrown away."""

    go_on = Signal(object)  # Offer
    throw_away = Signal(object)  # Offer

    def __init__(self, offers: tuple[Offer, ...], words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("Drafts", "Drafts that are not saved"))
        self.said = QLabel(
            translate(
                "Drafts",
                "This was typed and not saved. Go on with it or throw it away; what you leave stays and is offered "
                "again at the next start.",
            ),
            self,
        )
        self.said.setWordWrap(True)
        self.table = OfferTable(words, self)
        self.table.show_lines(offers)
        self.view = QTableView(self)
        self.view.setObjectName("draftOffers")
        self.view.setModel(self.table)
        look.tidy(self.view)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setAccessibleName(self.windowTitle())
        header = self.view.horizontalHeader()
        header.setSectionResizeMode(OfferColumn.WHOSE, QHeaderView.ResizeMode.Stretch)
        self.view.setColumnWidth(OfferColumn.WHAT, look.in_letters(260))
        self.view.setColumnWidth(OfferColumn.WHEN, look.in_letters(160))
        self.view.activated.connect(lambda _: self._go_on())
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.on_button = buttons.addButton(translate("Drafts", "&Go on with it"), role.ActionRole)
        self.away_button = buttons.addButton(translate("Drafts", "&Throw it away"), role.ActionRole)
        self.later_button = buttons.addButton(translate("Drafts", "Later"), role.RejectRole)
        self.on_button.clicked.connect(self._go_on)
        self.away_button.clicked.connect(self._throw_away)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.said)
        column.addWidget(self.view, 1)
        column.addWidget(buttons)
        self.resize(720, 340)
        self._choose(0)
        self.on_button.setDefault(True)
        self.on_button.setFocus()

    def _choose(self, row: int) -> None:
        if self.table.lines:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            index = self.table.index(min(row, len(self.table.lines) - 1), 0)
            self.view.selectionModel().setCurrentIndex(index, flags)

    def _chosen(self) -> Offer | None:
        row = self.view.currentIndex().row()
        return self.table.lines[row] if 0 <= row < len(self.table.lines) else None

    def _go_on(self) -> None:
        offer = self._chosen()
        if offer is not None:
            self.accept()
            self.go_on.emit(offer)

    def _throw_away(self) -> None:
        offer, row = self._chosen(), self.view.currentIndex().row()
        if offer is None:
            return
        self.throw_away.emit(offer)
        self.table.show_lines([line for line in self.table.lines if line is not offer])
        self._choose(row)
        if not self.table.lines:
            self.accept()


def summary(offers: tuple[Offer, ...], words: Words) -> str:
    """The drafts in one line, for the strip of the window: the first by name, the others by number."""
    first = offers[0]
    said = QCoreApplication.translate("Drafts", "Draft not saved: %1 %2, %3")
    said = said.replace("%1 %2", f"{editor_words(first.name)} {first.about}".strip())  # some are about nobody yet
    said = said.replace("%3", ago(words, first.kept_at))
    if len(offers) > 1:
        more = QCoreApplication.translate("Drafts", "and %1 more").replace("%1", words.number(len(offers) - 1))
        said = f"{said} {more}"
    return said


def can_open(offer: Offer) -> bool:
    """Whether the window knows the place of a draft."""
    return offer.name in EDITORS
