"""Calibration sessions as rows, with who was there and each person before and after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from meritdesk.core.calibration import CalibrationEntry, CalibrationSession, Participant, SessionState
from meritdesk.core.evaluation import Rating, SuggestedRating
from meritdesk.core.periods import Period, parse_period
from meritdesk.store import tables
from meritdesk.store.notation import day_text, day_value, reference_text
from meritdesk.store.rows import Rows, Values


class StoredCalibrations:
    """The calibration sessions of the agency."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_period(self, period: Period) -> tuple[CalibrationSession, ...]:
        """The sessions of a period, oldest first."""
        return self._whole(
            self._rows.read(tables.calibration_session, "period", [period.code], "held_on", "session_id")
        )

    def by_id(self, session_id: str) -> CalibrationSession | None:
        """One session, or nothing."""
        found = self._whole(self._rows.read(tables.calibration_session, "session_id", [session_id]))
        return found[0] if found else None

    def save(self, sessions: Sequence[CalibrationSession]) -> None:
        """Add these sessions or bring them up to date."""
        ids = [session.session_id for session in sessions]
        self._rows.write(tables.calibration_session, map(_session_row, sessions))
        self._rows.replace_parts(
            tables.calibration_participant,
            "session_id",
            ids,
            [row for one in sessions for row in _participant_rows(one)],
        )
        self._rows.replace_parts(
            tables.calibration_entry, "session_id", ids, [row for one in sessions for row in _entry_rows(one)]
        )

    def _whole(self, found: Sequence[Mapping[str, Any]]) -> tuple[CalibrationSession, ...]:
        ids = [row["session_id"] for row in found]
        present: dict[str, list[Participant]] = defaultdict(list)
        for row in self._rows.read(tables.calibration_participant, "session_id", ids, "session_id", "place"):
            person = Participant(str(row["name"]), str(row["role"]), str(row["person_id"] or ""))
            present[str(row["session_id"])].append(person)
        entries: dict[str, list[CalibrationEntry]] = defaultdict(list)
        for row in self._rows.read(tables.calibration_entry, "session_id", ids, "session_id", "place"):
            entries[str(row["session_id"])].append(_entry(row))
        return tuple(
            CalibrationSession(
                session_id=row["session_id"],
                period=parse_period(row["period"]),
                rater_id=row["rater_id"],
                led_unit_id=row["led_unit_id"],
                held_on=_day(row["held_on"]),
                place=row["place"],
                notes=row["notes"],
                state=SessionState(row["state"]),
                participants=tuple(present[row["session_id"]]),
                entries=tuple(entries[row["session_id"]]),
                finished_on=day_value(row["finished_on"]),
            )
            for row in found
        )


def _day(text: str) -> Any:
    day = day_value(text)
    assert day is not None
    return day


def _session_row(session: CalibrationSession) -> Values:
    return {
        "session_id": session.session_id,
        "period": session.period.code,
        "rater_id": session.rater_id,
        "led_unit_id": session.led_unit_id,
        "held_on": session.held_on.isoformat(),
        "place": session.place,
        "notes": session.notes,
        "state": session.state.value,
        "finished_on": day_text(session.finished_on),
    }


def _participant_rows(session: CalibrationSession) -> Iterator[Values]:
    for place, one in enumerate(session.participants, start=1):
        yield {
            "session_id": session.session_id,
            "place": place,
            "name": one.name,
            "role": one.role,
            "person_id": reference_text(one.person_id),
        }


def _entry_rows(session: CalibrationSession) -> Iterator[Values]:
    for place, one in enumerate(session.entries, start=1):
        yield {
            "session_id": session.session_id,
            "person_id": one.person_id,
            "place": place,
            "nip": one.nip,
            "name": one.name,
            "position": one.position,
            "suggested": one.suggested.value if one.suggested else None,
            "result_before": _text(one.result_before),
            "behaviour_before": _text(one.behaviour_before),
            "result_after": _text(one.result_after),
            "behaviour_after": _text(one.behaviour_after),
            "reason": one.reason,
            "dropped_out": one.dropped_out,
            "is_closed": one.is_closed,
        }


def _text(rating: Rating | None) -> str | None:
    return rating.value if rating is not None else None


def _rating(text: str | None) -> Rating | None:
    return Rating(text) if text else None


def _entry(row: Mapping[str, Any]) -> CalibrationEntry:
    return CalibrationEntry(
        person_id=row["person_id"],
        nip=row["nip"],
        name=row["name"],
        position=row["position"],
        suggested=SuggestedRating(row["suggested"]) if row["suggested"] else None,
        result_before=_rating(row["result_before"]),
        behaviour_before=_rating(row["behaviour_before"]),
        result_after=_rating(row["result_after"]),
        behaviour_after=_rating(row["behaviour_after"]),
        reason=row["reason"],
        dropped_out=bool(row["dropped_out"]),
        is_closed=bool(row["is_closed"]),
    )
