"""The lists of recognition: the ranking of a month, who was chosen, the most improved, and habits."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from meritdesk.core.credit_history import CreditItem, CreditKind
from meritdesk.core.habits import HabitState
from meritdesk.core.recognition import AwardState, RecognitionState
from meritdesk.core.recognition_rules import Measure
from meritdesk.core.scoring.credit import points_text
from meritdesk.core.scoring.talent import figure_text
from meritdesk.messages.figures import turned
from meritdesk.services.follow_up.habits import HabitLine
from meritdesk.services.follow_up.recognition import AwardLine, ImprovedEntry, RecognitionEntry
from meritdesk.ui import look
from meritdesk.ui.line_table import LineTable

_LAST = 10**6
_SIGNS = {
    RecognitionState.CHOSEN: "★",
    RecognitionState.SHORTLISTED: "▶",
    RecognitionState.RANKED: "●",
    RecognitionState.VETOED: "✗",
    RecognitionState.INCOMPLETE: "…",
}
_HABIT_SIGNS = {
    HabitState.TO_TALK: "●",
    HabitState.TALK_LATE: "⚠",
    HabitState.WATCHED: "▶",
    HabitState.DUE: "⚠",
    HabitState.CLOSED: "✓",
}


def figure(value: Decimal | None, language: str) -> str:
    """A figure in the notation of the window; a dash where there is none."""
    if value is None:
        return "–"
    text = figure_text(value)
    return text if language == "id" else turned(text)


class RankColumn(IntEnum):
    """What stands in a line of a month."""

    PLACE = 0
    NAME = 1
    STATE = 2
    TOTAL = 3
    PERFORMANCE = 4
    ATTENDANCE = 5
    ACTIVITY = 6
    BEHAVIOUR = 7
    INNOVATION = 8
    UNIT = 9
    NIP = 10


_MEASURES = {
    RankColumn.PERFORMANCE: Measure.PERFORMANCE,
    RankColumn.ATTENDANCE: Measure.ATTENDANCE,
    RankColumn.ACTIVITY: Measure.ACTIVITY,
    RankColumn.BEHAVIOUR: Measure.BEHAVIOUR,
    RankColumn.INNOVATION: Measure.INNOVATION,
}


class RankTable(LineTable[RecognitionEntry]):
    """Everybody of a month, the first place on top, who is kept off below."""

    columns = RankColumn
    numbers = frozenset({RankColumn.PLACE, RankColumn.TOTAL, *_MEASURES})
    named_by = frozenset({RankColumn.NAME})
    hidden = frozenset({RankColumn.NIP, RankColumn.ACTIVITY, RankColumn.BEHAVIOUR, RankColumn.INNOVATION})

    def identity(self, line: RecognitionEntry) -> object:
        return line.person.person_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        if column in _MEASURES:
            return self.words.messages.label_of(_MEASURES[RankColumn(column)])
        return {
            RankColumn.PLACE: translate("Recognition", "Place"),
            RankColumn.NAME: translate("Recognition", "Employee"),
            RankColumn.STATE: translate("Recognition", "State"),
            RankColumn.TOTAL: translate("Recognition", "Points"),
            RankColumn.UNIT: translate("Recognition", "Unit"),
            RankColumn.NIP: "NIP",
        }[RankColumn(column)]

    def shown(self, line: RecognitionEntry, column: int) -> str:
        score = line.placed.score
        if column in _MEASURES:
            measure = _MEASURES[RankColumn(column)]
            found = next((one.points for one in score.lines if one.measure is measure), None)
            return figure(found, self.words.language)
        place = f"{line.placed.place}{' =' if line.placed.is_tied else ''}" if line.placed.place else "–"
        return {
            RankColumn.PLACE: place,
            RankColumn.NAME: line.person.full_name,
            RankColumn.STATE: f"{_SIGNS[line.state]} {self.words.messages.label_of(line.state)}",
            RankColumn.TOTAL: figure(score.total, self.words.language),
            RankColumn.UNIT: line.unit_name,
            RankColumn.NIP: line.person.nip,
        }[RankColumn(column)]

    def value(self, line: RecognitionEntry, column: int) -> object:
        score = line.placed.score
        if column in _MEASURES:
            measure = _MEASURES[RankColumn(column)]
            return next((one.points for one in score.lines if one.measure is measure), Decimal(-1))
        if column == RankColumn.PLACE:
            return line.placed.place or _LAST
        if column == RankColumn.TOTAL:
            return score.total if score.total is not None else Decimal(-1)
        return list(RecognitionState).index(line.state) if column == RankColumn.STATE else self.shown(line, column)

    def colour(self, line: RecognitionEntry, column: int) -> QColor | None:
        return look.arrived() if column == RankColumn.STATE and line.is_chosen else None


class AwardColumn(IntEnum):
    """What stands in a line of those who were chosen."""

    PERIOD = 0
    NAME = 1
    SCOPE = 2
    POINTS = 3
    STATE = 4
    SUGGESTED = 5
    REASON = 6
    BY = 7


class AwardTable(LineTable[AwardLine]):
    """Who was chosen, the newest month first."""

    columns = AwardColumn
    numbers = frozenset({AwardColumn.POINTS})
    named_by = frozenset({AwardColumn.NAME})

    def identity(self, line: AwardLine) -> object:
        return line.award.award_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("Recognition", "Month"),
            translate("Recognition", "Employee"),
            translate("Recognition", "Of whom"),
            translate("Recognition", "Points"),
            translate("Recognition", "State"),
            translate("Recognition", "Suggested"),
            translate("Recognition", "Reason"),
            translate("Recognition", "Chosen by"),
        )[column]

    def cells(self, line: AwardLine) -> tuple[str, ...]:
        one = line.award
        return (
            self.words.period(one.period),
            line.person.full_name,
            line.unit_name or QCoreApplication.translate("Recognition", "Whole agency"),
            figure(one.points, self.words.language),
            self.words.messages.label_of(line.state),
            line.suggested_name or "–",
            one.reason or "–",
            one.chosen_by,
        )

    def value(self, line: AwardLine, column: int) -> object:
        if column == AwardColumn.PERIOD:
            return line.award.period.first_day
        if column == AwardColumn.POINTS:
            return line.award.points
        return list(AwardState).index(line.state) if column == AwardColumn.STATE else self.shown(line, column)


class GainColumn(IntEnum):
    """What stands in a line of the most improved."""

    PLACE = 0
    NAME = 1
    BEFORE = 2
    NOW = 3
    GAIN = 4
    UNIT = 5
    WHY = 6
    NIP = 7


class GainTable(LineTable[ImprovedEntry]):
    """The most improved on top; everybody else with the reason below."""

    columns = GainColumn
    numbers = frozenset({GainColumn.PLACE, GainColumn.BEFORE, GainColumn.NOW, GainColumn.GAIN})
    named_by = frozenset({GainColumn.NAME})
    hidden = frozenset({GainColumn.NIP})

    def identity(self, line: ImprovedEntry) -> object:
        return line.person.person_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("Recognition", "Place"),
            translate("Recognition", "Employee"),
            translate("Recognition", "Before"),
            translate("Recognition", "Now"),
            translate("Recognition", "Gain"),
            translate("Recognition", "Unit"),
            translate("Recognition", "Why"),
            "NIP",
        )[column]

    def cells(self, line: ImprovedEntry) -> tuple[str, ...]:
        gain, language = line.gain, self.words.language
        return (
            str(gain.place) if gain.place else "–",
            line.person.full_name,
            figure(gain.before, language),
            figure(gain.now, language),
            figure(gain.gain, language),
            line.unit_name,
            self.words.messages.reason(gain.reason),
            line.person.nip,
        )

    def value(self, line: ImprovedEntry, column: int) -> object:
        gain = line.gain
        if column == GainColumn.PLACE:
            return gain.place or _LAST
        figures = {GainColumn.BEFORE: gain.before, GainColumn.NOW: gain.now, GainColumn.GAIN: gain.gain}
        if column in figures:
            found = figures[GainColumn(column)]
            return found if found is not None else Decimal(-1000)
        return self.shown(line, column)


class HabitColumn(IntEnum):
    """What stands in a line of the register of habits."""

    STATE = 0
    NAME = 1
    KIND = 2
    SEEN = 3
    TIMES = 4
    REPEAT = 5
    DUE = 6
    UNIT = 7
    SOURCE = 8
    OUTCOME = 9
    NIP = 10


class HabitTable(LineTable[HabitLine]):
    """Entries of the register, the newest first."""

    columns = HabitColumn
    numbers = frozenset({HabitColumn.TIMES, HabitColumn.REPEAT})
    named_by = frozenset({HabitColumn.NAME, HabitColumn.STATE})
    hidden = frozenset({HabitColumn.NIP, HabitColumn.SOURCE, HabitColumn.OUTCOME})

    def identity(self, line: HabitLine) -> object:
        return line.habit.habit_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("Recognition", "State"),
            translate("Recognition", "Employee"),
            translate("Recognition", "Habit"),
            translate("Recognition", "Seen on"),
            translate("Recognition", "Times"),
            translate("Recognition", "Entry no."),
            translate("Recognition", "Due"),
            translate("Recognition", "Unit"),
            translate("Recognition", "Source"),
            translate("Recognition", "Outcome"),
            "NIP",
        )[column]

    def cells(self, line: HabitLine) -> tuple[str, ...]:
        one, label = line.habit, self.words.messages.label_of
        return (
            f"{_HABIT_SIGNS[line.state]} {label(line.state)}",
            line.person.full_name,
            self.kind_words(line),
            self.words.short_day(one.seen_on),
            self.words.number(one.times),
            f"{self.words.number(line.times)}{' ⚠' if line.is_grave else ''}",
            self.words.short_day(one.due_on) if one.due_on is not None else "–",
            line.unit_name,
            label(one.source),
            label(one.outcome),
            line.person.nip,
        )

    def kind_words(self, line: HabitLine) -> str:
        """The kind in the language of the window."""
        if line.rule is None:
            return line.habit.kind
        return line.rule.printed if self.words.language == "id" else line.rule.english

    def value(self, line: HabitLine, column: int) -> object:
        one = line.habit
        if column == HabitColumn.STATE:
            return list(HabitState).index(line.state)
        if column == HabitColumn.SEEN:
            return one.seen_on
        if column == HabitColumn.DUE:
            return one.due_on or date.max
        if column in (HabitColumn.TIMES, HabitColumn.REPEAT):
            return one.times if column == HabitColumn.TIMES else line.times
        return self.shown(line, column)

    def colour(self, line: HabitLine, column: int) -> QColor | None:
        if column != HabitColumn.STATE:
            return None
        if line.state is HabitState.CLOSED:
            return look.arrived()
        return look.asks() if line.state in (HabitState.TALK_LATE, HabitState.DUE) else None


class ItemColumn(IntEnum):
    """What stands in a line of earlier credit points."""

    KIND = 0
    STARTS = 1
    ENDS = 2
    POINTS = 3
    DOCUMENT = 4
    DATED = 5
    TIER = 6


class ItemTable(LineTable[CreditItem]):
    """Points by earlier letters, oldest first."""

    columns = ItemColumn
    numbers = frozenset({ItemColumn.POINTS})
    named_by = frozenset({ItemColumn.KIND})

    def identity(self, line: CreditItem) -> object:
        return line.kind, line.starts, line.ends

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("Recognition", "Row"),
            translate("Recognition", "From"),
            translate("Recognition", "To"),
            translate("Recognition", "Points"),
            translate("Recognition", "Letter"),
            translate("Recognition", "Dated"),
            translate("Recognition", "Tier"),
        )[column]

    def cells(self, line: CreditItem) -> tuple[str, ...]:
        return (
            self.words.messages.label_of(line.kind),
            self.words.short_day(line.starts),
            self.words.short_day(line.ends),
            self.words.noted(points_text(line.points)),
            line.document,
            self.words.short_day(line.dated) if line.dated is not None else "–",
            line.tier or "–",
        )

    def value(self, line: CreditItem, column: int) -> object:
        if column == ItemColumn.KIND:
            return list(CreditKind).index(line.kind)
        if column in (ItemColumn.STARTS, ItemColumn.ENDS):
            return line.starts if column == ItemColumn.STARTS else line.ends
        if column == ItemColumn.POINTS:
            return line.points
        return (line.dated or date.min) if column == ItemColumn.DATED else self.shown(line, column)
