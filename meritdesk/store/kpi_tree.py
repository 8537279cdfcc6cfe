"""What the tree of indicators asks: where it begins, what stands below a place, and what hangs on nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Select, and_, func, literal, select

from meritdesk.core.cascade import Node, NodeKind, parse_node
from meritdesk.core.kpi_tree import LooseResult, LooseResults, PlannedResult
from meritdesk.core.people import titled
from meritdesk.core.plan import Indicator, ResultKind
from meritdesk.store import tables
from meritdesk.store.period_people import is_due
from meritdesk.store.plans import measure_of
from meritdesk.store.rows import Rows, at_most, in_chunks

_AGREEMENT, _RESULT = f"{NodeKind.AGREEMENT.value}:", f"{NodeKind.RESULT.value}:"


class StoredKpiTree:
    """The tree of indicators of one agency, read a level at a time."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def serving(self, year: int) -> frozenset[str]:
        """The agreement indicators of a year that serve something above them."""
        link = tables.cascade_link
        found = self._rows.execute(
            select(link.c.child)
            .where(link.c.agency == self._rows.agency, link.c.year == year, link.c.child.startswith(_AGREEMENT))
            .distinct()
        )
        return frozenset(str(row[0]).removeprefix(_AGREEMENT) for row in found)

    def below(self, year: int, nodes: Iterable[Node]) -> Mapping[Node, int]:
        """How many links lead to each of these places; places without any are left out."""
        link = tables.cascade_link
        counts: dict[Node, int] = {}
        for chunk in in_chunks(dict.fromkeys(node.code for node in nodes)):
            found = self._rows.execute(
                select(link.c.parent, func.count())
                .where(link.c.agency == self._rows.agency, link.c.year == year, link.c.parent.in_(chunk))
                .group_by(link.c.parent)
            )
            counts.update((node, int(row[1])) for row in found if (node := parse_node(str(row[0]))) is not None)
        return counts

    def results(self, result_ids: Iterable[str]) -> Mapping[str, PlannedResult]:
        """These results with their measures and whose they are, by id; unknown ones are left out."""
        wanted = list(dict.fromkeys(result_ids))
        measures: dict[str, list[Indicator]] = defaultdict(list)
        for row in self._rows.read(tables.indicator, "result_id", wanted, "result_id", "place"):
            measures[str(row["result_id"])].append(measure_of(row))
        result, plan = tables.work_result, tables.plan
        held = result.join(plan, and_(plan.c.agency == result.c.agency, plan.c.plan_id == result.c.plan_id))
        answer: dict[str, PlannedResult] = {}
        for chunk in in_chunks(wanted):
            found = self._rows.execute(
                select(result.c.result_id, plan.c.person_id, result.c.kind, result.c.text)
                .select_from(held)
                .where(result.c.agency == self._rows.agency, result.c.result_id.in_(chunk))
            )
            for row in found:
                own = tuple(measures[row.result_id])
                kind = ResultKind(row.kind)
                answer[row.result_id] = PlannedResult(row.result_id, row.person_id, kind, row.text, own)
        return answer

    def loose(self, year: int, limit: int) -> LooseResults:
        """The results in plans of a year that serve nothing, of everybody who must be appraised (V-19 from above)."""
        person = tables.person
        columns = (tables.work_result.c.result_id, person.c.person_id, person.c.nip, person.c.name,
                   person.c.front_title, person.c.back_title, person.c.unit_id, tables.work_result.c.kind,
                   tables.work_result.c.text)  # fmt: skip
        found = self._rows.execute(
            self._loose(year, *columns)
            .order_by(person.c.sort_name, person.c.nip, tables.work_result.c.result_id)
            .limit(at_most(limit))
        )
        if 0 <= limit <= len(found):
            # Counting walks all plans once more: only where the list does not tell by itself how many there are.
            counted = int(self._rows.execute(self._loose(year, func.count()))[0][0])
        else:
            counted = len(found)
        return LooseResults(counted, tuple(map(_loose, found)))

    def _loose(self, year: int, *columns: Any) -> Select[Any]:
        result, plan, person, link = tables.work_result, tables.plan, tables.person, tables.cascade_link
        agency = self._rows.agency
        served = select(link.c.child).where(link.c.agency == agency, link.c.year == year)
        return (
            select(*columns)
            .select_from(
                result.join(plan, and_(plan.c.agency == result.c.agency, plan.c.plan_id == result.c.plan_id)).join(
                    person, and_(person.c.agency == plan.c.agency, person.c.person_id == plan.c.person_id)
                )
            )
            .where(
                result.c.agency == agency,
                plan.c.year == year,
                is_due(),
                literal(_RESULT).concat(result.c.result_id).not_in(served),
            )
        )


def _loose(row: Any) -> LooseResult:
    name = titled(row.name, row.front_title, row.back_title)
    return LooseResult(row.result_id, row.person_id, row.nip, name, row.unit_id or "", ResultKind(row.kind), row.text)
