"""The people another page counted: a chip above a list that says who is kept, and lets everybody in again."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QToolButton, QWidget

from meritdesk.core.stages import Cohort
from meritdesk.ui.wording import Words


class CohortChip(QToolButton):
    """Hidden while a list keeps nobody in particular; a press empties it and tells its page."""

    def __init__(self, words: Words, emptied: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._emptied = emptied
        self.cohort: Cohort | None = None
        self.clicked.connect(self._empty)
        words.language_changed.connect(lambda _: self._say())
        self._say()

    def narrow(self, filters: Mapping[str, object]) -> None:
        """Take over whom another page asked for; without anybody the chip goes."""
        found = filters.get("cohort")
        self.cohort = found if isinstance(found, Cohort) else None
        self._say()

    def _empty(self) -> None:
        self.cohort = None
        self._say()
        self._emptied()

    def _say(self) -> None:
        self.setVisible(self.cohort is not None)
        translate = QCoreApplication.translate
        self.setToolTip(translate("CohortChip", "Show everybody again"))
        if self.cohort is None:
            self.setText("")
            return
        label = self._words.messages.label_of
        self.setText(f"{label(self.cohort.stage)}: {label(self.cohort.reach)} · {self.cohort.period.code}  ✕")
        said = translate("CohortChip", "Only people counted on the overview: %1. Press to show everybody again.")
        self.setAccessibleName(said.replace("%1", self.text().removesuffix("  ✕")))


class BranchChip(QToolButton):
    """A unit with everything below it, where a page has no tree of its own; a press lets all units in again.

    ``units`` are the keys that are kept; none means all.
    """

    def __init__(self, emptied: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._emptied = emptied
        self.units: frozenset[str] = frozenset()
        self.clicked.connect(self._empty)
        self.hide()

    def narrow(self, filters: Mapping[str, object]) -> None:
        """Take over the branch another page counted in; a single unit is the business of the page's own box."""
        found = filters.get("units")
        many = isinstance(found, tuple) and len(found) > 1
        self.units = frozenset(found) if isinstance(found, tuple) and many else frozenset()
        said = QCoreApplication.translate("CohortChip", "%1 and below")
        self.setText(said.replace("%1", str(filters.get("unit_name", "") or filters.get("unit", ""))) + "  ✕")
        self.setToolTip(QCoreApplication.translate("CohortChip", "Show everybody again"))
        self.setVisible(many)

    def _empty(self) -> None:
        self.units = frozenset()
        self.hide()
        self._emptied()
