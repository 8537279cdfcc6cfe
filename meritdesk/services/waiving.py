"""Setting a rule aside: what planning, assessment and objections do alike."""

from __future__ import annotations

import uuid

from meritdesk.core.access import Action, require
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.validation import ValidationRules
from meritdesk.core.waivers import INCOMPLETE, Waiver
from meritdesk.services.ports import Surroundings, Work


def waive(
    around: Surroundings, work: Work, rules: ValidationRules, rule: str, record_id: str, waived_by: str, reason: str
) -> Waiver:
    """Set one rule aside for one record inside this work.

    ``VAL-101`` the rule is not waivable, ``VAL-102`` name or reason are empty.
    """
    require(around.actor, Action.WAIVE)
    known = rules.rules.get(rule)
    if rule != INCOMPLETE and (known is None or not known.is_waivable):
        raise UsageRefusal("VAL-101", rule=rule)
    if not waived_by.strip() or not reason.strip():
        raise UsageRefusal("VAL-102", rule=rule)
    today = around.clock().date()
    waiver = Waiver(str(uuid.uuid4()), rule, record_id, waived_by.strip(), reason.strip(), today)
    work.waivers.save([waiver])
    return waiver
