"""Ratings, reasons and notes of many people at once."""

from __future__ import annotations

from collections.abc import Sequence

from meritdesk.core.evaluation import Rating
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.assessment.entering import RatingField
from meritdesk.services.bulk import BulkLine, BulkOutcome
from meritdesk.services.changes import Step
from meritdesk.ui.assessment.rating_table import FIELDS, heading
from meritdesk.ui.assessment.verdicts import RATINGS
from meritdesk.ui.grids.bulk_scope import BulkField, BulkScope, Way, Wish
from meritdesk.ui.wording import Words


def rating_scope(desk: Desk, words: Words, period: Period) -> BulkScope:
    """The parts of a verdict; ratings are chosen or copied, texts also replaced piece by piece."""
    names = {field: heading(column) for column, field in FIELDS.items()}
    ratings = [(rating.name, words.messages.label_of(rating)) for rating in Rating]
    rated = {FIELDS[column] for column in RATINGS}

    def one(field: RatingField) -> BulkField:
        kin = [other for other in FIELDS.values() if other is not field and (other in rated) == (field in rated)]
        ways = (Way.SET, Way.COPY) if field in rated else (Way.SET, Way.REPLACE, Way.COPY)
        return BulkField(
            field,
            names[field],
            ways,
            choices=ratings if field in rated else (),
            copies=[(other.value, names[other]) for other in kin],
        )

    def carry(lines: Sequence[BulkLine], wish: Wish, dry_run: bool, step: Step) -> BulkOutcome:
        return desk.assessment.ratings.set_lines(period, lines, dry_run)

    return BulkScope(tuple(one(field) for field in FIELDS.values()), carry)
