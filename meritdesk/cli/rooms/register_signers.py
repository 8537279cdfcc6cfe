"""The dated register of signers on the command line: who signs for a unit on a day, and mandates a.n. and u.b."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping

from meritdesk.cli.answers import SHOWN, Answer, listed, more
from meritdesk.cli.options import DATE
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.signers import Capacity, SignerLine
from meritdesk.messages import Messages
from meritdesk.services import Desk


def _list(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    lines = desk.register.signers.lines(chosen.on, chosen.search)
    unresolved = desk.register.signers.unresolved(chosen.on)
    values = {
        "verb": "register signers list",
        "signers": [_values(line) for line in lines],
        "unresolved": [
            {"unit_id": one.unit_id, "unit": one.unit_name, "code": one.code,
             "message": words.sentence(one.code, dict(one.facts))}
            for one in unresolved
        ],
    }  # fmt: skip
    heads = [words.label(f"COLUMN:{name}") for name in ("OFFICE", "CAPACITY", "NAME", "SINCE", "UNTIL", "MANDATE")]
    rows = [
        (
            line.title,
            words.label_of(line.capacity),
            line.name,
            str(line.since or "-"),
            str(line.until or "-"),
            line.mandate_id or "-",
        )
        for line in lines
    ]
    text = listed(heads, rows[:SHOWN], words)
    text += more(len(rows) - SHOWN, words)
    text += [f"  {one.code}: {words.sentence(one.code, dict(one.facts))}" for one in unresolved[:SHOWN]]
    return Answer(values, [*text, *more(len(unresolved) - SHOWN, words)], 1 if unresolved else 0)


def _who(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.register.signers.who(chosen.unit, chosen.on)
    line = found.line
    values = {
        "verb": "register signers who",
        "nip": found.person.nip,
        "name": found.person.full_name,
        "capacity": line.capacity.value,
        "title": line.title,
        "post": line.post,
        "through": line.through,
    }
    told = " · ".join(part for part in (line.title, line.through, line.post) if part)
    return Answer(values, [f"{found.person.full_name} ({found.person.nip}) · {words.label_of(line.capacity)} {told}"])


def _add(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.register.signers.add(
        chosen.unit,
        chosen.nip,
        Capacity(chosen.capacity),
        chosen.post,
        chosen.since,
        chosen.until,
        chosen.through,
        chosen.letter,
    )
    return _changed("register signers add", changes.change_set_id, words)


def _end(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.register.signers.end(chosen.mandate, chosen.until)
    return _changed("register signers end", changes.change_set_id, words)


def _remove(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    return _changed("register signers remove", desk.register.signers.remove(chosen.mandate).change_set_id, words)


def _changed(verb: str, change_set: str, words: Messages) -> Answer:
    return Answer({"verb": verb, "change_set": change_set}, [words.reason("CLI-MANDATE-KEPT", {})])


def _values(line: SignerLine) -> dict[str, object]:
    return {
        "unit_id": line.unit_id,
        "unit": line.unit_name,
        "title": line.title,
        "capacity": line.capacity.value,
        "nip": line.nip,
        "name": line.name,
        "since": line.since,
        "until": line.until,
        "post": line.post,
        "through": line.through,
        "letter": line.letter,
        "source": line.source.value,
        "mandate": line.mandate_id,
    }


_ACTS: Mapping[str, Callable[[Desk, argparse.Namespace, Messages], Answer]] = {
    "list": _list,
    "who": _who,
    "add": _add,
    "end": _end,
    "remove": _remove,
}

VERBS: Mapping[str, Verb] = {"signers": lambda desk, chosen, words: _ACTS[chosen.act](desk, chosen, words)}


def grammar(verbs: Verbs) -> None:
    """The words of the register of signers, in the room of the register."""
    acts = verbs.add_parser("signers").add_subparsers(dest="act", metavar="ACT", required=True)
    listed = acts.add_parser("list")
    listed.add_argument("--on", type=DATE, default=None, metavar="DAY")
    listed.add_argument("--search", default="", metavar="TEXT")
    who = acts.add_parser("who")
    who.add_argument("unit", metavar="UNIT-ID")
    who.add_argument("--on", type=DATE, default=None, metavar="DAY")
    add = acts.add_parser("add")
    add.add_argument("unit", metavar="UNIT-ID")
    add.add_argument("nip")
    add.add_argument("--capacity", required=True, choices=[one.value for one in Capacity])
    add.add_argument("--post", required=True, metavar="TEXT")
    add.add_argument("--through", default="", metavar="TEXT")
    add.add_argument("--since", type=DATE, required=True, metavar="DAY")
    add.add_argument("--until", type=DATE, default=None, metavar="DAY")
    add.add_argument("--letter", default="", metavar="TEXT")
    end = acts.add_parser("end")
    end.add_argument("mandate")
    end.add_argument("--until", type=DATE, required=True, metavar="DAY")
    acts.add_parser("remove").add_argument("mandate")
