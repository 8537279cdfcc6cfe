"""An evaluation as one plain record: what its version digest is taken over, and how a superseded version travels.

Empty values are left out. Because of that, a field added later does not change the digests of records without it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from meritdesk.core.circumstances import circumstance_facts, circumstances_of
from meritdesk.core.evaluation import (
    Evaluation,
    EvaluationState,
    OrgLevel,
    PackRef,
    Predicate,
    Rating,
    Reason,
    SuggestedRating,
)
from meritdesk.core.people import PersonBlock
from meritdesk.core.periods import parse_period
from meritdesk.core.plan import BehaviourValue

_TEXTS = ("evaluation_id", "person_id", "reason", "note", "rater_id", "superior_id", "led_unit_id")
_CHOICES: Mapping[str, type[StrEnum]] = {
    "result_rating": Rating,
    "behaviour_rating": Rating,
    "state": EvaluationState,
    "org_level": OrgLevel,
    "suggested": SuggestedRating,
    "predicate": Predicate,
}
_BLOCK = ("name", "nip", "rank", "position", "unit")
_LISTS = ("feedback", "explanation", "packs", "parties", "circumstances")
KNOWN = frozenset({*_TEXTS, *_CHOICES, "period", "closed_on", "version", *_LISTS})


def evaluation_record(evaluation: Evaluation) -> dict[str, object]:
    """Everything an evaluation says except its digest; texts, one whole number, lists and objects of texts."""
    record: dict[str, object] = {name: getattr(evaluation, name) for name in _TEXTS}
    for name in _CHOICES:
        choice = getattr(evaluation, name)
        record[name] = choice.value if choice is not None else ""
    record["period"] = evaluation.period.code
    record["closed_on"] = evaluation.closed_on.isoformat() if evaluation.closed_on else ""
    record["version"] = evaluation.version
    record["circumstances"] = circumstance_facts(evaluation.circumstances)
    record["feedback"] = {value.value: text for value, text in evaluation.feedback.items()}
    record["explanation"] = [
        {"code": reason.code, "source": reason.source, "facts": dict(reason.facts)} for reason in evaluation.explanation
    ]
    record["packs"] = [{"pack_id": pack.pack_id, "digest": pack.digest} for pack in evaluation.packs]
    record["parties"] = [{name: getattr(block, name) for name in _BLOCK} for block in evaluation.parties]
    return {name: value for name, value in record.items() if value or type(value) is int}


def evaluation_of(record: Mapping[str, Any], digest: str = "") -> Evaluation:
    """The evaluation of such a record; ``ValueError`` when it says something this program does not know."""
    try:
        if not record.keys() <= KNOWN:
            raise ValueError(f"{sorted(record.keys() - KNOWN)} is not known")
        plain: dict[str, Any] = {name: _text(record.get(name, "")) for name in _TEXTS}
        plain |= {name: kind(record[name]) if name in record else None for name, kind in _CHOICES.items()}
        return Evaluation(
            **plain,
            period=parse_period(record["period"]),
            closed_on=date.fromisoformat(record["closed_on"]) if "closed_on" in record else None,
            version=int(record["version"]),
            digest=digest,
            circumstances=circumstances_of(record.get("circumstances", {})),
            feedback={
                value: _text(record["feedback"][value.value])
                for value in BehaviourValue
                if value.value in record.get("feedback", {})
            },
            explanation=tuple(
                Reason(reason["code"], reason["source"], reason["facts"]) for reason in record.get("explanation", ())
            ),
            packs=tuple(PackRef(pack["pack_id"], pack["digest"]) for pack in record.get("packs", ())),
            parties=tuple(PersonBlock(*(block[name] for name in _BLOCK)) for block in record.get("parties", ())),
        )
    except (KeyError, TypeError, AttributeError) as fault:
        raise ValueError(str(fault)) from fault


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is no text")
    return value
