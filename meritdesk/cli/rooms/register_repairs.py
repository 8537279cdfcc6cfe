"""Blockers and twins on the command line: who waits for whom, and who may be there twice."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from meritdesk.cli.answers import SHOWN, Answer, more, table
from meritdesk.cli.options import FILLED
from meritdesk.cli.rooms.register_history import DAY, done, hint_values, named, unit_name
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.blockers import Blocker
from meritdesk.messages import Messages
from meritdesk.services import Desk


def _blockers(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.register.blocking.list(chosen.on)

    def about(one: Blocker) -> str:
        units = " → ".join(unit_name(found.units, unit_id) for unit_id in one.unit_ids)
        return " · ".join(part for part in (units, named(found.people, one.person_id)) if part)

    values = {
        "verb": "register blockers",
        "counts": {"appraised": found.appraised, "waiting": found.waiting},
        "is_due": found.is_due,
        "blockers": [
            {
                "kind": one.kind,
                "code": one.code,
                "about": about(one),
                "unit_ids": list(one.unit_ids),
                "is_blocking": one.is_blocking,
                "count": len(one.blocked),
                "people": [found.people[person_id].nip for person_id in one.blocked],
                "next": words.reason(f"REG-NEXT-{one.kind.name}", {}),
            }
            for one in found.blockers
        ],
        "follow_ups": [
            {"nip": one.person.nip, "name": one.person.full_name, "hints": hint_values(one.hints, words)}
            for one in found.follow_ups
        ],
        "estimated": [
            {"entry": one.entry_id, "nip": found.people[one.person_id].nip, "kind": one.kind} for one in found.estimated
        ],
    }
    heads = [words.label(f"BLOCKERCOLUMN:{name}") for name in ("BLOCKS", "CAUSE", "ABOUT", "NEXT")]
    rows = [
        (len(one.blocked), words.label_of(one.kind), about(one), words.reason(f"REG-NEXT-{one.kind.name}", {}))
        for one in found.blockers
    ]
    lines = table(heads, rows, words) if rows else [words.reason("CLI-NOBODY-BLOCKED", {})]
    lines += [
        f"  {one.person.nip} {one.person.full_name} · {hint.code}: {words.sentence(hint.code, hint.facts)}"
        for one in found.follow_ups[:SHOWN]
        for hint in one.hints
    ]
    lines += more(len(found.follow_ups) - SHOWN, words)
    if found.is_due:
        lines.append(words.reason("CLI-REGISTER-DUE", {}))
    open_ones = bool(found.waiting or found.blockers or found.follow_ups or found.estimated or found.is_due)
    return Answer(values, lines, 1 if open_ones else 0)


def _duplicates(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    pairs = desk.register.duplicates.find()
    values = {
        "verb": "register duplicates",
        "total": len(pairs),
        "pairs": [
            {
                "kind": twins.kind,
                "one": {"person_id": twins.one.person_id, "nip": twins.one.nip, "name": twins.one.full_name},
                "other": {"person_id": twins.other.person_id, "nip": twins.other.nip, "name": twins.other.full_name},
                "evidence": [words.reason(reason) for reason in twins.evidence],
            }
            for twins in pairs
        ],
    }
    lines = []
    for twins in pairs[:SHOWN]:
        lines.append(f"{words.label_of(twins.kind)}: {twins.one.full_name} {twins.one.nip} [{twins.one.person_id}]")
        lines.append(f"  {twins.other.full_name} {twins.other.nip} [{twins.other.person_id}]")
        lines += [f"    {words.reason(reason)}" for reason in twins.evidence]
    lines += more(len(pairs) - SHOWN, words)
    return Answer(values, lines or [words.reason("CLI-NO-TWINS", {})], 1 if pairs else 0)


def _merge(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    duplicates = desk.register.duplicates
    if chosen.dry_run:
        outcome = duplicates.preview(chosen.keep, chosen.gone)
    else:
        outcome = duplicates.merge(chosen.keep, chosen.gone, chosen.reason)
    values = {
        "verb": "register merge",
        "dry_run": chosen.dry_run,
        "kept": outcome.kept.person_id,
        "gone": outcome.gone.person_id,
        "moved": dict(outcome.moved),
        "filled": list(outcome.filled),
        "change_set": outcome.changes.change_set_id,
    }
    facts = {"kept": outcome.kept.full_name, "gone": outcome.gone.full_name, "count": str(sum(outcome.moved.values()))}
    return Answer(values, [words.reason("CLI-MERGED", facts)])


def _keep_apart(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.register.duplicates.keep_apart(chosen.one, chosen.other, chosen.reason)
    return done("register keep-apart", changes.change_set_id, words)


VERBS: Mapping[str, Verb] = {
    "blockers": _blockers,
    "duplicates": _duplicates,
    "merge": _merge,
    "keep-apart": _keep_apart,
}


def grammar(verbs: Verbs) -> None:
    """The words about blockers and twins."""
    verbs.add_parser("blockers").add_argument("--on", type=DAY, default=None, metavar="DAY")
    verbs.add_parser("duplicates")
    merge = verbs.add_parser("merge")
    merge.add_argument("keep")
    merge.add_argument("gone")
    merge.add_argument("--reason", type=FILLED, required=True)
    merge.add_argument("--dry-run", action="store_true")
    apart = verbs.add_parser("keep-apart")
    apart.add_argument("one")
    apart.add_argument("other")
    apart.add_argument("--reason", type=FILLED, required=True)
