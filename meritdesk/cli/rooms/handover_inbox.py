"""The inbox on the command line: looking into a file, taking one back, conflicts, and people held twice."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from meritdesk.cli.answers import SHOWN, Answer, counted, figure, listed, more, plain, table
from meritdesk.cli.progress import step
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.three_way import OWN
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.handover import Arrival, Consent

_RECORD_HEADS = ("TABLE", "ABOUT", "FATE", "FIELD", "RECORD")
_CONFLICT_HEADS = ("STATE", "TABLE", "ABOUT", "FIELD", "VALUES", "CONFLICT")
_CUSTODY_HEADS = ("STATE", "NIP", "NAME", "AGENCIES")
HERE = "here"
"""How the value that was keyed in here is named on the command line."""


def consent_of(chosen: argparse.Namespace) -> Consent | None:
    """A person's word, when a reason was given."""
    return Consent(chosen.reason, chosen.second) if chosen.reason or chosen.second else None


def _look(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    arrival = desk.handover.look_into(chosen.file, step("periksa", words))
    return Answer({"verb": "handover look", **plain(arrival)}, _said(arrival, words))


def _said(arrival: Arrival, words: Messages) -> list[str]:
    lines = [counted(arrival.counts, words)]
    heads = [words.label(f"COLUMN:{name}") for name in _RECORD_HEADS]
    rows = [
        (
            one.table,
            one.label,
            words.label_of(one.state),
            ", ".join(f"{part.field}: {part.here or '-'} → {part.there or '-'}" for part in one.differences) or "-",
            one.record_id,
        )
        for one in arrival.records[:SHOWN]
    ]
    if rows:
        lines += table(heads, rows, words) + more(len(arrival.records) - len(rows), words)
    facts = {"count": figure(len(arrival.missing), words), "removed": figure(arrival.removed, words)}
    if arrival.missing:
        lines.append(words.sentence("CLI-MISSING", facts))
        lines += [f"  {one.table}: {one.label}" for one in arrival.missing[:SHOWN]]
        lines += more(len(arrival.missing) - SHOWN, words)
    if arrival.needs_consent or arrival.needs_second:
        lines.append(words.sentence("CLI-CONSENT-TWO" if arrival.needs_second else "CLI-CONSENT", facts))
    return lines


def _undo(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.handover.take_back(chosen.receipt, chosen.reason)
    values = {"verb": "handover undo", "change_set": changes.change_set_id}
    return Answer(values, [words.reason("CLI-TAKEN-BACK", {"number": chosen.receipt})])


def _conflicts(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    if chosen.act == "decide":
        side = OWN if chosen.side == HERE else chosen.side
        changes = desk.handover.conflicts.decide(chosen.conflict, side, chosen.reason, chosen.agency)
        values = {"verb": "handover conflicts decide", "change_set": changes.change_set_id}
        return Answer(values, [words.reason("CLI-DECIDED", {})])
    found = desk.handover.conflicts.lines(chosen.agency)
    waiting = [one for one in found if one.is_waiting or chosen.all]
    rows = [
        (
            words.label_of(one.state),
            one.table,
            one.label,
            one.field or "-",
            " | ".join(f"{stream or HERE} = {side.value or '-'}" for stream, side in sorted(one.candidates.items())),
            one.conflict_id,
        )
        for one in waiting[:SHOWN]
    ]
    heads = [words.label(f"COLUMN:{name}") for name in _CONFLICT_HEADS]
    lines = listed(heads, rows, words)
    values = {"verb": "handover conflicts list", "conflicts": plain(waiting)}
    return Answer(values, [*lines, *more(len(waiting) - len(rows), words)])


def _custody(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    custody = desk.handover.custody
    if chosen.act == "decide":
        changes = custody.decide(chosen.person, chosen.year, chosen.owner, chosen.since, chosen.reason)
        values = {"verb": "handover custody decide", "change_set": changes.change_set_id}
        return Answer(values, [words.reason("CLI-DECIDED", {})])
    lines = custody.lines(chosen.year)
    rows = [
        (
            words.label("CUSTODY:WAITING" if one.is_waiting else "CUSTODY:DECIDED"),
            one.key,
            one.claims[0].name,
            ", ".join(
                f"{claim.agency}{'*' if one.decision is not None and one.decision.owner == claim.agency else ''}"
                for claim in one.claims
            ),
        )
        for one in lines[:SHOWN]
    ]
    heads = [words.label(f"COLUMN:{name}") for name in _CUSTODY_HEADS]
    told = listed(heads, rows, words)
    values = {"verb": "handover custody list", "people": plain(lines)}
    return Answer(values, [*told, *more(len(lines) - len(rows), words)])


VERBS: Mapping[str, Verb] = {"look": _look, "undo": _undo, "conflicts": _conflicts, "custody": _custody}


def grammar(verbs: Verbs) -> None:
    """The words of the inbox."""
    verbs.add_parser("look").add_argument("file", type=Path)
    undo = verbs.add_parser("undo")
    undo.add_argument("receipt", metavar="NUMBER")
    undo.add_argument("--reason", required=True)
    conflicts = verbs.add_parser("conflicts").add_subparsers(dest="act", required=True)
    listed = conflicts.add_parser("list")
    listed.add_argument("--all", action="store_true", help="juga yang sudah diputuskan / those decided too")
    decided = conflicts.add_parser("decide")
    decided.add_argument("conflict", metavar="ID")
    decided.add_argument(
        "--side", required=True, metavar="here|DEVICE", help="pihak yang benar / the side that is right"
    )
    decided.add_argument("--reason", required=True)
    for one in (listed, decided):
        one.add_argument(
            "--agency", default="", metavar="CODE", help="di wilayah: instansi mana / at the region: whose"
        )
    custody = verbs.add_parser("custody").add_subparsers(dest="act", required=True)
    held = custody.add_parser("list")
    held.add_argument("--year", type=int, required=True)
    named = custody.add_parser("decide")
    named.add_argument("person", metavar="NIP")
    named.add_argument("--year", type=int, required=True)
    named.add_argument("--owner", required=True, metavar="CODE")
    named.add_argument("--since", type=date.fromisoformat, default=None, metavar="YYYY-MM-DD")
    named.add_argument("--reason", required=True)
