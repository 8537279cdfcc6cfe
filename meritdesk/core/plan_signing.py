"""The life of a plan on paper: fixed, signed by both, and made anew when anything changes (R-31, R-33).

A fixed plan is settled; its two signatures follow. Any change of a fixed plan is a new version: back to a draft,
without the old signatures, while the version before stays as it was signed.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import StrEnum

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.plan import PerformancePlan, PlanState
from meritdesk.core.plan_editing import cleaned
from meritdesk.core.plan_record import record_of


class Signer(StrEnum):
    """Who signs a plan."""

    RATEE = "RATEE"
    RATER = "RATER"


class PlanStage(StrEnum):
    """How far a plan has come, for lists and for the head of the editor."""

    DRAFT = "DRAFT"
    REVISING = "REVISING"  # a draft again after it was fixed
    FIXED = "FIXED"
    HALF_SIGNED = "HALF_SIGNED"
    SIGNED = "SIGNED"


def stage_of(plan: PerformancePlan) -> PlanStage:
    """How far a plan has come."""
    if plan.state is PlanState.DRAFT:
        return PlanStage.REVISING if plan.version > 1 else PlanStage.DRAFT
    if plan.is_signed:
        return PlanStage.SIGNED
    has_one = plan.ratee_signed_on is not None or plan.rater_signed_on is not None
    return PlanStage.HALF_SIGNED if has_one else PlanStage.FIXED


def fixed(plan: PerformancePlan, on: date) -> PerformancePlan:
    """The plan fixed on a day; whether it may be is the matter of the rules. ``PLN-211`` when it already is."""
    if plan.state is PlanState.FIXED:
        raise UsageRefusal("PLN-211", version=plan.version)
    return replace(plan, state=PlanState.FIXED, fixed_on=on, ratee_signed_on=None, rater_signed_on=None)


def signed(plan: PerformancePlan, signer: Signer, on: date, today: date) -> PerformancePlan:
    """The plan with one more signature; ``PLN-212`` while it is a draft, ``PLN-213`` for a day to come."""
    if plan.state is not PlanState.FIXED:
        raise UsageRefusal("PLN-212")
    if on > today:
        raise UsageRefusal("PLN-213", date=on)
    if signer is Signer.RATEE:
        return replace(plan, ratee_signed_on=on)
    return replace(plan, rater_signed_on=on)


def revised(plan: PerformancePlan) -> PerformancePlan:
    """The next version of a fixed plan as a draft, its signatures void; ``PLN-214`` for a plan that is a draft."""
    if plan.state is not PlanState.FIXED:
        raise UsageRefusal("PLN-214")
    return replace(
        plan,
        state=PlanState.DRAFT,
        version=plan.version + 1,
        fixed_on=None,
        ratee_signed_on=None,
        rater_signed_on=None,
    )


def cut_short(plan: PerformancePlan, ends: date) -> PerformancePlan:
    """The plan of a post that was left: it ends early (R-33).

    What was agreed and signed stays as it is, signatures too; it counts as a version of its own, so that the one whose
    paper names the old last day is kept beside it.
    """
    version = plan.version + 1 if plan.state is PlanState.FIXED else plan.version
    return replace(plan, ends=ends, version=version)


def edited(before: PerformancePlan, wanted: PerformancePlan) -> PerformancePlan:
    """What is saved when somebody changed a plan: the wanted content under the state and version that follow from it.

    Nothing changed keeps everything, signatures too. A changed draft stays a draft of its version; a changed fixed plan
    is a draft of the next version.
    """
    content = cleaned(
        replace(
            wanted,
            plan_id=before.plan_id,
            person_id=before.person_id,
            year=before.year,
            state=before.state,
            fixed_on=before.fixed_on,
            version=before.version,
            ratee_signed_on=before.ratee_signed_on,
            rater_signed_on=before.rater_signed_on,
        )
    )
    if record_of(content) == record_of(cleaned(before)):
        return before
    return revised(content) if before.state is PlanState.FIXED else content
