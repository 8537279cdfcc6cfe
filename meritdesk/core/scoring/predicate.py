"""The predicate of a person: only from the quadrant, never averaged, never adjusted (R-66, R-67)."""

from __future__ import annotations

from meritdesk.core.evaluation import Predicate, Rating, Reason
from meritdesk.core.rules import DropOutRule, PredicateMatrix


def predicate(
    result: Rating, behaviour: Rating, matrix: PredicateMatrix, drop_out: DropOutRule | None = None
) -> tuple[Predicate, tuple[Reason, ...]]:
    """The label that two ratings give, with the line that says why (6/2022 p. 99, 102).

    Pass ``drop_out`` only for a person whose study leave ended without a degree: then the quadrant does not count and
    behaviour alone decides between Kurang and Sangat Kurang (p. 100 d).
    """
    if drop_out is not None:
        label = drop_out.by_behaviour[behaviour]
        facts = {"behaviour": f"RATING:{behaviour.name}", "predicate": f"PREDICATE:{label.name}"}
        return label, (Reason("PRD-DROP-OUT", drop_out.source, facts),)
    label = matrix.cells[result, behaviour]
    facts = {
        "result": f"RATING:{result.name}",
        "behaviour": f"RATING:{behaviour.name}",
        "predicate": f"PREDICATE:{label.name}",
    }
    return label, (Reason("PRD-QUADRANT", matrix.source, facts),)


def predicate_faults(
    claimed: Predicate,
    result: Rating,
    behaviour: Rating,
    matrix: PredicateMatrix,
    drop_out: DropOutRule | None = None,
) -> tuple[Reason, ...]:
    """Why a predicate that someone states cannot stand: V-66 against the quadrant, V-67 after a drop-out."""
    if drop_out is not None:
        allowed = tuple(dict.fromkeys(drop_out.by_behaviour.values()))
        if claimed in allowed:
            return ()
        facts = {"allowed": ", ".join(f"PREDICATE:{label.name}" for label in allowed)}
        return (Reason("V-67", drop_out.source, {"predicate": f"PREDICATE:{claimed.name}", **facts}),)
    due = matrix.cells[result, behaviour]
    if claimed is due:
        return ()
    return (Reason("V-66", matrix.source, {"predicate": f"PREDICATE:{claimed.name}", "due": f"PREDICATE:{due.name}"}),)
