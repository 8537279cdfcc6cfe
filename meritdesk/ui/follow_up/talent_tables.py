"""The lists of talent, candidates, index, merit and rotation, and of the registers they read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from meritdesk.core.merit import GivenLevel, MeritAspect, MeritFile, SubAspect
from meritdesk.core.merit_paper import figure_told
from meritdesk.core.professionalism import IndexDimension
from meritdesk.core.rotation import RotationState
from meritdesk.core.talent import Movement, TalentList
from meritdesk.services.follow_up.index import IndexEntry
from meritdesk.services.follow_up.merit import MeritBoard
from meritdesk.services.follow_up.registers import ScoreLine, TrainingLine
from meritdesk.services.follow_up.rotation import RotationLine
from meritdesk.services.follow_up.talent import TalentEntry
from meritdesk.ui import look
from meritdesk.ui.line_table import LineTable

MOVES = {Movement.UP: "▲", Movement.SAME: "=", Movement.DOWN: "▼", Movement.NEW: "●", Movement.NONE: "…"}


class TalentColumn(IntEnum):
    """What stands in a line of the talent map."""

    BOX = 0
    NAME = 1
    POINTS = 2
    PERFORMANCE = 3
    MOVEMENT = 4
    UNIT = 5
    POST = 6
    GRADE = 7
    FIXED = 8
    NIP = 9


class TalentTable(LineTable[TalentEntry]):
    """Everybody on the map, the best box first; who is not placed stands below."""

    columns = TalentColumn
    numbers = frozenset({TalentColumn.POINTS})
    named_by = frozenset({TalentColumn.NAME})
    hidden = frozenset({TalentColumn.GRADE, TalentColumn.NIP})

    def identity(self, line: TalentEntry) -> object:
        return line.person.person_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("Talent", "Box"),
            translate("Talent", "Employee"),
            translate("Talent", "Potential"),
            translate("Talent", "Performance"),
            translate("Talent", "Last year"),
            translate("Talent", "Unit"),
            translate("Talent", "Post"),
            translate("Talent", "Grade"),
            translate("Talent", "Fixed"),
            translate("Talent", "NIP"),
        )[column]

    def cells(self, line: TalentEntry) -> tuple[str, ...]:
        label, at = self.words.messages.label_of, line.placement
        return (
            str(line.box) if line.box else "…",
            line.person.full_name,
            self.words.decimal(at.points) if at.points is not None else "–",
            label(at.performance) if at.performance else "–",
            f"{MOVES[line.movement]} {line.before or label(line.movement)}",
            line.unit_name,
            line.person.position_title,
            line.person.grade or "–",
            "✓ " + QCoreApplication.translate("Talent", "fixed") if line.is_fixed else "–",
            line.person.nip,
        )

    def value(self, line: TalentEntry, column: int) -> object:
        if column == TalentColumn.BOX:
            return line.box
        if column == TalentColumn.POINTS:
            return line.placement.points if line.placement.points is not None else Decimal(-1)
        return line.before if column == TalentColumn.MOVEMENT else self.shown(line, column)


class ListColumn(IntEnum):
    """What stands in a line of kept lists."""

    NUMBER = 0
    KIND = 1
    TITLE = 2
    YEAR = 3
    FOUND = 4
    MADE = 5
    BY = 6


class ListTable(LineTable[TalentList]):
    """Lists of people that were kept, newest first."""

    columns = ListColumn
    numbers = frozenset({ListColumn.FOUND})
    named_by = frozenset({ListColumn.TITLE})

    def identity(self, line: TalentList) -> object:
        return line.list_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("Talent", "Number"),
            translate("Talent", "Kind"),
            translate("Talent", "What it is for"),
            translate("Talent", "Year"),
            translate("Talent", "People"),
            translate("Talent", "Made on"),
            translate("Talent", "Made by"),
        )[column]

    def shown(self, line: TalentList, column: int) -> str:
        return (
            line.number,
            self.words.messages.label_of(line.kind),
            line.title,
            str(line.year),
            self.words.number(sum(one.is_fit for one in line.lines)),
            self.words.short_day(line.made_at.date()),
            line.made_by,
        )[column]

    def value(self, line: TalentList, column: int) -> object:
        if column == ListColumn.FOUND:
            return len(line.lines)
        return line.made_at.date() if column == ListColumn.MADE else self.shown(line, column)


class IndexColumn(IntEnum):
    """What stands in a line of the professionalism index."""

    NAME = 0
    TOTAL = 1
    CATEGORY = 2
    QUALIFICATION = 3
    COMPETENCE = 4
    PERFORMANCE = 5
    DISCIPLINE = 6
    UNIT = 7
    FIXED = 8
    NIP = 9
    POST = 10


_DIMENSIONS = {
    IndexColumn.QUALIFICATION: IndexDimension.QUALIFICATION,
    IndexColumn.COMPETENCE: IndexDimension.COMPETENCE,
    IndexColumn.PERFORMANCE: IndexDimension.PERFORMANCE,
    IndexColumn.DISCIPLINE: IndexDimension.DISCIPLINE,
}


class IndexTable(LineTable[IndexEntry]):
    """Everybody's index, the highest first; who is not scored stands below."""

    columns = IndexColumn
    numbers = frozenset({IndexColumn.TOTAL, *_DIMENSIONS})
    named_by = frozenset({IndexColumn.NAME})
    hidden = frozenset({IndexColumn.NIP, IndexColumn.POST})

    def identity(self, line: IndexEntry) -> object:
        return line.person.person_id

    def heading(self, column: int) -> str:
        if column in _DIMENSIONS:
            return self.words.messages.label_of(_DIMENSIONS[IndexColumn(column)])
        translate = QCoreApplication.translate
        return {
            IndexColumn.NAME: translate("Talent", "Employee"),
            IndexColumn.TOTAL: translate("Talent", "Index"),
            IndexColumn.CATEGORY: translate("Talent", "Category"),
            IndexColumn.UNIT: translate("Talent", "Unit"),
            IndexColumn.FIXED: translate("Talent", "Fixed"),
            IndexColumn.NIP: translate("Talent", "NIP"),
            IndexColumn.POST: translate("Talent", "Post"),
        }[IndexColumn(column)]

    def cells(self, line: IndexEntry) -> tuple[str, ...]:
        found, person, label = line.score, line.person, self.words.messages
        points = found.points if found.is_scored else {}
        return (
            person.full_name,
            self.words.decimal(found.total) if found.is_scored else "–",
            label.label_of(found.category) if found.category else label.label("IPASN:NOT-SCORED"),
            *(self.words.decimal(points[one]) if points else "–" for one in _DIMENSIONS.values()),
            line.unit_name,
            "✓ " + QCoreApplication.translate("Talent", "fixed") if line.is_fixed else "–",
            person.nip,
            person.position_title,
        )

    def value(self, line: IndexEntry, column: int) -> object:
        if column in _DIMENSIONS:
            return line.score.points.get(_DIMENSIONS[IndexColumn(column)], Decimal(-1))
        return line.score.total if column == IndexColumn.TOTAL else self.shown(line, column)


class TrainingColumn(IntEnum):
    """What stands in a line of the register of training."""

    NAME = 0
    KIND = 1
    TITLE = 2
    DAY = 3
    HOURS = 4
    CERTIFICATE = 5
    UNIT = 6
    ORGANISER = 7
    NIP = 8


class TrainingTable(LineTable[TrainingLine]):
    """Trainings, newest first."""

    columns = TrainingColumn
    numbers = frozenset({TrainingColumn.HOURS})
    named_by = frozenset({TrainingColumn.NAME})
    hidden = frozenset({TrainingColumn.ORGANISER, TrainingColumn.NIP})

    def identity(self, line: TrainingLine) -> object:
        return line.training.training_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("Talent", "Employee"),
            translate("Talent", "Kind"),
            translate("Talent", "Training"),
            translate("Talent", "Day"),
            translate("Talent", "Hours (JP)"),
            translate("Talent", "Certificate"),
            translate("Talent", "Unit"),
            translate("Talent", "Organiser"),
            translate("Talent", "NIP"),
        )[column]

    def shown(self, line: TrainingLine, column: int) -> str:
        one = line.training
        return (
            line.person.full_name,
            self.words.messages.label_of(one.kind),
            one.title,
            self.words.short_day(one.held_on),
            self.words.number(one.hours),
            one.certificate or "–",
            line.unit_name,
            one.organiser or "–",
            line.person.nip,
        )[column]

    def value(self, line: TrainingLine, column: int) -> object:
        if column == TrainingColumn.DAY:
            return line.training.held_on
        return line.training.hours if column == TrainingColumn.HOURS else self.shown(line, column)


class ScoreColumn(IntEnum):
    """What stands in a line of results of the assessment centre."""

    NAME = 0
    KIND = 1
    POINTS = 2
    DAY = 3
    SOURCE = 4
    COUNTS = 5
    UNIT = 6
    NIP = 7


class ScoreTable(LineTable[ScoreLine]):
    """Results of the assessment centre, newest first."""

    columns = ScoreColumn
    numbers = frozenset({ScoreColumn.POINTS})
    named_by = frozenset({ScoreColumn.NAME})
    hidden = frozenset({ScoreColumn.NIP})

    def identity(self, line: ScoreLine) -> object:
        return line.score.person_id, line.score.kind, line.score.measured_on

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("Talent", "Employee"),
            translate("Talent", "Measured"),
            translate("Talent", "Result"),
            translate("Talent", "Day"),
            translate("Talent", "Assessment centre"),
            translate("Talent", "Newest"),
            translate("Talent", "Unit"),
            translate("Talent", "NIP"),
        )[column]

    def shown(self, line: ScoreLine, column: int) -> str:
        one = line.score
        return (
            line.person.full_name,
            self.words.messages.label_of(one.kind),
            self.words.decimal(one.points),
            self.words.short_day(one.measured_on),
            one.source or "–",
            "✓" if line.is_newest else "–",
            line.unit_name,
            line.person.nip,
        )[column]

    def value(self, line: ScoreLine, column: int) -> object:
        if column == ScoreColumn.POINTS:
            return line.score.points
        return line.score.measured_on if column == ScoreColumn.DAY else self.shown(line, column)


@dataclass(frozen=True, slots=True)
class PartLine:
    """One sub-aspect with its aspect, level, files and figures."""

    aspect: MeritAspect
    part: SubAspect
    given: GivenLevel | None
    level_title: str
    target: int
    files: tuple[MeritFile, ...]
    figures: tuple[str, ...]


def part_lines(board: MeritBoard) -> list[PartLine]:
    """The lines of an assessment, in the order of the regulation."""
    titles = {one.level: one.title for one in board.rules.levels}
    told = {one.figure: figure_told(one) for one in board.figures}
    lines = []
    for aspect in board.rules.aspects:
        for part in aspect.parts:
            given = board.levels.get(part.code)
            lines.append(
                PartLine(
                    aspect, part, given, titles.get(given.level, "") if given else "", board.rules.target_level,
                    board.files.get(part.code, ()), tuple(told[one] for one in part.figures if one in told),
                )
            )  # fmt: skip
    return lines


class PartColumn(IntEnum):
    """What stands in a line of the self-assessment."""

    CODE = 0
    PART = 1
    LEVEL = 2
    FIGURES = 3
    FILES = 4
    ACTION = 5
    BY = 6
    ASPECT = 7


class PartTable(LineTable[PartLine]):
    """The sub-aspects in their order."""

    columns = PartColumn
    numbers = frozenset({PartColumn.FILES})
    named_by = frozenset({PartColumn.PART})

    def identity(self, line: PartLine) -> object:
        return line.part.code

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("Talent", "Code"),
            translate("Talent", "Sub-aspect"),
            translate("Talent", "Level"),
            translate("Talent", "Own figures"),
            translate("Talent", "Files"),
            translate("Talent", "Next step"),
            translate("Talent", "Due"),
            translate("Talent", "Aspect"),
        )[column]

    def shown(self, line: PartLine, column: int) -> str:
        given, of_pack = line.given, self.words.messages.of_pack
        return (
            line.part.code,
            of_pack(line.part.title),
            f"{given.level} {of_pack(line.level_title)}"
            if given
            else f"… {self.words.messages.label('MERIT:NOT-GIVEN')}",
            ", ".join(map(self.words.noted, line.figures)) or "–",
            self.words.number(len(line.files)),
            (given.action if given else "") or "–",
            self.words.short_day(given.action_by) if given and given.action_by else "–",
            f"{line.aspect.code} {of_pack(line.aspect.title)}",
        )[column]

    def value(self, line: PartLine, column: int) -> object:
        if column == PartColumn.LEVEL:
            return line.given.level if line.given else -1
        if column == PartColumn.BY:
            return line.given.action_by if line.given and line.given.action_by else date.max
        return len(line.files) if column == PartColumn.FILES else self.shown(line, column)

    def colour(self, line: PartLine, column: int) -> QColor | None:
        if column != PartColumn.LEVEL:
            return None
        if line.given is None:
            return look.asks()
        return look.arrived() if line.given.level >= line.target else None


class CaseColumn(IntEnum):
    """What stands in a line of posts to be filled."""

    NUMBER = 0
    POST = 1
    STATE = 2
    LAWFUL = 3
    CHOSEN = 4
    OPENED = 5
    DECIDED = 6
    UNIT = 7
    LIST = 8


_STATES = {
    RotationState.OPEN: "●",
    RotationState.LISTED: "▶",
    RotationState.DECIDED: "✓",
    RotationState.DROPPED: "✗",
}


class CaseTable(LineTable[RotationLine]):
    """Posts to be filled, the newest first."""

    columns = CaseColumn
    numbers = frozenset({CaseColumn.LAWFUL})
    named_by = frozenset({CaseColumn.POST})

    def identity(self, line: RotationLine) -> object:
        return line.case.case_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("Talent", "Number"),
            translate("Talent", "Post"),
            translate("Talent", "State"),
            translate("Talent", "Lawful"),
            translate("Talent", "Chosen"),
            translate("Talent", "Opened"),
            translate("Talent", "Decided"),
            translate("Talent", "Unit"),
            translate("Talent", "List"),
        )[column]

    def shown(self, line: RotationLine, column: int) -> str:
        case = line.case
        return (
            case.number,
            case.post,
            f"{_STATES[line.state]} {self.words.messages.label_of(line.state)}",
            self.words.number(len(line.lawful)),
            line.chosen_name or "–",
            self.words.short_day(case.opened_on),
            self.words.short_day(case.decided_on) if case.decided_on else "–",
            line.unit_name,
            line.kept.number if line.kept else "–",
        )[column]

    def value(self, line: RotationLine, column: int) -> object:
        if column == CaseColumn.LAWFUL:
            return len(line.lawful)
        if column == CaseColumn.OPENED:
            return line.case.opened_on
        return (line.case.decided_on or date.min) if column == CaseColumn.DECIDED else self.shown(line, column)

    def colour(self, line: RotationLine, column: int) -> QColor | None:
        return look.arrived() if column == CaseColumn.STATE and line.state is RotationState.DECIDED else None
