"""The region's board out of the rows of all its agencies: one query a number, whatever the number of agencies.

Every query names the agencies, so that the indexes (which begin with the agency) are walked once for each of them on
either engine, and none names the region's own rows.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Table, and_, case, exists, func, or_, select

from meritdesk.core.agreement import AgreementIndicator, UnitActual
from meritdesk.core.approvals import ApprovalState
from meritdesk.core.conflicts import ConflictState
from meritdesk.core.evaluation import EvaluationState, OrganisationLevel, OrgLevel, Predicate
from meritdesk.core.handover import PackageKind, ReceiptCode
from meritdesk.core.people import EmploymentType, LegalStatus, OrgUnit, titled
from meritdesk.core.periods import Period, parse_period
from meritdesk.core.plan import PlanState
from meritdesk.core.region_board import (
    NEW_SCALE,
    BoardCount,
    BoardFigure,
    BoardPerson,
    StageCounts,
    YearCount,
)
from meritdesk.core.region_sendings import ArrivedPackage
from meritdesk.core.region_spread import GroupCount
from meritdesk.core.stages import Signers
from meritdesk.store.agreements import indicator_of
from meritdesk.store.bulk import join_whole_tables
from meritdesk.store.notation import day_value, decimal_value, moment_value
from meritdesk.store.period_people import is_due
from meritdesk.store.rows import Rows, any_of
from meritdesk.store.stages import signed_evaluations
from meritdesk.store.tables import (
    agreement_indicator,
    approval,
    evaluation,
    incoming,
    merge_conflict,
    old_evaluation,
    org_unit,
    organisation_level,
    person,
    plan,
    unit_actual,
)

LeftOut = Collection[tuple[str, str]]
"""Agency and person of the rows that are not counted, since another agency answers for the person."""

_CLOSED = evaluation.c.state == EvaluationState.CLOSED.value
_RATER = person.alias("rater")


class StoredRegionBoard:
    """What the region reads over all its agencies at once."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def packages(self) -> tuple[ArrivedPackage, ...]:
        """Every export in the ledger, in the order in which it was recorded."""
        names = ("entry", "sender", "sender_name", "period", "epoch", "sequence", "code", "receipt_number",
                 "received_at", "counts")  # fmt: skip
        statement = (
            select(*(incoming.c[name] for name in names))
            .where(incoming.c.agency == self._rows.own_agency, incoming.c.kind == PackageKind.EXPORT.value)
            .order_by(incoming.c.entry)
        )
        return tuple(
            ArrivedPackage(
                sender=row[1],
                sender_name=row[2],
                period=row[3],
                epoch=row[4],
                sequence=row[5],
                code=ReceiptCode(row[6]),
                receipt_number=row[7],
                received_at=moment_value(row[8]),
                entry=row[0],
                refused=msgspec.json.decode(row[9], type=dict[str, int]).get("refused", 0),
            )
            for row in self._rows.execute(statement)
        )

    def conflicts(self, period: Period) -> Mapping[str, int]:
        """By agency, how many conflicts of a period wait for a person."""
        statement = (
            select(merge_conflict.c.agency, func.count())
            .where(merge_conflict.c.period == period.code, merge_conflict.c.state == ConflictState.WAITING.value)
            .group_by(merge_conflict.c.agency)
        )
        return {row[0]: int(row[1]) for row in self._rows.execute(statement)}

    def approvals(self, period: Period) -> Mapping[str, ApprovalState]:
        """By agency the region's newest word on a period."""
        statement = select(approval.c.agency, approval.c.state).where(approval.c.period == period.code)
        return {row[0]: ApprovalState(row[1]) for row in self._rows.execute(statement)}

    def stages(
        self, agencies: Sequence[str], period: Period, signers: Signers, left_out: LeftOut = ()
    ) -> Mapping[str, StageCounts]:
        """By agency, how many people have come how far."""
        join_whole_tables(self._rows.connection)
        due = is_due()
        in_service = and_(
            person.c.employment != EmploymentType.OFFICIAL.value, person.c.legal_status != LegalStatus.LEFT.value
        )
        conditions = (in_service, due, and_(due, _is_planned(period)), and_(due, _is_rated()), and_(due, _CLOSED))
        statement = (
            select(person.c.agency, *(func.sum(case((one, 1), else_=0)) for one in conditions))
            .select_from(_with_evaluation(period))
            .where(*_among(person, agencies, left_out))
            .group_by(person.c.agency)
        )
        signed = self._signed(agencies, period, signers, left_out)
        found = {}
        for row in self._rows.execute(statement):
            staff, due_ones, planned, rated, closed = (int(number or 0) for number in row[1:])
            found[row[0]] = StageCounts(staff, due_ones, planned, rated, closed, signed.get(row[0], 0))
        return found

    def closing_days(
        self, agencies: Sequence[str], period: Period, left_out: LeftOut = ()
    ) -> Mapping[str, Mapping[date | None, int]]:
        """By agency, how many evaluations were closed on which day; an unknown day is ``None``."""
        statement = (
            select(evaluation.c.agency, evaluation.c.closed_on, func.count())
            .where(*_among(evaluation, agencies, left_out), evaluation.c.period == period.code, _CLOSED)
            .group_by(evaluation.c.agency, evaluation.c.closed_on)
        )
        found: dict[str, dict[date | None, int]] = defaultdict(dict)
        for agency, day, count in self._rows.execute(statement):
            found[agency][day_value(day)] = int(count)
        return found

    def spread(self, agencies: Sequence[str], period: Period, left_out: LeftOut = ()) -> tuple[GroupCount, ...]:
        """How many closed evaluations of each rater's people carry which predicate."""
        columns = (evaluation.c.agency, evaluation.c.led_unit_id, evaluation.c.rater_id, evaluation.c.predicate)
        statement = (
            select(*columns, func.count())
            .where(
                *_among(evaluation, agencies, left_out),
                evaluation.c.period == period.code,
                _CLOSED,
                evaluation.c.predicate.is_not(None),
            )
            .group_by(*columns)
            .order_by(*columns)
        )
        return tuple(
            GroupCount(row[0], row[1] or "", row[2] or "", Predicate(row[3]), int(row[4]))
            for row in self._rows.execute(statement)
        )

    def years(self, agencies: Sequence[str], years: Sequence[int], left_out: LeftOut = ()) -> tuple[YearCount, ...]:
        """How many people have which label in the annual results of these years, each on its own scale."""
        label = (evaluation.c.agency, evaluation.c.period, evaluation.c.predicate)
        today = (
            select(*label, func.count())
            .where(
                *_among(evaluation, agencies, left_out),
                evaluation.c.period.in_([str(year) for year in years]),
                _CLOSED,
                evaluation.c.predicate.is_not(None),
            )
            .group_by(*label)
        )
        old = old_evaluation.c
        before = (old.agency, old.year, old.scheme, old.part, old.category)
        earlier = (
            select(*before, func.count())
            .where(*_among(old_evaluation, agencies, left_out), old.year.in_(list(years)), old.category.is_not(None))
            .group_by(*before)
        )
        return (
            *(YearCount(row[0], int(row[1]), NEW_SCALE, "", row[2], int(row[3])) for row in self._rows.execute(today)),
            *(YearCount(row[0], int(row[1]), row[2], row[3], row[4], int(row[5]))
              for row in self._rows.execute(earlier)),
        )  # fmt: skip

    def units(self, agencies: Sequence[str]) -> Mapping[str, tuple[OrgUnit, ...]]:
        """By agency its units in its own order, with no more than name and place."""
        names = ("agency", "unit_id", "name", "source_id", "parent_id")
        statement = (
            select(*(org_unit.c[name] for name in names))
            .where(org_unit.c.agency.in_(agencies))
            .order_by(org_unit.c.agency, org_unit.c.sort_order, org_unit.c.name, org_unit.c.unit_id)
        )
        found: dict[str, list[OrgUnit]] = defaultdict(list)
        for row in self._rows.execute(statement):
            found[row[0]].append(OrgUnit(unit_id=row[1], name=row[2], source_id=row[3], parent_id=row[4] or ""))
        return {agency: tuple(units) for agency, units in found.items()}

    def levels(self, agencies: Sequence[str], periods: Iterable[Period]) -> Mapping[str, tuple[OrganisationLevel, ...]]:
        """By agency the published levels of its units in these periods."""
        table = organisation_level.c
        statement = select(table.agency, table.unit_id, table.period, table.level, table.source, table.published_on)
        statement = statement.where(table.agency.in_(agencies), table.period.in_([period.code for period in periods]))
        found: dict[str, list[OrganisationLevel]] = defaultdict(list)
        for row in self._rows.execute(statement.order_by(table.agency, table.unit_id, table.period)):
            level = OrganisationLevel(row[1], parse_period(row[2]), OrgLevel(row[3]), row[4], day_value(row[5]))
            found[row[0]].append(level)
        return {agency: tuple(levels) for agency, levels in found.items()}

    def names(self, people: Collection[tuple[str, str]]) -> Mapping[tuple[str, str], str]:
        """The names of these people, each under agency and person."""
        by_agency: dict[str, list[str]] = defaultdict(list)
        for agency, person_id in people:
            by_agency[agency].append(person_id)
        if not by_agency:
            return {}
        table = person.c
        wanted = or_(*(and_(table.agency == code, any_of(table.person_id, ids)) for code, ids in by_agency.items()))
        statement = select(table.agency, table.person_id, table.name, table.front_title, table.back_title)
        return {(row[0], row[1]): titled(row[2], row[3], row[4]) for row in self._rows.execute(statement.where(wanted))}

    def indicators(self, units: Mapping[str, str], year: int) -> Mapping[str, tuple[AgreementIndicator, ...]]:
        """By agency the indicators of one unit of each in a year, without trajectories and action plans."""
        table = agreement_indicator
        if not units:
            return {}
        wanted = or_(*(and_(table.c.agency == code, table.c.unit_id == unit) for code, unit in units.items()))
        statement = (
            select(table)
            .where(table.c.year == year, wanted)
            .order_by(table.c.agency, table.c.number, table.c.indicator_id)
        )
        found: dict[str, list[AgreementIndicator]] = defaultdict(list)
        for row in self._rows.execute(statement):
            values = row._mapping
            found[values["agency"]].append(indicator_of(values, (), ()))
        return {agency: tuple(indicators) for agency, indicators in found.items()}

    def unit_actuals(
        self, indicator_ids: Mapping[str, Sequence[str]], period: Period
    ) -> Mapping[str, Mapping[str, UnitActual]]:
        """By agency and indicator what was reported for a period."""
        table = unit_actual.c
        if not indicator_ids:
            return {}
        wanted = or_(
            *(and_(table.agency == code, any_of(table.indicator_id, ids)) for code, ids in indicator_ids.items())
        )
        statement = select(table.agency, table.indicator_id, table.value, table.percent, table.text, table.evidence)
        found: dict[str, dict[str, UnitActual]] = defaultdict(dict)
        for row in self._rows.execute(statement.where(wanted, table.period == period.code)):
            value, percent = decimal_value(row[2]), decimal_value(row[3])
            found[row[0]][row[1]] = UnitActual(row[1], period, value, percent, row[4], row[5])
        return found

    def people(
        self, figure: BoardFigure, limit: date | None, signers: Signers, left_out: LeftOut = ()
    ) -> tuple[BoardPerson, ...]:
        """The people behind a number, by name."""
        join_whole_tables(self._rows.connection)
        same_rater = and_(_RATER.c.agency == evaluation.c.agency, _RATER.c.person_id == evaluation.c.rater_id)
        same_unit = and_(org_unit.c.agency == person.c.agency, org_unit.c.unit_id == person.c.unit_id)
        statement = (
            select(
                person.c.person_id, person.c.nip, person.c.name, person.c.front_title, person.c.back_title,
                org_unit.c.name, _RATER.c.name, _RATER.c.front_title, _RATER.c.back_title,
                evaluation.c.evaluation_id, evaluation.c.predicate, evaluation.c.closed_on, evaluation.c.version,
            )
            .select_from(
                _with_evaluation(figure.period).outerjoin(org_unit, same_unit).outerjoin(_RATER, same_rater)
            )
            .where(
                *_among(person, [figure.agency], left_out),
                *_behind(self._rows, figure, limit, signers),
            )
            .order_by(person.c.sort_name, person.c.person_id)
        )  # fmt: skip
        return tuple(
            BoardPerson(
                agency=figure.agency,
                person_id=row[0],
                nip=row[1] or "",
                name=titled(row[2], row[3], row[4]),
                unit_name=(row[5] or "").lstrip("- "),
                rater_name=titled(row[6], row[7], row[8]) if row[6] is not None else "",
                evaluation_id=row[9] or "",
                predicate=Predicate(row[10]) if row[10] else None,
                closed_on=day_value(row[11]),
                version=row[12] or 0,
            )
            for row in self._rows.execute(statement)
        )

    def _signed(
        self, agencies: Sequence[str], period: Period, signers: Signers, left_out: LeftOut
    ) -> Mapping[str, int]:
        signed = signed_evaluations(period, signers, evaluation.c.agency.in_(agencies)).subquery()
        same = and_(signed.c.agency == evaluation.c.agency, signed.c.evaluation_id == evaluation.c.evaluation_id)
        whose = and_(person.c.agency == evaluation.c.agency, person.c.person_id == evaluation.c.person_id)
        statement = (
            select(evaluation.c.agency, func.count(evaluation.c.evaluation_id.distinct()))
            .select_from(evaluation.join(signed, same).join(person, whose))
            .where(*_among(evaluation, agencies, left_out), is_due())
            .group_by(evaluation.c.agency)
        )
        return Counter({row[0]: int(row[1]) for row in self._rows.execute(statement)})


def _with_evaluation(period: Period) -> Any:
    same = and_(
        evaluation.c.agency == person.c.agency,
        evaluation.c.person_id == person.c.person_id,
        evaluation.c.period == period.code,
    )
    return person.outerjoin(evaluation, same)


def _among(table: Table, agencies: Sequence[str], left_out: LeftOut) -> list[ColumnElement[bool]]:
    """Of these agencies, without the people whom another agency answers for."""
    by_agency: dict[str, list[str]] = defaultdict(list)
    for agency, person_id in left_out:
        if agency in agencies:
            by_agency[agency].append(person_id)
    conditions: list[ColumnElement[bool]] = [table.c.agency.in_(agencies)]
    for agency, ids in sorted(by_agency.items()):
        conditions.append(or_(table.c.agency != agency, ~any_of(table.c.person_id, sorted(ids))))
    return conditions


def _is_planned(period: Period) -> ColumnElement[bool]:
    """Whether a person's plan of the year is fixed."""
    return exists(
        select(plan.c.plan_id)
        .where(
            plan.c.agency == person.c.agency,
            plan.c.person_id == person.c.person_id,
            plan.c.year == period.year,
            plan.c.state == PlanState.FIXED.value,
        )
        .correlate(person)
    )


def _is_rated() -> ColumnElement[bool]:
    return or_(and_(evaluation.c.result_rating.is_not(None), evaluation.c.behaviour_rating.is_not(None)), _CLOSED)


def _behind(rows: Rows, figure: BoardFigure, limit: date | None, signers: Signers) -> list[ColumnElement[bool]]:
    """The conditions of one number; those of a spread count the closed, all others only who is due."""
    match figure.count:
        case BoardCount.PREDICATE | BoardCount.GROUP:
            wanted = [_CLOSED, evaluation.c.predicate.is_not(None)]
            if figure.predicate is not None:
                wanted.append(evaluation.c.predicate == figure.predicate.value)
            if figure.unit_ids:
                wanted.append(any_of(evaluation.c.led_unit_id, figure.unit_ids))
            if figure.rater_id:
                wanted.append(evaluation.c.rater_id == figure.rater_id)
            return wanted
        case BoardCount.STAFF:
            return [
                person.c.employment != EmploymentType.OFFICIAL.value,
                person.c.legal_status != LegalStatus.LEFT.value,
            ]
        case BoardCount.LATE:
            # Whoever left since is no longer due, but was closed late all the same.
            day = limit.isoformat() if limit is not None else "9999-12-31"
            return [_CLOSED, evaluation.c.closed_on > day]
        case BoardCount.DUE:
            return [is_due()]
        case BoardCount.PLANNED:
            return [is_due(), _is_planned(figure.period)]
        case BoardCount.RATED:
            return [is_due(), func.coalesce(_is_rated(), False)]
        case BoardCount.CLOSED:
            return [is_due(), _CLOSED]
        case BoardCount.SIGNED:
            signed = signed_evaluations(figure.period, signers, evaluation.c.agency == figure.agency).subquery()
            return [is_due(), evaluation.c.evaluation_id.in_(select(signed.c.evaluation_id))]
        case BoardCount.MISSING:
            return [is_due(), func.coalesce(evaluation.c.state, "") != EvaluationState.CLOSED.value]
