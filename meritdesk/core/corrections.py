"""Corrections: what the region asks an agency to put right, and what the agency did or answered (exchange 6).

A correction is a proposal. It never changes between its making and its answer, and the answer is a record of its own
that goes up with the next export; where it stands is worked out from what is there, so that it can only move forward,
whatever arrives in which order and however often.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

EXPLAIN = "jelaskan"
"""The requested value of a correction that asks for words and not for another value."""

ANSWERS = "jawaban_koreksi"
"""The table of a package that carries the answers, each under the number of its correction."""

CORRECTION_ORIGIN = "correction:"
"""What stands before that number in the journal, as the origin of a change."""

_NAMES = uuid.UUID("1b1e7c5a-6c1d-5f0e-8a55-4d4552495431")


class AnswerKind(StrEnum):
    """What the agency did: made the change, or said in words why not."""

    ACCEPTED = "ACCEPTED"
    ANSWERED = "ANSWERED"


class CorrectionState(StrEnum):
    """Where a correction stands, in the only order there is."""

    PROPOSED = "PROPOSED"
    SENT = "SENT"
    ACCEPTED = "ACCEPTED"
    ANSWERED = "ANSWERED"


@dataclass(frozen=True, slots=True)
class Correction:
    """One field of one record of an arrived package that the region asks about.

    ``table`` and ``record_id`` are those of a package, ``label`` names person or unit for the clerk. ``base_version``
    is the version of the record that was looked at, 0 where the table counts none. ``requested`` is the text of the
    wished value, or ``jelaskan``. ``sent_in`` is the return that carried it first; empty at the region until then.
    """

    correction_id: str
    period: str
    table: str
    record_id: str
    label: str
    base_version: int
    field: str
    present: str
    requested: str
    reason: str
    asked_by: str
    asked_on: date
    sent_in: str = ""

    @property
    def asks_for_words(self) -> bool:
        """Whether an explanation is wanted and no other value."""
        return self.requested == EXPLAIN


@dataclass(frozen=True, slots=True)
class CorrectionAnswer:
    """What the agency did with a correction; ``words`` may be empty where it was simply accepted."""

    correction_id: str
    kind: AnswerKind
    words: str
    answered_by: str
    answered_on: date


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """A correction with its answer, as both sides list it."""

    correction: Correction
    answer: CorrectionAnswer | None = None

    @property
    def state(self) -> CorrectionState:
        """Where it stands."""
        if self.answer is not None:
            return CorrectionState(self.answer.kind.value)
        return CorrectionState.SENT if self.correction.sent_in else CorrectionState.PROPOSED

    @property
    def is_waiting(self) -> bool:
        """Whether the agency has still to do something."""
        return self.answer is None


def correction_id(table: str, record_id: str, field: str, base_version: int, requested: str) -> str:
    """The name of a correction: the same wish for the same version is one correction, however often it is said."""
    return str(uuid.uuid5(_NAMES, "\n".join((table, record_id, field, str(base_version), requested))))


def lines_of(corrections: Iterable[Correction], answers: Mapping[str, CorrectionAnswer]) -> tuple[CorrectionLine, ...]:
    """Corrections with their answers: those that wait first, then by day and person."""
    found = (CorrectionLine(one, answers.get(one.correction_id)) for one in corrections)
    return tuple(sorted(found, key=lambda one: (not one.is_waiting, one.correction.asked_on, one.correction.label,
                                                one.correction.field)))  # fmt: skip


def fresh_ones(known: Iterable[Correction], arriving: Iterable[Correction]) -> tuple[Correction, ...]:
    """Those of the arriving corrections that are not known yet; a known one never changes."""
    names = {one.correction_id for one in known}
    found: dict[str, Correction] = {}
    for one in arriving:
        if one.correction_id not in names:
            found.setdefault(one.correction_id, one)
    return tuple(found.values())
