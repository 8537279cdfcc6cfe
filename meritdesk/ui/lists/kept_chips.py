"""The chips of one list at work: their words, the sheet that opens for one, and what stays from day to day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QSettings, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from meritdesk.ui.background import Lane
from meritdesk.ui.lists.chips import ChipRow
from meritdesk.ui.lists.chooser import Chooser
from meritdesk.ui.lists.facets import Choice, Facet
from meritdesk.ui.wording import Words

Kept = Mapping[str, frozenset[str]]
_EVERYTHING = "*"


class KeptChips(ChipRow):
    """Shows what a list keeps. ``keep_wanted`` carries a filter and its values as the clerk chose them."""

    keep_wanted = Signal(str, object)  # facet, frozenset[str]

    def __init__(self, list_key: str, facets: Sequence[Facet], lane: Lane, words: Words, parent: QWidget) -> None:
        super().__init__(facets, parent)
        self._key, self._lane, self._words = list_key, lane, words
        self._kept: Kept = {}
        self._said: dict[str, dict[str, str]] = {}
        self.choice_wanted.connect(self.open_chooser)
        self.removed.connect(lambda facet: self.keep_wanted.emit(facet, frozenset()))

    def show_values(self, kept: Kept) -> None:
        """One chip for every filter that keeps something."""
        self._kept = kept
        told: dict[str, Sequence[str]] = {}
        for key, values in kept.items():
            if key not in self.facets or not values:
                continue
            known = self._said.setdefault(key, {})
            if not values <= known.keys():
                self._ask_words(key)
            told[key] = [known.get(value, value) for value in sorted(values)]
        self.show_kept(told)

    def learn(self, key: str, said: Mapping[str, str]) -> None:
        """The words of values that were chosen elsewhere."""
        self._said.setdefault(key, {}).update(said)

    def say(self) -> None:
        """Say every chip again; what comes from the store has the same words in every language."""
        self._said = {key: said for key, said in self._said.items() if key in self.facets and self.facets[key].is_read}
        self.retranslate()
        self.show_values(self._kept)

    def open_chooser(self, key: str, place: QPoint) -> None:
        """The sheet on which the values of a filter are ticked."""
        facet = self.facets[key]
        if facet.is_read:
            self._lane.ask(
                lambda step: facet.choices(), partial(self._offer, key, place), key=f"list.{self._key}.choices"
            )
        else:
            self._offer(key, place, facet.choices())

    def remembered(self, at_first: Mapping[str, str]) -> dict[str, frozenset[str]]:
        """What the list keeps when it is opened: as it was left where that names nobody, else as the page says."""
        kept = {}
        for key, facet in self.facets.items():
            told = at_first.get(key, "")
            if facet.is_remembered:
                told = str(QSettings().value(f"lists/{self._key}/kept/{key}", told))
            if told and told != _EVERYTHING:
                kept[key] = frozenset(told.split(","))
        return kept

    def remember(self, kept: Kept) -> None:
        """Leave it so for the next day."""
        for key, facet in self.facets.items():
            if facet.is_remembered:
                told = ",".join(sorted(kept.get(key, ()))) or _EVERYTHING
                QSettings().setValue(f"lists/{self._key}/kept/{key}", told)

    def _offer(self, key: str, place: QPoint, choices: Sequence[Choice]) -> None:
        facet = self.facets[key]
        self.learn(key, {choice.value: choice.words for choice in choices})
        back = QGuiApplication.focusObject()
        sheet = Chooser(facet.title(), choices, self._kept.get(key, ()), facet.is_single, self._words, self)
        sheet.taken.connect(partial(self._taken, key))
        if isinstance(back, QWidget):
            sheet.left.connect(back.setFocus)
        sheet.open_at(place)

    def _taken(self, key: str, values: frozenset[str]) -> None:
        self.keep_wanted.emit(key, values)
        if key in self.chips:
            self.chips[key].words.setFocus()

    def _ask_words(self, key: str) -> None:
        facet = self.facets[key]
        if not facet.is_read:
            self.learn(key, {choice.value: choice.words for choice in facet.choices()})
            return

        def learn(choices: Sequence[Choice]) -> None:
            self.learn(key, {choice.value: choice.words for choice in choices})
            # A value that is no longer there has no words; it is said as it is, once.
            known = self._said[key]
            known.update({value: value for value in self._kept.get(key, ()) if value not in known})
            self.show_values(self._kept)

        self._lane.ask(lambda step: facet.choices(), learn, key=f"list.{self._key}.words.{key}")
