"""What a role may not do is grey before anybody tries it, and says why and who may (F78).

The services guard the door; the window only says so beforehand. Which control of which page does what stands in
``commands/deeds.csv``; a test reads the pages and fails where one that calls a guarded verb is missing. A control is
greyed when its page or dialog is first seen (``greying``).
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import QCoreApplication

from meritdesk.core.access import Action, Actor, Role, allowed, may
from meritdesk.core.accounts import roles_here
from meritdesk.resources import resource
from meritdesk.ui.wording import Words

TABLE = "commands/deeds.csv"
LOOKS = "LOOK"
"""Said in the table of a control that leads to guarded verbs only through what it opens to be looked at."""

_OURS = "meritdesk.ui."


@cache
def table() -> Mapping[str, Mapping[str, frozenset[Action]]]:
    """By class (``teams/board_tab.BoardTab``) and control: one of these must be allowed; none where it looks."""
    found: dict[str, dict[str, frozenset[Action]]] = {}
    with resource(TABLE).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            needs = frozenset(Action(one) for one in row["deeds"].split() if one != LOOKS)
            found.setdefault(row["place"], {})[row["control"]] = needs
    return found


def needs_of_question(key: str) -> frozenset[Action]:
    """What a seldom question needs, by its key; nothing where it only looks."""
    return table().get("seldom/questions", {}).get(key, frozenset())


def place_of(kind: type) -> str:
    """How a class of the window is called in the table."""
    return f"{kind.__module__.removeprefix(_OURS).replace('.', '/')}.{kind.__qualname__}"


def needs_of(kind: type) -> dict[str, frozenset[Action]]:
    """What the controls of a class need, those it has from the classes above it too."""
    found: dict[str, frozenset[Action]] = {}
    for one in reversed(kind.__mro__):
        found.update(table().get(place_of(one), {}))
    return found


def is_permitted(actor: Actor, needs: frozenset[Action]) -> bool:
    """Whether somebody may do at least one of these.

    The office's own keys and its accounts are the head's; where there are no accounts yet, whoever keeps the backups.
    """
    if not needs or any(may(actor, one) for one in needs):
        return True
    return Action.ACCOUNTS in needs and not actor.account_id and may(actor, Action.BACKUP)


def why_not(actor: Actor, needs: frozenset[Action], words: Words) -> str:
    """Why a control is grey, and who may use it; empty when it is not."""
    if is_permitted(actor, needs):
        return ""
    label = words.messages.label
    doing = ", ".join(label(f"ACTION:{one.name}") for one in sorted(needs))
    translate = QCoreApplication.translate
    if actor.is_viewing:
        said = translate("Deeds", "These data are only looked at here; not possible: {action}.")
        return said.format(action=doing)
    roles = [one for one in roles_here(actor.is_region) if _has(one, needs, is_region=actor.is_region)]
    # What no role does in this kind of office is done in the other: the agencies plan, the region approves.
    other = not actor.is_region
    roles = roles or [one for one in roles_here(other) if _has(one, needs, is_region=other)]
    *others, last = [label(f"ROLE:{one.name}") for one in roles]
    between = translate("Deeds", "or")
    who = f"{', '.join(others)} {between} {last}" if others else last
    said = translate("Deeds", "Only for {roles} ({action}). You work here as {role}.")
    return said.format(roles=who, action=doing, role=label(f"ROLE:{actor.role.name}"))


def _has(role: Role, needs: frozenset[Action], *, is_region: bool) -> bool:
    return bool(needs & allowed(role, is_region=is_region))
