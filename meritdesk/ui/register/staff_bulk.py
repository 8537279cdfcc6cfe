"""What of people can be changed for many at once, in the words of the window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from meritdesk.core.people import LegalStatus
from meritdesk.services import Desk
from meritdesk.services.bulk import BulkLine, BulkOutcome
from meritdesk.services.changes import Step
from meritdesk.services.register.bulk import StaffField
from meritdesk.ui.grids.bulk_scope import BulkField, BulkScope, Choices, Way, Wish
from meritdesk.ui.wording import Words

_TEXT = (Way.SET, Way.REPLACE)


def staff_scope(desk: Desk, words: Words, today: date) -> BulkScope:
    """Names and titles as they stand; unit, post, grade, rater and status as dated changes."""

    def carry(lines: Sequence[BulkLine], wish: Wish, dry_run: bool, step: Step) -> BulkOutcome:
        return desk.register.bulk.set(lines, wish.since or today, wish.reason, dry_run, step)

    def long_choices() -> Mapping[str, Choices]:
        units = desk.register.units()
        officials = desk.register.officials()
        return {
            StaffField.UNIT: [(unit.unit_id, unit.name) for unit in units],
            StaffField.RATER: [(one.person_id, f"{one.full_name} · {one.position_title}") for one in officials],
        }

    return BulkScope(_fields(words), carry, long_choices=long_choices, today=today)


def _fields(words: Words) -> tuple[BulkField, ...]:
    translate = QCoreApplication.translate
    dated = translate("StaffBulk", "A dated change: the plans and the rater follow as in the change wizard.")
    put_right = translate("StaffBulk", "Put right as it stands, without a date.")
    statuses = [status for status in LegalStatus if status is not LegalStatus.LEFT]
    return (
        BulkField(StaffField.UNIT, translate("StaffBulk", "Unit"), is_long=True, is_dated=True, hint=dated),
        BulkField(StaffField.POST, translate("StaffBulk", "Post"), _TEXT, is_dated=True, hint=dated),
        BulkField(StaffField.GRADE, translate("StaffBulk", "Grade"), is_dated=True, hint=dated),
        BulkField(StaffField.RATER, translate("StaffBulk", "Named rater"), is_long=True, is_dated=True, hint=dated),
        BulkField(
            StaffField.LEGAL_STATUS,
            translate("StaffBulk", "Legal status"),
            choices=[(status.name, words.messages.label_of(status)) for status in statuses],
            is_dated=True,
            hint=dated,
        ),
        BulkField(StaffField.EDUCATION, translate("StaffBulk", "Education"), _TEXT, hint=put_right),
        BulkField(StaffField.FRONT_TITLE, translate("StaffBulk", "Title before the name"), _TEXT, hint=put_right),
        BulkField(StaffField.BACK_TITLE, translate("StaffBulk", "Title after the name"), _TEXT, hint=put_right),
        BulkField(StaffField.NAME, translate("StaffBulk", "Name"), (Way.REPLACE,), hint=put_right),
    )
