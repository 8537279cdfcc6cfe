"""Training, scores, boxes, indices and certified lists as rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec

from meritdesk.core.evaluation import PackRef, Rating, Reason
from meritdesk.core.professionalism import IndexCategory, IndexDimension, KeptIndex
from meritdesk.core.talent import (
    ListedPerson,
    ListKind,
    PotentialLevel,
    PotentialScore,
    ScoreKind,
    TalentBox,
    TalentList,
    Training,
    TrainingKind,
)
from meritdesk.store import tables
from meritdesk.store.documents import take_numbers
from meritdesk.store.notation import decimal_text, moment_text, moment_value
from meritdesk.store.rows import Rows, Values

_LISTS = "talent_list"


class StoredTrainings:
    """The register of training."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of(self, person_ids: Iterable[str] | None = None) -> tuple[Training, ...]:
        """The training of everybody or of these people, oldest first."""
        wanted = None if person_ids is None else dict.fromkeys(person_ids)
        found = self._rows.read(tables.training, "person_id", wanted, "held_on", "training_id")
        return tuple(map(_training, found))

    def by_id(self, training_id: str) -> Training | None:
        """One training."""
        found = self._rows.read(tables.training, "training_id", [training_id])
        return _training(found[0]) if found else None

    def save(self, trainings: Sequence[Training]) -> None:
        """Add these or bring them up to date."""
        self._rows.write(tables.training, map(_training_row, trainings))

    def remove(self, training_ids: Iterable[str]) -> None:
        """Take these out of the register; the journal keeps them."""
        self._rows.settle(tables.training, {(one,): None for one in training_ids})


class StoredPotentials:
    """The register of results of the assessment centre."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of(self, person_ids: Iterable[str] | None = None) -> tuple[PotentialScore, ...]:
        """The results of everybody or of these people, oldest first."""
        wanted = None if person_ids is None else dict.fromkeys(person_ids)
        found = self._rows.read(tables.potential_score, "person_id", wanted, "measured_on", "person_id", "kind")
        return tuple(
            PotentialScore(
                row["person_id"],
                ScoreKind(row["kind"]),
                date.fromisoformat(row["measured_on"]),
                Decimal(row["points"]),
                row["source"],
            )
            for row in _any(found)
        )

    def save(self, scores: Sequence[PotentialScore]) -> None:
        """Add these or bring them up to date."""
        rows = (
            {
                "person_id": one.person_id,
                "kind": one.kind.value,
                "measured_on": one.measured_on.isoformat(),
                "points": decimal_text(one.points),
                "source": one.source,
            }
            for one in scores
        )
        self._rows.write(tables.potential_score, rows)

    def remove(self, scores: Sequence[PotentialScore]) -> None:
        """Take these out of the register; the journal keeps them."""
        keys = [(one.person_id, one.kind.value, one.measured_on.isoformat()) for one in scores]
        self._rows.settle(tables.potential_score, dict.fromkeys(keys))


class StoredTalent:
    """Boxes and indices that were fixed, and lists with their certificate."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def boxes(self, year: int) -> tuple[TalentBox, ...]:
        """The fixed boxes of a year."""
        return tuple(map(_box, _any(self._rows.read(tables.talent_box, "year", [year], "person_id"))))

    def save_boxes(self, boxes: Sequence[TalentBox]) -> None:
        """Keep these boxes."""
        self._rows.write(tables.talent_box, map(_box_row, boxes))

    def indices(self, year: int) -> tuple[KeptIndex, ...]:
        """The fixed indices of a year."""
        return tuple(map(_index, _any(self._rows.read(tables.asn_index, "year", [year], "person_id"))))

    def save_indices(self, indices: Sequence[KeptIndex]) -> None:
        """Keep these indices."""
        self._rows.write(tables.asn_index, map(_index_row, indices))

    def lists(self) -> tuple[TalentList, ...]:
        """Every list that was made, in the order of their numbers."""
        return tuple(map(_list, _any(self._rows.read(tables.talent_list, "", None, "number"))))

    def list_by_number(self, number: str) -> TalentList | None:
        """The list of a number."""
        found = _any(self._rows.read(tables.talent_list, "number", [number]))
        return _list(found[0]) if found else None

    def reserve_list(self, year: int) -> int:
        """The next serial number of a year; a number may be lost, never repeated."""
        return take_numbers(self._rows, self._rows.agency, _LISTS, year, 1)

    def save_list(self, one: TalentList) -> None:
        """Keep a list for good."""
        row: Values = {
            "list_id": one.list_id,
            "number": one.number,
            "kind": one.kind.value,
            "title": one.title,
            "year": one.year,
            "made_at": moment_text(one.made_at),
            "made_by": one.made_by,
            "criteria": _json(dict(one.criteria)),
            "packs": _json(one.packs),
            "looked_at": one.looked_at,
            "facts_digest": one.facts_digest,
            "digest": one.digest,
            "lines": _json(one.lines),
        }
        self._rows.write(tables.talent_list, [row])


def _any(rows: Sequence[Any]) -> Sequence[Mapping[str, Any]]:
    return rows


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _training(row: Mapping[str, Any]) -> Training:
    return Training(
        row["training_id"],
        row["person_id"],
        TrainingKind(row["kind"]),
        row["title"],
        date.fromisoformat(row["held_on"]),
        row["hours"],
        row["certificate"],
        row["organiser"],
    )


def _training_row(training: Training) -> Values:
    return {
        "training_id": training.training_id,
        "person_id": training.person_id,
        "kind": training.kind.value,
        "title": training.title,
        "held_on": training.held_on.isoformat(),
        "hours": training.hours,
        "certificate": training.certificate,
        "organiser": training.organiser,
    }


def _box(row: Mapping[str, Any]) -> TalentBox:
    return TalentBox(
        person_id=row["person_id"],
        year=row["year"],
        box=row["box"],
        potential=PotentialLevel(row["potential"]),
        performance=Rating(row["performance"]),
        points=Decimal(row["points"]),
        reasons=msgspec.json.decode(row["reasons"], type=tuple[Reason, ...]),
        packs=msgspec.json.decode(row["packs"], type=tuple[PackRef, ...]),
        fixed_on=date.fromisoformat(row["fixed_on"]),
    )


def _box_row(box: TalentBox) -> Values:
    return {
        "person_id": box.person_id,
        "year": box.year,
        "box": box.box,
        "potential": box.potential.value,
        "performance": box.performance.value,
        "points": decimal_text(box.points),
        "reasons": _json(box.reasons),
        "packs": _json(box.packs),
        "fixed_on": box.fixed_on.isoformat(),
    }


def _index(row: Mapping[str, Any]) -> KeptIndex:
    reasons = msgspec.json.decode(row["reasons"], type=tuple[tuple[IndexDimension, Reason], ...])
    return KeptIndex(
        person_id=row["person_id"],
        year=row["year"],
        points={one: Decimal(row[one.value.lower()]) for one in IndexDimension},
        total=Decimal(row["total"]),
        category=IndexCategory(row["category"]),
        reasons=reasons,
        packs=msgspec.json.decode(row["packs"], type=tuple[PackRef, ...]),
        fixed_on=date.fromisoformat(row["fixed_on"]),
    )


def _index_row(index: KeptIndex) -> Values:
    return {
        "person_id": index.person_id,
        "year": index.year,
        **{one.value.lower(): decimal_text(index.points[one]) for one in IndexDimension},
        "total": decimal_text(index.total),
        "category": index.category.value,
        "reasons": _json(index.reasons),
        "packs": _json(index.packs),
        "fixed_on": index.fixed_on.isoformat(),
    }


def _list(row: Mapping[str, Any]) -> TalentList:
    return TalentList(
        list_id=row["list_id"],
        number=row["number"],
        kind=ListKind(row["kind"]),
        title=row["title"],
        year=row["year"],
        made_at=moment_value(row["made_at"]),
        made_by=row["made_by"],
        criteria=msgspec.json.decode(row["criteria"], type=dict[str, str]),
        packs=msgspec.json.decode(row["packs"], type=tuple[PackRef, ...]),
        looked_at=row["looked_at"],
        facts_digest=row["facts_digest"],
        digest=row["digest"],
        lines=msgspec.json.decode(row["lines"], type=tuple[ListedPerson, ...]),
    )
