"""Who may do what. The window may hide a button; the door is guarded here (design 3.11)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from meritdesk.core.errors import UsageRefusal


class Role(StrEnum):
    """What a person at the desk is trusted with."""

    OPERATOR = "OPERATOR"
    REGIONAL = "REGIONAL"
    VIEWER = "VIEWER"
    VERIFIER = "VERIFIER"
    HEAD = "HEAD"


class Action(StrEnum):
    """The kinds of verbs that are asked about."""

    READ = "READ"
    IMPORT = "IMPORT"
    EDIT = "EDIT"
    CLOSE = "CLOSE"
    PRINT = "PRINT"
    PACK = "PACK"
    RECEIVE = "RECEIVE"
    TRUST = "TRUST"
    UPKEEP = "UPKEEP"
    WAIVE = "WAIVE"


_OFFICE_WORK = frozenset(Action) - {Action.TRUST}
_ALLOWED: dict[Role, frozenset[Action]] = {
    Role.OPERATOR: _OFFICE_WORK,
    Role.REGIONAL: frozenset({Action.READ, Action.RECEIVE, Action.TRUST, Action.UPKEEP}),
    Role.VIEWER: frozenset({Action.READ}),
    # On a shared server one enters, another looks it over, and the head of the office closes and sends.
    Role.VERIFIER: frozenset({Action.READ, Action.WAIVE, Action.PRINT}),
    Role.HEAD: frozenset({Action.READ, Action.WAIVE, Action.PRINT, Action.CLOSE, Action.PACK}),
}


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, under which role, at which PC; stands in every change set."""

    name: str
    role: Role
    device: str


def require(actor: Actor, action: Action) -> None:
    """Refuse with ``USE-110`` when the actor's role does not allow the action."""
    if action not in _ALLOWED[actor.role]:
        raise UsageRefusal("USE-110", role=f"ROLE:{actor.role.name}", action=f"ACTION:{action.name}")
