"""Deeds on a shared server that need no open desk: prepare it, let clerks in, carry an agency there and home."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping

from meritdesk import bootstrap
from meritdesk.cli.answers import Answer, figure, plain
from meritdesk.cli.passphrases import login_password, server_password, what_opens
from meritdesk.cli.progress import step
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.server import Moved, ServerState
from meritdesk.messages import Messages

Deed = Callable[[argparse.Namespace, Messages], Answer]


def _prepare(chosen: argparse.Namespace, words: Messages) -> Answer:
    state = bootstrap.prepare_server(chosen.server_place, server_password(words), chosen.partitions)
    return Answer({"verb": "upkeep server prepare", **plain(state)}, [words.reason("SRV-PREPARED", told(state, words))])


def _admit(chosen: argparse.Namespace, words: Messages) -> Answer:
    password = server_password(words)
    for_login = "" if chosen.keep_password else login_password(words)
    bootstrap.admit_clerk(chosen.server_place, password, chosen.login, chosen.role, chosen.agency, for_login)
    values = {"verb": "upkeep server admit", "login": chosen.login, "role": chosen.role, "agencies": chosen.agency}
    facts = {"user": chosen.login, "role": words.label(f"SERVER-ROLE:{chosen.role.upper()}")}
    return Answer(values, [words.reason("SRV-ADMITTED", {**facts, "agencies": ", ".join(chosen.agency) or "-"})])


def _dismiss(chosen: argparse.Namespace, words: Messages) -> Answer:
    bootstrap.dismiss_clerk(chosen.server_place, server_password(words), chosen.login)
    values = {"verb": "upkeep server dismiss", "login": chosen.login}
    return Answer(values, [words.reason("SRV-DISMISSED", {"user": chosen.login})])


def _move_to(chosen: argparse.Namespace, words: Messages) -> Answer:
    known, key = what_opens(chosen, words)
    moved = bootstrap.move_to_server(
        chosen.store,
        chosen.server_place,
        server_password(words),
        known,
        step=step("server", words),
        recovery_key=key,
    )
    return _moved("move-to", moved, words, "SRV-MOVED" if not moved.was_there else "SRV-WAS-THERE")


def _bring_back(chosen: argparse.Namespace, words: Messages) -> Answer:
    known, key = what_opens(chosen, words)
    moved = bootstrap.bring_back_from_server(chosen.store, known, step=step("server", words), recovery_key=key)
    return _moved("bring-back", moved, words, "SRV-BROUGHT-BACK")


def _moved(deed: str, moved: Moved, words: Messages, said: str) -> Answer:
    facts = {
        "agency": moved.agency,
        "server": moved.place,
        "rows": figure(moved.rows, words),
        "change_sets": figure(moved.change_sets, words),
        "head": moved.head[:16],
    }
    lines = [words.reason(said, facts)]
    lines += [f"  {one.table:<24}{figure(one.rows, words):>12}" for one in moved.tables]
    if moved.kept:
        lines.append(words.reason("SRV-KEPT", {"name": moved.kept}))
    return Answer({"verb": f"upkeep server {deed}", "rows": moved.rows, **plain(moved)}, lines)


def told(state: ServerState, words: Messages) -> dict[str, object]:
    """The facts about a server that a sentence names."""
    return {
        "server": state.place,
        "user": state.user,
        "role": words.label(f"SERVER-ROLE:{state.role.upper()}"),
        "version": state.version,
        "tls": state.tls or words.label("SERVER-TLS:NONE"),
        "partitions": state.partitions,
        "agencies": ", ".join(state.agencies) or "-",
    }


DEEDS: Mapping[str, Deed] = {
    "prepare": _prepare,
    "admit": _admit,
    "dismiss": _dismiss,
    "move-to": _move_to,
    "bring-back": _bring_back,
}
_OF_A_FOLDER = ("move-to", "bring-back")


def carry_out(chosen: argparse.Namespace, words: Messages) -> Answer:
    """One deed; those that carry an agency need its folder (``CLI-101``)."""
    if chosen.deed in _OF_A_FOLDER and chosen.store is None:
        raise UsageRefusal("CLI-101")
    return DEEDS[chosen.deed](chosen, words)
