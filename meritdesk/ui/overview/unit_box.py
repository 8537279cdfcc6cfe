"""Which unit is looked at: a box in which one types, with every unit under the one it belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QSizePolicy, QWidget

from meritdesk.core.lines import UnitProgress
from meritdesk.ui.half_typed import say_choice


class UnitBox(QComboBox):
    """All units, or one; ``chosen`` comes when another one is meant."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._units: tuple[tuple[str, str, str], ...] = ()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMinimumContentsLength(24)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        completer = self.completer()
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.addItem("", "")
        self.activated.connect(lambda _: self.chosen.emit(self.unit_id))
        line = self.lineEdit()
        if line is not None:
            line.editingFinished.connect(self._typed)

    @property
    def unit_id(self) -> str:
        """The unit that is meant; empty for all."""
        return str(self.currentData() or "")

    @property
    def unit_name(self) -> str:
        """Its name; empty for all."""
        return self.currentText().strip() if self.unit_id else ""

    def show_units(self, lines: Sequence[UnitProgress]) -> None:
        """Offer these units; the one that is meant stays while it exists."""
        parents = {line.unit_id: line.parent_id for line in lines}
        units = tuple((line.unit_id, line.name, line.parent_id) for line in lines)
        if units == self._units:
            return
        self._units = units
        kept = self.unit_id
        self.blockSignals(True)
        self.clear()
        self.addItem("", "")
        for line in lines:
            depth, above = 0, line.parent_id
            while above in parents and depth < 9:
                depth, above = depth + 1, parents[above]
            self.addItem("   " * depth + line.name, line.unit_id)
        self.setCurrentIndex(max(self.findData(kept), 0))
        self.blockSignals(False)
        self.retranslate()

    def choose(self, unit_id: str) -> None:
        """Mean another unit without saying so."""
        self.blockSignals(True)
        self.setCurrentIndex(max(self.findData(unit_id), 0))
        self.blockSignals(False)

    def branch(self) -> frozenset[str]:
        """The unit that is meant and all below it; empty for all."""
        wanted = self.unit_id
        if not wanted:
            return frozenset()
        below: dict[str, list[str]] = {}
        for unit_id, _, parent_id in self._units:
            below.setdefault(parent_id, []).append(unit_id)
        found, waiting = {wanted}, [wanted]
        while waiting:
            fresh = [one for one in below.get(waiting.pop(), ()) if one not in found]
            found.update(fresh)
            waiting.extend(fresh)
        return frozenset(found)

    def retranslate(self) -> None:
        """Say what all units are called."""
        say_choice(self, 0, QCoreApplication.translate("UnitBox", "All units"))
        self.setAccessibleName(QCoreApplication.translate("UnitBox", "Unit"))
        self.setToolTip(QCoreApplication.translate("UnitBox", "Type a part of the name, or choose from the list"))

    def _typed(self) -> None:
        """What was typed counts when it names a unit; else the box says again what it means."""
        line = self.lineEdit()
        typed = line.text().strip().casefold() if line is not None else ""
        for place in range(self.count()):
            if self.itemText(place).strip().casefold() == typed:
                if place != self.currentIndex():
                    self.setCurrentIndex(place)
                    self.chosen.emit(self.unit_id)
                return
        if line is not None:
            line.setText(self.itemText(self.currentIndex()))
