"""Actuals of many indicators at once: a value, a replaced text, or what stands in another period."""

from __future__ import annotations

from collections.abc import Sequence

from meritdesk.core.periods import Period, parse_period
from meritdesk.services import Desk
from meritdesk.services.bulk import BulkLine, BulkOutcome
from meritdesk.services.changes import Step
from meritdesk.ui.grids.bulk_scope import BulkField, BulkScope, Subject, Way, Wish
from meritdesk.ui.wording import Words


def actuals_scope(desk: Desk, words: Words, periods: Sequence[Period]) -> BulkScope:
    """The fields are the periods of the grid; the rows are indicators."""
    said = [(period.code, words.period(period)) for period in periods]
    fields = tuple(
        BulkField(
            code,
            label,
            (Way.SET, Way.COPY, Way.REPLACE),
            copies=[one for one in said if one[0] != code],
        )
        for code, label in said
    )

    def carry(lines: Sequence[BulkLine], wish: Wish, dry_run: bool, step: Step) -> BulkOutcome:
        return desk.execution.bulk.set(parse_period(wish.field.what), lines, dry_run)

    def line_of(subject: Subject, wish: Wish) -> BulkLine:
        return BulkLine(subject.key, subject.part, wish.value)

    return BulkScope(fields, carry, line_of)
