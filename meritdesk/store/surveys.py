"""Rounds of 360 views and culture pulses as rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import msgspec

from meritdesk.core.survey import RoundState, SurveyAsk, SurveyKind, SurveyRound, SurveySheet, Voice
from meritdesk.store import tables
from meritdesk.store.notation import day_text, day_value
from meritdesk.store.rows import Rows, Values


class StoredSurveys:
    """The rounds of one agency."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def rounds(self) -> tuple[SurveyRound, ...]:
        """Every round, oldest first."""
        return tuple(map(_round, self._rows.read(tables.survey_round, "round_id", None, "year", "opened_on", "name")))

    def round(self, round_id: str) -> SurveyRound | None:
        """One round."""
        found = self._rows.read(tables.survey_round, "round_id", [round_id])
        return _round(found[0]) if found else None

    def asks(self, round_id: str) -> tuple[SurveyAsk, ...]:
        """Who is asked in a round, by the people they are asked about."""
        found = self._rows.read(tables.survey_ask, "round_id", [round_id], "subject_id", "rater_id")
        return tuple(_ask(row) for row in found)

    def sheets(self, round_id: str) -> tuple[SurveySheet, ...]:
        """The sheets of a round, by code, which stands in no order of people."""
        return tuple(map(_sheet, self._rows.read(tables.survey_sheet, "round_id", [round_id], "code")))

    def save_round(self, one: SurveyRound) -> None:
        """Add a round or bring it up to date."""
        self._rows.write(tables.survey_round, [_round_row(one)])

    def save_asks(self, asks: Iterable[SurveyAsk]) -> None:
        """Note who is asked."""
        self._rows.write(tables.survey_ask, map(_ask_row, asks))

    def save_sheets(self, sheets: Iterable[SurveySheet]) -> None:
        """Add sheets or what was keyed in from them."""
        self._rows.write(tables.survey_sheet, map(_sheet_row, sheets))


def _round(row: Mapping[str, Any]) -> SurveyRound:
    return SurveyRound(
        round_id=row["round_id"],
        kind=SurveyKind(row["kind"]),
        name=row["name"],
        year=row["year"],
        opened_on=date.fromisoformat(row["opened_on"]),
        peers=row["peers"],
        subordinates=row["subordinates"],
        minimum=row["minimum"],
        is_double=row["is_double"],
        state=RoundState(row["state"]),
        closed_on=day_value(row["closed_on"]),
        pack_id=row["pack_id"],
    )


def _round_row(one: SurveyRound) -> Values:
    return {
        "round_id": one.round_id,
        "kind": one.kind.value,
        "name": one.name,
        "year": one.year,
        "opened_on": one.opened_on.isoformat(),
        "peers": one.peers,
        "subordinates": one.subordinates,
        "minimum": one.minimum,
        "is_double": one.is_double,
        "state": one.state.value,
        "closed_on": day_text(one.closed_on),
        "pack_id": one.pack_id,
    }


def _ask(row: Mapping[str, Any]) -> SurveyAsk:
    return SurveyAsk(row["round_id"], row["subject_id"], row["rater_id"], Voice(row["voice"]))


def _ask_row(ask: SurveyAsk) -> Values:
    return {
        "round_id": ask.round_id,
        "subject_id": ask.subject_id,
        "rater_id": ask.rater_id,
        "voice": ask.voice.value,
    }


def _sheet(row: Mapping[str, Any]) -> SurveySheet:
    return SurveySheet(
        row["round_id"],
        row["code"],
        row["subject_id"],
        Voice(row["voice"]),
        msgspec.json.decode(row["first"], type=dict[str, int]),
        msgspec.json.decode(row["second"], type=dict[str, int]),
        row["remark"],
    )


def _sheet_row(sheet: SurveySheet) -> Values:
    return {
        "round_id": sheet.round_id,
        "code": sheet.code,
        "subject_id": sheet.subject_id,
        "voice": sheet.voice.value,
        "first": msgspec.json.encode(dict(sheet.first)).decode(),
        "second": msgspec.json.encode(dict(sheet.second)).decode(),
        "remark": sheet.remark,
    }
