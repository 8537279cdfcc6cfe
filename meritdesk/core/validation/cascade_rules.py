"""What the cascade, the matrix and the organisation's level still lack: V-35 to V-43, V-61 and V-63, and V-05's part.

A place leads the window to the cell: ``("matrix", unit, person, column)``, ``("cascade", node)``,
``("agreement", indicator)`` or ``("assignment", id)``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from meritdesk.core.agreement import AgreementIndicator, UnitActual, agreement_gaps, uncovered
from meritdesk.core.cascade import Assignment, AssignmentMode, Cascade, NodeKind, share_faults
from meritdesk.core.evaluation import OrganisationLevel
from meritdesk.core.matrix import MatrixTable, RoleResultMatrix
from meritdesk.core.notation import printed_decimal
from meritdesk.core.people import Person, ReportingLine
from meritdesk.core.periods import Period
from meritdesk.core.plan import PerformancePlan
from meritdesk.core.validation import Hint


def matrix_hints(matrix: RoleResultMatrix) -> tuple[Hint, ...]:
    """What is open in a matrix: columns nobody takes, people without a role, roles and results that miss each other.

    V-35 for a column without any role, V-36 for a person without any, V-37 for a role that the plan does not hold,
    V-38 for a result that stands in no matrix. A person without a role for one indicator is nothing wrong (T-87).
    """
    hints: list[Hint] = []
    for table in matrix.tables:
        # A team that has no members yet hands nothing down: its lead's results are no open columns.
        for column in () if table.team_id and not table.rows else table.columns:
            if not table.is_taken(column.node):
                hints.append(Hint("V-35", {"indicator": column.text}, ("matrix", table.unit_id, "", column.node.code)))
        if table.columns:
            hints += _people_hints(table)
        for row in table.rows:
            for text in row.loose:
                hints.append(Hint("V-38", {"result": text}, ("matrix", table.unit_id, row.person_id, "")))
    return tuple(hints)


def _people_hints(table: MatrixTable) -> list[Hint]:
    hints = []
    for row in table.rows:
        if not table.has_role(row.person_id):
            hints.append(Hint("V-36", {"name": row.name}, ("matrix", table.unit_id, row.person_id, "")))
        for column in table.columns:
            for role in table.roles(row.person_id, column.node):
                if role.is_own and not role.is_in_plan:
                    place = ("matrix", table.unit_id, row.person_id, column.node.code)
                    hints.append(Hint("V-37", {"role": role.text, "name": row.name}, place))
    return hints


def assignment_hints(
    assignments: Iterable[Assignment],
    cascade: Cascade,
    lines: Mapping[str, ReportingLine],
    people: Mapping[str, Person],
) -> tuple[Hint, ...]:
    """Whether everybody assigned elsewhere stands in the host's matrix, and whether his rater agreed in time.

    V-39: a role of somebody from another unit that is not recorded in the matrix of the unit he is assigned to. V-40:
    appointed by somebody who is not his rater, without the rater's consent or with one later than the start. V-41:
    volunteered without the rater's consent.
    """
    hints = []
    roles = {(link.person_id, link.host_unit_id) for link in cascade.links if link.person_id}
    for one in assignments:
        person, line = people.get(one.person_id), lines.get(one.person_id)
        facts = {"name": person.full_name if person is not None else one.person_id}
        place = ("assignment", one.assignment_id)
        is_foreign = bool(one.home_unit_id) and one.home_unit_id != one.host_unit_id
        is_rated_here = line is not None and line.led_unit_id == one.host_unit_id
        if is_foreign and not is_rated_here and (one.person_id, one.host_unit_id) not in roles:
            hints.append(Hint("V-39", facts, place))
        rater_id = line.rater_id if line is not None else ""
        by_rater = bool(rater_id) and one.assigned_by_id == rater_id
        is_late = one.consent_on is not None and one.starts is not None and one.consent_on > one.starts
        if one.mode is AssignmentMode.VOLUNTEERED:
            if one.consent_on is None:
                hints.append(Hint("V-41", facts, place))
        elif not by_rater and (one.consent_on is None or is_late):
            hints.append(Hint("V-40", facts, place))
    return tuple(hints)


def cascade_hints(cascade: Cascade) -> tuple[Hint, ...]:
    """Whether every indicator that is handed down says how, and whether shares add up (V-42, V-43)."""
    hints = []
    for parent in cascade.by_parent():
        offer = cascade.offers.get(parent)
        is_handed_down = parent.kind in (NodeKind.INDICATOR, NodeKind.AGREEMENT)
        if offer is not None and is_handed_down and cascade.method_of(parent) is None:
            hints.append(Hint("V-43", {"indicator": offer.text}, ("cascade", parent.code)))
    for fault in share_faults(cascade):
        facts = {
            "sum": printed_decimal(fault.shares),
            "target": printed_decimal(fault.target),
            "indicator": fault.parent.text,
        }
        hints.append(Hint("V-42", facts, ("cascade", fault.parent.node.code)))
    return tuple(hints)


def agreement_hints(
    indicators: Iterable[AgreementIndicator], plan: PerformancePlan, entered: Mapping[str, str] | None = None
) -> tuple[Hint, ...]:
    """The indicators of a unit's agreement that its leader's plan does not hold as main results (V-05, R-19)."""
    return tuple(
        Hint("V-05", {"indicator": gap.indicator.text}, ("agreement", gap.indicator.indicator_id))
        for gap in agreement_gaps(indicators, plan, entered)
    )


def level_kind_hints(level: OrganisationLevel, period: Period) -> tuple[Hint, ...]:
    """Whether a level is used for the kind of evaluation it was made for: annual for the year only (V-61)."""
    if level.period.is_annual == period.is_annual:
        return ()
    return (Hint("V-61", {"kind": f"PERIOD:{level.period.kind.name}"}, ("level", level.unit_id, level.period.code)),)


def coverage_hints(
    indicators: Sequence[AgreementIndicator], actuals: Mapping[str, UnitActual], period: Period
) -> tuple[Hint, ...]:
    """Whether a periodic level rests on every indicator of the agreement (V-63); the year is judged by its targets."""
    missing = uncovered(indicators, actuals, period)
    if not missing:
        return ()
    listed = ", ".join(str(indicator.number) for indicator in missing)
    return (
        Hint("V-63", {"missing": str(len(missing)), "numbers": listed}, ("level", missing[0].unit_id, period.code)),
    )
