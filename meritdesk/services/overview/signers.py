"""Who signs which form in a period, as the stages ask for it."""

from __future__ import annotations

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.periods import Period
from meritdesk.core.stages import Signers
from meritdesk.services.ports import Surroundings


def signers_of(around: Surroundings, period: Period) -> Signers:
    """By form the roles that sign it; nobody before the regulation."""
    try:
        order = around.rulebook.signing_order(period.last_day)
    except UsageRefusal:
        return ()
    return tuple(
        sorted((form.value, tuple(role.value for role in signing.steps)) for form, signing in order.forms.items())
    )
