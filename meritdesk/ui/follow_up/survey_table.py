"""The list of a 360 view or a culture pulse: about whom, how many sheets are back, what was said once it is over."""

from __future__ import annotations

from decimal import Decimal
from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from meritdesk.core.survey import ItemGroup, Voice
from meritdesk.services.follow_up.surveys import SubjectLine
from meritdesk.ui import look
from meritdesk.ui.line_table import LineTable


class SurveyColumn(IntEnum):
    """What stands in a line of a round."""

    NAME = 0
    UNIT = 1
    BACK = 2
    SUPERIOR = 3
    PEER = 4
    SUBORDINATE = 5
    STAFF = 6
    WAITING = 7
    TRAITS = 8
    VALUES = 9
    BEFORE = 10
    NIP = 11


_VOICES = {
    SurveyColumn.SUPERIOR: Voice.SUPERIOR,
    SurveyColumn.PEER: Voice.PEER,
    SurveyColumn.SUBORDINATE: Voice.SUBORDINATE,
    SurveyColumn.STAFF: Voice.STAFF,
}
_MEANS = frozenset({SurveyColumn.TRAITS, SurveyColumn.VALUES, SurveyColumn.BEFORE})


class SurveyTable(LineTable[SubjectLine]):
    """Everybody, in a pulse every unit, of one round."""

    columns = SurveyColumn
    numbers = frozenset({SurveyColumn.BACK, *_VOICES, SurveyColumn.WAITING, *_MEANS})
    named_by = frozenset({SurveyColumn.NAME})
    hidden = frozenset({SurveyColumn.SUPERIOR, SurveyColumn.STAFF, SurveyColumn.WAITING, SurveyColumn.NIP})

    def identity(self, line: SubjectLine) -> object:
        return line.subject_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        if column in _VOICES:
            return self.words.messages.label_of(_VOICES[SurveyColumn(column)])
        return {
            SurveyColumn.NAME: translate("SurveyTable", "About"),
            SurveyColumn.UNIT: translate("SurveyTable", "Unit"),
            SurveyColumn.BACK: translate("SurveyTable", "Sheets back"),
            SurveyColumn.WAITING: translate("SurveyTable", "To check"),
            SurveyColumn.TRAITS: translate("SurveyTable", "Traits"),
            SurveyColumn.VALUES: translate("SurveyTable", "Values"),
            SurveyColumn.BEFORE: translate("SurveyTable", "Round before"),
            SurveyColumn.NIP: translate("SurveyTable", "NIP"),
        }[SurveyColumn(column)]

    def shown(self, line: SubjectLine, column: int) -> str:
        place = SurveyColumn(column)
        if place is SurveyColumn.BACK:
            return self._of(sum(line.back.values()), sum(line.out.values()))
        if place in _VOICES:
            voice = _VOICES[place]
            return self._of(line.back.get(voice, 0), line.out[voice]) if line.out.get(voice) else "–"
        if place in _MEANS:
            mean = self._mean(line, place)
            return "–" if mean is None else mean_words(mean, self.words.language)
        return {
            SurveyColumn.NAME: line.name,
            SurveyColumn.UNIT: line.unit_name,
            SurveyColumn.WAITING: self.words.number(line.waiting) if line.waiting else "–",
            SurveyColumn.NIP: line.nip or "–",
        }[place]

    def value(self, line: SubjectLine, column: int) -> object:
        place = SurveyColumn(column)
        if place is SurveyColumn.BACK:
            return sum(line.back.values())
        if place in _VOICES:
            return line.back.get(_VOICES[place], 0)
        if place is SurveyColumn.WAITING:
            return line.waiting
        if place in _MEANS:
            mean = self._mean(line, place)
            return Decimal(-1) if mean is None else mean
        return self.shown(line, column)

    def colour(self, line: SubjectLine, column: int) -> QColor | None:
        if column == SurveyColumn.WAITING:
            return look.asks() if line.waiting else None
        if column == SurveyColumn.BACK and line.out and sum(line.back.values()) == sum(line.out.values()):
            return look.arrived()
        return None

    def _of(self, back: int, out: int) -> str:
        return f"{self.words.number(back)}/{self.words.number(out)}"

    def _mean(self, line: SubjectLine, place: SurveyColumn) -> Decimal | None:
        if place is SurveyColumn.BEFORE:
            return line.before.mean if line.before is not None else None
        if line.result is None:
            return None
        return line.result.mean_of(ItemGroup.TRAIT if place is SurveyColumn.TRAITS else ItemGroup.VALUE)


def mean_words(mean: Decimal, language: str) -> str:
    """A mean with two decimals, as the language writes them."""
    return f"{mean:.2f}".replace(".", "," if language == "id" else ".")
