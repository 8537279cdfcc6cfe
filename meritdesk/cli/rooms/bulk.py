"""One field of many records from the command line: a table of person, field and value, looked at first if wished."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from meritdesk.cli.answers import SHOWN, Answer, counted, more
from meritdesk.cli.options import DATE, NUMBER
from meritdesk.cli.progress import step
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.periods import parse_period
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.bulk import BulkFate, BulkOutcome, BulkRow

Carry = Callable[[Desk, argparse.Namespace, Messages], BulkOutcome]


def _staff(desk: Desk, chosen: argparse.Namespace, words: Messages) -> BulkOutcome:
    since = chosen.since or desk.register.today()
    return desk.register.bulk.set_from(chosen.file, since, chosen.reason, chosen.dry_run, step("pegawai", words))


def _plans(desk: Desk, chosen: argparse.Namespace, words: Messages) -> BulkOutcome:
    return desk.planning.bulk.set_from(chosen.file, chosen.year, chosen.dry_run, step("SKP", words))


def _actuals(desk: Desk, chosen: argparse.Namespace, words: Messages) -> BulkOutcome:
    return desk.execution.bulk.set_from(chosen.file, parse_period(chosen.period), chosen.dry_run)


def _ratings(desk: Desk, chosen: argparse.Namespace, words: Messages) -> BulkOutcome:
    return desk.assessment.ratings.set_from(chosen.file, parse_period(chosen.period), chosen.dry_run)


_CARRY: Mapping[str, Carry] = {"register": _staff, "planning": _plans, "execution": _actuals, "assessment": _ratings}


def verbs_of(room: str) -> Mapping[str, Verb]:
    """The verb of one room, for its table."""

    def bulk(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
        return _answer(f"{room} bulk", _CARRY[room](desk, chosen, words), words, chosen.dry_run)

    return {"bulk": bulk}


def grammar(room: str, verbs: Verbs) -> None:
    """The words of ``bulk`` in one room."""
    bulk = verbs.add_parser("bulk", help="ubah banyak sekaligus: pegawai, kolom, nilai / change many at once")
    bulk.add_argument("file", type=Path)
    bulk.add_argument("--dry-run", action="store_true")
    if room == "register":
        bulk.add_argument("--since", type=DATE, metavar="DATE", help="TMT perubahan / first day of the change")
        bulk.add_argument("--reason", default="", metavar="TEXT", help="surat yang menjadi dasar / the letter")
    elif room == "planning":
        bulk.add_argument("--year", type=NUMBER, required=True)
    else:
        bulk.add_argument("--period", required=True)


def _answer(verb: str, outcome: BulkOutcome, words: Messages, dry_run: bool) -> Answer:
    """The outcome with counts that add up to the rows read, and before and after of each row."""
    counts = {"read": len(outcome.rows), **{fate.value.lower(): outcome.count(fate) for fate in BulkFate}}
    values = {
        "verb": verb,
        "dry_run": dry_run,
        "counts": counts,
        "rows": [_row(row, words) for row in outcome.rows],
        "change_set": outcome.changes.change_set_id,
    }
    lines = [counted(counts, words)]
    told = [row for row in outcome.rows if row.fate is not BulkFate.SAME]
    lines += [_line(row, words) for row in told[:SHOWN]]
    lines += more(len(told) - SHOWN, words)
    if dry_run:
        lines.append(words.reason("CLI-DRY-RUN", {}))
    return Answer(values, lines, 1 if outcome.refused else 0)


def _row(row: BulkRow, words: Messages) -> dict[str, str]:
    return {
        "nip": row.nip,
        "name": row.name,
        "field": row.what,
        "before": words.worded(row.before),
        "after": words.worded(row.after),
        "fate": row.fate.value.lower(),
        "code": row.code,
        "reason": words.sentence(row.code, row.facts) if row.code else "",
    }


def _line(row: BulkRow, words: Messages) -> str:
    who = f"  {row.nip} {row.name} {row.what}".rstrip()
    if row.code:
        return f"{who}: {row.code}: {words.sentence(row.code, row.facts)}"
    before, after = (" ".join(words.worded(text).split()) or "-" for text in (row.before, row.after))
    return f"{who}: {before} -> {after}"
