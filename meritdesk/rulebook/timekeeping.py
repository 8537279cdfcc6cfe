"""How the packs of attendance, daily activity and unexcused absence are read; a false body is a ``ValueError``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Annotated

import msgspec

from meritdesk.core.attendance_rules import (
    AbsenceRules,
    AbsenceStep,
    ActivityRules,
    AttendanceRules,
    AwayCount,
    AwayKind,
    AwayScope,
    Band,
    Hours,
    LetterNeed,
    LogNorm,
    Week,
)
from meritdesk.core.discipline import SanctionKind, SanctionLevel
from meritdesk.core.rules import PackKind
from meritdesk.rulebook.bodies import Decoder, Strict, Text

_HOURS = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)")
_Positive = Annotated[int, msgspec.Meta(ge=1)]
_Natural = Annotated[int, msgspec.Meta(ge=0)]


class _Band(Strict, frozen=True):
    code: Text
    up_to: _Positive | None


class _Kind(Strict, frozen=True):
    code: Text
    name: Text
    english: Text
    counts: AwayCount
    scope: AwayScope
    letter: LetterNeed
    words: list[Text]


class _Attendance(Strict, frozen=True):
    five_days: Annotated[list[str], msgspec.Meta(min_length=7, max_length=7)]
    six_days: Annotated[list[str], msgspec.Meta(min_length=7, max_length=7)]
    late: Annotated[list[_Band], msgspec.Meta(min_length=1)]
    early: Annotated[list[_Band], msgspec.Meta(min_length=1)]
    tolerance: _Natural
    unmarked_is_heaviest: bool
    minutes_a_day: _Positive
    minutes_make_days: bool
    kinds: Annotated[list[_Kind], msgspec.Meta(min_length=1)]


class _Activity(Strict, frozen=True):
    norm_by: LogNorm
    norm_minutes: _Positive
    day_minutes: _Positive
    absent_minutes: _Natural
    day_limit: _Positive | None
    needs_evidence: bool
    closing_day: Annotated[int, msgspec.Meta(ge=1, le=20)]


class _Step(Strict, frozen=True):
    from_days: _Positive
    level: SanctionLevel
    kind: SanctionKind
    sanction: Text
    english: Text


class _Absence(Strict, frozen=True):
    steps: Annotated[list[_Step], msgspec.Meta(min_length=1)]
    running_days: _Positive
    running_step: _Step


def _week(stated: Sequence[str]) -> Week:
    week: list[Hours | None] = []
    for text in stated:
        match = _HOURS.fullmatch(text)
        if text and match is None:
            raise ValueError(f"hours {text}")
        hours = Hours(*(int(match[n]) * 60 + int(match[n + 1]) for n in (1, 3))) if match else None
        if hours is not None and hours.end <= hours.start:
            raise ValueError(f"hours {text} end before they begin")
        week.append(hours)
    if not any(week):
        raise ValueError("a week without a day of work")
    return tuple(week)


def _bands(stated: Sequence[_Band]) -> tuple[Band, ...]:
    ends = [one.up_to for one in stated]
    limits = [end for end in ends if end is not None]
    if ends[-1] is not None or len(limits) != len(ends) - 1 or limits != sorted(set(limits)):
        raise ValueError("bands rise, and only the last has no end")
    return tuple(Band(one.code, one.up_to) for one in stated)


def _attendance(raw: msgspec.Raw, source: str) -> AttendanceRules:
    stated = msgspec.json.decode(raw, type=_Attendance)
    late, early = _bands(stated.late), _bands(stated.early)
    if len({band.code for band in (*late, *early)}) != len(late) + len(early):
        raise ValueError("two bands of one code")
    words = [word for one in stated.kinds for word in (one.code, *one.words)]
    if len(set(words)) != len(words) or any(word != word.upper() for word in words):
        raise ValueError("codes and words are capitals and mean one thing")
    kinds = {
        one.code: AwayKind(one.code, one.name, one.english, one.counts, one.scope, one.letter, tuple(one.words))
        for one in stated.kinds
    }
    return AttendanceRules(
        _week(stated.five_days),
        _week(stated.six_days),
        late,
        early,
        kinds,
        stated.tolerance,
        stated.unmarked_is_heaviest,
        stated.minutes_a_day,
        stated.minutes_make_days,
        source,
    )


def _activity(raw: msgspec.Raw, source: str) -> ActivityRules:
    stated = msgspec.json.decode(raw, type=_Activity)
    return ActivityRules(
        stated.norm_by,
        stated.norm_minutes,
        stated.day_minutes,
        stated.absent_minutes,
        stated.day_limit,
        stated.needs_evidence,
        stated.closing_day,
        source,
    )


def _step(one: _Step) -> AbsenceStep:
    return AbsenceStep(one.from_days, one.level, one.kind, one.sanction, one.english)


def _absence(raw: msgspec.Raw, source: str) -> AbsenceRules:
    stated = msgspec.json.decode(raw, type=_Absence)
    starts = [one.from_days for one in stated.steps]
    levels = [list(SanctionLevel).index(one.level) for one in stated.steps]
    if starts != sorted(set(starts)) or levels != sorted(levels):
        raise ValueError("more absence is not a lighter step")
    return AbsenceRules(
        tuple(_step(one) for one in stated.steps), stated.running_days, _step(stated.running_step), source
    )


TIMEKEEPING_DECODERS: Mapping[PackKind, Decoder] = {
    PackKind.ATTENDANCE: _attendance,
    PackKind.ACTIVITY: _activity,
    PackKind.ABSENCE: _absence,
}
"""Kind of pack to what reads its body."""
