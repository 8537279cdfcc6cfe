"""The outcome of an old paper by its own rules, and the year 2021 as the mean of its two halves (other-rules 2.1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from meritdesk.core.evaluation import PackRef, Reason
from meritdesk.core.notation import printed_decimal
from meritdesk.core.old_rules import Numeric2021, NumericFinal, NumericPp30, OldRules, Point, Weights
from meritdesk.core.old_years import (
    OldEvaluation,
    OldPart,
    OldResult,
    OldScheme,
    YearOutcome,
    parts_of,
)
from meritdesk.core.scoring.numeric_skp import SkpScore, skp_of_2021, skp_of_pp46

_ZERO = Decimal(0)


def old_result(paper: OldEvaluation, rules: OldRules) -> OldResult:
    """What an old paper comes to by its own scheme; its faults must have been asked before (``ValueError`` if not)."""
    final = rules.final(paper.scheme)
    skp, reasons = _skp(paper, rules)
    behaviour, said = _behaviour(paper, rules)
    weights = _weights(paper, rules)
    skp_part, behaviour_part = weights.skp * skp.score, weights.behaviour * behaviour
    score = min(final.rounded(skp_part + behaviour_part), final.highest_score)
    category = final.category(score, bool(paper.new_idea.strip()))
    facts = {
        "skp": printed_decimal(skp.score),
        "behaviour": printed_decimal(behaviour),
        "skp_percent": _percent(weights.skp),
        "behaviour_percent": _percent(weights.behaviour),
        "score": printed_decimal(score),
    }
    mixed = Reason("OLD-MIX-PEERS" if paper.asks_peers else "OLD-MIX", final.source, facts)
    labelled = Reason(
        "OLD-LABEL-NO-IDEA" if _is_held_back(final, score, paper) else "OLD-LABEL",
        final.source,
        {"score": printed_decimal(score), "category": final.labels[category]},
    )
    return OldResult(
        skp=skp.score,
        behaviour=behaviour,
        score=score,
        category=category,
        lines=skp.lines,
        groups=skp.groups,
        main_total=skp.main_total if paper.lines else None,
        additional_total=skp.additional_total if paper.lines else None,
        explanation=(*reasons, *said, mixed, labelled),
        packs=rules.refs_of(paper.scheme),
    )


def converted(score: Decimal, points: Sequence[Point]) -> Decimal:
    """A score of PP 46/2011 on the scale of PP 30/2019: along the straight lines between the corners of the pack."""
    if score <= points[0].old:
        return points[0].new
    for left, right in pairwise(points):
        if score <= right.old:
            return left.new + (right.new - left.new) / (right.old - left.old) * (score - left.old)
    return points[-1].new


def year_outcome(year: int, papers: Mapping[OldPart, tuple[OldEvaluation, OldResult]], rules: OldRules) -> YearOutcome:
    """What a whole old year comes to: its one paper, or for 2021 the mean of both halves on one scale.

    ``rules`` are those in force at the end of the year. A half that is missing leaves the year open, unless the other
    half says why there is none (``sole_reason``: joined in July, left in June).
    """
    parts = parts_of(year)
    if len(parts) == 1:
        found = papers.get(OldPart.YEAR)
        if found is None:
            return YearOutcome(None, None)
        return YearOutcome(found[1].score, found[1].category, found[1].explanation, found[1].packs)
    present = [papers[part] for part in parts if part in papers]
    if rules.pan8 is None or rules.pp30 is None or not present:
        return YearOutcome(None, None)
    if len(present) < len(parts) and not present[0][0].sole_reason.strip():
        missing = next(part for part in parts if part not in papers)
        facts = {"part": f"OLDPART:{missing.name}"}
        return YearOutcome(None, None, (Reason("OLD-HALF-MISSING", rules.pan8.integration_source, facts),))
    return _integrated(present, rules.pan8, rules.pp30.final)


def _integrated(
    present: Sequence[tuple[OldEvaluation, OldResult]], pan8: Numeric2021, final: NumericFinal
) -> YearOutcome:
    source = pan8.integration_source
    scores: list[Decimal] = []
    reasons: list[Reason] = []
    packs: dict[str, PackRef] = {}
    for paper, result in present:
        packs.update({ref.pack_id: ref for ref in result.packs})
        if paper.scheme is OldScheme.PP46:
            scores.append(final.rounded(converted(result.score, pan8.conversion)))
            facts = {
                "part": f"OLDPART:{paper.part.name}",
                "old": printed_decimal(result.score),
                "new": printed_decimal(scores[-1]),
            }
            reasons.append(Reason("OLD-CONVERTED", source, facts))
        else:
            scores.append(result.score)
            facts = {"part": f"OLDPART:{paper.part.name}", "score": printed_decimal(result.score)}
            reasons.append(Reason("OLD-TAKEN", source, facts))
    score = final.rounded(sum(scores, _ZERO) / len(scores))
    has_idea = any(paper.new_idea.strip() for paper, _ in present)
    category = final.category(score, has_idea)
    if len(scores) == 1:
        reasons.append(Reason("OLD-SOLE-HALF", source, {"reason": present[0][0].sole_reason}))
    else:
        facts = {
            "first": printed_decimal(scores[0]),
            "second": printed_decimal(scores[1]),
            "score": printed_decimal(score),
        }
        reasons.append(Reason("OLD-MEAN-OF-HALVES", source, facts))
    reasons.append(
        Reason("OLD-LABEL", final.source, {"score": printed_decimal(score), "category": final.labels[category]})
    )
    return YearOutcome(score, category, tuple(reasons), tuple(sorted(packs.values(), key=lambda one: one.pack_id)))


def _skp(paper: OldEvaluation, rules: OldRules) -> tuple[SkpScore, tuple[Reason, ...]]:
    if paper.skp_score is not None:
        final = rules.final(paper.scheme)
        score = min(final.rounded(paper.skp_score), final.highest_skp)
        stated = Reason("OLD-SKP-STATED", final.source, {"score": printed_decimal(score)})
        return SkpScore(score, (), (), score, _ZERO, ()), (stated,)
    if paper.scheme is OldScheme.PP46 and rules.pp46 is not None:
        found = skp_of_pp46(paper.lines, rules.pp46)
    elif paper.scheme is OldScheme.PAN8 and rules.pan8 is not None:
        found = skp_of_2021(paper.lines, paper.job_class, rules.pan8)
    else:
        raise ValueError(f"{paper.scheme} has no lines")
    source = found.reasons[0].source if found.reasons else ""
    return found, (*found.reasons, Reason("OLD-SKP-LINES", source, {"score": printed_decimal(found.score)}))


def _behaviour(paper: OldEvaluation, rules: OldRules) -> tuple[Decimal, tuple[Reason, ...]]:
    final = rules.final(paper.scheme)
    reasons: list[Reason] = []
    if paper.behaviour_score is not None:
        own = final.rounded(paper.behaviour_score)
        reasons.append(Reason("OLD-BEHAVIOUR-STATED", final.source, {"score": printed_decimal(own)}))
    elif paper.aspects:
        own = final.rounded(sum(paper.aspects.values(), _ZERO) / len(paper.aspects))
        facts = {"count": str(len(paper.aspects)), "score": printed_decimal(own)}
        reasons.append(Reason("OLD-BEHAVIOUR-MEAN", final.source, facts))
    else:
        raise ValueError("no behaviour score")
    if paper.asks_peers and paper.peer_score is not None and rules.pp30 is not None:
        peers = final.rounded(paper.peer_score)
        both = final.rounded(rules.pp30.rater_share * own + rules.pp30.peer_share * peers)
        facts = {
            "rater": printed_decimal(own),
            "peers": printed_decimal(peers),
            "rater_percent": _percent(rules.pp30.rater_share),
            "peer_percent": _percent(rules.pp30.peer_share),
            "score": printed_decimal(both),
        }
        reasons.append(Reason("OLD-BEHAVIOUR-PEERS", final.source, facts))
        return both, tuple(reasons)
    return own, tuple(reasons)


def _weights(paper: OldEvaluation, rules: OldRules) -> Weights:
    if paper.scheme is OldScheme.PP46:
        assert rules.pp46 is not None
        return rules.pp46.weights
    assert rules.pp30 is not None
    return _pp30_weights(paper, rules.pp30)


def _pp30_weights(paper: OldEvaluation, pp30: NumericPp30) -> Weights:
    return pp30.weights_with_peers if paper.asks_peers else pp30.weights


def _is_held_back(final: NumericFinal, score: Decimal, paper: OldEvaluation) -> bool:
    """Whether only the missing new idea keeps the higher label away."""
    return not paper.new_idea.strip() and final.category(score, True) is not final.category(score, False)


def _percent(share: Decimal) -> str:
    return printed_decimal(Decimal(f"{(share * 100).normalize():f}"))
