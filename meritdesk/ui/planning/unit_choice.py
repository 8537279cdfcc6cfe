"""Choosing a unit: the tree of units as one box, the same on every tab of planning that works on a unit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSettings, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from meritdesk.services.planning.agreement import AgreementLine
from meritdesk.ui.wording import Words

_KEY = "planning/unit"
_INDENT = "    "


class UnitChoice(QComboBox):
    """The units with the number of their indicators; what is typed finds a unit anywhere in its name."""

    chosen = Signal(str)  # unit id

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._lines: tuple[AgreementLine, ...] = ()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMinimumContentsLength(28)
        self.setMaxVisibleItems(24)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)
        self.activated.connect(self._activated)
        self.currentIndexChanged.connect(lambda _: self._say_name())

    @property
    def unit_id(self) -> str:
        """The unit that is worked on; empty while there is none."""
        return str(self.currentData() or "")

    @property
    def unit_name(self) -> str:
        """Its name."""
        return self.currentText().strip().partition("  (")[0]

    def show_units(self, lines: Sequence[AgreementLine], wanted: str = "") -> None:
        """Show these units as a tree; the one worked on before stays, else the root is chosen."""
        before = wanted or self.unit_id or str(QSettings().value(_KEY, ""))
        self._lines = tuple(lines)
        self.blockSignals(True)
        self.clear()
        for line, depth in in_tree_order(lines):
            count = f"  ({self._words.number(line.indicators)})" if line.indicators else ""
            self.addItem(f"{_INDENT * depth}{line.unit_name}{count}", line.unit_id)
        place = self.findData(before)
        self.setCurrentIndex(max(place, 0) if self.count() else -1)
        self.blockSignals(False)
        self._say_name()

    def choose(self, unit_id: str) -> None:
        """Work on this unit."""
        place = self.findData(unit_id)
        if place >= 0:
            self.setCurrentIndex(place)
            self._activated(place)

    def retranslate(self) -> None:
        """Say everything again in the current language."""
        self.setAccessibleName(QCoreApplication.translate("UnitChoice", "Unit to work on"))
        self.setToolTip(QCoreApplication.translate("UnitChoice", "Type a part of the name to find a unit"))

    def _say_name(self) -> None:
        """The name without the indent that shows its place in the list."""
        self.setEditText(self.currentText().strip())

    def _activated(self, place: int) -> None:
        unit_id = str(self.itemData(place) or "")
        if unit_id:
            QSettings().setValue(_KEY, unit_id)
            self.chosen.emit(unit_id)


def in_tree_order(lines: Sequence[AgreementLine]) -> list[tuple[AgreementLine, int]]:
    """Units below their parents with their depth; a unit whose parent is missing or in a circle stands at the top."""
    below: dict[str, list[AgreementLine]] = {}
    known = {line.unit_id for line in lines}
    for line in lines:
        below.setdefault(line.parent_id if line.parent_id in known else "", []).append(line)
    ordered: list[tuple[AgreementLine, int]] = []
    placed: set[str] = set()
    waiting = [(line, 0) for line in reversed(below.get("", []))]
    while waiting:
        line, depth = waiting.pop()
        if line.unit_id in placed:
            continue
        placed.add(line.unit_id)
        ordered.append((line, depth))
        waiting.extend((child, depth + 1) for child in reversed(below.get(line.unit_id, [])))
    ordered.extend((line, 0) for line in lines if line.unit_id not in placed)
    return ordered
