"""The judgement of a day of work and of a month: present, late or early by band, away with or without a reason.

A day is judged by the hours of the person's own calendar. A letter goes before a code of the file, a code before the
marks; a day of work without any of them is absence without a reason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from meritdesk.core.attendance import DayMarks
from meritdesk.core.attendance_rules import AttendanceRules, AwayCount, AwayKind, AwayScope, Band, Hours, LetterNeed


class DayState(StrEnum):
    """How a day of work went."""

    PRESENT = "PRESENT"
    ELSEWHERE = "ELSEWHERE"
    EXCUSED = "EXCUSED"
    ABSENT = "ABSENT"


@dataclass(frozen=True, slots=True)
class DayVerdict:
    """One day of work: its state, minutes late and early with their bands, and the reason it was spent elsewhere.

    ``is_unmarked`` says that one of the two marks is missing; ``lacks_letter`` that only the file states the reason.
    """

    on: date
    state: DayState
    late: int = 0
    early: int = 0
    late_band: str = ""
    early_band: str = ""
    code: str = ""
    is_unmarked: bool = False
    lacks_letter: bool = False


def band_of(minutes: int, bands: Sequence[Band]) -> str:
    """The code of the band that a number of minutes falls into; empty for none at all."""
    if minutes <= 0:
        return ""
    return next(band.code for band in bands if band.up_to is None or minutes <= band.up_to)


def judge_day(on: date, hours: Hours, marks: DayMarks | None, letter: str, rules: AttendanceRules) -> DayVerdict:
    """Judge one day of work; ``letter`` is the code of the approved absence that covers it, empty for none."""
    kind, lacks_letter = _reason(marks, letter, rules)
    if kind is not None and kind.scope is AwayScope.DAY:
        if kind.counts is AwayCount.UNEXCUSED:
            return DayVerdict(on, DayState.ABSENT, code=kind.code)
        state = DayState.ELSEWHERE if kind.counts is AwayCount.ELSEWHERE else DayState.EXCUSED
        return DayVerdict(on, state, code=kind.code, lacks_letter=lacks_letter)
    if marks is None or (marks.came is None and marks.left is None):
        return DayVerdict(on, DayState.ABSENT, lacks_letter=lacks_letter)
    scope = kind.scope if kind is not None else AwayScope.DAY
    code = kind.code if kind is not None else ""
    late = 0 if marks.came is None else _over(marks.came - hours.start, rules.tolerance)
    early = 0 if marks.left is None else _over(hours.end - marks.left, rules.tolerance)
    late_band, early_band = band_of(late, rules.late), band_of(early, rules.early)
    if rules.unmarked_is_heaviest:
        late_band = late_band if marks.came is not None else rules.late[-1].code
        early_band = early_band if marks.left is not None else rules.early[-1].code
    if scope is AwayScope.COMING:
        late, late_band = 0, ""
    if scope is AwayScope.GOING:
        early, early_band = 0, ""
    is_unmarked = (marks.came is None and scope is not AwayScope.COMING) or (
        marks.left is None and scope is not AwayScope.GOING
    )
    return DayVerdict(on, DayState.PRESENT, late, early, late_band, early_band, code, is_unmarked, lacks_letter)


def judge_month(
    due: Sequence[tuple[date, Hours]],
    marks: Mapping[int, DayMarks],
    letters: Mapping[int, str],
    rules: AttendanceRules,
    last_known: int,
) -> tuple[DayVerdict, ...]:
    """Judge every day due up to the last one that the machines know of; what comes after is not absence."""
    return tuple(
        judge_day(on, hours, marks.get(on.day), letters.get(on.day, ""), rules)
        for on, hours in due
        if on.day <= last_known or on.day in letters
    )


def _over(minutes: int, tolerance: int) -> int:
    return minutes if minutes > tolerance else 0


def _reason(marks: DayMarks | None, letter: str, rules: AttendanceRules) -> tuple[AwayKind | None, bool]:
    """The reason that counts on a day, and whether a letter is still wanted for it."""
    kind = rules.kinds.get(letter) if letter else None
    if kind is not None:
        return kind, False
    stated = rules.kinds.get(marks.code) if marks is not None and marks.code else None
    if stated is None or stated.counts is AwayCount.UNEXCUSED or stated.letter is LetterNeed.NEVER:
        return stated, False
    # Office days are the rule: what needs a letter beforehand is nothing without one.
    return (None, True) if stated.letter is LetterNeed.ALWAYS else (stated, True)
