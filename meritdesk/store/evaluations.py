"""Actuals, organisation levels and evaluations as rows; a closed evaluation carries the seal of its own row."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Select, select

from meritdesk.canonical import canonical_json
from meritdesk.core.circumstances import Circumstances, Revision
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import (
    Actual,
    Evaluation,
    EvaluationHead,
    EvaluationState,
    IndicatorClass,
    OrganisationLevel,
    OrgLevel,
    PackRef,
    Predicate,
    Rating,
    Reason,
    SuggestedRating,
    SupersededVersion,
)
from meritdesk.core.journal import Scalar
from meritdesk.core.lines import RaterLine, RatingLine, RatingQuery
from meritdesk.core.people import PersonBlock
from meritdesk.core.periods import Period, parse_period
from meritdesk.core.plan import BehaviourValue
from meritdesk.parting import held
from meritdesk.store import grid, tables
from meritdesk.store.notation import (
    NOTHING_SPECIAL,
    circumstances_text,
    circumstances_value,
    codes,
    codes_or_nothing,
    day_text,
    day_value,
    decimal_text,
    decimal_value,
    reference_text,
)
from meritdesk.store.rows import Rows, Values, in_chunks, in_normal_form

SEAL = "row_sha256"

_RATINGS_OR_NOTHING = codes_or_nothing(Rating)
_STATES = codes(EvaluationState)
_ORG_LEVELS = codes(OrgLevel)
_ORG_LEVELS_OR_NOTHING = codes_or_nothing(OrgLevel)
_SUGGESTED_OR_NOTHING = codes_or_nothing(SuggestedRating)
_PREDICATES_OR_NOTHING = codes_or_nothing(Predicate)
_CLASSES_OR_NOTHING = codes_or_nothing(IndicatorClass)


class StoredActuals:
    """What was achieved, by indicator."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_period(self, period: Period, person_ids: Sequence[str] | None = None) -> Mapping[str, Actual]:
        """The actuals of a period by indicator, of everybody or of these people."""
        if person_ids is None:
            found = self._rows.read(tables.actual, "period", [period.code], "indicator_id")
        else:
            indicators = self._indicators_of(period.year, person_ids)
            found = self._rows.read(tables.actual, "indicator_id", indicators, period=period.code)
        return held({str(row["indicator_id"]): _actual(row, period) for row in self._rows.beat.each(found)})

    def portions_of_period(self, period: Period) -> Iterator[tuple[Actual, ...]]:
        """The actuals of a period by indicator, so many at a time."""
        for found in self._rows.portions(tables.actual, "indicator_id", period=period.code):
            yield tuple(_actual(row, period) for row in found)

    def of_indicators(self, indicator_ids: Sequence[str]) -> tuple[Actual, ...]:
        """The actuals of these indicators in all periods."""
        found = self._rows.read(tables.actual, "indicator_id", dict.fromkeys(indicator_ids), "indicator_id", "period")
        return tuple(_actual(row, parse_period(str(row["period"]))) for row in found)

    def save(self, actuals: Sequence[Actual]) -> None:
        """Add these actuals or bring them up to date."""
        self._rows.write(tables.actual, map(_actual_row, actuals))

    def remove(self, actuals: Sequence[Actual]) -> None:
        """Take actuals out whose cell was cleared and that carry nothing else."""
        self._rows.settle(tables.actual, {(actual.indicator_id, actual.period.code): None for actual in actuals})

    def _indicators_of(self, year: int, person_ids: Sequence[str]) -> list[str]:
        plan, indicator = tables.plan, tables.indicator
        statement = (
            select(indicator.c.indicator_id)
            .join(plan, (plan.c.plan_id == indicator.c.plan_id) & (plan.c.agency == indicator.c.agency))
            .where(plan.c.agency == self._rows.agency, plan.c.year == year)
        )
        return [
            row[0]
            for chunk in in_chunks(dict.fromkeys(person_ids))
            for row in self._rows.execute(statement.where(plan.c.person_id.in_(chunk)))
        ]


class StoredLevels:
    """Organisation levels by unit and period."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> tuple[OrganisationLevel, ...]:
        """Every published level."""
        found = self._rows.read(tables.organisation_level, "", None, "period", "unit_id")
        return tuple(map(_level, self._rows.beat.each(found)))

    def save(self, levels: Sequence[OrganisationLevel]) -> None:
        """Add these levels or bring them up to date."""
        self._rows.write(tables.organisation_level, map(_level_row, levels))


class StoredEvaluations:
    """Ratings and closed evaluations."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_period(self, period: Period, person_ids: Sequence[str] | None = None) -> tuple[Evaluation, ...]:
        """The evaluations of a period, of everybody or of these people."""
        if person_ids is None:
            found = self._rows.read(tables.evaluation, "period", [period.code], "person_id", "evaluation_id")
        else:
            theirs = dict.fromkeys(person_ids)
            found = self._rows.read(tables.evaluation, "person_id", theirs, "person_id", period=period.code)
        feedback = feedback_of(self._rows, [str(row["evaluation_id"]) for row in found])
        return held(tuple(_evaluation(row, feedback[str(row["evaluation_id"])]) for row in self._rows.beat.each(found)))

    def portions_of_period(self, period: Period, with_open: bool) -> Iterator[tuple[Evaluation, ...]]:
        """The evaluations of a period in the same order, so many at a time; open ones only when they are asked for."""
        where = [] if with_open else [tables.evaluation.c.state == EvaluationState.CLOSED.value]
        order = ("person_id", "evaluation_id")
        for found in self._rows.portions(tables.evaluation, *order, where=where, period=period.code):
            feedback = feedback_of(self._rows, [str(row["evaluation_id"]) for row in found])
            yield tuple(_evaluation(row, feedback[str(row["evaluation_id"])]) for row in found)

    def has_closed(self, period: Period) -> bool:
        """Whether anybody's evaluation of a period is closed."""
        return bool(self._rows.execute(self._people_of(period, EvaluationState.CLOSED).limit(1)))

    def open_people(self, period: Period) -> tuple[str, ...]:
        """Whose evaluations of a period are open; twice whoever has two."""
        return tuple(row[0] for row in self._rows.execute(self._people_of(period, EvaluationState.OPEN)))

    def _people_of(self, period: Period, state: EvaluationState) -> Select[tuple[str]]:
        table = tables.evaluation
        place = (table.c.agency == self._rows.agency, table.c.period == period.code, table.c.state == state.value)
        return select(table.c.person_id).where(*place).order_by(table.c.person_id, table.c.evaluation_id)

    def heads_of_period(self, period: Period) -> tuple[EvaluationHead, ...]:
        """The evaluations of a period as far as lists over everybody need them; read from the index alone."""
        table = tables.evaluation
        columns = (table.c.evaluation_id, table.c.person_id, table.c.state, table.c.result_rating, table.c.predicate)
        statement = (
            select(*columns)
            .where(table.c.agency == self._rows.agency, table.c.period == period.code)
            .order_by(table.c.person_id, table.c.evaluation_id)
        )
        return held(
            tuple(
                EvaluationHead(
                    evaluation_id,
                    person_id,
                    EvaluationState(state),
                    Rating(result) if result else None,
                    Predicate(predicate) if predicate else None,
                )
                for evaluation_id, person_id, state, result, predicate in self._rows.beat.each(
                    self._rows.execute(statement)
                )
            )
        )

    def led_by(self, period: Period, led_unit_id: str) -> frozenset[str]:
        """The people whose evaluation in a period names this unit as the one its rater leads."""
        table = tables.evaluation
        statement = select(table.c.person_id).where(
            table.c.agency == self._rows.agency, table.c.period == period.code, table.c.led_unit_id == led_unit_id
        )
        return frozenset(person_id for (person_id,) in self._rows.execute(statement))

    def closed_periods(self, year: int, person_ids: Sequence[str]) -> Mapping[str, frozenset[Period]]:
        """The periods of a year in which these people's evaluations are closed."""
        evaluation = tables.evaluation
        statement = select(evaluation.c.person_id, evaluation.c.period).where(
            evaluation.c.agency == self._rows.agency,
            evaluation.c.state == EvaluationState.CLOSED.value,
            evaluation.c.period.startswith(str(year)),
        )
        closed: dict[str, set[Period]] = defaultdict(set)
        for chunk in in_chunks(dict.fromkeys(person_ids)):
            for person_id, code in self._rows.execute(statement.where(evaluation.c.person_id.in_(chunk))):
                closed[person_id].add(parse_period(code))
        return {person_id: frozenset(periods) for person_id, periods in closed.items()}

    def of_person(self, person_id: str) -> tuple[Evaluation, ...]:
        """The evaluations of one person in all periods."""
        found = self._rows.read(tables.evaluation, "person_id", [person_id], "period", "evaluation_id")
        feedback = feedback_of(self._rows, [str(row["evaluation_id"]) for row in found])
        return tuple(_evaluation(row, feedback[str(row["evaluation_id"])]) for row in found)

    def keep(self, version: SupersededVersion) -> None:
        """Keep a closed evaluation whole before its next version takes its place."""
        self._rows.write(tables.superseded_evaluation, [version_row(version)])

    def versions_of(self, evaluation_id: str) -> tuple[SupersededVersion, ...]:
        """The superseded versions of an evaluation, oldest first."""
        found = self._rows.read(tables.superseded_evaluation, "evaluation_id", [evaluation_id], "version")
        return tuple(map(version_value, found))

    def lines(self, query: RatingQuery) -> tuple[RatingLine, ...]:
        """One block of the assessment grid."""
        return grid.rating_lines(self._rows, query)

    def raters(self, period: Period) -> tuple[RaterLine, ...]:
        """Who has how many people to rate in a period."""
        return grid.rater_lines(self._rows, period)

    def save(self, evaluations: Sequence[Evaluation]) -> None:
        """Write these evaluations; ``ASM-120`` when a closed one would change without a newer version (R-70)."""
        latest = {evaluation.evaluation_id: evaluation for evaluation in evaluations}
        rows = [_evaluation_row(evaluation) for evaluation in latest.values()]
        before = self._rows.present(tables.evaluation, ((key,) for key in latest))
        for row in rows:
            old = before.get((row["evaluation_id"],))
            if old is not None and old["state"] == EvaluationState.CLOSED and _changes_closed(old, row):
                self._refuse(str(row["person_id"]), str(row["period"]))
        self._rows.write(tables.evaluation, rows, before)
        self._rows.replace_parts(
            tables.behaviour_feedback, "evaluation_id", latest, _feedback_rows(list(latest.values()))
        )

    def _refuse(self, person_id: str, period: str) -> None:
        people = self._rows.read(tables.person, "person_id", [person_id])
        raise UsageRefusal("ASM-120", nip=people[0]["nip"] if people else person_id, period=period)


def _changes_closed(old: Values, new: Values) -> bool:
    return new["version"] <= old["version"] and new[SEAL] != old[SEAL]  # type: ignore[operator]


def seal_of(row: Mapping[str, Scalar], feedback: Mapping[str, str]) -> str:
    """The SHA-256 of an evaluation row with its feedback, over canonical JSON (RFC 8785).

    Circumstances count only where there are any: rows that were sealed before there was a column for them stay whole.
    """
    content: dict[str, Any] = {name: value for name, value in row.items() if name not in (SEAL, "agency")}
    if content.get("circumstances") == NOTHING_SPECIAL:
        del content["circumstances"]
    content["feedback"] = dict(feedback)
    return hashlib.sha256(canonical_json(content)).hexdigest()


def feedback_of(rows: Rows, evaluation_ids: Sequence[str]) -> Mapping[str, dict[str, str]]:
    """The feedback on behaviour of these evaluations, by value."""
    feedback: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows.read(tables.behaviour_feedback, "evaluation_id", evaluation_ids):
        feedback[str(row["evaluation_id"])][str(row["value"])] = str(row["text"])
    return held(feedback)


def _actual(row: Mapping[str, Any], period: Period) -> Actual:
    return Actual(
        indicator_id=row["indicator_id"],
        period=period,
        text=row["text"],
        value=decimal_value(row["value"]),
        feedback=row["feedback"],
        override=_CLASSES_OR_NOTHING[row["override"]],
        override_reason=row["override_reason"],
    )


def _actual_row(actual: Actual) -> Values:
    return {
        "indicator_id": actual.indicator_id,
        "period": actual.period.code,
        "text": actual.text,
        "value": decimal_text(actual.value),
        "feedback": actual.feedback,
        "override": actual.override.value if actual.override else None,
        "override_reason": actual.override_reason,
    }


def _level(row: Mapping[str, Any]) -> OrganisationLevel:
    return OrganisationLevel(
        unit_id=row["unit_id"],
        period=parse_period(row["period"]),
        level=_ORG_LEVELS[row["level"]],
        source=row["source"],
        published_on=day_value(row["published_on"]),
    )


def _level_row(level: OrganisationLevel) -> Values:
    return {
        "unit_id": level.unit_id,
        "period": level.period.code,
        "level": level.level.value,
        "source": level.source,
        "published_on": day_text(level.published_on),
    }


def _evaluation(row: Mapping[str, Any], feedback: Mapping[str, str]) -> Evaluation:
    return Evaluation(
        evaluation_id=row["evaluation_id"],
        person_id=row["person_id"],
        period=parse_period(row["period"]),
        result_rating=_RATINGS_OR_NOTHING[row["result_rating"]],
        behaviour_rating=_RATINGS_OR_NOTHING[row["behaviour_rating"]],
        reason=row["reason"],
        note=row["note"],
        feedback={value: feedback[value.value] for value in BehaviourValue if value.value in feedback},
        state=_STATES[row["state"]],
        rater_id=row["rater_id"] or "",
        superior_id=row["superior_id"] or "",
        led_unit_id=row["led_unit_id"] or "",
        org_level=_ORG_LEVELS_OR_NOTHING[row["org_level"]],
        suggested=_SUGGESTED_OR_NOTHING[row["suggested"]],
        predicate=_PREDICATES_OR_NOTHING[row["predicate"]],
        explanation=msgspec.json.decode(row["explanation"], type=tuple[Reason, ...]),
        packs=msgspec.json.decode(row["packs"], type=tuple[PackRef, ...]),
        parties=msgspec.json.decode(row["parties"], type=tuple[PersonBlock, ...]),
        closed_on=day_value(row["closed_on"]),
        version=row["version"],
        digest=row["digest"],
        circumstances=circumstances_value(row["circumstances"]),
    )


def version_row(version: SupersededVersion) -> Values:
    """A superseded version as a row, whole."""
    evaluation = version.evaluation
    feedback = {value.value: text for value, text in evaluation.feedback.items()}
    content = {**_evaluation_row(evaluation), "feedback": feedback}
    revision = circumstances_text(Circumstances(revision=version.revision))
    return {
        "evaluation_id": evaluation.evaluation_id,
        "version": evaluation.version,
        "content": msgspec.json.encode(content).decode(),
        "revision": revision,
    }


def version_value(row: Mapping[str, Any]) -> SupersededVersion:
    """The superseded version that a row keeps."""
    content = msgspec.json.decode(row["content"], type=dict[str, Any])
    revision: Revision | None = circumstances_value(row["revision"]).revision
    assert revision is not None
    return SupersededVersion(_evaluation(content, content["feedback"]), revision)


def _evaluation_row(evaluation: Evaluation) -> Values:
    row = in_normal_form(
        {
            "evaluation_id": evaluation.evaluation_id,
            "person_id": evaluation.person_id,
            "period": evaluation.period.code,
            "result_rating": evaluation.result_rating.value if evaluation.result_rating else None,
            "behaviour_rating": evaluation.behaviour_rating.value if evaluation.behaviour_rating else None,
            "reason": evaluation.reason,
            "note": evaluation.note,
            "state": evaluation.state.value,
            "rater_id": reference_text(evaluation.rater_id),
            "superior_id": reference_text(evaluation.superior_id),
            "led_unit_id": reference_text(evaluation.led_unit_id),
            "org_level": evaluation.org_level.value if evaluation.org_level else None,
            "suggested": evaluation.suggested.value if evaluation.suggested else None,
            "predicate": evaluation.predicate.value if evaluation.predicate else None,
            "explanation": msgspec.json.encode(evaluation.explanation).decode(),
            "packs": msgspec.json.encode(evaluation.packs).decode(),
            "parties": msgspec.json.encode(evaluation.parties).decode(),
            "closed_on": day_text(evaluation.closed_on),
            "version": evaluation.version,
            "digest": evaluation.digest,
            "circumstances": circumstances_text(evaluation.circumstances),
        }
    )
    texts = in_normal_form({value.value: text for value, text in evaluation.feedback.items()})
    is_closed = evaluation.is_closed
    return {**row, SEAL: seal_of(row, {name: str(text) for name, text in texts.items()}) if is_closed else ""}


def _feedback_rows(evaluations: Sequence[Evaluation]) -> Iterator[Values]:
    for evaluation in evaluations:
        for value, text in evaluation.feedback.items():
            yield {"evaluation_id": evaluation.evaluation_id, "value": value.value, "text": text}
