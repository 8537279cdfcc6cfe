"""Performance agreements of units as rows: indicators, trajectories, action plans, and what came of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from meritdesk.core.agreement import (
    Accumulation,
    ActionItem,
    AgreementIndicator,
    LevelBasis,
    MeasureGroup,
    TrajectoryPoint,
    UnitActual,
)
from meritdesk.core.evaluation import PackRef
from meritdesk.core.periods import Period, parse_period
from meritdesk.core.plan import Direction, Perspective, Target
from meritdesk.store import tables
from meritdesk.store.notation import decimal_text, decimal_value
from meritdesk.store.rows import Rows, Values


class StoredAgreements:
    """The performance agreements of units, whole with trajectories and action plans."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_year(self, year: int, unit_ids: Sequence[str] | None = None) -> tuple[AgreementIndicator, ...]:
        """The indicators of a year, of all units or of these, by unit and number."""
        found = self._rows.read(tables.agreement_indicator, "year", [year], "unit_id", "number", "indicator_id")
        wanted = None if unit_ids is None else set(unit_ids)
        return self._whole([row for row in found if wanted is None or row["unit_id"] in wanted])

    def by_ids(self, indicator_ids: Iterable[str]) -> Mapping[str, AgreementIndicator]:
        """These indicators, by id; unknown ones are left out."""
        found = self._rows.read(tables.agreement_indicator, "indicator_id", dict.fromkeys(indicator_ids))
        return {indicator.indicator_id: indicator for indicator in self._whole(found)}

    def save(self, indicators: Sequence[AgreementIndicator]) -> None:
        """Write these indicators whole; points and items that they no longer name go."""
        latest = {indicator.indicator_id: indicator for indicator in indicators}
        self._rows.write(tables.agreement_indicator, map(_indicator_row, latest.values()))
        points = [row for indicator in latest.values() for row in _point_rows(indicator)]
        items = [row for indicator in latest.values() for row in _item_rows(indicator)]
        self._rows.replace_parts(tables.trajectory_point, "indicator_id", latest, points)
        self._rows.replace_parts(tables.action_item, "indicator_id", latest, items)

    def remove(self, indicator_ids: Iterable[str]) -> None:
        """Take these indicators out, with their trajectories, action plans and actuals."""
        gone = list(dict.fromkeys(indicator_ids))
        for table in (tables.unit_actual, tables.action_item, tables.trajectory_point, tables.agreement_indicator):
            self._rows.replace_parts(table, "indicator_id", gone, ())

    def actuals(self, indicator_ids: Iterable[str]) -> tuple[UnitActual, ...]:
        """What was reported on these indicators in all periods."""
        found = self._rows.read(
            tables.unit_actual, "indicator_id", dict.fromkeys(indicator_ids), "indicator_id", "period"
        )
        return tuple(_actual(row) for row in found)

    def save_actuals(self, actuals: Sequence[UnitActual]) -> None:
        """Add these reports or bring them up to date."""
        self._rows.write(tables.unit_actual, map(_actual_row, actuals))

    def bases(self, unit_id: str = "") -> tuple[LevelBasis, ...]:
        """How the levels were settled, of all units or of one."""
        wanted = [unit_id] if unit_id else None
        found = self._rows.read(tables.level_basis, "unit_id" if unit_id else "", wanted, "unit_id", "period")
        return tuple(_basis(row) for row in found)

    def save_bases(self, bases: Sequence[LevelBasis]) -> None:
        """Keep how these levels were settled."""
        self._rows.write(tables.level_basis, map(_basis_row, bases))

    def _whole(self, heads: Sequence[Mapping[str, Any]]) -> tuple[AgreementIndicator, ...]:
        ids = [row["indicator_id"] for row in heads]
        points: dict[str, list[TrajectoryPoint]] = defaultdict(list)
        for row in self._rows.read(tables.trajectory_point, "indicator_id", ids):
            point = TrajectoryPoint(parse_period(str(row["period"])), _exact(row["value"]))
            points[str(row["indicator_id"])].append(point)
        items: dict[str, list[ActionItem]] = defaultdict(list)
        for row in self._rows.read(tables.action_item, "indicator_id", ids, "indicator_id", "place"):
            items[str(row["indicator_id"])].append(_item(row))
        return tuple(
            indicator_of(row, sorted(points[row["indicator_id"]], key=_point_order), items[row["indicator_id"]])
            for row in heads
        )


def _exact(text: Any) -> Any:
    value = decimal_value(text)
    assert value is not None
    return value


def _point_order(point: TrajectoryPoint) -> Period:
    return point.period


def indicator_of(
    row: Mapping[str, Any], points: Sequence[TrajectoryPoint], items: Sequence[ActionItem]
) -> AgreementIndicator:
    """An indicator out of its row, with its trajectory and its action plan."""
    return AgreementIndicator(
        indicator_id=row["indicator_id"],
        unit_id=row["unit_id"],
        year=row["year"],
        number=row["number"],
        goal=row["goal"],
        text=row["text"],
        target=Target(
            text=row["target_text"],
            low=decimal_value(row["target_low"]),
            high=decimal_value(row["target_high"]),
            unit=row["target_unit"],
            direction=Direction(row["direction"]),
        ),
        group=MeasureGroup(row["measure_group"]),
        perspective=Perspective(row["perspective"]) if row["perspective"] else None,
        accumulation=Accumulation(row["accumulation"]),
        trajectory=tuple(points),
        actions=tuple(items),
        is_draft=row["is_draft"],
    )


def _item(row: Mapping[str, Any]) -> ActionItem:
    return ActionItem(
        item_id=row["item_id"],
        period=parse_period(row["period"]),
        text=row["text"],
        target=_exact(row["target"]),
        achieved=decimal_value(row["achieved"]),
        unit=row["unit"],
    )


def _actual(row: Mapping[str, Any]) -> UnitActual:
    return UnitActual(
        indicator_id=row["indicator_id"],
        period=parse_period(row["period"]),
        value=decimal_value(row["value"]),
        percent=decimal_value(row["percent"]),
        text=row["text"],
        evidence=row["evidence"],
    )


def _basis(row: Mapping[str, Any]) -> LevelBasis:
    packs = msgspec.json.decode(row["packs"], type=list[tuple[str, str]])
    return LevelBasis(
        unit_id=row["unit_id"],
        period=parse_period(row["period"]),
        derived=row["derived"] or "",
        percent=decimal_value(row["percent"]),
        missing=row["missing"],
        reason=row["reason"],
        packs=tuple(PackRef(pack_id, digest) for pack_id, digest in packs),
    )


def _indicator_row(indicator: AgreementIndicator) -> Values:
    target = indicator.target
    return {
        "indicator_id": indicator.indicator_id,
        "unit_id": indicator.unit_id,
        "year": indicator.year,
        "number": indicator.number,
        "goal": indicator.goal,
        "text": indicator.text,
        "measure_group": indicator.group.value,
        "perspective": indicator.perspective.value if indicator.perspective else None,
        "accumulation": indicator.accumulation.value,
        "target_text": target.text,
        "target_low": decimal_text(target.low),
        "target_high": decimal_text(target.high),
        "target_unit": target.unit,
        "direction": target.direction.value,
        "is_draft": indicator.is_draft,
    }


def _point_rows(indicator: AgreementIndicator) -> Iterable[Values]:
    for point in indicator.trajectory:
        yield {
            "indicator_id": indicator.indicator_id,
            "period": point.period.code,
            "value": decimal_text(point.value),
        }


def _item_rows(indicator: AgreementIndicator) -> Iterable[Values]:
    for place, item in enumerate(indicator.actions):
        yield {
            "item_id": item.item_id,
            "indicator_id": indicator.indicator_id,
            "place": place,
            "period": item.period.code,
            "text": item.text,
            "target": decimal_text(item.target),
            "achieved": decimal_text(item.achieved),
            "unit": item.unit,
        }


def _actual_row(actual: UnitActual) -> Values:
    return {
        "indicator_id": actual.indicator_id,
        "period": actual.period.code,
        "value": decimal_text(actual.value),
        "percent": decimal_text(actual.percent),
        "text": actual.text,
        "evidence": actual.evidence,
    }


def _basis_row(basis: LevelBasis) -> Values:
    return {
        "unit_id": basis.unit_id,
        "period": basis.period.code,
        "derived": basis.derived or None,
        "percent": decimal_text(basis.percent),
        "missing": basis.missing,
        "reason": basis.reason,
        "packs": msgspec.json.encode([[pack.pack_id, pack.digest] for pack in basis.packs]).decode(),
    }
