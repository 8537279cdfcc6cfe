"""What of plans can be changed for many at once, in the words of the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from meritdesk.services import Desk
from meritdesk.services.bulk import BulkLine, BulkOutcome
from meritdesk.services.changes import Step
from meritdesk.services.planning.bulk import PlanField
from meritdesk.ui.grids.bulk_scope import BulkField, BulkScope, Way, Wish


def plan_scope(desk: Desk, year: int) -> BulkScope:
    """Plans of a year fixed, signed, and drafts reworded."""
    translate = QCoreApplication.translate
    day = translate("PlanBulk", "A day such as 02-01-2025 or 2 January 2025.")
    wording = translate("PlanBulk", "In results and indicators of drafts; a plan that is fixed is revised first.")

    def carry(lines: Sequence[BulkLine], wish: Wish, dry_run: bool, step: Step) -> BulkOutcome:
        return desk.planning.bulk.set(year, lines, dry_run, step)

    return BulkScope(
        (
            BulkField(PlanField.FIXED_ON, translate("PlanBulk", "Fixed on"), hint=day),
            BulkField(PlanField.RATEE_SIGNED_ON, translate("PlanBulk", "Signed by the employee on"), hint=day),
            BulkField(PlanField.RATER_SIGNED_ON, translate("PlanBulk", "Signed by the rater on"), hint=day),
            BulkField(PlanField.WORDING, translate("PlanBulk", "Wording"), (Way.REPLACE,), hint=wording),
        ),
        carry,
    )
