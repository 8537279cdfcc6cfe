"""What may be recorded on an open evaluation besides ratings: take-over, drop-out, reuse of an earlier result.

Each answers with the evaluation as it then stands, or refuses with what is missing. Withdrawing one is the same act
with nothing in its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from meritdesk.core.circumstances import DropOut, Reuse, TakeOver, TakeOverBasis
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Evaluation
from meritdesk.core.periods import Period


def after_drop_out(evaluation: Evaluation, ended_on: date | None, reference: str) -> Evaluation:
    """Study leave that ended without a degree, with the letter it rests on (V-67); ``None`` withdraws it.

    ``ASM-131`` without a reference.
    """
    if ended_on is None:
        return _with(evaluation, drop_out=None)
    if not reference.strip():
        raise UsageRefusal("ASM-131")
    return _with(evaluation, drop_out=DropOut(ended_on, reference.strip()))


def taken_over_by(
    evaluation: Evaluation,
    evaluator_id: str,
    rater_id: str,
    basis: TakeOverBasis,
    reason: str,
    today: date,
    window_closes: date,
) -> Evaluation:
    """The superior of the rater evaluates instead of him (R-08).

    ``V-79`` while the window is still open and the rater is not permanently prevented; ``ASM-132`` without a reason;
    ``ASM-134`` when the one who would evaluate is the ratee or the very rater.
    """
    if not reason.strip():
        raise UsageRefusal("ASM-132")
    if evaluator_id in (evaluation.person_id, rater_id):
        raise UsageRefusal("ASM-134", name=evaluator_id)
    if basis is TakeOverBasis.NOT_RATED and today <= window_closes:
        raise UsageRefusal("V-79", day=window_closes.isoformat())
    return _with(evaluation, take_over=TakeOver(evaluator_id, basis, reason.strip(), today))


def given_back(evaluation: Evaluation) -> Evaluation:
    """The rater evaluates after all: a take-over is withdrawn."""
    return _with(evaluation, take_over=None)


def reusing(evaluation: Evaluation, earlier: Sequence[Evaluation], agreed_on: date, agreement: str) -> Evaluation:
    """The last closed periodic result before this period counts again by agreement (R-69).

    ``earlier`` are the person's evaluations; ``ASM-136`` for an annual evaluation, ``ASM-135`` when there is no closed
    periodic result before it, ``V-81`` without an agreement. Ratings are taken over as they were given; the level is
    that of the new unit, since that of the old one no longer counts (R-61).
    """
    if evaluation.period.is_annual:
        raise UsageRefusal("ASM-136", source="-", period=evaluation.period.code)
    source = last_periodic(earlier, evaluation.period)
    if source is None:
        raise UsageRefusal("ASM-135", period=evaluation.period.code)
    if not agreement.strip():
        raise UsageRefusal("V-81")
    reuse = Reuse(source.period.code, source.evaluation_id, source.version, agreed_on, agreement.strip())
    return replace(
        _with(evaluation, reuse=reuse), result_rating=source.result_rating, behaviour_rating=source.behaviour_rating
    )


def not_reusing(evaluation: Evaluation) -> Evaluation:
    """The new rater rates after all: a reuse is withdrawn with the ratings it brought."""
    return replace(_with(evaluation, reuse=None), result_rating=None, behaviour_rating=None)


def last_periodic(evaluations: Sequence[Evaluation], before: Period) -> Evaluation | None:
    """The latest closed periodic evaluation with a predicate that ends before a period begins."""
    closed = [
        one
        for one in evaluations
        if one.is_closed
        and one.predicate is not None
        and not one.period.is_annual
        and one.period.last_day < before.first_day
    ]
    return max(closed, key=lambda one: one.period.last_day, default=None)


def _with(evaluation: Evaluation, **changes: object) -> Evaluation:
    if evaluation.is_closed:
        raise UsageRefusal("ASM-120", nip=evaluation.person_id, period=evaluation.period.code)
    return replace(evaluation, circumstances=replace(evaluation.circumstances, **changes))  # type: ignore[arg-type]
