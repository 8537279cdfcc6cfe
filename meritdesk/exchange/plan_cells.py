"""The parts of a plan that travel in one cell each: study terms and manuals as facts, workblocks as a JSON list."""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter
from typing import cast

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.plan import PerformancePlan, manual_facts, study_facts
from meritdesk.core.plan_parts import IndicatorManual, StudyTerms, Workblock
from meritdesk.core.plan_record import manual_of, study_of, workblock_of, workblock_record
from meritdesk.exchange import package_layout as layout
from meritdesk.exchange.plain_json import JsonFault, read_json, write_json

_YES = "true"

_said = attrgetter(*(column.name for column in layout.PLAN.columns))
_STUDY, _WORKBLOCKS = layout.PLAN.place("study"), layout.PLAN.place("workblocks")


def plan_row(plan: PerformancePlan) -> tuple[object, ...]:
    """The cells of a plan in the order of its columns."""
    cells = list(_said(plan))
    cells[_STUDY], cells[_WORKBLOCKS] = _study_cell(plan.study), _workblocks_cell(plan.workblocks)
    return tuple(cells)


def _study_cell(study: StudyTerms | None) -> Mapping[str, str] | None:
    if study is None:
        return None
    facts = study_facts(study)
    return {name: _YES if value is True else str(value) for name, value in facts.items() if value}


def study_in(cell: Mapping[str, str] | None) -> StudyTerms | None:
    """The study terms of a cell; ``PLN-221`` when it holds something else."""
    return study_of({**cell, "is_abroad": cell.get("is_abroad") == _YES}) if cell is not None else None


def manual_cell(manual: IndicatorManual | None) -> Mapping[str, str] | None:
    """A manual as the facts of one cell; empty texts are left out."""
    if manual is None:
        return None
    return {name: str(value) for name, value in manual_facts(manual).items() if value}


def manual_in(cell: Mapping[str, str] | None) -> IndicatorManual | None:
    """The manual of a cell; ``PLN-221`` when it holds something else."""
    return manual_of(cell) if cell is not None else None


def _workblocks_cell(blocks: tuple[Workblock, ...]) -> str:
    return write_json([workblock_record(block) for block in blocks]) if blocks else ""


def workblocks_in(cell: str) -> tuple[Workblock, ...]:
    """The workblocks of a cell; ``PLN-221`` when it holds something else."""
    if not cell:
        return ()
    try:
        found = read_json(cell)
    except JsonFault:
        found = None
    if not isinstance(found, list):
        raise UsageRefusal("PLN-221", count=1, places="workblocks")
    return tuple(workblock_of(cast(object, block)) for block in found)
