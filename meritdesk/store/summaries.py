"""Summaries of what stays at home, as rows: they are made by the office and read by office and region alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from meritdesk.core.discipline import SanctionLevel
from meritdesk.core.summaries import AbsenceNote, SanctionCount, SurveyFigure
from meritdesk.core.survey import ItemGroup, SurveyKind
from meritdesk.store import tables
from meritdesk.store.rows import Rows, Values


class StoredSummaries:
    """The summaries of one agency."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def absence_notes(self, year: int) -> tuple[AbsenceNote, ...]:
        """The steps of absence of a year, as they were when a month was locked last."""
        return tuple(map(_note, self._rows.read(tables.absence_step, "year", [year], "person_id")))

    def save_absence_notes(self, year: int, notes: Iterable[AbsenceNote]) -> None:
        """Put these notes in the place of those of the year."""
        states: dict[tuple[Any, ...], Values | None] = {(one.person_id, year): None for one in self.absence_notes(year)}
        states.update({(one.person_id, year): _note_row(one) for one in notes})
        self._rows.settle(tables.absence_step, states)

    def sanction_counts(self) -> tuple[SanctionCount, ...]:
        """How many sanctions count, by year and level."""
        found = self._rows.read(tables.sanction_count, "", None, "year", "level")
        return tuple(map(_count, found))

    def save_sanction_counts(self, counts: Iterable[SanctionCount]) -> None:
        """Put these counts in the place of all before."""
        states: dict[tuple[Any, ...], Values | None] = {
            (one.year, one.level.value): None for one in self.sanction_counts()
        }
        states.update(
            {
                (one.year, one.level.value): {"year": one.year, "level": one.level.value, "entries": one.count}
                for one in counts
            }
        )
        self._rows.settle(tables.sanction_count, states)

    def survey_figures(self, year: int | None = None) -> tuple[SurveyFigure, ...]:
        """What departments answered in the rounds of a year, or in all that were closed."""
        wanted = None if year is None else [year]
        order = ("year", "round_id", "unit_id", "item_id")
        return tuple(map(_figure, self._rows.read(tables.survey_figure, "year", wanted, *order)))

    def save_survey_figures(self, figures: Iterable[SurveyFigure]) -> None:
        """Keep what departments answered in a round that is closed."""
        self._rows.write(tables.survey_figure, map(_figure_row, figures))


def _note(row: Mapping[str, Any]) -> AbsenceNote:
    return AbsenceNote(
        row["year"],
        row["person_id"],
        row["days"],
        row["longest_run"],
        SanctionLevel(row["level"]) if row["level"] else None,
        row["sanction"],
        row["days_left"],
        date.fromisoformat(row["until"]),
    )


def _count(row: Mapping[str, Any]) -> SanctionCount:
    return SanctionCount(row["year"], SanctionLevel(row["level"]), row["entries"])


def _note_row(one: AbsenceNote) -> Values:
    return {
        "person_id": one.person_id,
        "year": one.year,
        "days": one.days,
        "longest_run": one.longest_run,
        "level": one.level.value if one.level is not None else "",
        "sanction": one.sanction,
        "days_left": one.left,
        "until": one.until.isoformat(),
    }


def _figure(row: Mapping[str, Any]) -> SurveyFigure:
    return SurveyFigure(
        row["round_id"],
        row["unit_id"],
        row["item_id"],
        SurveyKind(row["kind"]),
        row["name"],
        row["year"],
        ItemGroup(row["item_group"]),
        row["item_text"],
        row["answers"],
        Decimal(row["mean"]),
    )


def _figure_row(one: SurveyFigure) -> Values:
    return {
        "round_id": one.round_id,
        "unit_id": one.unit_id,
        "item_id": one.item_id,
        "kind": one.kind.value,
        "name": one.name,
        "year": one.year,
        "item_group": one.group.value,
        "item_text": one.text,
        "answers": one.answers,
        "mean": str(one.mean),
    }
