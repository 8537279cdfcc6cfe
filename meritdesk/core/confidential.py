"""Counselling and the report of a behaviour problem: individual and confidential (Art. 22, p. 85-88, R-55).

Only the people named on a record may read it, and every opening is written down. These records never go into an export
or a package.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias

from meritdesk.core.access import Action, Actor, Role, may
from meritdesk.core.errors import UsageRefusal


class ConfidentialKind(StrEnum):
    """The two records that are nobody else's business."""

    BEHAVIOUR_PROBLEM = "BEHAVIOUR_PROBLEM"  # B.1.10
    COUNSELLING = "COUNSELLING"  # own sheet without a code (G-12)


@dataclass(frozen=True, slots=True)
class BehaviourProblem:
    """The contents of B.1.10 (p. 86-87), written by the rater for the head of the HR unit.

    ``told_on`` is the day the rater spoke with the employee before reporting; ``feedback_ids`` are the entries of the
    feedback log that prove the problem. Without both the report cannot go to the HR unit (V-57).
    """

    problem: str
    expectation: str = ""
    others_too: bool | None = None
    done_so_far: str = ""
    told_on: date | None = None
    told_how: str = ""
    feedback_ids: tuple[str, ...] = ()
    reported_to: str = ""
    reported_on: date | None = None


@dataclass(frozen=True, slots=True)
class Counselling:
    """One counselling talk: by whom, what was spoken of, and what was agreed (p. 87-88).

    ``is_rater`` and ``is_trained`` say whether the counsellor is the rater himself, and whether he was trained (V-58).
    ``problem_id`` is the report that led to it.
    """

    counsellor: str
    is_rater: bool = False
    is_trained: bool = False
    place: str = ""
    subject: str = ""
    course: str = ""
    agreement: str = ""
    follow_up: str = ""
    problem_id: str = ""


ConfidentialBody: TypeAlias = BehaviourProblem | Counselling


@dataclass(frozen=True, slots=True)
class ConfidentialRecord:
    """One confidential record; ``author`` wrote it, and beside him only the people named in ``readers`` may read it."""

    record_id: str
    person_id: str
    held_on: date
    body: ConfidentialBody
    author: str
    readers: tuple[str, ...] = ()

    @property
    def kind(self) -> ConfidentialKind:
        """Which of the two it is."""
        if isinstance(self.body, BehaviourProblem):
            return ConfidentialKind.BEHAVIOUR_PROBLEM
        return ConfidentialKind.COUNSELLING


@dataclass(frozen=True, slots=True)
class Opening:
    """Somebody read a confidential record: who, under which role, when and on which PC."""

    opening_id: str
    record_id: str
    opened_by: str
    role: Role
    device: str
    opened_at: datetime


def may_read(actor: Actor, author: str, readers: tuple[str, ...]) -> bool:
    """Whether this person may read a record: its author or a named reader, under a role that confidences are for.

    Where people have accounts a name is one account's for ever; what somebody wrote before he had one he still reads
    under the name that he had then.
    """
    if not may(actor, Action.CONFIDE):
        return False
    names = {_folded(name) for name in (author, *readers)}
    return not names.isdisjoint({_folded(name) for name in (actor.name, actor.former_name) if name})


def require_reader(actor: Actor, author: str, readers: tuple[str, ...]) -> None:
    """Refuse with ``EXE-241`` whoever is not named on the record; the refusal tells nothing of its content."""
    if not may_read(actor, author, readers):
        raise UsageRefusal("EXE-241", name=actor.name)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
