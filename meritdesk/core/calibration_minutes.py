"""The minutes of a calibration session as a sheet: who was there, whose ratings changed and why, the spread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from meritdesk.core.calibration import CalibrationEntry, CalibrationSession
from meritdesk.core.documents import PaperKind
from meritdesk.core.evaluation import OrgLevel, Predicate, Rating, Reason
from meritdesk.core.office_paper import (
    UNSTAMPED,
    ColumnAlign,
    OfficePaper,
    PaperColumn,
    PaperSignature,
    PaperTable,
    PaperText,
)
from meritdesk.core.people import PersonBlock


@dataclass(frozen=True, slots=True)
class MinutesFacts:
    """What the sheet shows besides the session: names, the level, both spreads and what they were told."""

    agency_name: str
    agency_place: str
    unit_name: str
    rater: PersonBlock
    level: OrgLevel | None
    before: Mapping[Predicate, int]
    after: Mapping[Predicate, int]
    lines: tuple[Reason, ...]


def minutes_of(session: CalibrationSession, facts: MinutesFacts) -> OfficePaper:
    """The sheet of a session, finished or still open; an open one says so in its subtitle."""
    signers = [one for one in session.participants if one.person_id != session.rater_id]
    return OfficePaper(
        kind=PaperKind.CALIBRATION_MINUTES,
        title="PAPER:CALIBRATION-TITLE",
        subtitle=f"SESSIONSTATE:{session.state.name}",
        agency_name=facts.agency_name,
        place=session.place or facts.agency_place,
        stamp=UNSTAMPED,
        facts=(
            ("PAPER:CALIBRATION-UNIT", facts.unit_name),
            ("PAPER:CALIBRATION-RATER", facts.rater.name),
            ("PAPER:CALIBRATION-PERIOD", session.period.code),
            ("PAPER:CALIBRATION-DAY", _day(session)),
            ("PAPER:CALIBRATION-LEVEL", f"LEVEL:{facts.level.name}" if facts.level is not None else "-"),
        ),
        sections=(
            _attendance(session),
            _changes(session),
            _spread(facts),
            PaperText(facts.lines or ("PAPER:CALIBRATION-NO-REMARKS",), "PAPER:CALIBRATION-REMARKS", is_list=True),
            PaperText((session.notes or "-",), "PAPER:CALIBRATION-NOTES"),
            PaperText(("PAPER:CALIBRATION-VERDICT",)),
        ),
        signatures=(
            PaperSignature("PAPER:CALIBRATION-RATER", facts.rater, session.finished_on),
            *(PaperSignature(one.role or "PAPER:CALIBRATION-PRESENT", PersonBlock(one.name)) for one in signers[:5]),
        ),
        dated=session.held_on,
        is_landscape=True,
    )


def _day(session: CalibrationSession) -> str:
    return f"{session.held_on:%d-%m-%Y}"


def _attendance(session: CalibrationSession) -> PaperTable:
    columns = (
        PaperColumn("PAPER:CALIBRATION-NUMBER", 1, ColumnAlign.RIGHT),
        PaperColumn("PAPER:CALIBRATION-NAME", 8),
        PaperColumn("PAPER:CALIBRATION-ROLE", 6),
    )
    rows = tuple((str(place), one.name, one.role or "-") for place, one in enumerate(session.participants, start=1))
    return PaperTable(columns, rows, "PAPER:CALIBRATION-ATTENDANCE", "PAPER:CALIBRATION-NOBODY")


def _changes(session: CalibrationSession) -> PaperTable:
    columns = (
        PaperColumn("PAPER:CALIBRATION-NUMBER", 1, ColumnAlign.RIGHT),
        PaperColumn("PAPER:CALIBRATION-NAME", 6),
        PaperColumn("PAPER:CALIBRATION-SUGGESTED", 3),
        PaperColumn("PAPER:CALIBRATION-BEFORE", 5),
        PaperColumn("PAPER:CALIBRATION-AFTER", 5),
        PaperColumn("PAPER:CALIBRATION-REASON", 8),
    )
    rows = tuple(_row(place, entry) for place, entry in enumerate(session.entries, start=1))
    return PaperTable(columns, rows, "PAPER:CALIBRATION-PEOPLE", "PAPER:CALIBRATION-NOBODY")


def _row(place: int, entry: CalibrationEntry) -> tuple[str, ...]:
    suggested = f"RATING:{entry.suggested.name}" if entry.suggested is not None else "-"
    before = _ratings(entry.result_before, entry.behaviour_before)
    after = _ratings(entry.result_after, entry.behaviour_after) if entry.is_changed else "PAPER:CALIBRATION-SAME"
    return (str(place), f"{entry.name}\n{entry.nip}", suggested, before, after, entry.reason or "-")


def _ratings(*ratings: Rating | None) -> str:
    return ", ".join(f"RATING:{rating.name}" for rating in ratings if rating is not None) or "-"


def _spread(facts: MinutesFacts) -> PaperTable:
    columns = (
        PaperColumn("PAPER:CALIBRATION-PREDICATE", 6),
        PaperColumn("PAPER:CALIBRATION-BEFORE", 2, ColumnAlign.RIGHT),
        PaperColumn("PAPER:CALIBRATION-AFTER", 2, ColumnAlign.RIGHT),
    )
    rows: Sequence[tuple[str, ...]] = [
        (f"PREDICATE:{label.name}", str(facts.before.get(label, 0)), str(facts.after.get(label, 0)))
        for label in Predicate
    ]
    return PaperTable(columns, tuple(rows), "PAPER:CALIBRATION-SPREAD")
