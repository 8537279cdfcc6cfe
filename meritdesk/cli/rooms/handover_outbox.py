"""The outbox on the command line: the preview before packing, packing for a colleague, and what has left."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from meritdesk.cli.answers import SHOWN, Answer, figure, more, plain, table
from meritdesk.cli.progress import step
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.handover import PackageKind
from meritdesk.core.periods import parse_period
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.handover.preview import BLOCKER_CODES, ExportPreview

_TABLE_HEADS = ("TABLE", "ROWS", "ADDED", "CHANGED", "REMOVED", "TOTALS")
_DIFFERENCE_HEADS = ("CHANGE", "TABLE", "ABOUT", "FIELD", "RECORD")


def _preview(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    kind = PackageKind.HANDOVER if chosen.colleague else None
    found = desk.handover.outbox.preview(parse_period(chosen.period), step("pratinjau", words), kind)
    values = {"verb": "handover preview", "can_pack": found.can_pack, **plain(found)}
    values["differences"] = [{**plain(one.difference), "about": one.about, "nip": one.nip} for one in found.differences]
    return Answer(values, [*_said(found, words), *_tables(found, words)], 0 if found.can_pack else 1)


def _said(found: ExportPreview, words: Messages) -> list[str]:
    """What the file will be, what stays at home, and what stands in the way."""
    facts = {
        "kind": words.label_of(found.kind),
        "period": found.period.code,
        "recipient": found.recipient or "-",
        "sequence": found.sequence,
        "known": found.known.sequence if found.known is not None else "-",
    }
    lines = [words.sentence("CLI-PREVIEW-SAME" if found.same_as else "CLI-PREVIEW", facts)]
    lines.append(words.sentence("CLI-PREVIEW-KNOWN" if found.known else "CLI-PREVIEW-FIRST", facts))
    lines += [f"  {words.label(f'STAY:{one.reason.value}')}: {figure(one.count, words)}" for one in found.stays]
    for blocker in found.blockers:
        what, then = words.refusal(BLOCKER_CODES[blocker], {"period": found.period.code, "day": "-"})
        lines += [f"  ✗ {what}", f"    → {then}"]
    return lines


def _tables(found: ExportPreview, words: Messages) -> list[str]:
    heads = [words.label(f"COLUMN:{name}") for name in _TABLE_HEADS]
    rows = [
        (
            words.label(f"TABLE:{one.table.name}"),
            figure(one.table.rows, words),
            figure(one.added, words),
            figure(one.changed, words),
            figure(one.removed, words),
            " · ".join(f"{name} {total}" for name, total in one.table.totals.items() if total != "0"),
        )
        for one in found.tables
        if one.table.rows or one.removed
    ]
    lines = table(heads, rows, words)
    differing = [
        (
            words.label_of(one.difference.kind),
            words.label(f"TABLE:{one.difference.table}"),
            one.about or "-",
            ", ".join(one.difference.fields) or "-",
            one.difference.record_id,
        )
        for one in found.differences[:SHOWN]
    ]
    if differing:
        lines += table([words.label(f"COLUMN:{name}") for name in _DIFFERENCE_HEADS], differing, words)
    return lines + more(len(found.differences) - len(differing), words)


def _write_again(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    path = desk.handover.outbox.write_again(chosen.package, chosen.out)
    values = {"verb": "handover write-again", "file": str(path)}
    return Answer(values, [words.reason("CLI-REISSUED", {"file": path.name})])


def _give_away(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.handover.outbox.give_away(chosen.package)
    values = {"verb": "handover give-away", "change_set": changes.change_set_id}
    return Answer(values, [words.reason("CLI-GIVEN-AWAY", {})])


VERBS: Mapping[str, Verb] = {"preview": _preview, "write-again": _write_again, "give-away": _give_away}


def grammar(verbs: Verbs) -> None:
    """The words of the outbox."""
    preview = verbs.add_parser("preview")
    preview.add_argument("--period", required=True)
    preview.add_argument("--colleague", action="store_true", help="untuk PC rekan / for a colleague's PC")
    again = verbs.add_parser("write-again")
    again.add_argument("package", metavar="ID")
    again.add_argument("--out", type=Path, required=True, metavar="DIR")
    verbs.add_parser("give-away").add_argument("package", metavar="ID")
