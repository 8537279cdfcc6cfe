"""Awards, negative habits and earlier credit points as rows; the room decides who may see what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
from sqlalchemy import func, select

from meritdesk.core.credit_history import CreditItem, CreditKind
from meritdesk.core.evaluation import EvaluationState, PackRef, Predicate, Rating
from meritdesk.core.habits import Habit, HabitOutcome, HabitSource
from meritdesk.core.periods import Period, parse_period
from meritdesk.core.recognition import Award, Shortlisted
from meritdesk.store import tables
from meritdesk.store.notation import day_text, day_value, decimal_text
from meritdesk.store.rows import Rows, Values


class StoredAwards:
    """Who was chosen in which month, with the shortlist of the choice."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> tuple[Award, ...]:
        """Every choice, oldest month first."""
        lines: dict[str, list[Shortlisted]] = defaultdict(list)
        for row in self._rows.read(tables.award_line, "", None, "award_id", "place", "nip"):
            lines[str(row["award_id"])].append(_line(row))
        rows = self._rows.read(tables.award, "", None, "period", "chosen_on", "award_id")
        return tuple(_award(row, tuple(lines[str(row["award_id"])])) for row in rows)

    def save(self, awards: Sequence[Award]) -> None:
        """Add these choices or bring them up to date; a shortlist is written once."""
        self._rows.write(tables.award, map(_award_row, awards))
        self._rows.write(tables.award_line, (_line_row(one, line) for one in awards for line in one.shortlist))

    def ratings(self, periods: Sequence[Period]) -> Mapping[str, tuple[Period, Predicate, Rating | None]]:
        """Predicate and behaviour rating of each person in the first of these periods that is closed for him."""
        table = tables.evaluation
        order = {period.code: place for place, period in enumerate(periods)}
        statement = select(table.c.person_id, table.c.period, table.c.predicate, table.c.behaviour_rating).where(
            table.c.agency == self._rows.agency,
            table.c.period.in_(list(order)),
            table.c.state == EvaluationState.CLOSED.value,
            table.c.predicate.is_not(None),
        )
        best: dict[str, tuple[int, Predicate, Rating | None]] = {}
        for person_id, code, predicate, behaviour in self._rows.execute(statement):
            place = order[code]
            if person_id not in best or place < best[person_id][0]:
                best[person_id] = (place, Predicate(predicate), Rating(behaviour) if behaviour else None)
        return {one: (periods[place], predicate, rating) for one, (place, predicate, rating) in best.items()}


class StoredHabits:
    """The register of negative habits of one agency."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of(self, person_ids: Sequence[str] | None = None) -> tuple[Habit, ...]:
        """The entries of everybody or of these people, oldest first."""
        wanted = None if person_ids is None else dict.fromkeys(person_ids)
        return tuple(map(_habit, self._rows.read(tables.habit, "person_id", wanted, "seen_on", "habit_id")))

    def by_id(self, habit_id: str) -> Habit | None:
        """One entry."""
        found = self._rows.read(tables.habit, "habit_id", [habit_id])
        return _habit(found[0]) if found else None

    def save(self, habits: Sequence[Habit]) -> None:
        """Add these entries or bring them up to date."""
        self._rows.write(tables.habit, map(_habit_row, habits))

    def counts(self, first: date, last: date) -> Mapping[str, int]:
        """How many entries seen in a span each person has that did not prove unfounded; no more than that is told."""
        table = tables.habit
        statement = (
            select(table.c.person_id, func.count())
            .where(
                table.c.agency == self._rows.agency,
                table.c.seen_on >= first.isoformat(),
                table.c.seen_on <= last.isoformat(),
                table.c.outcome != HabitOutcome.UNFOUNDED.value,
            )
            .group_by(table.c.person_id)
        )
        return {str(person_id): int(count) for person_id, count in self._rows.execute(statement)}


class StoredCreditHistory:
    """Credit points by earlier letters."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of(self, person_ids: Sequence[str] | None = None) -> tuple[CreditItem, ...]:
        """The entries of everybody or of these people, oldest first."""
        wanted = None if person_ids is None else dict.fromkeys(person_ids)
        rows = self._rows.read(tables.credit_item, "person_id", wanted, "starts", "ends", "kind", "person_id")
        return tuple(map(_item, rows))

    def save(self, items: Sequence[CreditItem]) -> None:
        """Add these entries or bring them up to date."""
        self._rows.write(tables.credit_item, map(_item_row, items))

    def drop(self, items: Sequence[CreditItem]) -> None:
        """Take these entries out."""
        keys = [(one.person_id, one.kind.value, one.starts.isoformat(), one.ends.isoformat()) for one in items]
        self._rows.settle(tables.credit_item, dict.fromkeys(keys))


def _award(row: Mapping[str, Any], shortlist: tuple[Shortlisted, ...]) -> Award:
    return Award(
        award_id=row["award_id"],
        period=parse_period(row["period"]),
        unit_id=row["unit_id"],
        suggested_id=row["suggested_id"],
        person_id=row["person_id"],
        points=Decimal(row["points"]),
        reason=row["reason"],
        chosen_on=date.fromisoformat(row["chosen_on"]),
        chosen_by=row["chosen_by"],
        pack=PackRef(row["pack_id"], row["pack_digest"]),
        facts_digest=row["facts_digest"],
        looked_at=row["looked_at"],
        withdrawn_on=day_value(row["withdrawn_on"]),
        why_withdrawn=row["why_withdrawn"],
        shortlist=shortlist,
    )


def _award_row(award: Award) -> Values:
    return {
        "award_id": award.award_id,
        "period": award.period.code,
        "unit_id": award.unit_id,
        "suggested_id": award.suggested_id,
        "person_id": award.person_id,
        "points": decimal_text(award.points),
        "reason": award.reason,
        "chosen_on": award.chosen_on.isoformat(),
        "chosen_by": award.chosen_by,
        "pack_id": award.pack.pack_id,
        "pack_digest": award.pack.digest,
        "facts_digest": award.facts_digest,
        "looked_at": award.looked_at,
        "withdrawn_on": day_text(award.withdrawn_on),
        "why_withdrawn": award.why_withdrawn,
    }


def _line(row: Mapping[str, Any]) -> Shortlisted:
    return Shortlisted(
        row["place"], row["person_id"], row["nip"], row["name"], Decimal(row["total"]), bool(row["is_tied"])
    )


def _line_row(award: Award, line: Shortlisted) -> Values:
    return {
        "award_id": award.award_id,
        "person_id": line.person_id,
        "place": line.place,
        "nip": line.nip,
        "name": line.name,
        "total": decimal_text(line.total),
        "is_tied": line.is_tied,
    }


def _habit(row: Mapping[str, Any]) -> Habit:
    return Habit(
        habit_id=row["habit_id"],
        person_id=row["person_id"],
        kind=row["kind"],
        seen_on=date.fromisoformat(row["seen_on"]),
        times=row["times"],
        source=HabitSource(row["source"]),
        words=row["words"],
        author=row["author"],
        talk_on=day_value(row["talk_on"]),
        talk_by=row["talk_by"],
        talk_words=row["talk_words"],
        due_on=day_value(row["due_on"]),
        outcome=HabitOutcome(row["outcome"]),
        closed_on=day_value(row["closed_on"]),
        outcome_words=row["outcome_words"],
        readers=msgspec.json.decode(row["readers"], type=tuple[str, ...]),
    )


def _habit_row(habit: Habit) -> Values:
    return {
        "habit_id": habit.habit_id,
        "person_id": habit.person_id,
        "kind": habit.kind,
        "seen_on": habit.seen_on.isoformat(),
        "times": habit.times,
        "source": habit.source.value,
        "words": habit.words,
        "author": habit.author,
        "talk_on": day_text(habit.talk_on),
        "talk_by": habit.talk_by,
        "talk_words": habit.talk_words,
        "due_on": day_text(habit.due_on),
        "outcome": habit.outcome.value,
        "closed_on": day_text(habit.closed_on),
        "outcome_words": habit.outcome_words,
        "readers": msgspec.json.encode(habit.readers).decode(),
    }


def _item(row: Mapping[str, Any]) -> CreditItem:
    return CreditItem(
        person_id=row["person_id"],
        kind=CreditKind(row["kind"]),
        starts=date.fromisoformat(row["starts"]),
        ends=date.fromisoformat(row["ends"]),
        points=Decimal(row["points"]),
        document=row["document"],
        dated=day_value(row["dated"]),
        tier=row["tier"],
    )


def _item_row(item: CreditItem) -> Values:
    return {
        "person_id": item.person_id,
        "kind": item.kind.value,
        "starts": item.starts.isoformat(),
        "ends": item.ends.isoformat(),
        "points": decimal_text(item.points),
        "document": item.document,
        "dated": day_text(item.dated),
        "tier": item.tier,
    }
