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
    AUDITOR = "AUDITOR"
    TYPIST = "TYPIST"
    """Types figures and ratings for a rater and never signs: nothing is closed, confirmed, printed or sent by him."""

    KEEPER = "KEEPER"
    """Nobody's role: what the office's passphrase and the recovery sheet open once accounts exist."""


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
    TYPE = "TYPE"
    """Entering figures and ratings, which a rater may leave to somebody who types."""

    EXPORT = "EXPORT"
    """Taking lists along; each leaves its note in the journal."""

    AUDIT = "AUDIT"
    """The journal on paper and in files."""

    CONFIDE = "CONFIDE"
    """Confidential records, for the people named on them."""

    BACKUP = "BACKUP"
    """Checks and backups of the store, its passphrase and its recovery sheet."""

    ACCOUNTS = "ACCOUNTS"
    """Who works at this desk, and under which role."""

    CONFIRM = "CONFIRM"
    """Standing beside somebody as the second person."""


_OFFICE_WORK = frozenset(Action) - {Action.TRUST, Action.ACCOUNTS}
_REGION = frozenset({Action.READ, Action.RECEIVE, Action.TRUST, Action.UPKEEP, Action.BACKUP, Action.EXPORT,
                     Action.AUDIT, Action.CONFIRM})  # fmt: skip
_ALLOWED: dict[Role, frozenset[Action]] = {
    Role.OPERATOR: _OFFICE_WORK,
    Role.REGIONAL: _REGION,
    Role.VIEWER: frozenset({Action.READ}),
    # One enters, another looks it over, and the head of the office closes, sends, and keeps who may work here.
    Role.VERIFIER: frozenset({Action.READ, Action.WAIVE, Action.PRINT, Action.EXPORT, Action.AUDIT, Action.CONFIRM}),
    Role.HEAD: frozenset({Action.READ, Action.WAIVE, Action.PRINT, Action.CLOSE, Action.PACK, Action.EXPORT,
                          Action.AUDIT, Action.CONFIDE, Action.BACKUP, Action.ACCOUNTS, Action.CONFIRM}),
    Role.AUDITOR: frozenset({Action.READ, Action.EXPORT, Action.AUDIT}),
    Role.TYPIST: frozenset({Action.READ, Action.TYPE}),
    Role.KEEPER: frozenset({Action.BACKUP, Action.ACCOUNTS}),
}  # fmt: skip
_HEAD_OF_REGION = _REGION | {Action.ACCOUNTS}


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, under which role, at which PC; stands in every change set.

    ``account_id`` is empty where the desk knows no accounts; ``former_name`` is what its holder was called in the
    journal before he had one. At the regional office (``is_region``) its head does the region's work. Who
    ``is_viewing`` only looks at data that are open elsewhere or cannot be written here.
    """

    name: str
    role: Role
    device: str
    account_id: str = ""
    former_name: str = ""
    is_region: bool = False
    is_viewing: bool = False


def allowed(role: Role, *, is_region: bool = False) -> frozenset[Action]:
    """Everything a role may do."""
    return _HEAD_OF_REGION if is_region and role is Role.HEAD else _ALLOWED[role]


def may(actor: Actor, action: Action) -> bool:
    """Whether the actor's role allows the action."""
    return action in allowed(actor.role, is_region=actor.is_region)


def require(actor: Actor, action: Action) -> None:
    """Refuse with ``USE-110`` when the role does not allow the action; the mere passphrase with ``ACC-104``.

    ``ACC-190`` where the data are only looked at: not the role is in the way, but how they were opened.
    """
    if may(actor, action):
        return
    if actor.is_viewing:
        raise UsageRefusal("ACC-190", action=f"ACTION:{action.name}")
    if actor.role is Role.KEEPER:
        raise UsageRefusal("ACC-104")
    raise UsageRefusal("USE-110", role=f"ROLE:{actor.role.name}", action=f"ACTION:{action.name}")
